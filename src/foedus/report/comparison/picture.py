"""The picture of a comparison: the bands of both sides, treaty by treaty."""

from __future__ import annotations

from collections.abc import Iterator

from foedus.assessment.band import Band
from foedus.assessment.comparison.compare import EventPair
from foedus.assessment.comparison.pair import Pair
from foedus.assessment.comparison.parts import ResponsePair
from foedus.assessment.likelihood import FIRST, LAST, Likelihood
from foedus.assessment.responses import Response, Responses
from foedus.report.charts.chart import Chart
from foedus.report.charts.lettering import shortened
from foedus.report.charts.ranges import Range, ranges
from foedus.report.charts.theme import Words
from foedus.report.comparison.rows import Names

MOST, LABELS = 14, 215
"""So many treaties are drawn, under names of so many pixels; the page tells of all."""


def of_bands(event: EventPair, names: Names, sides: Pair[str]) -> Chart | None:
    """Return the bands of all treaties with a duty to fight on either side; None if none has one.

    Parameters
    ----------
    sides : Pair of str
        What the sides are called.
    """
    held = sorted(filter(_is_drawn, event.responses), key=lambda pair: not isinstance(pair.tested.a, Band))
    drawn = [one for pair in held[:MOST] for one in _bands(pair, names)]
    card = next((part.card for part in event.parts["responses"].known if isinstance(part, Responses)), None)
    if not drawn or card is None:
        return None
    left = f"; {len(held) - MOST} more are not drawn" if len(held) > MOST else ""
    words = Words(
        "Is the alliance kept, once a war puts it to the test? A beside B",
        f"A: {sides.a}; B: {sides.b}. Per cent, 95 % bands; in brackets how many of its like were kept",
        f"{card.data} {card.version}: {card.cases} alliances tested in {card.wars} wars, {FIRST}–{LAST}",
        f"of the alliance, not of a member, and only where deterrence had failed{left}",
    )
    return ranges(drawn, words, ends=(0.0, 100.0))


def _is_drawn(pair: ResponsePair) -> bool:
    responses = [one for one in pair.held.known if isinstance(one, Response)]
    return any(one.fights and isinstance(one.likelihood, Likelihood) for one in responses)


def _bands(pair: ResponsePair, names: Names) -> Iterator[Range]:
    """Yield the band of either side; its letter stands at its end, for colour never speaks alone."""
    label = shortened(f"({_cases(pair)}) {names.treaty(pair.treaty)}", LABELS, 11)
    for side, band in (("A", pair.tested.a), ("B", pair.tested.b)):
        if isinstance(band, Band):
            low, high = round(100 * band.low), round(100 * band.high)
            yield Range(label, low, high, side, f"{low}", f"{high} {side}")


def _cases(pair: ResponsePair) -> str:
    """Return the cases of its like; of both sides where they differ."""
    found = [
        f"{one.likelihood.reference.happened} of {one.likelihood.reference.cases}"
        for one in pair.held.known
        if isinstance(one, Response) and isinstance(one.likelihood, Likelihood)
    ]
    return "; ".join(dict.fromkeys(found))
