"""States: the members of a system on a day, and each state's pledges, treaties, weapons and forces."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from foedus._base.dates import Day
from foedus.catalogue.arrangement_answers import StateAnswer
from foedus.catalogue.register_answers import StatesAnswer
from foedus.domain.actor import Actor, Succession
from foedus.measures.capability.figures import UNITS, bundled
from foedus.obligations.answer import actor_json, envelope
from foedus.panel.pledges import Bond
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.report.charts.pacts import bonds_on
from foedus.report.state import operations_of, state_json, treaties_of
from foedus.web.answer import Answer, json_answer
from foedus.web.days import On, day_of, uncovered
from foedus.web.documented import documented
from foedus.web.render import page, query
from foedus.web.serving import served

router = APIRouter()
System = Annotated[Literal["cow", "gw"], Query(description="Which state system: cow or gw.")]
PLEDGES = ("defense", "offense", "neutrality", "nonaggression", "consultation")


@router.get("/states", include_in_schema=False)
async def states(request: Request, on: On = "", system: System = "cow") -> Response:
    """Show the states of a day."""
    return await served(request, states_page, on, system)


@router.get("/states.json", **documented(StatesAnswer))
async def states_json(request: Request, on: On = "", system: System = "cow") -> Response:
    """List the members of a state system on a day."""
    return await served(request, states_list, on, system)


@router.get("/states/{state}.json", **documented(StateAnswer))
async def state_json_(request: Request, state: str, on: On = "") -> Response:
    """Give a state on a day: names, codes, treaties, operations, weapons, forces."""
    return await served(request, state_whole, state, on)


@router.get("/states/{state}", include_in_schema=False)
async def state(request: Request, state: str, on: On = "") -> Response:
    """Show a state on a day."""
    return await served(request, state_page, state, on)


# --- the states of a day ------------------------------------------------------------------------------------------


def states_list(on: str, system: str) -> Answer:
    """Return the members of a system on a day as JSON."""
    register = load_register()
    day = day_of(on, register)
    held = [actor_json(register, one.id, day, {}) for one in _members(register, day, system)]
    return json_answer(envelope("states", register, on=day.iso(), system=system, states=held))


def states_page(on: str, system: str) -> Answer:
    """Return the members of a system on a day as a page."""
    register = load_register()
    day = day_of(on, register)
    partners: dict[str, set[str]] = defaultdict(set)
    for bond in bonds_on(register, day, pledge="defense"):
        partners[bond.debtor].add(bond.creditor)
    rows = [
        {**actor_json(register, one.id, day, {}), "partners": len(partners[one.id])}
        for one in _members(register, day, system)
    ]
    notes, address = uncovered(day, register), query(on=on, system=system)
    return page("states.html", title="States", on=day.iso(), notes=notes, system=system, rows=rows, address=address)


def _members(register: Register, day: Day, system: str) -> list[Actor]:
    held = [one for one in register.actors if one.in_system_on(day, system)]
    return sorted(held, key=lambda one: one.name_on(day))


# --- one state ----------------------------------------------------------------------------------------------------


def state_whole(state: str, on: str) -> Answer:
    """Return a state on a day as JSON."""
    register = load_register()
    day = day_of(on, register)
    return json_answer(envelope("state", register, **state_json(_found(state, day, register), day, register)))


def state_page(state: str, on: str) -> Answer:
    """Return a state on a day as a page."""
    register = load_register()
    day = day_of(on, register)
    actor = _found(state, day, register)
    whole = state_json(actor, day, register)
    held = tuple(bonds_on(register, day, state=actor.id))
    return page(
        "state.html",
        title=actor.name_on(day),
        actor=actor,
        on=day.iso(),
        notes=_absent(actor, day) + uncovered(day, register),
        whole=whole,
        before=_kin(actor.predecessors, day, register),
        after=_kin(actor.successors, day, register),
        owes=_portfolio([one for one in held if one.debtor == actor.id], "creditor", register, day),
        owed=_portfolio([one for one in held if one.creditor == actor.id], "debtor", register, day),
        treaties=treaties_of(actor, day, register),
        operations=operations_of(actor, day, register),
        figures=_figures(actor.id),
        address=query(on=on),
    )


def _found(state: str, day: Day, register: Register) -> Actor:
    """Return an actor by id, whether or not it lived on the day, or by what it was called on it."""
    return register.actors.get(state) or register.actors.find(state, day)


def _absent(actor: Actor, day: Day) -> list[str]:
    return [] if actor.existed_on(day) else ["By the register it did not exist on this day."]


def _kin(links: Iterable[Succession], day: Day, register: Register) -> list[dict[str, Any]]:
    """Return those that came before or after a state, by what they were called then."""
    return [
        {"id": one.actor, "name": register.actors[one.actor].name_on(one.date or day), "how": one.how, "date": one.date}
        for one in links
    ]


def _portfolio(held: Iterable[Bond], other: str, register: Register, day: Day) -> list[dict[str, Any]]:
    """Return for each partner the pledges, with the treaties they rest on."""
    by_state: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for bond in held:
        by_state[getattr(bond, other)][bond.pledge].add(bond.treaty)
    rows = [
        {
            "id": partner,
            "name": register.actors[partner].name_on(day),
            "pledges": {
                pledge: [(one, register.treaties[one].name) for one in sorted(pledges[pledge])]
                for pledge in PLEDGES
                if pledge in pledges
            },
        }
        for partner, pledges in by_state.items()
    ]
    return sorted(rows, key=lambda row: ("defense" not in row["pledges"], row["name"]))


def _figures(state: str) -> dict[str, Any] | None:
    held = bundled().get(state)
    if held is None:
        return None
    rows = [(name.replace("_", " "), one.low, one.high, UNITS[name], one.year) for name, one in held.figures.items()]
    return {"rows": rows, "publisher": held.publisher, "page": held.page}
