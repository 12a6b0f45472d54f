"""The shape of the JSON answers about the register itself: treaties, states, checks."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from foedus.catalogue.answers import ActorShape, Envelope, EvidenceShape, Shape
from foedus.domain.vocabulary import (
    Character,
    Denunciation,
    FirstTerm,
    Obligation,
    ProvisionKind,
    Renewal,
    Standing,
    Strength,
    Verified,
    VitalityGrade,
)
from foedus.report.register_diff import Turn


class TreatyHead(Shape):
    """A treaty in a list."""

    id: str
    aliases: list[str]
    name: str
    character: Character
    signed: str
    in_force: str | None
    ended: str | None


class TreatiesAnswer(Envelope):
    """The answer of ``foedus treaty list --json``."""

    kind: Literal["treaties"]
    treaties: list[TreatyHead]


class SpellShape(Shape):
    """A stretch of time; null is open."""

    from_: str | None = Field(alias="from")
    until: str | None


class PartyShape(Shape):
    """A party for one spell; `bound` is null for one that never joined."""

    actor: str
    name: str
    role: str
    bound: SpellShape | None
    how_ended: str | None


class SuspensionShape(SpellShape):
    """A suspension between two groups."""

    between: list[list[str]]


class OwesShape(Shape):
    """Who owes."""

    roles: list[str]
    states: list[str]
    except_: list[str] = Field(alias="except")


class ToShape(Shape):
    """To whom."""

    roles: list[str]
    states: list[str]
    anyone: bool


class ReadingHead(Shape):
    """A rival reading."""

    id: str
    holders: list[str]
    summary: str


class ClauseShape(SpellShape):
    """A clause."""

    id: str
    article: str
    instrument: str
    obligation: Obligation
    strength: Strength
    owes: OwesShape
    to: ToShape
    beneficiary_is: list[Standing]
    summary: str
    readings: list[ReadingHead]
    evidence: EvidenceShape


class DurationShape(Shape):
    """How long the treaty runs by its own text; null is not known, ``not_stated`` is silence of the text."""

    first_term: FirstTerm | None
    years: float | None
    until: str | None
    renewal: Renewal | None
    renewed_for: float | Literal["indefinite"] | None
    denunciation: Denunciation | None
    notice_months: float | Literal["not_stated"] | None
    article: str | None
    instrument: str | None
    note: str | None
    evidence: EvidenceShape


class GroupShape(OwesShape):
    """Who gives, or to whom."""

    anyone: bool


class ProvisionShape(SpellShape):
    """One thing the treaty provides; null for `of` and `to` is all alike."""

    kind: ProvisionKind
    article: str | None
    instrument: str | None
    summary: str
    of: GroupShape | None
    to: GroupShape | None
    evidence: EvidenceShape


class ProvisionsShape(Shape):
    """What is known of the provisions; a kind neither listed nor absent is unknown unless the list is complete."""

    complete: bool
    absent: list[ProvisionKind]
    items: list[ProvisionShape]
    evidence: EvidenceShape


class SourceShape(Shape):
    """A source."""

    id: str
    title: str
    kind: str
    url: str | None


class TreatyShape(TreatyHead):
    """A whole treaty."""

    summary: str
    term: str
    duration: DurationShape | None
    parties: list[PartyShape]
    suspensions: list[SuspensionShape]
    clauses: list[ClauseShape]
    unread: list[Obligation]
    provisions: ProvisionsShape | None
    sources: list[SourceShape]


class TreatyAnswer(Envelope):
    """The answer of ``foedus treaty show --json``."""

    kind: Literal["treaty"]
    treaty: TreatyShape


class HeldShape(SpellShape):
    """A spell of the timeline; `actor` is null for that of the treaty itself."""

    actor: str | None


class VitalityShape(SpellShape):
    """How alive a treaty was."""

    grade: VitalityGrade


class TimelineRow(Shape):
    """A treaty of the timeline."""

    id: str
    name: str
    obligations: list[Obligation]
    spells: list[HeldShape]
    vitality: list[VitalityShape]


class TimelineAnswer(Envelope):
    """The answer of ``foedus treaty timeline --json``."""

    kind: Literal["timeline"]
    from_: int = Field(alias="from")
    to: int
    treaties: list[TimelineRow]


class NameShape(Shape):
    """A name and when it was borne."""

    name: str
    spell: str


class CapitalShape(Shape):
    """A seat of government."""

    name: str
    lat: float
    lon: float


class LinkShape(Shape):
    """A predecessor or successor."""

    actor: str
    how: str


class StateShape(ActorShape):
    """A whole actor on a day."""

    kind: str
    names: list[NameShape]
    exists: list[str]
    capital: CapitalShape | None
    predecessors: list[LinkShape]
    successors: list[LinkShape]
    disputed: str | None


class StatesAnswer(Envelope):
    """The answer of ``foedus state list --json``."""

    kind: Literal["states"]
    on: str
    system: Literal["cow", "gw"]
    states: list[ActorShape]


class FaultShape(Shape):
    """A fault."""

    what: str
    where: str
    allowed: str
    remedy: str


class CoverageShape(Shape):
    """The treaties signed in a century (20: 1901 to 2000; null: all), and how their clauses are known."""

    century: int | None
    treaties: int
    clauses: int
    text: int
    secondary: int
    knowledge: int
    checked_twice: int
    with_readings: int
    half_read: int


class OperationCoverageShape(Shape):
    """How many operations there are, and how their groups of statements are known."""

    operations: int
    groups: int
    text: int
    secondary: int
    knowledge: int


class ArrangementsCoverageShape(Shape):
    """The files of a folder beside treaties, and how their statements are known."""

    kind: Literal["organs", "structures", "nuclear", "stationed"]
    files: int
    statements: int
    text: int
    secondary: int
    knowledge: int


class CheckAnswer(Envelope):
    """The answer of ``foedus register check --json``."""

    kind: Literal["check"]
    faults: list[FaultShape]
    warnings: list[FaultShape]
    summary: dict[Verified, int]
    coverage: list[CoverageShape]
    arrangements: list[ArrangementsCoverageShape]
    operations: OperationCoverageShape


class DifferenceShape(Shape):
    """One turn of one treaty; `what` names actors by id, or clauses."""

    treaty: str
    name: str
    turn: Turn
    what: list[str]
    doubtful: bool


class RegisterDiffAnswer(Envelope):
    """The answer of ``foedus register diff --json``."""

    kind: Literal["register-diff"]
    before: str
    after: str
    differences: list[DifferenceShape]
