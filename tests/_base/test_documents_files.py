"""Reading files: encodings, sizes, and paths that are no files."""

from __future__ import annotations

from pathlib import Path

import pytest

from foedus._base.documents import MAX_BYTES, read_bytes, read_file
from foedus._base.errors import BadDocument


def refusal(path: Path) -> str:
    with pytest.raises(BadDocument) as caught:
        read_file(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "data", "value"),
    [
        ("a.yaml", b"a: b", {"a": "b"}),
        ("a.yml", b"a: b", {"a": "b"}),
        ("a.json", b'{"a": "b"}', {"a": "b"}),
        ("A.JSON", b'{"a": "b"}', {"a": "b"}),
        ("no-ending", b"a: b", {"a": "b"}),
        ("bom.yaml", b"\xef\xbb\xbfa: b", {"a": "b"}),
        ("bom.json", b'\xef\xbb\xbf{"a": "b"}', {"a": "b"}),
        ("windows.yaml", b"a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
        ("accents.yaml", "a: Wûrttemberg".encode(), {"a": "Wûrttemberg"}),
    ],
)
def test_a_file_is_read_by_its_ending(tmp_path: Path, name: str, data: bytes, value: object) -> None:
    (tmp_path / name).write_bytes(data)
    assert read_file(tmp_path / name).value == value


def test_a_document_is_named_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: 1\nb: 2\n")
    assert read_file(tmp_path / "a.yaml").where(("b",)) == f"{tmp_path / 'a.yaml'}:2: b"


@pytest.mark.parametrize("name", ["missing.yaml", ".", "x" * 5_000, "nul\0byte.yaml"])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    assert str(tmp_path) in refusal(tmp_path / name)


def test_a_missing_file_tells_what_to_do(tmp_path: Path) -> None:
    assert "to do: check the path" in refusal(tmp_path / "missing.yaml")


def test_latin_1_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes("a: 1\nb: Württemberg\n".encode("latin-1"))
    assert f"{path}:2: byte 0xfc is not UTF-8" in refusal(path)


def test_utf_16_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "wide.yaml"
    path.write_bytes("a: 1\n".encode("utf-16"))
    assert "is not UTF-8" in refusal(path)


def test_thirty_megabytes_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(30_000_000)
    assert "30,000,000 bytes is too large" in refusal(path)


@pytest.mark.parametrize("syntax", ["yaml", "json"])
def test_thirty_megabytes_from_memory_are_refused(syntax: str) -> None:
    with pytest.raises(BadDocument, match="too large"):
        read_bytes(b" " * 30_000_000, "<standard input>", syntax)


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    path.write_bytes(b"1".ljust(MAX_BYTES))
    assert read_file(path).value == 1
