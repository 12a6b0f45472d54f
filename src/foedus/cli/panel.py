"""``foedus panel``: state-, dyad- and alliance-years with everything beside them, as a file."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, cast

import typer
from rich.markup import escape
from rich.table import Table

from foedus._base.errors import BadInput, Fault
from foedus.catalogue.additions import ADDITIONS, create
from foedus.cli.output import JsonOption, console, print_json
from foedus.obligations.answer import envelope
from foedus.panel.addition import Added, Addition, Shape
from foedus.panel.catalogue import UNIVERSES, addition
from foedus.panel.dictionary import dictionary as written_dictionary
from foedus.panel.export import check_names, write, writer_of
from foedus.panel.made import Made
from foedus.panel.membership import System
from foedus.panel.panel import FIRST_YEAR, Kads, Panel
from foedus.panel.stub import citations, kind_of, stub_of
from foedus.register.compiled import load_register

app = typer.Typer(add_completion=False)

SHOWN = 10
EPILOG = (
    "Examples:  foedus panel state-years --from 1946 --add alliances -o states.csv   |   "
    "foedus panel dyad-years --directed --from 1816 --to 2010 --add nmc --add contiguity --add gml-mid "
    "--add spells -o dyads.parquet --stub dyads.R   |   foedus panel --list"
)


@app.command(epilog=EPILOG)
def command(
    universe: Annotated[str, typer.Argument(metavar="UNIVERSE", help=f"What a row is: {', '.join(UNIVERSES)}.")] = "",
    first: Annotated[int, typer.Option("--from", help="First year.")] = FIRST_YEAR,
    last: Annotated[int | None, typer.Option("--to", help="Last year; else that of the register's cut-off.")] = None,
    system: Annotated[str, typer.Option("--system", help="State system: cow or gw.")] = "cow",
    directed: Annotated[bool, typer.Option("--directed", help="Dyads in both orders.")] = False,
    add: Annotated[
        list[str] | None,
        typer.Option(
            "--add",
            metavar="NAME[@VERSION][:OPTION=VALUE]",
            help="What to put beside the rows (repeatable), such as alliances:on=jan1 or nmc:keep=cinc; see --list.",
        ),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="FLAG", help="Only rows in which a flag is 1, such as prd (repeatable)."),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", help="For alliances, allies and defenders: any, jan1 or dec31.")
    ] = None,
    k: Annotated[int | None, typer.Option("--k", help="For k-ads: how many states a row has; 3 if not said.")] = None,
    sample: Annotated[int | None, typer.Option("--sample", help="For k-ads: how many sets to draw a year.")] = None,
    seed: Annotated[int | None, typer.Option("--seed", help="Of the draw; 1 if not said.")] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write it: .csv, .parquet, .arrow or .dta.")
    ] = None,
    stub: Annotated[
        Path | None,
        typer.Option("--stub", metavar="FILE", help="And what opens and cites it: .do, .R, .ipynb, or .md (codebook)."),
    ] = None,
    list_: Annotated[bool, typer.Option("--list", help="List what can be added, and its columns.")] = False,
    dictionary: Annotated[
        bool, typer.Option("--dictionary", help="Print every universe, addition, option and column as a page.")
    ] = False,
    to: Annotated[
        Path | None, typer.Option("--write", metavar="FILE", help="With --dictionary: write it to a file.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Lay out state-, dyad- or alliance-years and put data beside them; the rows never change by it."""
    if list_:
        _list(as_json=as_json)
        return
    if dictionary:
        _write_dictionary(to)
        return
    if to is not None:
        raise BadInput(Fault("only the dictionary is written so", "--write", "--dictionary", "a panel: -o FILE"))
    if not universe:
        raise BadInput(Fault("no universe is named", "UNIVERSE", ", ".join(UNIVERSES), "foedus panel state-years"))
    if output is not None:
        writer_of(output)
    if stub is not None:
        _check_stub(stub, output)
    panel = create(
        universe,
        first=first,
        last=last,
        system=cast("System", system),
        directed=directed,
        kads=_kads(universe, k, sample, seed),
    )
    _check_day(on, add or ())
    panel = _all_added(panel, add or (), on).only(*only or ())
    if output is not None:
        check_names(output, panel.column_names)
    made = panel.collect(_telling)
    if output is not None:
        write(made, output)
        if stub is not None:
            _write_text(stub, stub_of(made, output, stub), "--stub")
    _deliver(made, panel, output, as_json=as_json)


def _write_dictionary(path: Path | None) -> None:
    if path is None:
        typer.echo(written_dictionary(ADDITIONS), nl=False)
        return
    _write_text(path, written_dictionary(ADDITIONS), "--write")
    typer.echo(f"written to {path}")


def _check_stub(stub: Path, output: Path | None) -> None:
    if output is None:
        raise BadInput(Fault("a stub opens a file, and none is written", "--stub", remedy="-o FILE"))
    kind_of(output, stub)


def _kads(universe: str, k: int | None, sample: int | None, seed: int | None) -> Kads:
    if universe != "k-ads" and (k, sample, seed) != (None, None, None):
        raise BadInput(Fault(f"{universe[:40]} are no sets to choose", "--k, --sample, --seed", "k-ads"))
    if sample is None and seed is not None:
        raise BadInput(Fault("nothing is drawn", "--seed", remedy="--sample N"))
    return Kads(Kads().k if k is None else k, sample, Kads().seed if seed is None else seed)


def _check_day(on: str | None, texts: Sequence[str]) -> None:
    if on is not None and not any(_takes_day(text) for text in texts):
        raise BadInput(
            Fault("nothing that is added has a day of the year", "--on", "--add alliances, allies or defenders")
        )


def _takes_day(text: str) -> bool:
    return any(option.name == "on" for option in addition(_base(text), ADDITIONS).options)


def _base(text: str) -> str:
    return text.partition(":")[0].partition("@")[0]


def _all_added(panel: Panel, texts: Sequence[str], on: str | None) -> Panel:
    """Return the panel with every addition; those that work on others' columns come after the others."""
    for text in sorted(texts, key=_works_on_columns):
        panel = _added(panel, text, on)
    return panel


def _works_on_columns(text: str) -> bool:
    return addition(_base(text), ADDITIONS).needs is not None


def _added(panel: Panel, text: str, on: str | None) -> Panel:
    """Return the panel with an addition written as NAME[@VERSION][:OPTION=VALUE[:OPTION=VALUE]]."""
    name, *parts = text.split(":")
    options: dict[str, str] = {}
    for part in parts:
        option, is_given, value = part.partition("=")
        if not is_given:
            fault = Fault(f"{part[:40]!r} is no option", f"--add {text[:60]}", "NAME[@VERSION][:OPTION=VALUE]")
            raise BadInput(fault)
        options[option] = value
    if on is not None and _takes_day(text):
        options.setdefault("on", on)
    return panel.add(name, **options)


def _telling(what: str, done: int, whole: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{what} {done} of {whole}" + ("\n" if done == whole else ""))
        sys.stderr.flush()


def _write_text(path: Path, text: str, option: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        fault = Fault(f"cannot be written ({error.strerror})", f"{option} {path}", "a file in a folder")
        raise BadInput(fault) from error


def _deliver(made: Made, panel: Panel, output: Path | None, *, as_json: bool) -> None:
    if as_json:
        print_json(_answer(made, panel, output))
        return
    screen = console()
    if output is None:
        screen.print(_shown(made))
    where = f" → {output}" if output else ""
    screen.print(f"{made.frame.height:,} rows, {made.frame.width} columns{escape(where)}")
    for text in citations(made) if output else ():
        screen.print(f"[dim]cite: {escape(text)}[/dim]")


def _shown(made: Made) -> Table:
    grid = Table(box=None, pad_edge=False)
    names = made.frame.columns
    for name in names[:SHOWN]:
        grid.add_column(name, justify="right")
    for row in made.frame.head(SHOWN).select(names[:SHOWN]).rows():
        grid.add_row(
            *("" if value is None else f"{value:.4g}" if isinstance(value, float) else str(value) for value in row)
        )
    return grid


def _answer(made: Made, panel: Panel, output: Path | None) -> dict[str, Any]:
    shape = panel.universe.shape
    return envelope(
        "panel",
        made.register,
        universe=panel.universe.name,
        system=panel.universe.system,
        first=panel.universe.first,
        last=panel.universe.last,
        directed=shape.is_directed,
        only=list(panel.flags),
        rows=made.frame.height,
        keys=list(made.keys),
        columns=[_column(column) for column in made.columns],
        data=dict(made.versions),
        citations=citations(made),
        file=str(output) if output else None,
    )


def _column(column: Added) -> dict[str, Any]:
    return {"name": column.name, "type": column.type, "meaning": column.meaning, "unit": column.unit}


def _list(*, as_json: bool) -> None:
    held = [addition(name, ADDITIONS) for name in ADDITIONS]
    if as_json:
        print_json(envelope("panel_additions", load_register(), additions=[_described(one) for one in held]))
        return
    screen = console()
    for name, what in UNIVERSES.items():
        screen.print(f"[bold]{name}[/bold]  {what}")
    screen.print()
    for one in held:
        screen.print(f"[bold]{one.name}[/bold]  {escape(one.summary)}")
        columns = ", ".join(
            f"{column['name']}{'*' if column['is_of_each'] else ''}" for column in _described(one)["columns"]
        )
        screen.print(f"  [dim]{escape(columns)}[/dim]")
        for option in one.options:
            allowed = ", ".join(word or "nothing" for word in option.allowed)
            told = f" ({allowed})" if allowed else ""
            screen.print(f"  [dim]{option.name}={escape(option.default)}: {escape(option.meaning + told)}[/dim]")
    screen.print("\n[dim]* one for each state of a row, with 1, 2, … after the name.[/dim]")


def _described(one: Addition) -> dict[str, Any]:
    shape = Shape(1 if one.rows == "states" else 2, one.rows == "dyads")
    options = {option.name: option.default for option in one.options}
    columns = one.columns(options, shape)
    return {
        "name": one.name,
        "summary": one.summary,
        "rows": one.rows,
        "sources": list(one.sources),
        "options": [
            {"name": option.name, "default": option.default, "meaning": option.meaning, "allowed": list(option.allowed)}
            for option in one.options
        ],
        "columns": [{**_column(column), "is_of_each": column.is_of_each} for column in columns],
    }
