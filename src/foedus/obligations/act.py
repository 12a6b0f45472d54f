"""Step 3, the act: its kind, gravity and means, provocation and first use, direction and authority."""

from __future__ import annotations

from typing import get_args

from foedus.domain.condition import (
    ActIs,
    Authorised,
    ExternallyDirected,
    FirstUse,
    GravityAtLeast,
    Indirect,
    MeansUsed,
    Mobilised,
    Unprovoked,
    WarDeclared,
)
from foedus.domain.contingency import DISPUTED, Answer
from foedus.domain.vocabulary import Gravity
from foedus.obligations.logic import Outcome, Question, awaiting, decided, disputed, negated, unknown
from foedus.obligations.situation import Situation

GRAVITIES: tuple[Gravity, ...] = get_args(Gravity)

FOUND_FROM_ABROAD = "a finding that the attack was directed from abroad"
"""What a duty waits for while external direction is neither known nor found."""

CUMULATION = Question(
    "accumulation of events",
    (("together", "the events counted together"), ("alone", "each event counted alone")),
)


def said(word: str) -> str:
    """Return a word of a vocabulary as people write it."""
    return word.replace("_", " ")


def act_is(condition: ActIs, situation: Situation) -> Outcome:
    """Whether the act is of one of the kinds."""
    kind = situation.scene.event.act.kind
    wanted = " or ".join(map(said, condition.act))
    if kind is None:
        return unknown("act.kind", f"the kind of act is not given ({wanted} is needed)")
    if kind in condition.act:
        return decided(True, f"the act is {said(kind)}")
    return decided(False, f"the act is {said(kind)}, not {wanted}")


def gravity_at_least(condition: GravityAtLeast, situation: Situation) -> Outcome:
    """Whether the act is grave enough; earlier events may be counted with it on one doctrine."""
    event = situation.scene.event
    gravity = event.act.gravity
    if gravity is None:
        return unknown("act.gravity", f"the gravity is not given ({said(condition.gravity)} is needed)")
    if GRAVITIES.index(gravity) >= GRAVITIES.index(condition.gravity):
        return decided(True, f"the act is of the gravity: {said(gravity)}")
    why = f"the act is {said(gravity)}, short of {said(condition.gravity)}"
    if event.cumulative_with and condition.gravity != "major":
        view = situation.views.get(CUMULATION.topic)
        if view is None:
            return disputed(CUMULATION, f"{why}; whether earlier events count with it is disputed")
        if view == "together":
            return decided(True, "counted together, the events reach an armed attack")
    return decided(False, why)


def means_used(condition: MeansUsed, situation: Situation) -> Outcome:
    """Whether one of the means was used."""
    means = situation.scene.event.act.means
    wanted = ", ".join(map(said, condition.means))
    if means is None:
        return unknown("act.means", f"the means are not given (one of {wanted} is needed)")
    used = [word for word in means if word in condition.means]
    if used:
        return decided(True, f"the means include {', '.join(map(said, used))}")
    return decided(False, f"none of {wanted} was used")


def _answered(topic: str, answer: Answer | None, situation: Situation, views: tuple[str, str]) -> Outcome:
    """Test a fact that may be true, false, disputed or unknown; met when true."""
    if answer is None:
        return unknown(topic, f"{topic} is not given")
    if answer == DISPUTED:
        question = Question(topic, (("true", views[0]), ("false", views[1])))
        view = situation.views.get(topic)
        if view is None:
            return disputed(question, f"accounts differ: {views[0]}, or {views[1]}")
        answer = "true" if view == "true" else "false"
    return decided(answer == "true", views[0] if answer == "true" else views[1])


def unprovoked(condition: Unprovoked, situation: Situation) -> Outcome:
    """Whether the target gave no provocation."""
    target = situation.scene.names(situation.scene.event.targets)
    outcome = _answered(
        "act.provoked",
        situation.scene.event.act.provoked,
        situation,
        (f"{target} had given provocation", f"{target} had given no provocation"),
    )
    return negated(outcome) if condition.unprovoked else outcome


def first_use(condition: FirstUse, situation: Situation) -> Outcome:
    """Whether the adversary, or the beneficiary, used force first."""
    scene = situation.scene
    authors = scene.event.act.first_use_of_force
    if authors is None:
        return unknown("act.first_use_of_force", "who used force first is not given")
    if DISPUTED in authors:
        sides = (
            ("adversary", "the adversary used force first"),
            ("beneficiary", f"{scene.name(situation.beneficiary)} used force first"),
        )
        question = Question("act.first_use_of_force", sides)
        view = situation.views.get(question.topic)
        if view is None:
            return disputed(question, "who used force first is disputed")
        return decided(view == condition.first_use, dict(sides)[view])
    wanted = situation.members(condition.first_use)
    return decided(bool(wanted & set(authors)), f"{scene.names(authors)} used force first")


def war_declared(condition: WarDeclared, situation: Situation) -> Outcome:
    """Whether war was declared."""
    declared = situation.scene.event.act.declared_war
    if declared is None:
        return unknown("act.declared_war", "whether war was declared is not given")
    return decided(declared is condition.declared_war, "war was declared" if declared else "war was not declared")


def externally_directed(condition: ExternallyDirected, situation: Situation) -> Outcome:
    """Whether the attack came from outside: a state's own act, a known fact, or a finding of the alliance."""
    outcome = _direction(situation)
    return outcome if condition.externally_directed else negated(outcome)


def _direction(situation: Situation) -> Outcome:
    scene = situation.scene
    act = scene.event.act
    states = [a for a in scene.event.attackers if scene.is_state(a) and a not in scene.event.targets]
    if states and act.kind in {"armed_attack", "threat"}:
        return decided(True, f"the act is {scene.names(states)}'s own")
    if act.external_direction is not None:
        return _answered(
            "act.external_direction",
            act.external_direction,
            situation,
            ("the attack was directed from outside", "the attack was not directed from outside"),
        )
    for finding in scene.contingency.findings:
        if (
            finding.what == "external_direction"
            and finding.treaty == situation.treaty.id
            and scene.happened(finding.date)
        ):
            return decided(True, f"{scene.name(finding.by)} found external direction on {finding.date}")
    return awaiting(
        FOUND_FROM_ABROAD,
        "whether the attack was directed from outside is not known, and nobody has found so",
    )


def indirect(condition: Indirect, situation: Situation) -> Outcome:
    """Whether the act was indirect."""
    value = situation.scene.event.act.indirect
    if value is None:
        return unknown("act.indirect", "whether the act was indirect is not given")
    return decided(value is condition.indirect, "the act was indirect" if value else "the act was direct")


def authorised(condition: Authorised, situation: Situation) -> Outcome:
    """Whether the act had international authority; the list of findings is closed, so silence means none."""
    scene = situation.scene
    given = scene.event.act.internationally_authorised
    by_finding = [
        finding
        for finding in scene.contingency.findings
        if finding.what == "authorisation" and scene.happened(finding.date)
    ]
    holds = bool(given) or (given is None and bool(by_finding))
    why = (
        "the use of force had international authority"
        if holds
        else "no international authority for the use of force is listed"
    )
    return decided(holds is condition.authorised, why)


def mobilised(condition: Mobilised, situation: Situation) -> Outcome:
    """Whether so many of the states had mobilised."""
    scene, wanted = situation.scene, condition.mobilised
    meant = frozenset(wanted.states) | situation.of_classes(wanted.classes)
    done = {step.state for step in scene.contingency.mobilisations if step.state in meant and scene.happened(step.date)}
    if len(done) >= wanted.count:
        return decided(True, f"{scene.names(done)} had mobilised")
    words = " or ".join([*sorted(map(scene.name, wanted.states)), *situation.class_names(wanted.classes)])
    return awaiting(f"mobilisation by {words}", f"no mobilisation by {words} is listed")
