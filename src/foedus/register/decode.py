"""Turn checked parts of the register's files into domain objects. Actor names are ids by now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from foedus._base.dates import ALWAYS, Day, Spell
from foedus.domain import area as areas
from foedus.domain.actor import Actor, Capital, IsoCode, Name, StateClass, Succession, SystemMembership
from foedus.domain.disputed import DisputedPlace
from foedus.domain.evidence import Evidence
from foedus.domain.group import Group
from foedus.domain.provision import Duration, Provision, Provisions
from foedus.domain.treaty import (
    CarveOut,
    Clause,
    Contingent,
    Ending,
    Instrument,
    Party,
    Reading,
    Reservation,
    Secrecy,
    Source,
    Steps,
    Suspension,
    Treaty,
    Vitality,
)
from foedus.register.conditions_file import Checked, decode_tree, spell_of

NO_STEPS = Steps()
Terms = Mapping[str, Checked]


def _day(text: str | None) -> Day | None:
    return Day.parse(text) if text else None


# --- actors and classes -----------------------------------------------------------------------------------------------


def decode_actor(checked: Checked) -> Actor:
    """Return the actor; `exists` defaults to the union of its spells in the state systems."""
    cow = _membership(checked["cow"]) if "cow" in checked else None
    written = checked.get("gw", ())
    gw = tuple(map(_membership, [written] if isinstance(written, Mapping) else written))
    exists = _spells(checked.get("exists", ()))
    in_systems = tuple(spell for member in (cow, *gw) if member for spell in member.spells)
    return Actor(
        id=checked["id"],
        kind=checked["kind"],
        names=tuple(_name(name) for name in checked["names"]),
        aliases=tuple(_name(alias) for alias in checked.get("aliases", ())),
        cow=cow,
        gw=gw,
        iso3=_iso_codes(checked.get("iso3", ())),
        exists=exists or in_systems,
        capitals=tuple(
            Capital(seat["name"], seat["lat"], seat["lon"], spell_of(seat)) for seat in checked.get("capitals", ())
        ),
        predecessors=_successions(checked.get("predecessors", ())),
        successors=_successions(checked.get("successors", ())),
        note=checked.get("note", ""),
        disputed=checked.get("disputed", {}).get("note", ""),
    )


def _name(checked: Checked | str) -> Name:
    if isinstance(checked, str):
        return Name(checked)
    return Name(checked["name"], spell_of(checked), checked.get("formal", ""))


def _membership(checked: Checked) -> SystemMembership:
    return SystemMembership(checked["number"], checked["abbreviation"], _spells(checked["spells"]))


def _spells(checked: Sequence[Sequence[str | None]]) -> tuple[Spell, ...]:
    return tuple(Spell(_day(start), _day(end)) for start, end in checked)


def _iso_codes(checked: str | Sequence[Checked]) -> tuple[IsoCode, ...]:
    if isinstance(checked, str):
        return (IsoCode(checked),)
    return tuple(IsoCode(iso["code"], spell_of(iso)) for iso in checked)


def _successions(checked: Sequence[Checked]) -> tuple[Succession, ...]:
    return tuple(Succession(link["actor"], link["how"], _day(link.get("date"))) for link in checked)


def decode_class(class_id: str, checked: Checked) -> StateClass:
    """Return a class of states."""
    members = ((state, spell_of(part)) for part in checked["members"] for state in part["states"])
    return StateClass(class_id, checked["name"], tuple(members))


# --- areas ------------------------------------------------------------------------------------------------------------


def decode_area(area_id: str, checked: Checked) -> areas.Area:
    """Return a named area."""
    return areas.Area(area_id, checked["name"], _shape(checked["shape"]))


def _shape(checked: Checked) -> areas.Shape:
    match checked:
        case {"any": parts}:
            return areas.AnyShape(tuple(map(_shape, parts)))
        case {"all": parts}:
            return areas.AllShapes(tuple(map(_shape, parts)))
        case {"not": part}:
            return areas.Complement(_shape(part))
        case {"region": regions}:
            return areas.AnyShape(tuple(map(areas.NamedArea, regions)))
        case {"area": area}:
            return areas.NamedArea(area)
        case _:
            return _figure(checked)


def _figure(checked: Checked) -> areas.Figure:
    match checked:
        case {"north_of": limit}:
            return areas.Parallel(limit, "north")
        case {"south_of": limit}:
            return areas.Parallel(limit, "south")
        case {"east_of": limit}:
            return areas.Meridian(limit, "east")
        case {"west_of": limit}:
            return areas.Meridian(limit, "west")
        case {"circle": circle}:
            return areas.Circle(areas.Point(circle["lat"], circle["lon"]), circle["km"])
        case _:
            points = tuple(areas.Point(lat, lon) for lat, lon in checked["polygon"])
            return areas.Polygon(points, checked.get("edges", "rhumb"))


def decode_disputed(place_id: str, checked: Checked) -> DisputedPlace:
    """Return a disputed place."""
    return DisputedPlace(
        id=place_id,
        names=tuple(checked["names"]),
        shape=_shape(checked["area"]),
        administered=_holders(checked["administered"]),
        claimed=_holders(checked["claimed"]),
        note=checked.get("note", ""),
    )


def _holders(checked: Sequence[Checked]) -> tuple[tuple[tuple[str, ...], Spell], ...]:
    return tuple((tuple(part["by"]), spell_of(part)) for part in checked)


# --- treaties ---------------------------------------------------------------------------------------------------------


def decode_treaty(checked: Checked) -> Treaty:
    """Return the treaty."""
    in_force = None if checked["in_force"] == "never" else _entry(checked, checked["signed"])
    return Treaty(
        id=checked["id"],
        name=checked["name"],
        aliases=tuple(checked.get("aliases", ())),
        character=checked["character"],
        summary=checked["summary"],
        signed=Day.parse(checked["signed"]),
        in_force=in_force,
        ended=_day(checked.get("ended")),
        instruments=tuple(_instrument(text, checked) for text in checked["instruments"]),
        parties=tuple(
            _party(party, state, in_force, checked) for party in checked["parties"] for state in party["states"]
        ),
        clauses=tuple(_clause(part, checked.get("terms", {})) for part in checked["clauses"]),
        sources=tuple(map(_source, checked["sources"])),
        dates_evidence=decode_evidence(checked["dates_known"]),
        areas=tuple(decode_area(*item) for item in checked.get("areas", {}).items()),
        suspensions=tuple(map(_suspension, checked.get("suspensions", ()))),
        reservations=tuple(map(_reservation, checked.get("reservations", ()))),
        ends=tuple(map(_ending, checked.get("ends", ()))),
        vitality=tuple(
            Vitality(state["grade"], spell_of(state), state.get("note", "")) for state in checked.get("vitality", ())
        ),
        term=checked.get("term", ""),
        replaces=tuple(checked.get("replaces", ())),
        replaced_by=tuple(checked.get("replaced_by", ())),
        note=checked.get("note", ""),
        duration=_duration(checked["duration"]) if "duration" in checked else None,
        provisions=_provisions(checked["provisions"]) if "provisions" in checked else None,
        unread=frozenset(checked.get("unread", ())),
    )


def _entry(checked: Checked, signed: str) -> Day | None:
    """Return the day of entry into force; one that cannot be established lies after signature."""
    text = checked.get("in_force")
    if text != "unknown":
        return _day(text)
    unknown = Day.parse(text)
    return Day(Day.parse(signed).first, unknown.last, text, precision="unknown")


def _instrument(checked: Checked, treaty: Checked) -> Instrument:
    signed = checked.get("signed")
    entry = None
    if checked.get("in_force") not in (None, "never"):
        entry = _entry(checked, signed or treaty["signed"])
    secret = checked.get("secret")
    return Instrument(
        id=checked["id"],
        title=checked["title"],
        character=checked["character"],
        signed=_day(signed),
        spell=Spell(entry, _day(checked.get("ended"))),
        articles={article: text or "" for article, text in checked.get("articles", {}).items()},
        secret=Secrecy(tuple(secret["known_to"]), _day(secret.get("published"))) if secret else None,
        in_force=checked.get("in_force") != "never",
    )


def _party(checked: Checked, state: str, in_force: Day | None, treaty: Checked) -> Party:
    start, own = checked.get("from"), checked.get("signed")
    not_before = treaty["signed"] if own in (None, "unknown") else own
    bound: Spell | None = None
    if start != "never":
        entry = _entry({"in_force": start}, not_before) if start else in_force
        bound = Spell(entry, _day(checked.get("until"))) if entry else None
    came_later = in_force and bound and bound.start and bound.start.first > in_force.last
    return Party(
        state=state,
        role=checked.get("role", "party"),
        signed=_day(own or (None if came_later else treaty["signed"])),
        bound=bound,
        how_ended=checked.get("how", ""),
        succeeds=checked.get("succeeds", ""),
        note=checked.get("note", ""),
    )


def _source(checked: Checked) -> Source:
    return Source(**checked)


def decode_evidence(checked: Checked) -> Evidence:
    """Return how a statement is known; what is only remembered was compared with a source by nobody."""
    verified = checked["verified"]
    return Evidence(
        verified=verified,
        source=checked.get("source", ""),
        locator=str(checked.get("locator", "")),
        readers=checked.get("readers", 0 if verified == "knowledge" else 1),
    )


def _suspension(checked: Checked) -> Suspension:
    one, other = checked["between"]
    return Suspension(tuple(one), tuple(other), spell_of(checked), checked.get("note", ""))


def _reservation(checked: Checked) -> Reservation:
    return Reservation(tuple(checked["by"]), checked.get("article", ""), _day(checked.get("date")), checked["summary"])


def _ending(checked: Checked) -> Ending:
    return Ending(
        Day.parse(checked["date"]),
        checked["how"],
        checked["legal"],
        tuple(checked.get("by", ())),
        checked.get("note", ""),
    )


# --- term and provisions ----------------------------------------------------------------------------------------------


def _duration(checked: Checked) -> Duration:
    written = checked.get("first_term")
    sets_length = written if isinstance(written, Mapping) else {}
    return Duration(
        evidence=decode_evidence(checked["known"]),
        first_term=next(iter(sets_length), written),
        years=sets_length.get("years"),
        until=sets_length.get("until", ""),
        renewal=checked.get("renewal"),
        renewed_for=checked.get("renewed_for"),
        denunciation=checked.get("denunciation"),
        notice_months=checked.get("notice_months"),
        article=checked.get("article", ""),
        instrument=checked.get("instrument", ""),
        note=checked.get("note", ""),
    )


def _provisions(checked: Checked) -> Provisions:
    evidence = decode_evidence(checked["known"])
    return Provisions(
        complete=checked["complete"],
        evidence=evidence,
        items=tuple(_provision(item, evidence) for item in checked.get("items", ())),
        absent=frozenset(checked.get("absent", ())),
    )


def _provision(checked: Checked, otherwise: Evidence) -> Provision:
    return Provision(
        kind=checked["kind"],
        summary=checked["summary"],
        evidence=decode_evidence(checked["known"]) if "known" in checked else otherwise,
        article=checked.get("article", ""),
        instrument=checked.get("instrument", ""),
        of=_group(checked["of"]) if "of" in checked else None,
        to=_group(checked["to"]) if "to" in checked else None,
        spell=spell_of(checked),
    )


# --- clauses ----------------------------------------------------------------------------------------------------------


def _clause(checked: Checked, terms: Terms) -> Clause:
    steps = _steps(checked, NO_STEPS, terms)
    contingent = checked.get("contingent")
    return Clause(
        id=checked["id"],
        article=checked["article"],
        instrument=checked["instrument"],
        obligation=checked["obligation"],
        strength=checked["strength"],
        owes=_group(checked.get("owes")),
        to=_group(checked.get("to")),
        beneficiary_is=tuple(checked.get("beneficiary_is", ("target",))),
        summary=checked["summary"],
        steps=steps,
        evidence=decode_evidence(checked["known"]),
        spell=spell_of(checked),
        exceptions=tuple(_carve_out(part, terms) for part in checked.get("exceptions", ())),
        readings=tuple(_reading(part, steps, terms) for part in checked.get("readings", ())),
        contingent=Contingent(**contingent) if contingent else None,
        effects=tuple(checked.get("effects", ())),
    )


def _steps(checked: Checked, otherwise: Steps, terms: Terms) -> Steps:
    def step(name: str) -> Any:
        return decode_tree(checked[name], terms) if name in checked else getattr(otherwise, name)

    return Steps(step("act"), step("place"), step("adversary"), step("procedure"))


def _group(checked: Checked | None) -> Group:
    if checked is None:
        return Group(roles=("party",))
    named = checked.get("roles") or checked.get("states") or checked.get("anyone")
    return Group(
        roles=tuple(checked.get("roles", () if named else ("party",))),
        states=tuple(checked.get("states", ())),
        excepted=tuple(checked.get("except", ())),
        anyone=bool(checked.get("anyone", False)),
    )


def _carve_out(checked: Checked, terms: Terms) -> CarveOut:
    return CarveOut(
        when=decode_tree(checked["when"], terms),
        summary=checked["summary"],
        article=checked.get("article", ""),
        by=tuple(checked.get("by", ())),
    )


def _reading(checked: Checked, steps: Steps, terms: Terms) -> Reading:
    since, until = _day(checked.get("since")), _day(checked.get("until"))
    return Reading(
        id=checked["id"],
        holders=tuple(checked["holders"]),
        spell=Spell(since, until) if since or until else ALWAYS,
        summary=checked.get("summary", ""),
        steps=_steps(checked, steps, terms),
        duty=checked.get("duty", True),
    )
