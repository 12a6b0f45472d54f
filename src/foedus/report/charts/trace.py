"""The trace of a finding as a tree: step by step, each test with its outcome in a mark and a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from foedus._base.errors import BadInput, Fault
from foedus.domain.contingency import Contingency
from foedus.domain.finding import Finding, Result, TraceLine
from foedus.domain.vocabulary import Status
from foedus.obligations.answer import Answers
from foedus.register.register import Register
from foedus.report.charts.canvas import Box, Line, Mark, Text, boxes, lines, marks, texts
from foedus.report.charts.chart import Chart
from foedus.report.charts.extra import Picture, alt
from foedus.report.charts.figures import Figures
from foedus.report.charts.histories import source_of
from foedus.report.charts.lettering import wrapped
from foedus.report.charts.theme import INK, PALE, PAPER, QUIET, Words, chart
from foedus.report.groups import WEIGHTS
from foedus.report.wording import dated, plain

WIDTH = 760
STATUSES: tuple[Status, ...] = ("due", "contested", "conditional", "undetermined", "not_due")
_TEXT, _LEADING, _GAP = 11.5, 15.0, 5.0
_TRUNK, _INDENT, _WORD, _STEP = 12.0, 22.0, 68.0, 96.0

RESULT_WORDS: Mapping[Result, str] = MappingProxyType(
    {"met": "met", "not_met": "not met", "unknown": "unknown", "disputed": "disputed", "open": "open"}
)
_LOOKS: Mapping[Result, tuple[str, str, str]] = MappingProxyType(
    {
        "met": ("circle", "#0b4f8a", ""),
        "not_met": ("square", "#d55e00", "×"),
        "unknown": ("circle", PAPER, "?"),
        "disputed": ("diamond", "#e8b23a", "≠"),
        "open": ("circle", PALE, "…"),
    }
)
"""By result: shape, fill and sign."""
_STATUS_FILLS = {"due": "#0b4f8a", "contested": "#e8b23a", "conditional": "#f3e3b5", "undetermined": PAPER}
_EVIDENCE = {"secondary": "clause known from secondary works", "knowledge": "clause known from memory, not looked up"}


@dataclass(frozen=True, slots=True)
class _Row:
    """A test with its place and its wrapped words."""

    line: TraceLine
    y: float
    depth: int
    parent: int | None
    said: tuple[str, ...]


def trace(finding: Finding, register: Register, contingency: Contingency) -> Chart:
    """Return the trace of a finding as a tree.

    The tests of a step must all be met; those set further in belong to the test above them. What a disputed place is
    called, who administers and who claims it stands under the title.
    """
    answers = Answers(register, contingency)
    rows = list(_rows(finding.trace))
    end = max((row.y + len(row.said) * _LEADING for row in rows), default=0.0) + 2 * _GAP
    verdict = list(_verdict(finding, end))
    height = max(text.y for text in verdict) + _LEADING
    layers = [*_verdict_box(finding, end, height - 4), *_branches(rows, end), *_results(rows), *texts(_said(rows))]
    picture = alt.layer(*layers, *texts(verdict)).properties(width=WIDTH, height=height)
    told = f"{_status(finding)}: {finding.because}"
    return chart(picture, _words(finding, register, answers), told, _figures(finding), WIDTH - 60)


def leading_trace(findings: Sequence[Finding], register: Register, contingency: Contingency) -> Chart:
    """Return the trace of one of several findings: of the heaviest duties the one that comes nearest to being due.

    Raises
    ------
    BadInput
        If there is none.
    """
    if not findings:
        raise BadInput(Fault("there is no finding to draw", "the contingency"))
    return trace(min(findings, key=_rank), register, contingency)


def _words(finding: Finding, register: Register, answers: Answers) -> Words:
    obligor, beneficiary = (
        str(answers.actor(actor, finding.event)["name"]) for actor in (finding.obligor, finding.beneficiary)
    )
    treaty = register.treaties[finding.treaty]
    title = f"{obligor} → {beneficiary}: {treaty.name}, article {finding.article}"
    known = _EVIDENCE.get(finding.evidence.verified, "")
    notes = [*answers.naming_notes(), known, "Law, not a forecast"]
    kind = "non-aggression" if finding.obligation == "nonaggression" else plain(finding.obligation)
    unit = (
        f"{kind}, {plain(finding.strength)}: {_status(finding).lower()}. Each step must be met for the duty to be due"
    )
    return Words(title, unit, source_of(register), ". ".join(note.rstrip(".") for note in notes if note))


def _status(finding: Finding) -> str:
    return plain(finding.status).capitalize()


def _rows(trace_lines: Sequence[TraceLine]) -> Iterator[_Row]:
    """Yield each test with its place; the `result` is told at the foot instead."""
    above: dict[int, int] = {}
    y, step = _LEADING, ""
    for at, line in enumerate(one for one in trace_lines if one.step != "result"):
        if step and line.step != step:
            y += 2 * _GAP
        if line.step != step:
            above = {}
        step = line.step
        left = _text_left(line.depth)
        where = f" (art. {line.article})" if line.article else ""
        asks = f". Not given: {line.field}" if line.field and line.result in {"unknown", "open"} else ""
        said = wrapped(f"{line.test}: {dated(line.why)}{where}{asks}", WIDTH - left, _TEXT)
        yield _Row(line, y, line.depth, above.get(line.depth - 1), tuple(said))
        above[line.depth] = at
        y += len(said) * _LEADING + _GAP


def _mark_x(depth: int) -> float:
    return _TRUNK + _STEP + depth * _INDENT


def _text_left(depth: int) -> float:
    return _mark_x(depth) + 14 + _WORD


def _said(rows: Sequence[_Row]) -> Iterator[Text]:
    step = ""
    for row in rows:
        if row.line.step != step:
            step = row.line.step
            yield Text(_TRUNK + 12, row.y, step, _TEXT, weight="bold")
        yield Text(_mark_x(row.depth) + 13, row.y, RESULT_WORDS[row.line.result], _TEXT)
        for at, words in enumerate(row.said):
            yield Text(_text_left(row.depth), row.y + at * _LEADING, words, _TEXT, INK if row.depth == 0 else "#3c444d")


def _results(rows: Sequence[_Row]) -> list[Picture]:
    drawn = [
        Mark(_mark_x(row.depth), row.y, shape, fill, INK, 230 if shape == "diamond" else 130 if sign else 90)
        for row in rows
        for shape, fill, sign in (_LOOKS[row.line.result],)
    ]
    signs = [
        Text(_mark_x(row.depth), row.y, sign, 10, PAPER if row.line.result == "not_met" else INK, "center", "bold")
        for row in rows
        if (sign := _LOOKS[row.line.result][2])
    ]
    return [*marks(drawn), *texts(signs)]


def _branches(rows: Sequence[_Row], end: float) -> list[Picture]:
    """Return the trunk, a branch to each test of a step, and one from each test to those within it."""
    held = [Line(((_TRUNK, rows[0].y if rows else 0), (_TRUNK, end)), INK, 1.6)]
    step = ""
    for row in rows:
        if row.parent is not None:
            x, top = _mark_x(row.depth - 1), rows[row.parent].y + 7
            held.append(Line(((x, top), (x, row.y), (_mark_x(row.depth) - 7, row.y)), QUIET, 1))
        elif row.line.step != step:
            held.append(Line(((_TRUNK, row.y), (_TRUNK + 8, row.y)), INK, 1.6))
        step = row.line.step
    return lines(held)


def _verdict(finding: Finding, top: float) -> Iterator[Text]:
    """Yield the outcome, and what else decides it: what it waits for, what is not given, each reading."""
    dark = finding.status == "due"
    ink = PAPER if dark else INK
    y = top + _LEADING
    yield Text(_TRUNK + 10, y, _status(finding), 13, ink, weight="bold")
    for words in _outcome(finding):
        for part in wrapped(words, WIDTH - 2 * _TRUNK - 100, _TEXT):
            yield Text(_TRUNK + 110, y, part, _TEXT, ink)
            y += _LEADING


def _outcome(finding: Finding) -> Iterator[str]:
    yield f"{finding.because[:1].upper()}{finding.because[1:]}."
    if finding.conditional_on:
        yield f"It waits for: {', '.join(finding.conditional_on)}."
    if finding.needs:
        yield f"Not given: {', '.join(finding.needs)}."
    for one in finding.by_reading:
        yield f"{one.reading}: {plain(one.status)}; {one.because}."


def _verdict_box(finding: Finding, top: float, bottom: float) -> list[Picture]:
    fill = _STATUS_FILLS.get(finding.status, PALE)
    return boxes([Box(_TRUNK - 6, top, WIDTH - _TRUNK + 6, bottom - top, fill, INK, 1.4)])


def _figures(finding: Finding) -> Figures:
    rows = tuple(
        (line.step, f"{'– ' * line.depth}{line.test}", RESULT_WORDS[line.result], line.why, line.article)
        for line in finding.trace
    )
    return Figures(("step", "test", "outcome", "why", "article"), rows)


def _rank(finding: Finding) -> tuple[int, int, int]:
    failed = [line.step for line in finding.trace if line.result == "not_met" and line.depth == 0]
    held = 100 * failed.count("in force") + len(failed)
    return WEIGHTS.index(finding.obligation), STATUSES.index(finding.status), held
