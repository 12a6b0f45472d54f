"""Types by name, filters, and counts by time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import FoedusError
from foedus._base.dates import Day
from foedus.measures.typology.kinds import all_kinds, kinds
from foedus.measures.typology.types import TYPES, century, counts, since, wanted
from foedus.measures.typology.world import World


@pytest.mark.parametrize(
    ("year", "found"), [(1, 1), (100, 1), (101, 2), (2000, 20), (2001, 21), (0, -1), (-99, -1), (-100, -2)]
)
def test_centuries(year: int, found: int) -> None:
    assert century(year) == found


@given(st.integers(1, 2100), st.integers(1, 50), st.integers(1900, 2100))
def test_spans_are_even_and_the_newest_ends_with_the_last_year(year: int, span: int, last: int) -> None:
    first = since(year, span, last)
    assert first <= year < first + span
    assert (last + 1 - first) % span == 0


def test_each_count_is_the_number_of_those_that_a_filter_finds(real: World) -> None:
    held = list(all_kinds(real))
    for one in counts((century(each.signed.year), each) for each in held):
        asked = wanted([one.type])
        there = [each for each in held if century(each.signed.year) == one.since]
        assert one.yes == sum(asked.fits(each) for each in there)
        assert one.yes <= one.known <= one.of == len(there)


@pytest.mark.parametrize("pair", [("formal", "declaratory"), ("symmetric", "asymmetric"), ("secret", "open")])
def test_a_type_and_its_opposite_share_out_what_is_known(pair: tuple[str, str], real: World) -> None:
    for one in all_kinds(real):
        found = [TYPES[name].holds(one) for name in pair]
        assert found in ([None, None], [True, False], [False, True])


def test_what_is_not_known_fits_no_type(real: World) -> None:
    one = next(each for each in all_kinds(real) if each["milinst"].value is None)
    assert not wanted(["institutionalised"]).fits(one)


def test_a_region_holds_every_member(real: World) -> None:
    nato, warsaw = (
        kinds(real.register.treaty(name), real, Day.parse("1960-01-01")) for name in ("nato", "warsaw-pact")
    )
    assert not wanted(region="europe").fits(nato)
    assert wanted(region="europe").fits(warsaw)
    assert wanted(region="Middle East").region == "middle_east"


@pytest.mark.parametrize(
    ("names", "region", "message"),
    [(["bilaterl"], None, "did you mean bilateral"), (["x"], None, "no type is called 'x'"), ([], "mars", "mars")],
)
def test_unknown_words_are_refused(names: list[str], region: str | None, message: str) -> None:
    with pytest.raises(FoedusError) as error:
        wanted(names, region=region)
    assert message in str(error.value)
