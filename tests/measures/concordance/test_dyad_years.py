"""Directed dyad-years of defence: whose, when, and by which dating."""

from __future__ import annotations

from typing import Any

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.measures.concordance.made_up import ALBA, BRENN, CORIN, held, pact
from tests.obligations.builders import clause

from foedus.measures.concordance.dyad_years import Dating, DyadYear, atop_defence_years, defence_years, overlap

SIGNED = {"signed": "1949-06-01", "in_force": "1951-03-01", "ended": "1953-01-31"}


def years(dating: Dating = "legal", **fields: Any) -> set[DyadYear]:
    return set(defence_years(held(pact(**{**SIGNED, **fields})), dating, (1946, 2018)))


def test_both_owe_in_every_year_in_which_the_pledge_was_law_on_some_day() -> None:
    assert years() == {(one, 3 - one, year) for one in (ALBA, BRENN) for year in (1951, 1952, 1953)}


def test_by_the_dating_of_atop_it_begins_with_the_signature() -> None:
    assert years("signature") - years() == {(one, 3 - one, year) for one in (ALBA, BRENN) for year in (1949, 1950)}


def test_a_treaty_in_force_runs_to_the_last_year_asked_for() -> None:
    assert {dyad[2] for dyad in years(ended=None)} == set(range(1951, 2019))


def test_only_the_one_who_owes_is_the_first_of_the_pair() -> None:
    guarantee = clause(owes={"states": ["alba"]}, to={"states": ["brenn"]})
    assert {dyad[:2] for dyad in years(clauses=[guarantee])} == {(ALBA, BRENN)}


@pytest.mark.parametrize("strength", ["facilities_only", "economic_measures"])
def test_what_is_no_pledge_of_defence_has_no_years(strength: str) -> None:
    assert years(clauses=[clause(strength=strength)]) == set()


@pytest.mark.parametrize("character", ["political_declaration", "domestic_law", "executive_order", "draft"])
def test_what_creates_no_legal_duties_has_no_years(character: str) -> None:
    assert years(character=character) == years("signature", character=character) == set()


def test_an_agreement_of_governments_counts_as_a_treaty_does() -> None:
    assert years(character="executive_agreement") == years()


def test_one_that_joined_later_is_owed_from_then() -> None:
    joined = [{"states": ["alba", "brenn"]}, {"states": ["corin"], "from": "1953-01-05"}]
    assert {dyad for dyad in years(parties=joined) if CORIN in dyad[:2]} == {
        (one, other, 1953) for one, other in ((ALBA, CORIN), (CORIN, ALBA), (BRENN, CORIN), (CORIN, BRENN))
    }


@pytest.mark.parametrize(
    ("signed", "first"), [({}, 1952), ({"signed": "unknown"}, 1952), ({"signed": "1949-06-01"}, 1949)]
)
def test_by_signature_one_bound_later_counts_from_its_own_day_of_signature_if_that_is_known(
    signed: dict[str, str], first: int
) -> None:
    joined = [{"states": ["alba", "brenn"]}, {"states": ["corin"], "from": "1952-01-05", **signed}]
    assert min(dyad[2] for dyad in years("signature", parties=joined) if CORIN in dyad[:2]) == first


@pytest.mark.parametrize(("dating", "first"), [("legal", 1951), ("signature", 1949)])
def test_one_bound_on_a_day_not_known_counts_while_the_treaty_does(dating: Dating, first: int) -> None:
    parties = [{"states": ["alba", "brenn"], "from": "unknown"}]
    assert min(dyad[2] for dyad in years(dating, parties=parties)) == first


@pytest.mark.parametrize("dating", ["legal", "signature"])
def test_one_that_signed_and_never_ratified_has_none(dating: Dating) -> None:
    parties = [{"states": ["alba", "brenn"]}, {"states": ["corin"], "signed": "1949-06-01", "from": "never"}]
    assert CORIN not in {state for dyad in years(dating, parties=parties) for state in dyad[:2]}


def test_a_treaty_that_never_came_into_force_has_none_by_either_dating() -> None:
    assert years(in_force="never", ended=None) == years("signature", in_force="never", ended=None) == set()


def test_a_clause_with_a_life_of_its_own_counts_for_that_life() -> None:
    assert {dyad[2] for dyad in years(clauses=[clause(until="1951-12-31")])} == {1951}


@pytest.mark.parametrize(("dating", "first"), [("legal", 1952), ("signature", 1950)])
def test_a_clause_counts_from_the_text_it_stands_in(dating: Dating, first: int) -> None:
    protocol = {
        "id": "main",
        "title": "Protocol",
        "character": "treaty",
        "signed": "1950-06-01",
        "articles": {"1": "all"},
    }
    own = [{**protocol, "in_force": "1952-06-01"}]
    assert min(dyad[2] for dyad in years(dating, instruments=own)) == first
    assert years(dating, instruments=[{**protocol, "in_force": "never"}]) == set()


@pytest.mark.parametrize("dating", ["legal", "signature"])
def test_a_year_throughout_which_the_treaty_was_suspended_between_the_two_has_none(dating: Dating) -> None:
    pause = {"between": [["brenn"], ["alba"]], "from": "1951-06-01", "until": "1952-12-31"}
    assert years(dating) - years(dating, suspensions=[pause]) == {(ALBA, BRENN, 1952), (BRENN, ALBA, 1952)}


def test_a_suspension_between_others_changes_nothing() -> None:
    parties = [{"states": ["alba", "brenn", "corin"]}]
    pause = {"between": [["corin"], ["alba"]], "from": "1949-01-01"}
    gone = years(parties=parties) - years(parties=parties, suspensions=[pause])
    assert {frozenset(dyad[:2]) for dyad in gone} == {frozenset((ALBA, CORIN))}


def test_the_other_side_counts_pledges_of_defence_alone() -> None:
    table = pl.DataFrame(
        {"ccode1": [1, 2, 1], "ccode2": [2, 1, 2], "year": [1950, 1950, 1940], "atop_defense": [1, 0, 1]}
    )
    assert atop_defence_years(table) == {(1, 2, 1950)}


dyads = st.frozensets(st.tuples(st.integers(1, 3), st.integers(1, 3), st.integers(1946, 1949)))


@given(dyads, dyads)
def test_recall_of_one_is_precision_of_the_other(ours: frozenset[DyadYear], theirs: frozenset[DyadYear]) -> None:
    there, back = overlap("legal", ours, theirs), overlap("legal", theirs, ours)
    assert (there.recall, there.precision) == (back.precision, back.recall)
    assert there.recall == (len(ours & theirs) / len(theirs) if theirs else None)
