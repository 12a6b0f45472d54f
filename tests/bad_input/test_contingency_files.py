"""A contingency that is wrong is refused with file, line or field, what is allowed, and the way out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
SHORTEST = "date: 1982-04-02\nattackers: [Argentina]\ntargets: [United Kingdom]\n"


def cases_of(name: str) -> list[Any]:
    """Return the cases of a file beside this one."""
    cases = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["id"].replace(" ", "-")) for case in cases]


def test_the_shortest_contingency_is_read(foedus: Any) -> None:
    Path("a.yaml").write_text(SHORTEST, encoding="utf-8")
    assert foedus("obligations", "a.yaml").status == 0


@pytest.mark.parametrize("case", cases_of("contingencies.yaml"))
def test_a_wrong_fact_is_refused_at_its_line(case: dict[str, Any], foedus: Any, assert_refused: Any) -> None:
    text = case.get("text", SHORTEST + case.get("adds", "") + "\n")
    Path("case.yaml").write_text(text, encoding="utf-8")
    said = foedus("obligations", "case.yaml")
    assert said.out == ""
    assert_refused(said, [f"case.yaml{word}" if word.startswith(":") else word for word in case["says"]])


@pytest.mark.parametrize("case", cases_of("documents.yaml"))
def test_a_document_that_is_not_plain_is_refused(case: dict[str, Any], foedus: Any, assert_refused: Any) -> None:
    Path(case["name"]).write_text(case["text"], encoding="utf-8")
    assert_refused(foedus("assess", case["name"]), case["says"])


LARGE: dict[str, tuple[Callable[[], str | bytes], list[str]]] = {
    "latin-1": (lambda: (SHORTEST + "title: Côte\n").encode("latin-1"), [":4:", "0xf4 is not UTF-8", "save the file"]),
    "UTF-16": (lambda: SHORTEST.encode("utf-16"), [":1:", "is not UTF-8"]),
    "a zip file": (lambda: b"PK\x03\x04" + bytes(200), ["case.yaml", "not readable as YAML"]),
    "a gzip file": (lambda: b"\x1f\x8b\x08\x00" + bytes(range(256)), ["case.yaml", "is not UTF-8"]),
    "a NUL": (lambda: SHORTEST + "title: a\0b\n", ["case.yaml", "control characters"]),
    "a note of 30 MB": (lambda: SHORTEST + "note: " + "x" * 30_000_000, ["too large", "at most 8,388,608"]),
    "a note of 150,000": (lambda: SHORTEST + "note: " + "x" * 150_000, [":4:", "too long", "100,000"]),
    "a note of 50,000": (lambda: SHORTEST + "note: " + "x" * 50_000, [":4: note", "at most 20000"]),
    "5,000 levels": (lambda: b"a: " + b"[" * 5000 + b"]" * 5000, [":1:", "nest"]),
    "100 levels of blocks": (lambda: "\n".join(" " * i + "-" for i in range(100)), ["deeply", "40 levels"]),
    "100,000 attackers": (
        lambda: f"date: 1982-04-02\nattackers: [{'Italy,' * 100_000}]\ntargets: [Chile]\n",
        [":2: attackers", "at most 300"],
    ),
    "500,000 parts": (lambda: b"a: [" + b"1," * 500_000 + b"]", ["too many parts", "400,000"]),
    "1,000 events": (
        lambda: b"events:\n" + b"- {date: 1982-04-02, attackers: [Italy], targets: [Chile]}\n" * 1000,
        [":1: events", "at most 200"],
    ),
    "a number of 5,000 digits": (lambda: SHORTEST + f"hypothetical: {'9' * 5000}\n", [":4:"]),
    "a date of 5,000 digits": (
        lambda: SHORTEST.replace("1982-04-02", "9" * 5000),
        [":1:"],
    ),
    "a name of 5,000 letters": (
        lambda: SHORTEST.replace("Argentina", "A" * 5000),
        [":2: attackers[0]", "at most 200"],
    ),
    "a key of 50,000 letters": (lambda: SHORTEST + f"? {'k' * 50_000}\n: 1\n", [":4:", "not known here"]),
}


@pytest.mark.parametrize("kind", LARGE)
def test_bytes_and_sizes_are_limited_and_the_message_stays_short(kind: str, foedus: Any, assert_refused: Any) -> None:
    content, words = LARGE[kind]
    given = content()
    Path("case.yaml").write_bytes(given if isinstance(given, bytes) else given.encode())
    said = foedus("obligations", "case.yaml")
    assert_refused(said, [f"case.yaml{word}" if word.startswith(":") else word for word in words])
    assert len(said.err) < 2_000


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[" * 5_000 + "]" * 5_000, "deep"),
        ("[" * 200_000, "deep"),
        ('{"date": ' + "9" * 5_000 + "}", "too long"),
    ],
    ids=["5,000 levels", "200,000 levels", "5,000 digits"],
)
def test_a_deep_or_endless_json_file_is_refused(text: str, words: str, foedus: Any, assert_refused: Any) -> None:
    Path("case.json").write_text(text, encoding="utf-8")
    assert_refused(foedus("obligations", "case.json"), ["case.json", words])


def test_an_integer_beyond_floats_is_no_latitude(foedus: Any, assert_refused: Any) -> None:
    facts = {"date": "1982-04-02", "attackers": ["Italy"], "targets": ["Chile"], "place": {"lat": 10**400, "lon": 1}}
    Path("case.json").write_text(json.dumps(facts), encoding="utf-8")
    assert_refused(foedus("obligations", "case.json"), ["case.json", "number"])


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf" + SHORTEST.encode(), SHORTEST.replace("\n", "\r\n").encode()])
def test_a_byte_order_mark_and_windows_lines_are_no_fault(data: bytes, foedus: Any) -> None:
    Path("case.yaml").write_bytes(data)
    assert foedus("obligations", "case.yaml").status == 0


def test_every_fault_is_said_at_once(foedus: Any, assert_refused: Any) -> None:
    wrong = SHORTEST.replace("Argentina", "Atlantis").replace("United Kingdom", "Ruritania")
    Path("case.yaml").write_text(wrong, encoding="utf-8")
    assert_refused(foedus("obligations", "case.yaml"), ["case.yaml:2: attackers[0]", "case.yaml:3: targets[0]"])


def test_hundreds_of_faults_are_cut_short(foedus: Any, assert_refused: Any) -> None:
    Path("case.yaml").write_text(SHORTEST + "".join(f"k{i}: 1\n" for i in range(300)), encoding="utf-8")
    assert_refused(foedus("obligations", "case.yaml"), ["and 250 more faults"])


def test_no_message_speaks_of_our_classes(foedus: Any) -> None:
    Path("case.yaml").write_text("hello\n", encoding="utf-8")
    message = foedus("obligations", "case.yaml").err
    assert "ContingencyIn" not in message
    assert "a mapping" in message


def test_a_control_character_is_refused_with_its_line(foedus: Any, assert_refused: Any) -> None:
    Path("case.yaml").write_bytes(SHORTEST.encode() + b"title: a\x07b\n")
    assert_refused(foedus("obligations", "case.yaml"), ["case.yaml:4", "control characters"])
