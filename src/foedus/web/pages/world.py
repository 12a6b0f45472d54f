"""The world of a year: its pacts on a map and as a network, with what the register does not cover."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from foedus._base.dates import Day
from foedus.catalogue.answers import ActorShape, Envelope, Shape
from foedus.obligations.answer import actor_json, envelope
from foedus.panel.pledges import Pledge
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.report.charts.pacts import Pact, Pacts, pacts_on
from foedus.web.answer import Answer, json_answer
from foedus.web.days import uncovered
from foedus.web.documented import documented
from foedus.web.render import page, query
from foedus.web.serving import served

router = APIRouter()
FIRST = 1816
PLEDGES = {
    "defense": "defence",
    "offense": "offence",
    "neutrality": "neutrality",
    "nonaggression": "non-aggression",
    "consultation": "consultation",
}
Year = Annotated[int, Query(ge=-3000, le=9999, description="Its middle, 1 July, is looked at.")]
PledgeName = Annotated[Pledge, Query(description="The kind of pledge.")]


class PactShape(Shape):
    """A pact with those who owe each other the pledge; `beside` owe it, or are owed it, one way only."""

    treaty: str
    name: str
    members: list[ActorShape]
    beside: list[ActorShape]


class WorldAnswer(Envelope):
    """The pacts of a year."""

    kind: Literal["world"]
    on: str
    pledge: Pledge
    covered: Literal["meant to be whole", "a choice of treaties", "after the cut-off"] = Field(
        description="Whether the register means to hold every alliance of that day."
    )
    pacts: list[PactShape]
    dormant: list[PactShape]
    pairs: list[list[str]] = Field(description="States tied by a pact of two, each pair once.")


@router.get("/world", include_in_schema=False)
async def world(request: Request, year: Year | None = None, pledge: PledgeName = "defense") -> Response:
    """Show the pacts of a year."""
    return await served(request, world_page, year, pledge)


@router.get("/world.json", **documented(WorldAnswer))
async def world_json(request: Request, year: Year | None = None, pledge: PledgeName = "defense") -> Response:
    """Give the pacts of a year."""
    return await served(request, world_whole, year, pledge)


def world_whole(year: int | None, pledge: Pledge) -> Answer:
    """Return the pacts of a year as JSON."""
    register = load_register()
    pacts = pacts_on(register, _day(year, register), pledge)
    parts: dict[str, Any] = {
        "on": pacts.day.iso(),
        "pledge": pledge,
        "covered": _covered(pacts.day, register),
        "pacts": [_pact(one, pacts, register) for one in (*pacts.drawn, *pacts.like)],
        "dormant": [_pact(one, pacts, register) for one in pacts.lifeless],
        "pairs": [list(pair) for pair in pacts.pairs],
    }
    return json_answer(envelope("world", register, **parts))


def world_page(year: int | None, pledge: Pledge) -> Answer:
    """Return the pacts of a year as a page."""
    register = load_register()
    last = Day.parse(register.edition.cutoff).year
    pacts = pacts_on(register, _day(year, register), pledge)
    shown = year if year is not None else last
    return page(
        "world.html",
        title=f"The world in {shown}",
        year=shown,
        years=(FIRST, last),
        on=pacts.day.iso(),
        pledge=pledge,
        pledges=PLEDGES,
        covered=_covered(pacts.day, register),
        notes=uncovered(pacts.day, register),
        pacts=[_pact(one, pacts, register) for one in _largest_first(pacts)],
        dormant=[_pact(one, pacts, register) for one in pacts.lifeless],
        pairs=[tuple(register.actors[state].name_on(pacts.day) for state in pair) for pair in pacts.pairs],
        address=query(year=year, pledge=pledge),
    )


def _day(year: int | None, register: Register) -> Day:
    last = Day.parse(register.edition.cutoff)
    if year is None or year == last.year:
        return last
    return Day.parse(f"{year:05d}-07-01" if year < 0 else f"{year:04d}-07-01")


def _covered(day: Day, register: Register) -> str:
    edition = register.edition
    if edition.cutoff and day > Day.parse(edition.cutoff):
        return "after the cut-off"
    if not edition.covers_since or day < Day.parse(edition.covers_since):
        return "a choice of treaties"
    return "meant to be whole"


def _largest_first(pacts: Pacts) -> list[Pact]:
    return sorted((*pacts.drawn, *pacts.like), key=lambda one: (-len(one.members), one.treaty.name))


def _pact(pact: Pact, pacts: Pacts, register: Register) -> dict[str, Any]:
    return {
        "treaty": pact.treaty.id,
        "name": pact.treaty.name,
        "members": [actor_json(register, state, pacts.day, {}) for state in pact.members],
        "beside": [actor_json(register, state, pacts.day, {}) for state in pact.beside],
    }
