"""Every error the project raises on purpose, on one page.

Each error holds one or more faults, and each fault says what is wrong, where in the input, what was allowed and
what to do next. A check gathers all the faults it can find and raises once.

    FoedusError            70
    ├── BadInput            2   the user's document, option or name is at fault
    │   ├── BadDate
    │   ├── BadDocument         not readable at all: encoding, syntax, size, depth
    │   ├── UnknownName         no actor, treaty or clause of that name
    │   └── AmbiguousName       several, and the project does not guess
    ├── DataMissing         3   a data set is needed that is not in the store
    └── ExtraMissing        4   an optional part of the project is not installed
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, said so that the reader can mend it.

    Attributes
    ----------
    what : str
        What is wrong.
    where : str
        File, line and field path, or the option; empty where the input is a single word.
    allowed : str
        What would have been accepted.
    remedy : str
        What to do next.
    """

    what: str
    where: str = ""
    allowed: str = ""
    remedy: str = ""

    def __str__(self) -> str:
        """Return the fault in the one shape in which errors are shown."""
        lines = [f"{self.where}: {self.what}" if self.where else self.what]
        if self.allowed:
            lines.append(f"  allowed: {self.allowed}")
        if self.remedy:
            lines.append(f"  to do: {self.remedy}")
        return "\n".join(lines)

    def inside(self, where: str) -> Fault:
        """Return the same fault placed in a larger document."""
        return replace(self, where=f"{where}: {self.where}" if self.where else where)


class FoedusError(Exception):
    """The root of the project's own errors.

    Parameters
    ----------
    faults : Fault or iterable of Fault
        At least one.
    """

    exit_status = 70

    def __init__(self, faults: Fault | Iterable[Fault]) -> None:
        self.faults = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))

    def __reduce__(self) -> tuple[type[FoedusError], tuple[tuple[Fault, ...]]]:
        """Return how it is made again in another process, which may be where it is told."""
        return type(self), (self.faults,)

    def inside(self, where: str) -> FoedusError:
        """Return the same error with every fault placed in a larger document."""
        return type(self)(fault.inside(where) for fault in self.faults)


class BadInput(FoedusError):
    """The user's document, option or name is at fault."""

    exit_status = 2


class BadDate(BadInput):
    """A text that is no date of the calendar it claims."""


class BadDocument(BadInput):
    """A document that cannot be read at all."""


class UnknownName(BadInput):
    """No actor, treaty or clause answers to the name."""


class AmbiguousName(BadInput):
    """Several answer to the name on that date."""


class DataMissing(FoedusError):
    """A data set is needed that is not in the store."""

    exit_status = 3


class ExtraMissing(FoedusError):
    """An optional part of the project is not installed."""

    exit_status = 4
