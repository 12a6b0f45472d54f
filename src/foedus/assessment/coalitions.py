"""Who comes together: sets of alliances on the target's side, drawn many times, each with a band.

The draws find which sets there are; the probability of each is then worked out, without the error of chance, under each
of several hundred draws of the coefficients of the model of fulfilment, and the band holds 95 per cent of these. Duties
that are contested, dormant or bound only by all pledges may or may not count. For a set, the three ways that matter
are tried: of the target's alliances only those due count; those and the set's own; all. Whichever of them count, the
probability lies between the least and the most of the three, since one that does not come changes nothing by counting
but makes the set rarer. Each way is tried with only those of the attackers' alliances that are due, and with all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, ExtraMissing, Fault
from foedus.assessment.alliances import Alliance, Gathered
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.band import Band
from foedus.assessment.ensemble import Ensemble, ensemble
from foedus.assessment.lens import Lens
from foedus.assessment.unknown import Unknown
from foedus.response.model_card import ModelCard
from foedus.simulation.prerequisites import Flags
from foedus.simulation.runners import Runner, serial

Floats = NDArray[np.float64]
LEAST = 0.01
"""Sets whose band ends below are not told."""
CANDIDATES = 64
"""So many sets are given a band, those drawn most often."""
ENDS = (0.025, 0.975)
LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)
MOST_DRAWS = 5_000_000


@dataclass(frozen=True, slots=True)
class Drawing:
    """How an ensemble is drawn.

    Attributes
    ----------
    runner : callable
        Where; the answer is the same bits wherever that is.

    Raises
    ------
    BadInput
        If there are too many draws, or none.
    """

    draws: int = 10_000
    seed: int = 1
    runner: Runner = serial

    def __post_init__(self) -> None:
        """Check the number of draws."""
        if not 1 <= self.draws <= MOST_DRAWS:
            raise BadInput(Fault(f"{self.draws} draws", "--draws", f"1 to {MOST_DRAWS}"))


@dataclass(frozen=True, slots=True)
class Coalition:
    """Alliances that come to the target's side while the others stay away.

    Attributes
    ----------
    alliances : tuple of int
        Numbers in `Coalitions.alliances`; empty if none of the target's comes.
    cases : int
        The fewest tested cases behind any of the target's alliances that come; behind any at all if none comes.
    """

    alliances: tuple[int, ...]
    band: Band
    cases: int


@dataclass(frozen=True, slots=True)
class Shares:
    """Which share of the capability the target's side has, through a lens.

    Attributes
    ----------
    fewest, most : tuple of float
        The share at `LEVELS` if only what is due to the target counts and everything that may be owed to the attackers,
        and the other way round.
    ahead : Band
        How often the target's side has more than half.
    missing : tuple of str
        States of the alliances without a figure; they count as nothing.
    """

    lens: str
    heading: str
    fewest: tuple[float, ...]
    most: tuple[float, ...]
    ahead: Band
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coalitions:
    """The ensemble.

    Attributes
    ----------
    alliances : tuple of Alliance
        Of both sides.
    coming : tuple of Band
        How likely each is to come, with what it waits for.
    held : tuple of Coalition
        By the middle of their bands, the likeliest first; none where nobody is bound to the target.
    shares : tuple of Shares
        Through the first lens of the balance and the one at the place; empty where there is no balance.
    left_out : tuple of (str, Unknown)
        Treaties of whose keeping nothing is known.
    """

    alliances: tuple[Alliance, ...]
    coming: tuple[Band, ...]
    held: tuple[Coalition, ...]
    shares: tuple[Shares, ...]
    left_out: tuple[tuple[str, Unknown], ...]
    draws: int
    seed: int
    in_step: float


def coalitions(
    gathered: Gathered, card: ModelCard, lenses: Sequence[Lens], assumptions: Assumptions, drawing: Drawing
) -> Coalitions | Unknown:
    """Return the coalitions; unknown where nothing is known of any alliance's keeping, or what draws is missing.

    Parameters
    ----------
    lenses : sequence of Lens
        With the capability of every state of the alliances that has a figure.
    """
    if not gathered.held:
        reasons = dict.fromkeys(one.reason for _, one in gathered.left_out)
        return Unknown("; ".join(reasons) or "nobody is bound to fight")
    try:
        found = ensemble(gathered.held, card, assumptions.in_step, drawing.seed, (drawing.draws, drawing.runner))
        return Coalitions(
            gathered.held,
            tuple(_coming(found)),
            tuple(sorted(_coalitions(found), key=lambda one: (-one.band.low - one.band.high, one.alliances))),
            tuple(_shares(found, lens) for lens in lenses),
            gathered.left_out,
            drawing.draws,
            drawing.seed,
            assumptions.in_step,
        )
    except ExtraMissing as error:
        return Unknown.because_of(error)


def _coming(found: Ensemble) -> Iterator[Band]:
    """Yield how likely each alliance is to come: the more count, the likelier each."""
    least, most = found.under(found.due), found.under(np.ones(len(found.alliances), np.bool_))
    for number in range(len(found.alliances)):
        yield _band([view.chances[view.sets[:, number]].sum(axis=0) for view in (least, most)])


def _coalitions(found: Ensemble) -> Iterator[Coalition]:
    """Yield the coalitions with their bands; none where nobody is bound to the target."""
    ours = [one.reference.cases for one in found.alliances if one.side == "targets"]
    for chosen in _candidates(found) if ours else ():
        parts = []
        for able in _views(found, chosen):
            view = found.under(able)
            is_this = (view.sets[:, found.is_target] == chosen[found.is_target]).all(axis=1)
            parts.append(view.chance(is_this))
        band = _band(parts)
        if band.high >= LEAST:
            numbers = tuple(np.flatnonzero(chosen).tolist())
            cases = [found.alliances[one].reference.cases for one in numbers]
            yield Coalition(numbers, band, min(cases or ours))


def _views(found: Ensemble, chosen: Flags) -> list[Flags]:
    """Return which count: of the target's those due, those and the chosen, all; of the others those due, all."""
    due, mine = found.due, found.is_target
    ways = product((due, due | chosen, np.ones_like(due)), (due, np.ones_like(due)))
    each = {able.tobytes(): able for able in (np.where(mine, ours, theirs) for ours, theirs in ways)}
    return list(each.values())


def _candidates(found: Ensemble) -> Iterator[Flags]:
    """Yield the sets of the target's alliances that were drawn most often if all count or only those due."""
    drawn: dict[bytes, int] = {}
    for able in _views(found, np.zeros(len(found.alliances), np.bool_)):
        view = found.under(able)
        for one, count in zip(view.sets & found.is_target, view.counts.tolist(), strict=True):
            drawn[one.tobytes()] = drawn.get(one.tobytes(), 0) + count
    for key in sorted(drawn, key=lambda one: (-drawn[one], one))[:CANDIDATES]:
        yield np.frombuffer(key, np.bool_)


def _shares(found: Ensemble, lens: Lens) -> Shares:
    plan, mine, every = found.through(lens), found.is_target, np.ones(len(found.alliances), np.bool_)
    views = [found.under(np.where(mine, ours, theirs)) for ours, theirs in ((found.due, every), (every, found.due))]
    fewest, most = (_quantiles(plan.share(view.sets), view.counts) for view in views)
    ahead = [view.chances[plan.share(view.sets) > 1 / 2].sum(axis=0) / view.chances.sum(axis=0) for view in views]
    states = {state for one in found.alliances for state in one.states}
    missing = tuple(sorted(states - lens.of.keys()))
    return Shares(lens.name, lens.heading, fewest, most, _band(ahead), missing)


def _quantiles(values: Floats, counts: NDArray[np.int64]) -> tuple[float, ...]:
    """Return the quantiles of values that were drawn so often each: the least value with that share at or below it."""
    order = np.argsort(values, kind="stable")
    upto = np.cumsum(counts[order]) / counts.sum()
    return tuple(float(values[order][np.searchsorted(upto, level)]) for level in LEVELS)


def _band(parts: Sequence[Floats]) -> Band:
    """Return the band that holds 95 per cent of the draws of the coefficients, whichever part is taken."""
    lows, highs = zip(*(np.quantile(part, ENDS) for part in parts), strict=True)
    return Band(float(max(min(lows), 0.0)), float(min(max(highs), 1.0)))
