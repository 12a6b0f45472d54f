"""Foedus answers one question of military alliances.

If this happened, what would the alliances do, and would it be enough?
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "BadInput": "foedus._base.errors",
    "Contingency": "foedus.domain.contingency",
    "Day": "foedus._base.dates",
    "Finding": "foedus.domain.finding",
    "FoedusError": "foedus._base.errors",
    "Register": "foedus.register.register",
    "Treaty": "foedus.domain.treaty",
    "assess": "foedus.assessment.assess",
    "create": "foedus.catalogue.additions",
    "load_register": "foedus.register.compiled",
    "read_contingency": "foedus.obligations.intake",
    "read_file": "foedus._base.documents",
    "resolve": "foedus.obligations.resolve",
    "sql": "foedus.panel.sql.query",
}
"""The public names and the modules they live in; each is imported when it is first used."""

__all__ = [
    "BadInput",
    "Contingency",
    "Day",
    "Finding",
    "FoedusError",
    "Register",
    "Treaty",
    "__version__",
    "assess",
    "create",
    "load_register",
    "read_contingency",
    "read_file",
    "resolve",
    "sql",
]


def __getattr__(name: str) -> Any:
    """Import a public name on first use."""
    if name not in _HOMES:
        message = f"module 'foedus' has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
