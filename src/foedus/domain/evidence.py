"""How a statement of the register is known."""

from __future__ import annotations

from dataclasses import dataclass

from foedus.domain.vocabulary import Verified


@dataclass(frozen=True, slots=True)
class Evidence:
    """How a statement is known.

    Attributes
    ----------
    verified : {"text", "secondary", "knowledge"}
        Read in the provision itself, in a work that describes it, or only remembered.
    readers : int
        How many people checked it against the source; 0 for what is only remembered.
    """

    verified: Verified
    source: str = ""
    locator: str = ""
    readers: int = 0
