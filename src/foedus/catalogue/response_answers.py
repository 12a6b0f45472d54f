"""The shape of likely responses: who owes what, how often such alliances were kept, and how far it goes."""

from __future__ import annotations

from typing import Literal

from foedus.catalogue.answers import ActorShape, Shape
from foedus.domain.vocabulary import Obligation, Rung, Strength

DutyStatus = Literal["due", "contested", "conditional"]


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
