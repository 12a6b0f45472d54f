"""``foedus register concordance``: the register beside another coding of the same treaties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from foedus._base.dates import Day
from foedus.cli.output import JsonOption, console, print_json, read_argument
from foedus.measures.alliances import phases
from foedus.measures.concordance import DATES, Cell, Score, cells_of, scores
from foedus.measures.dyad_years import Overlap, atop_defence_years, defence_years, overlap
from foedus.measures.excuses import read_excuses
from foedus.measures.pairing import Left, Pairing, pair
from foedus.measures.sheet import sheet_cells
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register
from foedus.report.concordance import COLUMNS, overlap_json, pairing_json, rows, score_json
from foedus.report.table_file import table_writer, write_table
from foedus.sources.reading import load
from foedus.sources.registry import source

app = typer.Typer(no_args_is_help=True)

OutputOption = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write every cell to a file: .csv or .json.")
]
_DATINGS = {"legal": "from entry into force", "signature": "from signature, as ATOP dates"}
_SHOWN = 12


@app.callback()
def concordance() -> None:
    """Compare the register with another coding of the same treaties, variable by variable."""


@app.command(epilog="Examples:  foedus register concordance atop atop5_1m.csv   |   … --since 1945 -o cells.csv")
def atop(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="ATOP's file of members, as its publisher has it.")],
    since: Annotated[
        int | None, typer.Option("--since", metavar="YEAR", min=1, max=9999, help="Only treaties signed since then.")
    ] = None,
    part: Annotated[bool, typer.Option("--part", help="Accept a file with fewer rows than the version has.")] = False,
    output: OutputOption = None,
    as_json: JsonOption = False,
) -> None:
    """Compare with ATOP: which alliance is which treaty, and how far their codings agree."""
    _check_output(output)
    held = load_register()
    loaded = load(source("atop"), [file], is_part=part)
    first = Day.parse(f"{since or 1:04d}").first
    asked = [treaty for treaty in held.treaties.values() if treaty.signed.first >= first]
    pairing = pair(held, asked, phases(loaded.tables["members"]), loaded.version.years)
    closed = Day.parse(f"{loaded.version.years[1]:04d}-12-31")
    cells = [cell for one in pairing.pairs for cell in cells_of(one, held, closed)]
    found = scores(cells, read_excuses(held))
    theirs = atop_defence_years(loaded.tables["directed_dyad_years"])
    overlaps = [overlap(dating, defence_years(held, dating), theirs) for dating in ("legal", "signature")]
    _write(output, cells)
    if as_json:
        told = {"since": since, "scores": list(map(score_json, found)), "pairing": pairing_json(pairing)}
        print_json(envelope("concordance", held, **told, defence_dyad_years=list(map(overlap_json, overlaps))))
        return
    screen = console()
    _show_pairing(screen, pairing, len(asked))
    _show_scores(screen, found)
    _show_overlaps(screen, overlaps)


@app.command(epilog="Examples:  foedus register concordance sheet reader.yaml   |   … reader.yaml -o cells.csv")
def sheet(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A reader's sheet (YAML), or - for standard input.")],
    output: OutputOption = None,
    as_json: JsonOption = False,
) -> None:
    """Compare with the sheet of a second reader, who coded the treaties without seeing the register."""
    _check_output(output)
    held = load_register()
    cells = list(sheet_cells(held, read_argument(file)))
    found = scores(cells)
    _write(output, cells)
    if as_json:
        told: dict[str, Any] = {"since": None, "scores": list(map(score_json, found)), "pairing": None}
        print_json(envelope("concordance", held, **told, defence_dyad_years=[]))
        return
    screen = console()
    screen.print(f"{len({cell.treaty for cell in cells})} treaties coded by a second reader.")
    _show_scores(screen, found)


def _check_output(output: Path | None) -> None:
    if output is not None:
        table_writer(output)


def _write(output: Path | None, cells: Sequence[Cell]) -> None:
    if output is not None:
        write_table(output, COLUMNS, rows(cells), {"kind": "concordance-cells"})


def _show_pairing(screen: Console, pairing: Pairing, asked: int) -> None:
    screen.print(f"{len(pairing.pairs)} of {asked} treaties correspond to an alliance of ATOP.")
    _show_left(screen, pairing.ambiguous, "ambiguous treaties")
    _show_left(screen, pairing.treaties_left, "treaties without an alliance")
    _show_left(screen, pairing.alliances_left, "alliances without a treaty")


def _show_left(screen: Console, left: Sequence[Left], what: str) -> None:
    screen.print(f"  {len(left)} {what}" + (":" if left else ""))
    if len(left) <= _SHOWN:
        for one in left:
            screen.print(f"    {escape(one.id)}: {escape(one.why)}", style="dim", soft_wrap=True)
        return
    for why, count in Counter(one.why for one in left).most_common(_SHOWN):
        if count > 1:
            screen.print(f"    {count}: {escape(why)}", style="dim", soft_wrap=True)
    screen.print("    --json lists them", style="dim")


def _show_scores(screen: Console, found: Sequence[Score]) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("variable", no_wrap=True)
    for heading in ("units", "known", "alike", "kappa", "s.e.", "excused", "alike", "kappa"):
        table.add_column(heading, justify="right", no_wrap=True)
    for score in found:
        raw, after = score.raw, score.after
        table.add_row(
            score.variable,
            *(str(score.units), str(raw.n), _share(raw.observed), _number(raw.kappa), _number(raw.error)),
            *(str(score.excused), _share(after.observed), _number(after.kappa)),
        )
    screen.print()
    screen.print(table)
    if any(score.variable in DATES for score in found):
        screen.print("[dim]Dates are alike within 31 days. A dash: not defined.[/dim]")


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.1%}"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _show_overlaps(screen: Console, overlaps: Sequence[Overlap]) -> None:
    screen.print("\nDirected dyad-years with a pledge of defence, 1946-2018:")
    for one in overlaps:
        screen.print(
            f"  {_DATINGS[one.dating]}: {one.ours:,} here, {one.theirs:,} in ATOP, {one.both:,} in both "
            f"(recall {_share(one.recall)}, precision {_share(one.precision)})",
            soft_wrap=True,
        )
