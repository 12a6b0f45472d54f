"""The rule of *War and Reason*: a third state joins the side whose help is worth more to it than it costs.

References
----------
Bueno de Mesquita and Lalman (1992), *War and Reason*, appendix 1, equations A1.1 to A1.10.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault

Floats = NDArray[np.float64]
ALIKE = 0.999
"""What a similarity of 1 counts as, so that no utility vanishes."""


@dataclass(frozen=True, slots=True)
class Utilities:
    """What a state makes of a demand's outcomes.

    Attributes
    ----------
    own : float
        Its own demand is met.
    theirs : float
        The other's is.
    status_quo : float
    """

    own: float
    theirs: float
    status_quo: float


def utilities(similarity: float, risk: float = 1.0) -> Utilities:
    """Return what a state makes of the outcomes (A1.1 to A1.6).

    Parameters
    ----------
    similarity : float
        Tau-b of the two states' alliance portfolios, -1 to 1.
    risk : float
        The exponent of its attitude to risk, above 0; 1 is neutral.

    Raises
    ------
    BadInput
        If the similarity lies outside -1 to 1, or the exponent is not a number above 0.
    """
    if not -1 <= similarity <= 1:
        raise BadInput(Fault(f"{similarity} is no similarity", "similarity", "-1 to 1"))
    if not 0 < risk < np.inf:
        raise BadInput(Fault(f"{risk} is no exponent of risk", "risk", "a number above 0"))
    alike = min(similarity, ALIKE)
    return Utilities(
        2 - 4 * ((1 + alike) / 4) ** risk,
        2 - 4 * ((3 - alike) / 4) ** risk,
        2 - 4 * 0.5**risk,
    )


def winning(side: float, other: float, third: float) -> float:
    """Return the probability that a side wins if the third joins it, by shares of capability.

    Raises
    ------
    BadInput
        If a capability is missing or below 0, or nobody has any.
    """
    if not (min(side, other, third) >= 0 and 0 < side + other + third < np.inf):
        raise BadInput(Fault("a capability is missing or below 0, or all are 0", "capability", "numbers of 0 or more"))
    return (side + third) / (side + other + third)


def joining(side: float, other: float, third: float, prefers: float, costs: float = 0.0) -> float:
    """Return by how much joining a side beats joining the other; above 0 it joins that side (A1.9).

    Parameters
    ----------
    side, other, third : float
        Capabilities of the two sides and of the third state.
    prefers : float
        How much better the third likes the side's victory than the other's.
    costs : float
        How much dearer joining the side is than joining the other.
    """
    weight = winning(side, other, third) + winning(other, side, third) - 1
    return weight * prefers - costs


def intensity(with_side: Floats, with_other: Floats, risk: float) -> Floats:
    """Return how much a side thinks that third states care, above 0 for itself (before A1.10).

    Parameters
    ----------
    with_side, with_other : array of float, shape (states,)
        Tau-b of each third state's portfolio with each side's.
    risk : float
        The side's risk score.
    """
    apart = with_side - with_other
    return apart / 2 * np.exp(risk * apart)


def victory(capabilities: Floats, cares: Floats) -> float:
    """Return the side's subjective chance to win, third states counted (A1.10).

    Parameters
    ----------
    capabilities, cares : array of float, shape (states,)
        Of every state, the two sides included; what they care, above 0 for the side.

    Raises
    ------
    BadInput
        If nobody cares, so that there is no chance to speak of.
    """
    weight = capabilities * np.abs(cares)
    if not weight.sum() > 0:
        raise BadInput(Fault("no state cares for either side", "cares", "a number other than 0"))
    return float(weight[cares > 0].sum() / weight.sum())
