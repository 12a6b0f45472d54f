"""The challenger's calculation: is attack worth more to it than leaving things as they are, with and without allies.

The target's allies come in each with its own probability, independently. The challenger wins with its share of the
capability that then stands at the place, gains the stake if it wins, and bears a cost that grows with what stands
against it. What leaving things as they are is worth, what the stake is worth and what war costs are assumptions: nobody
has measured them, the user sets them, and the verdict is shown over a range of each.

References
----------
Bueno de Mesquita (1981), *The War Trap*, for the share of capability as the chance to win; Huth (1988), *Extended
Deterrence and the Prevention of War*, for the comparison of a threatened with a sufficient response.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault

Floats = NDArray[np.float64]
Verdict = Literal["deterred", "not deterred"]
MOST_ALLIES = 16
"""All coalitions of so many allies are counted one by one; of more, the weakest are taken together."""

NOT_MODELLED: Mapping[str, str] = MappingProxyType(
    {
        "general deterrence": "whether a crisis arises: the calculation begins with one that considers attack",
        "fait accompli": "that the stake may be taken before anybody can answer",
        "nuclear umbrella": "escalation beyond the war of conventional capabilities",
        "entrapment": "that a state is drawn into a war that it did not choose",
        "moral hazard": "that the target runs risks because it is protected",
        "reputation": "what the outcome does to other promises",
    }
)
"""What the calculation says nothing of."""


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What things are worth to the challenger, winning being worth 1 and nothing 0.

    Attributes
    ----------
    stake : float
        What winning brings, above 0.
    status_quo : float
        What leaving things as they are is worth.
    cost : float
        What fighting costs at equal strength; it grows in proportion to the share of capability against it.
    effectiveness : float
        How much of an ally's capability counts once it fights, 0 to 1.
    """

    stake: float = 1.0
    status_quo: float = 0.3
    cost: float = 0.2
    effectiveness: float = 1.0


@dataclass(frozen=True, slots=True)
class Balance:
    """Capabilities at the place, and how likely each ally is to come.

    Attributes
    ----------
    challenger, target : float
    allies : tuple of float
        Capability of each ally at the place.
    coming : tuple of float
        The probability that each fights.

    Raises
    ------
    BadInput
        If a capability is negative or missing, or a probability lies outside 0 to 1.
    """

    challenger: float
    target: float
    allies: tuple[float, ...] = ()
    coming: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        """Check the numbers."""
        held = (self.challenger, self.target, *self.allies)
        if not all(np.isfinite(held)) or min(held) < 0 or not self.challenger + self.target > 0:
            raise BadInput(Fault("a capability is missing or below 0", "balance", "numbers of 0 or more"))
        if len(self.allies) != len(self.coming) or not all(0 <= one <= 1 for one in self.coming):
            raise BadInput(Fault("not every ally has a probability", "coming", "one from 0 to 1 for each ally"))


@dataclass(frozen=True, slots=True)
class Calculation:
    """What the challenger would find.

    Attributes
    ----------
    alone, expected, sure : float
        What attack is worth if no ally comes, if each comes with its probability, and if all do.
    status_quo : float
    needed : float or None
        The probability with which every ally would have to come for attack to be worth no more than leaving things as
        they are; None if not even certainty is enough.
    verdict : {"deterred", "not deterred"}
        By the probabilities given.
    """

    alone: float
    expected: float
    sure: float
    status_quo: float
    needed: float | None
    verdict: Verdict


def calculate(balance: Balance, assumptions: Assumptions) -> Calculation:
    """Return what attack is worth to the challenger beside leaving things as they are."""
    _check(assumptions)
    worth = {share: attack(_with(balance, share), assumptions) for share in (0.0, 1.0)}
    expected = attack(balance, assumptions)
    return Calculation(
        worth[0.0],
        expected,
        worth[1.0],
        assumptions.status_quo,
        needed(balance, assumptions),
        "deterred" if expected <= assumptions.status_quo else "not deterred",
    )


def attack(balance: Balance, assumptions: Assumptions) -> float:
    """Return what attack is worth: the mean over every set of allies that may come."""
    strength, chance = coalitions(balance.allies, balance.coming)
    against = balance.target + assumptions.effectiveness * strength
    share = against / (balance.challenger + against)
    worth = (1 - share) * assumptions.stake - 2 * assumptions.cost * share
    return float(worth @ chance)


def coalitions(allies: Sequence[float], coming: Sequence[float]) -> tuple[Floats, Floats]:
    """Return the strength of every set of allies that may come, and its probability.

    Parameters
    ----------
    allies, coming : sequence of float, one an ally

    Returns
    -------
    tuple of array of float, each of shape (sets,)
        Of more than `MOST_ALLIES` allies the weakest count by their mean strength. Attack then looks worth a little
        less than it is: of up to 60 allies alike that come one time in two, by less than 0.003 of the stake.
    """
    order = np.argsort(-np.asarray(allies, float), kind="stable")
    held = [(float(allies[one]), float(coming[one])) for one in order]
    strength, chance = np.zeros(1), np.ones(1)
    for capability, probability in held[:MOST_ALLIES]:
        strength = np.concatenate([strength, strength + capability])
        chance = np.concatenate([chance * (1 - probability), chance * probability])
    rest = sum(capability * probability for capability, probability in held[MOST_ALLIES:])
    return strength + rest, chance


def needed(balance: Balance, assumptions: Assumptions) -> float | None:
    """Return with what probability every ally would have to come for deterrence; None if certainty is not enough.

    What attack is worth falls as the probability rises, so that halving the interval finds it.
    """
    low, high = 0.0, 1.0
    if attack(_with(balance, low), assumptions) <= assumptions.status_quo:
        return 0.0
    if attack(_with(balance, high), assumptions) > assumptions.status_quo:
        return None
    while high - low > 1e-6:
        middle = (low + high) / 2
        if attack(_with(balance, middle), assumptions) <= assumptions.status_quo:
            high = middle
        else:
            low = middle
    return high


@dataclass(frozen=True, slots=True)
class Swing:
    """What an assumption does to the verdict over its range.

    Attributes
    ----------
    low, high : float
        The ends of the range.
    margins : tuple of float
        What leaving things as they are is worth more than attack, at either end; below 0 it is not deterred.
    """

    assumption: str
    low: float
    high: float
    margins: tuple[float, float]

    @property
    def decides(self) -> bool:
        """Whether the verdict changes within the range."""
        return min(self.margins) < 0 <= max(self.margins)


def sensitivity(
    balance: Balance, assumptions: Assumptions, ranges: Mapping[str, tuple[float, float]]
) -> tuple[Swing, ...]:
    """Return what each assumption does alone, the widest swing first.

    Parameters
    ----------
    ranges : mapping of str to (float, float)
        Between which values to vary each assumption.

    Raises
    ------
    BadInput
        If an assumption is not one of `Assumptions`.
    """
    names = {field.name for field in fields(Assumptions)}
    unknown = sorted(set(ranges) - names)
    if unknown:
        raise BadInput(Fault(f"no assumption is called {unknown[0][:40]!r}", "ranges", ", ".join(sorted(names))))
    swings = (Swing(name, *ends, _margins(balance, assumptions, name, ends)) for name, ends in ranges.items())
    return tuple(sorted(swings, key=lambda one: -abs(one.margins[0] - one.margins[1])))


def _margins(balance: Balance, assumptions: Assumptions, name: str, ends: tuple[float, float]) -> tuple[float, float]:
    low, high = (_margin(balance, replace(assumptions, **{name: value})) for value in ends)
    return low, high


def _margin(balance: Balance, assumptions: Assumptions) -> float:
    _check(assumptions)
    return assumptions.status_quo - attack(balance, assumptions)


def _with(balance: Balance, probability: float) -> Balance:
    return replace(balance, coming=(probability,) * len(balance.allies))


def _check(assumptions: Assumptions) -> None:
    faults = list(_faults(assumptions))
    if faults:
        raise BadInput(faults)


def _faults(assumptions: Assumptions) -> Iterator[Fault]:
    if not 0 < assumptions.stake < np.inf:
        yield Fault(f"a stake of {assumptions.stake}", "stake", "a number above 0")
    if not np.isfinite(assumptions.status_quo):
        yield Fault(f"a status quo worth {assumptions.status_quo}", "status_quo", "a number")
    if not 0 <= assumptions.cost < np.inf:
        yield Fault(f"a cost of {assumptions.cost}", "cost", "a number of 0 or more")
    if not 0 <= assumptions.effectiveness <= 1:
        yield Fault(f"an effectiveness of {assumptions.effectiveness}", "effectiveness", "0 to 1")
