"""The shape of the JSON answer of the treaty laboratory."""

from __future__ import annotations

from typing import Literal

from foedus.catalogue.answers import ActorShape, Envelope, Shape
from foedus.domain.vocabulary import Obligation, Status, Strength


class TextShape(Shape):
    """A treaty text put to the test; `called` says where it comes from."""

    id: str
    name: str
    called: str


class GridShape(Shape):
    """The day of the grid, and the kinds of party it tells apart; the first two of each stand for the rest."""

    on: str
    kinds: list[list[str]]
    kinds_left_out: int


class CasesShape(Shape):
    """How many cases there are, and in how many the draft was law."""

    total: int
    in_force: int


class CountsShape(Shape):
    """How many duties of each kind have each status."""

    cases: dict[Obligation, dict[Status, int]]
    grid: dict[Obligation, dict[Status, int]]


class TextAnswerShape(Shape):
    """What a text says of one duty."""

    clause: str
    article: str
    strength: Strength
    status: Status
    because: str
    conditional_on: list[str]
    needs: list[str]


class TrialShape(Shape):
    """A duty in a case, or on the grid."""

    source: Literal["casebook", "grid"]
    case: str
    place: str | None
    adversary: str | None
    event: str
    obligor: ActorShape
    beneficiary: ActorShape
    obligation: Obligation


class TestedDuty(TrialShape, TextAnswerShape):
    """What the draft says of a duty."""


class DifferenceShape(TrialShape):
    """A duty on which two texts part; null where a text has no such duty."""

    draft: TextAnswerShape | None
    against: TextAnswerShape | None


class ClauseTestAnswer(Envelope):
    """The answer of ``foedus clause test --json``."""

    kind: Literal["clause-test"]
    label: str
    draft: TextShape
    against: TextShape | None
    grid: GridShape
    cases: CasesShape
    counts: CountsShape
    counts_against: CountsShape | None
    duties: list[TestedDuty]
    differences: list[DifferenceShape]
