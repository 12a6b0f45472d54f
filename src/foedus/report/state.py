"""A state on a day, as the documented JSON: names, codes, treaties, operations, nuclear weapons, forces."""

from __future__ import annotations

from typing import Any

from foedus._base.dates import Day
from foedus.domain.actor import Actor
from foedus.obligations.answer import actor_json
from foedus.register.arrangements import BoundBy, load_arrangements
from foedus.register.register import Register
from foedus.report.arrangements import Standing, Teller, standing_json, standing_of


def treaties_of(actor: Actor, day: Day, register: Register) -> list[tuple[str, str]]:
    """Return the treaties that may bind an actor on a day by id and name, oldest first."""
    return [
        (treaty.id, treaty.name)
        for treaty in sorted(register.treaties.values(), key=lambda treaty: treaty.signed)
        if treaty.life and treaty.life.possibly(day) and treaty.places_on(actor.id, day)
    ]


def operations_of(actor: Actor, day: Day, register: Register) -> dict[str, tuple[str, str]]:
    """Return what the actor may take part in on a day, by id, with a remark where its own dates are not recorded."""
    held: dict[str, tuple[str, str]] = {}
    for operation, part in register.operations.of(actor.id, day):
        held[operation.id] = (operation.name, "" if part.dated else ", at some time: its own dates are not recorded")
    return held


def standing_on(actor: Actor, day: Day, register: Register) -> tuple[Standing, Teller]:
    """Return nuclear weapons, forces abroad and at home, with what tells of them."""
    tell = Teller(register, day, BoundBy(register))
    return standing_of(actor.id, day, load_arrangements(), tell.parties), tell


def state_json(actor: Actor, day: Day, register: Register) -> dict[str, Any]:
    """Return a state on a day."""
    standing, tell = standing_on(actor, day, register)
    return {
        "on": day.iso(),
        "state": _whole(actor, day, register),
        "treaties": [treaty for treaty, _ in treaties_of(actor, day, register)],
        "operations": list(operations_of(actor, day, register)),
        **standing_json(standing, tell),
    }


def _whole(actor: Actor, day: Day, register: Register) -> dict[str, Any]:
    capital = actor.capital_on(day)
    return {
        **actor_json(register, actor.id, day, {}),
        "kind": actor.kind,
        "names": [{"name": name.text, "spell": str(name.spell)} for name in actor.names],
        "exists": [str(spell) for spell in actor.exists],
        "capital": {"name": capital.name, "lat": capital.lat, "lon": capital.lon} if capital else None,
        "predecessors": [{"actor": link.actor, "how": link.how} for link in actor.predecessors],
        "successors": [{"actor": link.actor, "how": link.how} for link in actor.successors],
        "disputed": actor.disputed or None,
    }
