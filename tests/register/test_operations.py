"""Operations are decoded when asked for, and answer who did what with whom on a day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from foedus import Register
from foedus._base.dates import Day
from foedus._base.documents import read_file
from foedus._base.errors import UnknownName
from foedus.domain.operation import Operation
from foedus.register.decode_operation import decode_operation
from foedus.register.operation_files import operation_of
from foedus.register.operations import Operations


@pytest.fixture
def checked(force: Callable[..., Path], register: Register) -> dict[str, Any]:
    return operation_of(read_file(force()), register.actors).checked


@pytest.fixture
def operation(checked: dict[str, Any]) -> Operation:
    return decode_operation(checked)


@pytest.fixture
def operations(checked: dict[str, Any]) -> Operations:
    """Return two operations, the later first; the later one has Canada and India only, and lasts."""
    plain = {key: part for key, part in checked.items() if key not in {"ended", "ending"}}
    later = {
        **plain,
        "id": "later",
        "aliases": [],
        "began": "1960-01-01",
        "leads": [{"actor": "canada"}],
        "participants": [{"states": ["canada", "india"]}],
    }
    return Operations({"later": later, "test-force": checked})


def on(text: str) -> Day:
    return Day.parse(text)


def test_names_become_ids(operation: Operation) -> None:
    assert [part.state for part in operation.participants] == ["canada", "norway", "brazil", "india"]
    assert operation.hosts == ("egypt",)


@pytest.mark.parametrize(
    ("day", "present"),
    [
        ("1956-11-06", []),
        ("1956-11-07", ["canada", "norway", "india"]),
        ("1957-01-01", ["canada", "norway", "brazil", "india"]),
        ("1958-03-31", ["canada", "norway", "brazil", "india"]),
        ("1958-04-01", ["canada", "norway", "india"]),
        ("1967-06-30", ["canada", "norway", "india"]),
        ("1967-07-01", []),
    ],
)
def test_who_may_have_taken_part_on_a_day(operation: Operation, day: str, present: list[str]) -> None:
    assert [part.state for part in operation.participants_on(on(day))] == present


def test_a_part_without_dates_is_never_sure(operation: Operation) -> None:
    sure = [part.state for part in operation.participants if part.surely_on(on("1957-12-31"))]
    assert sure == ["canada", "norway", "brazil"], "India's dates are not recorded"


def test_a_part_known_to_the_year_is_not_sure_within_it(operation: Operation) -> None:
    (brazil,) = operation.parts_of("brazil")
    assert [brazil.surely_on(on(day)) for day in ("1957-06-01", "1957-12-31", "1958-03-01", "1958-03-02")] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(("day", "lead"), [("1957-12-31", ("canada", "")), ("1958-01-01", ("", "nato"))])
def test_who_led_on_a_day(operation: Operation, day: str, lead: tuple[str, str]) -> None:
    assert [(one.actor, one.treaty) for one in operation.leads_on(on(day))] == [lead]


def test_what_has_no_dates_has_those_of_the_operation(operation: Operation) -> None:
    assert operation.opponents_on(on("1967-07-01")) == ()
    assert [one.name for one in operation.opponents_on(on("1957-01-01"))] == ["raiders"]
    assert [one.arrangement for one in operation.commands_on(on("1957-01-01"))] == ["un_chain"]
    assert operation.commands_on(on("1956-01-01")) == ()


def test_what_is_only_remembered_has_no_reader(operation: Operation) -> None:
    assert {group: known.readers for group, known in operation.known.items()} == {
        "dates": 1,
        "participants": 1,
        "mandates": 0,
        "command": 0,
        "opponents": 0,
    }


def test_operations_come_oldest_first(operations: Operations) -> None:
    assert [one.id for one in operations.oldest_first()] == ["test-force", "later"]


@pytest.mark.parametrize(
    ("day", "running"),
    [
        ("1956-11-06", []),
        ("1959-01-01", ["test-force"]),
        ("1960-01-01", ["test-force", "later"]),
        ("2020-01-01", ["later"]),
    ],
)
def test_which_ran_on_a_day(operations: Operations, day: str, running: list[str]) -> None:
    assert [one.id for one in operations.on(on(day))] == running


def test_what_a_state_took_part_in(operations: Operations) -> None:
    assert [(one.id, part.role) for one, part in operations.of("brazil")] == [("test-force", "troop_contributor")]
    assert [one.id for one, _ in operations.of("canada")] == ["test-force", "later"]
    assert [one.id for one, _ in operations.of("canada", on("2020-01-01"))] == ["later"]
    assert operations.of("brazil", on("1960-01-01")) == ()
    assert operations.of("peru") == ()


@pytest.mark.parametrize(("lead", "led"), [("canada", ["test-force", "later"]), ("nato", ["test-force"]), ("peru", [])])
def test_what_was_led_by_whom(operations: Operations, lead: str, led: list[str]) -> None:
    assert [one.id for one in operations.led_by(lead)] == led


def test_an_operation_is_found_by_id_and_by_alias(operations: Operations) -> None:
    assert operations.find("the-force") is operations.find("test-force")


def test_an_unknown_operation_is_an_error_with_a_hint(operations: Operations) -> None:
    with pytest.raises(UnknownName, match="did you mean test-force") as caught:
        operations.find("test-farce")
    assert caught.value.exit_status == 2


def test_an_operation_is_decoded_when_it_is_asked_for(checked: dict[str, Any]) -> None:
    class Asked(dict[str, Any]):
        seen: list[str] = []  # noqa: RUF012 - one mapping, one list

        def __getitem__(self, key: str) -> Any:
            self.seen.append(key)
            return super().__getitem__(key)

    held = Asked({"test-force": checked, "broken": {}})
    operations = Operations(held)
    assert (len(operations), "broken" in operations, held.seen) == (2, True, [])
    assert operations["test-force"] is operations["test-force"]
    assert held.seen == ["test-force"]
