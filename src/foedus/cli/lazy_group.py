"""A group of commands that are found in the catalogue and imported only when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

from foedus.catalogue.commands import Command


def lazy_group(commands: Iterable[Command]) -> type[TyperGroup]:
    """Return the class of a group that holds the commands."""
    homes = {command.name: command for command in commands}

    class _Catalogued(TyperGroup):
        """A group whose commands are imported when they are asked for."""

        def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the signature is Typer's
            return list(homes)

        def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - the signature is Typer's
            if cmd_name not in homes:
                return None
            module, attribute = homes[cmd_name].home.split(":")
            command = typer.main.get_command(getattr(import_module(module), attribute))
            command.name = cmd_name
            command.short_help = homes[cmd_name].summary
            return command

    return _Catalogued
