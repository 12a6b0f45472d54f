"""The libraries of the extra ``charts``, each imported when it is first used and named when it is missing."""

from __future__ import annotations

from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeAlias

from foedus._base.extras import Lazy

if TYPE_CHECKING:
    import altair as alt
    import vl_convert as vlc
else:

    def _trusting(module: ModuleType) -> None:
        """Leave out the checks of every part against Altair's schema: half the time of a map; the renderer checks."""
        module.utils.schemapi.disable_debug_mode()

    alt = Lazy("altair", "charts", _trusting)
    vlc = Lazy("vl_convert", "charts")

Picture: TypeAlias = Any
"""A chart of Altair of any kind: its layers, concatenations and transforms share no type one could name."""

__all__ = ["Picture", "alt", "vlc"]
