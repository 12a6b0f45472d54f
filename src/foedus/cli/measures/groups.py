"""Of whom a measure is taken: states by name, the members of an alliance or of an operation, or all states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

import typer

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.cli.output import day_option
from foedus.measures.capability.reading import Question, Tables
from foedus.register.arrangements import load_arrangements
from foedus.register.register import Register
from foedus.report.alliance import alliance_on

StatesOption = Annotated[
    str | None, typer.Option("--states", metavar="A,B", help="States by name or code, with commas between.")
]
AllianceOption = Annotated[
    str | None, typer.Option("--alliance", metavar="ID", help="The members of an alliance or treaty on the day.")
]
OperationOption = Annotated[
    str | None, typer.Option("--operation", metavar="ID", help="Those who took part in an operation on the day.")
]
YearOption = Annotated[
    int | None, typer.Option("--year", min=1816, max=2100, help="A year; members are those of its last day.")
]
OnOption = Annotated[str | None, typer.Option("--on", metavar="DATE", help="A day; figures are those of its year.")]
SourceOption = Annotated[
    str | None,
    typer.Option("--from", metavar="DATA", help="Read it from one data set, or from figures that are bundled."),
]
WORLD = "all states"


def source_asked(text: str | None) -> str:
    """Return the data set that figures are read from; empty for the best that is there.

    Raises
    ------
    BadInput
        If an empty name is given.
    """
    if text is not None and not text.strip():
        raise BadInput(Fault("no data set is named", "--from", "a name of foedus data list, or bundled"))
    return text or ""


@dataclass(frozen=True, slots=True)
class Group:
    """States taken together.

    Attributes
    ----------
    kind : str
        ``states``, ``alliance``, ``operation`` or ``system``.
    id : str
        Of the alliance or operation; empty for others.
    year : int or None
        The year asked about; None for the latest.
    """

    kind: str
    id: str
    name: str
    states: tuple[str, ...]
    day: Day
    year: int | None

    @property
    def size(self) -> str:
        """How many states it has, in words."""
        return f"{len(self.states)} state{'' if len(self.states) == 1 else 's'}"

    def question(self, register: Register, tables: Tables) -> Question:
        """Return the question about its figures."""
        return Question(self.states, self.day, self.year, register, tables)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options say of whom."""

    states: str | None = None
    alliance: str | None = None
    operation: str | None = None
    year: int | None = None
    on: str | None = None

    def group(self, register: Register) -> Group:
        """Return the group.

        Raises
        ------
        BadInput
            If more than one group or time is named, a name is unknown, or the group had no members on the day.
        """
        group = self.group_or_nobody(register)
        if not group.states:
            what = f"{group.id} had no members on {group.day}"
            raise BadInput(Fault(what, "--on" if self.on else "--year", "a day of its life"))
        return group

    def through(self, register: Register, since: int, until: int) -> Iterator[Group]:
        """Yield the group of each year in which it has members."""
        groups = (replace(self, year=year, on=None).group_or_nobody(register) for year in range(since, until + 1))
        yield from (group for group in groups if group.states)

    def group_or_nobody(self, register: Register) -> Group:
        """Return the group; it may have no members on the day.

        Raises
        ------
        BadInput
            If more than one group or time is named, or a name is unknown.
        """
        given = [option for option in ("states", "alliance", "operation") if getattr(self, option) is not None]
        if len(given) > 1:
            raise BadInput(Fault("more than one group is named", "--" + ", --".join(given), "one of them"))
        if self.year is not None and self.on is not None:
            raise BadInput(Fault("a year and a day are both given", "--year, --on", "one of them"))
        day, year = self._time(register)
        if self.states is not None:
            return _named(self.states, register, day, year)
        if self.alliance is not None:
            found = alliance_on(self.alliance, day, register, load_arrangements())
            return Group("alliance", found.id, found.name, found.parties, day, year)
        if self.operation is not None:
            operation = register.operations.find(self.operation)
            parts = tuple(sorted({part.state for part in operation.participants_on(day)}))
            return Group("operation", operation.id, operation.name, parts, day, year)
        members = tuple(sorted(actor.id for actor in register.actors if actor.in_system_on(day)))
        return Group("system", "", WORLD, members, day, year)

    def _time(self, register: Register) -> tuple[Day, int | None]:
        if self.year is not None:
            return Day.parse(f"{self.year:04d}-12-31"), self.year
        day = day_option(self.on, "--on")
        return (Day.parse(register.edition.cutoff), None) if day is None else (day, day.year)


def _named(text: str, register: Register, day: Day, year: int | None) -> Group:
    names = [part.strip() for part in text.split(",") if part.strip()]
    if not names:
        raise BadInput(Fault("no state is named", "--states", "names with commas between"))
    found = dict.fromkeys(register.actors.find(name, day).id for name in names)
    return Group("states", "", "the states named", tuple(found), day, year)
