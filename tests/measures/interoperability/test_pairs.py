"""Pairs on a day: bounds, symmetry, what is not known, and what time and treaties do."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.measures.concordance.made_up import held, pact
from tests.measures.interoperability.conftest import NOTHING

from foedus._base.dates import Day
from foedus.measures.interoperability.data import read_data
from foedus.measures.interoperability.index import PARTS, WEIGHTS, Settings
from foedus.measures.interoperability.pairs import Interoperability, interoperability
from foedus.measures.typology.world import World
from foedus.register.register import Edition
from foedus.sources.store import Store

STATES = ("united-states", "united-kingdom", "france", "germany", "japan", "russia", "china", "india", "egypt")
YEAR = st.integers(1946, 2025)


def pair(one: str, other: str, world: World, day: str, settings: Settings | None = None) -> Interoperability:
    """Return the index of two states without any data."""
    (found,) = interoperability((one, other), world, Day.parse(day), NOTHING, settings or Settings())
    return found


@given(st.sampled_from(list(permutations(STATES, 2))), YEAR)
def test_bounds_and_symmetry(real: World, states: tuple[str, str], year: int) -> None:
    day = f"{year}-12-31"
    one, other = states
    found, turned = pair(one, other, real, day), pair(other, one, real, day)
    assert found == turned
    assert found.value is not None
    assert 0 <= found.value <= 1
    assert 0 < found.available <= 0.5
    assert list(found.parts) == list(PARTS)
    assert all(known.because for known in found.parts.values())


def test_the_share_of_the_weight_is_that_of_the_parts_that_are_known(real: World) -> None:
    settings = Settings({**WEIGHTS, "treaties": 3.0, "language": 0.0})
    found = pair("united-states", "japan", real, "1990-06-01", settings)
    known = [name for name, part in found.parts.items() if part.value is not None]
    assert found.available == pytest.approx(sum(settings.weights[name] for name in known) / 9)


@pytest.mark.parametrize("part", ["standards", "language", "exercises", "equipment"])
def test_what_no_data_speak_of_is_told_as_missing_and_never_0(part: str, real: World) -> None:
    known = pair("france", "germany", real, "2000-01-01").parts[part]  # type: ignore[index]
    assert known.value is None
    assert known.because


def test_nothing_on_record_is_0_only_where_the_register_means_to_hold_all(real: World) -> None:
    found = pair("chile", "mongolia", real, "2010-01-01")
    assert found.parts["treaties"].value == 0
    assert found.parts["stationed"].value is found.parts["structures"].value is None
    before = pair("chile", "japan", real, "1900-01-01")
    assert before.parts["treaties"].value is None
    assert before.value is None
    assert before.available == 0


@given(st.integers(0, 6), st.integers(0, 3))
def test_every_common_treaty_more_raises_the_index(common: int, of_others: int) -> None:
    mine = [pact(f"pact-{at}") for at in range(common)]
    others = [pact(f"other-{at}", parties=[{"states": ["alba", "corin"]}]) for at in range(of_others)]
    edition = Edition(cutoff="2000-12-31", covers_since="1800-01-01")
    world = World(replace(held(pact("far", parties=[{"states": ["dorne", "elun"]}]), *mine, *others), edition=edition))
    value = pair("alba", "brenn", world, "1950-01-01").parts["treaties"].value
    assert value == pytest.approx(common / (common + 1))


def test_an_operation_fades_with_the_years_and_faster_with_a_shorter_half_life(real: World) -> None:
    def faded(day: str, half_life: float) -> float:
        settings = Settings(half_life=half_life)
        value = pair("france", "united-states", real, day, settings).parts["operations"].value
        assert value is not None
        return value

    assert faded("2025-12-31", 1.0) < faded("2025-12-31", 5.0) < faded("2025-12-31", 50.0)


def test_a_group_is_all_its_pairs(real: World) -> None:
    day = Day.parse("2000-12-31")
    found = interoperability(STATES[:4], real, day, NOTHING)
    assert len(found) == 6
    for one in found:
        assert one == pair(one.pair[0], one.pair[1], real, "2000-12-31")


# --- with data --------------------------------------------------------------------------------------------------------


def test_exercises_are_counted_as_the_data_list_them(real: World, exercised: Store) -> None:
    """By brute force: every exercise of both up to the year, halved every five years."""
    table = exercised.read("mme", "participants")
    rows = {number: set(table.filter(table["ccode"] == number)["row"].to_list()) for number in (2, 200)}
    years = dict(table.select("row", "year").iter_rows())
    count = sum(0.5 ** ((2005 - years[row]) / 5) for row in rows[2] & rows[200] if years[row] and years[row] <= 2005)
    day, data = Day.parse("2005-07-01"), read_data(exercised)
    (found,) = interoperability(("united-kingdom", "united-states"), real, day, data)
    assert found.parts["exercises"].value == pytest.approx(count / (count + 10))


def test_exercises_outside_their_years_are_unknown(real: World, exercised: Store) -> None:
    for day, name in (("2011-01-01", "mme"), ("1979-12-31", "mme"), ("1969-12-31", "jme")):
        (found,) = interoperability(("france", "germany"), real, Day.parse(day), read_data(exercised, name))
        assert found.parts["exercises"].value is None
        assert "covers" in found.parts["exercises"].because


def test_equipment_is_the_share_of_kinds_in_common(real: World, exercised: Store) -> None:
    table = exercised.read("rdmc", "state_years")
    kinds = [name for name in table.columns if name not in {"ccode", "year", "name"}]
    has = {
        number: {name for name in kinds if (row[name] or 0) > 0}
        for number in (2, 220)
        for row in table.filter((table["ccode"] == number) & (table["year"] == 2000)).iter_rows(named=True)
    }
    expected = len(has[2] & has[220]) / len(has[2] | has[220])
    (found,) = interoperability(("france", "united-states"), real, Day.parse("2000-03-01"), read_data(exercised))
    assert found.parts["equipment"].value == pytest.approx(expected)
    assert 0 < expected < 1
