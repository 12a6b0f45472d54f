"""The kinds of deterrence, and the ways in which it fails, that an assessment answers for: a closed list.

Each is given (worked out), named (what the register has, without an estimate) or not modelled, with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Answered = Literal["given", "named", "not modelled"]
KindName = Literal[
    "general deterrence",
    "immediate deterrence",
    "direct deterrence",
    "extended deterrence",
    "denial",
    "punishment",
    "tripwire",
    "fait accompli",
    "nuclear umbrella",
    "abandonment",
    "entrapment",
    "moral hazard",
]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind.

    Attributes
    ----------
    meaning : str
        In a few words.
    answered : {"given", "named", "not modelled"}
        What an assessment has of it at the most.
    by : str
        From what it is answered; why not, where it is not modelled.
    source : str
        Who distinguishes it.
    """

    name: KindName
    meaning: str
    answered: Answered
    by: str
    source: str


_SNYDER_1961 = "Snyder (1961), Deterrence and Defense"
_SNYDER_1984 = "Snyder (1984), The Security Dilemma in Alliance Politics, World Politics 36 (4)"
_MORGAN = "Morgan (1977), Deterrence: A Conceptual Analysis"
_HUTH = "Huth (1988), Extended Deterrence and the Prevention of War"
KINDS: tuple[Kind, ...] = (
    Kind(
        "general deterrence",
        "that no crisis arises",
        "not modelled",
        "the calculation begins with a challenger that considers attack",
        _MORGAN,
    ),
    Kind(
        "immediate deterrence",
        "that a challenger that considers attack leaves it",
        "given",
        "the verdict of the challenger's calculation",
        _MORGAN,
    ),
    Kind("direct deterrence", "by the target itself", "given", "what attack is worth if nobody comes", _HUTH),
    Kind(
        "extended deterrence",
        "by others for the target",
        "given",
        "what attack is worth with those who owe the target a fight",
        _HUTH,
    ),
    Kind(
        "denial",
        "by taking away the hope to win",
        "given",
        "the balance as it is felt at the place",
        _SNYDER_1961,
    ),
    Kind(
        "punishment",
        "by costs beyond the fight itself",
        "not modelled",
        "no data tell what retaliation would cost the challenger; the cost of fighting is assumed",
        _SNYDER_1961,
    ),
    Kind(
        "tripwire",
        "by forces that could not be attacked without a wider war",
        "named",
        "others' forces on the soil of the place, by the register; what they add is not estimated",
        "Schelling (1966), Arms and Influence; against it Reiter and Poast (2021), The Truth About Tripwires, Texas "
        "National Security Review 4 (3)",
    ),
    Kind(
        "fait accompli",
        "that the stake is taken before anybody can answer",
        "not modelled",
        "how fast the place could be taken is not known; how long bodies take to decide is told",
        "Altman (2017), By Fait Accompli, Not Coercion, International Studies Quarterly 61 (4)",
    ),
    Kind(
        "nuclear umbrella",
        "by the nuclear weapons of another",
        "named",
        "umbrellas, weapons on the soil and weapons of one's own, by the register; escalation is not modelled",
        "Fuhrmann and Sechser (2014), Signaling Alliance Commitments, American Journal of Political Science 58 (4)",
    ),
    Kind(
        "abandonment",
        "that an alliance is not kept",
        "given",
        "one less the band of its being kept, once a war has put it to the test",
        _SNYDER_1984,
    ),
    Kind(
        "entrapment",
        "that a state is drawn into a war that it did not choose",
        "named",
        "who is bound to fight without being attacked; how likely it is is not estimated",
        _SNYDER_1984,
    ),
    Kind(
        "moral hazard",
        "that a state runs risks because it is protected",
        "not modelled",
        "what a state would do without its allies is not observed",
        "Benson, Meirowitz and Ramsay (2014), Inducing Deterrence through Moral Hazard in Alliance Contracts, Journal "
        "of Conflict Resolution 58 (2)",
    ),
)
"""Every kind, in the order in which they are told."""
