"""The strength of states, as shares of the world's: of capabilities in a year, or of military expenditure today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from foedus._base.dates import Day
from foedus._base.errors import BadInput, DataMissing, Fault
from foedus.measures.capability.quantities import quantity
from foedus.measures.capability.reading import Question, Tables
from foedus.register.register import Register
from foedus.sources.extra import pl
from foedus.sources.store import Store

Shares = Literal["nmc", "bundled"]
"""The Composite Index of National Capability, or expenditure by the figures that come with the project."""


@dataclass(frozen=True, slots=True)
class Strengths:
    """Shares by state.

    Attributes
    ----------
    of : mapping of str to float
        From 0 to 1, by the state's id; a state without a figure is left out.
    unit : str
        What they are shares of, in a few words.
    told : str
        The data with version and year, as a picture names them.
    """

    of: Mapping[str, float]
    unit: str
    told: str


def strengths(register: Register, store: Store, day: Day, year: int | None = None) -> Strengths:
    """Return the capability of the members of the state system on a day.

    Parameters
    ----------
    year : int or None
        The year of the figures; that of the day if None. Nothing is carried from one year into another unasked.

    Raises
    ------
    DataMissing
        If the store holds no ``nmc``.
    BadInput
        If the data hold no figures of the year.
    """
    try:
        table, entry = store.read_entry("nmc", "state_years")
    except DataMissing as error:
        more = "; or --shares bundled, figures of today that come with Foedus"
        raise DataMissing(Fault(one.what, one.where, one.allowed, one.remedy + more) for one in error.faults) from error
    wanted = day.year if year is None else year
    rows = table.filter((pl.col("year") == wanted) & pl.col("cinc").is_not_null())
    if rows.is_empty():
        years = table["year"].unique().sort().to_list()
        what = f"nmc {entry.version} in the store has no figures of {wanted}"
        remedy = f"--figures {years[-1]} takes those of another year"
        raise BadInput(Fault(what, "--figures", f"{years[0]} to {years[-1]}", remedy))
    shares = dict(rows.select("ccode", "cinc").iter_rows())
    found = {
        actor.id: float(shares[number])
        for actor in register.actors
        if actor.in_system_on(day) and (number := actor.number_on("cow", day)) in shares
    }
    return Strengths(found, "CINC", f"National Material Capabilities {entry.version}, {wanted}")


def bundled_strengths(register: Register, store: Store, day: Day) -> Strengths:
    """Return shares of military expenditure by the project's own figures, of the members of the system on a day.

    They are of the latest year for each state, whatever the day, and shares of the states that have a figure, not of
    the world.
    """
    members = tuple(actor.id for actor in register.actors if actor.in_system_on(day))
    reading = quantity("expenditure").read(Question(members, day, None, register, Tables(store)), "bundled")
    found = {state: float(share) for state, share in zip(members, reading.shares, strict=True) if np.isfinite(share)}
    years = [year for year in reading.years if year is not None]
    told = f"{reading.source}, {min(years)} to {max(years)}, {len(found)} states"
    return Strengths(found, "share of military expenditure", told)
