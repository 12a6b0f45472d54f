"""The lens of distance: capability as it is felt at the place of the event, from each state's capital.

A state's share of the world's capability is raised to a power that grows with the distance (*The War Trap*). Only
ratios of such numbers are to be read, and many small states weigh more than one state of their size.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from foedus.assessment.lens import Camps, Lens, summed
from foedus.assessment.unknown import Unknown
from foedus.domain.contingency import Event
from foedus.measures.capability.figures import bundled
from foedus.measures.projection.geodesic import KM_A_MILE, great_circle
from foedus.measures.projection.gradient import ERAS, discounted
from foedus.measures.projection.places import capital
from foedus.register.register import Register

SUFFIX = "-at-place"
NOTE = (
    "discounted over the distance from each capital as in The War Trap; only ratios are to be read, and many small "
    "states weigh more than one of their size"
)


def at_place(lenses: Sequence[Lens], camps: Camps, event: Event, register: Register) -> Lens | Unknown:
    """Return capability as it is felt at the place; unknown where place, shares or a party's capital are.

    Parameters
    ----------
    lenses : sequence of Lens
        What is seen without distance: CINC is discounted, else expenditure by the project's own figures.
    """
    point = event.place.point
    if point is None:
        return Unknown("the contingency does not give the coordinates of the place", "give place.lat and place.lon")
    base = next((one for one in lenses if _shares(one)), None)
    if base is None or event.date.year < ERAS[0][0]:
        return Unknown("only CINC, or shares of expenditure by our own figures, are discounted over distance")
    felt = {}
    for state, share in _shares(base).items():
        seat = capital(register.actors[state], event.date)
        if seat is not None:
            miles = great_circle(seat.lat, seat.lon, point.lat, point.lon) / KM_A_MILE
            felt[state] = float(discounted(share, miles, event.date.year))
    lacking = [state for state in (*camps.attackers, *camps.targets) if state not in felt]
    if lacking:
        names = ", ".join(register.actors[state].name_on(event.date) for state in lacking)
        return Unknown(f"no capital of {names} is known on {event.date}")
    seen = replace(base, name=base.name + SUFFIX, heading=f"{base.heading} at the place", of=felt)
    told = replace(seen, title=f"{base.title}, as it is felt at the place", unit="discounted share", note=NOTE)
    return summed(told, camps)


def _shares(lens: Lens) -> Mapping[str, float]:
    """Return shares of the world's; empty where the lens shows none."""
    if lens.name == "cinc":
        return lens.of
    if lens.name != "expenditure" or not lens.is_bundled:
        return {}
    world = sum(
        held.figures["expenditure_share"].value / 100 * held.figures["gdp"].value
        for held in bundled().values()
        if {"expenditure_share", "gdp"} <= set(held.figures)
    )
    return {state: value / world for state, value in lens.of.items()}
