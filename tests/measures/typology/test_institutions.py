"""Institutions by what is provided: three-valued, and what stands beside a treaty counts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus._base.dates import Day
from foedus.measures.concordance.coding import PROVISIONS
from foedus.measures.typology.institutions import DEPTH, Known, depth_of, institutions, milinst_of, provided
from foedus.measures.typology.world import World
from foedus.register.compiled import load_register

GIVEN = st.fixed_dictionaries(dict.fromkeys(PROVISIONS, st.sampled_from([True, False, None])))


def known(**given: Any) -> Known:
    """Return what is known, everything absent that is not given."""
    values = {**dict.fromkeys(PROVISIONS, False), **given}
    return Known(values, {name: "text" for name, value in values.items() if value})


@pytest.mark.parametrize(
    ("given_", "value"),
    [
        ({}, 0),
        ({"military_contact": True}, 1),
        ({"subordination": True}, 1),
        ({"contributions": True}, 1),
        ({"bases": True}, 2),
        ({"integrated_command": True, "military_contact": None}, 2),
        ({"bases": None}, None),
        ({"bases": None, "military_contact": True}, None),
        ({"military_contact": None}, None),
        ({"military_aid": True}, 0),
    ],
    ids=str,
)
def test_military_institutions(given_: dict[str, Any], value: int | None) -> None:
    assert milinst_of(known(**given_)).value == value


def test_what_is_known_at_least_is_told() -> None:
    assert "at least 1" in milinst_of(known(bases=None, military_contact=True)).because


@given(GIVEN)
def test_depth_lies_between_its_ends_whatever_the_unknown_is(values: dict[str, bool | None]) -> None:
    depth = depth_of(values)
    assert 0 <= depth.low <= depth.high <= 1
    for filled, end in ((False, depth.low), (True, depth.high)):
        settled = {name: filled if value is None else value for name, value in values.items()}
        assert depth_of(settled).low == depth_of(settled).high == end


@given(GIVEN, st.sampled_from(DEPTH))
def test_a_provision_more_never_makes_an_alliance_less_deep(values: dict[str, bool | None], name: str) -> None:
    more = depth_of({**values, name: True})
    assert more.low >= depth_of(values).low
    assert more.high >= depth_of(values).high


# --- the register -----------------------------------------------------------------------------------------------------


def test_a_command_beside_the_treaty_counts_though_the_text_knows_none(real: World) -> None:
    nato = real.register.treaty("nato")
    text_alone = institutions(nato, World(load_register()))
    assert text_alone["milinst"].value == 0
    assert institutions(nato, real)["milinst"].value == 2
    assert "structures/nato" in institutions(nato, real)["milinst"].because


def test_on_a_day_only_what_stood_counts(real: World) -> None:
    nato = real.register.treaty("nato")
    assert not provided(nato, real, Day.parse("1949-09-01")).given["integrated_command"]
    assert provided(nato, real, Day.parse("1960-01-01")).given["integrated_command"]


def test_a_treaty_without_a_list_of_provisions_is_unknown(real: World) -> None:
    without = [one for one in real.register.treaties.values() if one.provisions is None and one.id not in real.organs]
    for treaty in without:
        assert institutions(treaty, World(real.register))["milinst"].value is None
