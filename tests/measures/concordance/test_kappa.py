"""Cohen's kappa: published worked examples, brute force on small tables, and what no relabelling may change.

Oracles: Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, table 18.1 (two raters of 100
persons; kappa 0.68, standard error 0.087); Cohen's own closed form for two by two tables.
"""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.measures.concordance.kappa import agreement

Table = list[list[int]]


def pairs(table: Table) -> list[tuple[int, int]]:
    """Return the units of a table of counts."""
    return [(i, j) for i, counts in enumerate(table) for j, count in enumerate(counts) for _ in range(count)]


codings = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=40)


def test_the_worked_example_of_fleiss() -> None:
    found = agreement(pairs([[75, 1, 4], [5, 4, 1], [0, 0, 10]]))
    assert (found.n, found.observed) == (100, 0.89)
    assert found.expected == pytest.approx(0.66)
    assert found.kappa == pytest.approx(0.676, abs=5e-4)
    assert found.error == pytest.approx(0.087, abs=1e-3)


@pytest.mark.parametrize(
    ("table", "kappa"), [([[20, 5], [10, 15]], 0.4), ([[45, 15], [25, 15]], 0.1304), ([[25, 35], [5, 35]], 0.2593)]
)
def test_two_by_two_tables_have_the_closed_form(table: Table, kappa: float) -> None:
    (a, b), (c, d) = table
    closed = 2 * (a * d - b * c) / ((a + b) * (b + d) + (a + c) * (c + d))
    found = agreement(pairs(table)).kappa
    assert found == pytest.approx(closed)
    assert found == pytest.approx(kappa, abs=5e-5)


def test_every_small_table_agrees_with_brute_force() -> None:
    for counts in product(range(4), repeat=4):
        units = pairs([list(counts[:2]), list(counts[2:])])
        found = agreement(units)
        if not units:
            assert found.kappa is None
            continue
        by_chance = sum(a == b for a, _ in units for _, b in units) / len(units) ** 2
        alike = sum(a == b for a, b in units) / len(units)
        assert found.expected == pytest.approx(by_chance)
        if by_chance < 1:
            assert found.kappa == pytest.approx((alike - by_chance) / (1 - by_chance))
        else:
            assert found.kappa is None


def test_the_standard_error_is_that_of_repeated_samples() -> None:
    chance = Random(4)
    cells = pairs([[40, 10], [15, 35]])
    drawn = [agreement(chance.choices(cells, k=100)).kappa for _ in range(2_000)]
    known = [kappa for kappa in drawn if kappa is not None]
    mean = sum(known) / len(known)
    spread = (sum((kappa - mean) ** 2 for kappa in known) / (len(known) - 1)) ** 0.5
    assert agreement(cells).error == pytest.approx(spread, rel=0.06)  # 4 standard errors of a spread of 2,000 draws


def test_of_nothing_nothing_is_known() -> None:
    found = agreement([])
    assert (found.n, found.observed, found.kappa, found.error, found.interval) == (0, None, None, None, None)


def test_where_everything_is_in_one_category_kappa_is_not_defined() -> None:
    found = agreement([("no", "no")] * 5)
    assert (found.observed, found.kappa) == (1.0, None)


def test_where_one_coder_has_a_single_category_kappa_is_nought_and_has_no_error() -> None:
    found = agreement([("no", "no")] * 5 + [("no", "yes")] * 2)
    assert (found.kappa, found.error, found.interval) == (0.0, None, None)


@given(codings)
def test_it_is_symmetric(units: list[tuple[str, str]]) -> None:
    assert agreement(units) == agreement([(b, a) for a, b in units])


@given(st.lists(st.sampled_from("abc"), min_size=2, max_size=40).filter(lambda codes: len(set(codes)) > 1))
def test_it_is_one_for_equal_codings(codes: list[str]) -> None:
    found = agreement([(code, code) for code in codes])
    assert (found.kappa, found.error, found.interval) == (1.0, 0.0, (1.0, 1.0))


@given(codings, st.permutations("abc"), st.randoms())
def test_names_and_order_change_nothing(units: list[tuple[str, str]], names: list[str], chance: Random) -> None:
    renamed = dict(zip("abc", names, strict=True))
    shuffled = [(renamed[a], renamed[b]) for a, b in units]
    chance.shuffle(shuffled)
    assert agreement(units) == agreement(shuffled)


@given(codings)
def test_the_interval_holds_kappa_and_stays_in_its_bounds(units: list[tuple[str, str]]) -> None:
    found = agreement(units)
    if found.kappa is not None and found.interval is not None:
        low, high = found.interval
        assert -1 <= low <= found.kappa <= high <= 1
