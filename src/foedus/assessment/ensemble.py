"""One ensemble under several views of what counts: which sets of alliances there are, and how likely each is."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from foedus.assessment.alliances import Alliance
from foedus.assessment.lens import Lens
from foedus.response.fulfilment.design import row
from foedus.response.model_card import ModelCard
from foedus.simulation.prerequisites import Counts, Flags, called, distinct
from foedus.simulation.responses import Plan, coefficients, draw
from foedus.simulation.runners import Runner
from foedus.simulation.weighing import Weighing, weighing

Floats = NDArray[np.float64]
PARAMETERS = 400
"""Draws of the coefficients over which bands are taken."""
MOST_SETS = 500
"""So many sets are weighed, the most frequent ones; the rest is left out of the sums."""


@dataclass(frozen=True, eq=False)
class View:
    """The sets of alliances that come if some count and others do not.

    Attributes
    ----------
    able : array of bool, shape (alliances,)
        Which count.
    sets : array of bool, shape (sets, alliances)
    counts : array of int, shape (sets,)
        How often each was drawn.
    weighing : Weighing
        What their probabilities follow from.
    """

    able: Flags
    sets: Flags
    counts: Counts
    weighing: Weighing

    def chance(self, of: Flags) -> Floats:
        """Return the probability of some of the sets together under each draw of the coefficients; `of` flags them."""
        held: Floats = self.weighing.of(self.sets[of], self.able).sum(axis=0)
        return held

    @cached_property
    def chances(self) -> Floats:
        """The probability of each set under each draw of the coefficients, shape (sets, parameters)."""
        return self.weighing.of(self.sets, self.able)


@dataclass(frozen=True, eq=False)
class Ensemble:
    """Who would come in many draws, and what sets are weighed by.

    Attributes
    ----------
    willing : array of bool, shape (sets, alliances)
        Those who would come if called: every set that was drawn, once.
    counts : array of int, shape (sets,)
    """

    plan: Plan
    alliances: tuple[Alliance, ...]
    willing: Flags
    counts: Counts
    weighing: Weighing
    _views: dict[bytes, View] = field(default_factory=dict)

    @property
    def due(self) -> Flags:
        """Which alliances are due, shape (alliances,)."""
        return np.array([one.due for one in self.alliances])

    @property
    def is_target(self) -> Flags:
        """Which are the target's, shape (alliances,)."""
        return np.array([one.side == "targets" for one in self.alliances])

    def under(self, able: Flags) -> View:
        """Return the view in which just some alliances count; `able` has the shape (alliances,)."""
        key = able.tobytes()
        if key not in self._views:
            sets, counts = distinct(called(self.willing, self.plan.after, able), self.counts)
            kept = np.sort(np.argsort(-counts, kind="stable")[:MOST_SETS])
            self._views[key] = View(able, sets[kept], counts[kept], self.weighing)
        return self._views[key]

    def through(self, lens: Lens) -> Plan:
        """Return the plan with the capability that a lens shows; a state without a figure counts as nothing."""
        of = [sum((lens.of.get(state, 0.0) for state in one.states), 0.0) for one in self.alliances]
        return replace(self.plan, capability=np.array(of), target=lens.targets.total, challenger=lens.attackers.total)


def ensemble(
    held: tuple[Alliance, ...], card: ModelCard, in_step: float, seed: int, drawn: tuple[int, Runner]
) -> Ensemble:
    """Return the ensemble of some alliances.

    Parameters
    ----------
    in_step : float
        The correlation of their being willing to come.
    drawn : tuple of int and callable
        How many draws, and where they are made.
    """
    terms = [
        row(
            since_1945=one.terms.since_1945,
            pledges=one.terms.pledges,
            multilateral=one.terms.multilateral,
            major_power=one.terms.major_power,
        )
        for one in held
    ]
    plan = Plan(
        terms=np.concatenate(terms),
        coefficients=card.vector,
        covariance=card.matrix,
        capability=np.zeros(len(held)),
        target=0.0,
        challenger=1.0,
        together=in_step,
        seed=seed,
        after=tuple(one.after for one in held),
        against=tuple(number for number, one in enumerate(held) if one.side == "attackers"),
    )
    draws, runner = drawn
    willing, counts = distinct(draw(plan, draws, runner=runner).willing)
    drawn_of = coefficients(plan, "parameters", (0, PARAMETERS))
    return Ensemble(plan, held, willing, counts, weighing(plan, drawn_of))
