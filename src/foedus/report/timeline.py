"""Treaties over the years: who was bound when, as dated spells and as bars of one character for a stretch of years."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from foedus._base.dates import Day, Spell
from foedus.domain.treaty import Treaty
from foedus.domain.vocabulary import Obligation
from foedus.register.register import Register
from foedus.report.groups import WEIGHTS

Cell = Literal["none", "bound", "dormant", "doubtful"]
"""What holds in a stretch of years: law; law in a dormant or dead treaty; perhaps law, the date being in doubt."""


@dataclass(frozen=True, slots=True)
class Held:
    """A spell of a treaty, or of one state in it."""

    actor: str
    spell: Spell


@dataclass(frozen=True, slots=True)
class Row:
    """A treaty of the timeline.

    Attributes
    ----------
    spells : tuple of Held
        Those of the state that was asked for; else the one of the treaty, its actor empty.
    """

    treaty: Treaty
    spells: tuple[Held, ...]

    @property
    def first(self) -> int:
        """The year in which the first spell may begin."""
        return min(held.spell.start.year for held in self.spells if held.spell.start)


def timeline(
    register: Register, years: range, states: Collection[str] | None = None, obligations: Collection[Obligation] = ()
) -> list[Row]:
    """Return the treaties that may have been law in some of the years, oldest first.

    Parameters
    ----------
    states : collection of str, optional
        Only treaties, and spells, of these actors.
    obligations : collection of str
        Only treaties with a clause of one of these kinds; all if empty.
    """
    rows = (
        Row(treaty, tuple(held for held in _spells(treaty, states) if _touches(held.spell, years)))
        for treaty in register.treaties.values()
        if not obligations or any(clause.obligation in obligations for clause in treaty.clauses)
    )
    return sorted((row for row in rows if row.spells), key=lambda row: (row.first, row.treaty.id))


def _spells(treaty: Treaty, states: Collection[str] | None) -> Iterator[Held]:
    """Yield the spells with an established beginning; one that cannot be dated has no place on a line of years."""
    places = [
        Held(party.state, party.bound) for party in treaty.parties if states and party.state in states and party.bound
    ]
    life = [Held("", treaty.life)] if treaty.life and states is None else []
    for held in (*life, *places):
        end = held.spell.end or treaty.ended
        if held.spell.start and held.spell.start.precision != "unknown":
            yield Held(held.actor, Spell(held.spell.start, end))


def _touches(spell: Spell, years: range) -> bool:
    start, end = _days(years)
    return spell.start is not None and spell.start.first <= end and (spell.end is None or spell.end.last >= start)


def _days(years: range) -> tuple[int, int]:
    return Day.parse(_year(years[0])).first, Day.parse(_year(years[-1])).last


def _year(year: int) -> str:
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def columns(years: range, width: int) -> list[range]:
    """Return the years in stretches of one length, as many as fit the width; a year is never split."""
    length = -(-len(years) // max(1, width))
    return [years[at : at + length] for at in range(0, len(years), length)]


def bar(row: Row, stretches: list[range]) -> list[Cell]:
    """Return what holds in each stretch of years."""
    return [_cell(row, stretch) for stretch in stretches]


def _cell(row: Row, years: range) -> Cell:
    start, end = _days(years)
    surely = [held.spell for held in row.spells if _surely(held.spell, start, end)]
    if not surely:
        return "doubtful" if any(_touches(held.spell, years) for held in row.spells) else "none"
    live = any(row.treaty.vitality_on(day) == "live" for day in map(Day.from_number, _sample(surely[0], start, end)))
    return "bound" if live else "dormant"


def _surely(spell: Spell, start: int, end: int) -> bool:
    began = spell.start is not None and spell.start.last <= end
    return began and (spell.end is None or spell.end.first >= start)


def _sample(spell: Spell, start: int, end: int) -> tuple[int, int]:
    """Return the first and the last day of a stretch on which a spell surely ran."""
    first = max(start, spell.start.last) if spell.start else start
    return first, min(end, spell.end.first) if spell.end else end


def timeline_json(rows: list[Row], years: range) -> dict[str, Any]:
    """Return a timeline as the documented JSON."""
    return {"from": years[0], "to": years[-1], "treaties": [_row_json(row) for row in rows]}


def _row_json(row: Row) -> dict[str, Any]:
    treaty = row.treaty
    kinds = {clause.obligation for clause in treaty.clauses}
    return {
        "id": treaty.id,
        "name": treaty.name,
        "obligations": [kind for kind in WEIGHTS if kind in kinds],
        "spells": [
            {
                "actor": held.actor or None,
                "from": held.spell.start.iso() if held.spell.start else None,
                "until": held.spell.end.iso() if held.spell.end else None,
            }
            for held in row.spells
        ],
        "vitality": [
            {
                "grade": state.grade,
                "from": state.spell.start.iso() if state.spell.start else None,
                "until": state.spell.end.iso() if state.spell.end else None,
            }
            for state in treaty.vitality
        ],
    }
