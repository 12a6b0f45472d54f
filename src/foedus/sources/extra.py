"""The libraries of the extra ``data``, each imported when it is first used and named when it is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foedus._base.extras import Lazy

if TYPE_CHECKING:
    import duckdb
    import httpx
    import numpy as np
    import platformdirs
    import polars as pl
    import pyreadstat
    import python_calamine as calamine
else:
    duckdb = Lazy("duckdb", "data")
    httpx = Lazy("httpx", "data")
    np = Lazy("numpy", "data")
    platformdirs = Lazy("platformdirs", "data")
    pl = Lazy("polars", "data")
    pyreadstat = Lazy("pyreadstat", "data")
    calamine = Lazy("python_calamine", "data")

__all__ = ["calamine", "duckdb", "httpx", "np", "pl", "platformdirs", "pyreadstat"]
