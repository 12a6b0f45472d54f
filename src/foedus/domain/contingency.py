"""The contingency: what happened, to whom, where, on which day, and what had been said and done by then.

Every fact that may be left out is `None` when it is unknown; nothing is guessed. Actors are given by id. The five lists
(belligerents, entries, mobilisations, requests, findings) are closed: what is not listed had not happened.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from foedus._base.dates import Day
from foedus.domain.area import Point
from foedus.domain.vocabulary import (
    ActKind,
    EntryManner,
    FindingMatter,
    Gravity,
    Means,
    PlaceKind,
    PlaceObject,
    Region,
    RequestPurpose,
)

Answer = Literal["true", "false", "disputed"]
"""A fact that reputable accounts may dispute; unknown is None."""

HIGH_SEAS = "high_seas"
DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the act fell and what it hit.

    Attributes
    ----------
    sovereign : str or None
        An actor id, ``disputed`` (with `claimants`), ``high_seas`` for no sovereign, None if unknown.
    administered_by : str or None
        An actor id, ``high_seas`` for nobody, None if unknown.
    within_recognised_borders : bool or None
        Whether the place lies inside the recognised borders of a target.
    """

    name: str = ""
    point: Point | None = None
    kind: PlaceKind | None = None
    object: PlaceObject | None = None
    region: Region | None = None
    sovereign: str | None = None
    administered_by: str | None = None
    claimants: tuple[str, ...] = ()
    within_recognised_borders: bool | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """What was done.

    Attributes
    ----------
    first_use_of_force : tuple of str or None
        Who used force first: actor ids or labels; ``("disputed",)``; None if unknown.
    """

    kind: ActKind | None = None
    gravity: Gravity | None = None
    means: tuple[Means, ...] | None = None
    first_use_of_force: tuple[str, ...] | None = None
    provoked: Answer | None = None
    external_direction: Answer | None = None
    indirect: bool | None = None
    declared_war: bool | None = None
    internationally_authorised: bool | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One act of one or more attackers on one or more targets.

    Attributes
    ----------
    cumulative_with : tuple of str
        Earlier events of the sequence that may count together with this one.
    """

    id: str
    date: Day
    attackers: tuple[str, ...]
    targets: tuple[str, ...]
    place: Place = field(default_factory=Place)
    act: Act = field(default_factory=Act)
    cumulative_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class War:
    """A war already under way: context, not the act itself."""

    side_a: tuple[str, ...]
    side_b: tuple[str, ...]
    since: Day

    def opponents_of(self, state: str) -> tuple[str, ...]:
        """Return the other side, empty for one that is on neither."""
        if state in self.side_a:
            return self.side_b
        return self.side_a if state in self.side_b else ()


@dataclass(frozen=True, slots=True)
class EntryIntoWar:
    """A state that has come in beside another."""

    state: str
    beside: str
    against: tuple[str, ...]
    date: Day
    how: EntryManner


@dataclass(frozen=True, slots=True)
class Mobilisation:
    """A state that has mobilised; mobilising is not fighting."""

    state: str
    date: Day


@dataclass(frozen=True, slots=True)
class RequestForHelp:
    """A call by an actor, to states or under a treaty."""

    by: str
    to_states: tuple[str, ...]
    to_treaty: str
    date: Day
    purpose: RequestPurpose


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a state or an organ has found or declared."""

    by: str
    treaty: str
    what: FindingMatter
    date: Day


@dataclass(frozen=True, slots=True)
class NonStateActor:
    """An attacker that is no state, its host and its backers."""

    actor: str
    host: str | None = None
    supported_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contingency:
    """A crisis: one event or a dated sequence, with its context.

    Attributes
    ----------
    labels : mapping of str to str
        Names of actors that stand only in this contingency (ids that begin with ``~``).
    """

    events: tuple[Event, ...]
    belligerents: tuple[War, ...] = ()
    entries: tuple[EntryIntoWar, ...] = ()
    mobilisations: tuple[Mobilisation, ...] = ()
    requests: tuple[RequestForHelp, ...] = ()
    findings: tuple[Declaration, ...] = ()
    non_state: NonStateActor | None = None
    resists: tuple[tuple[str, bool], ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    hypothetical: bool | None = None
    title: str = ""
