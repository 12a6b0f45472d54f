"""The error tree: one shape for every fault, one exit status for every branch."""

from __future__ import annotations

import pickle

import pytest

from foedus._base.errors import (
    AmbiguousName,
    BadDate,
    BadDocument,
    BadInput,
    DataMissing,
    ExtraMissing,
    Fault,
    FoedusError,
    UnknownName,
)


@pytest.mark.parametrize(
    ("fault", "shown"),
    [
        (Fault("what is wrong"), "what is wrong"),
        (Fault("what", "a.yaml:3: id"), "a.yaml:3: id: what"),
        (Fault("what", allowed="a, b"), "what\n  allowed: a, b"),
        (Fault("what", "here", "a", "do this"), "here: what\n  allowed: a\n  to do: do this"),
    ],
)
def test_a_fault_says_where_what_allowed_and_what_to_do(fault: Fault, shown: str) -> None:
    assert str(fault) == shown


@pytest.mark.parametrize("kind", [BadInput, UnknownName, DataMissing])
def test_an_error_is_the_same_when_it_comes_from_another_process(kind: type[FoedusError]) -> None:
    error = pickle.loads(pickle.dumps(kind([Fault("one", "a"), Fault("two", "b")])))  # noqa: S301 - our own
    assert isinstance(error, kind)
    assert error.faults == (Fault("one", "a"), Fault("two", "b"))


@pytest.mark.parametrize(("where", "placed"), [("", "cases.yaml"), ("date", "cases.yaml: date")])
def test_a_fault_is_placed_in_a_larger_document(where: str, placed: str) -> None:
    assert Fault("what", where).inside("cases.yaml").where == placed


def test_an_error_keeps_its_kind_and_its_faults_inside_a_larger_document() -> None:
    error = UnknownName([Fault("one", "a"), Fault("two", "b")]).inside("cases.yaml")
    assert isinstance(error, UnknownName)
    assert [fault.where for fault in error.faults] == ["cases.yaml: a", "cases.yaml: b"]


def test_an_error_shows_every_fault() -> None:
    assert str(BadInput([Fault("one"), Fault("two", allowed="x")])) == "one\ntwo\n  allowed: x"


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (FoedusError, 70),
        (BadInput, 2),
        (BadDate, 2),
        (BadDocument, 2),
        (UnknownName, 2),
        (AmbiguousName, 2),
        (DataMissing, 3),
        (ExtraMissing, 4),
    ],
)
def test_every_error_has_the_exit_status_of_its_branch(kind: type[FoedusError], status: int) -> None:
    assert kind.exit_status == status


@pytest.mark.parametrize("kind", [BadDate, BadDocument, UnknownName, AmbiguousName])
def test_a_fault_of_the_user_is_bad_input(kind: type[FoedusError]) -> None:
    assert issubclass(kind, BadInput)
