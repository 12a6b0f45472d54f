"""Guarantees: what every state would be owed, on a day, if any other attacked its capital.

For every ordered pair of states one contingency: an unprovoked, grave armed attack by the one at the seat of government
of the other, which is undisputed and resisted; nothing else had happened. What it does not say stays unknown.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import permutations

import numpy as np

from foedus._base.dates import Day
from foedus.domain.area import Point
from foedus.domain.contingency import Act, Contingency, Event, Place
from foedus.domain.vocabulary import Obligation
from foedus.obligations.compiled.batch import Batch, Sets, existing
from foedus.obligations.compiled.looks import CONTEXT, Look
from foedus.obligations.compiled.statuses import Statuses, statuses_of
from foedus.obligations.compiled.truths import Codes
from foedus.obligations.situation import NO_VIEWS, Law, Scene
from foedus.register.register import Register


@dataclass(frozen=True)
class Guarantees:
    """The findings of every attack, without those that are not due.

    Attributes
    ----------
    day : Day
        The day of all attacks.
    attacker, target : array of int, shape (attacks,)
        The two states of each attack, by their codes in `statuses.actors`; `statuses.event` counts the attacks.
    """

    day: Day
    attacker: Codes
    target: Codes
    statuses: Statuses

    def __len__(self) -> int:
        """How many findings are held."""
        return len(self.statuses)

    @property
    def actors(self) -> Sequence[str]:
        """The actors by code."""
        return self.statuses.actors

    def only(self, obligations: Collection[Obligation]) -> Guarantees:
        """Return the findings of some kinds of duty."""
        wanted = np.array([clause.obligation in obligations for _, clause in self.statuses.clauses], np.bool_)
        return replace(self, statuses=self.statuses.at(wanted[self.statuses.clause]))

    def sorted(self) -> Guarantees:
        """Return the findings by attacker, target, treaty, clause, obligor and beneficiary."""
        held = self.statuses
        order = np.lexsort((held.beneficiary, held.obligor, held.clause, held.event))
        return replace(self, statuses=held.at(order))


def guarantees(register: Register, day: Day) -> Guarantees:
    """Return what everyone would owe in every attack of one state on another's capital on a day."""
    batch = attacks(register, day)
    return Guarantees(day, batch.attackers.members, batch.targets.members, statuses_of(register, batch))


def states_on(register: Register, day: Day) -> tuple[str, ...]:
    """Return the states that existed on a day and whose capital is known, sorted."""
    held = (actor for actor in register.actors if actor.kind == "state" and actor.existed_on(day))
    return tuple(sorted(actor.id for actor in held if actor.capital_on(day)))


def attacks(register: Register, day: Day, pairs: Sequence[tuple[str, str]] | None = None) -> Batch:
    """Return attacks as columns; they say what `attack` says, one by one, and its scenes are made on demand.

    Parameters
    ----------
    pairs : sequence of (attacker, target), optional
        Each a state, and another whose capital is known on the day; every such pair if None.
    """
    asked = list(permutations(states_on(register, day), 2)) if pairs is None else pairs
    actors = [actor.id for actor in register.actors]
    code = {actor: number for number, actor in enumerate(actors)}
    ordered = np.array([(code[one], code[other]) for one, other in asked], np.int64).reshape(-1, 2)
    attacker, target = ordered.T
    law = Law(day)

    @cache
    def scene(world: int) -> Scene:
        told = attack(register, actors[attacker[world]], actors[target[world]], day)
        return Scene(register, told, told.events[0], law)

    return Batch(
        law=law,
        event=np.arange(len(ordered)),
        seen={
            **dict.fromkeys((Look.ACT, Look.STATE_ATTACKS, *CONTEXT), np.zeros(len(ordered), np.int64)),
            Look.AUTHORS: attacker,
            Look.PLACE: target,
            Look.RESISTANCE: target,
            Look.SIDES: np.arange(len(ordered)),
        },
        silent=CONTEXT - {Look.RESISTANCE},
        attackers=_singletons(attacker),
        targets=_singletons(target),
        authors=_singletons(attacker),
        calls=np.zeros((0, 2), np.int64),
        called=(),
        actors=actors,
        exists=existing(register, actors, day),
        scene=scene,
        views=[NO_VIEWS] * len(ordered),
    )


def _singletons(members: Codes) -> Sets:
    return Sets(np.arange(len(members) + 1), members, members)


def attack(register: Register, attacker: str, target: str, day: Day) -> Contingency:
    """Return the attack of one state on another's capital.

    Raises
    ------
    ValueError
        If no capital of the target is known on that day.
    """
    seat = register.actors[target].capital_on(day)
    if seat is None:
        message = f"no capital of {target} is known on {day}"
        raise ValueError(message)
    place = Place(
        name=seat.name,
        point=Point(seat.lat, seat.lon),
        kind="metropolitan",
        object="territory",
        sovereign=target,
        administered_by=target,
        within_recognised_borders=True,
    )
    act = Act(
        kind="armed_attack",
        gravity="major",
        first_use_of_force=(attacker,),
        provoked="false",
        indirect=False,
    )
    event = Event("event-1", day, (attacker,), (target,), place, act)
    return Contingency(events=(event,), resists=((target, True),))
