"""An assessment as one page that asks for nothing from anywhere: for screens of any width and for print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from html import escape
from importlib.resources import files

from foedus.assessment.assess import Assessment
from foedus.assessment.outlook import Outlook
from foedus.domain.contingency import Event
from foedus.obligations.answer import Answers
from foedus.register.register import Register
from foedus.report.charts.chart import Chart
from foedus.report.charts.page import page
from foedus.report.charts.trace import leading_trace
from foedus.report.outlook.law import Entry, Heading, law_told, permitted_told
from foedus.report.outlook.map import of_places
from foedus.report.outlook.pictures import pictures_of
from foedus.report.outlook.sections import sections
from foedus.report.outlook.told import Grid, Line, Namer, Told
from foedus.report.wording import plain, supposed_words

STYLE = files("foedus.report.outlook") / "page.css"
WARNING = (
    "Law is shown as law: what a clause obliges, never whether a state will keep its word. Estimates are bands from "
    "past cases, under assumptions that are stated. Do not make a decision about force, protection or flight on the "
    "strength of this page alone."
)


@dataclass(frozen=True, slots=True)
class _Case:
    """What a page is made of."""

    register: Register
    assessment: Assessment
    answers: Answers


def assessment_page(register: Register, assessment: Assessment, outlooks: Sequence[Outlook], answers: Answers) -> str:
    """Return the page.

    Parameters
    ----------
    outlooks : sequence of Outlook
        One for each event of the assessment.

    Raises
    ------
    ExtraMissing
        If what draws the pictures is not installed.
    """
    case = _Case(register, assessment, answers)
    title = _title(outlooks[0].event, Namer(register, answers, outlooks[0].event.id))
    parts = "".join(_event(case, outlook) for outlook in outlooks)
    body = (
        f'<a class="skip" href="#main">To the answer</a>\n<main id="main">\n<p class="warning">{escape(WARNING)}</p>\n'
        f"{_supposed(register)}{parts}</main>\n{_footer(case, outlooks[0])}"
    )
    return page(body, title, STYLE.read_text(encoding="utf-8"))


def _title(event: Event, namer: Namer) -> str:
    return f"{event.date}: {namer.states(event.attackers)} against {namer.states(event.targets)}"


def _supposed(register: Register) -> str:
    told = "".join(f"<li>{escape(one)}</li>" for one in supposed_words(register))
    return (
        f'<div class="supposed"><strong>Supposing, against the facts:</strong><ul>{told}</ul></div>\n' if told else ""
    )


def _event(case: _Case, outlook: Outlook) -> str:
    event = outlook.event
    namer = Namer(case.register, case.answers, event.id)
    facts = [event.place.name, *(plain(word) for word in (event.act.kind, event.act.gravity) if word)]
    notes = "".join(
        f'<p class="quiet">{escape(note)}</p>\n' for note in case.register.naming_notes(event.place.point, event.date)
    )
    heading = (
        f"<h1>{escape(_title(event, namer))}</h1>\n<p>{escape('; '.join(dict.fromkeys(filter(None, facts))))}</p>\n"
    )
    return f"<article>\n{heading}{notes}{_law(case, event, namer)}{_ahead(outlook, namer)}</article>\n"


def _law(case: _Case, event: Event, namer: Namer) -> str:
    findings = [one for one in case.assessment.findings if one.event == namer.event]
    headings = (
        "".join(map(_heading, law_told(findings, namer))) or "<p>No treaty of the register touches this event.</p>"
    )
    may = "".join(f"<li>{escape(text)}</li>\n" for text in permitted_told(case.assessment.permissions, namer))
    permitted = f"<h3>May they use force? The general law, beside the treaties</h3>\n<ul>{may}</ul>\n" if may else ""
    drawn = _figure(leading_trace(findings, case.register, case.assessment.contingency)) if findings else ""
    where = _figure(of_places(case.register, findings, event, namer))
    return f"<section>\n<h2>Who owes what</h2>\n{where}{headings}{permitted}{drawn}</section>\n"


def _heading(heading: Heading) -> str:
    entries = "".join(map(_entry, heading.entries))
    if heading.folded:
        title = f"{escape(heading.title)} ({len(heading.entries)})"
        return f"<details class='folded'>\n<summary>{title}</summary>\n<ul>{entries}</ul>\n</details>\n"
    return f"<h3>{escape(heading.title)}</h3>\n<ul>{entries}</ul>\n"


def _entry(entry: Entry) -> str:
    duties = "; ".join(map(escape, entry.duties))
    return (
        f"<li><strong>{escape(entry.who)}</strong><br>{escape(entry.treaty)}<br>"
        f'<span class="quiet">{duties}</span><br>{escape(entry.because)}</li>\n'
    )


def _ahead(outlook: Outlook, namer: Namer) -> str:
    told = "".join(_section(one, outlook, namer) for one in sections(outlook, namer))
    return f"<section>\n<h2>Would it be enough? What can be said</h2>\n{told}</section>\n"


def _section(told: Told, outlook: Outlook, namer: Namer) -> str:
    grid = _grid(told.grid) if told.grid else ""
    lines = "".join(map(_line, told.lines))
    figures = "".join(map(_figure, pictures_of(told.part, outlook, namer)))
    return f"<h3>{escape(told.title)}</h3>\n{grid}{lines}{figures}"


def _figure(drawn: Chart) -> str:
    """Return a picture that scrolls on its own where the screen is narrower, by keyboard too."""
    name = escape(drawn.title, quote=True)
    return f'<div class="wide" tabindex="0" role="region" aria-label="{name}">\n{drawn.html(whole=False)}</div>\n'


def _line(line: Line) -> str:
    return f'<p class="{line.tone}">{escape(line.text)}</p>\n'


def _grid(grid: Grid) -> str:
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in grid.columns)
    rows = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells)}</tr>\n'
        for first, *cells in grid.rows
    )
    table = f'<table class="numbers">\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>'
    return f'<div class="wide" tabindex="0" role="region" aria-label="Balance">\n{table}\n</div>\n'


def _footer(case: _Case, outlook: Outlook) -> str:
    assumed = "; ".join(f"{plain(name)} {value:g}" for name, value in asdict(outlook.assumptions).items())
    edition = case.register.edition
    law = f" The law applied is that of {case.assessment.law_on}." if case.assessment.law_on else ""
    public = " Secret instruments were left out." if case.assessment.public_only else ""
    return (
        f"<footer>\n<p>Assumed: {escape(assumed)}.</p>\n<p>Register {escape(edition.version)}, kept to "
        f"{escape(edition.cutoff)}. What was signed, joined or left since is not covered.{escape(law + public)}</p>\n"
        "</footer>\n"
    )
