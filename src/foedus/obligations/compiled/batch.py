"""Many events of one day as columns: every event once for each combination of the sides of its disputes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from typing import Any

import numpy as np

from foedus._base.dates import Day
from foedus.domain.contingency import DISPUTED, Event
from foedus.obligations.act import CUMULATION
from foedus.obligations.compiled.looks import Look
from foedus.obligations.compiled.truths import Codes, Flags
from foedus.obligations.place import TITLE
from foedus.obligations.situation import Law, Scene
from foedus.register.register import Register

Views = Mapping[str, str]

FIRST_USE = "act.first_use_of_force"

_SIDES: Mapping[str, tuple[str, str]] = {
    "act.provoked": ("true", "false"),
    FIRST_USE: ("adversary", "beneficiary"),
    "act.external_direction": ("true", "false"),
    CUMULATION.topic: ("together", "alone"),
}


_LISTS: Mapping[Look, Callable[[Scene], Hashable]] = {
    Look.WARS: lambda scene: scene.contingency.belligerents + scene.contingency.entries,
    Look.MOBILISATIONS: lambda scene: scene.contingency.mobilisations,
    Look.REQUESTS: lambda scene: scene.contingency.requests,
    Look.FINDINGS: lambda scene: scene.contingency.findings,
    Look.RESISTANCE: lambda scene: scene.contingency.resists,
}


class Vocabulary:
    """Codes for whatever is equal: each distinct value is given the next number."""

    def __init__(self, values: Iterable[Hashable] = ()) -> None:
        self._codes: dict[Hashable, int] = {}
        for value in values:
            self.code(value)

    def __len__(self) -> int:
        return len(self._codes)

    def code(self, value: Hashable) -> int:
        """Return the code of a value, a new one if it was not met before."""
        return self._codes.setdefault(value, len(self._codes))

    def values(self) -> list[Any]:
        """Return every value in the order of the codes."""
        return list(self._codes)


@dataclass(frozen=True)
class Sets:
    """A set of actors for each world.

    Attributes
    ----------
    starts : array of int, shape (worlds + 1,)
        Where the members of each set begin.
    members : array of int
        Actors by code, set after set.
    kind : array of int, shape (worlds,)
        A code that is equal where the sets are.
    """

    starts: Codes
    members: Codes
    kind: Codes

    @cached_property
    def pairs(self) -> tuple[Codes, Codes]:
        """Every (world, member)."""
        return np.repeat(np.arange(len(self.kind)), np.diff(self.starts)), self.members

    def spread(self, worlds: Codes) -> tuple[Codes, Codes]:
        """Return, for a column of worlds, every (row, member)."""
        if len(self.members) == len(self.kind) and (np.diff(self.starts) == 1).all():
            return np.arange(len(worlds)), self.members[worlds]
        counts = self.starts[worlds + 1] - self.starts[worlds]
        rows = np.repeat(np.arange(len(worlds)), counts)
        within = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
        return rows, self.members[self.starts[worlds[rows]] + within]

    def hold(self, worlds: Codes, actors: Codes) -> Flags:
        """Return whether each actor belongs to the set of its world; both of shape (rows,)."""
        rows, members = self.spread(worlds)
        return np.bincount(rows[members == actors[rows]], minlength=len(worlds)) > 0


@dataclass(frozen=True)
class Batch:
    """Events that share a day and a law, as columns over their worlds.

    Attributes
    ----------
    event : array of int, shape (worlds,)
        Which event each world belongs to.
    seen : mapping of Look to array of int, shape (worlds,)
        For whatever is the same for all rows of a world, codes that are equal where the facts are and the same sides of
        disputes are taken.
    silent : frozenset of Look
        The lists of the context that are empty in every world.
    attackers, targets, authors : Sets
        Who stands where, and who used force first.
    calls : array of int, shape (calls, 2)
        World and caller of every call made under a treaty, named beside it in `called`.
    actors : list of str
        Actor ids by code.
    exists : array of bool, shape (actors,)
        Which of them may have existed on the day of the law.
    scene : callable
        Makes the scene of a world; asked only where a condition must be evaluated.
    views : sequence of mapping
        The side taken on each dispute, by world.
    """

    law: Law
    event: Codes
    seen: Mapping[Look, Codes]
    silent: frozenset[Look]
    attackers: Sets
    targets: Sets
    authors: Sets
    calls: Codes
    called: tuple[str, ...]
    actors: Sequence[str]
    exists: Flags
    scene: Callable[[int], Scene]
    views: Sequence[Views]

    @property
    def worlds(self) -> int:
        """How many there are."""
        return len(self.event)

    @cached_property
    def concerned(self) -> tuple[Codes, Codes]:
        """Every (world, actor) of those who are targets or attackers, each once."""
        base = len(self.actors)
        keys = [world * base + actor for world, actor in (self.targets.pairs, self.attackers.pairs)]
        world, actor = np.divmod(np.unique(np.concatenate(keys)), base)
        return world, actor

    def holds(self, states: Iterable[str]) -> Flags:
        """Return which actors are among these states; shape (actors,)."""
        wanted = frozenset(states)
        return np.array([actor in wanted for actor in self.actors], np.bool_)


def disputes(event: Event) -> dict[str, tuple[str, ...]]:
    """Return every dispute about an event with the views held of it."""
    act, place = event.act, event.place
    held = {
        "act.provoked": act.provoked == DISPUTED,
        FIRST_USE: DISPUTED in (act.first_use_of_force or ()),
        "act.external_direction": act.external_direction == DISPUTED,
        CUMULATION.topic: bool(event.cumulative_with),
    }
    found: dict[str, tuple[str, ...]] = {topic: _SIDES[topic] for topic, is_held in held.items() if is_held}
    if place.sovereign == DISPUTED and place.claimants:
        found[TITLE] = tuple(sorted(set(place.claimants)))
    return found


def _worlds(event: Event) -> list[Views]:
    topics = disputes(event)
    return [dict(zip(topics, sides, strict=True)) for sides in product(*topics.values())]


def batch_of(scenes: Sequence[Scene]) -> Batch:
    """Return the columns of events that share a day and a law."""
    worlds = [(number, views) for number, scene in enumerate(scenes) for views in _worlds(scene.event)]
    actors = Vocabulary(actor.id for actor in scenes[0].register.actors)
    held = [scenes[number] for number, _ in worlds]
    views = [one for _, one in worlds]
    calls = [
        (world, actors.code(call.by), call.to_treaty)
        for world, scene in enumerate(held)
        for call in scene.contingency.requests
        if call.to_treaty and scene.happened(call.date)
    ]
    attackers = sets([scene.event.attackers for scene in held], actors)
    targets = sets([scene.event.targets for scene in held], actors)
    authors = sets([scene.event.act.first_use_of_force or () for scene in held], actors)
    return Batch(
        law=scenes[0].law,
        event=np.array([number for number, _ in worlds], np.int64),
        seen={
            Look.ACT: coded(map(_act_seen, held, views)),
            Look.AUTHORS: coded(map(_authors_seen, held, views)),
            Look.PLACE: coded((scene.event.place, one.get(TITLE)) for scene, one in zip(held, views, strict=True)),
            Look.STATE_ATTACKS: coded(any(map(scene.is_state, _only_attackers(scene.event))) for scene in held),
            Look.SIDES: coded((scene.event.attackers, scene.event.targets) for scene in held),
            **{look: coded(map(told, held)) for look, told in _LISTS.items()},
        },
        silent=frozenset(look for look, told in _LISTS.items() if not any(map(told, held))),
        attackers=attackers,
        targets=targets,
        authors=authors,
        calls=np.array([call[:2] for call in calls], np.int64).reshape(-1, 2),
        called=tuple(call[2] for call in calls),
        actors=actors.values(),
        exists=existing(scenes[0].register, actors.values(), scenes[0].law.day),
        scene=held.__getitem__,
        views=views,
    )


def existing(register: Register, actors: Iterable[str], day: Day) -> Flags:
    """Return which actors may have existed on a day; one that stands only in a contingency did."""
    known = map(register.actors.get, actors)
    return np.array([actor is None or actor.existed_on(day) for actor in known], np.bool_)


def sets(groups: Sequence[Sequence[str]], actors: Vocabulary) -> Sets:
    """Return one set of actors for each world."""
    members = [list(dict.fromkeys(map(actors.code, group))) for group in groups]
    starts = np.concatenate([[0], np.cumsum([len(group) for group in members])]).astype(np.int64)
    flat = np.array([code for group in members for code in group], np.int64)
    return Sets(starts, flat, coded(tuple(sorted(group)) for group in members))


def _only_attackers(event: Event) -> list[str]:
    return [attacker for attacker in event.attackers if attacker not in event.targets]


def _act_seen(scene: Scene, views: Views) -> Hashable:
    told = replace(scene.event.act, first_use_of_force=None)
    return told, bool(scene.event.cumulative_with), tuple(views.get(topic) for topic in _SIDES if topic != FIRST_USE)


def _authors_seen(scene: Scene, views: Views) -> Hashable:
    return scene.event.act.first_use_of_force, views.get(FIRST_USE)


def coded(values: Iterable[Hashable]) -> Codes:
    """Return a code for each value, equal where the values are."""
    vocabulary = Vocabulary()
    return np.array([vocabulary.code(value) for value in values], np.int64)
