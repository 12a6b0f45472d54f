"""``foedus chart query``: a chart of what a query selects."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape

from foedus._base.errors import BadInput, Fault
from foedus.cli.chart_options import OutputOption, write_chart
from foedus.panel.sql.query import ask
from foedus.report.charts.tabled import FORMS, Kind, tabled
from foedus.report.charts.theme import Words

app = typer.Typer(add_completion=False)

_FORMS = "; ".join(
    f"{kind}: {', '.join([*form.wanted, *(f'[{one}]' for one in (*form.free_numbers, *form.free_words))])}"
    for kind, form in FORMS.items()
)


@app.command(
    epilog='Examples:  foedus chart query --as bars -o duties.png "SELECT obligation AS label, count(*) AS value FROM '
    'clauses GROUP BY 1"   |   foedus chart query --as series --unit share -o cinc.png "SELECT year, cinc AS value, '
    'ccode AS kind FROM nmc_state_years WHERE ccode IN (2, 365)"'
)
def query(
    select: Annotated[
        str, typer.Argument(metavar="QUERY", help=f"One statement that only reads. Columns: {escape(_FORMS)}.")
    ],
    output: OutputOption,
    kind: Annotated[str, typer.Option("--as", metavar="KIND", help=f"{', '.join(FORMS)}.")] = "bars",
    title: Annotated[str, typer.Option("--title", help="What the picture shows.")] = "Answer of a query",
    unit: Annotated[str, typer.Option("--unit", help="Of the values.")] = "value",
    across: Annotated[str, typer.Option("--across", help="Of the horizontal axis of a scatter.")] = "x",
    note: Annotated[str, typer.Option("--note", help="A warning that travels with the picture.")] = "",
) -> None:
    """Draw what a query in SQL selects from the register, the stored data sets and the panels.

    Its columns say by their names what they are. A missing value is shown as missing, never as 0.
    """
    chosen: Kind | None = next((one for one in FORMS if one == kind), None)
    if chosen is None:
        raise BadInput(Fault(f"no chart is called {kind[:40]!r}", "--as", ", ".join(FORMS)))
    answer = ask(select)
    words = Words(title, unit, f"Foedus {answer.versions}", note)
    write_chart(lambda: tabled(chosen, answer.frame.columns, answer.frame.to_dicts(), words, across), output)
