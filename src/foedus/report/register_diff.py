"""What changed in the law between two days: treaties, parties, provisions and suspensions that came or went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from foedus._base.dates import Day, Spell
from foedus.domain.treaty import Treaty
from foedus.register.register import Register

Turn = Literal[
    "into force",
    "out of force",
    "joined",
    "left",
    "provision into force",
    "provision out of force",
    "suspended",
    "resumed",
]

TURNS: tuple[Turn, ...] = get_args(Turn)


@dataclass(frozen=True, slots=True)
class Difference:
    """One turn of one treaty.

    Attributes
    ----------
    what : tuple of str
        Actors that joined, left, or are parted by a suspension; clauses that are or were law; the parties of a treaty.
    is_doubtful : bool
        Whether a date that is known only roughly decides it.
    """

    treaty: Treaty
    turn: Turn
    what: tuple[str, ...]
    is_doubtful: bool = False


def register_diff(register: Register, before: Day, after: Day) -> list[Difference]:
    """Return what is law on the second day and was not on the first, or the other way round, by treaty."""
    treaties = sorted(register.treaties.values(), key=lambda treaty: (treaty.signed, treaty.id))
    return [difference for treaty in treaties for difference in _of_treaty(treaty, before, after)]


def _of_treaty(treaty: Treaty, before: Day, after: Day) -> Iterator[Difference]:
    was, now = (treaty.life is not None and treaty.life.possibly(day) for day in (before, after))
    if was != now and treaty.life is not None:
        day = after if now else before
        parties = tuple(sorted({party.state for party in treaty.parties if party.may_be_bound_on(day)}))
        doubtful = _is_rough([treaty.life], before, after)
        yield Difference(treaty, "into force" if now else "out of force", parties, doubtful)
    if not (was and now):
        return
    places = [(party.state, party.bound) for party in treaty.parties if party.bound is not None]
    yield from _turned(treaty, places, ("joined", "left"), before, after)
    provisions = [(clause.id, clause.spell) for clause in treaty.clauses]
    yield from _turned(treaty, provisions, ("provision into force", "provision out of force"), before, after)
    pauses = [(" and ".join(map(", ".join, (pause.one, pause.other))), pause.spell) for pause in treaty.suspensions]
    yield from _turned(treaty, pauses, ("suspended", "resumed"), before, after)


def _turned(
    treaty: Treaty, held: list[tuple[str, Spell]], turns: tuple[Turn, Turn], before: Day, after: Day
) -> Iterator[Difference]:
    was, now = ({name for name, spell in held if spell.possibly(day)} for day in (before, after))
    for turn, names in zip(turns, (now - was, was - now), strict=True):
        if names:
            rough = _is_rough([spell for name, spell in held if name in names], before, after)
            yield Difference(treaty, turn, tuple(sorted(names)), rough)


def _is_rough(spells: list[Spell], *days: Day) -> bool:
    return any(spell.possibly(day) and not spell.surely(day) for spell in spells for day in days)


def difference_json(difference: Difference) -> dict[str, Any]:
    """Return a difference as the documented JSON."""
    return {
        "treaty": difference.treaty.id,
        "name": difference.treaty.name,
        "turn": difference.turn,
        "what": list(difference.what),
        "doubtful": difference.is_doubtful,
    }
