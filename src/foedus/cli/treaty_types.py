"""Which treaties are of the types that ``foedus treaty list`` was asked for; imported only if it was."""

from __future__ import annotations

from collections.abc import Iterable

from foedus._base.dates import Day
from foedus.domain.treaty import Treaty
from foedus.measures.typology.kinds import kinds
from foedus.measures.typology.types import Wanted, wanted
from foedus.measures.typology.world import World
from foedus.register.arrangements import load_arrangements
from foedus.register.register import Register

__all__ = ["that_fit", "wanted"]


def that_fit(wish: Wanted, treaties: Iterable[Treaty], register: Register, day: Day | None) -> list[Treaty]:
    """Return the treaties that are what is asked for, on a day or over their whole lives."""
    world = World(register, load_arrangements())
    return [treaty for treaty in treaties if wish.fits(kinds(treaty, world, day))]
