"""``foedus schema``: the JSON Schemas of files and answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from foedus._base.errors import BadInput, Fault
from foedus.catalogue.schemas import SCHEMAS, json_schema
from foedus.cli.output import print_json

app = typer.Typer(add_completion=False)


@app.command(epilog="Examples:  foedus schema contingency   |   foedus schema --write docs/schema")
def command(
    name: Annotated[str | None, typer.Argument(help="Which one; the names are listed if left out.")] = None,
    write: Annotated[Path | None, typer.Option("--write", metavar="FOLDER", help="Write all of them.")] = None,
) -> None:
    """Print a JSON Schema, or write all of them to a folder."""
    if write is not None:
        try:
            _write_all(write)
        except OSError as error:
            fault = Fault(
                f"cannot be written to ({error.strerror})", f"--write {write}", "a folder, or a name for a new one"
            )
            raise BadInput(fault) from error
        typer.echo(f"{len(SCHEMAS)} schemas written to {write}")
        return
    if name is None:
        for schema in SCHEMAS:
            typer.echo(schema)
        return
    if name not in SCHEMAS:
        raise BadInput(Fault(f"no schema is called {name[:60]!r}", "NAME", ", ".join(SCHEMAS)))
    print_json(json_schema(name))


def _write_all(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for schema in SCHEMAS:
        text = json.dumps(json_schema(schema), ensure_ascii=False, indent=2) + "\n"
        (folder / f"{schema}.json").write_text(text, encoding="utf-8")
