"""Likely responses in words: a band for each alliance, with its cases and what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from foedus.assessment.band import Band
from foedus.assessment.ladder import Ladder
from foedus.assessment.likelihood import FIRST, LAST, Likelihood
from foedus.assessment.outlook import Outlook
from foedus.assessment.responses import Duty, Response, Responses
from foedus.assessment.unknown import Unknown
from foedus.domain.vocabulary import Obligation
from foedus.report.outlook.told import Line, Namer, why
from foedus.report.wording import plain

TITLE = "Likely responses: is the alliance kept, once a war puts it to the test?"
DOES: Mapping[Obligation, str] = MappingProxyType(
    {"defend": "defend", "offense": "join the attack", "neutrality": "stay out"}
)
FEW = 3
"""More states are counted, not named."""


def responses_told(held: Responses, outlook: Outlook, namer: Namer) -> Iterator[Line]:
    """Yield the responses, those with a duty to fight first, and what they rest on."""
    for alike in alike_in([one for one in held.held if one.fights]):
        yield Line("; ".join(namer.treaty(one.treaty) for one in alike), "head")
        yield Line("; ".join(dict.fromkeys(_duty(duty, one, namer) for one in alike for duty in one.duties)))
        yield from _kept(alike[0].likelihood)
        yield from _otherwise(alike[0].likelihood)
        yield from _rungs({one.treaty: held.ladders[one.treaty] for one in alike}, namer)
    for alike in alike_in([one for one in held.held if not one.fights]):
        yield Line(_staying(alike, outlook, namer), "head")
        yield from _kept(alike[0].likelihood)
    yield from _notes(held, outlook, namer)


def alike_in(held: Iterable[Response]) -> list[list[Response]]:
    """Return responses of which the same is said in one list: alike in band, kinds and, if they fight, states."""
    gathered: dict[object, list[Response]] = {}
    for one in held:
        states = one.duties if one.fights else tuple(sorted({(duty.status, duty.side) for duty in one.duties}))
        gathered.setdefault((one.likelihood, states), []).append(one)
    return list(gathered.values())


def _duty(duty: Duty, of: Response, namer: Namer) -> str:
    states = f"{len(duty.obligors)} states" if len(duty.obligors) > FEW else namer.states(duty.obligors)
    waits = f", waits for {', '.join(duty.waits_for)}" if duty.waits_for else ""
    status = f"({plain(duty.status)}{waits})"
    called = _called_to_fight(duty, of)
    if called is None:
        return f"{states} to {DOES[duty.obligation]} {status}"
    if called.status == "due":
        return f"by another clause {states} not to help the other side {status}, beside that duty"
    return (
        f"by another clause {states} not to help the other side {status}, which yields once the duty to "
        f"{DOES[called.obligation]} is due"
    )


def _called_to_fight(duty: Duty, of: Response) -> Duty | None:
    """Return the duty to fight that the same treaty lays on some of those who are to stay out; None if none."""
    if duty.obligation != "neutrality":
        return None
    fighting = of.fighting_for(duty.side)
    return next((one for one in fighting if set(one.obligors) & set(duty.obligors)), None)


def _staying(alike: Sequence[Response], outlook: Outlook, namer: Namer) -> str:
    event = outlook.event
    sides = {"attackers": event.attackers, "targets": event.targets}
    owed = sorted({duty.side for one in alike for duty in one.duties})
    to = namer.states(state for side in owed for state in sides[side])
    states = namer.states({state for one in alike for duty in one.duties for state in duty.obligors})
    statuses = ", ".join(dict.fromkeys(plain(duty.status) for one in alike for duty in one.duties))
    treaties = f"{len(alike)} treaties" if len(alike) > 1 else "1 treaty"
    return f"Neutrality owed to {to}: {states} ({treaties}, {statuses})"


def _kept(likelihood: Likelihood | Unknown) -> Iterator[Line]:
    if isinstance(likelihood, Unknown):
        yield Line(f"not known: {likelihood.reason}", "unknown")
        return
    of = likelihood.reference
    like = f"of its like ({of.name}) {of.happened} of {of.cases} kept, in {of.wars} wars"
    yield Line(f"{likelihood.band.numbers}, {likelihood.band.words}; {like}{_closest(likelihood)}")


def _closest(likelihood: Likelihood) -> str:
    """Return how many of the cases like it with as many parties were kept, where that says more."""
    held = likelihood.closest
    if held is None or held.cases == likelihood.reference.cases:
        return ""
    size = held.name.rpartition(", ")[2]
    return f"; of those with {size} {held.happened or 'none'} of {held.cases}"


def _otherwise(likelihood: Likelihood | Unknown) -> Iterator[Line]:
    if isinstance(likelihood, Unknown):
        return
    others = [f"{one.band.numbers} {one.what}" for one in likelihood.changes]
    if isinstance(likelihood.untested, Band):
        others.append(f"up to {100 * likelihood.untested.high:.0f} % with those never tested")
    yield Line("; ".join(others), "quiet")


def _rungs(ladders: Mapping[str, Ladder], namer: Namer) -> Iterator[Line]:
    """Yield how far treaties go, those of which the same is said together."""
    gathered: dict[str, list[str]] = {}
    for treaty, held in ladders.items():
        gathered.setdefault(rungs_told(held), []).append(namer.treaty(treaty))
    for told, treaties in gathered.items():
        yield Line(f"{'; '.join(treaties)}: {told}" if len(gathered) > 1 else told, "quiet")


def rungs_told(held: Ladder) -> str:
    """Return how far a treaty goes in one line: what it names and provides, and what is estimated of it."""
    named = [plain(rung) + (" (left to the ally or a body)" if rung in held.left_open else "") for rung in held.named]
    told = f"how far it goes: {', '.join(named)}"
    if held.provided:
        told += f"; it provides {', '.join(map(plain, held.provided))}"
    if not held.estimated:
        return f"{told}; no rung is estimated"
    return f"{told}; estimated: {', '.join(map(plain, held.estimated))}, no other rung"


def _notes(held: Responses, outlook: Outlook, namer: Namer) -> Iterator[Line]:
    if held.below:
        names = "; ".join(sorted({f"{namer.treaty(one.treaty)} ({plain(one.reaches)})" for one in held.below}))
        yield Line(f"Rights to act, and help below full combat, as far as they go: {names}; not modelled", "quiet")
    if held.dropped:
        names = "; ".join(namer.treaty(one) for one in held.dropped)
        yield Line(f"Left out, because practice has dropped them: {names}", "quiet")
    yield Line(rests_on(held, outlook), "quiet")
    reasons = {
        one.likelihood.untested
        for one in held.held
        if isinstance(one.likelihood, Likelihood) and isinstance(one.likelihood.untested, Unknown)
    }
    for missing in reasons:
        yield Line(f"of those never tested nothing is known: {why(missing)}", "unknown")


def rests_on(held: Responses, outlook: Outlook) -> str:
    """Return what the bands rest on and what they leave out."""
    card, given = held.card, outlook.assumptions
    told = (
        f"95 % bands from {card.cases} alliances tested in {card.wars} wars, {FIRST}–{LAST} ({card.sources}): "
        f"of the alliance, not of a member, and only where deterrence had failed. Sanctions, "
        f"arms and bases are not modelled. Those never tested: assuming {100 * given.tested_share:g} % ever are, "
        f"and that keeping and deterring correlate by up to {given.together:g} (both are assumptions)."
    )
    if any(isinstance(one.likelihood, Likelihood) and one.likelihood.beyond for one in held.held):
        told += f" The event is later than all of these cases: what has changed since {LAST} is not in them."
    return told
