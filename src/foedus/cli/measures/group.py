"""The group of commands, one for each family of measures."""

from __future__ import annotations

import typer

from foedus.catalogue.measures import MEASURE_COMMANDS
from foedus.cli.lazy_group import lazy_group

app = typer.Typer(add_completion=False, cls=lazy_group(MEASURE_COMMANDS), no_args_is_help=True)


@app.callback()
def measures() -> None:
    """Measure capability, distance, similarity, influence, burdens, types and the system; each with its source."""
