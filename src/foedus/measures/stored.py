"""Data that a measure reads if the store holds them, and otherwise names as missing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from foedus._base.errors import DataMissing

Held = TypeVar("Held")


def stored(read: Callable[[], Held]) -> Held | str:
    """Return what is read, or a line that says what is missing and which command brings it."""
    try:
        return read()
    except DataMissing as error:
        fault = error.faults[0]
        return f"{fault.what}: {fault.remedy}" if fault.remedy else fault.what
