"""Cells and scores: what is compared, what is unknown, what is excused."""

from __future__ import annotations

from typing import Any

import pytest
from tests.measures.concordance.made_up import ALBA, BRENN, DATA_YEARS, alliances, held, pact, row
from tests.obligations.builders import clause

from foedus._base.dates import Day
from foedus._base.documents import Document
from foedus._base.errors import BadInput
from foedus.measures.concordance.agreement import Cell, cell, cells_of, date_cell, idle, scores
from foedus.measures.concordance.alliances import code_alliance
from foedus.measures.concordance.coding import VARIABLES, code_treaty
from foedus.measures.concordance.excuses import Excuse, read_excuses
from foedus.measures.concordance.pairing import pair

CLOSED = Day.parse("2018-12-31")


def cells(document: dict[str, Any], *rows: Any) -> dict[tuple[str, str], Cell]:
    """Return the cells of a treaty and an alliance that correspond, by variable and member."""
    register = held(document)
    (one,) = pair(register, register.treaties.values(), alliances(*rows), DATA_YEARS).pairs
    return {(found.variable, found.member): found for found in cells_of(one, register, CLOSED)}


def test_pledges_are_compared_for_the_treaty_and_for_each_member() -> None:
    guarantee = clause(owes={"states": ["alba"]}, to={"states": ["brenn"]})
    found = cells(pact(clauses=[guarantee]), row(9001, ALBA, defense=1, asymm=1), row(9001, BRENN, defense=1, consul=1))
    assert found["defense", ""].is_alike
    assert found["asymmetric", ""].is_alike
    assert not found["consultation", ""].is_alike
    assert found["member_defense", "alba"].is_alike
    assert not found["member_defense", "brenn"].is_alike


def test_conditions_are_compared_only_where_both_have_the_pledge() -> None:
    with_it = cells(pact(), row(9001, ALBA, defense=1, defcoadv=1), row(9001, BRENN))
    assert with_it["def_adversary", ""].is_alike is False
    assert ("def_request", "") not in with_it
    assert ("def_adversary", "") not in cells(pact(), row(9001, ALBA), row(9001, BRENN))


def test_the_condition_of_a_member_that_owes_no_defence_does_not_count() -> None:
    coded = code_alliance([row(9001, ALBA, defense=1), row(9001, BRENN, defcoadv=1)])
    assert coded["def_adversary"] is False


@pytest.mark.parametrize(
    ("codes", "variable", "value"),
    [
        ({"pubsecr": None}, "secret", None),
        ({"pubsecr": 1}, "secret", "partly"),
        ({"organ1": None}, "organisation", None),
        ({"organ1": 1}, "organisation", False),
        ({"organ1": 3}, "organisation", True),
        ({"milcon": 1}, "military_contact", False),
        ({"milcon": 2}, "military_contact", True),
        ({"renounce": None}, "renunciation_in_term", None),
        ({"renounce": 2}, "renunciation_in_term", False),
        ({"renounce": 3}, "renunciation_in_term", True),
        ({"speclgth": 0}, "term_years", 0),
        ({"speclgth": 1, "length": 120}, "term_years", 10),
        ({"speclgth": 2}, "term_years", None),
        ({"speclgth": 1, "length": None}, "term_years", None),
        ({"speclgth": None, "length": None}, "term_years", None),
    ],
    ids=str,
)
def test_codes_of_atop_are_read_as_they_mean_and_a_missing_one_is_unknown(
    codes: dict[str, Any], variable: str, value: Any
) -> None:
    assert code_alliance([row(9001, ALBA, **codes), row(9001, BRENN, **codes)])[variable] == value


def test_members_are_compared_from_signature_and_an_end_after_the_data_were_closed_is_none() -> None:
    parties = [{"states": ["alba"], "until": "1910-06-01"}, {"states": ["brenn"], "until": "2020-01-01"}]
    found = cells(pact(parties=parties), row(9001, ALBA, (1900, 1, 20), (1910, 7, 20)), row(9001, BRENN))
    assert found["member_entry", "alba"].is_alike
    assert found["member_exit", "alba"].is_alike is False
    assert found["member_exit", "brenn"].is_alike
    assert found["member_exit", "brenn"].ours == found["member_exit", "brenn"].theirs == "ongoing"


@pytest.mark.parametrize(
    ("ours", "theirs", "alike"),
    [
        ("1900-01-01", "1900-02-01", True),
        ("1900-01-01", "1900-02-02", False),
        ("1900", "1900-12-31", True),
        ("julian:1912-02-29", "1912-02-29", True),
        ("1900-01-01", None, False),
        (None, None, True),
        ("unknown", "1900-01-01", None),
        ("unknown", None, None),
    ],
)
def test_dates_agree_within_a_month_and_an_unknown_one_is_not_covered(
    ours: str | None, theirs: str | None, alike: bool | None
) -> None:
    days = tuple(None if text is None else Day.parse(text) for text in (ours, theirs))
    assert date_cell("pact", "9001", "", "ended", (days[0], days[1])).is_alike is alike


def coded(alike: int, unlike: int, unknown: int = 0) -> list[Cell]:
    """Return cells of one variable, each of a treaty of its own."""
    values = [(True, True)] * alike + [(True, False)] * unlike + [(None, True)] * unknown
    return [cell(f"t{at}", "9001", "", "defense", both) for at, both in enumerate(values)]


def test_a_coding_has_the_variables_that_are_listed_and_no_other() -> None:
    assert set(code_treaty(held(pact()).treaty("pact")).whole) == set(VARIABLES)
    assert set(code_alliance([row(9001, ALBA, defense=1)])) <= set(VARIABLES)


def test_what_is_unknown_is_counted_apart() -> None:
    (score,) = scores(coded(6, 2, 3))
    assert (score.units, score.unknown_ours, score.unknown_theirs, score.raw.n) == (11, 3, 0, 8)
    assert score.raw.observed == 0.75
    assert score.after == score.raw


def test_at_most_one_unit_in_twenty_is_excused_in_the_order_of_the_list() -> None:
    argued = [Excuse(f"t{at}", "defense", "", "1", "argued") for at in (0, 41, 40, 43)]
    (score,) = scores(coded(40, 5), argued)
    assert (score.excused, score.over) == (2, 1)
    assert (score.raw.n, score.after.n) == (45, 43)
    assert score.after.observed == pytest.approx(40 / 43)


def test_an_excuse_of_a_variable_of_members_names_the_member() -> None:
    held_cells = [
        cell("t", "9001", state, "member_defense", (True, state != "alba")) for state in ("alba", "brenn") * 10
    ]
    (score,) = scores(held_cells, [Excuse("t", "member_defense", "brenn", "1", "argued")])
    assert score.excused == 0
    (score,) = scores(held_cells, [Excuse("t", "member_defense", "alba", "1", "argued")])
    assert score.excused == 1


def test_the_list_of_excuses_of_the_project_is_in_order(register: Any) -> None:
    assert all(excuse.article and excuse.reason for excuse in read_excuses(register))


def test_an_excuse_of_an_unknown_treaty_is_refused_with_its_place() -> None:
    part = {"treaty": "no-such", "variable": "defense", "article": "1", "reason": "argued"}
    with pytest.raises(BadInput, match="no-such"):
        read_excuses(held(pact()), Document("excuses", [part]))


@pytest.mark.parametrize(
    ("variable", "member"), [("defence", None), ("member_defense", None), ("defense", "alba")], ids=str
)
def test_an_excuse_of_an_unknown_variable_is_refused(variable: str, member: str | None) -> None:
    part = {"treaty": "pact", "variable": variable, "member": member, "article": "1", "reason": "argued"}
    with pytest.raises(BadInput, match="is not a variable"):
        read_excuses(held(pact()), Document("excuses", [part]))


def test_an_excuse_that_excuses_nothing_is_told() -> None:
    both = coded(1, 1)
    right, wrong, elsewhere = (Excuse(name, "defense", "", "1", "argued") for name in ("t1", "t0", "t9"))
    assert idle(both, [right, wrong, elsewhere]) == (wrong,)


def test_an_excuse_without_a_reason_is_refused() -> None:
    with pytest.raises(BadInput, match="reason"):
        read_excuses(held(pact()), Document("excuses", [{"treaty": "pact", "variable": "defense", "article": "1"}]))
