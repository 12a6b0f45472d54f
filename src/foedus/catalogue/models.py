"""Every fitted model: its card in the package, and what fits it again from the user's own files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType

from foedus._base.errors import Fault, UnknownName
from foedus.response.model_card import ModelCard
from foedus.sources.store import Store


@dataclass(frozen=True, slots=True)
class FittedModel:
    """A model that can be fitted again.

    Attributes
    ----------
    home : str
        ``module:name`` of what fits it: given the store, a `ModelCard`.
    """

    name: str
    home: str

    def refit(self, store: Store) -> ModelCard:
        """Return the model fitted on what the store holds.

        Raises
        ------
        DataMissing
            If the store lacks the data set; the message names the command that brings it.
        """
        module, _, attribute = self.home.partition(":")
        card: ModelCard = getattr(import_module(module), attribute)(store)
        return card


MODELS: Mapping[str, FittedModel] = MappingProxyType(
    {
        one.name: one
        for one in (
            FittedModel("fulfilment", "foedus.response.fulfilment.model:refit"),
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
