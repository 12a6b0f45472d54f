"""The shape of the JSON answer of the main job: what is owed, and what may come of it."""

from __future__ import annotations

from typing import Any, Literal

from foedus.catalogue.answers import (
    ActorShape,
    Envelope,
    FindingShape,
    LawShape,
    PermissionShape,
    ReadingShape,
    Shape,
)
from foedus.catalogue.decision_answers import OrganReference
from foedus.domain.organ import Rule
from foedus.domain.vocabulary import Obligation, Rung, Strength
from foedus.response.deterrence.kinds import KindName

DutyStatus = Literal["due", "contested", "conditional"]


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
    """How likely the alliance is to be kept once tested; `untested` is the band over all such promises.

    `reference` counts the tested alliances of its era and chief pledge, `closest` those of them that have, as it has,
    two parties or more than two; null where none was tested.
    """

    reference: RateShape
    closest: RateShape | None
    untested: BandShape | None
    would_change: list[ChangeShape]
    after_the_cases: bool


class ResponseDutyShape(Shape):
    """What several states owe under a treaty, and to which side."""

    obligation: Obligation
    status: DutyStatus
    to: Literal["targets", "attackers"]
    obligors: list[ActorShape]
    waits_for: list[str]


class LadderShape(Shape):
    """How far a treaty goes, rung by rung; of a rung that is not estimated the published cases tell nothing."""

    named: list[Rung]
    left_open: list[Rung]
    provided: list[Rung]
    estimated: list[Rung]
    not_estimated: list[Rung]


class ResponseShape(Shape):
    """What may come of a treaty: of the alliance as one, not of a member."""

    treaty: TreatyName
    duties: list[ResponseDutyShape]
    pledges: list[str]
    parties: int
    major_power: bool
    ladder: LadderShape
    kept: KeptShape | None
    not_known: str


class BelowShape(Shape):
    """A duty or a right below full combat, of which nothing is estimated."""

    treaty: TreatyName
    obligation: Obligation
    strength: Strength
    reaches: Rung
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


class SumShape(Shape):
    """The capability of several states; those without a figure are not in the total."""

    total: float
    states: list[ActorShape]
    without_figure: list[ActorShape]


class LensShape(Shape):
    """One kind of capability; `owe_the_targets` and `owe_the_attackers` are by the status of the duty to fight."""

    name: str
    title: str
    heading: str
    unit: str
    source: str
    years: list[int]
    note: str
    attackers: SumShape
    targets: SumShape
    owe_the_targets: dict[DutyStatus, SumShape]
    owe_the_attackers: dict[DutyStatus, SumShape]


class UnseenShape(Shape):
    """A lens through which nothing is seen, and why."""

    lens: str
    reason: str
    remedy: str


class ChancesShape(Shape):
    """How a dispute of two would end, as a published model has it: scores, each as the tenth that it lies in."""

    attacker_wins: BandShape
    stalemate: BandShape
    target_wins: BandShape


class PairShape(Shape):
    """An attacker and a target alone; the scores know no coalitions."""

    attacker: ActorShape
    target: ActorShape
    attacker_is_likelier_to_win_than_to_lose: bool
    if_the_attacker_begins: ChancesShape
    if_the_target_had_begun: ChancesShape | None


class OutcomesShape(Shape):
    """The scores of each pair, and the number of past disputes that the model learnt from, where it is known."""

    source: str
    year: int
    cases: int | None
    pairs: list[PairShape]
    without_score: list[list[ActorShape]]


class BalanceShape(Shape):
    """Capability at hand, wherever it is; `lenses_disagree` says where some show the attackers ahead and others not."""

    lenses: list[LensShape]
    unseen: list[UnseenShape]
    dispute_outcomes: OutcomesShape | None
    lenses_disagree: list[str]
    left_out: list[str]


class BlockShape(Shape):
    """Allies that come as one or not at all; a state stands under one treaty only."""

    treaty: TreatyName
    due: bool
    states: list[ActorShape]
    without_figure: list[ActorShape]
    capability: float
    coming: BandShape


class WorthShape(Shape):
    """What attack is worth to the challenger; winning is worth the stake, nothing 0."""

    if_nobody_comes: float
    if_all_come: float
    at_high_end_of_bands: float
    at_low_end_of_bands: float


class NeededShape(Shape):
    """With which probability every alliance would have to come: the least and the most over the ranges tried.

    Null where not even certainty is enough, at any of the ends tried for `low`, at one of them for `high`.
    """

    low: float | None
    high: float | None


class SwingShape(Shape):
    """By how much leaving things as they are is worth more than attack, at either end of an assumption's range."""

    assumption: str
    low: str
    high: str
    margins: list[float]
    decides: bool


class DeterrenceShape(Shape):
    """The challenger's calculation under the assumptions of the outlook."""

    lens: str
    alliances: list[BlockShape]
    attack_is_worth: WorthShape
    status_quo_is_worth: float
    intervention_needed: NeededShape
    verdict: Literal["deterred", "not deterred", "depends"]
    sensitivity: list[SwingShape]
    not_modelled: dict[str, str]
    record: str


class NotKeptShape(BandShape):
    """How likely an alliance is not to be kept, once tested; `reference` counts those of its like that were kept."""

    treaty: TreatyName
    reference: RateShape


class DeterrenceKindShape(Shape):
    """What there is of a kind of deterrence: given, named from the register, or why not; `states` by what they are."""

    kind: KindName
    meaning: str
    answered: Literal["given", "named", "not modelled", "not known"]
    told: str
    states: dict[str, list[ActorShape]]
    not_kept: list[NotKeptShape]
    source: str


class BodyShape(Shape):
    """A body, and the days within which it has decided one, five and nine times in ten at the assumed pace."""

    treaty: TreatyName
    part: Literal["finds", "directs"]
    organ: OrganReference
    rule: Rule
    seats: int
    needed: int
    vetoes: list[str]
    days: dict[Literal["0.1", "0.5", "0.9"], float]
    note: str


class DecisionsShape(Shape):
    """The bodies that decide; how long a member takes on average is an assumption."""

    days_of_a_member: float
    bodies: list[BodyShape]


class FactShape(Shape):
    """A field of the contingency that is not given; `to_fight` tells whether a duty to fight hangs on it."""

    field: str
    to_fight: bool
    treaties: list[TreatyName]


class DisputeShape(Shape):
    """A clause that is due on one reading and not on another."""

    treaty: TreatyName
    clause: str
    article: str
    obligors: list[ActorShape]
    by_reading: list[ReadingShape]


class DecidersShape(Shape):
    """What decides the answer, in order."""

    facts: list[FactShape]
    readings: list[DisputeShape]
    assumption: SwingShape | None


class OutlookShape(Shape):
    """What may come of one event; a part that is null stands under `not_known`."""

    event: str
    assumptions: AssumptionsShape
    not_known: list[NotKnownShape]
    responses: ResponsesShape | None
    balance: BalanceShape | None
    deterrence: DeterrenceShape | None
    deterrence_kinds: list[DeterrenceKindShape]
    decisions: DecisionsShape | None
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
