"""Worked cases of the *casus foederis*: read them, resolve them, and say where the engine and the reader part.

A line of a case names a state, a treaty and what is expected of it. The scoring rule stands at the head of the casebook
file and is implemented by `judge_expected` and `judge_not_obliged`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal

from pydantic import Field

from foedus._base.dates import Day
from foedus._base.documents import Document
from foedus._base.errors import BadInput, Fault
from foedus._base.validation import check
from foedus.domain.contingency import Contingency
from foedus.domain.finding import Finding
from foedus.domain.vocabulary import FORCE, Obligation
from foedus.obligations.contingency_schema import ActorNames, ContingencyIn, Part
from foedus.obligations.intake import read_contingency
from foedus.obligations.resolve import resolve
from foedus.register.register import Register

ExpectedWord = Literal[
    "defend",
    "consult",
    "neutrality",
    "nonaggression_breached",
    "offense",
    "none",
    "discretionary_action",
]


class ExpectedIn(Part):
    """A duty a case expects."""

    state: ActorNames
    treaty: str
    obligation: ExpectedWord
    toward: str | None = None
    strength: str | None = None
    basis: str | None = None
    conditional_on: str | None = None
    also_acceptable: tuple[ExpectedWord, ...] = ()
    contested: bool = False
    honoured: str | bool | None = None
    status_note: str | None = None


class NotObligedIn(Part):
    """A state that a case holds free of a duty to fight; no treaty means under none."""

    state: ActorNames
    treaty: str | None
    reason: str
    contested: bool = False


class CaseIn(ContingencyIn):
    """A contingency with the answers a careful reader expects."""

    id: str
    variant_of: str | None = None
    changes: Any = None
    expected: tuple[ExpectedIn, ...] = ()
    not_obliged: tuple[NotObligedIn, ...] = ()
    what_happened: str | None = None
    confidence: Any = None
    sources: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    verification: Any = None


class CasebookIn(Part):
    """A casebook file."""

    fields: Any = None
    scoring: str | None = None
    cases: list[Any] = Field(min_length=1)


class DisagreementIn(Part):
    """A case the register disagrees with, and what decides it."""

    case: str
    treaty: str
    states: ActorNames
    decided_by: str
    why: str


class DisagreementsIn(Part):
    """The file of disagreements."""

    disagreements: list[DisagreementIn]


Disagreements = Mapping[tuple[str, str, str], str]
"""What decides against a case, by case id, treaty and the state's name."""

NONE_ARGUED: Disagreements = MappingProxyType({})


def read_disagreements(document: Document) -> Disagreements:
    """Return the disagreements a file holds.

    Raises
    ------
    BadInput
        If it cannot be read.
    """
    held = check(DisagreementsIn, document)["disagreements"]
    return {
        (part["case"], part["treaty"], state): f"{part['decided_by']}: {part['why']}"
        for part in held
        for state in part["states"]
    }


@dataclass(frozen=True, slots=True)
class Line:
    """One triple of case, state and treaty with its expectation.

    Attributes
    ----------
    state : str
        Actor id; the name as written where nobody answers to it.
    treaty : str
        Treaty id, empty for "under no other treaty".
    obligation : str
        The duty expected; empty for a state not obliged to fight.
    """

    case: str
    state: str
    name: str
    treaty: str
    obligation: str
    also: tuple[str, ...] = ()
    is_conditional: bool = False
    is_contested: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the findings agree with a line; `found` says what they are, `argued` why the register differs."""

    line: Line
    agrees: bool
    found: tuple[Finding, ...]
    argued: str = ""


@dataclass(frozen=True, slots=True)
class CaseResult:
    """A case put to the engine."""

    id: str
    title: str
    contingency: Contingency
    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]
    unscored: tuple[str, ...]

    @property
    def misses(self) -> tuple[Verdict, ...]:
        """The lines on which engine and case part, argued or not."""
        return tuple(verdict for verdict in self.verdicts if not verdict.agrees)

    @property
    def unargued(self) -> tuple[Verdict, ...]:
        """The lines on which they part without a reason on record."""
        return tuple(verdict for verdict in self.misses if not verdict.argued)


def run_casebook(
    document: Document, register: Register, only: Iterable[str] = (), argued: Disagreements = NONE_ARGUED
) -> Iterator[CaseResult]:
    """Yield the result of each case of a file, in order.

    Parameters
    ----------
    only : iterable of str
        Run these cases alone; all if empty.
    argued : Disagreements
        Lines the register disagrees with, and why.

    Raises
    ------
    BadInput
        If the file or one of its cases cannot be read, or no case has an id that was asked for.
    """
    cases = check(CasebookIn, document)["cases"]
    wanted = set(only)
    ids = [case.get("id") if isinstance(case, Mapping) else None for case in cases]
    missing = wanted - {str(case_id) for case_id in ids}
    if missing:
        known = ", ".join(map(str, ids))
        raise BadInput(Fault(f"no case has the id {', '.join(sorted(missing))}", document.name, known))
    for at, case_id in enumerate(ids):
        if not wanted or case_id in wanted:
            yield run_case(document.part(("cases", at)), register, argued)


def run_case(document: Document, register: Register, argued: Disagreements = NONE_ARGUED) -> CaseResult:
    """Resolve one case and judge each of its lines."""
    case, contingency = _read_case(document, register)
    findings = resolve(register, contingency)
    lines, unscored = _lines(case, register)
    listed = {line.treaty for line in lines if line.treaty}
    judged = (
        judge_expected(line, findings) if line.obligation else judge_not_obliged(line, findings, listed)
        for line in lines
    )
    verdicts = tuple(
        replace(one, argued=argued.get((one.line.case, one.line.treaty, one.line.name), "")) for one in judged
    )
    return CaseResult(case["id"], case.get("title", ""), contingency, findings, verdicts, unscored)


def read_cases(document: Document, register: Register) -> Iterator[tuple[str, Contingency]]:
    """Yield each case of a file by its id, as a contingency without the answers expected.

    Raises
    ------
    BadInput
        If the file or one of its cases cannot be read.
    """
    for at, _ in enumerate(check(CasebookIn, document)["cases"]):
        case, contingency = _read_case(document.part(("cases", at)), register)
        yield case["id"], contingency


def _read_case(document: Document, register: Register) -> tuple[Mapping[str, Any], Contingency]:
    case = check(CaseIn, document)
    facts = {key: part for key, part in document.value.items() if key in _FACTS}
    return case, read_contingency(Document(document.name, facts, document.lines), register).contingency


_FACTS = frozenset(field.alias or name for name, field in ContingencyIn.model_fields.items())


def _lines(case: Mapping[str, Any], register: Register) -> tuple[list[Line], tuple[str, ...]]:
    day = Day.parse(case.get("date") or case["events"][0]["date"])
    lines: list[Line] = []
    unscored: list[str] = []
    for part in (*case.get("expected", ()), *case.get("not_obliged", ())):
        for name in part["state"]:
            try:
                state = register.actors.find(name, day).id
            except BadInput:
                unscored.append(name)
                continue
            lines.append(_line(case["id"], state, name, part, register))
    return lines, tuple(dict.fromkeys(unscored))


def _line(case: str, state: str, name: str, part: Mapping[str, Any], register: Register) -> Line:
    treaty = part["treaty"]
    known = treaty and (treaty in register.treaties or treaty in register.aliases)
    return Line(
        case=case,
        state=state,
        name=name,
        treaty=register.treaty_id(treaty) if known else treaty or "",
        obligation=part.get("obligation", ""),
        also=tuple(part.get("also_acceptable", ())),
        is_conditional=part.get("conditional_on") is not None,
        is_contested=part.get("contested", False),
        reason=part.get("basis") or part.get("reason") or "",
    )


def _kind(finding: Finding) -> Obligation | Literal["nonaggression_breached"]:
    return "nonaggression_breached" if finding.obligation == "nonaggression" else finding.obligation


def judge_expected(line: Line, findings: Iterable[Finding]) -> Verdict:
    """Judge a line that expects a duty.

    It agrees when a finding of that state and treaty has the duty, or an acceptable one, with status due; conditional
    where the line names a condition; contested where the line accepts another coding or says so; and with no due
    finding at all where it accepts "none".
    """
    own = tuple(f for f in findings if f.obligor == line.state and f.treaty == line.treaty)
    accepted = {"due"}
    if line.is_conditional:
        accepted.add("conditional")
    if line.also or line.is_contested:
        accepted.add("contested")
    words = {line.obligation, *line.also}
    agrees = any(_kind(f) in words and f.status in accepted for f in own)
    if not agrees and "none" in line.also:
        agrees = all(f.status != "due" for f in own)
    return Verdict(line, agrees, own)


def judge_not_obliged(line: Line, findings: Iterable[Finding], listed: set[str]) -> Verdict:
    """Judge a line that holds a state free of a duty to fight.

    It agrees when no finding of that state and treaty is a duty to fight that is due or undetermined (or contested,
    unless the line says so). Without a treaty it speaks of every treaty the case does not list.
    """
    refused = {"due", "undetermined"} | (set() if line.is_contested else {"contested"})
    own = tuple(
        f
        for f in findings
        if f.obligor == line.state and (f.treaty == line.treaty if line.treaty else f.treaty not in listed)
    )
    offending = tuple(f for f in own if f.obligation in FORCE and f.status in refused)
    return Verdict(line, not offending, offending or own)
