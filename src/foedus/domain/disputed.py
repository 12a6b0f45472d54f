"""Places whose sovereignty is disputed, shown with every name they have and without taking a side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from foedus._base.dates import Day, Spell
from foedus.domain.area import Shape

Holders = tuple[tuple[tuple[str, ...], Spell], ...]


@dataclass(frozen=True, slots=True)
class DisputedPlace:
    """A disputed place.

    Attributes
    ----------
    names : tuple of str
        Every name in use; the order means nothing.
    administered, claimed : tuple of (actor ids, Spell)
        Who held and who claimed it, and when.
    """

    id: str
    names: tuple[str, ...]
    shape: Shape
    administered: Holders
    claimed: Holders
    note: str = ""

    def administrators_on(self, day: Day) -> tuple[str, ...]:
        """Return who administered it on a day."""
        return _holding(self.administered, day)

    def claimants_on(self, day: Day) -> tuple[str, ...]:
        """Return who claimed it on a day; nobody means it was not in dispute then."""
        return _holding(self.claimed, day)


def _holding(holders: Iterable[tuple[tuple[str, ...], Spell]], day: Day) -> tuple[str, ...]:
    found = (actor for actors, spell in holders if spell.possibly(day) for actor in actors)
    return tuple(dict.fromkeys(found))
