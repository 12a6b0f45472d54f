"""What the questions of the typology look things up in: the register, what stands beside treaties, and a map."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from foedus._base.dates import Day
from foedus.domain.actor import Capital
from foedus.domain.area import Point
from foedus.domain.organ import Organ
from foedus.domain.stationing import Presence
from foedus.domain.structure import Structure
from foedus.register.arrangements import Arrangements
from foedus.register.register import Register

Part = Literal["africa", "americas", "asia", "europe", "middle_east", "oceania"]
PARTS: Mapping[Part, tuple[str, ...]] = MappingProxyType(
    {
        "africa": ("africa",),
        "americas": ("north_america", "central_america", "caribbean", "south_america"),
        "asia": ("asia",),
        "europe": ("europe",),
        "middle_east": ("middle_east",),
        "oceania": ("oceania",),
    }
)
"""The parts of the world, and the areas of the register that make them up; a place may lie in two."""


@dataclass(frozen=True, eq=False)
class World:
    """The register with what the typology asks of it again and again.

    Attributes
    ----------
    arrangements : Arrangements or None
        The organs, structures and stationed forces; without them only the treaties' texts speak.
    """

    register: Register
    arrangements: Arrangements | None = None
    _parts: dict[Capital, frozenset[Part]] = field(default_factory=dict)

    def parts_of(self, state: str, day: Day) -> frozenset[Part]:
        """Return the parts of the world in which a state's capital of the day lies; none if it is not known."""
        seat = self.register.actors[state].capital_on(day)
        if seat is None:
            return frozenset()
        if seat not in self._parts:
            self._parts[seat] = self._parts_at(Point(seat.lat, seat.lon))
        return self._parts[seat]

    def _parts_at(self, point: Point) -> frozenset[Part]:
        known = self.register.areas
        return frozenset(
            part
            for part, areas in PARTS.items()
            if any(area in known and self.register.lies_in(point, known[area]) for area in areas)
        )

    @cached_property
    def organs(self) -> Mapping[str, list[Organ]]:
        """The bodies that rest on each treaty."""
        held: dict[str, list[Organ]] = defaultdict(list)
        for organ in self.arrangements.organs if self.arrangements else ():
            for treaty in organ.heading.treaties:
                held[treaty].append(organ)
        return held

    @cached_property
    def structures(self) -> Mapping[str, list[Structure]]:
        """The standing structures that rest on each treaty."""
        held: dict[str, list[Structure]] = defaultdict(list)
        for structure in self.arrangements.structures if self.arrangements else ():
            for treaty in structure.heading.treaties:
                held[treaty].append(structure)
        return held

    @cached_property
    def presences(self) -> Mapping[str, list[Presence]]:
        """The agreed presences of forces abroad that rest on each treaty."""
        held: dict[str, list[Presence]] = defaultdict(list)
        for presence in self.arrangements.presences if self.arrangements else ():
            if presence.consent == "agreed":
                for treaty in dict.fromkeys(basis.treaty for basis in presence.bases if basis.treaty):
                    held[treaty].append(presence)
        return held
