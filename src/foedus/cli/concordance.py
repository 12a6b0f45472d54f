"""``foedus register concordance``: the register beside another coding of the same treaties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.cli.output import JsonOption, console, print_json, read_argument
from foedus.measures.concordance.agreement import DATES, Cell, Score, cells_of, idle, scores
from foedus.measures.concordance.alliances import Phase, phases
from foedus.measures.concordance.dyad_years import YEARS, Overlap, atop_defence_years, defence_years, overlap
from foedus.measures.concordance.excuses import read_excuses
from foedus.measures.concordance.pairing import MONTH, Left, Pairing, pair
from foedus.measures.concordance.sheet import sheet_cells
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register
from foedus.report.concordance import COLUMNS, overlap_json, pairing_json, rows, score_json
from foedus.report.table_file import table_writer, write_table
from foedus.sources.reading import load
from foedus.sources.registry import source

app = typer.Typer(add_completion=False, no_args_is_help=True)

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
    if "members" not in loaded.tables:
        raise BadInput(
            Fault("holds no members of alliances", str(file), "ATOP's file of members, such as atop5_1m.csv")
        )
    first = Day.parse(f"{since or 1:04d}").first
    asked = [treaty for treaty in held.treaties.values() if treaty.signed.first >= first]
    alliances = {number: one for number, one in phases(loaded.tables["members"]).items() if _begun(one, first)}
    pairing = pair(held, asked, alliances, loaded.version.years)
    closed = Day.parse(f"{loaded.version.years[1]:04d}-12-31")
    cells = [cell for one in pairing.pairs for cell in cells_of(one, held, closed)]
    excuses = read_excuses(held)
    found = scores(cells, excuses)
    years = YEARS[0], min(YEARS[1], loaded.version.years[1])
    theirs = atop_defence_years(loaded.tables["directed_dyad_years"], years)
    overlaps = [overlap(dating, defence_years(held, dating, years), theirs) for dating in ("legal", "signature")]
    _write(output, cells)
    if as_json:
        told: dict[str, Any] = {
            "since": since,
            "scores": list(map(score_json, found)),
            "pairing": pairing_json(pairing),
        }
        told |= {"excuses_without_a_disagreement": [one.treaty for one in idle(cells, excuses)]}
        print_json(envelope("concordance", held, **told, defence_dyad_years=list(map(overlap_json, overlaps))))
        return
    screen = console()
    _show_pairing(screen, pairing, len(asked))
    _show_scores(screen, found)
    for one in idle(cells, excuses):
        screen.print(f"[yellow]{escape(one.treaty)}, {one.variable}: excused, and there is no disagreement.[/yellow]")
    _show_overlaps(screen, overlaps, years)


@app.command(epilog="Examples:  foedus register concordance sheet reader.yaml   |   … one.yaml other.yaml -o cells.csv")
def sheet(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Readers' sheets (YAML); - is standard input.")
    ],
    output: OutputOption = None,
    as_json: JsonOption = False,
) -> None:
    """Compare with the sheets of second readers, who coded the treaties without seeing the register."""
    _check_output(output)
    held = load_register()
    cells = [cell for file in files for cell in sheet_cells(held, read_argument(file))]
    found = scores(cells)
    _write(output, cells)
    if as_json:
        alone: dict[str, Any] = {"since": None, "scores": list(map(score_json, found)), "pairing": None}
        print_json(envelope("concordance", held, **alone, excuses_without_a_disagreement=[], defence_dyad_years=[]))
        return
    screen = console()
    read = len(files)
    readers = "a second reader" if read == 1 else f"{read} second readers"
    screen.print(f"{len({cell.treaty for cell in cells})} treaties coded by {readers}.")
    _show_scores(screen, found)


def _begun(held: tuple[Phase, ...], first: int) -> bool:
    """Whether a phase of an alliance began since a day, or within the month before it, as signatures may differ."""
    return held[-1].start.last >= first - MONTH


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
            screen.print(Padding(Text(f"{one.id}: {one.why}"), (0, 0, 0, 4), expand=False), style="dim")
        return
    for why, count in Counter(one.why for one in left).most_common(_SHOWN):
        if count > 1:
            screen.print(Padding(Text(f"{count}: {why}"), (0, 0, 0, 4), expand=False), style="dim")
    screen.print("    --json lists them", style="dim")


def _show_scores(screen: Console, found: Sequence[Score]) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("variable", no_wrap=True)
    is_excused = any(score.excused for score in found)
    for heading in ("units", "known", "alike", "kappa", "s.e.", *(("exc.", "alike", "kappa") if is_excused else ())):
        table.add_column(heading, justify="right", no_wrap=True)
    for score in found:
        raw, after = score.raw, score.after
        told = (str(score.units), str(raw.n), _share(raw.observed), _number(raw.kappa), _number(raw.error))
        without = (str(score.excused), _share(after.observed), _number(after.kappa)) if is_excused else ()
        table.add_row(score.variable, *told, *without)
    screen.print()
    screen.print(table)
    if any(score.variable in DATES for score in found):
        screen.print("[dim]Dates are alike within 31 days. A dash: not defined.[/dim]")


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.1%}"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _show_overlaps(screen: Console, overlaps: Sequence[Overlap], years: tuple[int, int]) -> None:
    screen.print(f"\nDirected dyad-years with a pledge of defence, {years[0]}-{years[1]}:")
    for one in overlaps:
        told = (
            f"{_DATINGS[one.dating]}: {one.ours:,} here, {one.theirs:,} in ATOP, {one.both:,} in both "
            f"(recall {_share(one.recall)}, precision {_share(one.precision)})"
        )
        screen.print(Padding(Text(told), (0, 0, 0, 2), expand=False))
