"""The shape of the JSON answer of ``foedus compare``: what either side says, and both outlooks in full."""

from __future__ import annotations

from typing import Any, Literal

from foedus.assessment.comparison.duties import Aspect, Standing
from foedus.assessment.comparison.pair import How
from foedus.assessment.comparison.parts import Shift
from foedus.catalogue.answers import ActorShape, DutyWord, Envelope, LawShape, ReadingShape, Shape
from foedus.catalogue.assessment_answers import OutlookShape
from foedus.catalogue.decision_answers import OrganReference
from foedus.catalogue.power_answers import NeededShape
from foedus.catalogue.response_answers import BandShape, RateShape, TreatyName
from foedus.domain.finding import PermissionStatus
from foedus.domain.organ import Rule
from foedus.domain.vocabulary import Status, Strength, VitalityGrade


class ReasonsShape(Shape):
    """Why a side does not know; empty where it does, or where it has no such thing."""

    a: str
    b: str


class SideShape(Shape):
    """One of the two sides."""

    name: str
    contingency: dict[str, Any]
    law: LawShape
    naming: list[str]


class SidesShape(Shape):
    """Both sides."""

    a: SideShape
    b: SideShape


class ComparedEventShape(Shape):
    """The ids of two events that are set beside each other, by their order."""

    a: str
    b: str


class SaidOfDutyShape(Shape):
    """What a side says of a duty."""

    status: Status
    strength: Strength
    because: str
    conditional_on: list[str]
    needs: list[str]
    vitality: VitalityGrade


class ComparedDutyShape(Shape):
    """A duty of either side; `differing` names in what both that have it differ."""

    obligor: ActorShape
    beneficiary: ActorShape
    treaty: TreatyName
    clause: str
    article: str
    obligation: DutyWord
    how: How
    differing: list[Aspect]
    a: SaidOfDutyShape | None
    b: SaidOfDutyShape | None


class SaidOfPermissionShape(Shape):
    """What a side says of a permission."""

    status: PermissionStatus
    because: str


class ComparedPermissionShape(Shape):
    """Whether a state may use force for another."""

    state: ActorShape
    beneficiary: ActorShape
    a: SaidOfPermissionShape | None
    b: SaidOfPermissionShape | None


class ComparedStandingShape(Shape):
    """How a state stands to a fight for one of the parties; null where nothing binds it."""

    to: Literal["targets", "attackers"]
    state: ActorShape
    a: Standing | None
    b: Standing | None


class SaidOfResponseShape(Shape):
    """The bands of a treaty; null with the reason where no cases tell of such treaties."""

    tested: BandShape | None
    untested: BandShape | None
    reference: RateShape | None
    reason: str


class ComparedResponseShape(Shape):
    """What may come of a treaty; `shift` says what becomes of the band from A to B."""

    treaty: TreatyName
    shift: Shift | None
    how: How
    a: SaidOfResponseShape | None
    b: SaidOfResponseShape | None
    not_known: ReasonsShape


class SaidOfLensShape(Shape):
    """What is seen through a lens, by who stands against the attackers or behind them."""

    heading: str
    unit: str
    source: str
    years: list[int]
    times_the_attackers: dict[str, float]


class ComparedLensShape(Shape):
    """Capability through one lens."""

    lens: str
    how: How
    a: SaidOfLensShape | None
    b: SaidOfLensShape | None
    not_known: ReasonsShape


class SaidOfDeterrenceShape(Shape):
    """The verdict of a side; the whole calculation is in its outlook."""

    verdict: Literal["deterred", "not deterred", "depends"]
    intervention_needed: NeededShape
    lens: str


class ComparedDeterrenceShape(Shape):
    """The challenger's calculation."""

    how: How
    a: SaidOfDeterrenceShape | None
    b: SaidOfDeterrenceShape | None
    not_known: ReasonsShape


class SaidOfBodyShape(Shape):
    """How a body decides, and the days within which it has done so one, five and nine times in ten."""

    part: Literal["finds", "directs"]
    rule: Rule
    seats: int
    needed: int
    days: dict[Literal["0.1", "0.5", "0.9"], float]


class ComparedBodyShape(Shape):
    """A body that decides under a treaty."""

    treaty: TreatyName
    organ: OrganReference
    how: How
    a: SaidOfBodyShape | None
    b: SaidOfBodyShape | None
    not_known: ReasonsShape


class SaidOfFactShape(Shape):
    """What hangs on a fact that a side does not give."""

    to_fight: bool
    treaties: list[str]


class ComparedFactShape(Shape):
    """A fact that is asked for on a side."""

    field: str
    how: How
    a: SaidOfFactShape | None
    b: SaidOfFactShape | None
    not_known: ReasonsShape


class SaidOfDisputeShape(Shape):
    """Whose duty hangs on a disputed reading."""

    obligors: list[ActorShape]


class ComparedDisputeShape(Shape):
    """A clause that is due on one reading and not on another."""

    treaty: TreatyName
    clause: str
    article: str
    by_reading: list[ReadingShape]
    how: How
    a: SaidOfDisputeShape | None
    b: SaidOfDisputeShape | None
    not_known: ReasonsShape


class ComparedDecidersShape(Shape):
    """What decides the answers."""

    facts: list[ComparedFactShape]
    readings: list[ComparedDisputeShape]


class ComparedPartShape(Shape):
    """A part of the outlook, whichever parts there are."""

    part: str
    how: How


class OutlooksShape(Shape):
    """Both outlooks in full."""

    a: OutlookShape
    b: OutlookShape


class ComparedShape(Shape):
    """An event of A beside the one of B."""

    event: ComparedEventShape
    differs: bool
    duties: list[ComparedDutyShape]
    permissions: list[ComparedPermissionShape]
    standing: list[ComparedStandingShape]
    responses: list[ComparedResponseShape]
    balance: list[ComparedLensShape]
    deterrence: ComparedDeterrenceShape
    decisions: list[ComparedBodyShape]
    what_decides: ComparedDecidersShape
    parts: list[ComparedPartShape]
    outlook: OutlooksShape


class ComparisonAnswer(Envelope):
    """The answer of ``foedus compare --json``."""

    kind: Literal["comparison"]
    sides: SidesShape
    differs: bool
    events: list[ComparedShape]
