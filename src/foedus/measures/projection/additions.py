"""Distance between capitals by the register, and capability discounted over it, as columns of panels."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from foedus._base.dates import Day
from foedus.measures.projection.geodesic import KM_A_MILE, great_circle
from foedus.measures.projection.gradient import discounted
from foedus.panel.addition import Added, Addition, Option, Options, fixed
from foedus.panel.columns import masked
from foedus.panel.workspace import Workspace
from foedus.sources.extra import pl

Numbers = NDArray[np.float64]

NEIGHBOURS = Option(
    "neighbours",
    "as-far",
    "how far neighbours by land are: as their capitals, or not at all",
    ("as-far", "zero"),
)
_BY_LAND = 1


def _register_distance(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
    return {"reg_capdist": _column("reg_capdist", kilometres(work))}


def kilometres(work: Workspace) -> Numbers:
    """Return the distance between the capitals of each row's two states, on a sphere; NaN where one is not known.

    The capital is that of the state's first day in the system that year, as the register has it.
    """
    lat, lon = _seats(work)
    one, other = (np.where(cells < 0, len(lat) - 1, cells) for cells in work.layout.cells)
    return great_circle(lat[one], lon[one], lat[other], lon[other])


def _seats(work: Workspace) -> tuple[Numbers, Numbers]:
    """Return latitude and longitude for each cell of the grid of states and years, flat; the last cell is for none."""
    states, years = work.membership.size
    lat, lon = (np.full(states * years + 1, np.nan) for _ in range(2))
    actors = {actor.id: actor for actor in work.register.actors}
    for spell in reversed(work.membership.spells):  # of two who bore a number in a year, the first is written last
        touched = work.membership.years_of(spell.first, spell.last)
        for year in range(touched.start, touched.stop):
            day = Day.from_number(max(spell.first, int(work.membership.new_years[year])))
            seat = actors[spell.actor].capital_on(day)
            if seat is not None:
                cell = spell.place * years + year
                lat[cell], lon[cell] = seat.lat, seat.lon
    return lat, lon


def _column(name: str, values: Numbers) -> pl.Series:
    return masked(np.nan_to_num(values), np.isfinite(values), name)


REGISTER_DISTANCE = Addition(
    name="register-distance",
    summary="Distance between capitals by the register, on a sphere",
    columns=fixed(Added("reg_capdist", "number", "great-circle distance between the capitals of the year", "km")),
    compute=_register_distance,
    rows="dyads",
)


def _discounted(work: Workspace, options: Options) -> Mapping[str, pl.Series]:
    """Return each state's capability as felt at the other's capital, and the ratio where the first goes there."""
    table = work.table("nmc", "state_years").select("ccode", "year", "cinc")
    shares = work.of_each(table, "ccode", ["cinc"], "cow")
    one, other = (shares[f"cinc{place}"].cast(pl.Float64).fill_null(np.nan).to_numpy() for place in (1, 2))
    miles, years = _miles(work, options), work.layout.calendar_year
    away, there, home = discounted(one, miles, years), discounted(other, miles, years), discounted(other, 0.0, years)
    ratio = np.divide(away, away + home, out=np.full_like(away, np.nan), where=away + home > 0)
    return {name: _column(name, values) for name, values in zip(_DISCOUNTED, (away, there, ratio), strict=True)}


def _miles(work: Workspace, options: Options) -> Numbers:
    """Return how far the two are for the discount; where neighbours count as not far, NaN if it is not known who is."""
    miles = kilometres(work) / KM_A_MILE
    if options["neighbours"] == "as-far":
        return miles
    kind = work.column("conttype").cast(pl.Float64).fill_null(np.nan).to_numpy()
    return np.where(np.isnan(kind), np.nan, np.where(kind == _BY_LAND, 0.0, miles))


_DISCOUNTED = ("discap1", "discap2", "disratio")

DISCOUNTED_CAPABILITY = Addition(
    name="discounted-capability",
    summary="Capability (CINC) discounted over the distance between capitals, by the rule of The War Trap",
    columns=fixed(
        Added("discap1", "number", "capability of state 1 as felt at the capital of state 2"),
        Added("discap2", "number", "capability of state 2 as felt at the capital of state 1"),
        Added("disratio", "number", "discap1 as a share of itself and state 2's capability at home"),
    ),
    compute=_discounted,
    sources=("nmc",),
    rows="dyads",
    options=(NEIGHBOURS,),
    needs=lambda options: ("conttype",) if options["neighbours"] == "zero" else (),
)
