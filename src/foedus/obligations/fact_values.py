"""The closed set of values that an unknown fact may take, those that no clause tells apart as one.

*Disputed* is none of them: that accounts differ is a fact of its own, and no value that can be learnt.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, get_args

from foedus.domain import condition as conditions
from foedus.domain.condition import Bound, Condition
from foedus.domain.contingency import HIGH_SEAS
from foedus.domain.vocabulary import ActKind, Means, PlaceKind, PlaceObject, Region
from foedus.obligations.act import GRAVITIES
from foedus.obligations.emission import pairs
from foedus.obligations.in_force import UNESTABLISHED
from foedus.obligations.situation import LOCAL, Situation
from foedus.register.check import conditions_of

MOST_VALUES = 8
"""A fact with more values that count differently is not varied."""
NOBODY = "nobody"
ANOTHER = f"{LOCAL}another"
"""Somebody who is neither attacker nor target."""
YES, NO = "true", "false"


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a fact.

    Attributes
    ----------
    word : str
        As a contingency would say it; an actor by its name.
    held : object
        As the contingency holds it.
    stands_for : tuple of str
        The words of other values that every clause in question takes alike.
    """

    word: str
    held: Any
    stands_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unvaried:
    """An unknown fact that is left unknown in every scenario, and why."""

    field: str
    reason: str


Mark = Callable[[Any], Hashable]
"""What the clauses in question see of a value: equal for values that they take alike."""


def values_of(field: str, asked: Sequence[Situation]) -> tuple[Value, ...] | Unvaried:
    """Return the values of a field on which situations hang.

    Parameters
    ----------
    field : str
        A path such as ``act.gravity`` or ``resists.NAME``.
    asked : sequence of Situation
        At least one.
    """
    reached = tuple(_reached(asked))
    if field in _PLAIN:
        yes, no = _PLAIN[field]
        return Value(YES, yes), Value(NO, no)
    if field.startswith("resists."):
        return _resistance(field.removeprefix("resists."), reached)
    if field not in _WAYS:
        return Unvaried(field, _WHY_NOT.get(field, "no fact of a contingency settles it"))
    found = _WAYS[field](reached)
    if len(found) > MOST_VALUES:
        return Unvaried(field, f"{len(found)} of its values count differently, too many to try")
    return found


def _reached(asked: Iterable[Situation]) -> Iterator[Situation]:
    """Yield the situations, and those of the duties in other treaties on which theirs are chained."""
    for situation in asked:
        yield situation
        for condition in conditions_of(situation.clause):
            if isinstance(condition, Bound) and condition.bound.treaty not in situation.chain:
                yield from _reached(_chained(condition, situation))


def _chained(condition: Bound, situation: Situation) -> Iterator[Situation]:
    scene, wanted = situation.scene, condition.bound
    treaty = scene.register.treaty(wanted.treaty)
    chain = (*situation.chain, situation.treaty.id)
    for clause in treaty.clauses if treaty.id not in chain else ():
        for obligor, beneficiary in pairs(scene, treaty, clause):
            if obligor == wanted.state:
                yield Situation(scene, treaty, clause, obligor, beneficiary, situation.views, chain)


def _tested(kind: type[Condition], reached: Iterable[Situation]) -> list[Any]:
    """Return what conditions of one kind ask for, each once."""
    clauses = {id(one.clause): one.clause for one in reached}.values()
    held = (one for clause in clauses for one in conditions_of(clause) if isinstance(one, kind))
    return list(dict.fromkeys(held))


def _alike(values: Iterable[Value], mark: Mark) -> tuple[Value, ...]:
    """Return one value of each mark, the first, which stands for the others."""
    gathered: dict[Hashable, list[Value]] = {}
    for one in values:
        gathered.setdefault(mark(one.held), []).append(one)
    return tuple(Value(first.word, first.held, tuple(one.word for one in rest)) for first, *rest in gathered.values())


def _words(vocabulary: Iterable[str]) -> list[Value]:
    return [Value(word, word) for word in vocabulary]


def _at_war(reached: Iterable[Situation]) -> bool:
    return any("at_war" in one.clause.beneficiary_is for one in reached)


def _kinds_of_act(reached: Sequence[Situation]) -> tuple[Value, ...]:
    asked = _tested(conditions.ActIs, reached)
    directed, at_war = bool(_tested(conditions.ExternallyDirected, reached)), _at_war(reached)
    return _alike(
        _words(get_args(ActKind)),
        lambda word: (
            tuple(word in one.act for one in asked),
            directed and word in {"armed_attack", "threat"},
            at_war and word == "armed_attack",
        ),
    )


def _gravities(reached: Sequence[Situation]) -> tuple[Value, ...]:
    least = [GRAVITIES.index(one.gravity) for one in _tested(conditions.GravityAtLeast, reached)]
    least += [GRAVITIES.index("armed_attack")] if _at_war(reached) else []
    return _alike(_words(GRAVITIES), lambda word: tuple(GRAVITIES.index(word) >= one for one in least))


def _kinds_of_place(reached: Sequence[Situation]) -> tuple[Value, ...]:
    """Return the kinds of place; the high seas are under nobody's sovereignty, which other clauses may see."""
    asked = _tested(conditions.PlaceIs, reached)
    holders = bool(_tested(conditions.TerritoryOf, reached) or _tested(conditions.AdministeredBy, reached))
    return _alike(
        _words(get_args(PlaceKind)),
        lambda word: (tuple(word in one.kind for one in asked), holders and word == HIGH_SEAS),
    )


def _objects(reached: Sequence[Situation]) -> tuple[Value, ...]:
    asked = _tested(conditions.ObjectHit, reached)
    return _alike(_words(get_args(PlaceObject)), lambda word: tuple(word in one.object for one in asked))


def _regions(reached: Sequence[Situation]) -> tuple[Value, ...]:
    asked = _tested(conditions.InRegion, reached)
    return _alike(_words(get_args(Region)), lambda word: tuple(word in one.region for one in asked))


def _means(reached: Sequence[Situation]) -> tuple[Value, ...]:
    sets = [frozenset(one.means) for one in _tested(conditions.MeansUsed, reached)]
    return _together([(word, word) for word in get_args(Means)], sets)


def _authors(reached: Sequence[Situation]) -> tuple[Value, ...]:
    scene = reached[0].scene
    sets = {one.members(test.first_use) for one in reached for test in _tested(conditions.FirstUse, (one,))}
    actors = dict.fromkeys((*scene.event.attackers, *scene.event.targets, ANOTHER))
    return _together([(scene.name(actor), actor) for actor in actors], sorted(sets, key=sorted))


def _together(members: Sequence[tuple[str, str]], sets: Sequence[frozenset[str]]) -> tuple[Value, ...]:
    """Return one of each kind of member, and every union of kinds: any number may have acted or been used together."""

    def mark(held: Sequence[str]) -> Hashable:
        return tuple(not one.isdisjoint(held) for one in sets)

    single = _alike((Value(word, (member,)) for word, member in members), mark)
    if len(single) > MOST_VALUES:
        return single
    joint = (
        Value(" and ".join(one.word for one in chosen), tuple(one.held[0] for one in chosen))
        for count in range(2, len(single) + 1)
        for chosen in combinations(single, count)
    )
    marks = {mark(one.held) for one in single}
    return (*single, *_alike((one for one in joint if mark(one.held) not in marks), mark))


def _resistance(name: str, reached: Sequence[Situation]) -> tuple[Value, ...]:
    states = {
        state
        for one in reached
        for asked in _tested(conditions.Resists, (one,))
        for state in one.members(asked.resists)
        if one.scene.name(state) == name
    }
    state = min(states)
    return Value(YES, (state, True)), Value(NO, (state, False))


def _holders(kind: type[conditions.TerritoryOf | conditions.AdministeredBy], attribute: str) -> Callable[..., Any]:
    def values(reached: Sequence[Situation]) -> tuple[Value, ...]:
        scene = reached[0].scene
        asked = {one.members(getattr(test, attribute)) for one in reached for test in _tested(kind, (one,))}
        near = (*scene.event.targets, *scene.event.attackers)
        others = sorted(set().union(*asked) - set(near))
        actors = [Value(scene.name(state), state) for state in dict.fromkeys((*near, *others))]
        sets = sorted(asked, key=sorted)
        return _alike([*actors, Value(NOBODY, HIGH_SEAS)], lambda holder: tuple(holder in one for one in sets))

    return values


_PLAIN: Mapping[str, tuple[object, object]] = {
    "act.provoked": (YES, NO),
    "act.external_direction": (YES, NO),
    "act.indirect": (True, False),
    "act.declared_war": (True, False),
    "place.within_recognised_borders": (True, False),
}
"""What *true* and *false* are in the contingency."""

_WAYS: Mapping[str, Callable[[Sequence[Situation]], tuple[Value, ...]]] = {
    "act.kind": _kinds_of_act,
    "act.gravity": _gravities,
    "act.means": _means,
    "act.first_use_of_force": _authors,
    "place.kind": _kinds_of_place,
    "place.object": _objects,
    "place.region": _regions,
    "place.sovereign": _holders(conditions.TerritoryOf, "territory_of"),
    "place.administered_by": _holders(conditions.AdministeredBy, "administered_by"),
}

_WHY_NOT: Mapping[str, str] = {
    "place.lat": "a point may lie anywhere: give coordinates",
    "place.claimants": "any states may have claims: name the claimants",
    UNESTABLISHED: "the register does not know it, and no fact of a contingency settles it",
}
