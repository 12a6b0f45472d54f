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

ADDITIONS: Mapping[str, str] = MappingProxyType(
    dict(sorted({**HOMES, "similarity": "foedus.measures.similarity.additions:SIMILARITY"}.items()))
)
"""Where each addition lives, as ``module:name``."""


def _with_all_additions(make: Callable[P, Panel]) -> Callable[P, Panel]:
    @wraps(make)
    def made(*args: P.args, **options: P.kwargs) -> Panel:
        return replace(make(*args, **options), homes=ADDITIONS)

    return made


create = _with_all_additions(create_panel)
