"""Reading JSON: the same limits as YAML, and nothing that is not JSON."""

from __future__ import annotations

import pytest

from foedus._base.documents import MAX_DEPTH, MAX_NODES, MAX_SCALAR, read_bytes
from foedus._base.errors import BadDocument


def refusal(text: str) -> str:
    with pytest.raises(BadDocument) as caught:
        read_bytes(text.encode(), "case.json", "json")
    return str(caught.value)


def test_a_document_is_read() -> None:
    text = b'{"date": "1914-08-01", "attackers": ["Germany"], "declared_war": true, "place": null}'
    assert read_bytes(text, "case.json", "json").value == {
        "date": "1914-08-01",
        "attackers": ["Germany"],
        "declared_war": True,
        "place": None,
    }


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "case.json:1: not readable as JSON"),
        ('{"a": 1,\n "b": }', "case.json:2: not readable as JSON"),
        ("{'a': 1}", "not readable as JSON"),
        ("[1, 2", "not readable as JSON"),
        ("[1] [2]", "not readable as JSON"),
        ('{"a": 1, "a": 2}', "the key 'a' is given twice"),
        ('{"x": [{"a": 1, "a": 1}]}', "the key 'a' is given twice"),
        ("[NaN]", "NaN is not a number of JSON"),
        ("[Infinity]", "Infinity is not a number of JSON"),
        ("[-Infinity]", "-Infinity is not a number of JSON"),
        ("9" * 5_000, "is too long"),
        ("[" * 5_000 + "]" * 5_000, "nested too deeply"),
        ('{"a":' * 5_000 + "1" + "}" * 5_000, "nested too deeply"),
        ("[" * 5_000, "nested too deeply"),
        ("[" * (MAX_DEPTH + 2) + "]" * (MAX_DEPTH + 2), "too deep"),
        ('"' + "x" * (MAX_SCALAR + 1) + '"', "a text is too long"),
        ("[" + "1," * MAX_NODES + "1]", "too many parts"),
    ],
)
def test_what_is_not_plain_json_is_refused(text: str, reason: str) -> None:
    assert reason in refusal(text)
