"""A model card: what a fitted model is, from which data, how it does on cases it has not seen, what it cannot say."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from importlib.resources import files
from typing import Any

import numpy as np

from foedus.response.evaluation import Evaluation, evaluation_of, with_versions
from foedus.response.logit import Floats
from foedus.response.rate import Rate
from foedus.response.scoring import Bin, Scores

CARDS = files("foedus.response") / "cards"


@dataclass(frozen=True, slots=True)
class Scored:
    """A way to tell the outcome, with its scores on cases it has not seen.

    Attributes
    ----------
    split : str
        How those cases were kept apart.
    """

    name: str
    split: str
    scores: Scores


@dataclass(frozen=True, slots=True)
class ModelCard:
    """A fitted model.

    Attributes
    ----------
    outcome : str
        What the probability is of.
    data, version : str
        The published data set.
    cases, happened, wars : int
    terms : tuple of str
    coefficients : tuple of float, one a term
    covariance : tuple of tuple of float
        Of the coefficients, clustered by war.
    rivals : tuple of Scored
        The model and what it is compared with, on the same cases.
    calibration : tuple of Bin
        Of the model on wars it has not seen.
    rates : tuple of Rate
        How often it happened in each class of cases: what an estimate is read beside.
    limits : tuple of str
    evaluation : Evaluation or None
        The candidates among which the terms were chosen, where they were compared.
    """

    name: str
    title: str
    outcome: str
    data: str
    version: str
    cases: int
    happened: int
    wars: int
    method: str
    terms: tuple[str, ...]
    coefficients: tuple[float, ...]
    covariance: tuple[tuple[float, ...], ...]
    rivals: tuple[Scored, ...]
    calibration: tuple[Bin, ...]
    rates: tuple[Rate, ...]
    limits: tuple[str, ...]
    evaluation: Evaluation | None = None

    @property
    def sources(self) -> str:
        """Each data set with its version."""
        return with_versions(self.data, self.version)

    @property
    def vector(self) -> Floats:
        """The coefficients, shape (terms,)."""
        return np.array(self.coefficients)

    @property
    def matrix(self) -> Floats:
        """Their covariance, shape (terms, terms)."""
        return np.array(self.covariance)


def card_json(card: ModelCard) -> str:
    """Return a card as it is kept in the package."""
    return json.dumps(asdict(card), ensure_ascii=False, indent=2) + "\n"


def read_card(name: str) -> ModelCard:
    """Return the card of a model of the package."""
    return _card(json.loads((CARDS / f"{name}.json").read_text(encoding="utf-8")))


def _card(held: dict[str, Any]) -> ModelCard:
    held["rivals"] = tuple(Scored(one["name"], one["split"], Scores(**one["scores"])) for one in held["rivals"])
    held["calibration"] = tuple(Bin(**one) for one in held["calibration"])
    held["rates"] = tuple(Rate(**one) for one in held["rates"])
    held["covariance"] = tuple(map(tuple, held["covariance"]))
    held |= {name: tuple(held[name]) for name in ("terms", "coefficients", "limits")}
    held["evaluation"] = evaluation_of(held["evaluation"]) if held.get("evaluation") else None
    return ModelCard(**held)
