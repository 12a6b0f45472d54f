"""Cards as they are compared: numbers to seven decimals, for other machines round the last bits in other ways."""

from __future__ import annotations

from typing import Any


def rounded(held: Any) -> Any:
    """Return what a card holds with every number rounded, zeros without a sign."""
    match held:
        case float():
            return round(held, 7) + 0.0
        case dict():
            return {name: rounded(one) for name, one in held.items()}
        case list() | tuple():
            return [rounded(one) for one in held]
        case _:
            return held
