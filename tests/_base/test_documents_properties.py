"""Whatever the bytes, a document or `BadDocument`; whatever the value, the same from YAML and from JSON.

The oracle for the values is PyYAML's writer and the JSON of the standard library.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from foedus._base.documents import Path_, read_bytes
from foedus._base.errors import BadDocument

SYNTAXES = pytest.mark.parametrize("syntax", ["yaml", "json"])

TOKENS = ["a", "b: ", "- ", "\n", "  ", "[", "]", "{", "}", ",", ":", "&x ", "*x", "!t ", "'", '"', "|", ">", "? "]
TOKENS += ["#", "---\n", "...\n", "<<", "%", "\\u", "1", ".5", "e9", "true", "null", "\t", "\r", "\u2028", "é", "\0"]
YAML_LIKE = st.lists(st.sampled_from(TOKENS), max_size=30).map("".join)

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), max_size=12)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**18) + 1, 10**18 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
    | st.sampled_from(["NO", "yes", "1914-08-01", "1e5", ".inf", "0x1F", "~", "<<", "null", "12"])
)
KEYS = TEXTS.filter(lambda text: text != "<<")
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=20
).filter(lambda value: value is not None)


class Quoting(yaml.SafeDumper):
    """Writes every text in quotes, as a careful person would write `'NO'` under YAML 1.1."""


Quoting.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


def as_yaml(value: object) -> bytes:
    return yaml.dump(value, Dumper=Quoting, sort_keys=False).encode()


def outcome(data: bytes, syntax: str) -> str:
    """Return the place a message points to, or the name of the document that was read."""
    try:
        return read_bytes(data, "case", syntax).name
    except BadDocument as error:
        return error.faults[0].where


@SYNTAXES
@given(data=st.binary(max_size=200))
def test_random_bytes_are_read_or_refused(syntax: str, data: bytes) -> None:
    assert outcome(data, syntax).startswith("case")


@SYNTAXES
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=100))
def test_random_text_is_read_or_refused(syntax: str, text: str) -> None:
    assert outcome(text.encode(), syntax).startswith("case")


@SYNTAXES
@given(text=YAML_LIKE)
def test_text_made_of_yaml_marks_is_read_or_refused(syntax: str, text: str) -> None:
    assert outcome(text.encode(), syntax).startswith("case")


@given(VALUES)
def test_json_reads_what_the_standard_library_wrote(value: object) -> None:
    assert read_bytes(json.dumps(value).encode(), "case", "json").value == value


@given(VALUES)
def test_yaml_reads_what_pyyaml_wrote(value: object) -> None:
    assert read_bytes(as_yaml(value), "case").value == value


@given(VALUES)
def test_the_same_value_reads_the_same_from_yaml_and_json(value: object) -> None:
    from_yaml = read_bytes(as_yaml(value), "case").value
    from_json = read_bytes(json.dumps(value).encode(), "case", "json").value
    assert json.dumps(from_yaml) == json.dumps(from_json)


def _paths(value: Any, path: Path_ = ()) -> list[Path_]:
    children: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        children = list(value.items())
    elif isinstance(value, list):
        children = list(enumerate(value))
    return [path, *(found for step, child in children for found in _paths(child, (*path, step)))]


@given(VALUES)
def test_every_part_of_a_yaml_document_has_a_line_and_no_other(value: object) -> None:
    assert set(read_bytes(as_yaml(value), "case").lines) == set(_paths(value))


@given(st.lists(st.integers(0, 9), min_size=1, max_size=30))
def test_lines_count_from_one_in_the_order_of_the_file(values: list[int]) -> None:
    text = "".join(f"- {value}\n" for value in values)
    lines = read_bytes(text.encode(), "case").lines
    assert [lines[(position,)] for position in range(len(values))] == list(range(1, len(values) + 1))
