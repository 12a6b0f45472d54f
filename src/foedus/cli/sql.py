"""``foedus sql``: read-only SQL over the register, the stored data sets and the panels."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from foedus._base.errors import BadInput, Fault
from foedus.cli.output import JsonOption, console, print_json
from foedus.cli.show_answer import show_answer, written_to_end
from foedus.obligations.answer import envelope
from foedus.panel.sql.database import Limits
from foedus.panel.sql.dictionary import ROOMS, view_called, views
from foedus.panel.sql.page import page
from foedus.panel.sql.query import Answer, ask
from foedus.panel.sql.syntax import MOST_BYTES
from foedus.panel.sql.view import View
from foedus.panel.sql.write import print_rows, write, writer_of
from foedus.register.compiled import load_register
from foedus.report.sql import sql_head, view_columns_json, view_json

app = typer.Typer(add_completion=False)

SHOWN = 40
LEAST_SECONDS, MOST_SECONDS = 0.001, 86_400.0
LEAST_MB = 64
EPILOG = (
    "Examples:  foedus sql \"SELECT treaty, name FROM treaties WHERE signed < DATE '1800-01-01'\"   |   "
    "foedus sql --tables   |   foedus sql --describe parties   |   foedus sql --file query.sql -o rows.parquet   |   "
    "foedus sql --export everything.duckdb"
)


@app.command(epilog=EPILOG)
def command(
    query: Annotated[
        str | None, typer.Argument(metavar="[QUERY]", help="One statement that only reads; - is standard input.")
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", metavar="FILE", help="Read the query from a file.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write every row: .csv, .parquet or .json.")
    ] = None,
    most: Annotated[int, typer.Option("--rows", help="How many rows to show on the screen.")] = SHOWN,
    timeout: Annotated[float, typer.Option("--timeout", help="Stop the query after so many seconds.")] = 60.0,
    memory: Annotated[int, typer.Option("--memory", help="How many megabytes it may use.")] = 2048,
    tables: Annotated[bool, typer.Option("--tables", help="List the tables.")] = False,
    describe: Annotated[
        str | None, typer.Option("--describe", metavar="TABLE", help="Say what a table's columns are.")
    ] = None,
    export: Annotated[
        Path | None,
        typer.Option("--export", metavar="FILE.duckdb", help="Write all tables to a DuckDB file, to hand on."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Let --export replace a file.")] = False,
    with_restricted: Annotated[
        bool,
        typer.Option("--with-restricted", help="Let --export include data that may not be passed on."),
    ] = False,
    dictionary: Annotated[
        Path | None, typer.Option("--dictionary", metavar="FILE", help="Write the page that describes all tables.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Ask the register, the stored data sets and the panels in SQL; nothing can be changed by it."""
    wanted = {"QUERY": query, "--file": file, "--describe": describe, "--export": export, "--dictionary": dictionary}
    _check_one([name for name, value in wanted.items() if value is not None] + ["--tables"] * tables)
    if tables:
        _list(as_json=as_json)
    elif describe is not None:
        _describe(view_called(describe, "--describe"), as_json=as_json)
    elif dictionary is not None:
        _write_page(dictionary)
    elif export is not None:
        _export(export, force=force, with_restricted=with_restricted, as_json=as_json)
    else:
        if output is not None:
            writer_of(output)
        answer = ask(_query(query, file), limits=_limits(timeout, memory))
        _deliver(answer, output, _most(most), as_json=as_json)


def _check_one(given: list[str]) -> None:
    if not given:
        remedy = "foedus sql --tables lists what there is; docs/sql.md has worked queries"
        raise BadInput(Fault("no query is given", "QUERY", "SQL, - for standard input, or --file FILE", remedy))
    if len(given) > 1:
        raise BadInput(Fault("too much is asked at once", " and ".join(given), "one of them"))


def _query(query: str | None, file: Path | None) -> str:
    """Return the query: the argument, standard input or a file."""
    if file is not None:
        try:
            with file.open("rb") as opened:
                return _text(opened.read(MOST_BYTES + 1), str(file))
        except OSError as error:
            fault = Fault(f"cannot be read ({error.strerror})", f"--file {file}", "a file with a query")
            raise BadInput(fault) from error
    if query != "-":
        return query or ""
    if sys.stdin.isatty():
        raise BadInput(Fault("nothing is piped to standard input", "-", remedy="foedus sql - < query.sql"))
    return _text(sys.stdin.buffer.read(MOST_BYTES + 1), "<standard input>")


def _text(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(Fault("the query is no text", where, "UTF-8")) from error


def _limits(seconds: float, memory_mb: int) -> Limits:
    if not LEAST_SECONDS <= seconds <= MOST_SECONDS:
        raise BadInput(Fault(f"{seconds:g} seconds", "--timeout", f"{LEAST_SECONDS:g} to {MOST_SECONDS:g}"))
    if memory_mb < LEAST_MB:
        raise BadInput(Fault(f"{memory_mb} MB", "--memory", f"{LEAST_MB} or more"))
    return Limits(seconds, memory_mb)


def _most(rows: int) -> int:
    if rows < 1:
        raise BadInput(Fault(f"{rows} rows", "--rows", "1 or more"))
    return rows


def _deliver(answer: Answer, output: Path | None, most: int, *, as_json: bool) -> None:
    if output is not None:
        write(answer, sql_head(answer), output)
        written_to_end(answer, output)
    elif as_json:
        print_rows(answer, sql_head(answer), sys.stdout)
    else:
        show_answer(answer, most)


def _list(*, as_json: bool) -> None:
    if as_json:
        print_json(envelope("sql-tables", load_register(), tables=list(map(view_json, views()))))
        return
    screen = console()
    for room, heading in ROOMS.items():
        grid = Table(box=None, pad_edge=False, show_header=False, title=heading, title_justify="left")
        grid.add_column(no_wrap=True)
        grid.add_column()
        for view in views():
            if view.room == room:
                grid.add_row(view.name, escape(view.meaning))
        screen.print(grid)
        screen.print()
    screen.print('[dim]foedus sql --describe TABLE says what its columns are; "TABLE@VERSION" names a version.[/dim]')


def _describe(view: View, *, as_json: bool) -> None:
    columns = view_columns_json(view)
    if as_json:
        print_json(envelope("sql-table", load_register(), table={**view_json(view), "columns": columns}))
        return
    screen = console()
    screen.print(f"[bold]{view.name}[/bold]  {escape(view.meaning)}")
    if view.key:
        screen.print(f"[dim]key: {', '.join(view.key)}[/dim]")
    grid = Table(box=None, pad_edge=False, show_header=False)
    for one in columns:
        unit = f" [dim]({escape(one['unit'])})[/dim]" if one["unit"] else ""
        grid.add_row(one["name"], f"[dim]{escape(one['type'])}[/dim]", escape(one["meaning"]) + unit)
    screen.print(grid)


def _write_page(path: Path) -> None:
    try:
        path.write_text(page(), encoding="utf-8")
    except OSError as error:
        fault = Fault(f"cannot be written to ({error.strerror})", f"--dictionary {path}", "a name for a file")
        raise BadInput(fault) from error
    typer.echo(f"written to {path}")


def _export(path: Path, *, force: bool, with_restricted: bool, as_json: bool) -> None:
    from foedus.panel.sql.export import export as export_all  # noqa: PLC0415 - brings the panels with it

    done = export_all(path, force=force, with_restricted=with_restricted, tell=_telling)
    if as_json:
        print_json(
            envelope(
                "sql-export",
                load_register(),
                file=str(done.path),
                tables=done.tables,
                left_out=list(done.left_out),
                restricted=list(done.restricted),
            )
        )
        return
    screen = console()
    screen.print(f"{done.tables} tables written to {escape(str(done.path))}")
    if done.left_out:
        screen.print(
            f"Left out, since their publishers forbid passing them on: {', '.join(done.left_out)}. "
            "For a file of your own: --with-restricted."
        )
    if done.restricted:
        screen.print(f"Do not pass this file on: it holds {', '.join(done.restricted)}.")


def _telling(what: str) -> None:
    if sys.stderr.isatty():
        typer.echo(what, err=True)
