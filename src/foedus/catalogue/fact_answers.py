"""The shape of bounds over the facts that a contingency leaves out."""

from __future__ import annotations

from typing import Literal

from foedus.catalogue.answers import ActorShape, Shape

VerdictWord = Literal["deterred", "not deterred", "depends"]
SideWord = Literal["targets", "attackers"]


class FactValueShape(Shape):
    """A value of a fact; those it stands for count the same under every clause in question."""

    value: str
    stands_for: list[str]


class WorthShape(Shape):
    """What knowing a fact would tell: how far least and most states bound lie apart now, and once it is known.

    The average is over its values, by the prior or each once. `turns_verdict` is null where there is no verdict.
    """

    width: int
    width_known_on_average: float
    width_known_at_worst: int
    duties_turned: int
    turns_verdict: bool | None


class VariedFactShape(Shape):
    """A fact that is left out and was varied."""

    field: str
    values: list[FactValueShape]
    worth: WorthShape


class UnvariedFactShape(Shape):
    """A fact that stays unknown in every scenario, and why."""

    field: str
    reason: str


class EndsShape(Shape):
    """How many states are bound, at least and at most."""

    least: int
    most: int


class ProbabilityShape(Shape):
    """A consequence of the priors; two ends differ where some fact has none."""

    low: float
    high: float


class BoundShape(Shape):
    """In how many scenarios a state's duty to fight is due, or may be because a fact stays unknown.

    `due_in` is `some` too where it is only a fact which stays unknown that may make it due.
    """

    state: ActorShape
    side: SideWord
    due_in: Literal["all", "some", "none"]
    scenarios_due: int
    scenarios_due_or_open: int
    weight_by_priors: ProbabilityShape | None


class ShareEndsShape(Shape):
    """What targets and all whose duty is due have through a lens, the attackers having 1."""

    lens: str
    heading: str
    least: float
    most: float


class PriorShape(Shape):
    """How likely the asker holds each value of a fact to be."""

    field: str
    weights: dict[str, float]


class UnknownFactsShape(Shape):
    """What is so whatever the unknown facts are: every combination of their values; how many is no probability.

    `facts` stand in the order of what they are worth. `verdicts` says in how many scenarios each may be reached.
    """

    scenarios: int
    facts: list[VariedFactShape]
    not_varied: list[UnvariedFactShape]
    bound_to_fight: dict[SideWord, EndsShape]
    states: list[BoundShape]
    balance: list[ShareEndsShape]
    verdicts: dict[VerdictWord, int]
    verdicts_not_known: str
    priors: list[PriorShape]
