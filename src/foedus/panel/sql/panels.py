"""Panels as views: a name, what it is, and the function that lays it out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from foedus.panel.sql.view import View
from foedus.sources.extra import pl


@dataclass(frozen=True, slots=True)
class PanelView:
    """A panel that a query may name.

    Attributes
    ----------
    make : callable
        Lays it out.
    """

    view: View
    make: Callable[[], pl.DataFrame]


PANELS: Mapping[str, PanelView] = {}
