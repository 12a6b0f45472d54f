"""The least distance between the territories of two states, by the published data."""

from __future__ import annotations

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.register.register import Register
from foedus.sources.extra import pl
from foedus.sources.store import Store


def minimum_distance(one: str, other: str, day: Day, register: Register, store: Store) -> tuple[float, str]:
    """Return the least distance between two states' territories in the year of a day, and the data with their version.

    Parameters
    ----------
    one, other : str
        Ids of the states.

    Returns
    -------
    tuple of float and str
        Kilometres; 0 for neighbours.

    Raises
    ------
    DataMissing
        If the store holds no ``minimum-distance``.
    BadInput
        If the data have no row for the two in the year.
    """
    table, entry = store.read_entry("minimum-distance", "dyad_years")
    numbers = sorted(register.actors[state].number_on("cow", day) or -1 for state in (one, other))
    rows = table.filter(
        (pl.col("year") == day.year) & (pl.col("ccode1") == numbers[0]) & (pl.col("ccode2") == numbers[1])
    )
    if rows.is_empty() or rows["mindist"].is_null().all():
        years = table["year"].unique().sort().to_list()
        what = f"minimum-distance {entry.version} has no distance of the two in {day.year}"
        raise BadInput(Fault(what, "--on", f"two members of the state system, {years[0]} to {years[-1]}"))
    return float(rows["mindist"].item(0)), f"Minimum Distance {entry.version}"
