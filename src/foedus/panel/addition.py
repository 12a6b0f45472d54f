"""What may be added to a panel: columns, where they come from, and how they are worked out on given rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from foedus.panel.membership import System
from foedus.panel.workspace import Workspace
from foedus.sources.extra import pl
from foedus.sources.model import ColumnType

Rows = Literal["states", "dyads", "any"]
"""What a row must have: at least one state, exactly two, or nothing in particular."""


Options: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Shape:
    """What the rows of a panel are like.

    Attributes
    ----------
    states : int
        How many states a row has.
    system : {"cow", "gw"}
        Whose numbers the states bear.
    """

    states: int
    is_directed: bool = False
    system: System = "cow"


@dataclass(frozen=True, slots=True)
class Added:
    """A column that an addition brings.

    Attributes
    ----------
    name : str
        Where it belongs to one state of a row of several, the state's place (1, 2, …) is put after it.
    is_of_each : bool
        Whether there is one for each state of a row.
    meaning, unit : str
        For the dictionary and as the label in a Stata file.
    """

    name: str
    type: ColumnType
    meaning: str
    unit: str = ""
    is_of_each: bool = False

    def of_place(self, place: int) -> Added:
        """Return the column of one state of a row."""
        return replace(self, name=f"{self.name}{place}", meaning=f"{self.meaning} (state {place})")


@dataclass(frozen=True, slots=True)
class Option:
    """A choice that an addition leaves open.

    Attributes
    ----------
    allowed : tuple of str
        The words it may have; any text if empty.
    instead : tuple of str
        For an option that names a column: which others are taken, in turn, where the default is not there.
    """

    name: str
    default: str
    meaning: str
    allowed: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Addition:
    """Something that may be added to a panel; it never changes which rows there are.

    Attributes
    ----------
    sources : tuple of str
        The published data sets it reads.
    rows : {"states", "dyads", "any"}
        On which rows it makes sense.
    columns : callable
        Given the options and what the rows are like, which columns come.
    compute : callable
        Given the workspace and the options, the columns by name, each as long as the panel.
    needs : callable or None
        Given the options, columns that must be there before.
    """

    name: str
    summary: str
    columns: Callable[[Options, Shape], tuple[Added, ...]]
    compute: Callable[[Workspace, Options], Mapping[str, pl.Series]]
    sources: tuple[str, ...] = ()
    rows: Rows = "states"
    options: tuple[Option, ...] = ()
    needs: Callable[[Options], tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """An addition with its options.

    Attributes
    ----------
    keep : tuple of str
        Which of its columns to keep; all if empty.
    """

    addition: Addition
    options: Options = field(default_factory=dict)
    keep: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        """Whether it adds the same."""
        return isinstance(other, Chosen) and self.key == other.key

    def __hash__(self) -> int:
        """Hash it by what it adds."""
        return hash(self.key)

    @property
    def key(self) -> tuple[str, tuple[tuple[str, str], ...], tuple[str, ...]]:
        """What tells it from others."""
        return self.addition.name, tuple(sorted(self.options.items())), self.keep

    def brought(self, shape: Shape) -> tuple[Added, ...]:
        """Return the columns it brings to rows of a shape; those of each state come state by state."""
        columns = self.addition.columns(self.options, shape)
        stems = {column.name: column.name for column in columns}
        if shape.states > 1:
            of_each = [column for column in columns if column.is_of_each]
            placed = {column.of_place(place): column.name for place in range(1, shape.states + 1) for column in of_each}
            stems |= {column.name: stem for column, stem in placed.items()}
            columns = (*placed, *(column for column in columns if not column.is_of_each))
        return tuple(
            column for column in columns if not self.keep or {column.name, stems[column.name]} & set(self.keep)
        )


def fixed(*columns: Added) -> Callable[[Options, Shape], tuple[Added, ...]]:
    """Return columns that come always."""
    return lambda _options, _shape: columns
