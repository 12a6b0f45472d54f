"""The libraries of the extra ``data``, each imported when it is first used and named when it is missing."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from foedus._base.errors import ExtraMissing, Fault

INSTALL_LINE = "pip install 'foedus[data]'"


class _Lazy:
    """A module that is imported when something is asked of it.

    Parameters
    ----------
    name : str
        Of the module.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._module: ModuleType | None = None

    def __getattr__(self, attribute: str) -> Any:
        if self._module is None:
            try:
                self._module = import_module(self._name)
            except ImportError as error:
                fault = Fault(f"the extra data is not installed (no module {self._name})", remedy=INSTALL_LINE)
                raise ExtraMissing(fault) from error
        return getattr(self._module, attribute)


if TYPE_CHECKING:
    import duckdb
    import httpx
    import numpy as np
    import platformdirs
    import polars as pl
    import pyreadstat
    import python_calamine as calamine
else:
    duckdb = _Lazy("duckdb")
    httpx = _Lazy("httpx")
    np = _Lazy("numpy")
    platformdirs = _Lazy("platformdirs")
    pl = _Lazy("polars")
    pyreadstat = _Lazy("pyreadstat")
    calamine = _Lazy("python_calamine")

__all__ = ["INSTALL_LINE", "calamine", "duckdb", "httpx", "np", "pl", "platformdirs", "pyreadstat"]
