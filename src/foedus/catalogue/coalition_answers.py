"""The shape of what lies ahead: who comes together, and who is drawn in after them."""

from __future__ import annotations

from typing import Literal

from foedus.catalogue.answers import ActorShape, Shape
from foedus.catalogue.response_answers import BandShape, RateShape, TreatyName


class DrawnShape(Shape):
    """How the ensemble was drawn; the same seed gives the same answer."""

    draws: int
    seed: int
    in_step: float


class AllianceShape(Shape):
    """Allies that come as one or not at all; `after` holds the numbers of those of whom one must come before."""

    treaty: TreatyName
    to: Literal["targets", "attackers"]
    states: list[ActorShape]
    due: bool
    second_round: bool
    after: list[int]
    coming: BandShape
    reference: RateShape


class CoalitionShape(Shape):
    """Just these alliances come to the targets; `fewest_cases` were tested of the kind that was tested least."""

    alliances: list[int]
    treaties: list[TreatyName]
    coming: BandShape
    fewest_cases: int


ShareLevel = Literal["0.05", "0.25", "0.5", "0.75", "0.95"]


class QuantilesShape(Shape):
    """The targets' share of capability in the draws, if the fewest duties to them count, and if the most do."""

    fewest_count: dict[ShareLevel, float]
    most_count: dict[ShareLevel, float]


class SharesShape(Shape):
    """Capability over the draws; a state without a figure counts as nothing."""

    lens: str
    heading: str
    quantiles: QuantilesShape
    targets_ahead: BandShape
    without_figure: list[ActorShape]


class LeftOutShape(Shape):
    """An alliance that is not in the ensemble, and why."""

    treaty: TreatyName
    reason: str


class CoalitionsShape(Shape):
    """Who comes together, the likeliest first by the middle of the band; those above 1 per cent."""

    drawn: DrawnShape
    alliances: list[AllianceShape]
    outcomes: list[CoalitionShape]
    shares: list[SharesShape]
    left_out: list[LeftOutShape]


class JoiningShape(Shape):
    """States that become bound together; `live`: not dropped by practice, `in_arms`: not only bases or sanctions."""

    states: list[ActorShape]
    to: Literal["targets", "attackers"]
    beside: list[ActorShape]
    treaties: list[TreatyName]
    live: bool
    in_arms: bool


class CourseShape(Shape):
    """One course of two rounds, and who would be at war after it."""

    choices: list[str]
    rounds: list[list[JoiningShape]]
    torn: list[str]
    at_war: dict[Literal["targets", "attackers"], list[ActorShape]]
    pairs_at_war: int
    with_nuclear_weapons: list[ActorShape]


class EscalationShape(Shape):
    """Who is bound next once those who owe a fight have come in: a legal bound, not a forecast."""

    label: str
    adds: bool
    letter: list[CourseShape]
    all_pledges: list[CourseShape]
