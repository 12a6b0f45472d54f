"""How far an ally may go, rung by rung: what a treaty's text names, and on which rungs the published cases tell more.

The cases say whether an ally fought as promised, or stayed out as promised; every other rung is named where the text
names it, and not estimated. How far a clause goes:

====================================================  =========================================================
all means, all available forces                       full combat
a fixed contingent                                    limited combat
not said; as deemed necessary; by constitutional      as far as full combat, left to the obligor or to the body
process; by collective decision; a mere right to act  that decides
readiness on request                                  posture
facilities only                                       bases and transit
economic measures                                     sanctions
political support only; consultation                  diplomatic
neutrality                                            none
====================================================  =========================================================
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import get_args

from foedus._base.dates import Day
from foedus.assessment.likelihood import Likelihood
from foedus.assessment.unknown import Unknown
from foedus.domain.finding import Finding
from foedus.domain.treaty import Treaty
from foedus.domain.vocabulary import Obligation, ProvisionKind, Rung, Strength

RUNGS: tuple[Rung, ...] = get_args(Rung)
"""From the lowest to the highest."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a clause goes; `is_open` says that the text leaves it to somebody whether to go so far."""

    rung: Rung
    is_open: bool = False


_STAYS_OUT = Reach("none")
_BY_OBLIGATION: Mapping[Obligation, Reach] = MappingProxyType(
    {
        "neutrality": _STAYS_OUT,
        "nonaggression": _STAYS_OUT,
        "consult": Reach("diplomatic"),
        "discretionary_action": Reach("full_combat", is_open=True),
    }
)
_BY_STRENGTH: Mapping[Strength, Reach] = MappingProxyType(
    {
        "all_means": Reach("full_combat"),
        "all_available_forces": Reach("full_combat"),
        "strict": Reach("full_combat"),
        "fixed_contingent": Reach("limited_combat"),
        "as_deemed_necessary": Reach("full_combat", is_open=True),
        "constitutional_process": Reach("full_combat", is_open=True),
        "collective_decision": Reach("full_combat", is_open=True),
        "unspecified": Reach("full_combat", is_open=True),
        "benevolent": Reach("full_combat", is_open=True),
        "readiness_on_request": Reach("posture"),
        "facilities_only": Reach("bases_and_transit"),
        "economic_measures": Reach("sanctions"),
        "political_only": Reach("diplomatic"),
    }
)
PROVIDED: Mapping[ProvisionKind, Rung] = MappingProxyType(
    {
        "economic_aid": "money",
        "military_aid": "arms",
        "intelligence": "intelligence",
        "bases": "bases_and_transit",
        "transit": "bases_and_transit",
    }
)
"""The provisions of a treaty that are themselves help on a rung."""
COUNTED: frozenset[Obligation] = frozenset({"defend", "offense", "neutrality"})
"""The duties of which the cases say whether they were kept."""
TOLD: frozenset[Rung] = frozenset({"none", "limited_combat", "full_combat"})
"""The rungs on which an ally kept its promise or did not, in the cases."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """How far a treaty goes in an event; every tuple from the lowest rung to the highest.

    Attributes
    ----------
    named : tuple of Rung
        As far as the duties and rights that are due, contested or conditional go.
    left_open : tuple of Rung
        Those of them of which the text leaves it to somebody whether to go so far.
    provided : tuple of Rung
        Help that the treaty provides for on the day, whatever happens.
    estimated : tuple of Rung
        Those of which the published cases tell how often such a promise was kept.
    """

    named: tuple[Rung, ...]
    left_open: tuple[Rung, ...]
    provided: tuple[Rung, ...]
    estimated: tuple[Rung, ...]

    @property
    def not_estimated(self) -> tuple[Rung, ...]:
        """The rungs of which the data tell nothing."""
        return tuple(rung for rung in RUNGS if rung not in self.estimated)


def rung_of(obligation: Obligation, strength: Strength) -> Reach:
    """Return how far a clause with a duty or a right goes."""
    if obligation == "discretionary_action" and strength in _BY_STRENGTH and not _fights(strength):
        return _BY_STRENGTH[strength]
    return _BY_OBLIGATION.get(obligation) or _BY_STRENGTH[strength]


def ladder(treaty: Treaty, owed: Iterable[Finding], day: Day, told: Likelihood | Unknown) -> Ladder:
    """Return how far a treaty goes in an event.

    Parameters
    ----------
    owed : iterable of Finding
        Its findings that are due, contested or conditional.
    day : Day
        On which the provisions are read.
    told : Likelihood or Unknown
        What the published cases say of it.
    """
    helps = [one for one in owed if one.obligation != "nonaggression"]
    reached = [(one.obligation, rung_of(one.obligation, one.strength)) for one in helps]
    kept = [reach.rung for duty, reach in reached if duty in COUNTED and reach.rung in TOLD]
    return Ladder(
        named=_in_order(reach.rung for _, reach in reached),
        left_open=_in_order(reach.rung for _, reach in reached if reach.is_open),
        provided=_in_order(rung for kind, rung in PROVIDED.items() if treaty.provides(kind, day)),
        estimated=_in_order(kept) if isinstance(told, Likelihood) else (),
    )


def _fights(strength: Strength) -> bool:
    return _BY_STRENGTH[strength].rung in {"limited_combat", "full_combat"}


def _in_order(rungs: Iterable[Rung]) -> tuple[Rung, ...]:
    found = set(rungs)
    return tuple(rung for rung in RUNGS if rung in found)
