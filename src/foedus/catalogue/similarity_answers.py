"""The shape of the JSON answer about similarity."""

from __future__ import annotations

from typing import Literal

from foedus.catalogue.answers import Envelope, Shape
from foedus.measures.similarity.pair_years import Kind


class StateOfPairShape(Shape):
    """A state, as it was named in the last year."""

    id: str
    name: str
    cow: int | None


class PairYearShape(Shape):
    """A year; a coefficient is null where it has no value, and ``missing`` says why all are."""

    year: int
    compared: int
    missing: str | None
    s: float | None
    s_squared: float | None
    kappa: float | None
    pi: float | None
    tau_b: float | None
    s_weighted: float | None


class SimilarityAnswer(Envelope):
    """``foedus measures similarity --json``."""

    kind: Literal["similarity"]
    one: StateOfPairShape
    other: StateOfPairShape
    portfolio: Kind
    data: dict[str, str]
    years: list[PairYearShape]
