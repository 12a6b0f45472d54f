"""A treaty in the terms of a codebook: pledges, their conditions, form and provisions, derived from its clauses.

This is the whole of the rule by which clauses become codes; the variables and what each means are these.

Pledges (of any party to any other, in any clause, at any time of the treaty's life)
    ``defense`` is a clause to defend, save where what is owed is facilities or economic measures only: help that
    may include force. ``offense``, ``neutrality``, ``nonaggression`` and ``consultation`` are clauses of that kind,
    whatever their strength. A mere power to act (``discretionary_action``) is no pledge. What may stand in articles
    that nobody has read, as the treaty's file says (``unread``), is unknown.
Conditions on the defence pledge (yes if any clause that counts for ``defense`` has one, in its trigger or carve-outs)
    ``def_adversary``: adversaries are named, classed or excepted. ``def_location``: a region, area, kind of place or
    the territory of named states; the territory of the partner or of the parties as such is no limit. ``def_conflict``:
    a war under way, or declared, is asked for, or the partner must be at war and need not be a target. ``def_number``:
    so many adversaries, or a second one's coming in. ``def_provocation``: no provocation, or first use of force by
    the adversary. ``def_request``: the victim must ask for help. ``def_demand``: a demand was refused, or an
    ultimatum made.
``asymmetric``
    Two parties bound on some same day differ in the kinds of pledge they owe, or in the conditions on one.
``secret``
    ``open`` if no instrument is secret, ``secret`` if every instrument with a clause is, else ``partly``.
Provisions
    ``organisation``, ``military_contact``, ``bases`` and the like as the treaty's file states them; what it does not
    state is unknown. ``term_years`` is the first term in whole years, 0 without one, unknown if an event ends it.
    ``renunciation``: whether a party may go by notice, be it only at the end of a term; ``renunciation_in_term``:
    whether it may at any time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from foedus._base.dates import Day
from foedus.domain import condition as conditions
from foedus.domain.condition import ActorSet, AllOf, AnyOf, Condition, Leaf, Not, Tree
from foedus.domain.provision import Duration
from foedus.domain.treaty import Clause, Party, Treaty
from foedus.domain.vocabulary import NO_HELP_IN_ARMS, Obligation, ProvisionKind

Value = bool | int | str | None
"""A code; None is unknown. A variable that does not apply to a treaty is left out of its coding."""

PLEDGES: Mapping[str, Obligation] = {
    "defense": "defend",
    "offense": "offense",
    "neutrality": "neutrality",
    "nonaggression": "nonaggression",
    "consultation": "consult",
}
CONDITIONS = (
    "def_adversary",
    "def_location",
    "def_conflict",
    "def_number",
    "def_provocation",
    "def_request",
    "def_demand",
)
PROVISIONS: Mapping[str, ProvisionKind] = {
    "organisation": "organ",
    "military_contact": "military_contact",
    "integrated_command": "integrated_command",
    "subordination": "subordination",
    "bases": "bases",
    "military_aid": "military_aid",
    "economic_aid": "economic_aid",
    "contributions": "contributions",
    "dispute_settlement": "dispute_settlement",
    "no_separate_peace": "no_separate_peace",
    "no_counter_alliance": "no_counter_alliance",
    "arms_limits": "arms_limits",
}
VARIABLES = (
    *PLEDGES,
    *CONDITIONS,
    "asymmetric",
    "secret",
    *PROVISIONS,
    "term_years",
    "renunciation",
    "renunciation_in_term",
)
"""Every variable of a treaty, dates apart."""


@dataclass(frozen=True, slots=True)
class Coding:
    """A treaty in the terms of a codebook.

    Attributes
    ----------
    whole : mapping of str to Value
        Variables of the treaty.
    members : mapping of str to mapping
        The pledges of each state, by actor id.
    """

    whole: Mapping[str, Value]
    members: Mapping[str, Mapping[str, Value]]


def code_treaty(treaty: Treaty) -> Coding:
    """Return a treaty in the terms of a codebook."""
    whole: dict[str, Value] = {
        pledge: bool(pledged(treaty, pledge)) or _unless_unread(treaty, pledge) for pledge in PLEDGES
    }
    defending = pledged(treaty, "defense")
    if defending:
        found = {name for clause in defending for name in limits(clause)}
        whole |= {name: name in found for name in CONDITIONS}
    whole["asymmetric"] = is_asymmetric(treaty)
    whole["secret"] = secrecy(treaty)
    whole |= {name: treaty.provides(kind) for name, kind in PROVISIONS.items()}
    whole["term_years"] = _term_years(treaty.duration)
    whole["renunciation"] = treaty.duration.may_be_denounced if treaty.duration else None
    whole["renunciation_in_term"] = _may_go_in_term(treaty.duration)
    members = {state: _of_member(treaty, state) for state in treaty.spells_of}
    return Coding(whole, members)


def pledged(treaty: Treaty, pledge: str) -> list[Clause]:
    """Return the clauses that hold a pledge."""
    return [clause for clause in treaty.clauses if _is_pledge(clause, pledge)]


def _is_pledge(clause: Clause, pledge: str) -> bool:
    in_arms = pledge != "defense" or clause.strength not in NO_HELP_IN_ARMS
    return clause.obligation == PLEDGES[pledge] and in_arms


def owes(treaty: Treaty, clause: Clause, state: str) -> bool:
    """Whether a clause obliges a state in any place that it has held."""
    return any(clause.owes.holds(place.state, place.role) for place in treaty.places_of(state) if place.bound)


def limits(clause: Clause) -> frozenset[str]:
    """Return the conditions of a clause, by the names of the variables."""
    found = {name for leaf in leaves(clause) if (name := _limit(leaf))}
    if "at_war" in clause.beneficiary_is and "target" not in clause.beneficiary_is:
        found.add("def_conflict")
    return frozenset(found)


def _of_member(treaty: Treaty, state: str) -> Mapping[str, Value]:
    return {
        pledge: any(owes(treaty, clause, state) for clause in pledged(treaty, pledge)) or _unless_unread(treaty, pledge)
        for pledge in PLEDGES
    }


def _unless_unread(treaty: Treaty, pledge: str) -> Value:
    """Return no, or unknown if the pledge may stand in articles that nobody has read."""
    return None if PLEDGES[pledge] in treaty.unread else False


# --- conditions -------------------------------------------------------------------------------------------------------


def leaves(clause: Clause) -> Iterator[Condition]:
    """Yield the conditions of a clause, those of its carve-outs among them."""
    steps = clause.steps
    for tree in (steps.act, steps.place, steps.adversary, steps.procedure, *(part.when for part in clause.exceptions)):
        if tree is not None:
            yield from _conditions(tree)


def _conditions(tree: Tree) -> Iterator[Condition]:
    match tree:
        case Leaf(condition):
            yield condition
        case Not(branch):
            yield from _conditions(branch)
        case AllOf(branches) | AnyOf(branches):
            for branch in branches:
                yield from _conditions(branch)


def _limit(condition: Condition) -> str:
    """Return the variable a condition belongs to; empty for one that no codebook asks for."""
    match condition:
        case conditions.TerritoryOf(whose) | conditions.AdministeredBy(whose):
            return "def_location" if isinstance(whose, ActorSet) else ""
        case conditions.Entry(entry):
            return "def_number" if entry.beside == "adversary" else ""
        case conditions.Request(request):
            return "def_request" if request.purpose == "assistance" else ""
        case conditions.MeansUsed(means):
            return "def_demand" if "ultimatum" in means else ""
        case conditions.FindingOf(finding):
            return "def_demand" if "evacuation_demanded" in finding.what else ""
        case _:
            return _LIMITS.get(type(condition), "")


_LIMITS: Mapping[type, str] = {
    conditions.AdversaryIs: "def_adversary",
    conditions.InRegion: "def_location",
    conditions.InArea: "def_location",
    conditions.PlaceIs: "def_location",
    conditions.AlreadyAtWar: "def_conflict",
    conditions.WarDeclared: "def_conflict",
    conditions.Adversaries: "def_number",
    conditions.Unprovoked: "def_provocation",
    conditions.FirstUse: "def_provocation",
}


# --- form -------------------------------------------------------------------------------------------------------------


def is_asymmetric(treaty: Treaty) -> bool:
    """Whether two parties bound on some same day differ in what they owe, or in its conditions."""
    bound = [party for party in treaty.parties if party.bound is not None]
    owed = {id(party): _owed(treaty, party) for party in bound}
    return any(
        owed[id(one)] != owed[id(other)] and _meet(one, other)
        for at, one in enumerate(bound)
        for other in bound[at + 1 :]
        if one.state != other.state
    )


def _owed(treaty: Treaty, party: Party) -> frozenset[tuple[str, frozenset[str]]]:
    return frozenset(
        (pledge, limits(clause))
        for pledge in PLEDGES
        for clause in pledged(treaty, pledge)
        if clause.owes.holds(party.state, party.role)
    )


def _meet(one: Party, other: Party) -> bool:
    return one.bound is not None and other.bound is not None and one.bound.overlaps(other.bound)


def secrecy(treaty: Treaty) -> str:
    """Return ``open``, ``partly`` or ``secret``, by which instruments hold the clauses."""
    with_clauses = {clause.instrument for clause in treaty.clauses}
    hidden = {instrument.id for instrument in treaty.instruments if instrument.secret is not None}
    if not hidden:
        return "open"
    return "secret" if with_clauses <= hidden else "partly"


def _term_years(duration: Duration | None) -> int | None:
    match duration:
        case Duration(first_term="indefinite" | "not_stated"):
            return 0
        case Duration(first_term="years", years=float() | int() as years) if years == int(years):
            return int(years)
        case _:
            return None


def _may_go_in_term(duration: Duration | None) -> bool | None:
    if duration is None or duration.denunciation is None:
        return None
    return duration.denunciation in {"any_time", "allowed"}


# --- dates ------------------------------------------------------------------------------------------------------------


def first_signed(treaty: Treaty, state: str) -> Day | None:
    """Return the day on which a state first signed; None where the file does not say."""
    signed = [place.signed for place in treaty.places_of(state) if place.signed]
    return min(signed) if signed else None


def last_bound(treaty: Treaty, state: str) -> Day | None:
    """Return the last day on which a state was bound; None if it still is."""
    ends = [place.bound.end or treaty.ended for place in treaty.places_of(state) if place.bound]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None
