"""A field that was written and left empty is a field left out; and what defines itself is found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from foedus import BadInput, Register, Treaty
from foedus.register.check import check_treaty
from foedus.register.decode import decode_treaty
from foedus.register.files import read_treaty
from foedus.register.folder import treaty_files

Pact = Callable[..., Path]

HELP = "place: [{term: in-strait}]"


def faults(path: Path, register: Register) -> list[str]:
    try:
        return [fault.what for fault in check_treaty(read_treaty(path, register.actors), register)]
    except BadInput as error:
        return [fault.what for fault in error.faults]


@pytest.fixture
def read(pact: Pact, register: Register) -> Callable[..., Treaty]:
    return lambda old, new: decode_treaty(read_treaty(pact(old, new), register.actors).checked)


@pytest.mark.parametrize("empty", ["act:", "beneficiary_is:", "readings: [{id: r, holders: [x], act: }]"])
def test_an_empty_field_of_a_clause_is_left_out(empty: str, pact: Pact, register: Register) -> None:
    assert faults(pact(HELP, empty), register) == []


def test_an_empty_successor_is_none(pact: Pact, register: Register) -> None:
    until = "    until: 1907-01-01"
    assert faults(pact(until, f"{until}\n    succeeds:"), register) == []


def test_an_empty_duty_of_a_reading_is_a_duty(read: Callable[..., Treaty]) -> None:
    treaty = read(HELP, "readings: [{id: r, holders: [x], duty: }]")
    assert treaty.clauses[0].readings[0].duty is True


def test_an_empty_locator_is_no_locator(pact: Pact, register: Register) -> None:
    assert any("needs the source" in what for what in faults(pact("locator: article 1}", "locator: }"), register))


def test_an_undefined_term_is_found(pact: Pact, register: Register) -> None:
    assert faults(pact(HELP, "place: [{term: nowhere}]"), register) == [
        "no term is called 'nowhere' (terms: in-strait)"
    ]


def test_a_term_may_not_use_itself(pact: Pact, register: Register) -> None:
    assert "a term may not use another term" in faults(
        pact("when: [{area: strait}]", "when: [{term: in-strait}]"), register
    )


def test_an_area_may_not_refer_to_itself(pact: Pact, register: Register) -> None:
    assert "the area 'strait' refers to itself" in faults(
        pact("{polygon: [[0, 0], [0, 1], [1, 1]]}", "{area: strait}"), register
    )


def test_a_condition_names_an_instrument_of_the_treaty(pact: Pact, register: Register) -> None:
    (what,) = faults(pact(HELP, "act: [{gravity: major, instrument: annex}]"), register)
    assert "no instrument is called 'annex'" in what


def test_an_unknown_key_of_a_condition_is_named(pact: Pact, register: Register) -> None:
    assert faults(pact(HELP, "act: [{gravity: major, when: 1912}]"), register) == ["the key 'when' is not known here"]


@pytest.mark.parametrize("path", treaty_files(), ids=lambda path: path.stem)
def test_a_treaty_lies_in_the_century_of_its_signature(path: Path, register: Register) -> None:
    assert path.parent.name == f"c{(register.treaties[path.stem].signed.year - 1) // 100 + 1}"
