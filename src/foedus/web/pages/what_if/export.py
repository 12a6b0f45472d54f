"""The answer taken away: JSON, a table of the findings, a page that needs nothing, and pictures."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from foedus._base.documents import read_bytes
from foedus._base.errors import Fault, UnknownName
from foedus.assessment.assess import assess
from foedus.assessment.outlook import Outlook, outlooks
from foedus.catalogue.charts import maker
from foedus.domain.cascade import Mode
from foedus.domain.finding import Finding
from foedus.obligations.intake import read_contingency
from foedus.report.charts.chart import Chart
from foedus.report.outlook.answer import assessment_json
from foedus.report.outlook.map import of_places
from foedus.report.outlook.page import assessment_page
from foedus.report.outlook.pictures import pictures_of
from foedus.report.outlook.told import Part
from foedus.web.answer import CSV, SVG, Answer, json_answer
from foedus.web.pages.what_if.asked import Pairs, first
from foedus.web.pages.what_if.case import Case, case_of, options, register_of
from foedus.web.pages.what_if.telling import chain_of, title_of

NAME = "foedus-what-if"
COLUMNS = (
    "event",
    "obligor",
    "obligor_cow",
    "beneficiary",
    "beneficiary_cow",
    "treaty",
    "clause",
    "article",
    "obligation",
    "strength",
    "status",
    "because",
    "conditional_on",
    "needs",
    "vitality",
    "verified",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PARTS: dict[str, Part] = {
    "responses": "responses",
    "balance": "balance",
    "coalitions": "coalitions",
    "tornado": "deterrence",
}


def as_json(pairs: Pairs, stamp: str) -> Answer:
    """Return the answer to the form as `foedus assess --json` gives it."""
    case = case_of(pairs, stamp)
    return json_answer(assessment_json(case.register, case.intake, case.assessment, case.outlooks, case.law_on or None))


def of_body(pairs: Pairs, body: bytes) -> Answer:
    """Return the answer to a contingency sent as JSON; options and suppositions stand in the address."""
    register = register_of(pairs, "")
    day, assumed = options(pairs)
    intake = read_contingency(read_bytes(body, "body", "json"), register)
    public_only = bool(first(pairs, "public_only"))
    assessment = assess(register, intake.contingency, law_on=day, public_only=public_only)
    ahead = outlooks(register, assessment, assumed)
    return json_answer(assessment_json(register, intake, assessment, ahead, first(pairs, "law_on") or None))


def as_csv(pairs: Pairs, stamp: str) -> Answer:
    """Return the findings as a table."""
    case = case_of(pairs, stamp)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in case.assessment.findings:
        writer.writerow([_cell(value) for value in _row(case, one)])
    return Answer(text.getvalue().encode(), CSV, filename=f"{NAME}.csv")


def _row(case: Case, finding: Finding) -> Iterator[object]:
    told = case.answers.finding(finding)
    yield told["event"]
    for actor in (told["obligor"], told["beneficiary"]):
        yield actor["name"]
        yield actor["cow"]
    yield told["treaty"]["id"]
    yield from (told[key] for key in ("clause", "article", "obligation", "strength", "status", "because"))
    yield "; ".join(told["conditional_on"])
    yield "; ".join(told["needs"])
    yield told["vitality"]
    yield told["evidence"]["verified"]


def _cell(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_page(pairs: Pairs, stamp: str) -> Answer:
    """Return the answer as one page that asks for nothing from anywhere, to keep."""
    case = case_of(pairs, stamp)
    held = assessment_page(case.register, case.assessment, case.outlooks, case.answers)
    return Answer(held.encode(), filename=f"{NAME}.html")


def picture(pairs: Pairs, stamp: str, name: str, event: int) -> Answer:
    """Return a picture of the answer.

    Raises
    ------
    UnknownName
        If there is no picture of that name, or nothing to draw.
    """
    case = case_of(pairs, stamp)
    drawn = _drawn(case, pairs, name, event) if 0 <= event < len(case.outlooks) else None
    if drawn is None:
        raise UnknownName(Fault(f"there is no picture {name[:40]!r} of this", allowed=", ".join((*_PARTS, *_OTHER))))
    return Answer(drawn.svg().encode(), SVG)


_OTHER = ("map", "trace", "chain")


def _drawn(case: Case, pairs: Pairs, name: str, number: int) -> Chart | None:
    outlook = case.outlooks[number]
    if name in _PARTS:
        return next(pictures_of(_PARTS[name], outlook, case.namer(outlook.event.id)), None)
    if name == "chain":
        return _chain(case, pairs)
    return _of_law(case, name, outlook)


def _of_law(case: Case, name: str, outlook: Outlook) -> Chart | None:
    findings = [one for one in case.assessment.findings if one.event == outlook.event.id]
    if name == "map":
        return of_places(case.register, findings, outlook.event, case.namer(outlook.event.id))
    if name == "trace" and findings:
        return maker("trace")(findings, case.register, case.intake.contingency)
    return None


def trace_picture(pairs: Pairs, stamp: str, number: int) -> Answer:
    """Return the reasoning of one finding as a picture."""
    case = case_of(pairs, stamp)
    return Answer(
        maker("trace")([finding_of(case, number)], case.register, case.intake.contingency).svg().encode(), SVG
    )


def finding_of(case: Case, number: int) -> Finding:
    """Return a finding by its place.

    Raises
    ------
    UnknownName
        If there are fewer.
    """
    if not 0 <= number < len(case.assessment.findings):
        raise UnknownName(
            Fault(f"there is no finding {number}", "finding", f"0 to {len(case.assessment.findings) - 1}")
        )
    return case.assessment.findings[number]


def _chain(case: Case, pairs: Pairs) -> Chart:
    event = case.intake.contingency.events[0]
    title = case.intake.contingency.title or title_of(event, case.namer(event.id))
    return maker("cascade")(chain_of(pairs, case.stamp, mode_of(pairs)), case.intake.contingency, case.register, title)


def mode_of(pairs: Pairs) -> Mode:
    """Return how the chain is followed."""
    asked = first(pairs, "chain")
    modes: tuple[Mode, ...] = ("letter", "all-pledges", "as-entered")
    return next((mode for mode in modes if mode == asked), "letter")
