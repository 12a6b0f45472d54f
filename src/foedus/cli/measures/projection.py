"""``foedus measures projection``: distances, and what is left of power over them."""

from __future__ import annotations

from typing import Annotated

import typer

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
from foedus.cli.measures.reach_asked import OutputOption, asked_sides, footings_given, reach_json, write_points
from foedus.cli.measures.show_distance import distances, distances_json, picture_of_distances, show_distances
from foedus.cli.measures.show_projection import (
    boundary_picture,
    delivered_json,
    delivered_picture,
    discount_json,
    discount_picture,
    reach_picture,
    show_boundary,
    show_delivered,
    show_discount,
    show_reach,
)
from foedus.cli.output import JsonOption, print_json
from foedus.measures.projection.deliverable import deliverable
from foedus.measures.projection.gradient import boundary as boundary_between
from foedus.measures.projection.places import place_of
from foedus.measures.projection.reach import grid
from foedus.measures.projection.standing import grounds_on
from foedus.obligations.answer import envelope
from foedus.register.arrangements import load_arrangements
from foedus.register.compiled import load_register

app = typer.Typer(add_completion=False, no_args_is_help=True)

HALF_WAY_ROUND = 12_500
"""Statute miles: no two places on earth are further apart over the earth."""

FootingOption = Annotated[
    list[str] | None, typer.Option("--from", help="home, ally or stationed (repeatable); all three if left out.")
]
PlaceArgument = Annotated[str, typer.Argument(metavar="PLACE", help="A state (its capital), or LAT,LON in degrees.")]


@app.callback()
def projection() -> None:
    """Measure distances, and what is left of power over them."""


@app.command(
    epilog='Examples:  foedus measures projection distance "United Kingdom" Japan --on 2020-01-01 --close suez   |   '
    "foedus measures projection distance France 36.8,10.2"
)
def distance(
    start: Annotated[str, typer.Argument(metavar="FROM", help="A state (its capital), or LAT,LON in degrees.")],
    end: Annotated[str, typer.Argument(metavar="TO", help="The same.")],
    on: DayOption = None,
    close: Annotated[
        list[str] | None,
        typer.Option("--close", metavar="STRAIT", help="A strait or canal that is closed, as suez (repeatable)."),
    ] = None,
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell how far two places are: over the earth, by sea, over land, and between territories."""
    register = load_register()
    day = day_asked(on, register)
    found = distances(place_of(start, day, register), place_of(end, day, register), day, close or [], register)
    if as_json:
        print_json(envelope("distance", register, **distances_json(found)))
    else:
        show_distances(found, names_on(day, register))
    draw(lambda: picture_of_distances(found), png, svg)


@app.command(
    epilog="Examples:  foedus measures projection boundary --strength 10 --strength 8 --loss 1 --loss 1 --apart 10"
)
def boundary(
    strength: Annotated[list[float], typer.Option("--strength", help="At home; give it twice.")],
    loss: Annotated[list[float], typer.Option("--loss", help="Of strength a unit of distance; give it twice.")],
    apart: Annotated[float, typer.Option("--apart", help="The distance between the two homes.")],
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell where two parties are as strong as each other, each losing strength over distance (Boulding)."""
    if len(strength) != 2 or len(loss) != 2:
        raise BadInput(Fault("two parties have two strengths and two losses", "--strength, --loss", "each given twice"))
    homes, losses = (strength[0], strength[1]), (loss[0], loss[1])
    found = boundary_between(homes, losses, apart)
    if as_json:
        told = {"strengths": strength, "losses": loss, "apart": apart, "boundary": found}
        print_json(envelope("boundary", load_register(), **told))
    else:
        show_boundary(homes, losses, apart, found)
    draw(lambda: boundary_picture(homes, losses, apart, found), png, svg)


@app.command(
    epilog="Examples:  foedus measures projection discount   |   foedus measures projection discount --capability 0.2 "
    "--miles 3000"
)
def discount(
    capability: Annotated[
        float, typer.Option("--capability", min=0, max=1, help="A state's share of the world's capabilities.")
    ] = 0.1,
    miles: Annotated[
        list[float] | None, typer.Option("--miles", min=0, help="Statute miles from home (repeatable).")
    ] = None,
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell what is left of a capability over distance, era by era (The War Trap)."""
    asked = miles or [0, 250, 500, 1000, 2500, 5000, 10000]
    if max(asked) > HALF_WAY_ROUND:
        raise BadInput(Fault(f"{max(asked):g} miles are further than any place", "--miles", f"0 to {HALF_WAY_ROUND:,}"))
    if as_json:
        print_json(envelope("distance-discount", load_register(), **discount_json(capability, asked)))
    else:
        show_discount(capability, asked)
    draw(lambda: discount_picture(capability), png, svg)


@app.command(
    "deliverable",
    epilog='Examples:  foedus measures projection deliverable "South Korea" --on 2012-06-01   |   '
    "foedus measures projection deliverable 59.4,24.7 --on 2016-06-01 --state France --from home",
)
def deliverable_(
    place: PlaceArgument,
    on: DayOption = None,
    state: Annotated[list[str] | None, typer.Option("--state", help="Only this state (repeatable).")] = None,
    footing: FootingOption = None,
    figures: FiguresOption = None,
    shares: SharesOption = "nmc",
    top: TopOption = 12,
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell what states can bring to a place: from home, from allies' soil, from where forces are stationed."""
    register = load_register()
    day = day_asked(on, register)
    there, footings = place_of(place, day, register), footings_given(footing)
    held = figures_asked(day, figures, shares, register)
    wanted = {register.actors.find(name, day).id for name in state or ()}
    without = ", ".join(sorted(names_on(day, register)[one] for one in wanted - set(held.of)))
    if without:
        raise BadInput(Fault(f"{held.told} has no figure of {without}", "--state", "states with a figure"))
    capabilities = {one: value for one, value in held.of.items() if not wanted or one in wanted}
    grounds = grounds_on(day, register, load_arrangements().presences)
    found = deliverable(there, capabilities, grounds, day.year, footings)
    if as_json:
        print_json(envelope("deliverable", register, **delivered_json(found, there, day, held, footings)))
    else:
        show_delivered(found[:top], there, held, footings, names_on(day, register))
    title = f"{there.name}, {day}"
    draw(lambda: delivered_picture(found[:top], title, held, register, names_on(day, register)), png, svg)


@app.command(
    epilog="Examples:  foedus measures projection reach nato --on 2012-06-01   |   foedus measures projection reach "
    '"United States" --against China --on 2012-06-01 --step 2 -o reach.csv'
)
def reach(
    side: Annotated[str, typer.Argument(metavar="SIDE", help="A state, or a treaty or alliance by its id.")],
    against: Annotated[str | None, typer.Option("--against", metavar="SIDE", help="A second side.")] = None,
    on: DayOption = None,
    footing: FootingOption = None,
    figures: FiguresOption = None,
    shares: SharesOption = "nmc",
    step: Annotated[float, typer.Option("--step", help="Degrees between the points of the grid.")] = 5.0,
    output: OutputOption = None,
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Lay the strength of a state or an alliance over the world, alone or against another, as a grid."""
    register = load_register()
    day = day_asked(on, register)
    held = figures_asked(day, figures, shares, register)
    asked = [side] if against is None else [side, against]
    found = asked_sides(asked, day, held, footings_given(footing), grid(step), register)
    if output is not None:
        write_points(found, output)
    if as_json:
        print_json(envelope("reach", register, **reach_json(found)))
    else:
        show_reach(found, names_on(day, register))
    draw(lambda: reach_picture(found), png, svg)
