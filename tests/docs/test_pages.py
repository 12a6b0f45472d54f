"""The pages cannot drift: what they show runs, what they link to exists, what exists they name."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from foedus import load_register, read_contingency
from foedus._base.documents import read_bytes
from foedus.catalogue.commands import COMMANDS
from foedus.catalogue.schemas import SCHEMAS, json_schema
from foedus.cli.app import run

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def test_a_console_line_does_what_the_page_says(
    typed_line: Any, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, words, status = typed_line
    program = words[0].removeprefix(".venv/bin/")
    assert program in {"foedus", "make"}, "the page types something that no test can run"
    if program == "make":
        targets = re.findall(r"^([a-z-]+):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
        assert set(words[1:]) <= set(targets)
        return
    assert run(words[1:]) == status, capsys.readouterr().err
    assert capsys.readouterr().out


def test_a_python_block_runs(python_block: Any, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = compile(python_block.text, str(python_block), "exec")
    exec(code, {"__name__": "__main__"})  # noqa: S102 - the project's own pages


def test_a_contingency_on_a_page_is_read(yaml_block: Any) -> None:
    if "attackers:" in yaml_block.text:
        read_contingency(read_bytes(yaml_block.text.encode(), str(yaml_block)), load_register())
    elif "..." not in yaml_block.text and "[…]" not in yaml_block.text:
        yaml.safe_load(yaml_block.text)


def test_a_link_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if target.startswith(("https://", "http://", "mailto:")):
            continue
        name, _, anchor = target.partition("#")
        linked = (page.parent / name).resolve() if name else page
        assert linked.exists(), f"{page.name} links to {target}"
        if anchor:
            headings = HEADING.findall(linked.read_text(encoding="utf-8"))
            slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
            assert anchor in slugs, f"{page.name} links to {target}"


def test_every_block_names_its_language(page: Path) -> None:
    fences = re.findall(r"^```(.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(fences) % 2 == 0, "a block is not closed"
    assert all(not closing for closing in fences[1::2])


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_is_on_a_page(command: str, root: Path) -> None:
    pages = [root / "README.md", *(root / "docs").glob("*.md")]
    assert any(re.search(rf"\bfoedus {command}\b", page.read_text(encoding="utf-8")) for page in pages)


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_published_schema_is_the_one_in_force(name: str, root: Path) -> None:
    published = root / "docs" / "schema" / f"{name}.json"
    assert published.exists(), "make docs writes it"
    assert json.loads(published.read_text(encoding="utf-8")) == json_schema(name), "make docs renews it"


def test_no_schema_is_left_of_one_that_is_gone(root: Path) -> None:
    assert {path.stem for path in (root / "docs" / "schema").iterdir()} == set(SCHEMAS)


def test_the_changelog_is_kept(root: Path) -> None:
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## \[Unreleased\]$", text, re.MULTILINE)
    assert re.search(r"^### Rules$", text, re.MULTILINE), "a change of law is named under Rules"


def test_the_readme_leads_to_every_page(root: Path) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    wanted = {path.name for path in (root / "docs").glob("*.md")} | {"RESPONSIBLE_USE.md", "CHANGELOG.md", "LICENSE"}
    assert {name for name in wanted if name not in text} == set()


def test_the_statuses_in_the_readme_are_the_statuses_there_are(root: Path) -> None:
    table = re.findall(r"^\| (\w[\w ]*) \|", (root / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert table == ["status", "due", "contested", "conditional", "undetermined", "not due"]
