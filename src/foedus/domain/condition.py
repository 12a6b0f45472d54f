"""Conditions of a clause: what must hold before a duty matures.

A condition is a small value named by its only field, as it stands in a treaty file (``gravity: armed_attack`` is
``GravityAtLeast(gravity="armed_attack")``). What each means is written beside its evaluation in `foedus.obligations`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedus._base.dates import ALWAYS, Spell
from foedus.domain.vocabulary import (
    ActKind,
    EntryManner,
    FindingMatter,
    Gravity,
    Means,
    Obligation,
    PlaceKind,
    PlaceObject,
    Region,
    RequestPurpose,
)


@dataclass(frozen=True, slots=True)
class ActorSet:
    """States by actor id, and shared classes of states, taken together."""

    states: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()


RoleWord = Literal["beneficiary", "parties", "obligor", "adversary"]
Whose = RoleWord | ActorSet


# --- the act ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ActIs:
    """The act is of one of these kinds."""

    act: tuple[ActKind, ...]


@dataclass(frozen=True, slots=True)
class GravityAtLeast:
    """The act is at least this grave."""

    gravity: Gravity


@dataclass(frozen=True, slots=True)
class MeansUsed:
    """One of these means was used."""

    means: tuple[Means, ...]


@dataclass(frozen=True, slots=True)
class Unprovoked:
    """The target had not used force nor committed a grave hostile act first (`false`: it had)."""

    unprovoked: bool


@dataclass(frozen=True, slots=True)
class FirstUse:
    """The adversary, or the beneficiary, used force first."""

    first_use: Literal["adversary", "beneficiary"]


@dataclass(frozen=True, slots=True)
class WarDeclared:
    """War was declared, or not."""

    declared_war: bool


@dataclass(frozen=True, slots=True)
class ExternallyDirected:
    """The attack was directed from outside; open until found where the fact is unknown."""

    externally_directed: bool


@dataclass(frozen=True, slots=True)
class Indirect:
    """The act was indirect, or not."""

    indirect: bool


@dataclass(frozen=True, slots=True)
class Authorised:
    """The act had international authority, or not."""

    authorised: bool


@dataclass(frozen=True, slots=True)
class MobilisedBy:
    """How many of which states."""

    states: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True)
class Mobilised:
    """So many of these states had mobilised."""

    mobilised: MobilisedBy


# --- the place --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class InRegion:
    """The place lies in one of these regions."""

    region: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class InArea:
    """The place lies in an area of the treaty, or a shared one."""

    area: str


@dataclass(frozen=True, slots=True)
class TerritoryOf:
    """The place is under the sovereignty of these."""

    territory_of: Whose


@dataclass(frozen=True, slots=True)
class AdministeredBy:
    """The place is administered by these, whatever the sovereignty."""

    administered_by: Whose


@dataclass(frozen=True, slots=True)
class PlaceIs:
    """The place is of one of these kinds."""

    kind: tuple[PlaceKind, ...]


@dataclass(frozen=True, slots=True)
class ObjectHit:
    """What was hit is one of these."""

    object: tuple[PlaceObject, ...]


@dataclass(frozen=True, slots=True)
class Recognised:
    """The place lies inside the recognised borders of a target, or not."""

    recognised: bool


# --- the adversary ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AdversarySet:
    """Named or classed adversaries.

    Attributes
    ----------
    or_allies : bool
        A state allied with one of them at the time counts as well.
    each : bool
        Every adversary must be one of them; otherwise one suffices.
    """

    states: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    or_allies: bool = False
    each: bool = False


@dataclass(frozen=True, slots=True)
class AdversaryIs:
    """An adversary is one of these."""

    adversary: AdversarySet


@dataclass(frozen=True, slots=True)
class AdversaryNumber:
    """At least so many, all of the classes if any is named."""

    at_least: int
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Adversaries:
    """So many adversaries fight the ally."""

    adversaries: AdversaryNumber


@dataclass(frozen=True, slots=True)
class AdversaryIsParty:
    """An adversary is itself bound by the treaty, or none is."""

    adversary_is_party: bool


@dataclass(frozen=True, slots=True)
class AlreadyAtWar:
    """The beneficiary and an adversary were at war before the act, or not."""

    already_at_war: bool


# --- procedure --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RequestMade:
    """Asked for what, by whom."""

    purpose: RequestPurpose
    by: Literal["beneficiary", "any_party"] = "beneficiary"


@dataclass(frozen=True, slots=True)
class Request:
    """A call for assistance or consultation has been made, to the obligor or under the treaty."""

    request: RequestMade


@dataclass(frozen=True, slots=True)
class Finder:
    """States, classes, or actors that are no states (organs), by id.

    Attributes
    ----------
    each : bool
        All of them must find so, adversaries excepted: a collective guarantee. Otherwise one is enough.
    """

    states: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    each: bool = False


@dataclass(frozen=True, slots=True)
class FindingMade:
    """What was found, and by whom."""

    what: tuple[FindingMatter, ...]
    by: Literal["obligor", "beneficiary", "any_party", "all_parties", "organ", "anyone"] | Finder = "anyone"


@dataclass(frozen=True, slots=True)
class FindingOf:
    """A party or an organ has declared something."""

    finding: FindingMade


@dataclass(frozen=True, slots=True)
class EntryMade:
    """Which states have come in beside whom, and how."""

    states: tuple[str, ...]
    beside: RoleWord | ActorSet = "beneficiary"
    how: tuple[EntryManner, ...] = ("declared_war", "assistance")


@dataclass(frozen=True, slots=True)
class Entry:
    """Another ally has come in."""

    entry: EntryMade


@dataclass(frozen=True, slots=True)
class Resists:
    """The victim fights back."""

    resists: Literal["beneficiary"]


@dataclass(frozen=True, slots=True)
class BoundUnder:
    """A state's duty under another treaty."""

    treaty: str
    state: str
    obligation: tuple[Obligation, ...] = ("defend", "offense")


@dataclass(frozen=True, slots=True)
class Bound:
    """The chained case: that state's duty under that treaty is due in the same event."""

    bound: BoundUnder


@dataclass(frozen=True, slots=True)
class Undisclosed:
    """A condition of which it is known that it stands in the text, and not what it asks; never settled."""

    undisclosed: str


Condition = (
    ActIs
    | GravityAtLeast
    | MeansUsed
    | Unprovoked
    | FirstUse
    | WarDeclared
    | ExternallyDirected
    | Indirect
    | Authorised
    | Mobilised
    | InRegion
    | InArea
    | TerritoryOf
    | AdministeredBy
    | PlaceIs
    | ObjectHit
    | Recognised
    | AdversaryIs
    | Adversaries
    | AdversaryIsParty
    | AlreadyAtWar
    | Request
    | FindingOf
    | Entry
    | Resists
    | Bound
    | Undisclosed
)


# --- trees ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Leaf:
    """One condition, the article and instrument it comes from, and the time it was law."""

    condition: Condition
    article: str = ""
    spell: Spell = ALWAYS
    instrument: str = ""


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every branch must hold; an empty one does. `called` says in words what holds then."""

    branches: tuple[Tree, ...]
    article: str = ""
    spell: Spell = ALWAYS
    instrument: str = ""
    called: str = ""


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One branch must hold. `called` says in words what holds then."""

    branches: tuple[Tree, ...]
    article: str = ""
    spell: Spell = ALWAYS
    instrument: str = ""
    called: str = ""


@dataclass(frozen=True, slots=True)
class Not:
    """The branch must not hold. `called` says in words what holds then."""

    branch: Tree
    article: str = ""
    spell: Spell = ALWAYS
    instrument: str = ""
    called: str = ""


Tree = Leaf | AllOf | AnyOf | Not
