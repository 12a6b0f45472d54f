"""Step 6, what must happen first: a request, a finding, another ally's entry, the victim's own resistance.

The lists of the contingency are closed: what is not listed had not happened, so a test that waits for it is open.
"""

from __future__ import annotations

from foedus.domain.condition import Entry, Finder, FindingOf, Request, Resists, Undisclosed
from foedus.domain.contingency import Declaration, RequestForHelp
from foedus.obligations.act import said
from foedus.obligations.logic import Outcome, awaiting, decided, unknown
from foedus.obligations.situation import Situation


def request(condition: Request, situation: Situation) -> Outcome:
    """Whether help or consultation was asked for, of the obligor or under the treaty."""
    scene, wanted = situation.scene, condition.request
    by = frozenset({situation.beneficiary}) if wanted.by == "beneficiary" else situation.bound_parties
    for call in scene.contingency.requests:
        if call.by in by and _answers(call, wanted.purpose) and _reaches(call, situation):
            return decided(True, f"{scene.name(call.by)} asked for {call.purpose} on {call.date}")
    asker = scene.name(situation.beneficiary) if wanted.by == "beneficiary" else "a party"
    return awaiting(
        f"a request for {wanted.purpose} by {asker}",
        f"no request for {wanted.purpose} by {asker} is listed",
    )


def _answers(call: RequestForHelp, purpose: str) -> bool:
    """Return whether a call is one for the purpose; a call for assistance is also one for consultation."""
    return call.purpose in {purpose, "assistance"}


def _reaches(call: RequestForHelp, situation: Situation) -> bool:
    if not situation.scene.happened(call.date):
        return False
    if call.to_treaty:
        return call.to_treaty == situation.treaty.id
    return situation.obligor in call.to_states or not call.to_states


def has_called(state: str, situation: Situation) -> RequestForHelp | None:
    """Return the call by which a state has brought the matter before the obligor or the treaty."""
    calls = situation.scene.contingency.requests
    return next((call for call in calls if call.by == state and _reaches(call, situation)), None)


def finding_of(condition: FindingOf, situation: Situation) -> Outcome:
    """Whether what the clause waits for has been found, by whom it must be found."""
    scene, wanted = situation.scene, condition.finding
    made = [
        declared
        for declared in scene.contingency.findings
        if declared.what in wanted.what
        and declared.treaty in {situation.treaty.id, ""}
        and scene.happened(declared.date)
    ]
    matter = " or ".join(map(said, wanted.what))
    if _suffices(made, wanted.by, situation):
        shown = "; ".join(f"{scene.name(one.by)} on {one.date}" for one in made)
        return decided(True, f"{matter} was found: {shown}")
    finder = _finder_in_words(wanted.by, situation)
    return awaiting(f"a finding of {matter} by {finder}", f"no finding of {matter} by {finder} is listed")


def _suffices(made: list[Declaration], by: str | Finder, situation: Situation) -> bool:
    makers = {declared.by for declared in made}
    organs = {maker for maker in makers if not situation.scene.is_state(maker)}
    match by:
        case Finder(states, classes, actors, each):
            finders = {*states, *actors, *situation.of_classes(classes)}
            return finders - set(situation.adversaries) <= makers if each else bool(makers & finders)
        case "obligor":
            return situation.obligor in makers
        case "beneficiary":
            return situation.beneficiary in makers
        case "any_party":
            return bool(makers & situation.bound_parties or organs)
        case "all_parties":
            return bool(organs) or situation.bound_parties - set(situation.adversaries) <= makers
        case "organ":
            return bool(organs)
        case _:
            return bool(makers)


def _finder_in_words(by: str | Finder, situation: Situation) -> str:
    scene = situation.scene
    match by:
        case Finder(states, classes, actors, each):
            finders = [*states, *actors]
            if each:
                return "all of " + scene.names(set(finders) - set(situation.adversaries))
            return " or ".join([*sorted(map(scene.name, finders)), *situation.class_names(classes)])
        case "obligor":
            return scene.name(situation.obligor)
        case "beneficiary":
            return scene.name(situation.beneficiary)
        case "any_party":
            return "a party or an organ"
        case "all_parties":
            return "all parties"
        case "organ":
            return "the competent organ"
        case _:
            return "anyone entitled"


def entry(condition: Entry, situation: Situation) -> Outcome:
    """Whether another ally has come in."""
    scene, wanted = situation.scene, condition.entry
    beside = situation.members(wanted.beside)
    for move in scene.contingency.entries:
        if (
            move.state in wanted.states
            and move.beside in beside
            and move.how in wanted.how
            and scene.happened(move.date)
        ):
            return decided(True, f"{scene.name(move.state)} came in on {move.date}")
    for war in scene.contingency.belligerents:
        fighting = [state for state in wanted.states if set(war.opponents_of(state)) & _enemies(beside, situation)]
        if fighting and "declared_war" in wanted.how and scene.happened(war.since):
            return decided(True, f"{scene.names(fighting)} had been at war since {war.since}")
    words = f"entry of {scene.names(wanted.states)} beside {situation.words(wanted.beside)}"
    return awaiting(words, f"no {words} is listed")


def _enemies(states: frozenset[str], situation: Situation) -> frozenset[str]:
    """Return those against whom the states stand in the event."""
    return frozenset(enemy for state in states for enemy in situation.scene.opponents_of(state))


def resists(condition: Resists, situation: Situation) -> Outcome:
    """Whether the victim fights back."""
    (state,) = situation.members(condition.resists)
    name = situation.scene.name(state)
    answers = dict(situation.scene.contingency.resists)
    if state not in answers:
        return unknown(f"resists.{name}", f"whether {name} resists is not given")
    return decided(answers[state], f"{name} resists" if answers[state] else f"{name} does not resist")


def undisclosed(condition: Undisclosed, situation: Situation) -> Outcome:  # noqa: ARG001 - no fact settles it
    """Leave open what nobody but the parties knows."""
    words = condition.undisclosed
    return unknown(f"the text: {words}", f"the text has a condition that is not known: {words}")
