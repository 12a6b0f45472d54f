"""``foedus chart map``, ``network`` and ``matrix``: what stood on a day."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.catalogue.charts import maker
from foedus.cli.chart_options import OutputOption, TitleOption, write_chart
from foedus.cli.output import day_option
from foedus.domain.area import Point
from foedus.domain.vocabulary import Region
from foedus.panel.pledges import PLEDGES, Pledge
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.report.charts.countries import todays_countries
from foedus.report.charts.pacts import Pacts, pacts_on
from foedus.report.charts.pledge_looks import WORDS

map_app = typer.Typer(add_completion=False)
network_app = typer.Typer(add_completion=False)
matrix_app = typer.Typer(add_completion=False)

REGIONS: tuple[str, ...] = get_args(Region)
MOST_STATES = 80
_USUAL: tuple[Pledge, ...] = ("defense", "offense", "neutrality")

OnOption = Annotated[str | None, typer.Option("--on", help="The day; the register's cut-off if left out.")]
PledgeOption = Annotated[str, typer.Option("--pledge", help=f"{', '.join(PLEDGES)}.")]
TreatyOption = Annotated[
    list[str] | None, typer.Option("--treaty", help="Only this treaty, by id or alias (repeatable).")
]
RegionOption = Annotated[str | None, typer.Option("--region", metavar="REGION", help="europe, asia, africa …")]


@map_app.command(
    epilog="Examples:  foedus chart map --on 1939-08-31 -o pacts.png   |   "
    "foedus chart map --treaty nato --on 1955-06-15 -o nato.svg   |   "
    "foedus chart map --region europe --on 1914-07-28 -o europe.html"
)
def map_(
    output: OutputOption,
    on: OnOption = None,
    pledge: PledgeOption = "defense",
    treaty: TreatyOption = None,
    region: RegionOption = None,
    borders: Annotated[
        bool, typer.Option("--borders", help="Fill today's countries; needs the data set natural-earth.")
    ] = False,
    title: TitleOption = None,
) -> None:
    """Draw the pacts of a day on a map without borders; with one treaty, its parties and the areas it draws."""
    register = load_register()
    day = _day(register, on)
    pacts = _pacts(register, day, pledge, treaty)
    areas = register.treaty(treaty[0]) if treaty and len(treaty) == 1 else None
    name = title or (f"{areas.name}, {day}" if areas else f"Pacts of {WORDS[pacts.pledge]} on {day}")
    place = _region(region) if region else ""
    countries = todays_countries() if borders else None
    write_chart(lambda: maker("map")(register, pacts, name, region=place, areas=areas, countries=countries), output)


@network_app.command(
    epilog="Examples:  foedus chart network --on 1914-07-28 -o europe.png   |   "
    "foedus chart network --state France --on 2025-01-01 -o france.svg"
)
def network(
    output: OutputOption,
    on: OnOption = None,
    pledge: PledgeOption = "defense",
    state: Annotated[str | None, typer.Option("--state", help="Only the pacts around this state.")] = None,
    treaty: TreatyOption = None,
    title: TitleOption = None,
) -> None:
    """Draw the pacts of a day as a network; with a state, only its own and the ties among its partners."""
    register = load_register()
    day = _day(register, on)
    pacts = _pacts(register, day, pledge, treaty)
    actor = register.actors.find(state, day) if state else None
    of = f"{actor.name_on(day)}: p" if actor else "P"
    name = title or f"{of}acts of {WORDS[pacts.pledge]} on {day}"
    write_chart(lambda: maker("network")(register, pacts, name, actor.id if actor else ""), output)


@matrix_app.command(
    epilog="Examples:  foedus chart matrix --region europe --on 1914-07-28 -o europe.png   |   "
    "foedus chart matrix --treaty warsaw-pact --on 1960-01-01 -o east.svg   |   "
    "foedus chart matrix --state France --state Russia --state Germany --on 1914-07-28 -o three.html"
)
def matrix(
    output: OutputOption,
    on: OnOption = None,
    state: Annotated[list[str] | None, typer.Option("--state", help="A state (repeatable).")] = None,
    treaty: TreatyOption = None,
    region: RegionOption = None,
    pledge: Annotated[
        list[str] | None,
        typer.Option("--pledge", help=f"Which count (repeatable); left out, {', '.join(_USUAL)}."),
    ] = None,
    title: TitleOption = None,
) -> None:
    """Draw who owes what to whom on a day, as a matrix ordered by bloc."""
    register = load_register()
    day = _day(register, on)
    states = _states(register, day, state, treaty, region)
    pledges = tuple(_pledge(one) for one in pledge) if pledge else _USUAL
    name = title or f"Who owes what to whom on {day}"
    write_chart(lambda: maker("pledge-matrix")(register, day, states, pledges, name), output)


def _day(register: Register, on: str | None) -> Day:
    return day_option(on, "--on") or Day.parse(register.edition.cutoff)


def _pledge(text: str) -> Pledge:
    found = next((one for one in PLEDGES if text in {one, WORDS[one]}), None)
    if found is None:
        raise BadInput(Fault(f"no pledge is called {text[:40]!r}", "--pledge", ", ".join(PLEDGES)))
    return found


def _region(text: str) -> str:
    name = text.strip().casefold().replace(" ", "_")
    if name not in REGIONS:
        raise BadInput(Fault(f"no region is called {text[:40]!r}", "--region", ", ".join(REGIONS)))
    return name


def _pacts(register: Register, day: Day, pledge: str, treaties: list[str] | None) -> Pacts:
    chosen = tuple(register.treaty_id(name) for name in treaties or ())
    pacts = pacts_on(register, day, _pledge(pledge), chosen)
    if chosen and not pacts.drawn and not pacts.owed:
        held = ", ".join(chosen)
        what = f"nobody owed {WORDS[pacts.pledge]} under {held} on {day}"
        raise BadInput(
            Fault(what, "--treaty", "a treaty in force on the day, with such a clause", "foedus treaty show")
        )
    return pacts


def _states(
    register: Register, day: Day, named: list[str] | None, treaties: list[str] | None, region: str | None
) -> list[str]:
    """Return the states of the rows: those named, the parties of treaties, or those with a capital in a region."""
    found = dict.fromkeys(register.actors.find(name, day).id for name in named or ())
    for treaty in map(register.treaty, treaties or ()):
        found |= dict.fromkeys(party.state for party in treaty.parties if party.may_be_bound_on(day))
    if region:
        area = register.areas[_region(region)]
        for actor in register.actors:
            seat = actor.capital_on(day)
            if seat and actor.in_system_on(day) and register.lies_in(Point(seat.lat, seat.lon), area):
                found[actor.id] = None
    if len(found) < 2:
        raise BadInput(Fault("a matrix needs two states at least", "--state", "--state (twice), --treaty or --region"))
    if len(found) > MOST_STATES:
        raise BadInput(Fault(f"{len(found)} states are too many to be read", "--region", f"at most {MOST_STATES}"))
    return list(found)
