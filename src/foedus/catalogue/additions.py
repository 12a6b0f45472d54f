"""Every addition to panels: those of the panel room, and the columns that measures bring; lazy references."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import wraps
from types import MappingProxyType
from typing import ParamSpec

from foedus.panel.catalogue import HOMES
from foedus.panel.panel import Panel
from foedus.panel.panel import create as create_panel

P = ParamSpec("P")

_OF_MEASURES: Mapping[str, str] = MappingProxyType(
    {
        "alliance-network": "foedus.measures.influence.additions:ALLIANCE_NETWORK",
        "capability-share": "foedus.measures.capability.additions:CAPABILITY_SHARE",
        "cinc": "foedus.measures.capability.additions:CINC",
        "discounted-capability": "foedus.measures.projection.additions:DISCOUNTED_CAPABILITY",
        "economic-capability": "foedus.measures.capability.additions:ECONOMIC",
        "register-distance": "foedus.measures.projection.additions:REGISTER_DISTANCE",
        "similarity": "foedus.measures.similarity.additions:SIMILARITY",
        "interoperability": "foedus.measures.interoperability.additions:INTEROPERABILITY",
        "typology": "foedus.measures.typology.additions:TYPOLOGY",
    }
)

ADDITIONS: Mapping[str, str] = MappingProxyType(dict(sorted({**HOMES, **_OF_MEASURES}.items())))
"""Where each addition lives, as ``module:name``."""


def _with_all_additions(make: Callable[P, Panel]) -> Callable[P, Panel]:
    @wraps(make)
    def made(*args: P.args, **options: P.kwargs) -> Panel:
        return replace(make(*args, **options), homes=ADDITIONS)

    return made


create = _with_all_additions(create_panel)
