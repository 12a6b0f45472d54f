"""Build a contingency from a document: YAML, JSON, a form or flags all come through here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from foedus._base.dates import Day
from foedus._base.documents import Document, Path_
from foedus._base.errors import AmbiguousName, BadInput, Fault, UnknownName
from foedus._base.validation import check
from foedus.domain.actor import Actor
from foedus.domain.area import Point
from foedus.domain.contingency import (
    DISPUTED,
    HIGH_SEAS,
    Act,
    Contingency,
    Declaration,
    EntryIntoWar,
    Event,
    Mobilisation,
    NonStateActor,
    Place,
    RequestForHelp,
    War,
)
from foedus.obligations.contingency_schema import ContingencyIn
from foedus.obligations.situation import LOCAL
from foedus.register.gazetteer import folded
from foedus.register.register import Register

Checked = Mapping[str, Any]
MEMBERS = " members"


@dataclass(frozen=True, slots=True)
class Intake:
    """A contingency as read.

    Attributes
    ----------
    checked : mapping
        The document as accepted, normalised; it reads back to the same contingency.
    """

    contingency: Contingency
    checked: Checked


def read_contingency(document: Document | Mapping[str, Any], register: Register) -> Intake:
    """Return the contingency a document holds; plain data may be given as it is.

    Raises
    ------
    BadInput
        With every fault found: unknown words, impossible dates, unknown or ambiguous actors.
    """
    if not isinstance(document, Document):
        document = Document("contingency", dict(document))
    checked = check(ContingencyIn, document)
    reader = _Reader(document, register, checked)
    contingency = reader.contingency()
    if reader.faults:
        raise BadInput(reader.faults)
    return Intake(contingency, checked)


class _Reader:
    """Turns names into ids and gathers what cannot be."""

    def __init__(self, document: Document, register: Register, checked: Checked) -> None:
        self.document = document
        self.register = register
        self.checked = checked
        self.faults: list[Fault] = []
        self.labels: dict[str, str] = {}
        self.day = self._first_day()

    def _first_day(self) -> Day:
        events = self.checked.get("events")
        return Day.parse(events[0]["date"] if events else self.checked["date"])

    def contingency(self) -> Contingency:
        """Return the contingency; faults are gathered beside it."""
        checked = self.checked
        non_state = self._non_state()
        return Contingency(
            events=self._events(),
            belligerents=tuple(self._war(*item) for item in enumerate(checked.get("belligerents", ()))),
            entries=tuple(
                EntryIntoWar(
                    self._actor(entry["state"], ("entries", at, "state"), entry["date"]),
                    self._actor(entry["beside"], ("entries", at, "beside"), entry["date"]),
                    self._actors(entry["against"], ("entries", at, "against"), entry["date"]),
                    Day.parse(entry["date"]),
                    entry["how"],
                )
                for at, entry in enumerate(checked.get("entries", ()))
            ),
            mobilisations=tuple(
                Mobilisation(
                    self._actor(step["state"], ("mobilisations", at, "state"), step["date"]),
                    Day.parse(step["date"]),
                )
                for at, step in enumerate(checked.get("mobilisations", ()))
            ),
            requests=tuple(self._request(*item) for item in enumerate(checked.get("requests", ()))),
            findings=tuple(self._finding(*item) for item in enumerate(checked.get("findings", ()))),
            non_state=non_state,
            resists=tuple(
                (self._actor(name, ("resists", name), None), answer)
                for name, answer in checked.get("resists", {}).items()
            ),
            labels=tuple(self.labels.items()),
            hypothetical=checked.get("hypothetical"),
            title=checked.get("title") or "",
        )

    # --- actors -------------------------------------------------------------------------------------------------------

    def _actor(self, name: str, path: Path_, on: str | None, *, may_be_organ: bool = False) -> str:
        day = Day.parse(on) if on else self.day
        try:
            actor = self.register.actors.find(name, day)
        except UnknownName as error:
            local = self._local(name)
            if local is None and may_be_organ and not self._resembles_an_actor(name):
                local = self._label(name)
            if local is not None:
                return local
            self.faults.extend(error.inside(self.document.where(path)).faults)
        except AmbiguousName as error:
            self.faults.extend(error.inside(self.document.where(path)).faults)
        else:
            if not actor.existed_on(day):
                self._fault(path, f"{actor.names[-1].text} did not exist on {day}", f"a day in {_lives(actor)}")
            return actor.id
        return name

    def _actors(self, names: Sequence[str], path: Path_, on: str | None) -> tuple[str, ...]:
        found = [self._actor(name, (*path, at), on) for at, name in enumerate(names)]
        return tuple(dict.fromkeys(found))

    def _local(self, name: str) -> str | None:
        """Return the id of an actor that the contingency itself introduces under `non_state`."""
        introduced = (self.checked.get("non_state") or {}).get("name")
        return self._label(introduced) if introduced and folded(name) == folded(introduced) else None

    def _label(self, name: str) -> str:
        self.labels[LOCAL + name] = name
        return LOCAL + name

    def _resembles_an_actor(self, name: str) -> bool:
        known = [part.text for actor in self.register.actors for part in actor.names]
        return bool(get_close_matches(name, known, 1, cutoff=0.8))

    def _non_state(self) -> NonStateActor | None:
        part = self.checked.get("non_state")
        if not part:
            return None
        host = part.get("host")
        return NonStateActor(
            self._actor(part["name"], ("non_state", "name"), None),
            self._actor(host, ("non_state", "host"), None) if host else None,
            self._actors(part.get("supported_by") or (), ("non_state", "supported_by"), None),
        )

    # --- events -------------------------------------------------------------------------------------------------------

    def _events(self) -> tuple[Event, ...]:
        if "events" not in self.checked or self.checked["events"] is None:
            return (self._event(self.checked, (), "event-1", ()),)
        events: list[Event] = []
        for at, part in enumerate(self.checked["events"]):
            day = Day.parse(part["date"])
            earlier = tuple(event.id for event in events if event.date.first <= day.first)
            event = self._event(part, ("events", at), part.get("id") or f"event-{at + 1}", earlier)
            if event.id in {other.id for other in events}:
                self._fault(("events", at, "id"), f"the id {event.id!r} is used twice")
            events.append(event)
        return tuple(events)

    def _event(self, part: Checked, path: Path_, event_id: str, earlier: tuple[str, ...]) -> Event:
        on = part["date"]
        attackers = self._actors(part["attackers"], (*path, "attackers"), on)
        targets = self._actors(part["targets"], (*path, "targets"), on)
        both = set(attackers) & set(targets)
        if both:
            self._fault((*path, "targets"), f"{', '.join(sorted(both))} is attacker and target at once")
        for at, other in enumerate(part.get("cumulative_with", ())):
            if other not in earlier:
                allowed = ", ".join(earlier) or "no event comes before this one"
                self._fault((*path, "cumulative_with", at), f"no earlier event is called {other!r}", allowed)
        return Event(
            event_id,
            Day.parse(on),
            attackers,
            targets,
            self._place(part.get("place") or {}, (*path, "place"), on),
            self._act(part.get("act") or {}, (*path, "act"), on, (*attackers, *targets)),
            tuple(part.get("cumulative_with", ())),
        )

    def _place(self, part: Checked, path: Path_, on: str) -> Place:
        lat, lon = part.get("lat"), part.get("lon")
        return Place(
            name=part.get("name") or "",
            point=Point(lat, lon) if lat is not None and lon is not None else None,
            kind=part.get("kind"),
            object=part.get("object"),
            region=part.get("region"),
            sovereign=self._holder(part, "sovereign", path, on),
            administered_by=self._holder(part, "administered_by", path, on),
            claimants=self._actors(part.get("claimants") or (), (*path, "claimants"), on),
            within_recognised_borders=part.get("within_recognised_borders"),
        )

    def _holder(self, part: Checked, key: str, path: Path_, on: str) -> str | None:
        """Return who holds a place: nobody if null was written or on the high seas; a key left out is unknown."""
        if key not in part:
            return HIGH_SEAS if part.get("kind") == HIGH_SEAS else None
        if part[key] is None:
            return HIGH_SEAS
        if part[key] == DISPUTED:
            return DISPUTED
        return self._actor(part[key], (*path, key), on)

    def _act(self, part: Checked, path: Path_, on: str, involved: tuple[str, ...]) -> Act:
        means, authors = part.get("means"), part.get("first_use_of_force")
        return Act(
            kind=part.get("kind"),
            gravity=part.get("gravity"),
            means=tuple(means) if means is not None else None,
            first_use_of_force=self._authors(authors, (*path, "first_use_of_force"), on, involved) if authors else None,
            provoked=part.get("provoked"),
            external_direction=part.get("external_direction"),
            indirect=part.get("indirect"),
            declared_war=part.get("declared_war"),
            internationally_authorised=part.get("internationally_authorised"),
        )

    def _authors(self, names: Sequence[str], path: Path_, on: str, involved: tuple[str, ...]) -> tuple[str, ...]:
        """Return who used force first; a shorter name of one of those involved is enough."""
        if names == [DISPUTED]:
            return (DISPUTED,)
        found: list[str] = []
        for at, text in enumerate(names):
            for name in text.split(" and ") if len(names) == 1 else [text]:
                inside = self._members_among(name, on, involved)
                inside = inside or [i for i in involved if folded(name) in folded(self._name(i, on))]
                unclear = len(inside) != 1 and not name.endswith(MEMBERS)
                found.extend([self._actor(name, (*path, at), on)] if unclear or not inside else inside)
        return tuple(dict.fromkeys(found))

    def _members_among(self, name: str, on: str, involved: tuple[str, ...]) -> list[str]:
        """Return those involved who are bound by the treaty of a group such as ``NATO members``."""
        treaty_id = name.removesuffix(MEMBERS).casefold()
        if not name.endswith(MEMBERS) or treaty_id not in self.register.treaties:
            return []
        treaty, day = self.register.treaties[treaty_id], Day.parse(on)
        return [state for state in involved if treaty.places_on(state, day)]

    def _name(self, actor_id: str, on: str) -> str:
        actor = self.register.actors.get(actor_id)
        return actor.name_on(Day.parse(on)) if actor else self.labels.get(actor_id, actor_id)

    # --- what had been said -------------------------------------------------------------------------------------------

    def _war(self, at: int, part: Checked) -> War:
        one = self._actors(part["side_a"], ("belligerents", at, "side_a"), part["since"])
        other = self._actors(part["side_b"], ("belligerents", at, "side_b"), part["since"])
        if set(one) & set(other):
            twice = ", ".join(sorted(set(one) & set(other)))
            self._fault(("belligerents", at, "side_b"), f"{twice} is on both sides")
        return War(one, other, Day.parse(part["since"]))

    def _request(self, at: int, part: Checked) -> RequestForHelp:
        to, path = part["to"], ("requests", at)
        treaty = self._treaty(to, (*path, "to")) if isinstance(to, str) else ""
        states = self._actors(to, (*path, "to"), part["date"]) if not isinstance(to, str) else ()
        by = self._actor(part["by"], (*path, "by"), part["date"])
        return RequestForHelp(by, states, treaty, Day.parse(part["date"]), part["for"])

    def _finding(self, at: int, part: Checked) -> Declaration:
        path = ("findings", at)
        by = self._actor(part["by"], (*path, "by"), part["date"], may_be_organ=True)
        treaty = self._treaty(part["treaty"], (*path, "treaty"))
        return Declaration(by, treaty, part["what"], Day.parse(part["date"]))

    def _treaty(self, name: str, path: Path_) -> str:
        try:
            return self.register.treaty_id(name)
        except UnknownName as error:
            self.faults.extend(error.inside(self.document.where(path)).faults)
            return name

    def _fault(self, path: Path_, what: str, allowed: str = "") -> None:
        self.faults.append(Fault(what, self.document.where(path), allowed))


def _lives(actor: Actor) -> str:
    return ", ".join(map(str, actor.exists))
