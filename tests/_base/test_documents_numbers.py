"""Numbers and characters that no field can hold are refused, in YAML and JSON alike."""

from __future__ import annotations

import pytest

from foedus._base.documents import read_bytes
from foedus._base.errors import BadDocument


@pytest.mark.parametrize("number", ["1.0e999", "-1e999", "9" * 19, "-" + "9" * 5000])
@pytest.mark.parametrize("syntax", ["yaml", "json"])
def test_a_number_too_large_is_refused(number: str, syntax: str) -> None:
    with pytest.raises(BadDocument, match="is too"):
        read_bytes(f"[{number}]".encode(), "f", syntax)


@pytest.mark.parametrize("number", ["1e5", "-0.5", "2E-3", "9" * 18])
def test_a_number_reads_the_same_in_both(number: str) -> None:
    text = f"[{number}]".encode()
    assert read_bytes(text, "f").value == read_bytes(text, "f", "json").value


def test_half_a_character_is_refused() -> None:
    with pytest.raises(BadDocument, match="surrogate"):
        read_bytes(b'["\\ud800"]', "f", "json")


def test_half_a_character_in_a_key_is_refused() -> None:
    with pytest.raises(BadDocument, match="surrogate"):
        read_bytes(b'{"\\ud800": 1}', "f", "json")


@pytest.mark.parametrize("syntax", ["yaml", "json"])
def test_a_document_that_says_nothing_is_empty(syntax: str) -> None:
    with pytest.raises(BadDocument, match="empty"):
        read_bytes(b"null", "f", syntax)


def test_twenty_thousand_keys_cost_no_more_than_reading_them() -> None:
    pairs = ",".join(f'"{number}":1' for number in range(20_000))
    with pytest.raises(BadDocument, match="'19999' is given twice"):
        read_bytes(f'{{{pairs},"19999":2}}'.encode(), "f", "json")
