"""The shape of every JSON answer, as schema: what a program may rely on."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from foedus.domain.finding import PermissionStatus, Result, StepName
from foedus.domain.vocabulary import Character, Effect, Obligation, Status, Strength, Verified, VitalityGrade

DutyWord = Literal["defend", "discretionary_action", "offense", "consult", "neutrality", "nonaggression_breached"]


class Shape(BaseModel):
    """A mapping with exactly these keys."""

    model_config = ConfigDict(extra="forbid")


class RegisterShape(Shape):
    """Which register answered."""

    version: str
    hash: str
    cutoff: str


class Envelope(Shape):
    """What surrounds every answer."""

    schema_: Literal[1] = Field(alias="schema")
    register_: RegisterShape = Field(alias="register")


class ActorShape(Shape):
    """An actor on a day; a code it does not have is null."""

    id: str
    name: str
    cow: int | None
    gw: int | None
    iso3: str | None


class TreatyReference(Shape):
    """A treaty named in a finding."""

    id: str
    aliases: list[str]
    name: str
    character: Character


class TraceShape(BaseModel):
    """One test; `depth` counts the nesting, `field` names the fact that would settle an unknown."""

    model_config = ConfigDict(extra="forbid")
    step: StepName
    test: str
    result: Result
    why: str
    article: str = ""
    field: str = ""
    depth: int = 0


class ReadingShape(Shape):
    """Where one reading leads."""

    reading: str
    status: Status
    because: str


class ContingentShape(Shape):
    """Forces fixed by the text."""

    men: int | None
    note: str


class EvidenceShape(Shape):
    """How the clause is known."""

    verified: Verified
    source: str
    locator: str
    readers: int


class FindingShape(Shape):
    """Who owes what to whom under one clause."""

    event: str
    obligor: ActorShape
    beneficiary: ActorShape
    treaty: TreatyReference
    clause: str
    article: str
    obligation: DutyWord
    strength: Strength
    status: Status
    conditional_on: list[str]
    needs: list[str]
    because: str
    by_reading: list[ReadingShape]
    contingent: ContingentShape | None
    effects: list[Effect]
    vitality: VitalityGrade
    evidence: EvidenceShape
    trace: list[TraceShape]


class PermissionShape(Shape):
    """Whether a state may use force for another."""

    event: str
    state: ActorShape
    beneficiary: ActorShape
    status: PermissionStatus
    because: str
    conditional_on: list[str]
    needs: list[str]
    trace: list[TraceShape]


class LawShape(Shape):
    """Which law was applied."""

    on: str | None
    public_only: bool
    supposing: list[dict[str, str]]


class ObligationsAnswer(Envelope):
    """The answer of ``foedus obligations --json``."""

    kind: Literal["obligations"]
    contingency: dict[str, Any]
    law: LawShape
    naming: list[str]
    findings: list[FindingShape]


class EventShape(Shape):
    """An act of the chain."""

    id: str
    date: str
    attackers: list[ActorShape]
    targets: list[ActorShape]


class DutyShape(Shape):
    """A duty that calls a state in."""

    treaty: str
    clause: str
    article: str
    obligation: Obligation
    status: Status


class MoveShape(Shape):
    """A state that comes in."""

    state: ActorShape
    beside: list[ActorShape]
    against: list[ActorShape]
    duties: list[DutyShape]
    in_the_way: list[str]


class OwedShape(DutyShape):
    """A duty of a state that is not in: due by then, or undetermined."""

    state: ActorShape
    beneficiary: ActorShape


class RoundShape(Shape):
    """One step of the chain."""

    number: int
    events: list[EventShape]
    moves: list[MoveShape]
    torn: list[str]
    not_come_in: list[OwedShape]


class CourseShape(Shape):
    """One course of the chain."""

    choices: list[str]
    rounds: list[RoundShape]


class CascadeAnswer(Envelope):
    """The answer of ``foedus cascade --json``."""

    kind: Literal["cascade"]
    contingency: dict[str, Any]
    law: LawShape
    label: str
    mode: Literal["letter", "all-pledges", "as-entered"]
    is_cut: bool
    branches: list[CourseShape]
    undetermined: list[OwedShape]


class GuaranteeShape(Shape):
    """One finding of one attack; states by name, with their numbers in the Correlates of War state system."""

    attacker: str
    attacker_ccode: int | None
    target: str
    target_ccode: int | None
    obligor: str
    obligor_ccode: int | None
    beneficiary: str
    beneficiary_ccode: int | None
    treaty: str
    clause: str
    obligation: DutyWord


class GuaranteeRow(GuaranteeShape):
    """A finding that is due, contested, conditional or undetermined; what is not listed is not due."""

    strength: Strength
    status: Status


class GuaranteesAnswer(Envelope):
    """The answer of ``foedus guarantees --json``."""

    kind: Literal["guarantees"]
    date: str
    law: LawShape
    label: str
    rows: list[GuaranteeRow]


class ChangeRow(GuaranteeShape):
    """A finding that differs; null is not due, or an attack that could not be."""

    before: Status | None
    after: Status | None


class SettingShape(Shape):
    """A day and the law applied."""

    date: str
    law: LawShape


class GuaranteeChangesAnswer(Envelope):
    """The answer of ``foedus guarantees --against … --json``."""

    kind: Literal["guarantees-changes"]
    date: str
    law: LawShape
    against: SettingShape
    label: str
    rows: list[ChangeRow]


class CaseLineShape(Shape):
    """One line of a case; findings are given where it disagrees."""

    state: ActorShape
    treaty: str | None
    expected: str | None
    agrees: bool
    argued: str | None
    findings: list[FindingShape]


class CaseShape(Shape):
    """One case."""

    id: str
    title: str
    lines: list[CaseLineShape]
    unscored: list[str]


class CasebookAnswer(Envelope):
    """The answer of ``foedus casebook --json``."""

    kind: Literal["casebook"]
    cases: list[CaseShape]
