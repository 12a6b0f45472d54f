"""The lens of distance: against the published rule worked out by hand, and what it needs."""

from __future__ import annotations

from math import acos, cos, e, log10, radians, sin
from typing import Any

import pytest

from foedus.assessment.balance import AT_PLACE, Balance
from foedus.assessment.lens import Lens
from foedus.assessment.outlook import Outlook
from foedus.measures.capability.figures import bundled

TALLINN = {
    "date": "2025-06-01",
    "attackers": ["Russia"],
    "targets": ["Estonia"],
    "act": {"kind": "armed_attack", "gravity": "major", "first_use_of_force": "Russia", "provoked": False},
}
SOIL = {
    "kind": "metropolitan",
    "object": "territory",
    "sovereign": "Estonia",
    "administered_by": "Estonia",
    "within_recognised_borders": True,
}


def lenses(outlook: Outlook) -> dict[str, Lens]:
    assert isinstance(outlook.balance, Balance)
    return {one.name: one for one in outlook.balance.lenses}


def miles(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return statute miles by the spherical law of cosines."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, place)) for place in (one, other))
    return 6371.0088 / 1.609344 * acos(sin(lat1) * sin(lat2) + cos(lat1) * cos(lat2) * cos(lon1 - lon2))


def test_what_is_felt_is_the_share_to_the_power_of_the_published_rule(ahead: Any, register: Any) -> None:
    """The exponent is log10(miles / 500 + 10 - e) since 1946 (Bueno de Mesquita 1981)."""
    place = (59.4, 24.7)
    outlook = ahead(TALLINN | {"place": SOIL | {"lat": place[0], "lon": place[1]}})
    found, base = (lenses(outlook)[name] for name in ("expenditure-at-place", "expenditure"))
    world = sum(
        state.figures["expenditure_share"].value / 100 * state.figures["gdp"].value
        for state in bundled().values()
        if "expenditure_share" in state.figures and "gdp" in state.figures
    )
    for state in ("russia", "estonia", "united-states", "poland"):
        seat = register.actors[state].capital_on(outlook.event.date)
        exponent = log10(miles(place, (seat.lat, seat.lon)) / 500 + 10 - e)
        assert found.of[state] == pytest.approx((base.of[state] / world) ** exponent, rel=1e-6)


def test_a_place_farther_from_a_capital_is_felt_less(ahead: Any) -> None:
    near, far = (
        lenses(ahead(TALLINN | {"place": {"lat": lat, "lon": lon}}))["expenditure-at-place"]
        for lat, lon in ((59.4, 24.7), (55.75, 37.6))
    )
    assert near.of["estonia"] > far.of["estonia"]
    assert near.of["russia"] < far.of["russia"]


def test_without_coordinates_the_lens_is_blind_and_says_so(ahead: Any) -> None:
    found = ahead(TALLINN).balance
    assert isinstance(found, Balance)
    reason = dict(found.unseen)[AT_PLACE]
    assert "coordinates" in reason.reason


@pytest.mark.data
def test_the_falklands_lay_far_from_london_and_nearer_to_buenos_aires(ahead_with_data: Any) -> None:
    held = lenses(ahead_with_data("falklands-1982"))
    plain, felt = held["cinc"], held["cinc-at-place"]
    assert plain.times([plain.targets]) > 3
    assert felt.times([felt.targets]) < plain.times([plain.targets])
