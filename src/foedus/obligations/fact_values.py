"""The closed set of values that an unknown fact may take.

*Disputed* is none of them: that accounts differ is a fact of its own, and no value that can be learnt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from foedus.domain import condition as conditions
from foedus.domain.condition import Bound
from foedus.domain.contingency import HIGH_SEAS
from foedus.obligations import fact_words
from foedus.obligations.emission import pairs
from foedus.obligations.fact_words import MOST_VALUES, Value, alike, tested, together
from foedus.obligations.in_force import UNESTABLISHED
from foedus.obligations.situation import LOCAL, Situation
from foedus.register.check import conditions_of

NOBODY = "nobody"
ANOTHER = f"{LOCAL}another"
"""Somebody who is neither attacker nor target."""
YES, NO = "true", "false"


@dataclass(frozen=True, slots=True)
class Unvaried:
    """An unknown fact that is left unknown in every scenario, and why."""

    field: str
    reason: str


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


def _authors(reached: Sequence[Situation]) -> tuple[Value, ...]:
    scene = reached[0].scene
    sets = {one.members(test.first_use) for one in reached for test in tested(conditions.FirstUse, (one,))}
    actors = dict.fromkeys((*scene.event.attackers, *scene.event.targets, ANOTHER))
    return together([(scene.name(actor), actor) for actor in actors], sorted(sets, key=sorted))


def _resistance(name: str, reached: Sequence[Situation]) -> tuple[Value, ...]:
    states = {
        state
        for one in reached
        for asked in tested(conditions.Resists, (one,))
        for state in one.members(asked.resists)
        if one.scene.name(state) == name
    }
    state = min(states)
    return Value(YES, (state, True)), Value(NO, (state, False))


def _holders(kind: type[conditions.TerritoryOf | conditions.AdministeredBy], attribute: str) -> Callable[..., Any]:
    def values(reached: Sequence[Situation]) -> tuple[Value, ...]:
        scene = reached[0].scene
        asked = {one.members(getattr(test, attribute)) for one in reached for test in tested(kind, (one,))}
        near = (*scene.event.targets, *scene.event.attackers)
        others = sorted(set().union(*asked) - set(near))
        actors = [Value(scene.name(state), state) for state in dict.fromkeys((*near, *others))]
        sets = sorted(asked, key=sorted)
        return alike([*actors, Value(NOBODY, HIGH_SEAS)], lambda holder: tuple(holder in one for one in sets))

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
    "act.kind": fact_words.kinds_of_act,
    "act.gravity": fact_words.gravities,
    "act.means": fact_words.means,
    "act.first_use_of_force": _authors,
    "place.kind": fact_words.kinds_of_place,
    "place.object": fact_words.objects,
    "place.region": fact_words.regions,
    "place.sovereign": _holders(conditions.TerritoryOf, "territory_of"),
    "place.administered_by": _holders(conditions.AdministeredBy, "administered_by"),
}

_WHY_NOT: Mapping[str, str] = {
    "place.lat": "a point may lie anywhere: give coordinates",
    "place.claimants": "any states may have claims: name the claimants",
    UNESTABLISHED: "the register does not know it, and no fact of a contingency settles it",
}
