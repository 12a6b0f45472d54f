"""What the register has of tripwires and nuclear umbrellas: who, on the day, without an estimate of what it adds.

What is not on record is said to be not on record: the register does not list every presence, nor every promise.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

from foedus.assessment.unknown import Unknown
from foedus.domain.contingency import Event
from foedus.domain.nuclear import NuclearOrder, Umbrella, UmbrellaGround
from foedus.domain.stationing import Presence, PresenceKind, on_soil_of
from foedus.register.arrangements import BoundBy
from foedus.register.register import Register

FORCES: frozenset[PresenceKind] = frozenset({"base", "garrison", "battlegroup", "rotational", "expedition"})
"""Presences of forces; stations for listening or supply, and trainers, are none."""
Groups = Mapping[str, tuple[str, ...]]


def tripwire(
    event: Event, bound: tuple[str, ...], register: Register, presences: tuple[Presence, ...]
) -> tuple[str, Groups] | Unknown:
    """Return whose forces stand on the soil of the place on the day; unknown where the place is not home soil.

    Parameters
    ----------
    bound : tuple of str
        The states that owe the targets a fight.
    """
    if event.place.kind not in {None, "metropolitan"}:
        kind = str(event.place.kind).replace("_", " ")
        return Unknown(f"forces are on record by the state whose soil they stand on; the place is: {kind}")
    there = _there(event, _hosts(event, register), presences)
    if not there:
        return "no forces of others on that soil are on record", {}
    told = "forces on that soil, by the register; whether at the spot, and what they add, is not told"
    mine = tuple(state for state in there if state in bound)
    return told, {"bound to fight": mine, "not bound": tuple(state for state in there if state not in bound)}


def _hosts(event: Event, register: Register) -> tuple[str, ...]:
    """Return whose soil it is: who administers the place, else its sovereign, else the targets."""
    for state in (event.place.administered_by, event.place.sovereign):
        if state in register.actors:
            return (str(state),)
    return event.targets


def _there(event: Event, hosts: Iterable[str], presences: tuple[Presence, ...]) -> tuple[str, ...]:
    """Return whose forces are there by agreement, those of the attackers and the targets left out."""
    held = [
        one
        for host in hosts
        for one in on_soil_of(presences, host, event.date)
        if one.kind in FORCES and one.consent == "agreed"
    ]
    states = {state for one in held for state in (one.sender, *one.contributors)}
    return tuple(sorted(states - {*event.attackers, *event.targets}))


def umbrella(event: Event, register: Register, order: NuclearOrder) -> tuple[str, Groups]:
    """Return whose nuclear weapons cover the targets on the day and on what word, lie on their soil, or are theirs."""
    armed = order.armed_on(event.date)
    if not armed:
        return "no state is on record with nuclear weapons", {}
    over = [
        one
        for target in event.targets
        for one in order.umbrellas_over(target, event.date, BoundBy(register))
        if one.by not in event.attackers
    ]
    sure = [one for one in over if one.certainty != "disputed"]
    shared = [one.owner for target in event.targets for one in order.shared_on(event.date, host=target)]
    groups = {
        **{f"by {ground}": _by(one for one in sure if one.ground == ground) for ground in get_args(UmbrellaGround)},
        "disputed": _by(one for one in over if one.certainty == "disputed"),
        "weapons on its soil": tuple(sorted({*shared} - {*event.attackers})),
        "weapons of its own": tuple(state for state in event.targets if state in armed),
        "attackers that have weapons": tuple(state for state in event.attackers if state in armed),
    }
    told = "by the register, over the state, wherever the place lies; escalation is not modelled"
    return (told if any(groups.values()) else "none on record"), groups


def _by(held: Iterable[Umbrella]) -> tuple[str, ...]:
    return tuple(sorted({one.by for one in held}))
