"""What is told of a comparison, whatever it is told on: sections of rows, each with what A and what B says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from foedus.assessment.comparison.pair import How, Pair
from foedus.assessment.unknown import Unknown
from foedus.obligations.situation import LOCAL
from foedus.report.outlook.told import Line, Namer, why

T = TypeVar("T")
NONE = "–"
UNKNOWN = "not known"
SOME, MANY = 3, 8
"""More states are counted as well, and still more are counted, not named."""
MARKS: Mapping[How, str] = MappingProxyType(
    {"same": "=", "differs": "≠", "only in A": "A only", "only in B": "B only", "not known": "?"}
)
WORDS: Mapping[How, str] = MappingProxyType(
    {
        "same": "the same",
        "differs": "differs",
        "only in A": "only in A",
        "only in B": "only in B",
        "not known": "cannot be compared",
    }
)


@dataclass(frozen=True, slots=True)
class Row:
    """What either side says of something.

    Attributes
    ----------
    change : str
        In what they differ, in words; `WORDS` if empty.
    """

    label: str
    a: str
    b: str
    how: How
    change: str = ""

    @property
    def words(self) -> str:
        """How the sides stand to each other, in words."""
        return self.change or WORDS[self.how]


@dataclass(frozen=True, slots=True)
class Section:
    """A section.

    Attributes
    ----------
    same : tuple of Row
        What both say alike, shown where there is room.
    notes : tuple of Line
        What is said under the rows.
    is_short : bool
        Whether what either side says fits into a column.
    """

    title: str
    rows: tuple[Row, ...]
    same: tuple[Row, ...] = ()
    notes: tuple[Line, ...] = ()
    is_short: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """Names by either side; that of A where they differ."""

    sides: Pair[Namer]

    def state(self, actor: str) -> str:
        """Return the name of an actor; one that stands in a contingency alone has it from there."""
        name = self.sides.a.state(actor)
        return self.sides.b.state(actor) if name == actor.removeprefix(LOCAL) else name

    def states(self, actors: Iterable[str]) -> str:
        """Return several names in a row, sorted, with their number if they are some."""
        names = sorted(map(self.state, actors))
        return f"{', '.join(names)} ({len(names)})" if len(names) > SOME else ", ".join(names)

    def some(self, actors: Iterable[str]) -> str:
        """Return several names in a row, or only their number if they are many."""
        held = tuple(actors)
        return f"{len(held)} states" if len(held) > MANY else self.states(held)

    def treaty(self, treaty: str) -> str:
        """Return the name of a treaty."""
        return self.sides.a.treaty(treaty)


def section(title: str, rows: Iterable[Row], notes: Iterable[Line] = (), *, is_short: bool = False) -> Section:
    """Return a section, what differs apart from what is the same."""
    held = tuple(rows)
    other = tuple(row for row in held if row.how != "same")
    return Section(title, other, tuple(row for row in held if row.how == "same"), tuple(notes), is_short)


def row(label: str, held: Pair[T | Unknown | None], tell: Callable[[T], str], none: str = NONE) -> Row:
    """Return a row; what both know is the same if it is told alike."""
    a, b = (_cell(one, tell, none) for one in (held.a, held.b))
    known = not any(one is None or isinstance(one, Unknown) for one in (held.a, held.b))
    how: How = held.how if not known else "same" if a == b else "differs"
    return Row(label, a, b, how)


def _cell(one: T | Unknown | None, tell: Callable[[T], str], none: str) -> str:
    if one is None:
        return none
    return UNKNOWN if isinstance(one, Unknown) else tell(one)


def reasons(held: Pair[object]) -> tuple[Line, ...]:
    """Return why a part is not known, for each side of which it is not."""
    sides = (("A", held.a), ("B", held.b))
    return tuple(Line(f"{name}: not known: {why(one)}", "unknown") for name, one in sides if isinstance(one, Unknown))
