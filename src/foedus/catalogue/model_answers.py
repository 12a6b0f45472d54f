"""The shapes of the JSON answers about fitted models."""

from __future__ import annotations

from typing import Literal

from foedus.catalogue.answers import Envelope, Shape
from foedus.catalogue.response_answers import RateShape


class ScoresShape(Shape):
    """Scores on wars not seen: log and Brier, lower is better; average precision, higher is better."""

    log: float
    brier: float
    precision: float


class ScoredShape(Shape):
    """A way to tell the outcome, and how the cases it was scored on were kept apart."""

    name: str
    split: str
    scores: ScoresShape


class BinShape(Shape):
    """Cases of like probability, and the 95 per cent band."""

    expected: float
    happened: int
    cases: int
    low: float
    high: float


class GapShape(Shape):
    """By how much a mean score is worse than another's (below 0: better); whole wars were drawn anew."""

    mean: float
    error: float
    low: float
    high: float


class ResultShape(Shape):
    """How a candidate does on one split; the gaps are to the reference on the same cases."""

    split: str
    cases: int
    wars: int
    scores: ScoresShape
    log_gap: GapShape
    brier_gap: GapShape
    bins: list[BinShape]


class ComparedShape(Shape):
    """A candidate; `lacking` counts the cases that lack something it reads, `to_best` is on the first split."""

    name: str
    terms: int
    lacking: int
    to_best: GapShape
    results: list[ResultShape]


class EvaluationShape(Shape):
    """Candidates for a model: see `foedus.response.evaluation.Evaluation`."""

    data: str
    version: str
    reference: str
    best: str
    chosen: str
    rule: str
    draws: int
    seed: int
    candidates: list[ComparedShape]


class ModelShape(Shape):
    """A model card: see `foedus.response.model_card.ModelCard`."""

    name: str
    title: str
    outcome: str
    data: str
    version: str
    cases: int
    happened: int
    wars: int
    method: str
    terms: list[str]
    coefficients: list[float]
    covariance: list[list[float]]
    rivals: list[ScoredShape]
    calibration: list[BinShape]
    rates: list[RateShape]
    limits: list[str]
    evaluation: EvaluationShape | None


class ModelsAnswer(Envelope):
    """``foedus models list --json``."""

    kind: Literal["models"]
    models: list[ModelShape]


class ModelAnswer(Envelope):
    """``foedus models show --json`` and ``foedus models refit --json``."""

    kind: Literal["model"]
    model: ModelShape
