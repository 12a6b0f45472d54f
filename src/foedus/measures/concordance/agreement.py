"""The register beside another coding of the same treaties: cell by cell, and variable by variable."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from foedus._base.dates import Day
from foedus.measures.concordance.alliances import Row, apart, code_alliance, code_member, entry, leave
from foedus.measures.concordance.coding import Coding, Value, code_treaty, first_signed, last_bound
from foedus.measures.concordance.excuses import Excuse, counted
from foedus.measures.concordance.kappa import Agreement, agreement
from foedus.measures.concordance.pairing import MONTH, Pair, state_numbers
from foedus.register.register import Register

WITHOUT = {"in_force": "never"}
"""What a date that never came is called; one of an end is called ongoing."""
DATES = frozenset({"signed", "in_force", "ended", "member_entry", "member_exit"})
"""Variables that agree within 31 days, and have no kappa."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One variable of one treaty, or of one member of it, in both codings.

    Attributes
    ----------
    against : str
        What it is compared with: the alliance, or the sheet.
    member : str
        An actor id; empty for a variable of the treaty.
    ours, theirs : Value
        None is unknown.
    is_alike : bool or None
        None where one is unknown.
    """

    treaty: str
    against: str
    member: str
    variable: str
    ours: Value
    theirs: Value
    is_alike: bool | None


@dataclass(frozen=True, slots=True)
class Score:
    """How far one variable agrees.

    Attributes
    ----------
    units : int
        Cells, known or not.
    unknown_ours, unknown_theirs : int
        Cells in which one coding, or the other, says nothing.
    raw, after : Agreement
        Of the cells both know; without the excused ones.
    excused, over : int
        Disagreements that count as excused, and argued ones that are over the limit.
    """

    variable: str
    units: int
    unknown_ours: int
    unknown_theirs: int
    raw: Agreement
    after: Agreement
    excused: int
    over: int


def cell(treaty: str, against: str, member: str, variable: str, both: tuple[Value, Value]) -> Cell:
    """Return a cell of a variable that is not a date."""
    ours, theirs = both
    alike = None if ours is None or theirs is None else ours == theirs
    return Cell(treaty, against, member, variable, ours, theirs, alike)


def date_cell(treaty: str, against: str, member: str, variable: str, both: tuple[Day | None, Day | None]) -> Cell:
    """Return a cell of a date; None is one that has not come."""
    ours, theirs = both
    alike = ours is theirs is None or (ours is not None and theirs is not None and apart(ours, theirs) <= MONTH)
    told = [_told(day, WITHOUT.get(variable, "ongoing")) for day in both]
    return Cell(treaty, against, member, variable, told[0], told[1], None if None in told else alike)


def _told(day: Day | None, otherwise: str) -> str | None:
    if day is None:
        return otherwise
    return None if day.precision == "unknown" else day.iso()


# --- with ATOP --------------------------------------------------------------------------------------------------------


def cells_of(pair: Pair, register: Register, closed: Day) -> Iterator[Cell]:
    """Yield every cell of a treaty and the alliance that corresponds to it.

    Parameters
    ----------
    pair : Pair
        The two.
    register : Register
        Where the numbers of states are from.
    closed : Day
        When the alliance data were closed; an end after it is none.
    """
    ours = code_treaty(pair.treaty)
    rows = [row for phase in pair.phases for row in phase.rows]
    theirs = code_alliance(rows)
    treaty, against = pair.treaty.id, str(pair.alliance)
    for variable in ours.whole.keys() & theirs.keys():
        yield cell(treaty, against, "", variable, (ours.whole[variable], theirs[variable]))
    yield date_cell(treaty, against, "", "signed", (pair.treaty.signed, pair.phases[0].start))
    yield from _member_cells(pair, ours, state_numbers(register, pair.treaty), closed)


def _member_cells(pair: Pair, ours: Coding, numbers: Mapping[str, int], closed: Day) -> Iterator[Cell]:
    rows: dict[int, list[Row]] = defaultdict(list)
    for phase in pair.phases:
        for row in phase.rows:
            rows[row["member"]].append(row)
    treaty, against = pair.treaty, str(pair.alliance)
    for state, number in numbers.items():
        if number not in rows:
            continue
        coded = code_member(rows[number])
        for pledge, value in coded.items():
            yield cell(treaty.id, against, state, f"member_{pledge}", (ours.members[state][pledge], value))
        entered = min(entry(row) for row in rows[number])
        signed = first_signed(treaty, state)
        if signed is not None:
            yield date_cell(treaty.id, against, state, "member_entry", (signed, entered))
        if any(place.bound for place in treaty.places_of(state)):
            left = _by(last_bound(treaty, state), closed)
            yield date_cell(treaty.id, against, state, "member_exit", (left, _last(rows[number])))


def _last(rows: list[Row]) -> Day | None:
    ends = [leave(row) for row in rows]
    return None if None in ends else max(end for end in ends if end is not None)


def _by(day: Day | None, closed: Day) -> Day | None:
    """Return a day unless it lies after the data were closed."""
    return None if day is None or day.first > closed.last else day


# --- scores -----------------------------------------------------------------------------------------------------------


def scores(cells: Iterable[Cell], excuses: Iterable[Excuse] = ()) -> tuple[Score, ...]:
    """Return the score of each variable, in the order of their names."""
    by_variable: dict[str, list[Cell]] = defaultdict(list)
    for one in cells:
        by_variable[one.variable].append(one)
    argued = [(excuse.treaty, excuse.variable, excuse.member) for excuse in excuses]
    return tuple(_score(variable, held, argued) for variable, held in sorted(by_variable.items()))


def idle(cells: Iterable[Cell], excuses: Iterable[Excuse]) -> tuple[Excuse, ...]:
    """Return the excuses of a compared treaty that excuse nothing: no such cell, or one that is alike or unknown."""
    held = list(cells)
    compared = {one.treaty for one in held}
    unlike = {(one.treaty, one.variable, one.member) for one in held if one.is_alike is False}
    return tuple(
        one for one in excuses if one.treaty in compared and (one.treaty, one.variable, one.member) not in unlike
    )


def _score(variable: str, held: list[Cell], argued: list[tuple[str, str, str]]) -> Score:
    known = [one for one in held if one.is_alike is not None]
    unlike = {(one.treaty, one.variable, one.member): at for at, one in enumerate(known) if not one.is_alike}
    excused = [unlike[key] for key in argued if key in unlike]
    granted = counted(excused, len(known))
    left = [one for at, one in enumerate(known) if at not in granted]
    return Score(
        variable,
        len(held),
        sum(one.ours is None for one in held),
        sum(one.theirs is None for one in held),
        _agreement(variable, known),
        _agreement(variable, left),
        len(granted),
        len(excused) - len(granted),
    )


def _agreement(variable: str, known: list[Cell]) -> Agreement:
    if variable not in DATES:
        return agreement((one.ours, one.theirs) for one in known)
    share = sum(bool(one.is_alike) for one in known) / len(known) if known else None
    return Agreement(len(known), share)
