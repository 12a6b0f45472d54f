"""A second reader's sheet beside the register."""

from __future__ import annotations

from typing import Any

import pytest
from tests.measures.concordance.made_up import held, pact
from tests.obligations.builders import clause

from foedus._base.documents import Document
from foedus._base.errors import BadInput
from foedus.measures.concordance.agreement import Cell
from foedus.measures.concordance.sheet import sheet_cells

REQUEST = clause(procedure=[{"request": {"for": "assistance"}}])


def read(*entries: dict[str, Any], **fields: Any) -> dict[str, Cell]:
    cells = sheet_cells(held(pact(**fields)), Document("sheet.yaml", list(entries)))
    return {cell.variable: cell for cell in cells}


def test_yes_and_no_are_compared_and_unknown_is_not() -> None:
    found = read({"id": "pact", "defense": "yes", "offense": "yes", "neutrality": "unknown"})
    assert found["defense"].is_alike is True
    assert found["offense"].is_alike is False
    assert found["neutrality"].is_alike is None
    assert found["consultation"].theirs is None


def test_true_and_false_are_taken_for_yes_and_no() -> None:
    assert read({"id": "pact", "defense": True, "offense": False})["offense"].is_alike is True


@pytest.mark.parametrize("word", ["no", "unknown"])
def test_conditions_are_not_compared_where_the_reader_found_no_pledge(word: str) -> None:
    assert "def_adversary" not in read({"id": "pact", "defense": word, "def_adversary": "yes"})


def test_the_readers_demand_is_the_victims_request() -> None:
    found = read({"id": "pact", "defense": "yes", "def_demand": "yes"}, clauses=[REQUEST])
    assert found["def_request"].is_alike is True
    assert "def_demand" not in found


def test_a_condition_the_reader_left_out_is_unknown() -> None:
    assert read({"id": "pact", "defense": "yes"})["def_adversary"].is_alike is None


@pytest.mark.parametrize(
    ("written", "alike"), [(None, True), ("1910-01-01", False), ("unknown", None)], ids=["in force", "ended", "unknown"]
)
def test_an_end_is_compared_with_the_legal_end(written: str | None, alike: bool | None) -> None:
    entry = {"id": "pact", "in_force": "1900-02-01", "ended": written}
    assert read(entry)["ended"].is_alike is alike


def test_a_treaty_that_never_came_into_force_has_no_end_to_compare() -> None:
    found = read({"id": "pact", "in_force": "never"}, in_force="never")
    assert found["in_force"].is_alike is True
    assert (found["in_force"].ours, found["in_force"].theirs) == ("never", "never")
    assert "ended" not in found


@pytest.mark.parametrize(
    ("entries", "what"),
    [
        ([{"id": "no-such"}], "no-such"),
        ([{"id": "pact"}, {"id": "pact"}], "coded twice"),
        ([{"id": "pact", "defense": "maybe"}], "maybe"),
        ([{"id": "pact", "defence": "yes"}], "did you mean 'defense'"),
        ([{"id": "pact", "signed": "1900-02-30"}], "1900-02-30"),
        ([{"id": "pact", "term_years": -1}], "term_years"),
        ([{"defense": "yes"}], "id"),
        ([], "at least 1"),
    ],
    ids=str,
)
def test_a_faulty_sheet_is_refused_with_the_place_of_the_fault(entries: list[dict[str, Any]], what: str) -> None:
    with pytest.raises(BadInput) as caught:
        list(sheet_cells(held(pact()), Document("sheet.yaml", entries)))
    told = " ".join(str(fault) for fault in caught.value.faults)
    assert what in told
    assert "sheet.yaml" in told
