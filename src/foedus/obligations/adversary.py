"""Step 5, the adversary: named, classed or counted, allied with a named one, or itself a party."""

from __future__ import annotations

from functools import lru_cache

from foedus._base.dates import Day
from foedus.domain.condition import Adversaries, AdversaryIs, AdversaryIsParty, AlreadyAtWar
from foedus.domain.treaty import Treaty
from foedus.domain.vocabulary import FORCE
from foedus.obligations.logic import Outcome, decided
from foedus.obligations.situation import Scene, Situation
from foedus.register.register import Register


def adversary_is(condition: AdversaryIs, situation: Situation) -> Outcome:
    """Whether one of the adversaries, or each, belongs to the set."""
    scene, wanted = situation.scene, condition.adversary
    meant = frozenset(wanted.states) | situation.of_classes(wanted.classes)
    matching = {
        adversary
        for adversary in situation.adversaries
        if adversary in meant or (wanted.or_allies and _allied_with_any(adversary, meant, scene))
    }
    words = " or ".join([*sorted(map(scene.name, wanted.states)), *situation.class_names(wanted.classes)])
    words += " or a state allied with it" if wanted.or_allies else ""
    everyone = set(situation.adversaries)
    holds = bool(matching) and (matching == everyone or not wanted.each)
    shown = scene.names(matching if holds else everyone - matching) or "nobody"
    relation = "" if shown == words else f" ({words})" if holds else f", not {words}"
    return decided(holds, f"the adversary is {shown}{relation}")


def _allied_with_any(state: str, others: frozenset[str], scene: Scene) -> bool:
    return any(are_allied(scene.register, state, other, scene.law.day) for other in sorted(others))


@lru_cache(maxsize=4096)
def are_allied(register: Register, one: str, other: str, day: Day) -> bool:
    """Whether a treaty in force on a day binds one of the two to fight for the other."""
    if one == other:
        return False
    return any(_binds_to_fight(treaty, one, other, day) for treaty in register.treaties_on(day))


def _binds_to_fight(treaty: Treaty, one: str, other: str, day: Day) -> bool:
    if not treaty.binds:
        return False
    places = [treaty.places_on(state, day) for state in (one, other)]
    if not all(places):
        return False
    return any(
        clause.obligation in FORCE
        and clause.spell.possibly(day)
        and any(
            clause.owes.holds(first.state, first.role) and clause.to.holds(second.state, second.role)
            for a in places[0]
            for b in places[1]
            for first, second in ((a, b), (b, a))
        )
        for clause in treaty.clauses
    )


def adversaries(condition: Adversaries, situation: Situation) -> Outcome:
    """Whether enough adversaries fight the beneficiary, those already at war with it counted in."""
    scene, wanted = situation.scene, condition.adversaries
    facing = set(situation.adversaries) | _already_facing(situation)
    if wanted.classes:
        facing &= situation.of_classes(wanted.classes)
    kind = " or ".join(situation.class_names(wanted.classes)) or "opponents"
    shown = f" ({scene.names(facing)})" if facing else ""
    return decided(
        len(facing) >= wanted.at_least,
        f"{scene.name(situation.beneficiary)} faces {len(facing)}{shown} where {wanted.at_least} are needed ({kind})",
    )


def _already_facing(situation: Situation) -> set[str]:
    scene, state = situation.scene, situation.beneficiary
    facing = {
        opponent
        for war in scene.contingency.belligerents
        if scene.happened(war.since)
        for opponent in war.opponents_of(state)
    }
    facing |= {
        entry.state for entry in scene.contingency.entries if state in entry.against and scene.happened(entry.date)
    }
    return facing


def adversary_is_party(condition: AdversaryIsParty, situation: Situation) -> Outcome:
    """Whether an adversary is itself bound by the treaty."""
    parties = situation.bound_parties & set(situation.adversaries)
    why = f"{situation.scene.names(parties)} is itself a party" if parties else "no adversary is a party"
    return decided(bool(parties) is condition.adversary_is_party, why)


def already_at_war(condition: AlreadyAtWar, situation: Situation) -> Outcome:
    """Whether the beneficiary and an adversary were at war before the act."""
    scene = situation.scene
    before = {
        opponent
        for war in scene.contingency.belligerents
        if war.since.last < scene.event.date.first
        for opponent in war.opponents_of(situation.beneficiary)
    } & set(situation.adversaries)
    name = scene.name(situation.beneficiary)
    why = (
        f"{name} was already at war with {scene.names(before)}"
        if before
        else f"{name} was not yet at war with the adversary"
    )
    return decided(bool(before) is condition.already_at_war, why)
