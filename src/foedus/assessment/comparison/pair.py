"""The same thing on two sides: there on both, on one, or not known on one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from foedus.assessment.unknown import Unknown

T = TypeVar("T")
U = TypeVar("U")
T_co = TypeVar("T_co", covariant=True)
How = Literal["same", "differs", "only in A", "only in B", "not known"]


@dataclass(frozen=True, slots=True)
class Pair(Generic[T_co]):
    """What stands on side A and on side B; None where a side has no such thing, `Unknown` where it may have one."""

    a: T_co
    b: T_co

    @property
    def how(self) -> How:
        """How the sides stand to each other; what neither knows, for the same reason, is the same."""
        if self.a == self.b:
            return "same"
        if isinstance(self.a, Unknown) or isinstance(self.b, Unknown):
            return "not known"
        if self.a is None:
            return "only in B"
        return "only in A" if self.b is None else "differs"

    @property
    def differs(self) -> bool:
        """Whether the sides are not the same, as far as is known."""
        return self.how != "same"

    @property
    def known(self) -> tuple[Any, ...]:
        """What stands on a side, A first; nothing for a side that has none or does not know."""
        return tuple(one for one in (self.a, self.b) if one is not None and not isinstance(one, Unknown))

    def each(self, function: Callable[[T_co], U]) -> Pair[U]:
        """Return what a function makes of either side."""
        return Pair(function(self.a), function(self.b))


def matched(sides: Pair[Iterable[T]], key: Callable[[T], Any]) -> tuple[Pair[T | None], ...]:
    """Return the things of both sides, those with the same key together, in the order of the keys.

    Parameters
    ----------
    key : callable
        Tells the things of one side apart; what it returns can be sorted.
    """
    a, b = ({key(one): one for one in side} for side in (sides.a, sides.b))
    return tuple(Pair(a.get(one), b.get(one)) for one in sorted({*a, *b}))


def matched_in_parts(
    parts: Pair[Iterable[T] | Unknown], key: Callable[[T], Any]
) -> tuple[Pair[T | Unknown | None], ...]:
    """Return the things of two parts like `matched`; of a part that is not known nothing in it is known."""
    known = parts.each(lambda part: () if isinstance(part, Unknown) else tuple(part))
    a, b = (part if isinstance(part, Unknown) else None for part in (parts.a, parts.b))
    return tuple(Pair(a if one.a is None else one.a, b if one.b is None else one.b) for one in matched(known, key))
