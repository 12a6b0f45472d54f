"""What a clause is tested against: one obligor, one beneficiary, one event, and the law of a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

from foedus._base.dates import Day
from foedus.domain.condition import ActorSet, RoleWord
from foedus.domain.contingency import Contingency, Event
from foedus.domain.treaty import Clause, Treaty
from foedus.obligations.logic import Question
from foedus.register.register import Register

NO_VIEWS: Mapping[str, str] = MappingProxyType({})
LOCAL = "~"
"""First letter of the id of an actor that stands only in the contingency."""


@dataclass(frozen=True, slots=True)
class Law:
    """Which law is applied.

    Attributes
    ----------
    day : Day
        The day whose law it is.
    public_only : bool
        Leave out what was secret and not yet published on that day.
    """

    day: Day
    public_only: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """An event within its contingency, the register, and the law applied."""

    register: Register
    contingency: Contingency
    event: Event
    law: Law

    def name(self, actor_id: str) -> str:
        """Return what an actor was called on the day of the event."""
        if actor_id.startswith(LOCAL):
            return dict(self.contingency.labels).get(actor_id, actor_id.removeprefix(LOCAL))
        actor = self.register.actors.get(actor_id)
        return actor.name_on(self.event.date) if actor else actor_id

    def names(self, actor_ids: Iterable[str]) -> str:
        """Return a list of names in words."""
        return ", ".join(sorted(map(self.name, actor_ids)))

    def happened(self, day: Day) -> bool:
        """Whether something of that day had happened by the event."""
        return day.first <= self.event.date.last

    def is_state(self, actor_id: str) -> bool:
        """Whether an actor is a state or an earlier polity."""
        actor = self.register.actors.get(actor_id)
        return actor is not None and actor.kind in {"state", "polity"}

    def opponents_of(self, state: str) -> tuple[str, ...]:
        """Return those on the other side of the act; for a bystander, the attackers."""
        if state in self.event.attackers and state not in self.event.targets:
            return self.event.targets
        return tuple(attacker for attacker in self.event.attackers if attacker != state)


@dataclass(frozen=True)
class Situation:
    """A clause put to the test for one obligor and one beneficiary.

    Attributes
    ----------
    views : mapping of str to str
        The side taken on each disputed question, by topic.
    chain : tuple of str
        Treaties whose duties are being resolved for the sake of this one, to stop a circle.
    """

    scene: Scene
    treaty: Treaty
    clause: Clause
    obligor: str
    beneficiary: str
    views: Mapping[str, str] = field(default_factory=lambda: NO_VIEWS)
    chain: tuple[str, ...] = ()

    def under(self, question: Question, view: str) -> Situation:
        """Return the same situation with a side taken on a disputed question."""
        return replace(self, views={**self.views, question.topic: view})

    @cached_property
    def adversaries(self) -> tuple[str, ...]:
        """Those against whom the beneficiary stands in this event."""
        return self.scene.opponents_of(self.beneficiary)

    @cached_property
    def bound_parties(self) -> frozenset[str]:
        """The states that may be bound by the treaty on the day."""
        day = self.scene.law.day
        return frozenset(party.state for party in self.treaty.parties if party.may_be_bound_on(day))

    def members(self, whose: RoleWord | ActorSet) -> frozenset[str]:
        """Return the states meant by a role or a set."""
        match whose:
            case "beneficiary":
                return frozenset({self.beneficiary})
            case "obligor":
                return frozenset({self.obligor})
            case "adversary":
                return frozenset(self.adversaries)
            case "parties":
                return self.bound_parties
            case ActorSet(states, classes):
                return frozenset(states) | self.of_classes(classes)

    def of_classes(self, classes: Iterable[str]) -> frozenset[str]:
        """Return the members of shared classes on the day."""
        register, day = self.scene.register, self.scene.event.date
        return frozenset().union(*(register.classes[class_id].members_on(day) for class_id in classes))

    def class_names(self, classes: Iterable[str]) -> list[str]:
        """Return shared classes in words."""
        return [self.scene.register.classes[class_id].name for class_id in classes]

    def words(self, whose: RoleWord | ActorSet) -> str:
        """Return a role or a set in words."""
        match whose:
            case "parties":
                return "a party"
            case ActorSet(states, classes):
                return " or ".join([*sorted(map(self.scene.name, states)), *self.class_names(classes)])
            case _:
                return self.scene.names(self.members(whose)) or f"the {whose}"
