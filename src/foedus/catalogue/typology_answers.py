"""The shapes of the JSON answers about types of alliances, and about what pairs can do together."""

from __future__ import annotations

from typing import Literal

from foedus.catalogue.answers import Envelope, Shape
from foedus.measures.interoperability.index import Part as PartName


class TypologyValue(Shape):
    """One answer: null is not known; `because` names the article, field or data that decide it."""

    question: str
    value: bool | int | float | str | None
    because: str


class KindsShape(Shape):
    """A treaty or a coalition; `on` is null for its whole life, `regions` each hold every member's capital."""

    id: str
    name: str
    signed: str
    on: str | None
    regions: list[str]
    answers: list[TypologyValue]


class TypeCount(Shape):
    """How many treaties signed in a century (negative before our era) are of a type, of how many that is known."""

    type: str
    century: int
    yes: int
    known: int
    of: int


class TypologyAnswer(Envelope):
    """``foedus measures typology --json``: the named treaties, or counts without names."""

    kind: Literal["typology"]
    on: str | None
    treaties: list[KindsShape]
    counts: list[TypeCount]


class PartOfIndex(Shape):
    """One part of a pair's index; null is not known, and `because` then says what is missing."""

    part: PartName
    value: float | None
    because: str


class PairOfStates(Shape):
    """The index of two states, and the share of the weight that its known parts have."""

    states: list[str]
    value: float | None
    available: float
    parts: list[PartOfIndex]


class InteroperabilityAnswer(Envelope):
    """``foedus measures interoperability --json``: every pair, with the weights and constants that were used."""

    kind: Literal["interoperability"]
    on: str
    states: list[str]
    weights: dict[PartName, float]
    halves: dict[PartName, float]
    half_life: float
    pairs: list[PairOfStates]
