"""Spells over the years: bars that begin, end, lie dormant or may have run, under headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from foedus._base.dates import Day, Spell, day_number
from foedus.report.charts.chart import Chart
from foedus.report.charts.extra import Picture, alt
from foedus.report.charts.figures import Figures
from foedus.report.charts.lettering import marked, shortened
from foedus.report.charts.matrix import Look
from foedus.report.charts.series import Uncovered
from foedus.report.charts.theme import INK, PALE, PAPER, QUIET, RULE, Words, chart

ROW, BAR = 19, 12
LABELS = 300
WIDTH = 700
_TEXT, _SMALL = 11, 9

_Key: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Bound:
    """A spell.

    Attributes
    ----------
    row : str
        Whose it is; spells of one name and mark under one heading share a row.
    spell : Spell
        With an established beginning; without an end it still ran on the last day known.
    kind : str
        A word of the legend.
    faint : tuple of Spell
        The parts of it in which it was law without life.
    left : str
        Why it ended before what it belongs to did; empty if it did not.
    heading : str
        Under which it stands.
    mark : str
        A short word that tells it apart, shown where the name is cut.
    """

    row: str
    spell: Spell
    kind: str
    faint: tuple[Spell, ...] = ()
    left: str = ""
    heading: str = ""
    mark: str = ""

    @property
    def key(self) -> _Key:
        """What its row is known by."""
        return self.heading, self.row, self.mark


def year_of(day: int) -> float:
    """Return a day number as a year with its fraction, 1 January of year 1 being 1.0."""
    year = Day.from_number(day).year
    first = day_number(year, 1, 1)
    return year + (day - first) / (day_number(year + 1, 1, 1) - first)


def spells(
    held: Sequence[Bound], words: Words, years: range, looks: Mapping[str, Look], uncovered: Sequence[Uncovered] = ()
) -> Chart:
    """Return spells as bars over the years, row by row in the order given.

    Parameters
    ----------
    years : range
        The first and the last year drawn; a spell that runs on beyond the picture ends in an arrow.
    looks : mapping of str to (colour, letter)
        By kind.
    uncovered : sequence of Uncovered
        Years of which the register says nothing; no bar enters those after the first ones.
    """
    places = _rows(held)
    known = min([years[-1] + 1, *(one.first for one in uncovered if one.first > years[0])])
    parts = [part for one in held for part in _parts(one, places[one.key], (years[0], known))]
    axis = alt.Axis(labelExpr=_ERA, tickMinStep=1, tickCount=10, gridColor=RULE)
    across = alt.X("from:Q", title=None, scale=alt.Scale(domain=[years[0], years[-1] + 1], nice=False), axis=axis)
    letters = {one.key: looks[one.kind][1] for one in held}
    layers = [*_not_covered(uncovered, across), *_headed(places), *_bars(parts, across, looks)]
    picture = alt.layer(*layers, *_labels(places, letters))
    told = f"{len(places)} rows, {years[0]} to {years[-1]}"
    picture = picture.properties(width=WIDTH, height=max(1, len(places)) * ROW)
    return chart(picture, words, told, _figures(held), WIDTH + LABELS - 60)


_ERA = "datum.value > 0 ? format(datum.value, 'd') : format(1 - datum.value, 'd') + ' BC'"


def _rows(held: Sequence[Bound]) -> dict[_Key, int]:
    """Return the number of each row from the top; a heading has a row of its own, without a name."""
    keys: dict[_Key, None] = {}
    for heading in dict.fromkeys(one.heading for one in held):
        if heading:
            keys[heading, "", ""] = None
        keys.update(dict.fromkeys(one.key for one in held if one.heading == heading))
    return {key: at for at, key in enumerate(keys)}


def _parts(one: Bound, row: int, ends: tuple[float, float]) -> Iterator[dict[str, Any]]:
    """Yield the stretches of a spell within the years known: sure, doubtful at either end, faint."""
    start, end = one.spell.start, one.spell.end
    if start is None:
        return
    low, high = ends
    sure = (year_of(start.last), high if end is None else year_of(end.first + 1))
    stretches = [(*sure, "sure")] if sure[1] > sure[0] else []
    doubts = [(year_of(day.first), year_of(day.last + 1)) for day in (start, end) if day and day.precision != "day"]
    stretches += [(begin, close, "doubtful") for begin, close in doubts]
    stretches += [(begin, close, "faint") for begin, close in _faint(one, sure)]
    base = {"row": (row + 0.5) * ROW, "kind": one.kind, "left": one.left}
    for begin, close, look in stretches:
        kept = max(begin, low), min(close, high)
        if kept[0] < kept[1]:
            stops = end is not None and close <= high
            yield base | {"from": kept[0], "to": kept[1], "look": look, "stops": stops, "starts": begin >= low}


def _faint(one: Bound, sure: tuple[float, float]) -> Iterator[tuple[float, float]]:
    for spell in one.faint:
        begin = year_of(spell.start.first) if spell.start else sure[0]
        close = year_of(spell.end.last + 1) if spell.end else sure[1]
        if max(begin, sure[0]) < min(close, sure[1]):
            yield max(begin, sure[0]), min(close, sure[1])


def _bars(parts: list[dict[str, Any]], across: alt.X, looks: Mapping[str, Look]) -> list[Picture]:
    shown = [kind for kind in looks if any(part["kind"] == kind for part in parts)]
    said = {kind: f"{looks[kind][1]}  {kind}".strip() for kind in shown}
    legend = alt.Legend(symbolType="square", labelExpr=f"({said})[datum.label]") if len(shown) > 1 else None
    scale = alt.Scale(domain=shown, range=[looks[kind][0] for kind in shown])
    colour = alt.Color("kind:N", title=None, scale=scale, legend=legend)
    base = alt.Chart(alt.Data(values=parts)).encode(x=across, y=alt.Y("row:Q", scale=None, axis=None))
    sure, doubtful, faint = (base.transform_filter(f"datum.look == '{look}'") for look in ("sure", "doubtful", "faint"))
    hollow = doubtful.mark_bar(height=BAR - 4, fillOpacity=0.25, strokeDash=[2, 2], strokeWidth=1)
    return [
        sure.mark_bar(height=BAR).encode(x2="to:Q", color=colour),
        hollow.encode(x2="to:Q", color=colour, stroke=colour),
        faint.mark_bar(height=BAR - 4, color=PAPER, opacity=0.72).encode(x2="to:Q"),
        sure.transform_filter("datum.starts").mark_tick(color=INK, size=BAR, thickness=1.2),
        *_ends(sure.encode(x=alt.X("to:Q"))),
    ]


def _ends(sure: Picture) -> list[Picture]:
    """Return the marks at the ends of bars: a line, the reason of one that left, an arrow where it runs on."""
    why = sure.transform_filter("datum.stops && datum.left != ''")
    arrow = sure.transform_filter("!datum.stops")
    return [
        sure.transform_filter("datum.stops").mark_tick(color=INK, size=BAR, thickness=1.2),
        why.mark_text(align="left", dx=4, fontSize=_SMALL + 1).encode(text="left:N"),
        arrow.mark_point(shape="triangle-right", filled=True, size=40, opacity=1, color=INK, xOffset=4),
    ]


def _not_covered(uncovered: Sequence[Uncovered], across: alt.X) -> list[Picture]:
    if not uncovered:
        return []
    spans = [{"from": one.first, "to": one.last + 1, "words": one.words} for one in uncovered]
    blank = alt.Chart(alt.Data(values=spans)).encode(x=across)
    said = blank.mark_text(align="left", dx=2, dy=-7, color=QUIET, fontStyle="italic", fontSize=_SMALL + 1)
    ground = blank.mark_rect(color=PALE, stroke=QUIET, strokeDash=[2, 3], strokeWidth=0.7, clip=True)
    return [ground.encode(x2="to:Q"), said.encode(y=alt.value(0), text="words:N")]


def _headed(places: Mapping[_Key, int]) -> list[Picture]:
    """Return a line under each heading."""
    lines = [{"row": (at + 1) * ROW - 1} for (_, row, _), at in places.items() if not row]
    if not lines:
        return []
    under = alt.Chart(alt.Data(values=lines)).mark_rule(color=QUIET, strokeWidth=0.7)
    y = alt.Y("row:Q", scale=None, axis=None)
    return [under.encode(y=y, x=alt.value(-LABELS), x2=alt.value(WIDTH))]


def _labels(places: Mapping[_Key, int], letters: Mapping[_Key, str]) -> list[Picture]:
    aside = 18 if any(letters.values()) else 8
    rows = [
        {"row": (at + 0.5) * ROW, "text": _name(key), "head": not key[1], "letter": letters.get(key, "")}
        for key, at in places.items()
    ]
    base = alt.Chart(alt.Data(values=rows)).encode(y=alt.Y("row:Q", scale=None, axis=None))
    name = base.transform_filter("!datum.head").mark_text(align="right", fontSize=_TEXT)
    head = base.transform_filter("datum.head").mark_text(align="left", fontSize=_TEXT, fontWeight="bold")
    letter = base.mark_text(align="center", fontSize=_SMALL, fontWeight="bold", color=QUIET)
    return [
        name.encode(x=alt.value(-aside), text="text:N"),
        head.encode(x=alt.value(-LABELS), text="text:N"),
        letter.encode(x=alt.value(-9), text="letter:N"),
    ]


def _name(key: _Key) -> str:
    """Return the name of a row, cut where it is too long, then followed by its mark."""
    heading, row, mark = key
    room = LABELS - 20
    if not row:
        return shortened(heading, LABELS + WIDTH / 2, _TEXT)
    return marked(row, mark, room, _TEXT)


def _figures(held: Sequence[Bound]) -> Figures:
    rows = tuple(
        (one.heading, one.row, one.kind, str(one.spell.start or ""), str(one.spell.end or "still held"), one.left)
        for one in held
    )
    return Figures(("under", "name", "kind", "from", "until", "left"), rows)
