"""The shape of what would be enough: balance at the place, deterrence, time to decide, and what decides it."""

from __future__ import annotations

from typing import Literal

from foedus.catalogue.answers import ActorShape, ReadingShape, Shape
from foedus.catalogue.decision_answers import OrganReference
from foedus.catalogue.response_answers import BandShape, DutyStatus, RateShape, TreatyName
from foedus.domain.organ import Rule
from foedus.response.deterrence.kinds import KindName


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


class AttackWorthShape(Shape):
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
    attack_is_worth: AttackWorthShape
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
    """A field of the contingency that is not given; `to_fight` tells whether a duty to fight may hang on it.

    What knowing it is worth stands under `unknown_facts`.
    """

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
