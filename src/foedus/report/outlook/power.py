"""Balance, deterrence, time to decide and what decides it, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from foedus.assessment.balance import LEFT_OUT, Balance, stand
from foedus.assessment.band import Band
from foedus.assessment.deciders import Deciders, Dispute
from foedus.assessment.decision import Deciding, Decisions
from foedus.assessment.decision import Part as BodyPart
from foedus.assessment.deterrence import Deterrence, Swing, Verdict
from foedus.assessment.lens import Lens
from foedus.assessment.outcomes import Outcomes
from foedus.measures.capability.platforms import DOMAINS
from foedus.measures.capability.platforms import NOTE as PLATFORMS
from foedus.measures.capability.quantities import QUANTITIES
from foedus.obligations.in_force import UNESTABLISHED
from foedus.report.outlook.facts import worth_told
from foedus.report.outlook.told import Grid, Line, Namer
from foedus.report.wording import plain
from foedus.response.deterrence.kinds import KINDS

BALANCE = "Balance: capability at hand, the attackers' being 1"
DETERRENCE = "Deterrence: the challenger's calculation, under assumptions"
DECIDERS = "What decides it"
STANDS = ("targets", "with all whose duty is due", "and all whose may come due")
BEHIND = "owe the attackers"
VERDICTS: Mapping[Verdict, str] = MappingProxyType(
    {
        "deterred": "deterred at either end of the bands",
        "not deterred": "not deterred at either end of the bands",
        "depends": "it depends: deterred at one end of the bands and not at the other",
    }
)
_PARTS: Mapping[BodyPart, str] = MappingProxyType(
    {"finds": "a duty waits for its finding", "directs": "directs; no duty waits for it"}
)
_MOST_TOLD = 4


def balance_told(held: Balance, namer: Namer) -> tuple[list[Line], Grid]:
    """Return the balance through every lens, and what it leaves out."""
    grid = Grid(("", *STANDS, BEHIND), tuple(map(_row, held.lenses)))
    lines = []
    if held.disagree:
        lines.append(Line(f"the lenses disagree on who is ahead {', '.join(held.disagree)}", "warning"))
    sums = [one for lens in held.lenses for one in (*lens.owing.values(), *lens.behind.values())]
    missing = {state for one in sums for state in one.missing}
    if missing:
        lines.append(Line(f"at least, for some lens has no figure of {namer.states(missing)}", "quiet"))
    lines.extend(_disputes(held.outcomes, namer) if held.outcomes else ())
    if any(lens.name in DOMAINS for lens in held.lenses):
        lines.append(Line(f"platforms: {PLATFORMS}", "quiet"))
    sources = "; ".join(dict.fromkeys(lens.source for lens in held.lenses))
    lines.append(Line(f"{sources}. Left out: {', '.join(LEFT_OUT)}{_unseen(held)}", "quiet"))
    return lines, grid


def _row(lens: Lens) -> tuple[str, ...]:
    behind = list(lens.behind.values())
    cells = (f"{lens.times(sums):.2f}" for sums in stand(lens).values())
    attackers = f"{lens.times(behind):.2f}" if any(one.states for one in behind) else "–"
    return f"{lens.heading} {years_of(lens)}", *cells, attackers


def _disputes(held: Outcomes, namer: Namer) -> Iterator[Line]:
    """Yield how a dispute of each attacker with each target would end."""
    learnt = f"a model of {held.cases:,} past disputes" if held.cases else "a model of past disputes"
    yield Line(f"a dispute of one with one, no allies, as {learnt} has it ({held.source}, {held.year}; in tenths):")
    for one in held.pairs[:_MOST_TOLD]:
        attacker, target = namer.state(one.attacker), namer.state(one.target)
        turned = f"; had {target} begun, {attacker} wins {one.answered.win.numbers}" if one.answered else ""
        yield Line(
            f"{attacker} wins {one.begun.win.numbers}, stalemate {one.begun.stalemate.numbers}, {target} wins "
            f"{one.begun.lose.numbers}{turned}"
        )
    left = len(held.pairs) - _MOST_TOLD
    told = [f"{left} more pairs in the JSON"] if left > 0 else []
    told += [f"no score of {namer.state(one)} and {namer.state(other)}" for one, other in held.missing]
    if told:
        yield Line("; ".join(told), "quiet")


def years_of(lens: Lens) -> str:
    """Return the years of the figures."""
    return f"{lens.years[0]}" if lens.years[0] == lens.years[1] else f"{lens.years[0]}–{lens.years[1]}"


def _unseen(held: Balance) -> str:
    blind: dict[str, list[str]] = {}
    for name, reason in held.unseen:
        blind.setdefault(reason.reason, []).append(QUANTITIES[name].heading if name in QUANTITIES else name)
    return "".join(f". Not seen: {', '.join(names)}, for {reason}" for reason, names in blind.items())


def deterrence_told(held: Deterrence) -> Iterator[Line]:
    """Yield the challenger's calculation."""
    high, low = held.expected
    yield Line(
        f"attack is worth {held.alone:.2f} if nobody comes, {high:.2f} to {low:.2f} as the bands have it, "
        f"{held.sure:.2f} if all come; leaving things as they are {held.status_quo:.2f} "
        f"({held.lens}; winning is worth the stake)"
    )
    yield Line(VERDICTS[held.verdict], "warning" if held.verdict == "depends" else "plain")
    if held.blocks:
        yield Line(f"{needed_told(held)}; by the bands, those never tested included, {_coming(held)}")
    else:
        yield Line("nobody owes the target a fight")
    told = "; ".join(swing_told(one) for one in held.swings[:_MOST_TOLD])
    yield Line(f"margin of leaving over attack: {told}", "quiet")
    kinds = {one.name for one in KINDS}
    rest = [name for name in held.not_modelled if name not in kinds]
    yield Line(f"{held.record} Not modelled: {', '.join(rest)}.", "quiet")


def needed_told(held: Deterrence) -> str:
    """Return with how much probability every alliance would have to come."""
    low, high = held.needed.low, held.needed.high
    if low is None:
        return "not even certainty that all allies come would deter, over all the ranges tried"
    if high == 0:
        return "nobody would have to come, over all the ranges tried"
    most = "over 100" if high is None else f"{100 * high:.0f}"
    return f"to deter, each alliance must be expected to come with {100 * low:.0f} to {most} % over the ranges tried"


def _coming(held: Deterrence) -> str:
    return Band(min(one.coming.low for one in held.blocks), max(one.coming.high for one in held.blocks)).numbers


def swing_told(one: Swing) -> str:
    """Return an assumption with its range and what that does to the margin."""
    return f"{plain(one.assumption)} {one.low} → {one.high}: {one.margins[0]:+.2f} → {one.margins[1]:+.2f}"


def decisions_title(days: float) -> str:
    """Return the title of the decisions, with the pace that is assumed."""
    return f"Time to decide, if a member takes {days:g} days on average (assumed)"


def decisions_told(held: Decisions) -> Iterator[Line]:
    """Yield the bodies that decide."""
    for one in held.held:
        yield Line(body_told(one))
        if one.decision.note and one.decision.rule.rule != "self_judging":
            yield Line(one.decision.note, "quiet")


def body_told(one: Deciding) -> str:
    """Return a body with its part, its rule and the days it takes."""
    found = one.decision
    name = f"{found.organ.name} ({_PARTS[one.part]}): {plain(found.rule.rule)}"
    if found.rule.rule == "self_judging":
        return f"{name}; each member judges for itself and needs nobody's leave"
    first, middle, last = found.delay.quantiles
    return (
        f"{name}, {found.needed} of {len(found.delay.speeding)}; one time in ten within {first:.0f} days, in two "
        f"{middle:.0f}, in ten not before {last:.0f}"
    )


def deciders_told(held: Deciders, namer: Namer) -> Iterator[Line]:
    """Yield what decides it, numbered."""
    told = [*_facts(held, namer), *_readings(held, namer)]
    if held.swing:
        turns = "changes" if held.swing.decides else "does not change"
        told.append(f"the assumption {swing_told(held.swing)}, which {turns} the verdict")
    for number, text in enumerate(told, 1):
        yield Line(f"{number}. {text}")


def _facts(held: Deciders, namer: Namer) -> Iterator[str]:
    for fact in held.facts:
        what = "a duty to fight" if fact.to_fight else "a duty"
        names = "; ".join(map(namer.treaty, fact.treaties[:2]))
        rest = f" and {len(fact.treaties) - 2} more" if len(fact.treaties) > 2 else ""
        asked = fact.field if fact.field == UNESTABLISHED else f"the fact {fact.field}"
        yield "; ".join([f"{asked}, on which {what} hangs ({names}{rest})", *worth_told(fact.worth)])


def _readings(held: Deciders, namer: Namer) -> Iterator[str]:
    for treaty in dict.fromkeys(one.treaty for one in held.disputes):
        yield _dispute([one for one in held.disputes if one.treaty == treaty], namer)


def _dispute(held: Sequence[Dispute], namer: Namer) -> str:
    states = namer.states({state for one in held for state in one.obligors})
    readings = [each for one in held for each in one.readings]
    bound = dict.fromkeys(each.reading for each in readings if each.status != "not_due")
    free = dict.fromkeys(each.reading for each in readings if each.status == "not_due")
    told = f"bound on “{'”, “'.join(bound)}”; not on “{'”, “'.join(free)}”"
    return f"the reading of {namer.treaty(held[0].treaty)}: {states}, {told}"
