"""Who owes what to whom on a day, as a matrix ordered by bloc."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from foedus._base.dates import Day
from foedus.panel.pledges import PLEDGES, Pledge
from foedus.register.register import Register
from foedus.report.charts.blocs import blocs
from foedus.report.charts.chart import Chart
from foedus.report.charts.figures import some_of
from foedus.report.charts.histories import day_notes, source_of
from foedus.report.charts.matrix import Cell, matrix
from foedus.report.charts.pacts import bonds_on
from foedus.report.charts.pledge_looks import LOOKS, OTHER, WORDS, strongest
from foedus.report.charts.theme import Words

_WEIGHTS: dict[Pledge, float] = {
    "defense": 1.0,
    "offense": 1.0,
    "neutrality": 0.15,
    "nonaggression": 0.1,
    "consultation": 0.1,
}
"""How much a pledge draws two states into one bloc: an ordering for the eye, no measurement."""

NOTHING = "none in the register"


def pledge_matrix(register: Register, day: Day, states: Sequence[str], pledges: Iterable[Pledge], title: str) -> Chart:
    """Return the strongest pledge of each state of the rows to each state of the columns.

    Parameters
    ----------
    states : sequence of str
        Actor ids.
    pledges : iterable of Pledge
        Which kinds count.
    """
    wanted, kept = set(pledges), set(states)
    owed: dict[tuple[str, str], set[Pledge]] = {}
    lifeless = set()
    for bond in bonds_on(register, day):
        if bond.pledge in wanted and {bond.debtor, bond.creditor} <= kept:
            if register.treaties[bond.treaty].vitality_on(day) == "live":
                owed.setdefault((bond.debtor, bond.creditor), set()).add(bond.pledge)
            else:
                lifeless.add(bond.treaty)
    ordered, counts = _ordered(states, owed)
    names = [register.actors[state].name_on(day) for state in ordered]
    cells = [
        Cell(row, column, kind=strongest(owed[one, other]) if (one, other) in owed else NOTHING)
        for one, row in zip(ordered, names, strict=True)
        for other, column in zip(ordered, names, strict=True)
        if one != other
    ]
    kinds = {kind: look for kind, look in LOOKS.items() if kind != OTHER and any(one.kind == kind for one in cells)}
    unit = (
        f"Strongest pledge on {day} of the state of the row to that of the column, of: {_said(wanted)}. Frames: blocs"
    )
    words = Words(title, unit, source_of(register), " ".join(_notes(register, day, sorted(lifeless))))
    return matrix(cells, words, kinds=kinds | {NOTHING: ("#f6f7f8", "")}, blocs=counts)


def _said(pledges: set[Pledge]) -> str:
    return ", ".join(WORDS[pledge] for pledge in PLEDGES if pledge in pledges)


def _ordered(states: Sequence[str], owed: dict[tuple[str, str], set[Pledge]]) -> tuple[list[str], list[int]]:
    """Return the states by bloc, those without ties last, and the size of each bloc of two or more."""
    at = {state: number for number, state in enumerate(states)}
    weights = np.zeros((len(states), len(states)))
    for (one, other), held in owed.items():
        weight = max(_WEIGHTS[pledge] for pledge in held)
        weights[at[one], at[other]] += weight
        weights[at[other], at[one]] += weight
    groups = blocs(weights)
    return [states[node] for group in groups for node in group], [len(group) for group in groups if len(group) > 1]


def _notes(register: Register, day: Day, lifeless: Sequence[str]) -> Iterable[str]:
    yield from day_notes(register, day, "a choice of treaties: an empty square")
    if lifeless:
        yield f"Left out, dormant or a dead letter: {some_of(lifeless, 12)}."
