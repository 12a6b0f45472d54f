"""``foedus measures burden``: who carries how much of a common defence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, get_args

import typer

from foedus._base.errors import BadInput, Fault
from foedus.cli.chart_options import PngOption, SvgOption, draw
from foedus.cli.measures.burden_json import guideline_json, members_json, model_json, verdict_json
from foedus.cli.measures.capability_json import group_json
from foedus.cli.measures.groups import (
    AllianceOption,
    Asked,
    Group,
    OnOption,
    OperationOption,
    SourceOption,
    StatesOption,
    YearOption,
    source_asked,
)
from foedus.cli.measures.show_burden import (
    GUIDELINE_DRAWN,
    Drawn,
    Line,
    Year,
    picture,
    picture_of_years,
    show,
    show_years,
)
from foedus.cli.output import JsonOption, console, print_json
from foedus.measures.burden.accounts import accounts_missing, find_accounts, read_accounts
from foedus.measures.burden.ledger import Ledger, Model, ledger
from foedus.measures.burden.verdict import verdict
from foedus.measures.capability.reading import Tables
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.sources.store import Store

app = typer.Typer(add_completion=False)

USUAL = "nato"
"""The alliance that is meant if none is named."""


@app.command(
    epilog="Examples:  foedus measures burden   |   foedus measures burden --alliance nato --year 2023   |"
    "   … --since 1955   |   … --weight 0.03 --private 0.8"
)
def burden(
    states: StatesOption = None,
    alliance: AllianceOption = None,
    operation: OperationOption = None,
    year: YearOption = None,
    on: OnOption = None,
    source: SourceOption = None,
    weight: Annotated[
        float | None, typer.Option("--weight", help="Add a model of free riding: the weight of defence, 0 to 1.")
    ] = None,
    private: Annotated[
        float | None,
        typer.Option(
            "--private", help="With --weight: the part of defence that is a member's own, 0 to 1; 0 if left out."
        ),
    ] = None,
    since: Annotated[int | None, typer.Option("--since", min=1816, max=2100, help="The tests year by year.")] = None,
    drawn: Annotated[
        str | None,
        typer.Option(
            "--draw",
            help="What is drawn: burden, shares, benefit, gap, free-riding; with --since: exploitation, match.",
        ),
    ] = None,
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Measure burdens: who spends how much, against its means, its gains and what was promised."""
    register = load_register()
    chosen, model = source_asked(source), _model(weight, private)
    asked = Asked(states, alliance or (None if states or operation else USUAL), operation, year, on)
    tables = Tables(Store.default())
    if since is not None:
        held = _years(asked, register, tables, since, chosen)
        if as_json:
            print_json(envelope("burden-years", register, **_years_json(held)))
        else:
            show_years(held, console())
        line = _line(drawn or "exploitation")
        draw(lambda: picture_of_years(held, line), png, svg)
        return
    group = asked.group(register)
    accounts = read_accounts(group.question(register, tables), chosen)
    treaty = group.id if group.kind == "alliance" else ""
    found = ledger(accounts, treaty, group.day, model)
    wanted = _drawn(drawn or "burden", found)
    if as_json:
        print_json(envelope("burden", register, **_json(found, group, register)))
    else:
        show(found, group, register, console())
    draw(lambda: picture(found, group, register, wanted), png, svg)


def _model(weight: float | None, private: float | None) -> Model | None:
    if weight is None and private is not None:
        raise BadInput(Fault("a private part of no model", "--private", remedy="give --weight too"))
    return None if weight is None else Model(weight, private or 0.0)


def _line(text: str) -> Line:
    wanted = next((one for one in get_args(Line) if one == text), None)
    if wanted is None:
        raise BadInput(Fault(f"no line shows {text[:40]!r}", "--draw", ", ".join(get_args(Line))))
    line: Line = wanted
    return line


def _drawn(text: str, found: Ledger) -> Drawn:
    wanted = next((one for one in get_args(Drawn) if one == text), None)
    if wanted is None:
        raise BadInput(Fault(f"no picture shows {text[:40]!r}", "--draw", ", ".join(get_args(Drawn))))
    if wanted == "free-riding" and found.prediction is None:
        raise BadInput(Fault("no model was asked for", "--draw free-riding", remedy="give --weight too"))
    if wanted == "gap" and GUIDELINE_DRAWN not in {one.id for one in found.gaps}:
        raise BadInput(Fault("nothing had been promised by then", "--draw gap", "NATO since 25 June 2025"))
    drawn: Drawn = wanted
    return drawn


def _json(found: Ledger, group: Group, register: Register) -> dict[str, Any]:
    return {
        "on": group.day.iso(),
        "year": group.year,
        "group": group_json(group),
        "unit": found.accounts.unit,
        "source": found.accounts.source,
        "note": found.accounts.note,
        "members": members_json(found, group, register),
        "guidelines": [guideline_json(one, gap) for one, gap in found.gaps.items()],
        "tests": verdict_json(found.tests),
        "model": model_json(found.prediction),
    }


def _years(asked: Asked, register: Register, tables: Tables, since: int, source: str) -> list[Year]:
    """Return the tests of each year that has figures for enough members."""
    last = asked.group(register)
    found: list[Year] = []
    has_any = False
    for group in asked.through(register, since, last.day.year):
        accounts = find_accounts(group.question(register, tables), source)
        has_any = has_any or accounts is not None
        tests = verdict(accounts) if accounts else None
        if accounts and tests:
            found.append((group, accounts, tests))
    if not has_any:
        raise accounts_missing(since, source)
    if not found:
        raise BadInput(Fault("no year has figures for three members", "--since", "an earlier year"))
    return found


def _years_json(found: Sequence[Year]) -> dict[str, Any]:
    years = [
        {
            "year": group.day.year,
            "members": len(group.states),
            "known": tests.spearman.pairs,
            "source": accounts.source,
            "tests": verdict_json(tests),
        }
        for group, accounts, tests in found
    ]
    return {"group": group_json(found[-1][0]), "years": years}
