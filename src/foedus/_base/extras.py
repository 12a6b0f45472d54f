"""Libraries of the extras: imported when first used; where one is missing, the message says how to install it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

from foedus._base.errors import ExtraMissing, Fault


class Lazy:
    """A module that is imported when something is asked of it.

    Parameters
    ----------
    name : str
        Of the module.
    extra : str
        Which extra of the project brings it.
    ready : callable, optional
        What is done to it once it is imported.
    """

    def __init__(self, name: str, extra: str, ready: Callable[[ModuleType], None] | None = None) -> None:
        self._name = name
        self._extra = extra
        self._ready = ready
        self._module: ModuleType | None = None

    def __getattr__(self, attribute: str) -> Any:
        if self._module is None:
            try:
                self._module = import_module(self._name)
            except ImportError as error:
                what = f"the extra {self._extra} is not installed (no module {self._name})"
                raise ExtraMissing(Fault(what, remedy=f"pip install 'foedus[{self._extra}]'")) from error
            if self._ready is not None:
                self._ready(self._module)
        return getattr(self._module, attribute)
