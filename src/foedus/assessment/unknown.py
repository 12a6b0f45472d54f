"""A part of the answer that cannot be given, and why."""

from __future__ import annotations

from dataclasses import dataclass

from foedus._base.errors import FoedusError


@dataclass(frozen=True, slots=True)
class Unknown:
    """What stands where an answer would be a guess.

    Attributes
    ----------
    reason : str
        What is missing.
    remedy : str
        What would bring it; empty where nothing can.
    """

    reason: str
    remedy: str = ""

    @classmethod
    def because_of(cls, error: FoedusError) -> Unknown:
        """Return what an error says is missing."""
        fault = error.faults[0]
        return cls(fault.what, fault.remedy)
