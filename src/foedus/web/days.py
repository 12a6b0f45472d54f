"""Days as readers type them; the register's cut-off where none is given."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from foedus._base.dates import Day
from foedus._base.errors import BadDate, BadInput, Fault
from foedus.register.register import Register
from foedus.report.charts.histories import day_notes

On = Annotated[str, Query(max_length=20, description="A day, YYYY-MM-DD; the register's cut-off if left out.")]


def day_of(text: str, register: Register) -> Day:
    """Return the day that a reader typed.

    Raises
    ------
    BadInput
        If it is no exact day.
    """
    if not text:
        return Day.parse(register.edition.cutoff)
    try:
        day = Day.parse(text)
    except BadDate as error:
        raise BadInput(Fault(error.faults[0].what, "on", "YYYY-MM-DD, as 1955-06-15")) from error
    if day.precision != "day":
        raise BadInput(Fault(f"{text!r} is no exact day", "on", "YYYY-MM-DD, as 1955-06-15"))
    return day


def uncovered(day: Day, register: Register) -> list[str]:
    """Return what the register does not cover of a day, in sentences."""
    return list(day_notes(register, day, "a choice of treaties; what it does not hold"))
