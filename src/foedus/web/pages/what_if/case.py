"""A question answered: register, contingency, findings and outlook, held by a worker while its pages are asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from foedus._base.dates import Day
from foedus._base.documents import Document, read_bytes
from foedus._base.errors import BadInput, Fault
from foedus.assessment.assess import Assessment, assess
from foedus.assessment.assumptions import Assumptions, assumed
from foedus.assessment.outlook import Outlook, outlooks
from foedus.obligations.answer import Answers
from foedus.obligations.intake import Intake, read_contingency
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.register.suppose import suppose
from foedus.report.outlook.told import Namer
from foedus.web.pages.what_if.asked import Pairs, first
from foedus.web.pages.what_if.document import at_fields, contingency_document, supposed_at, suppositions
from foedus.web.pages.what_if.fields import ASSUMPTIONS

SECOND = "b."
_HELD = 6


@dataclass(frozen=True, slots=True)
class Case:
    """A question and its answer.

    Attributes
    ----------
    law_on : str
        The day whose law was asked for, as typed; empty for that of each event.
    stamp : str
        The state of the user's store that it was made on.
    """

    register: Register
    intake: Intake
    assessment: Assessment
    outlooks: tuple[Outlook, ...]
    law_on: str
    stamp: str

    @property
    def answers(self) -> Answers:
        """What writes it."""
        return Answers(self.register, self.intake.contingency)

    def namer(self, event: str) -> Namer:
        """Return the names of an event."""
        return Namer(self.register, self.answers, event)


@lru_cache(maxsize=_HELD)
def case_of(pairs: Pairs, stamp: str, side: str = "") -> Case:
    """Return the answer to a question.

    Parameters
    ----------
    stamp : str
        The state of the user's store: another one is another answer.
    side : {"", "b."}
        The question itself, or its second set-up.

    Raises
    ------
    BadInput
        With every fault, each naming its field.
    """
    faults: list[Fault] = []
    register = load_register()
    intake: Intake | None = None
    day: Day | None = None
    given = Assumptions()
    try:
        register = register_of(pairs, side)
    except BadInput as error:
        faults += error.faults
    try:
        intake = _intake(pairs, register, side)
    except BadInput as error:
        faults += error.faults
    try:
        day, given = options(pairs)
    except BadInput as error:
        faults += error.faults
    if faults or intake is None:
        raise BadInput(faults)
    assessment = assess(register, intake.contingency, law_on=day, public_only=bool(first(pairs, "public_only")))
    return Case(register, intake, assessment, outlooks(register, assessment, given), first(pairs, "law_on"), stamp)


def register_of(pairs: Pairs, side: str) -> Register:
    """Return the register under what is supposed.

    Raises
    ------
    BadInput
        With every fault, each naming its field.
    """
    register = load_register()
    document, fields = suppositions(pairs, side)
    if document is None:
        return register
    try:
        return suppose(document, register)
    except BadInput as error:
        raise BadInput(supposed_at(error.faults, fields)) from error


def _intake(pairs: Pairs, register: Register, side: str) -> Intake:
    text = first(pairs, "b.case")
    if side == SECOND and text:
        return _other(text, register)
    try:
        return read_contingency(contingency_document(pairs), register)
    except BadInput as error:
        raise BadInput(at_fields(error.faults)) from error


def _other(text: str, register: Register) -> Intake:
    try:
        return read_contingency(_mapping(read_bytes(text.encode(), "line")), register)
    except BadInput as error:
        raise BadInput(replace(one, what=f"{one.where}: {one.what}", where="b.case") for one in error.faults) from error


def _mapping(document: Document) -> Document:
    if not isinstance(document.value, dict):
        raise BadInput(Fault("a mapping belongs here", document.name))
    return document


def options(pairs: Pairs) -> tuple[Day | None, Assumptions]:
    """Return the day whose law applies and what is assumed.

    Raises
    ------
    BadInput
        With every fault, each naming its field.
    """
    faults: list[Fault] = []
    day, texts = first(pairs, "law_on"), []
    law_on: Day | None = None
    try:
        law_on = Day.parse(day) if day else None
    except BadInput as error:
        faults += [replace(one, where="law_on") for one in error.faults]
    for field in ASSUMPTIONS:
        text = first(pairs, field.name)
        if text:
            try:
                assumed([f"{field.name.removeprefix('assume.')}={text}"], field.name)
                texts.append(f"{field.name.removeprefix('assume.')}={text}")
            except BadInput as error:
                faults += error.faults
    if faults:
        raise BadInput(faults)
    return law_on, assumed(texts)
