"""The catalogue lists what exists: every reference resolves, every schema is sound and takes what the reader takes."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import typer
from jsonschema import Draft202012Validator

import foedus
from foedus import load_register, read_contingency, read_file
from foedus._base.documents import Document
from foedus.catalogue.commands import COMMANDS
from foedus.catalogue.schemas import DIALECT, SCHEMAS, json_schema

PACKAGE = Path(foedus.__file__).parent
DATA = PACKAGE / "register" / "data"
FILES = {
    "contingency": sorted((PACKAGE / "examples").glob("*.yaml")),
    "suppositions": sorted((PACKAGE / "examples" / "suppositions").glob("*.yaml")),
    "treaty": sorted(DATA.glob("treaties/*/*.yaml")),
    "operation": sorted((DATA / "operations").glob("*.yaml")),
    "actors": sorted((DATA / "actors").glob("*.yaml")),
    **{name: [DATA / f"{name}.yaml"] for name in ("areas", "classes", "disputed")},
    **{name: sorted((DATA / name).glob("*.yaml")) for name in ("organs", "structures", "nuclear", "stationed")},
}
SHORTEST = {"date": "1982-04-02", "attackers": ["Argentina"], "targets": ["United Kingdom"]}
# Facts as people write them; the reader takes each, and so must an editor that follows the published schema.
WRITTEN: dict[str, dict[str, Any]] = {
    "a yes": {"act": {"provoked": True}},
    "a no": {"act": {"provoked": False}},
    "a disputed fact": {"act": {"provoked": "disputed"}},
    "an unknown fact": {"act": {"external_direction": "unknown"}},
    "a null": {"act": {"provoked": None}, "place": None},
    "one name without brackets": {"act": {"first_use_of_force": "Argentina"}},
    "one attacker without brackets": {"attackers": "Argentina"},
    "a list": {"act": {"first_use_of_force": ["Argentina"]}},
    "no sovereign": {"place": {"sovereign": None}},
}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_command_resolves_to_its_application(command: Any) -> None:
    module, attribute = command.home.split(":")
    assert isinstance(getattr(import_module(module), attribute), typer.Typer)
    assert command.summary.endswith(".")
    assert len(command.summary) <= 80


def test_command_names_are_used_once() -> None:
    names = [command.name for command in COMMANDS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_sound_and_closed(name: str) -> None:
    schema = json_schema(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == DIALECT
    parts = [schema, *schema.get("$defs", {}).values()]
    assert all(part.get("additionalProperties") is not True for part in parts)
    assert any(part.get("additionalProperties") is False for part in parts)
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize(("name", "path"), [(name, path) for name, paths in FILES.items() for path in paths])
def test_what_the_project_ships_is_valid_by_its_published_schema(name: str, path: Path) -> None:
    errors = Draft202012Validator(json_schema(name)).iter_errors(read_file(path).value)
    assert [f"{error.json_path}: {error.message[:200]}" for error in errors] == []


@pytest.mark.parametrize("facts", WRITTEN.values(), ids=WRITTEN)
def test_reader_and_published_schema_take_the_same_contingency(facts: dict[str, Any]) -> None:
    document = {**SHORTEST, **facts}
    checked = read_contingency(Document("written", document), load_register()).checked
    validator = Draft202012Validator(json_schema("contingency"))
    assert [error.message for error in validator.iter_errors(document)] == []
    assert [error.message for error in validator.iter_errors(checked)] == []


@pytest.mark.parametrize("kind", ["lat alone", "lat 95", "an unknown word", "an unknown key", "no date"])
def test_the_published_schema_refuses_what_the_reader_refuses(kind: str) -> None:
    wrong: dict[str, dict[str, Any]] = {
        "lat alone": {**SHORTEST, "place": {"lat": 1}},
        "lat 95": {**SHORTEST, "place": {"lat": 95, "lon": 1}},
        "an unknown word": {**SHORTEST, "act": {"kind": "magic"}},
        "an unknown key": {**SHORTEST, "weather": "fine"},
        "no date": {"attackers": ["Italy"], "targets": ["Chile"]},
    }
    with pytest.raises(foedus.BadInput):
        read_contingency(Document("wrong", wrong[kind]), load_register())
    if kind not in {"lat alone", "no date"}:  # what a schema of single fields cannot say
        assert not Draft202012Validator(json_schema("contingency")).is_valid(wrong[kind])


def test_every_public_name_is_there_sorted_and_listed() -> None:
    assert foedus.__all__ == sorted(foedus.__all__)
    assert dir(foedus) == sorted(foedus.__all__)
    for name in foedus.__all__:
        assert getattr(foedus, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = foedus.nonsense
