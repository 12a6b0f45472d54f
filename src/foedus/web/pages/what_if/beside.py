"""Two set-ups side by side: the question as it is asked, and its second set-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from foedus._base.errors import BadInput
from foedus.assessment.comparison.answer import comparison_json
from foedus.assessment.comparison.compare import Assessed, Comparison, compare
from foedus.assessment.comparison.pair import Pair
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register
from foedus.report.comparison.heading import heading
from foedus.report.comparison.page import comparison_page
from foedus.report.comparison.sections import names_of, sections
from foedus.web.answer import Answer, json_answer
from foedus.web.pages.what_if.asked import Pairs
from foedus.web.pages.what_if.case import SECOND, Case, case_of

NAMES = Pair("as asked", "second set-up")


def has_second(pairs: Pairs) -> bool:
    """Whether a second set-up is asked for."""
    return any(name.startswith(SECOND) for name, _ in pairs)


def comparison_of(first: Case, second: Case) -> Comparison:
    """Return two answers side by side.

    Raises
    ------
    BadInput
        If they have not as many events; the fault names the field of the other contingency.
    """
    try:
        return compare(_side(NAMES.a, first), _side(NAMES.b, second))
    except BadInput as error:
        raise BadInput(replace(one, where="b.case", remedy="") for one in error.faults) from error


def _side(name: str, case: Case) -> Assessed:
    return Assessed(name, case.register, case.assessment, case.outlooks)


def beside_told(held: Comparison) -> list[Mapping[str, Any]]:
    """Return a comparison laid out, event by event: what each side is, and the sections of rows."""
    told: list[Mapping[str, Any]] = []
    for at, event in enumerate(held.events):
        names = names_of(held, event)
        heads = [
            list(heading(side, one, namer))
            for side, one, namer in (
                (held.sides.a, event.event.a, names.sides.a),
                (held.sides.b, event.event.b, names.sides.b),
            )
        ]
        told.append({"heads": heads, "sections": list(sections(held, at))})
    return told


def beside_json(pairs: Pairs, stamp: str) -> Answer:
    """Return the comparison as `foedus compare --json` gives it."""
    first, second = case_of(pairs, stamp), case_of(pairs, stamp, SECOND)
    parts = comparison_json(comparison_of(first, second), Pair(first.intake.checked, second.intake.checked))
    return json_answer(envelope("comparison", load_register(), **parts))


def beside_page(pairs: Pairs, stamp: str) -> Answer:
    """Return the comparison as one page that asks for nothing from anywhere, to keep."""
    held = comparison_of(case_of(pairs, stamp), case_of(pairs, stamp, SECOND))
    return Answer(comparison_page(held).encode(), filename="foedus-side-by-side.html")
