"""The group of commands, one for each thing that is drawn."""

from __future__ import annotations

import typer

from foedus.catalogue.charts import CHART_COMMANDS
from foedus.cli.lazy_group import lazy_group

app = typer.Typer(add_completion=False, cls=lazy_group(CHART_COMMANDS), no_args_is_help=True)


@app.callback()
def chart() -> None:
    """Draw timelines, maps, networks, matrices and tables, to PNG, SVG, HTML or Vega-Lite; nothing is fetched."""
