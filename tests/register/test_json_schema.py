"""The published JSON Schemas: they accept the register's files, and refuse what the reader refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from foedus._base.documents import read_file
from foedus.catalogue.schemas import SCHEMAS, json_schema
from foedus.register.folder import DATA, treaty_files
from foedus.register.schema import TreatyIn

TREATY = Draft202012Validator(json_schema("treaty"))
MODEL_FILE: dict[str, Any] = read_file(DATA / "treaties" / "c20" / "us-japan-1960.yaml").value

FILES = [
    *(("treaty", path) for path in treaty_files()),
    *(("actors", path) for path in sorted((DATA / "actors").glob("*.yaml"))),
    ("classes", DATA / "classes.yaml"),
    ("areas", DATA / "areas.yaml"),
    ("disputed", DATA / "disputed.yaml"),
]

# one change each to a sound treaty: the way to the part, its key, and the new value (None: left out)
BREAKS: list[tuple[tuple[str | int, ...], str, Any]] = [
    ((), "id", None),
    ((), "id", "Not A Word"),
    ((), "charcter", "treaty"),
    ((), "character", "pact"),
    ((), "signed", ["1960-01-19"]),
    ((), "parties", []),
    ((), "clauses", []),
    ((), "sources", None),
    (("parties", 0), "states", []),
    (("parties", 0), "how", "vanished"),
    (("sources", 0), "url", "ftp://example.org"),
    (("clauses", 0), "obligation", "defence"),
    (("clauses", 0), "strength", "very"),
    (("clauses", 0), "beneficiary_is", ["victim"]),
    (("clauses", 0), "known", None),
    (("clauses", 0, "known"), "verified", "read"),
    (("clauses", 0), "act", [{"gravity": "huge"}]),
    (("clauses", 0), "act", [{"gravty": "major"}]),
    (("clauses", 0), "act", {"gravity": "major"}),
    (("clauses", 0), "owes", {"anyone": False}),
    (("clauses", 0), "effects", ["victory"]),
    ((), "duration", {"first_term": {"years": 0}, "known": {"verified": "knowledge"}}),
    ((), "duration", {"first_term": "forever", "known": {"verified": "knowledge"}}),
    ((), "duration", {"first_term": "indefinite"}),
    ((), "provisions", {"complete": True}),
    ((), "provisions", {"complete": True, "known": {"verified": "knowledge"}, "items": [{"kind": "bases"}]}),
    ((), "provisions", {"complete": False, "known": {"verified": "knowledge"}, "absent": ["navy"]}),
]


def broken(way: tuple[str | int, ...], key: str, value: Any) -> dict[str, Any]:
    copy: Any = deepcopy(MODEL_FILE)
    part = copy
    for step in way:
        part = part[step]
    if value is None:
        del part[key]
    else:
        part[key] = value
    return dict(copy)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_published_schema_is_a_json_schema(name: str) -> None:
    Draft202012Validator.check_schema(json_schema(name))


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_published_schema_is_json(name: str) -> None:
    assert json.loads(json.dumps(json_schema(name))) == json_schema(name)


@pytest.mark.parametrize(("name", "path"), FILES, ids=lambda value: value.stem if isinstance(value, Path) else value)
def test_a_file_of_the_register_fits_its_schema(name: str, path: Path) -> None:
    faults = Draft202012Validator(json_schema(name)).iter_errors(read_file(path).value)
    assert [fault.message for fault in faults] == []


@pytest.mark.parametrize(("way", "key", "value"), BREAKS)
def test_the_schema_refuses_a_broken_treaty(way: tuple[str | int, ...], key: str, value: Any) -> None:
    assert not TREATY.is_valid(broken(way, key, value))


@pytest.mark.parametrize(("way", "key", "value"), BREAKS)
def test_the_reader_refuses_a_broken_treaty(way: tuple[str | int, ...], key: str, value: Any) -> None:
    with pytest.raises(ValidationError):
        TreatyIn.model_validate(broken(way, key, value))


def test_the_schema_accepts_the_smallest_treaty(pact: Callable[..., Path]) -> None:
    assert TREATY.is_valid(read_file(pact()).value)


@given(st.sampled_from(sorted(MODEL_FILE)), st.none() | st.booleans() | st.text(max_size=5) | st.just([]) | st.just({}))
def test_what_the_schema_refuses_at_the_top_is_refused_by_the_reader_too(key: str, value: object) -> None:
    document = {**MODEL_FILE, key: value}
    if not TREATY.is_valid(document):
        with pytest.raises(ValidationError):
            TreatyIn.model_validate(document)
