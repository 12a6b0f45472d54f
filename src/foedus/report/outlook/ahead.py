"""Coalitions and the second round in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from foedus.assessment.alliances import Alliance
from foedus.assessment.band import Band
from foedus.assessment.coalitions import Coalition, Coalitions, Shares
from foedus.assessment.ensemble import PARAMETERS
from foedus.assessment.escalation import Course, Escalation, Joining
from foedus.assessment.responses import Side
from foedus.report.outlook.told import Line, Namer

COALITIONS = "Coalitions: who comes to the targets together, once a war puts it all to the test"
ESCALATION = "The second round: who is bound next, if those who owe a fight come in"
SHOWN = 8
FEW, FEW_ALLIES, FEW_TREATIES = 8, 3, 3
"""More states, states of an alliance, and treaties, are counted, not named."""
SIDES: tuple[Side, ...] = ("targets", "attackers")
NEVER = 0.005
"""What would be written as no per cent."""
NOBODY = "nobody who is bound"


def coalitions_told(held: Coalitions, namer: Namer) -> Iterator[Line]:
    """Yield the likeliest coalitions, who may come beside the attackers, what share of capability that gives."""
    for one in held.held[:SHOWN]:
        yield Line(f"{one.band.numbers}: {coalition_name(one, held, namer)} (n = {one.cases})")
    if not held.held:
        yield Line("nobody is bound to the targets")
    if len(held.held) > SHOWN:
        yield Line(f"and {len(held.held) - SHOWN} more that are likelier than 1 in 100 (in the JSON)", "quiet")
    yield from _beside_the_attackers(held, namer)
    for shares in held.shares:
        yield Line(_share(shares))
    missing = {state for shares in held.shares for state in shares.missing}
    if missing:
        yield Line(f"without a figure, and counted as nothing through some lens: {namer.states(missing)}", "quiet")
    yield from _notes(held, namer)


def coalition_name(one: Coalition, held: Coalitions, namer: Namer) -> str:
    """Return the alliances of a coalition by name."""
    return "; ".join(_name(held.alliances[number], namer) for number in one.alliances) or NOBODY


def _name(one: Alliance, namer: Namer) -> str:
    """Return an alliance by its states if they are few, or by its treaty and their number."""
    if len(one.states) <= FEW_ALLIES:
        return namer.states(one.states)
    return f"{namer.treaty(one.treaty)} ({len(one.states)} states)"


def coalition_label(one: Coalition, held: Coalitions, namer: Namer) -> str:
    """Return the alliances of a coalition where there is little room: of many states, by the id of the treaty."""
    chosen = [held.alliances[number] for number in one.alliances]
    short = (namer.states(each.states) if len(each.states) <= FEW_ALLIES else each.treaty for each in chosen)
    return "; ".join(short) or NOBODY


def _beside_the_attackers(held: Coalitions, namer: Namer) -> Iterator[Line]:
    gathered: dict[tuple[int, ...], list[str]] = {}
    for one, band in zip(held.alliances, held.coming, strict=True):
        if one.side == "attackers":
            gathered.setdefault(one.after, []).append(f"{_name(one, namer)} {band.numbers}")
    for after, told in gathered.items():
        yield Line(f"beside the attackers{_waits(after, held, namer)}: {'; '.join(told)}")


def _waits(after: Sequence[int], held: Coalitions, namer: Namer) -> str:
    states = tuple({state for number in after for state in held.alliances[number].states})
    if not states:
        return ""
    return f", only once {'one of ' if len(states) > 1 else ''}{_states(states, namer)} has come in"


def _share(held: Shares) -> str:
    fewest, most = (f"{100 * values[0]:.0f} to {100 * values[-1]:.0f} %" for values in (held.fewest, held.most))
    counted = fewest if fewest == most else f"{fewest} if the fewest duties to them count and {most} if the most do"
    return (
        f"{held.heading}: nine times in ten the targets' side has {counted} of the capability; it is ahead in "
        f"{_often(held.ahead)} draws"
    )


def _often(ahead: Band) -> str:
    if ahead.high < NEVER:
        return "none of the"
    return "all" if ahead.low > 1 - NEVER else f"{ahead.numbers} of the"


def _notes(held: Coalitions, namer: Namer) -> Iterator[Line]:
    may = [one for one in held.alliances if not one.due]
    if may:
        names = "; ".join(_name(one, namer) for one in may)
        yield Line(f"may or may not be bound, so that at the low ends they do not come: {names}", "quiet")
    if held.left_out:
        names = "; ".join(f"{namer.treaty(one)} ({why.reason})" for one, why in held.left_out)
        yield Line(f"not drawn: {names}", "quiet")
    yield Line(
        f"{held.draws:,} draws, seed {held.seed}; 95 % bands over {PARAMETERS} draws of the model's coefficients; n: "
        "the fewest tested cases behind any of them. An alliance comes as one or not at all, and in step with others "
        f"by a correlation of {held.in_step:g} (assumed, in_step). Those who come without a treaty are not in it.",
        "quiet",
    )


def escalation_told(held: Escalation, namer: Namer) -> Iterator[Line]:
    """Yield who is bound next by the letter, and with all pledges."""
    if not held.adds:
        yield Line("nobody else becomes bound, neither by the letter nor with all pledges")
    elif held.letter == held.all_pledges:
        yield from _courses("By the letter, and with all pledges alike", held.letter, namer)
    else:
        yield from _courses("By the letter", held.letter, namer)
        yield from _courses("With all pledges, contested and dormant ones too", held.all_pledges, namer)
    yield Line(f"{held.label} Two rounds are followed here; the chain (foedus cascade) goes on to its end.", "quiet")


def _courses(title: str, courses: Sequence[Course], namer: Namer) -> Iterator[Line]:
    yield Line(title, "head")
    for torn in dict.fromkeys(words for course in courses for words in course.torn):
        yield Line(f"torn: {torn}", "warning")
    for course in courses:
        when = f"if {'; '.join(course.choices)}: " if course.choices else ""
        told = [_joining(side, course, namer) for side in SIDES if any(one.side == side for one in course.next)]
        yield Line(f"{when}{'; '.join(told) or 'nobody else becomes bound'}")
        yield Line(_war(course, namer))


def _joining(side: Side, course: Course, namer: Namer) -> str:
    """Return who is bound next on a side: the states, beside whom, and under what."""
    found = [one for one in course.next if one.side == side]
    return f"bound to the {side}: {'; '.join(_together(alike, namer) for alike in _alike(found))}"


def _alike(found: Sequence[Joining]) -> list[list[Joining]]:
    gathered: dict[tuple[tuple[str, ...], bool, bool], list[Joining]] = {}
    for one in found:
        gathered.setdefault((one.beside, one.live, one.in_arms), []).append(one)
    return list(gathered.values())


def _together(alike: Sequence[Joining], namer: Namer) -> str:
    states = tuple(state for one in alike for state in one.states)
    treaties = tuple(dict.fromkeys(treaty for one in alike for treaty in one.treaties))
    under = "; ".join(map(namer.treaty, treaties)) if len(treaties) <= FEW_TREATIES else f"{len(treaties)} treaties"
    limits = "" if alike[0].live else "; dropped by practice"
    limits += "" if alike[0].in_arms else "; help below full combat"
    return f"{_states(states, namer)} beside {_states(alike[0].beside, namer)} ({under}{limits})"


def _states(states: Sequence[str], namer: Namer) -> str:
    return namer.states(states) if len(states) <= FEW else f"{len(states)} states"


def _war(course: Course, namer: Namer) -> str:
    ours, theirs = (len(course.sides[side]) for side in ("targets", "attackers"))
    pairs = f"{course.pairs} pairs" if course.pairs > 1 else "1 pair"
    armed = f"; with nuclear weapons: {namer.states(course.nuclear)}" if course.nuclear else ""
    return f"then {ours} on the targets' side against {theirs}; {pairs} of states at war{armed}"
