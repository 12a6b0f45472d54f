"""What `check` says of a document that does not fit its model."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

from foedus._base.documents import Document, read_bytes
from foedus._base.errors import BadInput, Fault
from foedus._base.validation import MAX_FAULTS, check


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Place(Strict):
    lat: float
    kind: Literal["land", "sea"] = "land"


class Case(Strict):
    name: Annotated[str, StringConstraints(pattern=r"^[a-z]+$")]
    grade: Literal["due", "contested"] = "due"
    start: str | None = Field(None, alias="from")
    places: list[Place] = []
    by_name: dict[str, Place] = {}
    whose: Literal["obligor"] | Place | None = None

    @field_validator("start")
    @classmethod
    def _not_monday(cls, value: str) -> str:
        if value == "monday":
            message = "a case does not begin on a Monday"
            raise ValueError(message)
        return value


def faults(text: str) -> tuple[Fault, ...]:
    with pytest.raises(BadInput) as caught:
        check(Case, read_bytes(text.encode(), "case.yaml"))
    return caught.value.faults


def only_fault(text: str) -> Fault:
    (fault,) = faults(text)
    return fault


def test_what_passes_comes_back_without_what_was_left_out() -> None:
    document = read_bytes(b"name: a\nfrom: friday\nplaces: [{lat: 1}]", "case.yaml")
    assert check(Case, document) == {"name": "a", "from": "friday", "places": [{"lat": 1.0}]}


def test_an_unknown_key_is_told_with_its_place_and_the_one_that_was_meant() -> None:
    fault = only_fault("name: a\ngrad: due")
    assert fault.where == "case.yaml:2: grad"
    assert fault.what == "the key 'grad' is not known here"
    assert fault.remedy == "did you mean 'grade'?"


def test_an_unknown_key_is_told_with_the_known_ones_as_the_file_writes_them() -> None:
    assert only_fault("name: a\nzzz: 1").allowed == "by_name, from, grade, name, places, whose"


def test_a_key_like_no_other_gets_no_suggestion() -> None:
    assert only_fault("name: a\nzzz: 1").remedy == ""


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("name: a\nplaces:\n  - lat: 1\n    knd: sea", "case.yaml:4: places[0].knd"),
        ("name: a\nby_name:\n  x:\n    lat: 1\n    knd: sea", "case.yaml:5: by_name.x.knd"),
    ],
)
def test_a_key_deep_inside_is_told_with_the_keys_of_that_place(text: str, where: str) -> None:
    fault = only_fault(text)
    assert (fault.where, fault.allowed, fault.remedy) == (where, "kind, lat", "did you mean 'kind'?")


def test_a_wrong_word_lists_the_allowed_ones() -> None:
    fault = only_fault("name: a\ngrade: overdue")
    assert (fault.what, fault.allowed) == ("'overdue' is not a word of this field", "due, contested")


def test_a_missing_field_is_named() -> None:
    fault = only_fault("grade: due")
    assert (fault.where, fault.what) == ("case.yaml:1: name", "this field is missing")


def test_a_wrong_form_shows_the_form() -> None:
    fault = only_fault("name: UPPER")
    assert (fault.what, fault.allowed) == ("'UPPER' has the wrong form", "^[a-z]+$")


def test_a_fault_of_the_model_s_own_is_said_in_its_words() -> None:
    assert only_fault("name: a\nfrom: monday").what == "a case does not begin on a Monday"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("name: [a]", "found a list"),
        ("name: {a: 1}", "found a mapping"),
        ("name: 5", "found 5"),
        ("name: a\nplaces: " + "x" * 99, "found '" + "x" * 57 + "...'"),
        ("[]", "found a list"),
    ],
)
def test_a_value_of_the_wrong_kind_is_shown(text: str, shown: str) -> None:
    assert shown in only_fault(text).what


def test_a_union_gives_one_fault_for_one_place() -> None:
    assert only_fault("name: a\nwhose: nobody").allowed == "obligor"


def test_all_faults_are_gathered() -> None:
    found = faults("name: A\ngrade: x\nplaces:\n  - lat: north\n  - {}\n")
    assert {fault.where for fault in found} == {
        "case.yaml:1: name",
        "case.yaml:2: grade",
        "case.yaml:4: places[0].lat",
        "case.yaml:5: places[1].lat",
    }


def test_more_faults_than_anyone_reads_are_counted() -> None:
    found = faults("name: a\nplaces:\n" + "  - {}\n" * (MAX_FAULTS + 7))
    assert (len(found), found[-1].what) == (MAX_FAULTS + 1, "and 7 more faults")


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "places", "lat", "from", "whose", "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


def places(value: object) -> list[str]:
    """Return the places of all faults; none where the value passes."""
    try:
        check(Case, Document("case.json", value))
    except BadInput as error:
        return [fault.where for fault in error.faults]
    return []


@given(JSON_VALUES)
def test_any_value_passes_or_is_refused_with_a_place(value: object) -> None:
    assert all(place.startswith("case.json") for place in places(value))
