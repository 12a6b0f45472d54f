"""``foedus chart timeline``."""

from __future__ import annotations

from typing import Annotated

import typer

from foedus._base.errors import BadInput, Fault
from foedus.catalogue.charts import maker
from foedus.cli.chart_options import OutputOption, TitleOption, write_chart
from foedus.cli.timeline import kinds_of, span
from foedus.domain.treaty import Treaty
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.report.charts.chart import Chart
from foedus.report.timeline import timeline as rows_of

app = typer.Typer(add_completion=False)

_Ends = tuple[int | None, int | None]


@app.command(
    epilog="Examples:  foedus chart timeline --treaty nato -o nato.png   |   "
    "foedus chart timeline --state France --from 1871 --to 1914 -o france.svg   |   "
    "foedus chart timeline --search 'mutual defense' -o mutual.html"
)
def timeline(
    output: OutputOption,
    state: Annotated[str | None, typer.Option("--state", help="The treaties of a state, as it was bound.")] = None,
    treaty: Annotated[
        list[str] | None, typer.Option("--treaty", help="The parties of a treaty: who joined, who left (repeatable).")
    ] = None,
    family: Annotated[
        bool, typer.Option("--family", help="With --treaty: also what it replaced and what replaced it.")
    ] = False,
    search: Annotated[str | None, typer.Option("--search", help="Treaties with these words in name or id.")] = None,
    obligation: Annotated[
        list[str] | None, typer.Option("--obligation", help="Only with such a clause: defend … (repeatable).")
    ] = None,
    start: Annotated[
        int | None, typer.Option("--from", metavar="YEAR", help="First year; left out, the oldest.")
    ] = None,
    end: Annotated[int | None, typer.Option("--to", metavar="YEAR", help="Last year; left out, the last kept.")] = None,
    title: TitleOption = None,
) -> None:
    """Draw treaties over the years, or the parties of one: when each was bound, joined and left."""
    register = load_register()
    if treaty:
        if state or search or obligation:
            raise BadInput(Fault("--treaty draws parties, the others choose treaties", "--treaty", "one of the two"))
        held = [register.treaty(name) for name in treaty]
        held = with_family(held, register) if family else held
        write_chart(lambda: _parties(register, held, (start, end), title), output)
        return
    if not (state or search or obligation):
        raise BadInput(Fault("nothing says which treaties", "--state", "--state, --treaty, --search or --obligation"))
    chosen = (state, search or "", obligation or [])
    write_chart(lambda: _treaties(register, chosen, (start, end), title), output)


def with_family(held: list[Treaty], register: Register) -> list[Treaty]:
    """Return treaties with those that replaced them or that they replaced, oldest first."""
    found = {treaty.id: treaty for treaty in held}
    waiting = list(held)
    while waiting:
        one = waiting.pop()
        for other in (register.treaty(name) for name in (*one.replaces, *one.replaced_by)):
            if other.id not in found:
                found[other.id] = other
                waiting.append(other)
    return sorted(found.values(), key=lambda treaty: treaty.signed)


def _parties(register: Register, held: list[Treaty], ends: _Ends, title: str | None) -> Chart:
    starts = [
        party.bound.start.year
        for treaty in held
        for party in treaty.parties
        if party.bound and party.bound.start and party.bound.start.precision != "unknown"
    ]
    if not starts:
        raise BadInput(Fault("no party was ever bound on a date that is known", "--treaty", "another treaty"))
    ended = [treaty.ended.year for treaty in held if treaty.ended]
    last = max(ended) + 1 if len(ended) == len(held) else None
    years = span(register, (ends[0], ends[1] if ends[1] is not None else last), min(starts))
    names = held[0].name if len(held) == 1 else ", ".join(treaty.id for treaty in held)
    return maker("parties")(register, held, years, title or f"Parties: {names}")


def _treaties(register: Register, chosen: tuple[str | None, str, list[str]], ends: _Ends, title: str | None) -> Chart:
    state, search, obligation = chosen
    states = None if state is None else register.actors.ever_called(state)
    wanted = search.casefold().split()
    rows = [
        row
        for row in rows_of(register, span(register, ends), states, kinds_of(obligation))
        if all(word in f"{row.treaty.name} {row.treaty.id}".casefold() for word in wanted)
    ]
    if not rows:
        what = "no treaty of the register is so; not covered is not empty"
        raise BadInput(Fault(what, "--search" if search else "--state", remedy="foedus treaty list"))
    years = span(register, ends, min(row.first for row in rows))
    parts = [state and f"Treaties of {state}", search and f"Treaties called {search!r}", ", ".join(obligation)]
    return maker("timeline")(register, rows, years, title or "; ".join(part for part in parts if part))
