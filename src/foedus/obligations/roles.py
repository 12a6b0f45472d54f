"""Step 2, roles: who is the victim, who the attacker, and whether the beneficiary stands as the clause asks."""

from __future__ import annotations

from foedus.domain.finding import TraceLine
from foedus.obligations.logic import Outcome, all_of, any_of, decided, unknown
from foedus.obligations.procedure import has_called
from foedus.obligations.situation import Situation

TO_ACT = frozenset({"defend", "offense", "discretionary_action", "neutrality"})


def roles(situation: Situation) -> tuple[Outcome, tuple[TraceLine, ...]]:
    """Test where obligor and beneficiary stand in the event."""
    if situation.clause.obligation == "nonaggression":
        tests = [(_attacks(situation), "obligor is the attacker")]
        tests.append((_is_covered(situation), "target protected"))
    else:
        tests = [(_stands(situation), "beneficiary")]
        if situation.clause.obligation in TO_ACT:
            tests.append((_is_free(situation), "obligor"))
    lines = tuple(TraceLine("roles", test, o.result, o.why, field=", ".join(o.fields)) for o, test in tests)
    return all_of(outcome for outcome, _ in tests), lines


def _attacks(situation: Situation) -> Outcome:
    attacks = situation.obligor in situation.scene.event.attackers
    name = situation.scene.name(situation.obligor)
    return decided(attacks, f"{name} is {'an' if attacks else 'no'} attacker")


def _is_covered(situation: Situation) -> Outcome:
    """Whether the target is one to whom the duty is owed."""
    to, name = situation.clause.to, situation.scene.name(situation.beneficiary)
    if to.anyone:
        return decided(True, "the duty is owed to all the world")
    places = situation.treaty.places_of(situation.beneficiary)
    roles_held = [place.role for place in places] or [""]
    covered = any(to.holds(situation.beneficiary, role) for role in roles_held)
    return decided(covered, f"{name} is {'' if covered else 'not '}protected by this clause")


def _is_free(situation: Situation) -> Outcome:
    """Whether the obligor is not itself on the other side."""
    name = situation.scene.name(situation.obligor)
    if situation.obligor in situation.adversaries:
        return decided(False, f"{name} is itself on the other side")
    return decided(True, f"{name} is not on the other side")


def _stands(situation: Situation) -> Outcome:
    tests = [STANDINGS[standing](situation) for standing in situation.clause.beneficiary_is]
    return any_of(tests)


def _is_target(situation: Situation) -> Outcome:
    scene, state = situation.scene, situation.beneficiary
    name = scene.name(state)
    if state in scene.event.targets:
        return decided(True, f"{name} is the target")
    if state in scene.event.attackers:
        return decided(False, f"{name} is the attacker, not the one attacked")
    return decided(False, f"{name} is not the target")


def _is_attacker(situation: Situation) -> Outcome:
    attacks = situation.beneficiary in situation.scene.event.attackers
    name = situation.scene.name(situation.beneficiary)
    return decided(attacks, f"{name} is {'the' if attacks else 'not the'} attacker")


def _is_at_war(situation: Situation) -> Outcome:
    scene, state = situation.scene, situation.beneficiary
    name, act = scene.name(state), scene.event.act
    if any(state in (*war.side_a, *war.side_b) and scene.happened(war.since) for war in scene.contingency.belligerents):
        return decided(True, f"{name} is already at war")
    if state not in (*scene.event.attackers, *scene.event.targets):
        return decided(False, f"{name} is not at war")
    if act.declared_war:
        return decided(True, f"{name} is at war: war was declared")
    if act.kind is not None and act.kind != "armed_attack":
        return decided(False, f"{name} is not at war")
    if act.kind is None or act.gravity is None:
        return unknown("act.gravity" if act.kind else "act.kind", f"whether {name} is at war is not given")
    at_war = act.gravity != "below_armed_attack"
    return decided(at_war, f"{name} is {'' if at_war else 'not '}at war")


def _is_requester(situation: Situation) -> Outcome:
    name = situation.scene.name(situation.beneficiary)
    call = has_called(situation.beneficiary, situation)
    if call is None:
        return decided(False, f"{name} has not called for consultation under the treaty")
    return decided(True, f"{name} called for {call.purpose} on {call.date}")


def _is_partner(situation: Situation) -> Outcome:
    scene = situation.scene
    is_hit = situation.obligor in scene.event.targets
    name = scene.name(situation.obligor)
    return decided(is_hit, f"{name} is {'itself' if is_hit else 'not'} the target and consults its partners")


STANDINGS = {
    "target": _is_target,
    "attacker": _is_attacker,
    "at_war": _is_at_war,
    "requester": _is_requester,
    "partner": _is_partner,
}
