"""The register: actors, treaties, classes and areas, with the questions the other rooms ask of them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

from foedus._base.dates import Day
from foedus._base.errors import Fault, UnknownName
from foedus.domain.actor import StateClass
from foedus.domain.area import Area, Point, Shape, contains
from foedus.domain.disputed import DisputedPlace
from foedus.domain.treaty import Clause, Treaty
from foedus.register.gazetteer import Gazetteer
from foedus.register.operations import Operations


@dataclass(frozen=True, slots=True)
class Edition:
    """Which register this is.

    Attributes
    ----------
    version, content_hash, cutoff : str
        Its version, the SHA-256 of its files, and the day up to which it was kept.
    covers_since : str
        From which day on it means to hold every alliance; earlier ones are a choice. Empty if it never does.
    """

    version: str = ""
    content_hash: str = ""
    cutoff: str = ""
    covers_since: str = ""

    @property
    def covered_years(self) -> range:
        """The years of which it means to hold every alliance; the one of its cut-off counts, none if it never does."""
        if not self.covers_since or not self.cutoff:
            return range(0)
        return range(Day.parse(self.covers_since).year, Day.parse(self.cutoff).year + 1)


_MOST_DAYS = 1000
"""How many days a register remembers the treaties of."""


class DatedTreaties(Mapping[str, Treaty], ABC):
    """Treaties by id that know when each may be in force without being decoded."""

    @abstractmethod
    def may_live_on(self, day: Day) -> Iterable[str]:
        """Return the ids of the treaties that may be in force on a day."""


@dataclass(frozen=True, eq=False, repr=False)
class Register:
    """What is known of actors and treaties, in one edition.

    Attributes
    ----------
    actors : Gazetteer
        Every actor.
    treaties : mapping of str to Treaty
        By id; a mapping may decode them on demand.
    classes : mapping of str to StateClass
        Shared classes of states.
    areas : mapping of str to Area
        Shared areas and the regions of the world.
    disputed : tuple of DisputedPlace
        Places whose sovereignty is disputed.
    operations : Operations
        What states did together, by id; no duty follows from it.
    suppositions : tuple of mapping
        What is supposed against the facts; empty for the register as it is.
    """

    actors: Gazetteer
    treaties: Mapping[str, Treaty]
    classes: Mapping[str, StateClass]
    areas: Mapping[str, Area]
    disputed: tuple[DisputedPlace, ...] = ()
    edition: Edition = Edition()
    suppositions: tuple[Mapping[str, str], ...] = ()
    known_aliases: Mapping[str, str] | None = None
    operations: Operations = field(default_factory=lambda: Operations({}))

    def __repr__(self) -> str:
        """Return which register this is, in a line."""
        return f"Register({self.edition.version!r}, {len(self.treaties)} treaties, kept to {self.edition.cutoff})"

    @cached_property
    def aliases(self) -> Mapping[str, str]:
        """The ids of treaties by their aliases."""
        if self.known_aliases is not None:
            return self.known_aliases
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

    def treaties_on(self, day: Day) -> tuple[Treaty, ...]:
        """Return the treaties that may be in force on a day, by the order of their ids."""
        if day not in self._treaties_of_days:
            if len(self._treaties_of_days) >= _MOST_DAYS:
                self._treaties_of_days.clear()
            self._treaties_of_days[day] = tuple(self._may_live_on(day))
        return self._treaties_of_days[day]

    @cached_property
    def _treaties_of_days(self) -> dict[Day, tuple[Treaty, ...]]:
        return {}

    def _may_live_on(self, day: Day) -> Iterator[Treaty]:
        held = self.treaties
        for treaty_id in sorted(held.may_live_on(day) if isinstance(held, DatedTreaties) else held):
            treaty = held[treaty_id]
            if treaty.life is not None and treaty.life.possibly(day):
                yield treaty

    def is_member(self, state: str, class_id: str, day: Day) -> bool:
        """Whether a state belonged to a class on a day."""
        return state in self.classes[class_id].members_on(day)

    def lies_in(self, point: Point, area: Area) -> bool:
        """Whether a point lies in an area, whose shape may refer to shared ones."""
        return contains(area.shape, point, self._shape_of({}))

    def lies_in_area_of(self, treaty: Treaty, area_id: str, point: Point) -> bool:
        """Whether a point lies in an area of a treaty, or in a shared one of that id."""
        shape_of = self._shape_of(treaty.area_of)
        return contains(shape_of(area_id), point, shape_of)

    def disputed_at(self, point: Point | None, day: Day) -> tuple[DisputedPlace, ...]:
        """Return the disputed places that hold a point, of those in dispute on a day."""
        if point is None:
            return ()
        return tuple(
            place
            for place in self.disputed
            if place.claimants_on(day) and contains(place.shape, point, self._shape_of({}))
        )

    def naming_notes(self, point: Point | None, day: Day) -> tuple[str, ...]:
        """Return, for each dispute over a point, its names and who administers and claims it."""
        return tuple(self._naming_note(place, day) for place in self.disputed_at(point, day))

    def _naming_note(self, place: DisputedPlace, day: Day) -> str:
        def names(actor_ids: tuple[str, ...]) -> str:
            return ", ".join(self.actors[actor].name_on(day) for actor in actor_ids) or "unknown"

        return (
            f"{' / '.join(place.names)}: administered by {names(place.administrators_on(day))}, "
            f"claimed by {names(place.claimants_on(day))}. No recognition is implied."
        )

    def _shape_of(self, own: Mapping[str, Area]) -> Callable[[str], Shape]:
        def shape_of(area_id: str) -> Shape:
            return (own.get(area_id) or self.areas[area_id]).shape

        return shape_of

    def clauses(self) -> Iterator[tuple[Treaty, Clause]]:
        """Yield every clause with its treaty."""
        for treaty in self.treaties.values():
            for clause in treaty.clauses:
                yield treaty, clause
