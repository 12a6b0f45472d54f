"""The libraries of the extra ``charts``, each imported when it is first used and named when it is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from foedus._base.extras import Lazy

if TYPE_CHECKING:
    import altair as alt
    import vl_convert as vlc
else:
    alt = Lazy("altair", "charts")
    vlc = Lazy("vl_convert", "charts")

Picture: TypeAlias = Any
"""A chart of Altair of any kind: its layers, concatenations and transforms share no type one could name."""

__all__ = ["Picture", "alt", "vlc"]
