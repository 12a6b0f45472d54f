"""May they? The general law on the use of force beside the treaties, as its own traced finding.

Before 10 January 1920 no general rule forbade war. From then the Covenant of the League (articles 12 to 16), from
24 July 1929 the Pact of Paris, from 24 October 1945 the Charter of the United Nations: articles 2(4), 51 (with the
declaration and request of the victim, International Court of Justice, *Nicaragua*, 1986, paragraphs 195 and 199), 53
and 103.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from foedus._base.dates import Day
from foedus.domain.finding import Finding, Permission, PermissionStatus, TraceLine
from foedus.obligations.act import GRAVITIES, said
from foedus.obligations.logic import (
    MET,
    NOT_MET,
    UNKNOWN,
    Outcome,
    Question,
    all_of,
    any_of,
    awaiting,
    decided,
    disputed,
    unknown,
)
from foedus.obligations.situation import Scene

COVENANT = Day.parse("1920-01-10")
PACT_OF_PARIS = Day.parse("1929-07-24")
CHARTER = Day.parse("1945-10-24")

_BY_FORCE = frozenset({"defend", "offense", "discretionary_action"})
_LIVE = frozenset({"due", "contested", "conditional", "undetermined"})

NON_STATE = Question(
    "armed attack by a non-state actor",
    (("attack", "it counts as an armed attack"), ("police", "only a state's attack counts")),
)
CYBER = Question(
    "armed attack by cyber means",
    (("attack", "its effects count as an armed attack"), ("below", "it stays below an armed attack")),
)


def permissions(scene: Scene, findings: Iterable[Finding]) -> Iterator[Permission]:
    """Yield, for every state with a live duty or power to use force, whether the law permits it."""
    pairs = {
        (finding.obligor, finding.beneficiary)
        for finding in findings
        if finding.event == scene.event.id
        and finding.obligation in _BY_FORCE
        and finding.status in _LIVE
        and finding.beneficiary in scene.event.targets
    }
    for state, beneficiary in sorted(pairs):
        yield _permission(scene, state, beneficiary)


def _permission(scene: Scene, state: str, beneficiary: str) -> Permission:
    day = scene.law.day
    if day.last < COVENANT.first:
        why = "before 10 January 1920 no general rule forbade the use of force"
        return _answer(scene, state, beneficiary, "unregulated", why, ())
    tests = _under_charter(scene, state, beneficiary) if day.first >= CHARTER.first else _under_covenant(scene)
    outcome = any_of(all_of(o for _, o in ground) for ground in tests)
    lines = tuple(
        TraceLine("result", name, o.result, o.why, field=", ".join(o.fields)) for ground in tests for name, o in ground
    )
    status = _status(outcome)
    because = _because(status, outcome, tests)
    if status == "not_permitted" and day.first >= CHARTER.first:
        because += "; a treaty duty to use force yields to the Charter (article 103)"
    return Permission(
        scene.event.id,
        state,
        beneficiary,
        status,
        because,
        lines,
        outcome.awaits if status == "conditional" else (),
        outcome.fields,
    )


Ground = list[tuple[str, Outcome]]


def _under_covenant(scene: Scene) -> list[Ground]:
    texts = (
        "Covenant 10, 16"
        if scene.law.day.first < PACT_OF_PARIS.first
        else "Covenant 16; Pact of Paris, self-defence kept"
    )
    return [[(texts, _aggression(scene)), ("no provocation", _unprovoked(scene))]]


def _under_charter(scene: Scene, state: str, beneficiary: str) -> list[Ground]:
    grounds = [
        [("Council authority (Charter 42, 53)", _authorised(scene))],
        [
            ("armed attack (Charter 51)", _armed_attack(scene)),
            ("no provocation", _unprovoked(scene)),
            ("declaration and request", _requested(scene, state, beneficiary)),
        ],
    ]
    if scene.event.act.kind == "internal":
        grounds.append([("consent of the government", _requested(scene, state, beneficiary))])
    return grounds


def _authorised(scene: Scene) -> Outcome:
    for finding in scene.contingency.findings:
        if finding.what == "authorisation" and scene.happened(finding.date):
            return decided(True, f"{scene.name(finding.by)} authorised the use of force on {finding.date}")
    return decided(False, "no authorisation is listed")


def _armed_attack(scene: Scene) -> Outcome:
    act = scene.event.act
    if act.kind is None:
        return unknown("act.kind", "the kind of act is not given")
    if act.kind in {"threat", "internal"}:
        return decided(False, f"{said(act.kind)} is no armed attack")
    grave = _aggression(scene)
    if grave.now is not MET or act.kind == "armed_attack":
        return grave
    question = NON_STATE if act.kind == "non_state_attack" else CYBER
    return disputed(question, f"{question.topic}: practice and doctrine differ")


def _aggression(scene: Scene) -> Outcome:
    gravity = scene.event.act.gravity
    if gravity is None:
        return unknown("act.gravity", "the gravity is not given")
    holds = gravity != GRAVITIES[0]
    return decided(holds, f"the act is {said(gravity)}")


def _unprovoked(scene: Scene) -> Outcome:
    match scene.event.act.provoked:
        case None:
            return unknown("act.provoked", "whether the target used force first is not given")
        case "disputed":
            question = Question("act.provoked", (("true", "provoked"), ("false", "not provoked")))
            return disputed(question, "whether the target used force first is disputed")
        case answer:
            provoked = answer == "true"
            return decided(
                not provoked, "the target had used force first" if provoked else "the target had given no provocation"
            )


def _requested(scene: Scene, state: str, beneficiary: str) -> Outcome:
    if state in scene.event.targets:
        return decided(True, f"{scene.name(state)} was itself attacked")
    for call in scene.contingency.requests:
        reaches = call.to_treaty or state in call.to_states or not call.to_states
        if call.by == beneficiary and call.purpose == "assistance" and reaches and scene.happened(call.date):
            return decided(True, f"{scene.name(beneficiary)} asked for assistance on {call.date}")
    name = scene.name(beneficiary)
    return awaiting(f"a request for assistance by {name}", f"no request for assistance by {name} is listed")


def _status(outcome: Outcome) -> PermissionStatus:
    if outcome.now is MET:
        return "permitted"
    if outcome.questions:
        return "contested"
    if outcome.now is UNKNOWN or outcome.later is UNKNOWN:
        return "undetermined"
    return "not_permitted" if outcome.later is NOT_MET else "conditional"


def _because(status: PermissionStatus, outcome: Outcome, grounds: list[Ground]) -> str:
    match status:
        case "conditional":
            return f"permitted after {' and '.join(outcome.awaits)}"
        case "contested":
            return "; ".join(question.topic for question in outcome.questions) + " is disputed"
        case "undetermined":
            return f"it depends on {', '.join(outcome.fields)}"
        case "permitted":
            met = next(ground for ground in grounds if all_of(o for _, o in ground).now is MET)
            return ", ".join(name for name, _ in met)
        case _:
            return outcome.why


def _answer(
    scene: Scene,
    state: str,
    beneficiary: str,
    status: PermissionStatus,
    why: str,
    lines: tuple[TraceLine, ...],
) -> Permission:
    return Permission(scene.event.id, state, beneficiary, status, why, lines)
