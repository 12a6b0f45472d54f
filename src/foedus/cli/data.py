"""``foedus data``: published data sets, from their publishers or from files, into the local store."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table as Grid

from foedus._base.errors import BadInput, Fault
from foedus.cli.output import JsonOption, console, print_json
from foedus.cli.progress import showing
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register
from foedus.report.data_sets import entry_json, source_json
from foedus.sources.dictionary import dictionary as written_dictionary
from foedus.sources.ledger import Entry
from foedus.sources.model import Source
from foedus.sources.pull import pull as bring
from foedus.sources.pull import version_to_pull
from foedus.sources.reading import accepted, load
from foedus.sources.registry import all_sources, source
from foedus.sources.store import Store

app = typer.Typer(add_completion=False, no_args_is_help=True)

NameArgument = Annotated[str, typer.Argument(metavar="NAME[@VERSION]", help="A data set; see foedus data list.")]


@app.callback()
def data() -> None:
    """Bring published data sets into the local store, and say where each came from."""


def _named(text: str) -> tuple[Source, str]:
    name, _, version = text.partition("@")
    return source(name), version


@app.command("list", epilog="Examples:  foedus data list   |   foedus data list --json")
def list_(as_json: JsonOption = False) -> None:
    """List the data sets, and which versions the store holds."""
    held = Store.default().entries()
    if as_json:
        sources = [source_json(one, held) for one in all_sources()]
        print_json(envelope("data_sets", load_register(), sources=sources))
        return
    grid = Grid(box=None, pad_edge=False)
    for column in ("name", "data set", "years", "in the store"):
        grid.add_column(column)
    for one in all_sources():
        versions = dict.fromkeys(entry.version for entry in held if entry.source == one.name)
        years = f"{one.latest.years[0]}–{one.latest.years[1]}"
        grid.add_row(one.name, escape(one.title), years, ", ".join(versions))
    console().print(grid)


@app.command(epilog="Examples:  foedus data info nmc   |   foedus data info atop@5.1 --json")
def info(name: NameArgument, as_json: JsonOption = False) -> None:
    """Say what a data set is: versions, files, terms, columns, and what the store holds of it."""
    one, version = _named(name)
    _check_version(one, version)
    held = [entry for entry in Store.default().entries() if version in {"", entry.version}]
    if as_json:
        print_json(envelope("data_set", load_register(), source=source_json(one, held)))
        return
    screen = console()
    screen.print(f"[bold]{escape(one.title)}[/bold]  [dim]{one.name}[/dim]")
    facts = {"page": one.page, "terms": one.terms, "cite": one.citation.text, "files": accepted(one)}
    for label, text in facts.items():
        screen.print(f"[dim]{label}[/dim]  {escape(text)}")
    for table in one.tables:
        screen.print(f"\n[bold]{table.name}[/bold]: {escape(table.meaning)}")
        for column in table.columns:
            unit = f" [dim]({escape(column.unit)})[/dim]" if column.unit else ""
            screen.print(f"  {column.name:<18} {column.type:<8} {escape(column.meaning)}{unit}")
    screen.print()
    _print_entries([entry for entry in held if entry.source == one.name], "nothing of it is in the store")


@app.command(epilog="Examples:  foedus data cite nmc   |   foedus data cite atop --bibtex")
def cite(
    name: NameArgument,
    bibtex: Annotated[bool, typer.Option("--bibtex", help="As BibTeX.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Print how a data set is to be cited."""
    one, version = _named(name)
    _check_version(one, version)
    if as_json:
        said = {"name": one.name, "text": one.citation.text, "bibtex": one.citation.bibtex}
        print_json(envelope("citation", load_register(), citation=said))
        return
    typer.echo(one.citation.bibtex if bibtex else f"{one.citation.text} Version {version or one.latest.id}.")


@app.command(epilog="Examples:  foedus data add nmc NMC_5_0.csv   |   foedus data add atop@5.1 atop5_1m.csv")
def add(
    name: NameArgument,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="The publisher's files, or archives of them.")],
    part: Annotated[bool, typer.Option("--part", help="Accept a part of the data set.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Read files you have, check them and store their tables."""
    one, version = _named(name)
    loaded = load(one, files, version, is_part=part)
    _report(Store.default().put(loaded, is_part=part), "added", as_json=as_json)


@app.command(epilog="Examples:  foedus data pull nmc --accept-terms   |   foedus data pull ucdp-acd")
def pull(
    name: NameArgument,
    accept_terms: Annotated[bool, typer.Option("--accept-terms", help="Accept the publisher's terms unasked.")] = False,
    sha256: Annotated[str, typer.Option("--sha256", help="What the publisher's file must hash to.")] = "",
    as_json: JsonOption = False,
) -> None:
    """Download a data set from its publisher, check it and store its tables."""
    one, version_id = _named(name)
    version = version_to_pull(one, version_id)
    typer.echo(f"{one.title} {version.id}\nfrom   {', '.join(version.addresses)}\nterms  {one.terms}", err=True)
    if not accept_terms:
        _ask()
    entries = bring(one, version, Store.default(), sha256=sha256, progress=showing)
    _report(entries, "added", as_json=as_json)


@app.command(epilog="Examples:  foedus data remove nmc@5.0   |   foedus data remove icb --json")
def remove(name: NameArgument, as_json: JsonOption = False) -> None:
    """Remove a data set, or one version of it, from the store."""
    one, version = _named(name)
    _report(Store.default().remove(one.name, version), "removed", as_json=as_json)


@app.command(epilog="Examples:  foedus data dictionary   |   foedus data dictionary --write docs/data.md")
def dictionary(
    write: Annotated[Path | None, typer.Option("--write", metavar="FILE", help="Write it to a file.")] = None,
) -> None:
    """Print the data dictionary: every data set, its files and its columns."""
    text = written_dictionary()
    if write is None:
        typer.echo(text, nl=False)
        return
    try:
        write.write_text(text, encoding="utf-8")
    except OSError as error:
        fault = Fault(f"cannot be written to ({error.strerror})", f"--write {write}", "a name for a file")
        raise BadInput(fault) from error
    typer.echo(f"written to {write}")


def _check_version(one: Source, version: str) -> None:
    if version and one.version(version) is None:
        allowed = ", ".join(held.id for held in one.versions)
        what = f"{one.name} has no version {version[:40]!r}"
        raise BadInput(Fault(what, "NAME@VERSION", allowed, f"foedus data info {one.name}"))


def _ask() -> None:
    try:
        is_agreed = typer.confirm("Do you accept these terms?", err=True)
    except typer.Abort:
        is_agreed = False
    if not is_agreed:
        raise BadInput(Fault("the terms were not accepted, so nothing was downloaded", remedy="--accept-terms"))


def _report(entries: list[Entry], what: str, *, as_json: bool) -> None:
    if as_json:
        print_json(envelope(f"data_{what}", load_register(), tables=[entry_json(entry) for entry in entries]))
        return
    _print_entries(entries, "nothing", what)


def _print_entries(entries: list[Entry], otherwise: str, what: str = "in the store") -> None:
    screen = console()
    if not entries:
        screen.print(f"[dim]{otherwise}[/dim]")
    for entry in entries:
        sure = "a copy known to be whole" if entry.is_known_copy else "a copy we have not seen"
        kind = "a part on purpose" if entry.is_part else sure
        screen.print(
            f"{what}: {entry.source} {entry.version} {entry.table}, {entry.rows:,} rows, "
            f"from {escape(entry.origin)} ({kind}; SHA-256 {entry.origin_sha256[:16]}…), {entry.added}"
        )
    for note in dict.fromkeys(note for entry in entries for note in entry.notes_list):
        screen.print(f"[dim]note: {escape(note)}[/dim]")
