"""A row of a sweep: one attack in numbers and names, every estimate a band with its cases, nothing known left empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from foedus._base.dates import Day
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.balance import STANDS, camps_of, stand
from foedus.assessment.deterrence import reckoning
from foedus.assessment.lens import NAMES, Camps, Lens, look
from foedus.assessment.likelihood import Likelihood
from foedus.assessment.responses import STATUSES, Keeping, Response, Responses, majors_of
from foedus.assessment.sweep.figures import Figures
from foedus.assessment.sweep.grid import Piece
from foedus.assessment.sweep.owed import Ledger
from foedus.assessment.unknown import Unknown
from foedus.domain.contingency import Event
from foedus.domain.vocabulary import Status
from foedus.measures.capability.quantities import Quantity
from foedus.measures.capability.reading import Question, Tables
from foedus.obligations.compiled.statuses import statuses_of
from foedus.obligations.guarantees import attack, attacks
from foedus.register.register import Register
from foedus.response.model_card import read_card
from foedus.sources.store import Store

Cell = str | int | float | None
COLUMNS: Mapping[str, type[str | int | float]] = {
    "date": str,
    "attacker": str,
    "attacker_ccode": int,
    "target": str,
    "target_ccode": int,
    "covered": int,
    "treaties": int,
    "due": int,
    "contested": int,
    "conditional": int,
    "undetermined": int,
    "due_states": str,
    "contested_states": str,
    "conditional_states": str,
    "undetermined_states": str,
    "kept_treaty": str,
    "kept_status": str,
    "kept_low": float,
    "kept_high": float,
    "kept_cases": int,
    "kept_after_cases": int,
    "kept_not_known": str,
    "beside_attacker": int,
    "beside_attacker_states": str,
    "lens": str,
    "lens_source": str,
    "times_alone": float,
    "times_with_due": float,
    "times_with_all": float,
    "without_figure": int,
    "verdict": str,
    "not_known": str,
}
"""The columns of a row, and what a cell of each is."""
BETWEEN = "; "
"""What stands between names."""
DIGITS = 6
"""So many figures of a multiple are given."""
UNCOVERED = "the register does not mean to hold every alliance of that year"


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rows of a part share.

    Attributes
    ----------
    called : mapping of str to (str, int or None)
        Every state by its name and number on the day.
    is_covered : bool
        Whether the register means to hold every alliance of the year.
    """

    register: Register
    day: Day
    assumptions: Assumptions
    keeping: Keeping
    quantities: Mapping[str, Quantity]
    tables: Tables
    called: Mapping[str, tuple[str, int | None]]
    is_covered: bool

    def names(self, states: Iterable[str]) -> str:
        """Return states by their names on the day, sorted."""
        return BETWEEN.join(sorted(self.called[state][0] for state in states))

    def counted(self, number: int) -> int | None:
        """Return a number; of nothing in a year that is not covered, that it is not known."""
        return number if number or self.is_covered else None


def rows_of(register: Register, piece: Piece, held: Figures, assumptions: Assumptions) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of a part of the grid, in the order of its attacks; each has the cells of `COLUMNS`."""
    pairs, day = piece.pairs, piece.day
    batch = attacks(register, day, pairs)
    keeping = Keeping(read_card("fulfilment"), day, day.year, assumptions, majors_of(register))
    ledger = Ledger(statuses_of(register, batch), batch.targets.members, day, keeping)
    setting = _setting(register, held, keeping, assumptions, day)
    for number, (attacker, target) in enumerate(pairs):
        event = attack(register, attacker, target, day).events[0]
        yield _row(setting, event, ledger.responses(number, event), ledger.undetermined(number, event))


def _setting(register: Register, held: Figures, keeping: Keeping, assumptions: Assumptions, day: Day) -> Setting:
    called = {actor.id: (actor.name_on(day), actor.number_on("cow", day)) for actor in register.actors}
    is_covered = day.year in register.edition.covered_years
    tables = Tables(Store.default())
    return Setting(register, day, assumptions, keeping, held.quantities, tables, called, is_covered)


def _row(setting: Setting, event: Event, held: tuple[Response, ...], asked: set[str]) -> tuple[Cell, ...]:
    known = Responses(held, (), (), setting.keeping.card, {})
    camps = camps_of(known, event)
    return (
        setting.day.iso(),
        *setting.called[event.attackers[0]],
        *setting.called[event.targets[0]],
        int(setting.is_covered),
        *_owed(setting, camps, held, asked),
        *_kept(setting, held),
        *_beside(setting, camps),
        *_seen(setting, camps, held),
    )


def _owed(setting: Setting, camps: Camps, held: Sequence[Response], asked: set[str]) -> Iterator[Cell]:
    """Yield how many treaties bind somebody to fight for the attacked, how many states, and which."""
    firmer = {state for states in camps.owing.values() for state in states}
    owing = {**camps.owing, "undetermined": asked - firmer - {*camps.attackers, *camps.targets}}
    yield setting.counted(len(_defending(held)))
    for states in owing.values():
        yield setting.counted(len(states))
    for states in owing.values():
        yield setting.names(states) or None


def _defending(held: Sequence[Response]) -> list[tuple[Response, Status]]:
    """Return the treaties that bind somebody to fight for the attacked, each with its firmest status."""
    duties = ((one, one.fighting_for("targets")) for one in held)
    return [(one, min((duty.status for duty in owed), key=STATUSES.index)) for one, owed in duties if owed]


def _kept(setting: Setting, held: Sequence[Response]) -> tuple[Cell, ...]:
    """Return the band of the treaty likeliest to be kept, of those that bind somebody to fight for the attacked."""
    defending = _defending(held)
    known = [(one, status, one.likelihood) for one, status in defending if isinstance(one.likelihood, Likelihood)]
    if not known:
        reasons = [one.likelihood.reason for one, _ in defending if isinstance(one.likelihood, Unknown)]
        none = "no treaty in the register binds anybody to fight for the attacked"
        return (*[None] * 6, BETWEEN.join(dict.fromkeys(reasons)) or (none if setting.is_covered else UNCOVERED))
    best, status, kept = min(known, key=lambda one: (-one[2].band.high, -one[2].band.low, one[0].treaty))
    band = round(kept.band.low, 4), round(kept.band.high, 4)
    return best.treaty, status, *band, kept.reference.cases, int(kept.beyond), None


def _beside(setting: Setting, camps: Camps) -> tuple[Cell, ...]:
    bound = [f"{setting.called[state][0]} ({status})" for status, states in camps.behind.items() for state in states]
    return setting.counted(len(bound)), BETWEEN.join(sorted(bound)) or None


def _seen(setting: Setting, camps: Camps, held: Sequence[Response]) -> tuple[Cell, ...]:
    """Return the multiples through the first lens that sees, and the verdict; why not where there is none."""
    lens = _lens(setting, camps)
    if isinstance(lens, Unknown):
        return (*[None] * 7, lens.reason)
    against = stand(lens)
    times = (_rounded(lens.times(against[name])) for name in STANDS)
    missing = sum(len(one.missing) for one in lens.owing.values())
    told: tuple[Cell, ...] = (lens.name, lens.source, *times, missing)
    found = reckoning(held, lens, setting.assumptions)
    return (*told, None, found.reason) if isinstance(found, Unknown) else (*told, found.verdict, None)


def _rounded(number: float) -> float:
    return float(f"{number:.{DIGITS}g}")


def _lens(setting: Setting, camps: Camps) -> Lens | Unknown:
    """Return the first lens through which both parties are seen."""
    question = Question(camps.states, setting.day, setting.day.year, setting.register, setting.tables)
    reasons = []
    for name in NAMES:
        seen = look(name, camps, question, setting.quantities)
        if isinstance(seen, Lens):
            return seen
        reasons.append(seen.reason)
    return Unknown(BETWEEN.join(dict.fromkeys(reasons)))
