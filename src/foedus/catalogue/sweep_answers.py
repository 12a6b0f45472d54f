"""The shape of the JSON answer of a sweep: a row for every attack of a grid."""

from __future__ import annotations

from typing import Literal

from foedus.catalogue.answers import Envelope, LawShape, Shape
from foedus.catalogue.assessment_answers import AssumptionsShape
from foedus.catalogue.response_answers import DutyStatus


class SweepRow(Shape):
    """One attack; states by name, several with a semicolon between. What is null is not known, never 0."""

    date: str
    attacker: str
    attacker_ccode: int | None
    target: str
    target_ccode: int | None
    covered: Literal[0, 1]
    treaties: int | None
    due: int | None
    contested: int | None
    conditional: int | None
    undetermined: int | None
    due_states: str | None
    contested_states: str | None
    conditional_states: str | None
    undetermined_states: str | None
    kept_treaty: str | None
    kept_status: DutyStatus | None
    kept_low: float | None
    kept_high: float | None
    kept_cases: int | None
    kept_after_cases: Literal[0, 1] | None
    kept_not_known: str | None
    beside_attacker: int | None
    beside_attacker_states: str | None
    lens: str | None
    lens_source: str | None
    times_alone: float | None
    times_with_due: float | None
    times_with_all: float | None
    without_figure: int | None
    verdict: Literal["deterred", "not deterred", "depends"] | None
    not_known: str | None


class SweepAnswer(Envelope):
    """The answer of ``foedus sweep``, on standard output and in a file."""

    kind: Literal["sweep"]
    law: LawShape
    label: str
    assumptions: AssumptionsShape
    rests_on: str
    rows: list[SweepRow]
