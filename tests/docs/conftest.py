"""The project's pages, taken apart: prose, links and blocks of code."""

from __future__ import annotations

import re
import shlex
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A block of code and where it stands."""

    page: str
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def pages() -> list[Path]:
    """Return every page written for readers."""
    return [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("**/*.md"))]


def blocks(language: str) -> list[Block]:
    """Return the blocks of a language on all pages."""
    return [
        Block(str(page.relative_to(ROOT)), text[: match.start()].count("\n") + 1, match[1], match[2])
        for page in pages()
        for text in [page.read_text(encoding="utf-8")]
        for match in BLOCK.finditer(text)
        if match[1] == language
    ]


def typed(block: Block) -> Iterator[tuple[list[str], int]]:
    """Yield what a console block types, as words, with the status its comment states (`# exit 1`)."""
    for line in block.text.replace("\\\n", " ").splitlines():
        if line.startswith("$ "):
            command, _, comment = line[2:].partition(" #")
            stated = re.search(r"exit (\d+)", comment)
            yield shlex.split(command), int(stated[1]) if stated else 0


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give each test the pages, blocks or commands it asks for by the name of its argument."""
    if "page" in metafunc.fixturenames:
        metafunc.parametrize("page", pages(), ids=lambda page: str(page.relative_to(ROOT)))
    for language in ("python", "yaml"):
        if f"{language}_block" in metafunc.fixturenames:
            metafunc.parametrize(f"{language}_block", blocks(language), ids=str)
    if "typed_line" in metafunc.fixturenames:
        lines = [(block, words, status) for block in blocks("console") for words, status in typed(block)]
        metafunc.parametrize("typed_line", lines, ids=lambda line: f"{line[0]} {' '.join(line[1])}"[:90])


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Stand in the checkout, as a reader of the pages does; reports of errors go elsewhere."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.delenv("COLUMNS", raising=False)
    return ROOT
