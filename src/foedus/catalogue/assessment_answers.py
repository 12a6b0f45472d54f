"""The shape of the JSON answer of the main job: what is owed, and what may come of it."""

from __future__ import annotations

from typing import Any, Literal

from foedus.catalogue.answers import Envelope, FindingShape, LawShape, PermissionShape, Shape
from foedus.catalogue.coalition_answers import CoalitionsShape, EscalationShape
from foedus.catalogue.fact_answers import UnknownFactsShape
from foedus.catalogue.power_answers import (
    BalanceShape,
    DecidersShape,
    DecisionsShape,
    DeterrenceKindShape,
    DeterrenceShape,
)
from foedus.catalogue.response_answers import ResponsesShape


class AssumptionsShape(Shape):
    """What no data show and was assumed; each can be set by ``--assume``."""

    tested_share: float
    together: float
    stake: float
    status_quo: float
    cost: float
    effectiveness: float
    days: float
    in_step: float


class NotKnownShape(Shape):
    """A part of the answer that is null, and why."""

    part: str
    reason: str
    remedy: str


class OutlookShape(Shape):
    """What may come of one event; a part that is null stands under `not_known`."""

    event: str
    assumptions: AssumptionsShape
    not_known: list[NotKnownShape]
    responses: ResponsesShape | None
    balance: BalanceShape | None
    coalitions: CoalitionsShape | None
    escalation: EscalationShape | None
    deterrence: DeterrenceShape | None
    deterrence_kinds: list[DeterrenceKindShape]
    decisions: DecisionsShape | None
    unknown_facts: UnknownFactsShape | None
    what_decides: DecidersShape | None


class AssessmentAnswer(Envelope):
    """The answer of ``foedus assess --json``."""

    kind: Literal["assessment"]
    contingency: dict[str, Any]
    law: LawShape
    naming: list[str]
    findings: list[FindingShape]
    permissions: list[PermissionShape]
    outlook: list[OutlookShape]
