"""The libraries of the extra ``measures``, each imported when it is first used and named when it is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedus._base.extras import Lazy

if TYPE_CHECKING:
    import networkx as nx
    import searoute
    from scipy import linalg, optimize, special, stats
else:
    nx = Lazy("networkx", "measures")
    linalg = Lazy("scipy.linalg", "measures")
    optimize = Lazy("scipy.optimize", "measures")
    special = Lazy("scipy.special", "measures")
    searoute = Lazy("searoute", "measures")
    stats = Lazy("scipy.stats", "measures")

__all__ = ["linalg", "nx", "optimize", "searoute", "special", "stats"]
