"""Step 1, is the instrument alive: signed, in force, for these two, not suspended, not expired, publicly known.

A treaty is in force from the day it enters into force to the day it ends, both included.
"""

from __future__ import annotations

from collections.abc import Iterator

from foedus._base.dates import Day, Spell
from foedus.domain.finding import TraceLine
from foedus.domain.treaty import Clause, Instrument, Party, Suspension, Treaty
from foedus.obligations.logic import NOT_MET, UNKNOWN, Outcome, all_of, any_of, decided, negated
from foedus.obligations.situation import Law, Situation

UNESTABLISHED = "a date that the register does not establish"
"""What a finding needs where no fact of the contingency would settle it."""


def held(spell: Spell, day: Day, why: str) -> Outcome:
    """Return whether a spell holds a day; dates known only roughly may leave it unknown."""
    if spell.surely(day):
        return decided(True, why)
    if spell.possibly(day):
        return Outcome(UNKNOWN, UNKNOWN, f"{why}; the exact date is not established", (UNESTABLISHED,))
    return decided(False, why)


def clause_may_live(treaty: Treaty, clause: Clause, law: Law) -> bool:
    """Whether a clause may be law on the day: the quick test before anything else."""
    return clause_alive(treaty, clause, law).now is not NOT_MET


def clause_alive(treaty: Treaty, clause: Clause, law: Law) -> Outcome:
    """Whether a clause is law on the day, whoever is asked about."""
    return all_of(outcome for outcome, _ in _of_the_clause(treaty, clause, law))


def in_force(situation: Situation) -> tuple[Outcome, tuple[TraceLine, ...]]:
    """Test whether the clause binds the obligor towards the beneficiary on the day of the law."""
    law = situation.scene.law
    tests = [
        *_of_the_clause(situation.treaty, situation.clause, law),
        *_of_the_parties(situation),
    ]
    lines = tuple(
        TraceLine("in force", test, outcome.result, outcome.why, field=", ".join(outcome.fields))
        for outcome, test in tests
    )
    return all_of(outcome for outcome, _ in tests), lines


def _of_the_clause(treaty: Treaty, clause: Clause, law: Law) -> Iterator[tuple[Outcome, str]]:
    yield _treaty_alive(treaty, law.day), "treaty"
    instrument = treaty.instrument_of[clause.instrument]
    if instrument.spell != Spell() or not instrument.in_force:
        yield _instrument_alive(instrument, law.day), "instrument"
    if clause.spell != Spell():
        yield held(clause.spell, law.day, f"this provision was law {clause.spell}"), "clause"
    if law.public_only and instrument.secret is not None:
        yield published(instrument, law.day), "publicly known"


def _treaty_alive(treaty: Treaty, day: Day) -> Outcome:
    if treaty.life is None or treaty.in_force is None:
        return decided(False, f"signed {treaty.signed}, never in force")
    if day.last < treaty.signed.first:
        return decided(False, f"signed only on {treaty.signed}")
    if treaty.in_force.precision == "unknown":
        return held(treaty.life, day, f"signed {treaty.signed}; entry into force is not established")
    if day.last < treaty.in_force.first:
        return decided(False, f"signed {treaty.signed}, but in force only from {treaty.in_force}")
    if treaty.ended and day.first > treaty.ended.last:
        return decided(False, f"in force from {treaty.in_force}, ended {treaty.ended}")
    return held(treaty.life, day, f"signed {treaty.signed}, in force from {treaty.in_force}")


def _instrument_alive(instrument: Instrument, day: Day) -> Outcome:
    if not instrument.in_force:
        return decided(False, f"{instrument.title} never came into force")
    return held(instrument.spell, day, f"{instrument.title} was in force {instrument.spell}")


def published(instrument: Instrument, day: Day) -> Outcome:
    """Return whether a secret instrument had been published by a day; an open one always was."""
    if instrument.secret is None:
        return decided(True, f"{instrument.title} was not secret")
    since = instrument.secret.published
    if since is None:
        return decided(False, f"{instrument.title} was secret and is not known to have been published")
    return held(Spell(since), day, f"{instrument.title} was secret until {since}")


def _of_the_parties(situation: Situation) -> Iterator[tuple[Outcome, str]]:
    owes, to = situation.clause.owes, situation.clause.to
    yield _bound(situation, situation.obligor, owes.states, anyone=False), "obligor bound"
    yield _bound(situation, situation.beneficiary, to.states, anyone=to.anyone), "beneficiary covered"
    day = situation.scene.law.day
    for pause in pauses(situation.treaty, situation.clause, day):
        if pause.between(situation.obligor, situation.beneficiary):
            names = situation.scene.names((situation.obligor, situation.beneficiary))
            yield negated(held(pause.spell, day, f"suspended between {names} {pause.spell}")), "not suspended"


def pauses(treaty: Treaty, clause: Clause, day: Day) -> list[Suspension]:
    """Return the suspensions that may stand on a day; they do not touch a duty owed to all the world."""
    return [] if clause.to.anyone else [pause for pause in treaty.suspensions if pause.spell.possibly(day)]


def _bound(situation: Situation, state: str, named: tuple[str, ...], *, anyone: bool) -> Outcome:
    """Whether a state stands in the treaty on the day, as a party or as one named by the clause."""
    scene = situation.scene
    name, day = scene.name(state), scene.law.day
    actor = scene.register.actors.get(state)
    if actor is not None and not actor.existed_on(day):
        return decided(False, f"{name} did not exist on {day}")
    if anyone:
        return decided(True, "the duty is owed to all the world")
    places = situation.treaty.places_of(state)
    if not places:
        covered = state in named
        return decided(covered, f"{name} is {'named by the clause' if covered else 'not a party'}")
    return any_of(place_held(name, place, day) for place in places)


def place_held(name: str, place: Party, day: Day) -> Outcome:
    """Whether one place in the treaty binds its holder on a day."""
    if place.bound is None:
        note = f" ({place.note})" if place.note else ""
        return decided(False, f"{name} never became a party{note}")
    if place.bound.start and day.last < place.bound.start.first:
        return decided(False, f"{name} is bound only from {place.bound.start}")
    if place.bound.end and day.first > place.bound.end.last:
        return decided(False, f"{name} was bound until {place.bound.end}")
    since = f" since {place.bound.start}" if place.bound.start else ""
    role = "" if place.role == "party" else f" as {place.role.replace('_', ' ')}"
    return held(place.bound, day, f"{name} is bound{role}{since}")
