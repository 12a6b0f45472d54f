"""The pictures of an outlook: bands of the responses, balance through each lens, swings of the assumptions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from foedus.assessment.balance import LEFT_OUT, Balance, stand
from foedus.assessment.band import Band
from foedus.assessment.coalitions import Coalitions
from foedus.assessment.deterrence import Deterrence
from foedus.assessment.lens import Lens
from foedus.assessment.likelihood import FIRST, LAST, Likelihood
from foedus.assessment.outlook import Outlook
from foedus.assessment.responses import Response, Responses
from foedus.report.charts.bars import Bar, bars
from foedus.report.charts.chart import Chart
from foedus.report.charts.ranges import Range, ranges
from foedus.report.charts.theme import Words
from foedus.report.outlook.ahead import SHOWN, coalition_label
from foedus.report.outlook.power import STANDS, years_of
from foedus.report.outlook.responses import alike_in
from foedus.report.outlook.told import Namer, Part
from foedus.report.wording import plain

TESTED, ALL = "once tested", "all such promises, those never tested included"
MOST = 14
"""So many bands are drawn; the page tells of all."""


def pictures_of(part: Part, outlook: Outlook, namer: Namer) -> Iterator[Chart]:
    """Yield the pictures of a part of an outlook; none where the part is not known or has nothing to draw."""
    if part == "responses" and isinstance(outlook.responses, Responses):
        drawn = of_responses(outlook.responses, namer)
        if drawn is not None:
            yield drawn
    elif part == "balance" and isinstance(outlook.balance, Balance):
        yield of_balance(outlook.balance)
    elif part == "coalitions" and isinstance(outlook.coalitions, Coalitions) and outlook.coalitions.held:
        yield of_coalitions(outlook.coalitions, namer)
    elif part == "deterrence" and isinstance(outlook.deterrence, Deterrence):
        yield of_swings(outlook.deterrence)


def has_picture(part: Part, outlook: Outlook) -> bool:
    """Whether a part of an outlook has a picture, without drawing it."""
    if part == "responses":
        held = outlook.responses
        return isinstance(held, Responses) and any(isinstance(one.likelihood, Likelihood) for one in held.held)
    if part == "coalitions":
        return isinstance(outlook.coalitions, Coalitions) and bool(outlook.coalitions.held)
    return (part == "balance" and isinstance(outlook.balance, Balance)) or (
        part == "deterrence" and isinstance(outlook.deterrence, Deterrence)
    )


def of_responses(held: Responses, namer: Namer) -> Chart | None:
    """Return the band of each alliance, with the number of cases it rests on; None if none has one."""
    kept = [alike for alike in alike_in(held.held) if isinstance(alike[0].likelihood, Likelihood)]
    drawn = [one for alike in kept[:MOST] for one in _bands(alike, namer)]
    if not drawn:
        return None
    left = f"; {len(kept) - MOST} more are not drawn" if len(kept) > MOST else ""
    words = Words(
        "Is the alliance kept, once a war puts it to the test?",
        "per cent, 95 % bands; in brackets how many of its like were kept",
        f"{held.card.sources}: {held.card.cases} alliances tested in {held.card.wars} wars, {FIRST}–{LAST}",
        f"of the alliance, not of a member, and only where deterrence had failed{left}",
    )
    return ranges(drawn, words, ends=(0.0, 100.0))


def _bands(alike: Sequence[Response], namer: Namer) -> Iterator[Range]:
    likelihood = alike[0].likelihood
    if not isinstance(likelihood, Likelihood):
        return
    of = likelihood.reference
    label = f"({of.happened} of {of.cases}) {_label(alike, namer)}"
    for group, band in ((TESTED, likelihood.band), (ALL, likelihood.untested)):
        if isinstance(band, Band):
            yield Range(label, round(100 * band.low), round(100 * band.high), group)


def _label(alike: Sequence[Response], namer: Namer) -> str:
    if alike[0].fights:
        return "; ".join(namer.treaty(one.treaty) for one in alike)
    return f"neutrality: {namer.states({state for one in alike for duty in one.duties for state in duty.obligors})}"


def of_balance(held: Balance) -> Chart:
    """Return the balance through each lens, the attackers' capability being 1."""
    waits = any(sums[-1] != sums[-2] for sums in ([value for _, value in _stands(lens)] for lens in held.lenses))
    drawn = [
        Bar(f"{lens.heading} {years_of(lens)}", value, group=group)
        for lens in held.lenses
        for group, value in [("attackers", 1.0), *_stands(lens)]
        if group != STANDS[-1] or waits
    ]
    counted = "platforms are plain counts" if len(held.whole) < len(held.lenses) else ""
    disagree = f"the lenses disagree on who is ahead {', '.join(held.disagree)}" if held.disagree else ""
    words = Words(
        "Capability at hand, that of the attackers being 1",
        "multiples of the attackers' capability",
        "; ".join(dict.fromkeys(lens.source for lens in held.lenses)),
        "; ".join(filter(None, (disagree, counted, f"left out: {', '.join(LEFT_OUT)}"))),
    )
    return bars(drawn, words)


def _stands(lens: Lens) -> Iterator[tuple[str, float]]:
    for name, sums in zip(STANDS, stand(lens).values(), strict=True):
        yield name, lens.times(sums)


def of_coalitions(held: Coalitions, namer: Namer) -> Chart:
    """Return the band of each coalition, the likeliest by its middle at the top."""
    drawn = [
        Range(
            f"{number}. (n = {one.cases}) {coalition_label(one, held, namer)}",
            round(100 * one.band.low),
            round(100 * one.band.high),
        )
        for number, one in enumerate(held.held[:SHOWN], 1)
    ]
    left = f"; {len(held.held) - SHOWN} more are not drawn" if len(held.held) > SHOWN else ""
    words = Words(
        "Who comes to the targets together, once a war puts it all to the test",
        "per cent, 95 % bands; n: the fewest tested cases of their like",
        f"{held.draws:,} draws, seed {held.seed}, of the model of fulfilment (docs/assessment.md)",
        f"an alliance comes as one or not at all; those who come without a treaty are not in it{left}",
    )
    return ranges(drawn, words, ends=(0.0, 100.0))


def of_swings(held: Deterrence) -> Chart:
    """Return what each assumption does to the margin of leaving things over attack: a tornado."""
    drawn = [
        Range(
            plain(one.assumption),
            round(one.margins[0], 3),
            round(one.margins[1], 3),
            _turns(one.decides),
            one.low,
            one.high,
        )
        for one in held.swings
    ]
    words = Words(
        "What each assumption does to the challenger's calculation",
        "by how much leaving things as they are is worth more than attack; below 0 it is not deterred",
        f"the model of docs/assessment.md on {held.lens}; assumptions, not measurements",
        "written at the ends: the least and the most that was tried",
    )
    return ranges(drawn, words, line=0.0)


def _turns(decides: bool) -> str:
    return "changes the verdict" if decides else "does not change the verdict"
