"""A comparison as one page that asks for nothing from anywhere: two columns, or one on a narrow screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from html import escape
from importlib.resources import files
from types import MappingProxyType

from foedus.assessment.comparison.compare import Assessed, Comparison
from foedus.assessment.comparison.pair import How, Pair
from foedus.domain.contingency import Event
from foedus.report.charts.chart import Chart
from foedus.report.charts.page import page
from foedus.report.comparison.heading import heading
from foedus.report.comparison.picture import of_bands
from foedus.report.comparison.rows import MARKS, NONE, UNKNOWN, Row, Section
from foedus.report.comparison.sections import names_of, sections
from foedus.report.outlook.page import STYLE, WARNING
from foedus.report.outlook.responses import TITLE as RESPONSES
from foedus.report.outlook.told import Line, Namer
from foedus.report.wording import plain

OWN_STYLE = files("foedus.report.comparison") / "page.css"
CLASSES: Mapping[How, str] = MappingProxyType(
    {"same": "same", "differs": "differs", "only in A": "one", "only in B": "one", "not known": "unknown"}
)
NOTHING = Line("nothing, on either side", "quiet")
LEGEND = (
    "A double line and ≠ mark what differs, a dashed line what stands on one side only, a dotted line what cannot be "
    "compared. What is the same on both sides is folded under each heading."
)


def comparison_page(comparison: Comparison) -> str:
    """Return the page.

    Raises
    ------
    ExtraMissing
        If what draws the picture is not installed.
    """
    sides = comparison.sides
    title = f"A: {sides.a.name} | B: {sides.b.name}"
    parts = "".join(_event(comparison, at) for at in range(len(comparison.events)))
    body = (
        f'<a class="skip" href="#main">To the answer</a>\n<main id="main">\n<p class="warning">{escape(WARNING)}</p>\n'
        f"{parts}</main>\n{_footer(comparison)}"
    )
    return page(body, title, STYLE.read_text(encoding="utf-8") + OWN_STYLE.read_text(encoding="utf-8"))


def _event(comparison: Comparison, at: int) -> str:
    event = comparison.events[at]
    names = names_of(comparison, event)
    called = comparison.sides.each(lambda side: side.name)
    cards = _card("A", comparison.sides.a, event.event.a, names.sides.a) + _card(
        "B", comparison.sides.b, event.event.b, names.sides.b
    )
    told = "".join(
        _section(one, called, of_bands(event, names, called) if one.title == RESPONSES else None)
        for one in sections(comparison, at)
    )
    return (
        f"<article>\n<h1>Side by side: {escape(called.a)} | {escape(called.b)}</h1>\n"
        f'<div class="sides">\n{cards}</div>\n<p class="legend">{escape(LEGEND)}</p>\n{told}</article>\n'
    )


def _card(letter: str, side: Assessed, event: Event, namer: Namer) -> str:
    lines = "".join(map(_line, heading(side, event, namer)))
    return f'<section class="side">\n<h2>{letter}: {escape(side.name)}</h2>\n{lines}</section>\n'


def _section(section: Section, called: Pair[str], drawn: Chart | None) -> str:
    notes = section.notes if section.rows or section.same or section.notes else (NOTHING,)
    return (
        f"<section>\n<h2>{escape(section.title)}</h2>\n"
        f"{_table(section.rows, section.title, called)}{''.join(map(_line, notes))}"
        f"{_same(section, called)}{_figure(drawn) if drawn else ''}</section>\n"
    )


def _same(section: Section, called: Pair[str]) -> str:
    if not section.same:
        return ""
    table = _table(section.same, f"{section.title}: the same", called)
    return f"<details>\n<summary>The same on both sides ({len(section.same)})</summary>\n{table}</details>\n"


def _table(rows: Iterable[Row], title: str, called: Pair[str]) -> str:
    """Return rows as a table; its roles are stated, since a narrow screen lays it out as blocks."""
    told = "".join(map(_row, rows))
    if not told:
        return ""
    heads = "".join(
        f'<th role="columnheader" scope="col">{escape(one)}</th>' for one in ("", f"A: {called.a}", f"B: {called.b}")
    )
    return (
        f'<table class="beside" role="table" aria-label="{escape(title, quote=True)}">\n'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{told}</tbody>\n</table>\n'
    )


def _row(row: Row) -> str:
    mark = f'<span class="mark">{escape(_mark(row))}</span>'
    cells = _cell(row.a, "A") + _cell(row.b, "B")
    return (
        f'<tr role="row" class="{CLASSES[row.how]}"><th role="rowheader" scope="row">{mark}{escape(row.label)}</th>'
        f"{cells}</tr>\n"
    )


def _mark(row: Row) -> str:
    sign = "" if row.how in {"only in A", "only in B"} else f"{MARKS[row.how]} "
    return f"{sign}{row.words}"


def _cell(text: str, side: str) -> str:
    absent = ' class="absent"' if text in {NONE, UNKNOWN} else ""
    return f'<td role="cell" data-side="{side}"{absent}>{escape(text)}</td>'


def _line(line: Line) -> str:
    return f'<p class="{line.tone}">{escape(line.text)}</p>\n'


def _figure(drawn: Chart) -> str:
    """Return a picture that scrolls on its own where the screen is narrower, by keyboard too."""
    name = escape(drawn.title, quote=True)
    return f'<div class="wide" tabindex="0" role="region" aria-label="{name}">\n{drawn.html(whole=False)}</div>\n'


def _footer(comparison: Comparison) -> str:
    side = comparison.sides.a
    edition = side.register.edition
    assumed = "; ".join(f"{plain(name)} {value:g}" for name, value in asdict(side.outlooks[0].assumptions).items())
    return (
        f"<footer>\n<p>Assumed on both sides: {escape(assumed)}.</p>\n<p>Register {escape(edition.version)}, kept to "
        f"{escape(edition.cutoff)}. What was signed, joined or left since is not covered.</p>\n</footer>\n"
    )
