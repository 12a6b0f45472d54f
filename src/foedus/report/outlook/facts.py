"""Bounds over the unknown facts in words: who is bound whatever they are, and what each would tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from foedus.assessment.fact_bounds import SIDES, Bound, FactBounds
from foedus.assessment.fact_worth import Worth
from foedus.assessment.outlook import Outlook
from foedus.assessment.prior import Prior
from foedus.assessment.responses import Side
from foedus.assessment.unknown import Unknown
from foedus.obligations.unknown_facts import UnknownFact
from foedus.report.outlook.told import Line, Namer, why
from foedus.report.wording import plain

TITLE = "Unknown facts: what is so whatever they are"
MANY = 8
"""Of more states than this only the number is told."""
FEW = 2
"""So many other values are named that a value stands for; more are counted."""


def bounds_told(held: FactBounds, outlook: Outlook, namer: Namer) -> Iterator[Line]:
    """Yield the bounds."""
    for worth in held.worths:
        yield Line(_values(worth.fact), "quiet")
    yield from (Line(f"{one.field} stays unknown: {one.reason}", "quiet") for one in held.unvaried)
    if held.worths:
        yield Line(
            f"{held.scenarios} scenarios, every combination of them; in how many something is so is no probability",
            "quiet",
        )
    for side in SIDES:
        states = [one for one in held.states if one.side == side]
        if states:
            yield Line(_bound(states, held.counts[side], _owed(side, outlook, namer), namer))
    if held.shares:
        yield Line(_shares(held))
    yield Line(_verdicts(held))
    if held.priors:
        yield from _by_priors(held, namer)


def _values(fact: UnknownFact) -> str:
    told = (" or ".join([plain(one.word), *_others(one.stands_for)]) for one in fact.values)
    return f"{fact.field}: {' | '.join(told)}"


def _others(words: tuple[str, ...]) -> list[str]:
    return [f"{len(words)} others alike"] if len(words) > FEW else list(map(plain, words))


def _owed(side: Side, outlook: Outlook, namer: Namer) -> str:
    event = outlook.event
    return namer.states(event.targets if side == "targets" else event.attackers)


def _bound(states: list[Bound], ends: tuple[int, int], whom: str, namer: Namer) -> str:
    least, most = ends
    number = f"{least} to {most}" if least < most else f"{least}"
    alone = states[0].scenarios == 1
    words = {
        "all": "surely" if alone else "in every scenario",
        "some": "not settled" if alone else "in some",
        "none": "in none, for they wait for an event or are disputed",
    }
    held = {when: [one.state for one in states if one.when == when] for when in words}
    parts = [f"{words[when]}: {_named(found, namer)}" for when, found in held.items() if found or when == "all"]
    return f"bound to fight for {whom}: {number} {'state' if number == '1' else 'states'}; {'; '.join(parts)}"


def _named(states: list[str], namer: Namer) -> str:
    if not states:
        return "nobody"
    return f"{len(states)} states" if len(states) > MANY else namer.states(states)


def _shares(held: FactBounds) -> str:
    told = (f"{one.least:.2f} to {one.most:.2f} ({one.lens.heading})" for one in held.shares)
    return f"targets with all whose duty is due, the attackers having 1: {', '.join(told)}"


def _verdicts(held: FactBounds) -> str:
    if isinstance(held.verdicts, Unknown):
        return f"the verdict of deterrence is not known: {why(held.verdicts)}"
    if len(held.verdicts) == 1:
        return f"the verdict of deterrence is the same whatever they are: {_verdict(*held.verdicts)}"
    if held.scenarios == 1:
        return f"the verdict of deterrence may be: {' or '.join(map(_verdict, held.verdicts))}"
    told = (f"{_verdict(word)} in {count}" for word, count in held.verdicts.items())
    return f"the verdict of deterrence may be, of {held.scenarios} scenarios: {', '.join(told)}"


def _verdict(word: str) -> str:
    return "depends on who comes" if word == "depends" else word


def _by_priors(held: FactBounds, namer: Namer) -> Iterator[Line]:
    """Yield what follows from the priors, states with the same probability together."""
    told = "; ".join(map(_prior, held.priors))
    others = any(one.fact.field not in {prior.field for prior in held.priors} for one in held.worths)
    free = "; whatever the facts without a prior are" if others else ""
    yield Line(f"by your prior ({told}; facts independent{free}), a duty to fight is due with probability")
    gathered: dict[tuple[str, Side], list[str]] = {}
    for one in held.states:
        if one.chance:
            gathered.setdefault((_chance(*one.chance), one.side), []).append(one.state)
    for (chance, _), states in gathered.items():
        yield Line(f"{chance}: {_named(states, namer)}")


def _prior(prior: Prior) -> str:
    return f"{prior.field}: {', '.join(f'{plain(word)} {weight:g}' for word, weight in prior.weights)}"


def _chance(low: float, high: float) -> str:
    ends = dict.fromkeys((f"{low:.2f}", f"{high:.2f}"))
    return " to ".join(ends)


def worth_told(held: Worth | None) -> Iterable[str]:
    """Yield what knowing a fact would tell."""
    if held is None:
        return
    if held.turns == 0:
        yield "alone it makes no duty to fight due"
        return
    yield (
        f"once known, the number bound still varies by {held.on_average:.3g} on average and {held.at_worst} at worst "
        f"(now {held.width})"
    )
    if held.turns_verdict is not None:
        yield f"it can{'' if held.turns_verdict else 'not'} change the verdict"
