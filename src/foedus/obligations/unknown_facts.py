"""The facts that a contingency leaves out and on which duties hang, each with the values it may take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from foedus.domain.condition import ExternallyDirected
from foedus.domain.contingency import HIGH_SEAS, Place
from foedus.domain.finding import Finding
from foedus.obligations.act import FOUND_FROM_ABROAD
from foedus.obligations.fact_values import Unvaried, values_of
from foedus.obligations.fact_words import Value
from foedus.obligations.situation import Scene, Situation
from foedus.register.check import conditions_of

DIRECTION = "act.external_direction"


@dataclass(frozen=True)
class OpenDuty:
    """A finding whose status a fact may still change.

    Attributes
    ----------
    finding : Finding
        As resolved, the facts being unknown.
    situation : Situation
        The same question, to be asked again.
    """

    finding: Finding
    situation: Situation

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The fields on which it hangs."""
        act, needs = self.situation.scene.event.act, list(self.finding.needs)
        if any(FOUND_FROM_ABROAD in event for event in self.finding.conditional_on):
            needs += [DIRECTION] if act.external_direction is None else []
            needs += ["act.kind"] if act.kind is None else []
        if "act.kind" in needs and act.gravity is None and "at_war" in self.situation.clause.beneficiary_is:
            needs.append("act.gravity")
        if "act.kind" in needs and act.external_direction is None and self._asks_direction:
            needs.append(DIRECTION)
        return tuple(dict.fromkeys(needs))

    @property
    def _asks_direction(self) -> bool:
        return any(isinstance(one, ExternallyDirected) for one in conditions_of(self.situation.clause))


@dataclass(frozen=True, slots=True)
class UnknownFact:
    """A field that is left out, with the values that count differently.

    Attributes
    ----------
    values : tuple of Value
        At least one.
    """

    field: str
    values: tuple[Value, ...]


def open_duties(scene: Scene, findings: Iterable[Finding]) -> tuple[OpenDuty, ...]:
    """Return those findings of a scene's event that hang on a fact that is left out.

    Undetermined ones, contested ones with a side on which they are undetermined, and those that wait for a finding of
    external direction, which the fact itself would establish.
    """
    asked = (OpenDuty(finding, _situation(scene, finding)) for finding in findings if finding.event == scene.event.id)
    return tuple(duty for duty in asked if duty.fields)


def _situation(scene: Scene, finding: Finding) -> Situation:
    treaty = scene.register.treaties[finding.treaty]
    clause = treaty.clause_of[finding.clause]
    return Situation(scene, treaty, clause, finding.obligor, finding.beneficiary)


def unknown_facts(duties: Sequence[OpenDuty]) -> tuple[tuple[UnknownFact, ...], tuple[Unvaried, ...]]:
    """Return the facts on which duties hang, sorted by field, and those of them that cannot be varied."""
    fields = sorted({field for duty in duties for field in duty.fields})
    asked = [duty.situation for duty in duties]
    held = {field: values_of(field, asked) for field in fields}
    return (
        tuple(UnknownFact(field, values) for field, values in held.items() if not isinstance(values, Unvaried)),
        tuple(one for one in held.values() if isinstance(one, Unvaried)),
    )


def supposing(scene: Scene, field: str, value: Value) -> Scene:
    """Return the scene with a fact given.

    A place said to be on the high seas is under nobody, unless something else is given, as when a contingency is read.
    """
    part, _, key = field.partition(".")
    event, contingency = scene.event, scene.contingency
    if part == "resists":
        return replace(scene, contingency=replace(contingency, resists=(*contingency.resists, value.held)))
    if part == "act":
        told = replace(event, act=replace(event.act, **{key: value.held}))
    else:
        told = replace(event, place=_at_sea(replace(event.place, **{key: value.held})))
    events = tuple(told if one.id == event.id else one for one in contingency.events)
    return replace(scene, event=told, contingency=replace(contingency, events=events))


def _at_sea(place: Place) -> Place:
    if place.kind != HIGH_SEAS:
        return place
    return replace(place, sovereign=place.sovereign or HIGH_SEAS, administered_by=place.administered_by or HIGH_SEAS)
