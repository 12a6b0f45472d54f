"""Every command explains itself: what it does, its options, and an example to copy."""

from __future__ import annotations

from typing import Any

import click
import pytest
import typer

from foedus.catalogue.commands import COMMANDS
from foedus.cli.app import app


def commands() -> list[tuple[str, ...]]:
    """Return every command and sub-command as one types it, groups included."""
    found: list[tuple[str, ...]] = []

    def walk(command: Any, path: tuple[str, ...]) -> None:
        found.append(path)
        if hasattr(command, "list_commands"):
            context = click.Context(command)
            for name in command.list_commands(context):
                walk(command.get_command(context, name), (*path, name))

    walk(typer.main.get_command(app), ())
    return found


ALL = commands()
LEAVES = [path for path in ALL if path and not any(other[: len(path)] == path and other != path for other in ALL)]


def test_the_command_line_lists_the_catalogue() -> None:
    assert [path[0] for path in ALL if len(path) == 1] == [command.name for command in COMMANDS]


def test_there_is_a_command_for_each_question() -> None:
    assert {("treaty", "list"), ("treaty", "show"), ("state", "list"), ("state", "show"), ("register", "check")} <= set(
        LEAVES
    )


@pytest.mark.parametrize("path", ALL, ids=" ".join)
def test_help_is_there_and_fits_the_screen(path: tuple[str, ...], foedus: Any) -> None:
    said = foedus(*path, "--help")
    assert (said.status, said.err) == (0, "")
    assert "Usage: foedus" in said.out
    assert max(map(len, said.out.splitlines())) <= 80


@pytest.mark.parametrize("path", LEAVES, ids=" ".join)
def test_help_ends_with_an_example(path: tuple[str, ...], foedus: Any) -> None:
    help_text = " ".join(foedus(*path, "--help").out.split())
    assert "Examples: foedus " + " ".join(path) in help_text


def test_the_overview_says_what_each_command_does(foedus: Any) -> None:
    overview = " ".join(foedus("--help").out.replace("│", " ").split())
    for command in COMMANDS:
        assert command.summary in overview


@pytest.mark.parametrize("path", [(), ("clause",), ("treaty",), ("state",), ("register",)], ids=" ".join)
def test_a_group_alone_shows_its_help_and_no_empty_error(path: tuple[str, ...], foedus: Any) -> None:
    said = foedus(*path)
    assert "Usage: foedus" in said.out + said.err
    assert not said.err.startswith("error: \n")


def test_the_version_is_printed(foedus: Any) -> None:
    said = foedus("--version")
    assert said.status == 0
    assert said.out.startswith("foedus ")
