"""The shape of the JSON answer of the main job: what is owed, and what may come of it."""

from __future__ import annotations

from typing import Any, Literal

from foedus.catalogue.answers import ActorShape, Envelope, FindingShape, LawShape, PermissionShape, Shape
from foedus.domain.vocabulary import Obligation, Strength


class AssumptionsShape(Shape):
    """What no data show and was assumed; each can be set by ``--assume``."""

    tested_share: float
    together: float
    stake: float
    status_quo: float
    cost: float
    effectiveness: float
    days: float


class NotKnownShape(Shape):
    """A part of the answer that is null, and why."""

    part: str
    reason: str
    remedy: str


class TreatyName(Shape):
    """A treaty of the register."""

    id: str
    name: str


class BandShape(Shape):
    """Two ends, 0 to 1, and the same in words; there is no number between them."""

    low: float
    high: float
    words: str


class ChangeShape(BandShape):
    """What the band would be if something were otherwise."""

    what: str


class RateShape(Shape):
    """How often it happened in a class of cases, with the 95 per cent interval of its share."""

    name: str
    happened: int
    cases: int
    wars: int
    low: float
    high: float


class KeptShape(BandShape):
    """How likely the alliance is to be kept once tested; `untested` is the band over all such promises."""

    reference: RateShape
    untested: BandShape | None
    would_change: list[ChangeShape]
    after_the_cases: bool


class ResponseDutyShape(Shape):
    """What several states owe under a treaty, and to which side."""

    obligation: Obligation
    status: Literal["due", "contested", "conditional"]
    to: Literal["targets", "attackers"]
    obligors: list[ActorShape]
    waits_for: list[str]


class ResponseShape(Shape):
    """What may come of a treaty: of the alliance as one, not of a member."""

    treaty: TreatyName
    duties: list[ResponseDutyShape]
    pledges: list[str]
    parties: int
    kept: KeptShape | None
    not_known: str


class BelowShape(Shape):
    """A duty or a right below full combat, of which nothing is estimated."""

    treaty: TreatyName
    obligation: Obligation
    strength: Strength
    obligors: list[ActorShape]


class RestsOnShape(Shape):
    """The cases that the bands rest on, and what they cannot say."""

    model: str
    data: str
    cases: int
    kept: int
    wars: int
    limits: list[str]


class ResponsesShape(Shape):
    """What may come of all treaties."""

    rests_on: RestsOnShape
    treaties: list[ResponseShape]
    not_modelled: list[BelowShape]
    dropped_by_practice: list[TreatyName]


class OutlookShape(Shape):
    """What may come of one event; a part that is null stands under `not_known`."""

    event: str
    assumptions: AssumptionsShape
    not_known: list[NotKnownShape]
    responses: ResponsesShape | None


class AssessmentAnswer(Envelope):
    """The answer of ``foedus assess --json``."""

    kind: Literal["assessment"]
    contingency: dict[str, Any]
    law: LawShape
    naming: list[str]
    findings: list[FindingShape]
    permissions: list[PermissionShape]
    outlook: list[OutlookShape]
