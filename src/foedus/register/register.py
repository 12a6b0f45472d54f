"""The register: actors, treaties, classes and areas, with the questions the other rooms ask of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property

from foedus._base.dates import Day, Spell
from foedus._base.errors import Fault, UnknownName
from foedus.domain.area import Area, Point, Shape, contains
from foedus.domain.treaty import Clause, Treaty
from foedus.register.gazetteer import Gazetteer

Membership = Mapping[str, tuple[tuple[str, Spell], ...]]


class Register:
    """What is known of actors and treaties, at one version.

    Parameters
    ----------
    actors : Gazetteer
        Every actor.
    treaties : mapping of str to Treaty
        By id; a mapping may decode them on demand.
    classes : mapping of str to members
        Shared classes of states, each member with its spell.
    areas : mapping of str to Area
        Shared areas and the regions of the world.
    version, content_hash, cutoff : str
        Which register this is: version of the project, SHA-256 of the files, and the day up to which it was kept.
    """

    def __init__(
        self,
        actors: Gazetteer,
        treaties: Mapping[str, Treaty],
        classes: Membership,
        areas: Mapping[str, Area],
        *,
        version: str = "",
        content_hash: str = "",
        cutoff: str = "",
        aliases: Mapping[str, str] | None = None,
    ) -> None:
        self.actors = actors
        self.treaties = treaties
        self.classes = classes
        self.areas = areas
        self.version = version
        self.content_hash = content_hash
        self.cutoff = cutoff
        self._aliases = aliases

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """The ids of treaties by their aliases."""
        if self._aliases is not None:
            return self._aliases
        return {alias: treaty.id for treaty in self.treaties.values() for alias in treaty.aliases}

    def treaty_id(self, name: str) -> str:
        """Return the id of the treaty so called.

        Raises
        ------
        UnknownName
            If no treaty has that id or alias.
        """
        if name in self.treaties:
            return name
        if name in self.aliases:
            return self.aliases[name]
        close = get_close_matches(name, [*self.treaties, *self.aliases], 3)
        remedy = f"did you mean {' or '.join(close)}?" if close else "see foedus treaty list"
        raise UnknownName(Fault(f"no treaty has the id {name[:80]!r}", remedy=remedy))

    def treaty(self, name: str) -> Treaty:
        """Return the treaty with that id or alias.

        Raises
        ------
        UnknownName
            If there is none.
        """
        return self.treaties[self.treaty_id(name)]

    def is_member(self, state: str, class_id: str, day: Day) -> bool:
        """Whether a state belonged to a class on a day."""
        return any(
            member == state and spell.possibly(day) for member, spell in self.classes[class_id]
        )

    def lies_in(self, point: Point, area: Area) -> bool:
        """Whether a point lies in an area, whose shape may refer to shared ones."""
        return contains(area.shape, point, self._shape_of({}))

    def lies_in_area_of(self, treaty: Treaty, area_id: str, point: Point) -> bool:
        """Whether a point lies in an area of a treaty, or in a shared one of that id."""
        shape_of = self._shape_of(treaty.area_of)
        return contains(shape_of(area_id), point, shape_of)

    def _shape_of(self, own: Mapping[str, Area]) -> Callable[[str], Shape]:
        def shape_of(area_id: str) -> Shape:
            return (own.get(area_id) or self.areas[area_id]).shape

        return shape_of

    def clauses(self) -> Iterator[tuple[Treaty, Clause]]:
        """Yield every clause with its treaty."""
        for treaty in self.treaties.values():
            for clause in treaty.clauses:
                yield treaty, clause
