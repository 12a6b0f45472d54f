"""The parts of two outlooks beside each other: bands by treaty, multiples by lens, bodies, and what decides it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from foedus.assessment.at_place import SUFFIX
from foedus.assessment.balance import AT_PLACE, Balance, stand
from foedus.assessment.band import Band
from foedus.assessment.comparison.pair import Pair, matched_in_parts
from foedus.assessment.deciders import Deciders, Dispute, Fact
from foedus.assessment.decision import Deciding, Decisions
from foedus.assessment.lens import Lens
from foedus.assessment.likelihood import Likelihood
from foedus.assessment.responses import Response, Responses
from foedus.assessment.unknown import Unknown

Shift = Literal["same", "wider", "narrower", "higher", "lower"]
BEHIND = "behind the attackers"


@dataclass(frozen=True, slots=True)
class ResponsePair:
    """What may come of a treaty."""

    treaty: str
    held: Pair[Response | Unknown | None]

    @property
    def tested(self) -> Pair[Band | Unknown | None]:
        """How likely it is to be kept once tested."""
        return self.held.each(lambda one: _band(one, untested=False))

    @property
    def untested(self) -> Pair[Band | Unknown | None]:
        """The same over all such promises, those never tested included."""
        return self.held.each(lambda one: _band(one, untested=True))


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen through a lens.

    Attributes
    ----------
    times : mapping of str to float
        By who stands against the attackers, and who behind them: what they have by what the attackers have.
    """

    heading: str
    unit: str
    source: str
    years: tuple[int, int]
    times: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class LensPair:
    """Capability through one lens."""

    name: str
    held: Pair[Seen | Unknown | None]


@dataclass(frozen=True, slots=True)
class BodyPair:
    """A body that decides under a treaty."""

    treaty: str
    organ: str
    held: Pair[Deciding | Unknown | None]


def shift(bands: Pair[Band]) -> Shift:
    """Return what becomes of a band from A to B: one of which the other is a part is wider, else it moves."""
    a, b = bands.a, bands.b
    if a == b:
        return "same"
    if b.low <= a.low and a.high <= b.high:
        return "wider"
    if a.low <= b.low and b.high <= a.high:
        return "narrower"
    return "higher" if b.low > a.low else "lower"


def response_pairs(parts: Pair[Responses | Unknown]) -> tuple[ResponsePair, ...]:
    """Return the responses, treaty by treaty."""
    held = parts.each(lambda part: part if isinstance(part, Unknown) else part.held)
    pairs = matched_in_parts(held, lambda one: one.treaty)
    return tuple(ResponsePair(pair.known[0].treaty, pair) for pair in pairs)


def lens_pairs(parts: Pair[Balance | Unknown]) -> tuple[LensPair, ...]:
    """Return what is seen through every lens of either side, in their order."""
    sides = parts.each(_seen)
    names = {name: at for side in (sides.a, sides.b) for at, name in enumerate(side)}
    order = sorted(names, key=lambda name: (name.endswith(SUFFIX), min(_places(name, sides)), name))
    return tuple(
        LensPair(name, Pair(_through(name, sides.a, parts.a), _through(name, sides.b, parts.b))) for name in order
    )


def body_pairs(parts: Pair[Decisions | Unknown]) -> tuple[BodyPair, ...]:
    """Return the bodies that decide, by treaty."""
    held = parts.each(lambda part: part if isinstance(part, Unknown) else part.held)
    pairs = matched_in_parts(held, lambda one: (one.treaty, one.decision.organ.id))
    return tuple(BodyPair(pair.known[0].treaty, pair.known[0].decision.organ.id, pair) for pair in pairs)


def fact_pairs(parts: Pair[Deciders | Unknown]) -> tuple[Pair[Fact | Unknown | None], ...]:
    """Return the facts that are asked for, by field."""
    held = parts.each(lambda part: part if isinstance(part, Unknown) else part.facts)
    return matched_in_parts(held, lambda one: one.field)


def dispute_pairs(parts: Pair[Deciders | Unknown]) -> tuple[Pair[Dispute | Unknown | None], ...]:
    """Return the clauses that are due on one reading and not on another, by clause and by where readings lead."""
    held = parts.each(lambda part: part if isinstance(part, Unknown) else part.disputes)
    return matched_in_parts(held, _dispute)


def _dispute(one: Dispute) -> tuple[Any, ...]:
    readings = tuple((each.reading, each.status, each.because) for each in one.readings)
    return one.treaty, one.clause, one.article, readings


def _band(response: Response | Unknown | None, *, untested: bool) -> Band | Unknown | None:
    if response is None or isinstance(response, Unknown):
        return response
    likelihood = response.likelihood
    if isinstance(likelihood, Likelihood):
        return likelihood.untested if untested else likelihood.band
    return likelihood


def _seen(part: Balance | Unknown) -> dict[str, Seen]:
    return {} if isinstance(part, Unknown) else {lens.name: _through_lens(lens) for lens in part.lenses}


def _through_lens(lens: Lens) -> Seen:
    times = {name: lens.times(sums) for name, sums in stand(lens).items()}
    return Seen(
        lens.heading, lens.unit, lens.source, lens.years, {**times, BEHIND: lens.times(list(lens.behind.values()))}
    )


def _places(name: str, sides: Pair[dict[str, Seen]]) -> list[int]:
    return [list(side).index(name) for side in (sides.a, sides.b) if name in side]


def _through(name: str, seen: Mapping[str, Seen], part: Balance | Unknown) -> Seen | Unknown:
    """Return what a side sees through a lens, or why it sees nothing."""
    if name in seen:
        return seen[name]
    if isinstance(part, Unknown):
        return part
    reasons = dict(part.unseen)
    other = reasons.get(AT_PLACE) if name.endswith(SUFFIX) else None
    return reasons.get(name) or other or Unknown("it is not looked through here")
