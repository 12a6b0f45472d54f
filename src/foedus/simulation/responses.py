"""Who comes, drawn many times: over how sure the model of fulfilment is, and over chance that allies share.

In each draw the coefficients of the model are drawn from their covariance; then each ally comes or not, with the
probability that follows. Allies come together more often than alone (a threat to one is a threat to all, and each looks
at the others): a common factor ties them by a correlation that the user sets, without changing how likely each is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault
from foedus._base.streams import uniforms
from foedus.measures.extra import special
from foedus.simulation.runners import Part, Runner, parts, serial
from foedus.simulation.sheets import Sheets

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
SIZE = 20_000
"""Draws in a part."""
BLOCK = 2_000
"""Draws made at once."""
LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)
SMALLEST = 1e-12


@dataclass(frozen=True, eq=False)
class Plan:
    """What is drawn.

    Attributes
    ----------
    terms : array of float, shape (allies, terms)
        Of the model of fulfilment, for each ally.
    coefficients : array of float, shape (terms,)
    covariance : array of float, shape (terms, terms)
        Positive definite.
    capability : array of float, shape (allies,)
        At the place.
    target, challenger : float
        Capability of the attacked and of the attacker at the place.
    together : float
        The correlation of the allies' coming, 0 to below 1.
    seed : int

    Raises
    ------
    BadInput
        If the covariance is none, a capability is missing or below 0, or the correlation lies outside 0 to below 1.
    """

    terms: Floats
    coefficients: Floats
    covariance: Floats
    capability: Floats
    target: float
    challenger: float
    together: float = 0.3
    seed: int = 1

    def __post_init__(self) -> None:
        """Check what the draws rest on."""
        if not 0 <= self.together < 1:
            raise BadInput(Fault(f"{self.together} is no such correlation", "together", "0 to below 1"))
        if not _is_covariance(self.covariance):
            raise BadInput(Fault("no covariance", "covariance", "a symmetric matrix that is positive definite"))
        held = (*self.capability, self.target, self.challenger)
        if not np.all(np.isfinite(held)) or min(held) < 0 or not self.challenger > 0:
            raise BadInput(Fault("a capability is missing or below 0", "capability", "numbers of 0 or more"))


@dataclass(frozen=True, eq=False)
class Drawn:
    """What was drawn.

    Attributes
    ----------
    come : array of bool, shape (draws, allies)
    share : array of float, shape (draws,)
        Of the capability at the place, that of the target and of those who come.
    """

    come: Flags
    share: Floats

    @property
    def coming(self) -> Floats:
        """How often each ally comes, shape (allies,)."""
        held: Floats = self.come.mean(axis=0)
        return held

    @property
    def quantiles(self) -> Floats:
        """The share at `LEVELS`, shape (levels,)."""
        held: Floats = np.quantile(self.share, LEVELS)
        return held

    def coalitions(self, most: int = 10) -> list[tuple[tuple[int, ...], float, float]]:
        """Return the likeliest sets of allies, each with its probability and the error of that by chance."""
        sets, counts = np.unique(self.come, axis=0, return_counts=True)
        order = np.argsort(-counts, kind="stable")[:most]
        shares = counts[order] / len(self.come)
        errors = np.sqrt(shares * (1 - shares) / len(self.come))
        return [
            (tuple(np.flatnonzero(sets[one]).tolist()), float(share), float(error))
            for one, share, error in zip(order, shares, errors, strict=True)
        ]


def _is_covariance(held: Floats) -> bool:
    is_symmetric = np.all(np.isfinite(held)) and np.allclose(held, held.T)
    return bool(is_symmetric and np.linalg.eigvalsh(held).min() > 0)


def draw(plan: Plan, draws: int, *, runner: Runner = serial, size: int = SIZE) -> Drawn:
    """Return the ensemble.

    Parameters
    ----------
    draws : int
        How many.
    runner : callable
        Where they are made; the answer is the same bits wherever that is.
    size : int
        Draws in a part; the answer does not depend on it.

    Raises
    ------
    BadInput
        If there are no draws.
    """
    made = runner(partial(_part, plan), parts(draws, size))
    packed = np.concatenate([come for come, _ in made])
    come = np.unpackbits(packed, axis=1, count=len(plan.terms)).view(np.bool_)
    return Drawn(come, np.concatenate([share for _, share in made]))


def _part(plan: Plan, part: Part) -> tuple[NDArray[np.uint8], Floats]:
    """Return who comes, as bits since they may travel, and the shares; made in blocks that stay in a core's memory."""
    first, last = part
    root: Floats = np.linalg.cholesky(plan.covariance).astype(np.float64)
    sheets = Sheets.of(min(BLOCK, last - first), *plan.terms.shape)
    blocks = [_block(plan, root, (start, min(start + BLOCK, last)), sheets) for start in range(first, last, BLOCK)]
    return np.concatenate([come for come, _ in blocks]), np.concatenate([share for _, share in blocks])


def _block(plan: Plan, root: Floats, part: Part, sheets: Sheets) -> tuple[NDArray[np.uint8], Floats]:
    allies, terms = plan.terms.shape
    held = sheets.cut(part[1] - part[0])
    moved = _normal(uniforms(plan.seed, "coefficients", *part, terms, into=held.drawn_terms))
    drawn = np.add(plan.coefficients, _product(moved, root, held.moved, held.step_terms), out=held.moved)
    chance = special.expit(_product(drawn, plan.terms, held.chance, held.step), out=held.chance)
    common = _normal(uniforms(plan.seed, "common", *part, 1, into=held.drawn_common))
    own = _normal(uniforms(plan.seed, "own", *part, allies, into=held.drawn))
    np.multiply(np.sqrt(1 - plan.together), own, out=held.step)
    factor = np.add(np.sqrt(plan.together) * common, held.step, out=held.step)
    come = np.less(special.ndtr(factor, out=held.step), chance, out=held.come)
    defending = plan.target + _product(come, plan.capability[None, :], held.strength, held.step_one)[:, 0]
    return np.packbits(come, axis=1), defending / (defending + plan.challenger)


def _product(left: Floats | Flags, right: Floats, into: Floats, step: Floats) -> Floats:
    """Return ``left @ right.T``, a column at a time: a row's bits then do not depend on how many rows there are."""
    into.fill(0)
    for one, other in zip(left.T, right.T, strict=True):
        into += np.multiply(one[:, None], other[None, :], out=step)
    return into


def _normal(held: Floats) -> Floats:
    normal: Floats = special.ndtri(np.clip(held, SMALLEST, 1 - SMALLEST, out=held), out=held)
    return normal
