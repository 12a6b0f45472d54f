"""What a condition looks at: it is evaluated once for every distinct combination of these.

Naming more than a condition looks at costs time; naming less would be wrong, and the tests would show it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import Any

from foedus.domain import condition as conditions
from foedus.domain.condition import ActorSet, Finder, RoleWord


class Look(Enum):
    """Something a condition looks at.

    ``AUTHORS`` are those who used force first, ``FIRST_USER`` whether the beneficiary or its adversaries are among
    them; ``STATE_ATTACKS`` is whether a state is among the attackers.
    """

    ACT = auto()
    AUTHORS = auto()
    PLACE = auto()
    SIDES = auto()
    STATE_ATTACKS = auto()
    WARS = auto()
    MOBILISATIONS = auto()
    REQUESTS = auto()
    FINDINGS = auto()
    RESISTANCE = auto()
    ADVERSARIES = auto()
    FIRST_USER = auto()
    BENEFICIARY = auto()
    STANDING = auto()
    OBLIGOR = auto()


Looks = frozenset[Look]

CONTEXT: Looks = frozenset({Look.WARS, Look.MOBILISATIONS, Look.REQUESTS, Look.FINDINGS, Look.RESISTANCE})
"""The closed lists of a contingency, and who resists."""


def _only(*looks: Look) -> Callable[[Any], Looks]:
    return lambda _: frozenset(looks)


_OF_ROLES: Mapping[str, Look] = {
    "beneficiary": Look.BENEFICIARY,
    "obligor": Look.OBLIGOR,
    "adversary": Look.ADVERSARIES,
}


def _whose(whose: RoleWord | ActorSet) -> Looks:
    """Return what says who is meant by a role; the parties and named states are the clause's own."""
    return frozenset(look for role, look in _OF_ROLES.items() if role == whose)


def _of_finding(condition: conditions.FindingOf) -> Looks:
    by = condition.finding.by
    if isinstance(by, Finder):
        return frozenset({Look.FINDINGS, Look.ADVERSARIES} if by.each else {Look.FINDINGS})
    more = {"obligor": Look.OBLIGOR, "beneficiary": Look.BENEFICIARY, "all_parties": Look.ADVERSARIES}
    return frozenset({Look.FINDINGS, more[by]} if by in more else {Look.FINDINGS})


_LOOKS: Mapping[type, Callable[[Any], Looks]] = {
    conditions.ActIs: _only(Look.ACT),
    conditions.GravityAtLeast: _only(Look.ACT),
    conditions.MeansUsed: _only(Look.ACT),
    conditions.Unprovoked: _only(Look.ACT),
    conditions.FirstUse: _only(Look.FIRST_USER),
    conditions.WarDeclared: _only(Look.ACT),
    conditions.ExternallyDirected: _only(Look.ACT, Look.STATE_ATTACKS, Look.FINDINGS),
    conditions.Indirect: _only(Look.ACT),
    conditions.Authorised: _only(Look.ACT, Look.FINDINGS),
    conditions.Mobilised: _only(Look.MOBILISATIONS),
    conditions.InRegion: _only(Look.PLACE),
    conditions.InArea: _only(Look.PLACE),
    conditions.TerritoryOf: lambda condition: _only(Look.PLACE)(condition) | _whose(condition.territory_of),
    conditions.AdministeredBy: lambda condition: _only(Look.PLACE)(condition) | _whose(condition.administered_by),
    conditions.PlaceIs: _only(Look.PLACE),
    conditions.ObjectHit: _only(Look.PLACE),
    conditions.Recognised: _only(Look.PLACE),
    conditions.Adversaries: _only(Look.ADVERSARIES, Look.BENEFICIARY, Look.WARS),
    conditions.AlreadyAtWar: _only(Look.ADVERSARIES, Look.BENEFICIARY, Look.WARS),
    conditions.Request: _only(Look.REQUESTS, Look.BENEFICIARY, Look.OBLIGOR),
    conditions.FindingOf: _of_finding,
    conditions.Entry: lambda condition: _only(Look.WARS, Look.SIDES)(condition) | _whose(condition.entry.beside),
    conditions.Resists: _only(Look.RESISTANCE, Look.BENEFICIARY),
    conditions.Undisclosed: _only(),
    conditions.Bound: _only(Look.ACT, Look.AUTHORS, Look.PLACE, Look.SIDES, *CONTEXT),
}


_BY_SILENCE: Mapping[type, tuple[Look, Looks]] = {
    conditions.AlreadyAtWar: (Look.WARS, frozenset()),
    conditions.Entry: (Look.WARS, frozenset()),
    conditions.Request: (Look.REQUESTS, frozenset()),
    conditions.FindingOf: (Look.FINDINGS, frozenset({Look.ADVERSARIES})),
}
"""Conditions that an empty list answers for everyone alike: the list, and what they still look at then."""


def looks_at(condition: conditions.Condition, silent: Looks) -> Looks:
    """Return everything that a condition looks at; `silent` names the lists of the context that are empty."""
    looks = _LOOKS[type(condition)](condition)
    spoken, left = _BY_SILENCE.get(type(condition), (None, looks))
    return looks & left if spoken in silent else looks
