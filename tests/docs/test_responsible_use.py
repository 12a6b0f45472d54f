"""What RESPONSIBLE_USE.md and SECURITY.md promise, where a test can hold it."""

from __future__ import annotations

import ast
import json
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import foedus
from foedus import Day, load_register
from foedus.catalogue.schemas import SCHEMAS, json_schema
from foedus.cli.app import run

SOURCE = Path(foedus.__file__).parent
REFUSED = re.compile(
    r"(best|optimal|cheapest|least|easiest|weakest|worst|maximi[sz]e|minimi[sz]e)\w*"
    r"(attack|act\b|target|place|day|means|split|bribe|defect|threshold|gap|loophole)"
    r"|target_?list|kill_?chain|exploit|below_every_threshold|buy_off|propaganda|write_message",
    re.IGNORECASE,
)
TABLE_ROW = re.compile(r"^\| ([^|]+?) \| [^|]+ \| [^|]+ \|$", re.MULTILINE)
SENKAKU = ("assess", "--attacker", "China", "--target", "Japan", "--on", "2025-06-01", "--at", "25.74,123.48")


def names_in_the_source() -> Iterator[str]:
    """Yield the name of every function, class and argument of the package."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                yield node.name
            elif isinstance(node, ast.arg):
                yield node.arg


def properties_of(schema: Any) -> Iterator[str]:
    """Yield every property a schema knows."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from properties_of(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from properties_of(part)


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what a command prints, its white space made single."""
    assert run(list(arguments)) == 0
    return " ".join(capsys.readouterr().out.split())


def test_the_watchword_would_be_noticed() -> None:
    for name in ("find_best_attack", "least_act_below_every_threshold", "cheapest_split", "target_list"):
        assert REFUSED.search(name)


def test_nothing_searches_for_the_best_attack_or_the_cheapest_split() -> None:
    assert [name for name in names_in_the_source() if REFUSED.search(name)] == []


def test_no_answer_has_a_bare_probability() -> None:
    words = [name for schema in SCHEMAS for name in properties_of(json_schema(schema))]
    assert [word for word in words if re.search(r"probab|likelihood|\brisk\b|odds", word)] == []


def test_every_json_answer_names_its_register_and_the_day_it_was_kept_to(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in SCHEMAS:
        if name.endswith("-answer"):
            required = json_schema(name)["required"]
            assert {"schema", "kind", "register"} <= set(required)
    answer = json.loads(said(capsys, *SENKAKU, "--json"))
    assert set(answer["register"]) == {"version", "hash", "cutoff"}


@pytest.mark.parametrize("command", ["assess", "obligations"])
def test_a_reader_sees_the_cut_off_date_too(command: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert load_register().edition.cutoff in said(capsys, command, "src/foedus/examples/falklands-1982.yaml")


def test_a_day_after_the_cut_off_is_shown_as_not_covered(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    after = Day.parse(load_register().edition.cutoff).shifted(400).iso()
    text = said(capsys, "assess", "--attacker", "France", "--target", "Japan", "--on", after)
    assert "not covered" in text or load_register().edition.cutoff in text


def test_a_clause_known_from_memory_says_so_in_every_answer(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = "src/foedus/examples/falklands-1982.yaml"
    findings = json.loads(said(capsys, "obligations", case, "--json"))["findings"]
    remembered = [finding for finding in findings if finding["evidence"]["verified"] == "knowledge"]
    assert remembered, "the example no longer has one: choose another"
    assert "from memory" in said(capsys, "obligations", case)
    explained = said(capsys, "obligations", case, "--explain", "Portugal", remembered[0]["treaty"]["id"])
    assert "from memory" in explained


def test_the_fixed_disputed_places_are_in_the_register_by_all_their_names(root: Path) -> None:
    rows = TABLE_ROW.findall((root / "RESPONSIBLE_USE.md").read_text(encoding="utf-8"))
    places = [row for row in rows if row not in {"place, by all its names", "---"}]
    assert len(places) == 9
    known = [" / ".join(place.names) for place in load_register().disputed]
    for place in places:
        names = [name.strip() for name in re.split(r"[/(;:)]", place) if name.strip()]
        assert any(names[0] in held for held in known), place


def test_a_disputed_place_carries_both_names_and_implies_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = said(capsys, *SENKAKU)
    for words in ("Senkaku", "Diaoyu", "administered by Japan", "claimed by", "No recognition is implied"):
        assert words in text
    assert any("Senkaku" in note for note in json.loads(said(capsys, *SENKAKU, "--json"))["naming"])


def test_nothing_connects_to_a_network(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        message = "a connection that nobody asked for"
        raise AssertionError(message)

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for command in (("demo",), ("treaty", "show", "nato"), ("state", "list"), ("schema",)):
        assert run(list(command)) == 0
