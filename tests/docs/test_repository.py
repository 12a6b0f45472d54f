"""No file of the project tells of the machine it was written on, or where packages come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOT_OURS = {".git", ".venv", ".venv-lock", "__pycache__", "dist", "build", "_compiled", "htmlcov"}
PICTURES = ".png"
MOST_OF_A_PICTURE = 240_000
"""Bytes."""
REGISTRIES = re.compile(r"p[y]pi[.]org|python[h]osted|np[m]js[.]|crates[.]i[o]|proxy[.]g[o]lang|artifact[o]ry|dev[p]i")
OF_A_MACHINE = re.compile(r"(?<![\w./:-])(/(?:home|work|root|Users|mnt|workspace)/\w|[A-Z]:\\Users)")


def files() -> Iterator[tuple[Path, str]]:
    """Yield every text file of the project."""
    for path in sorted(ROOT.rglob("*")):
        inside = path.relative_to(ROOT)
        hidden = any(part in NOT_OURS or part.endswith("_cache") for part in inside.parts)
        counted = inside.parts[0].startswith(".coverage")
        if hidden or counted or inside.parts[0] in {".hypothesis", ".benchmarks"} or not path.is_file():
            continue
        if path.suffix == PICTURES:
            continue
        yield inside, path.read_text(encoding="utf-8")


def test_a_picture_is_one_and_small() -> None:
    for path in sorted((ROOT / "docs").rglob(f"*{PICTURES}")):
        content = path.read_bytes()
        assert content.startswith(b"\x89PNG\r\n"), path.name
        assert len(content) < MOST_OF_A_PICTURE, path.name


def test_every_file_is_utf8_text_and_ends_with_a_line() -> None:
    assert [str(path) for path, text in files() if text and not text.endswith("\n")] == []


def test_no_file_holds_the_address_of_a_package_registry() -> None:
    assert [str(path) for path, text in files() if REGISTRIES.search(text)] == []


def test_no_file_holds_a_path_of_somebody_s_machine() -> None:
    assert [(str(path), match[0]) for path, text in files() for match in [OF_A_MACHINE.search(text)] if match] == []


def test_pictures_hold_nothing_but_the_picture() -> None:
    """A PNG file may carry texts and times: where it was made, and by what."""
    for path in sorted((ROOT / "docs").rglob("*.png")):
        data, at, chunks = path.read_bytes(), 8, set()
        assert data.startswith(b"\x89PNG\r\n\x1a\n"), path.name
        while at < len(data):
            chunks.add(data[at + 4 : at + 8])
            at += int.from_bytes(data[at : at + 4]) + 12
        assert chunks <= {b"IHDR", b"PLTE", b"pHYs", b"IDAT", b"IEND"}, path.name


def test_requirements_are_locked_by_hash() -> None:
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        pinned = re.findall(r"^[A-Za-z0-9_.\[\]-]+==\S+", text, re.MULTILINE)
        assert pinned, path.name
        assert text.count("--hash=sha256:") >= len(pinned)
