"""The unilateral deterrence game.

A challenger demands or not, a defender concedes or resists, and the challenger then presses or backs down.
Each side knows its own type, hard or soft, and of the other only how likely it is to be hard. A hard challenger prefers
conflict to backing down, a hard defender prefers it to conceding.

References
----------
Zagare and Kilgour (2000), *Perfect Deterrence*, chapter 5.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedus._base.errors import BadInput, Fault

EquilibriumName = Literal["certain deterrence", "steadfast deterrence", "separating", "bluff", "attack"]


@dataclass(frozen=True, slots=True)
class ChallengerPayoffs:
    """What the outcomes are worth to the challenger.

    Attributes
    ----------
    concession : float
        The defender gives in; the best.
    status_quo : float
    conflict_hard, conflict_soft : float
        War, if it is hard and if it is soft; only the hard one prefers it to backing down.
    retreat : float
        It backs down.
    """

    concession: float
    status_quo: float
    conflict_hard: float
    retreat: float
    conflict_soft: float


@dataclass(frozen=True, slots=True)
class DefenderPayoffs:
    """What the outcomes are worth to the defender.

    Attributes
    ----------
    status_quo : float
        The best.
    retreat : float
        The challenger backs down.
    conflict_hard, conflict_soft : float
        War, if it is hard and if it is soft; only the hard one prefers it to conceding.
    concession : float
        It gives in.
    """

    status_quo: float
    retreat: float
    conflict_hard: float
    concession: float
    conflict_soft: float


@dataclass(frozen=True, slots=True)
class Game:
    """The game with what each side believes of the other.

    Attributes
    ----------
    challenger_hard, defender_hard : float
        The probability that each is hard.

    Raises
    ------
    BadInput
        If payoffs are not in the order the game supposes, or a probability lies outside 0 to 1.
    """

    challenger: ChallengerPayoffs
    defender: DefenderPayoffs
    challenger_hard: float
    defender_hard: float

    def __post_init__(self) -> None:
        """Check the order of payoffs."""
        faults = [*_challenger_faults(self.challenger), *_defender_faults(self.defender)]
        for name in ("challenger_hard", "defender_hard"):
            value = getattr(self, name)
            if not 0 <= value <= 1:
                faults.append(Fault(f"{value} is no probability", name, "0 to 1"))
        if faults:
            raise BadInput(faults)

    @property
    def thresholds(self) -> Thresholds:
        """The values of the beliefs between which behaviour changes."""
        ch, de = self.challenger, self.defender
        return Thresholds(
            (ch.concession - ch.status_quo) / (ch.concession - ch.retreat),
            (ch.concession - ch.status_quo) / (ch.concession - ch.conflict_hard),
            (de.retreat - de.concession) / (de.retreat - de.conflict_soft),
        )


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where behaviour changes.

    Attributes
    ----------
    soft_demands, hard_demands : float
        How credible the defender may be for a soft, and for a hard, challenger still to demand (c1 and c2).
    soft_resists : float
        How likely to be hard the challenger may be for a soft defender still to resist (d1).
    """

    soft_demands: float
    hard_demands: float
    soft_resists: float


@dataclass(frozen=True, slots=True)
class Equilibrium:
    """A perfect Bayesian equilibrium: what each type does, and what follows.

    Attributes
    ----------
    hard_demands, soft_demands : float
        With what probability each type of challenger demands.
    hard_resists, soft_resists : float
        With what probability each type of defender resists a demand.
    demand, resist, conflict : float
        How likely a demand is, resistance to one, and conflict.
    """

    name: EquilibriumName
    hard_demands: float
    soft_demands: float
    hard_resists: float
    soft_resists: float
    demand: float
    resist: float
    conflict: float


def equilibria(game: Game) -> tuple[Equilibrium, ...]:
    """Return the perfect Bayesian equilibria; on a threshold, and where deterrence is steadfast, there are several."""
    limits = game.thresholds
    ch, de = game.challenger_hard, game.defender_hard
    found: list[Equilibrium] = []
    if de >= limits.hard_demands:
        found.append(_equilibrium(game, "certain deterrence", (0.0, 0.0), 0.0))
    if limits.soft_demands <= de <= limits.hard_demands:
        found.append(_equilibrium(game, "separating", (1.0, 0.0), 0.0))
    if de <= limits.soft_demands and ch >= limits.soft_resists:
        found.append(_equilibrium(game, "attack", (1.0, 1.0), 0.0))
    if de <= limits.soft_demands and ch <= limits.soft_resists and 0 < ch < 1:
        bluffs = ch * (1 - limits.soft_resists) / (limits.soft_resists * (1 - ch))
        resists = (limits.soft_demands - de) / (1 - de) if de < 1 else 0.0
        found.append(_equilibrium(game, "bluff", (1.0, min(bluffs, 1.0)), resists))
    if ch <= limits.soft_resists:
        found.append(_equilibrium(game, "steadfast deterrence", (0.0, 0.0), 1.0))
    return tuple(found)


def _equilibrium(game: Game, name: EquilibriumName, demands: tuple[float, float], soft_resists: float) -> Equilibrium:
    hard, soft = demands
    ch, de = game.challenger_hard, game.defender_hard
    resist = de + (1 - de) * soft_resists
    return Equilibrium(name, hard, soft, 1.0, soft_resists, ch * hard + (1 - ch) * soft, resist, ch * hard * resist)


def _challenger_faults(ch: ChallengerPayoffs) -> list[Fault]:
    right = ch.concession > ch.status_quo > ch.conflict_hard > ch.retreat > ch.conflict_soft
    order = "concession > status_quo > conflict_hard > retreat > conflict_soft"
    return [] if right else [Fault("the payoffs are in another order", "challenger", order)]


def _defender_faults(de: DefenderPayoffs) -> list[Fault]:
    right = de.status_quo > de.retreat > de.conflict_hard > de.concession > de.conflict_soft
    order = "status_quo > retreat > conflict_hard > concession > conflict_soft"
    return [] if right else [Fault("the payoffs are in another order", "defender", order)]
