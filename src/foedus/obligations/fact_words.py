"""Words of a vocabulary as values of an unknown fact: those that no clause in question tells apart as one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, get_args

from foedus.domain import condition as conditions
from foedus.domain.condition import Condition
from foedus.domain.contingency import HIGH_SEAS
from foedus.domain.vocabulary import ActKind, Means, PlaceKind, PlaceObject, Region
from foedus.obligations.act import GRAVITIES
from foedus.obligations.situation import Situation
from foedus.register.check import conditions_of

MOST_VALUES = 8
"""A fact with more values that count differently is not varied."""


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


Mark = Callable[[Any], Hashable]
"""What the clauses in question see of a value: equal for values that they take alike."""


def tested(kind: type[Condition], reached: Iterable[Situation]) -> list[Any]:
    """Return what conditions of one kind ask for, each once."""
    clauses = {id(one.clause): one.clause for one in reached}.values()
    held = (one for clause in clauses for one in conditions_of(clause) if isinstance(one, kind))
    return list(dict.fromkeys(held))


def alike(values: Iterable[Value], mark: Mark) -> tuple[Value, ...]:
    """Return one value of each mark, the first, which stands for the others."""
    gathered: dict[Hashable, list[Value]] = {}
    for one in values:
        gathered.setdefault(mark(one.held), []).append(one)
    return tuple(Value(first.word, first.held, tuple(one.word for one in rest)) for first, *rest in gathered.values())


def together(members: Sequence[tuple[str, str]], sets: Sequence[frozenset[str]]) -> tuple[Value, ...]:
    """Return one of each kind of member, and every union of kinds: any number may have acted or been used together."""

    def mark(held: Sequence[str]) -> Hashable:
        return tuple(not one.isdisjoint(held) for one in sets)

    single = alike((Value(word, (member,)) for word, member in members), mark)
    if len(single) > MOST_VALUES:
        return single
    joint = (
        Value(" and ".join(one.word for one in chosen), tuple(one.held[0] for one in chosen))
        for count in range(2, len(single) + 1)
        for chosen in combinations(single, count)
    )
    marks = {mark(one.held) for one in single}
    return (*single, *alike((one for one in joint if mark(one.held) not in marks), mark))


def _words(vocabulary: Iterable[str]) -> list[Value]:
    return [Value(word, word) for word in vocabulary]


def _at_war(reached: Iterable[Situation]) -> bool:
    return any("at_war" in one.clause.beneficiary_is for one in reached)


def kinds_of_act(reached: Sequence[Situation]) -> tuple[Value, ...]:
    """Return the kinds of act."""
    asked = tested(conditions.ActIs, reached)
    directed, at_war = bool(tested(conditions.ExternallyDirected, reached)), _at_war(reached)
    return alike(
        _words(get_args(ActKind)),
        lambda word: (
            tuple(word in one.act for one in asked),
            directed and word in {"armed_attack", "threat"},
            at_war and word == "armed_attack",
        ),
    )


def gravities(reached: Sequence[Situation]) -> tuple[Value, ...]:
    """Return the gravities."""
    least = [GRAVITIES.index(one.gravity) for one in tested(conditions.GravityAtLeast, reached)]
    least += [GRAVITIES.index("armed_attack")] if _at_war(reached) else []
    return alike(_words(GRAVITIES), lambda word: tuple(GRAVITIES.index(word) >= one for one in least))


def kinds_of_place(reached: Sequence[Situation]) -> tuple[Value, ...]:
    """Return the kinds of place; the high seas are under nobody's sovereignty, which other clauses may see."""
    asked = tested(conditions.PlaceIs, reached)
    holders = bool(tested(conditions.TerritoryOf, reached) or tested(conditions.AdministeredBy, reached))
    return alike(
        _words(get_args(PlaceKind)),
        lambda word: (tuple(word in one.kind for one in asked), holders and word == HIGH_SEAS),
    )


def objects(reached: Sequence[Situation]) -> tuple[Value, ...]:
    """Return what may have been hit."""
    asked = tested(conditions.ObjectHit, reached)
    return alike(_words(get_args(PlaceObject)), lambda word: tuple(word in one.object for one in asked))


def regions(reached: Sequence[Situation]) -> tuple[Value, ...]:
    """Return the regions."""
    asked = tested(conditions.InRegion, reached)
    return alike(_words(get_args(Region)), lambda word: tuple(word in one.region for one in asked))


def means(reached: Sequence[Situation]) -> tuple[Value, ...]:
    """Return the means, alone and together."""
    sets = [frozenset(one.means) for one in tested(conditions.MeansUsed, reached)]
    return together([(word, word) for word in get_args(Means)], sets)
