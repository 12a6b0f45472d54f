"""The strength of states in a year, as shares of the world's capabilities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.register.register import Register
from foedus.sources.extra import pl
from foedus.sources.store import Store


@dataclass(frozen=True, slots=True)
class Strengths:
    """Capability by state.

    Attributes
    ----------
    of : mapping of str to float
        The Composite Index of National Capability by the state's id; a state without a figure is left out.
    data, version : str
        The data set they come from.
    year : int
        Of the figures.
    """

    of: Mapping[str, float]
    data: str
    version: str
    year: int

    @property
    def told(self) -> str:
        """The data with version and year, as a picture names them."""
        return f"{self.data} {self.version}, {self.year}"


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
    table, entry = store.read_entry("nmc", "state_years")
    wanted = day.year if year is None else year
    rows = table.filter((pl.col("year") == wanted) & pl.col("cinc").is_not_null())
    if rows.is_empty():
        years = table["year"].unique().sort().to_list()
        what = f"nmc {entry.version} in the store has no figures of {wanted}"
        raise BadInput(
            Fault(what, "--figures", f"{years[0]} to {years[-1]}", f"--figures {years[-1]} takes another year's")
        )
    shares = dict(rows.select("ccode", "cinc").iter_rows())
    found = {
        actor.id: float(shares[number])
        for actor in register.actors
        if actor.in_system_on(day) and (number := actor.number_on("cow", day)) in shares
    }
    return Strengths(found, "National Material Capabilities", entry.version, wanted)
