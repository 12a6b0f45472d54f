"""Who comes, drawn many times: over how sure the model of fulfilment is, and over chance that allies share.

In each draw the coefficients of the model are drawn from their covariance; then each ally comes or not, with the
probability that follows. Allies come together more often than alone (a threat to one is a threat to all, and each looks
at the others): a common factor ties them by a correlation that the user sets, without changing how likely each is. An
ally whose duty arises only once another has come in comes only in the draws in which one of those came.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault
from foedus._base.streams import uniforms
from foedus.measures.extra import special
from foedus.simulation.prerequisites import After, Flags, are_earlier, called
from foedus.simulation.runners import Part, Runner, parts, serial
from foedus.simulation.sheets import Sheets

Floats = NDArray[np.float64]
Packed = NDArray[np.uint8]
SIZE = 20_000
"""Draws in a part."""
BLOCK = 2_000
"""Draws made at once."""
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
        The correlation of the allies' being willing to come, 0 to below 1.
    seed : int
    after : tuple of tuple of int
        For each ally those of whom one must have come before it can, all with lower numbers; empty for one that needs
        nobody. Empty as a whole if no ally needs another.
    against : tuple of int
        The allies that come beside the challenger.

    Raises
    ------
    BadInput
        If the covariance is none, a capability is missing or below 0, the correlation lies outside 0 to below 1, or an
        ally waits for one that does not stand before it.
    """

    terms: Floats
    coefficients: Floats
    covariance: Floats
    capability: Floats
    target: float
    challenger: float
    together: float = 0.3
    seed: int = 1
    after: After = ()
    against: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """Check what the draws rest on."""
        if not 0 <= self.together < 1:
            raise BadInput(Fault(f"{self.together} is no such correlation", "together", "0 to below 1"))
        if not _is_covariance(self.covariance):
            raise BadInput(Fault("no covariance", "covariance", "a symmetric matrix that is positive definite"))
        held = (*self.capability, self.target, self.challenger)
        if not np.all(np.isfinite(held)) or min(held) < 0 or not self.challenger > 0:
            raise BadInput(Fault("a capability is missing or below 0", "capability", "numbers of 0 or more"))
        if self.after and not are_earlier(self.after, len(self.terms)):
            raise BadInput(Fault("an ally waits for one that comes no earlier", "after", "numbers of allies before it"))

    @property
    def sides(self) -> tuple[Floats, Floats]:
        """The capability each ally brings to the target, and to the challenger, each of shape (allies,)."""
        is_against = np.isin(np.arange(len(self.capability)), self.against)
        return np.where(is_against, 0.0, self.capability), np.where(is_against, self.capability, 0.0)

    def share(self, come: Flags) -> Floats:
        """Return the target's share of the capability at the place for sets of allies, shape (sets,)."""
        room, step = np.empty((len(come), 1)), np.empty((len(come), 1))
        defending, attacking = (
            start + _product(come, side[None, :], room, step)[:, 0]
            for start, side in zip((self.target, self.challenger), self.sides, strict=True)
        )
        held: Floats = defending / (defending + attacking)
        return held


@dataclass(frozen=True, eq=False)
class Drawn:
    """What was drawn.

    Attributes
    ----------
    packed : array of uint8, shape (draws, bytes)
        Who would come if nobody waited for anybody, a bit an ally, as it was drawn.
    allies : int
        How many.
    after : tuple of tuple of int
        Whom each waits for.
    """

    packed: Packed
    allies: int
    after: After = ()

    @cached_property
    def willing(self) -> Flags:
        """Who would come, if nobody waited for anybody, shape (draws, allies)."""
        return np.unpackbits(self.packed, axis=1, count=self.allies).view(np.bool_)

    @cached_property
    def come(self) -> Flags:
        """Who comes, shape (draws, allies)."""
        return called(self.willing, self.after) if self.after else self.willing

    @property
    def coming(self) -> Floats:
        """How often each ally comes, shape (allies,)."""
        held: Floats = self.come.mean(axis=0)
        return held


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
    return Drawn(np.concatenate(made), len(plan.terms), plan.after)


def _part(plan: Plan, part: Part) -> Packed:
    """Return who is willing, as bits since they may travel; made in blocks that stay in a core's memory."""
    first, last = part
    root: Floats = np.linalg.cholesky(plan.covariance).astype(np.float64)
    sheets = Sheets.of(min(BLOCK, last - first), *plan.terms.shape)
    return np.concatenate(
        [_block(plan, root, (start, min(start + BLOCK, last)), sheets) for start in range(first, last, BLOCK)]
    )


def _block(plan: Plan, root: Floats, part: Part, sheets: Sheets) -> Packed:
    allies, terms = plan.terms.shape
    held = sheets.cut(part[1] - part[0])
    moved = _normal(uniforms(plan.seed, "coefficients", *part, terms, into=held.drawn_terms))
    drawn = np.add(plan.coefficients, _product(moved, root, held.moved, held.step_terms), out=held.moved)
    chance = special.expit(_product(drawn, plan.terms, held.chance, held.step), out=held.chance)
    common = _normal(uniforms(plan.seed, "common", *part, 1, into=held.drawn_common))
    own = _normal(uniforms(plan.seed, "own", *part, allies, into=held.drawn))
    np.multiply(np.sqrt(1 - plan.together), own, out=held.step)
    factor = np.add(np.sqrt(plan.together) * common, held.step, out=held.step)
    willing = np.less(special.ndtr(factor, out=held.step), chance, out=held.come)
    return np.packbits(willing, axis=1)


def coefficients(plan: Plan, purpose: str, part: Part) -> Floats:
    """Return draws of the model's coefficients, shape (draws, terms).

    Parameters
    ----------
    purpose : str
        What they are for; those for other purposes are independent of them.
    part : tuple of int
        The first draw, and the one after the last.
    """
    root: Floats = np.linalg.cholesky(plan.covariance).astype(np.float64)
    normal = _normal(uniforms(plan.seed, purpose, *part, plan.terms.shape[1]))
    return plan.coefficients + _product(normal, root, np.empty_like(normal), np.empty_like(normal))


def _product(left: Floats | Flags, right: Floats, into: Floats, step: Floats) -> Floats:
    """Return ``left @ right.T``, a column at a time: a row's bits then do not depend on how many rows there are."""
    into.fill(0)
    for one, other in zip(left.T, right.T, strict=True):
        into += np.multiply(one[:, None], other[None, :], out=step)
    return into


def _normal(held: Floats) -> Floats:
    normal: Floats = special.ndtri(np.clip(held, SMALLEST, 1 - SMALLEST, out=held), out=held)
    return normal
