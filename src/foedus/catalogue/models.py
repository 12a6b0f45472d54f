"""Every fitted model: its card in the package, and what fits it again from the user's own files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Any

from foedus._base.errors import BadInput, Fault, UnknownName
from foedus.response.evaluation import Evaluation
from foedus.response.model_card import ModelCard
from foedus.sources.store import Store


@dataclass(frozen=True, slots=True)
class FittedModel:
    """A model that can be fitted again.

    Attributes
    ----------
    home : str
        ``module:name`` of what fits it: given the store, a `ModelCard`.
    contest : str
        ``module:name`` of what compares the candidates for it: given the store, an `Evaluation`; empty if there are
        none.
    """

    name: str
    home: str
    contest: str = ""

    def refit(self, store: Store) -> ModelCard:
        """Return the model fitted on what the store holds.

        Raises
        ------
        DataMissing
            If the store lacks the data set; the message names the command that brings it.
        """
        card: ModelCard = _called(self.home)(store)
        return card

    def compare(self, store: Store) -> Evaluation:
        """Return the candidates for the model compared on what the store holds.

        Raises
        ------
        BadInput
            If it was not chosen among candidates.
        DataMissing
            If the store lacks a data set that one of them reads.
        """
        if not self.contest:
            fault = Fault(f"{self.name} was not chosen among candidates", "--evaluate", remedy="leave --evaluate out")
            raise BadInput(fault)
        found: Evaluation = _called(self.contest)(store)
        return found


def _called(reference: str) -> Any:
    module, _, attribute = reference.partition(":")
    return getattr(import_module(module), attribute)


MODELS: Mapping[str, FittedModel] = MappingProxyType(
    {
        one.name: one
        for one in (
            FittedModel(
                "fulfilment",
                "foedus.response.fulfilment.model:refit",
                "foedus.response.fulfilment.evaluate:evaluate",
            ),
            FittedModel("joining", "foedus.response.joining.model:refit"),
        )
    }
)


def model(name: str) -> FittedModel:
    """Return the model of that name.

    Raises
    ------
    UnknownName
        If there is none.
    """
    if name not in MODELS:
        raise UnknownName(Fault(f"no model is called {name[:60]!r}", "MODEL", ", ".join(MODELS), "foedus models list"))
    return MODELS[name]
