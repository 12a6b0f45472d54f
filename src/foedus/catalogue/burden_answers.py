"""The shapes of the JSON answers about burdens."""

from __future__ import annotations

from typing import Literal

from foedus.catalogue.answers import ActorShape, Envelope, Shape
from foedus.catalogue.capability_answers import GroupShape


class GuidelineShape(Shape):
    """What allies promised to spend; `met` and `known` count members, null where nothing is published by state."""

    id: str
    per_cent: float
    of: Literal["gdp", "expenditure"]
    on: str
    agreed: str
    due: str
    source: str
    met: int | None
    known: int


class GapShape(Shape):
    """How many points are lacking to a guideline; below 0 where more is spent."""

    guideline: str
    points: float | None


class BurdenShape(Shape):
    """What a member carries; shares from 0 to 1, per cents as such, money in the answer's unit."""

    state: ActorShape
    year: int | None
    expenditure: float | None
    gdp: float | None
    population: float | None
    per_cent_of_gdp: float | None
    per_head: float | None
    equipment_per_cent: float | None
    share_of_spending: float | None
    share_of_ability: float | None
    share_of_benefit: float | None
    gaps: list[GapShape]
    nash: float | None


class RankTestShape(Shape):
    """A rank correlation of burdens with GDP, with its probabilities."""

    coefficient: float | None
    greater: float | None
    two_sided: float | None
    pairs: int
    method: Literal["exact", "approximate"]


class SignedRanksShape(Shape):
    """Wilcoxon's test of matched pairs, with its exact probability."""

    positive: float
    negative: float
    two_sided: float | None
    pairs: int


class VerdictShape(Shape):
    """The tests of a year."""

    spearman: RankTestShape
    kendall: RankTestShape
    against_benefit: SignedRanksShape
    against_ability: SignedRanksShape


class ModelShape(Shape):
    """The equilibrium that was worked out: the weight of defence, its private part, and what all pay together."""

    weight: float
    private: float
    nash: float
    efficient: float


class BurdenAnswer(Envelope):
    """``foedus measures burden --json``."""

    kind: Literal["burden"]
    on: str
    year: int | None
    group: GroupShape
    unit: str
    source: str
    note: str
    members: list[BurdenShape]
    guidelines: list[GuidelineShape]
    tests: VerdictShape | None
    model: ModelShape | None


class BurdenYearShape(Shape):
    """The tests of a year; its members are those of its last day."""

    year: int
    members: int
    known: int
    source: str
    tests: VerdictShape


class BurdenYearsAnswer(Envelope):
    """``foedus measures burden --since YEAR --json``."""

    kind: Literal["burden-years"]
    group: GroupShape
    years: list[BurdenYearShape]
