"""What is told of the system by year: worked years by hand, and values that are published."""

from __future__ import annotations

import numpy as np
import pytest

from foedus.measures.system.history import History, SystemYear
from foedus.measures.system.sections import SECTIONS, Section
from foedus.measures.system.security import dispute_table, war_rate

BY_NAME = {section.name: section for section in SECTIONS}


def flags(size: int, *pairs: tuple[int, int]) -> np.ndarray:
    held = np.zeros((size, size), np.bool_)
    for one, other in pairs:
        held[one, other] = True
    return held


@pytest.fixture
def two_years() -> tuple[SystemYear, ...]:
    """Four states: the first owes the second defence, later the third too; the third and fourth quarrel."""
    states = np.array([2, 20, 200, 365])
    common = {"capability": np.array([0.5, 0.1, 0.3, 0.1]), "major": np.array([True, False, True, True])}
    quarrel = flags(4, (2, 3), (3, 2))
    return (
        SystemYear(1900, states, flags(4, (0, 1)), **common, disputing=quarrel, disputes_begun=quarrel),
        SystemYear(
            1901,
            states,
            flags(4, (0, 1), (0, 2), (1, 2)),
            capability=np.array([0.4, 0.2, 0.3, np.nan]),
            major=np.array([True, False, True, False]),
            disputing=quarrel | flags(4, (1, 2), (2, 1)),
            disputes_begun=flags(4, (1, 2), (2, 1)),
            fighting=flags(4, (1, 2), (2, 1)),
            wars_begun=flags(4, (1, 2), (2, 1)),
        ),
    )


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.name)
def test_a_section_tells_what_its_columns_say(section: Section, two_years: tuple[SystemYear, ...]) -> None:
    rows = section.rows(two_years, 1.0)
    assert [list(row) for row in rows] == [[column.name for column in section.columns]] * 2
    labelled = [column for column in section.columns if column.name in section.drawn]
    assert all(column.label for column in labelled)
    assert len(labelled) == len(section.drawn)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.name)
def test_without_data_all_that_needs_them_is_missing(section: Section) -> None:
    bare = SystemYear(1900, np.array([2, 20, 200]), flags(3))
    (row,) = section.rows([bare], 1.0)
    if section.needs:
        assert set(row.values()) == {None}
    else:
        assert None in row.values()  # no ties: no survival, no modularity


def test_the_numbers_by_hand(two_years: tuple[SystemYear, ...]) -> None:
    rows = {name: section.rows(two_years, 1.0) for name, section in BY_NAME.items()}
    assert rows["ties"][0] | {"survival": None} == {
        "states": 4,
        "ties": 1,
        "allies_per_state": 0.5,
        "without_ally": 2,
        "survival": None,
    }
    old, new = np.array([0.5, 0.3]) / 0.8, np.array([0.4, 0.3]) / 0.7
    moved = np.abs(new - old).sum() / (2 * (1 - old.min()))
    assert rows["polarity"][1]["movement"] == pytest.approx(moved)
    assert (rows["polarity"][0]["majors"], rows["polarity"][0]["poles"], rows["polarity"][1]["poles"]) == (3, 2, 2)
    assert rows["polarity"][0]["movement"] is None
    assert rows["balance"][1] == {"triads": 1, "balanced": 0.0, "hostile_allies": 1, "two_camps": 0.0}
    assert rows["dependence"][0] == {
        "guaranteed": 1,
        "reliance": pytest.approx(5 / 6),
        "on_one": pytest.approx(5 / 6),
        "mostly_on_one": 1.0,
        "largest_guarantor": 1.0,
    }
    assert rows["stability"][1]["counted"] == 3  # one whose capability is not known
    assert rows["security"][0]["other_disputes"] == pytest.approx(1000 / 5)
    assert rows["security"][0]["wars"] is None
    assert rows["security"][1]["rivals"] is None  # two years are not enough to tell
    assert rows["security"][1]["allied_disputes"] == pytest.approx(1000 / 3)


def test_pair_years_are_pooled(two_years: tuple[SystemYear, ...]) -> None:
    table = dispute_table(two_years)
    assert (table.both, table.first_only, table.second_only, table.neither) == (1, 3, 1, 7)
    assert war_rate(two_years) == pytest.approx(1 / 6)  # the year without data is left out
    assert np.isnan(war_rate(two_years[:1]))


@pytest.mark.data
def test_gamma_makes_fewer_states_beatable(since_1816: History) -> None:
    year = [one for one in since_1816.years if one.year == 1900]
    shares = [BY_NAME["stability"].rows(year, gamma)[0]["vulnerable"] for gamma in (1.0, 2.0, 10.0)]
    assert shares == sorted(shares, key=lambda share: -(share or 0))
    assert shares[0] != shares[-1]


@pytest.mark.data
def test_polarity_of_known_years(since_1816: History) -> None:
    rows = dict(
        zip((one.year for one in since_1816.years), BY_NAME["polarity"].rows(since_1816.years, 1.0), strict=True)
    )
    assert rows[1913]["majors"] == 8
    assert rows[1946]["majors"] == 4
    values = [row["concentration"] for row in rows.values() if row["concentration"] is not None]
    assert len(values) == 201  # to 2016, where the list of major powers ends
    assert 0.2 < min(values) < max(values) < 0.6
