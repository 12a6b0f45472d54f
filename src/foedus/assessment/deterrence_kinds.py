"""What an assessment has of each kind of deterrence: given, named from the register, or not, and why not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from foedus.assessment.at_place import SUFFIX
from foedus.assessment.balance import AT_PLACE, STANDS, Balance, stand
from foedus.assessment.band import Band
from foedus.assessment.deterrence import Deterrence
from foedus.assessment.likelihood import Likelihood
from foedus.assessment.owing import owing
from foedus.assessment.register_deterrence import tripwire, umbrella
from foedus.assessment.responses import Responses
from foedus.assessment.unknown import Unknown
from foedus.domain.contingency import Event
from foedus.register.arrangements import Arrangements
from foedus.register.register import Register
from foedus.response.deterrence.kinds import KINDS, Answered, Kind, KindName
from foedus.response.rate import Rate


@dataclass(frozen=True, slots=True)
class Forsaken:
    """How likely an alliance is not to be kept, once tested; `reference` counts those of its like that were kept."""

    treaty: str
    band: Band
    reference: Rate


@dataclass(frozen=True, slots=True)
class Named:
    """What there is of a kind.

    Attributes
    ----------
    answered : str
        Or ``not known``, where the kind could be answered and something is missing.
    told : str
        In words, without names.
    groups : mapping of str to tuple of str
        The states that it is about, by what they are.
    forsaken : tuple of Forsaken
    """

    kind: Kind
    answered: Answered | Literal["not known"]
    told: str
    groups: Mapping[str, tuple[str, ...]]
    forsaken: tuple[Forsaken, ...] = ()


@dataclass(frozen=True, slots=True)
class _Case:
    """What the kinds are answered from."""

    event: Event
    responses: Responses | Unknown
    balance: Balance | Unknown
    deterrence: Deterrence | Unknown
    register: Register
    arrangements: Arrangements

    def owe(self, side: Literal["targets", "attackers"]) -> tuple[str, ...]:
        """Return the states that owe a side a fight, or may come to."""
        held = () if isinstance(self.responses, Unknown) else self.responses.held
        return tuple(state for states in owing(held, self.event, side).values() for state in states)


Told = tuple[str, Mapping[str, tuple[str, ...]]]


def deterrence_kinds(
    event: Event,
    responses: Responses | Unknown,
    reckoned: tuple[Balance | Unknown, Deterrence | Unknown],
    held: tuple[Register, Arrangements],
) -> tuple[Named, ...]:
    """Return what there is of every kind of `KINDS`, in their order.

    Parameters
    ----------
    reckoned : tuple of Balance and Deterrence
        Either may be unknown.
    held : tuple of Register and Arrangements
        With the supposed memberships, if any.
    """
    case = _Case(event, responses, *reckoned, *held)
    return tuple(_named(kind, case) for kind in KINDS)


def _named(kind: Kind, case: _Case) -> Named:
    if kind.name == "abandonment":
        return _abandonment(kind, case)
    if kind.name not in _ANSWERS:
        return Named(kind, kind.answered, kind.by, {})
    found = _ANSWERS[kind.name](case)
    if isinstance(found, Unknown):
        return Named(kind, "not known", found.reason, {})
    told, groups = found
    return Named(kind, kind.answered, told, {what: states for what, states in groups.items() if states})


def _immediate(case: _Case) -> Told | Unknown:
    if isinstance(case.deterrence, Unknown):
        return case.deterrence
    verdict = case.deterrence.verdict
    return "it depends on who comes" if verdict == "depends" else f"{verdict}, under the assumptions", {}


def _direct(case: _Case) -> Told | Unknown:
    held = case.deterrence
    if isinstance(held, Unknown):
        return held
    verdict = "deterred" if held.alone <= held.status_quo else "not deterred"
    return f"{verdict} by the target alone: attack is worth {held.alone:.2f}, leaving things {held.status_quo:.2f}", {}


def _extended(case: _Case) -> Told | Unknown:
    bound = case.owe("targets")
    if not bound:
        return "nobody owes the target a fight", {}
    held = case.deterrence
    if isinstance(held, Unknown):
        return "what they add is not known", {"bound": bound}
    high, low = held.expected
    return f"attack is worth {high:.2f} to {low:.2f} with them, {held.alone:.2f} without", {"bound": bound}


def _denial(case: _Case) -> Told | Unknown:
    if isinstance(case.balance, Unknown):
        return case.balance
    lens = next((one for one in case.balance.lenses if one.name.endswith(SUFFIX)), None)
    if lens is None:
        return dict(case.balance.unseen)[AT_PLACE]
    alone, due, every = (lens.times(stand(lens)[name]) for name in STANDS)
    return f"felt at the place {alone:.2f} alone, {due:.2f} with all due, {every:.2f} with all; attackers 1", {}


def _tripwire(case: _Case) -> Told | Unknown:
    return tripwire(case.event, case.owe("targets"), case.register, case.arrangements.presences)


def _umbrella(case: _Case) -> Told:
    return umbrella(case.event, case.register, case.arrangements.nuclear)


def _entrapment(case: _Case) -> Told:
    told = "bound without being attacked; how likely is not estimated"
    groups = {"to the targets": case.owe("targets"), "to the attackers": case.owe("attackers")}
    return (told if any(groups.values()) else "nobody else is bound to fight", groups)


_ANSWERS: Mapping[KindName, Callable[[_Case], Told | Unknown]] = {
    "immediate deterrence": _immediate,
    "direct deterrence": _direct,
    "extended deterrence": _extended,
    "denial": _denial,
    "tripwire": _tripwire,
    "nuclear umbrella": _umbrella,
    "entrapment": _entrapment,
}


def _abandonment(kind: Kind, case: _Case) -> Named:
    """Return one less the band of each alliance that owes the targets a fight."""
    held = () if isinstance(case.responses, Unknown) else case.responses.held
    fighting = [one for one in held if one.fighting_for("targets")]
    if not fighting:
        return Named(kind, kind.answered, "nobody owes the target a fight", {})
    forsaken = tuple(
        Forsaken(one.treaty, Band(1 - one.likelihood.band.high, 1 - one.likelihood.band.low), one.likelihood.reference)
        for one in fighting
        if isinstance(one.likelihood, Likelihood)
    )
    if not forsaken:
        return Named(kind, "not known", "the published cases tell nothing of these treaties", {})
    return Named(kind, kind.answered, "not kept, once tested", {}, forsaken)
