"""``foedus measures influence``: power in voting bodies, places in networks of alliances, key players."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, cast, get_args

import typer

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.cli.chart_options import PngOption, SvgOption, draw
from foedus.cli.measures.asked import (
    DayOption,
    FiguresOption,
    SharesOption,
    TopOption,
    day_asked,
    figures_asked,
    names_on,
)
from foedus.cli.measures.show_network import (
    Networked,
    brokers_json,
    brokers_picture,
    centrality_json,
    centrality_picture,
    grouped,
    network_on,
    players_json,
    players_picture,
    show_brokers,
    show_centrality,
    show_players,
)
from foedus.cli.measures.show_power import INDICES, bodies_json, power_json, power_picture, show_bodies, show_power
from foedus.cli.output import JsonOption, print_json, read_argument
from foedus.domain.organ import Subject
from foedus.measures.influence.bodies import BODIES, Body, Occasion, body_of_register
from foedus.measures.influence.centrality import CENTRALITIES
from foedus.measures.influence.game import weighted
from foedus.measures.influence.indices import power as power_of
from foedus.measures.influence.players import Scene, key_players
from foedus.obligations.answer import envelope
from foedus.panel.pledges import PLEDGES
from foedus.register.arrangements import BoundBy, load_arrangements
from foedus.register.compiled import load_register
from foedus.register.register import Register

app = typer.Typer(add_completion=False, no_args_is_help=True)

PledgeOption = Annotated[str, typer.Option("--pledge", help=f"What ties two states: {', '.join(PLEDGES)}.")]
WeighOption = Annotated[bool, typer.Option("--weigh", help="Weigh ties by capability (see --shares).")]


@app.callback()
def influence() -> None:
    """Measure power in voting bodies and places in networks of alliances."""


@app.command(
    epilog="Examples:  foedus measures influence power un-security-council   |   foedus measures influence power "
    "nato/council --on 2024-06-01   |   foedus measures influence power --weights 4,4,4,2,2,1 --quota 12"
)
def power(
    body: Annotated[
        str | None, typer.Argument(metavar="[BODY]", help="An id from foedus measures influence bodies.")
    ] = None,
    on: DayOption = None,
    subject: Annotated[
        str, typer.Option("--subject", help="What a body of the register decides, as sanctions.")
    ] = "all",
    populations: Annotated[
        Path | None, typer.Option("--populations", metavar="FILE", help="A number for each state, in YAML or JSON.")
    ] = None,
    concerned: Annotated[
        list[str] | None, typer.Option("--concerned", help="Whose matter it is, and who has no vote (repeatable).")
    ] = None,
    weights: Annotated[str | None, typer.Option("--weights", metavar="W,W", help="A body of your own: votes.")] = None,
    quota: Annotated[int | None, typer.Option("--quota", help="Its quota.")] = None,
    drawn: Annotated[str, typer.Option("--draw", help="What is drawn: shapley, banzhaf or coleman.")] = "shapley",
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell the power of each who votes: Shapley-Shubik, Banzhaf, and Coleman's to prevent and to initiate."""
    register = load_register()
    if drawn not in INDICES:
        raise BadInput(Fault(f"no index is called {drawn[:40]!r}", "--draw", ", ".join(INDICES)))
    held = _own_body(body, weights, quota)
    if held is not None or body in BODIES:
        _check_dateless({"--on": on, "--populations": populations, "--concerned": concerned}, subject)
    if held is None:
        held = _named_body(body or "", _occasion(on, subject, populations, concerned or [], register))
    found = power_of(held.game)
    if as_json:
        print_json(envelope("power", register, **power_json(held, found)))
    else:
        show_power(held, found)
    draw(lambda: power_picture(held, found, drawn), png, svg)


def _own_body(body: str | None, weights: str | None, quota: int | None) -> Body | None:
    """Return the body that weights and a quota make; None if a body is named instead."""
    if (body is None) == (weights is None) or (weights is None) != (quota is None):
        raise BadInput(Fault("name a body, or give weights and a quota", "BODY, --weights, --quota", "one of the two"))
    if weights is None or quota is None:
        return None
    try:
        votes = [int(part) for part in weights.split(",")]
    except ValueError as error:
        raise BadInput(Fault(f"{weights[:60]!r} are no votes", "--weights", "whole numbers with commas")) from error
    players = [f"player {at} ({one})" for at, one in enumerate(votes, 1)]
    game = weighted(players, votes, quota)
    return Body("own", "A body of your own", f"{quota} of {sum(votes)} votes", "as given", game)


def _check_dateless(given: Mapping[str, object], subject: str) -> None:
    """Refuse what only bodies of the register have: a day, subjects, populations, and whose matter it is.

    Raises
    ------
    BadInput
        Naming what was given.
    """
    extra = [option for option, value in given.items() if value] + (["--subject"] if subject != "all" else [])
    if extra:
        what = "textbook cases and bodies of your own are of no day and have one rule"
        raise BadInput(Fault(what, ", ".join(extra), "a body of the register: foedus measures influence bodies"))


def _named_body(name: str, occasion: Occasion) -> Body:
    return BODIES[name]() if name in BODIES else body_of_register(name, load_arrangements(), occasion)


def _occasion(
    on: str | None, subject: str, populations: Path | None, concerned: list[str], register: Register
) -> Occasion:
    if subject not in get_args(Subject):
        raise BadInput(Fault(f"no body decides {subject[:40]!r}", "--subject", ", ".join(get_args(Subject))))
    day = day_asked(on, register)
    return Occasion(
        day=day,
        subject=cast("Subject", subject),
        parties=BoundBy(register),
        name_of=lambda state: register.actors[state].name_on(day),
        populations=None if populations is None else _populations(populations, day, register),
        concerned=tuple(register.actors.find(name, day).id for name in concerned),
    )


def _populations(path: Path, day: Day, register: Register) -> Mapping[str, int]:
    """Return the populations of a file by state id."""
    read = read_argument(path)
    told: Any = read.value
    if not isinstance(told, dict) or not all(type(one) is int and one > 0 for one in told.values()):
        raise BadInput(Fault("populations are whole numbers above 0 by state", read.name, "STATE: NUMBER, a line each"))
    return {register.actors.find(str(name), day).id: number for name, number in told.items()}


@app.command(
    epilog="Examples:  foedus measures influence bodies   |   foedus measures influence bodies --on 1985-01-01 --json"
)
def bodies(on: DayOption = None, as_json: JsonOption = False) -> None:
    """List the bodies whose power can be measured: of textbooks, and of the register on a day."""
    register = load_register()
    occasion = _occasion(on, "all", None, [], register)
    if as_json:
        print_json(envelope("voting-bodies", register, **bodies_json(occasion)))
        return
    show_bodies(occasion)


@app.command(
    epilog="Examples:  foedus measures influence centrality --on 2024-06-01   |   foedus measures influence centrality "
    "--by eigenvector --weigh --on 2012-06-01"
)
def centrality(
    on: DayOption = None,
    by: Annotated[str, typer.Option("--by", help=f"Order and picture: {', '.join(CENTRALITIES)}.")] = "degree",
    pledge: PledgeOption = "defense",
    weigh: WeighOption = False,
    figures: FiguresOption = None,
    shares: SharesOption = "nmc",
    top: TopOption = 15,
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell how central states are in the network of a pledge, by the register's treaties."""
    if by not in CENTRALITIES:
        raise BadInput(Fault(f"no centrality is called {by[:40]!r}", "--by", ", ".join(CENTRALITIES)))
    held = _network(on, pledge, _Weighed(figures, shares) if weigh else None)
    if as_json:
        print_json(envelope("centrality", held.register, **centrality_json(held, by)))
    else:
        show_centrality(held, by, top)
    draw(lambda: centrality_picture(held, by, top), png, svg)


@app.command(
    epilog="Examples:  foedus measures influence brokers --on 2024-06-01   |   foedus measures influence brokers "
    "--bloc nato --bloc csto --on 2024-06-01"
)
def brokers(
    on: DayOption = None,
    bloc: Annotated[
        list[str] | None,
        typer.Option("--bloc", metavar="TREATY", help="A group: the parties of a treaty (repeatable)."),
    ] = None,
    pledge: PledgeOption = "defense",
    by: Annotated[str, typer.Option("--by", help="Order and picture: brokerage or constraint.")] = "brokerage",
    top: TopOption = 15,
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell which states stand between others who have no pledge to each other, within groups and across."""
    if by not in {"brokerage", "constraint"}:
        raise BadInput(Fault(f"brokers have no order by {by[:40]!r}", "--by", "brokerage, constraint"))
    held = grouped(_network(on, pledge, None), bloc or [])
    if as_json:
        print_json(envelope("brokers", held.held.register, **brokers_json(held, by)))
    else:
        show_brokers(held, by, top)
    draw(lambda: brokers_picture(held, by, top), png, svg)


@app.command(
    epilog="Examples:  foedus measures influence players --on 2024-06-01   |   foedus measures influence players "
    "--weigh --on 2012-06-01 --top 5"
)
def players(
    on: DayOption = None,
    pledge: PledgeOption = "defense",
    weigh: Annotated[bool, typer.Option("--weigh", help="Count capability too (see --shares).")] = False,
    figures: FiguresOption = None,
    shares: SharesOption = "nmc",
    top: TopOption = 10,
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Rank the key players of a day, with the reasons in words."""
    held = _network(on, pledge, _Weighed(figures, shares) if weigh else None)
    arrangements = load_arrangements()
    scene = Scene(held.day, arrangements.organs, arrangements.presences, BoundBy(held.register))
    found = key_players(held.network, scene)
    if as_json:
        print_json(envelope("key-players", held.register, **players_json(held, found)))
    else:
        show_players(held, found[:top])
    draw(lambda: players_picture(held, found[:top]), png, svg)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """By which figures ties are weighed."""

    year: int | None
    shares: str


def _network(on: str | None, pledge: str, weighed: _Weighed | None) -> Networked:
    if pledge not in PLEDGES:
        raise BadInput(Fault(f"no pledge is called {pledge[:40]!r}", "--pledge", ", ".join(PLEDGES)))
    register = load_register()
    day = day_asked(on, register)
    held = None if weighed is None else figures_asked(day, weighed.year, weighed.shares, register)
    return network_on(day, pledge, held, register, names_on(day, register))
