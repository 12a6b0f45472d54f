"""The challenger's calculation with and without the target's allies, and which assumption decides it.

An alliance comes as one or not at all, since the cases tell nothing of its members; a state bound by several counts
under the one that is likeliest to be kept. At the low end only duties that are due count, at the low end of their
bands; at the high end contested and conditional ones too, at the high end of theirs. A promise that the challenger
still weighs has not been tested, so its band reaches as far as that of all promises, those never tested included.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType
from typing import Literal

from foedus.assessment.assumptions import RANGES, Assumptions
from foedus.assessment.balance import Balance
from foedus.assessment.band import Band
from foedus.assessment.lens import Lens
from foedus.assessment.likelihood import Likelihood
from foedus.assessment.responses import Response, Responses
from foedus.assessment.unknown import Unknown
from foedus.response.deterrence import calculation as model

Verdict = Literal["deterred", "not deterred", "depends"]
RECORD = (
    "Whether alliances deter is disputed: in a rebuild from public data (ATOP 5, disputes of the Correlates of War) a "
    "defence pact of the target goes with fewer disputes before 1945 and with more since, and published work differs "
    "(Johnson and Leeds 2011; Kenwick, Vasquez and Powers 2015)."
)
NOT_MODELLED: Mapping[str, str] = MappingProxyType(
    {
        **model.NOT_MODELLED,
        "allies of the challenger": "who owes the attackers a fight is left out",
        "distance": "every capability counts in full, wherever it is, but through the lens at the place",
    }
)
"""What the calculation says nothing of."""


@dataclass(frozen=True, slots=True)
class Block:
    """Allies that come as one or not at all.

    Attributes
    ----------
    coming : Band
        Anything from never to surely where the keeping of the treaty is not known.
    due : bool
        Whether the duty is due now, and counts at the low end too.
    capability : float
        Of the states that have a figure; `missing` ones have none.
    """

    treaty: str
    states: tuple[str, ...]
    missing: tuple[str, ...]
    capability: float
    coming: Band
    due: bool


@dataclass(frozen=True, slots=True)
class Needed:
    """The probability with which every block would have to come for deterrence; None where certainty is not enough.

    Attributes
    ----------
    at : float or None
        Under the assumptions as they are.
    low, high : float or None
        The least and the most while each assumption moves through its range.
    """

    at: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Swing:
    """What one assumption does to the margin over its range.

    Attributes
    ----------
    low, high : str
        The ends of the range, in words.
    margins : tuple of float
        By how much leaving things as they are is worth more than attack, at either end; below 0 it is not deterred.
    """

    assumption: str
    low: str
    high: str
    margins: tuple[float, float]

    @property
    def width(self) -> float:
        """How far the margin moves."""
        return abs(self.margins[0] - self.margins[1])

    @property
    def decides(self) -> bool:
        """Whether the verdict changes within the range."""
        return min(self.margins) < 0 <= max(self.margins)


@dataclass(frozen=True, slots=True)
class Deterrence:
    """The challenger's calculation.

    Attributes
    ----------
    lens : str
        Whose capability was reckoned with.
    alone, sure : float
        What attack is worth if nobody comes, and if everybody does; winning is worth the stake, nothing 0.
    expected : tuple of float
        What it is worth at the high end of the bands, and at the low end.
    swings : tuple of Swing
        The widest first.
    """

    lens: str
    blocks: tuple[Block, ...]
    alone: float
    sure: float
    expected: tuple[float, float]
    status_quo: float
    needed: Needed
    verdict: Verdict
    swings: tuple[Swing, ...]
    not_modelled: Mapping[str, str]
    record: str


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The part of the calculation that the verdict rests on; its fields are those of `Deterrence`."""

    blocks: tuple[Block, ...]
    expected: tuple[float, float]
    verdict: Verdict


def reckoning(responses: Sequence[Response], lens: Lens, assumptions: Assumptions) -> Reckoning | Unknown:
    """Return the verdict through one lens; unknown where it is not known what promises never tested are worth."""
    untested = next(_untested(responses), None)
    if untested is not None:
        return Unknown(f"of promises never tested nothing is known: {untested.reason}", untested.remedy)
    blocks, given = tuple(blocks_of(responses, lens)), _assumed(assumptions)
    ends = (model.attack(_reckoned(lens, blocks, "high"), given), model.attack(_reckoned(lens, blocks, "low"), given))
    return Reckoning(blocks, ends, _verdict(ends, given.status_quo))


def deterrence(held: Responses | Unknown, balance: Balance | Unknown, assumptions: Assumptions) -> Deterrence | Unknown:
    """Return the challenger's calculation; unknown where the balance is, or what promises never tested are worth."""
    if isinstance(balance, Unknown):
        return Unknown(f"without a balance there is no calculation: {balance.reason}", balance.remedy)
    responses = () if isinstance(held, Unknown) else held.held
    if not balance.whole:
        return Unknown("platforms of a domain measure no capability as a whole", "foedus data pull nmc (to 2022)")
    lens, given = balance.whole[0], _assumed(assumptions)
    found = reckoning(responses, lens, assumptions)
    if isinstance(found, Unknown):
        return found
    blocks = found.blocks
    whole = model.calculate(_reckoned(lens, blocks, "high"), given)
    swings = chain(_swings(lens, blocks, given), _beside(balance, responses, given))
    return Deterrence(
        lens.heading,
        blocks,
        whole.alone,
        whole.sure,
        found.expected,
        given.status_quo,
        _needed(_reckoned(lens, blocks, "high"), given),
        found.verdict,
        tuple(sorted(swings, key=lambda one: -one.width)),
        NOT_MODELLED,
        RECORD,
    )


def blocks_of(responses: Sequence[Response], lens: Lens) -> Iterator[Block]:
    """Yield the blocks of the target's allies, each state in the one that is likeliest to be kept."""
    mine = {*lens.attackers.states, *lens.targets.states}
    owed = [
        (response, duty)
        for response in responses
        for duty in response.duties
        if duty.side == "targets" and duty.obligation == "defend"
    ]
    owed.sort(key=lambda pair: (pair[1].status != "due", -_coming(pair[0]).high, pair[0].treaty))
    for response, duty in owed:
        states = tuple(state for state in duty.obligors if state not in mine)
        mine.update(states)
        known = tuple(state for state in states if state in lens.of)
        missing = tuple(state for state in states if state not in lens.of)
        if states:
            total = sum((lens.of[state] for state in known), 0.0)
            yield Block(response.treaty, known, missing, total, _coming(response), duty.status == "due")


def _untested(responses: Sequence[Response]) -> Iterator[Unknown]:
    for one in responses:
        if one.fights and isinstance(one.likelihood, Likelihood) and isinstance(one.likelihood.untested, Unknown):
            yield one.likelihood.untested


def _coming(response: Response) -> Band:
    """Return the band of a promise never tested; from never to surely where nothing is known of such treaties."""
    if isinstance(response.likelihood, Likelihood) and isinstance(response.likelihood.untested, Band):
        return response.likelihood.untested
    return Band(0.0, 1.0)


def _assumed(given: Assumptions) -> model.Assumptions:
    return model.Assumptions(given.stake, given.status_quo, given.cost, given.effectiveness)


def _reckoned(lens: Lens, blocks: Sequence[Block], end: Literal["low", "middle", "high"]) -> model.Balance:
    chances = {
        "low": lambda one: one.coming.low if one.due else 0.0,
        "high": lambda one: one.coming.high,
        "middle": lambda one: ((one.coming.low if one.due else 0.0) + one.coming.high) / 2,
    }[end]
    return model.Balance(
        lens.attackers.total,
        lens.targets.total,
        tuple(one.capability for one in blocks),
        tuple(map(chances, blocks)),
    )


def _verdict(worth: Sequence[float], status_quo: float) -> Verdict:
    deterred = {one <= status_quo for one in worth}
    if len(deterred) > 1:
        return "depends"
    return "deterred" if deterred == {True} else "not deterred"


def _needed(reckoned: model.Balance, given: model.Assumptions) -> Needed:
    at = model.needed(reckoned, given)
    tried = [
        at,
        *(model.needed(reckoned, replace(given, **{name: end})) for name, ends in RANGES.items() for end in ends),
    ]
    known = [one for one in tried if one is not None]
    return Needed(at, min(known, default=None), max(known) if len(known) == len(tried) else None)


def _swings(lens: Lens, blocks: Sequence[Block], given: model.Assumptions) -> Iterator[Swing]:
    for one in model.sensitivity(_reckoned(lens, blocks, "middle"), given, RANGES):
        yield Swing(one.assumption, f"{one.low:g}", f"{one.high:g}", one.margins)
    if blocks:
        low, high = (given.status_quo - model.attack(_reckoned(lens, blocks, end), given) for end in ("low", "high"))
        yield Swing("who comes", "fewest", "most", (low, high))


def _beside(balance: Balance, responses: Sequence[Response], given: model.Assumptions) -> Iterator[Swing]:
    """Yield what the choice of the lens does."""
    margins = {
        lens.heading: given.status_quo
        - model.attack(_reckoned(lens, tuple(blocks_of(responses, lens)), "middle"), given)
        for lens in balance.whole
    }
    if len(margins) > 1:
        low, high = min(margins, key=margins.__getitem__), max(margins, key=margins.__getitem__)
        yield Swing("lens", low, high, (margins[low], margins[high]))
