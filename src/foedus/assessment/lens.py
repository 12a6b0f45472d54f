"""A lens: one kind of capability of those who attack, who are attacked, and who owe either of them a fight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from foedus._base.errors import ExtraMissing
from foedus.assessment.unknown import Unknown
from foedus.domain.vocabulary import Status
from foedus.measures.capability.platforms import DOMAINS
from foedus.measures.capability.quantities import BUNDLED, QUANTITIES, Quantity
from foedus.measures.capability.reading import Question, Reading
from foedus.obligations.situation import LOCAL

WHOLE = ("cinc", "expenditure", "personnel", "gdp")
"""What measures a state as a whole; the challenger's calculation takes the first through which something is seen."""
NAMES = (*WHOLE, *DOMAINS)
"""The quantities that are looked through; platforms of a domain are no capability as a whole."""
NEAR = 5
"""The project's own figures answer for so many years on either side of theirs."""


@dataclass(frozen=True, slots=True)
class Sum:
    """The capability of several states; of `missing` ones nothing is known, and they are not in the total."""

    total: float
    states: tuple[str, ...]
    missing: tuple[str, ...]


NOBODY = Sum(0.0, (), ())


@dataclass(frozen=True, slots=True)
class Camps:
    """Who stands where.

    Attributes
    ----------
    owing : mapping of status to states
        Who owes the targets a fight.
    behind : mapping of status to states
        Who owes the attackers one.
    """

    attackers: tuple[str, ...]
    targets: tuple[str, ...]
    owing: Mapping[Status, tuple[str, ...]]
    behind: Mapping[Status, tuple[str, ...]]

    @property
    def states(self) -> tuple[str, ...]:
        """Everybody, once."""
        groups = (self.attackers, self.targets, *self.owing.values(), *self.behind.values())
        return tuple(dict.fromkeys(state for group in groups for state in group))


@dataclass(frozen=True, slots=True)
class Lens:
    """One kind of capability.

    Attributes
    ----------
    source : str
        The data set with its version, or the publisher of the project's own figures.
    heading : str
        Over a column, or before a row.
    years : tuple of int
        The first and the last year of the figures.
    is_bundled : bool
        Whether the figures come with the project.
    of : mapping of str to float
        The capability of each state that has one.
    """

    name: str
    title: str
    heading: str
    unit: str
    source: str
    years: tuple[int, int]
    note: str
    is_bundled: bool
    of: Mapping[str, float]
    attackers: Sum
    targets: Sum
    owing: Mapping[Status, Sum]
    behind: Mapping[Status, Sum]

    def times(self, sums: Sequence[Sum]) -> float:
        """Return what several have by what the attackers have."""
        return sum(one.total for one in sums) / self.attackers.total


def look(
    name: str, camps: Camps, question: Question, quantities: Mapping[str, Quantity] = QUANTITIES
) -> Lens | Unknown:
    """Return what is seen through a lens; unknown if an attacker or a target has no figure.

    Parameters
    ----------
    question : Question
        Of all states of the camps that the register holds, in the year of the event.
    quantities : mapping of str to Quantity
        How each is read.
    """
    quantity = quantities[name]
    parties = (*camps.attackers, *camps.targets)
    reason = Unknown(f"no figure of {question.year} in the store, and none of ours within {NEAR} years of it")
    try:
        for reading in _readings(quantity, question):
            of = {
                state: float(value)
                for state, value in zip(question.states, reading.values, strict=True)
                if np.isfinite(value)
            }
            lacking = [state for state in parties if state not in of]
            if not lacking and sum(of[state] for state in camps.attackers) > 0:
                return _lens(quantity, reading, of, camps)
            names = ", ".join(_name(state, question) for state in lacking or camps.attackers)
            what = "has no figure of" if lacking else f"counts no {quantity.heading} of the attackers:"
            reason = Unknown(f"{reading.source} {what} {names} for {question.year}")
    except ExtraMissing as error:
        return Unknown.because_of(error)
    return reason


def _name(state: str, question: Question) -> str:
    actor = question.register.actors.get(state)
    return actor.name_on(question.day) if actor else state.removeprefix(LOCAL)


def _readings(quantity: Quantity, question: Question) -> Iterator[Reading]:
    """Yield what the store has of the year, then our own figures if they are of a year near enough."""
    held = quantity.find(question)
    if held is not None:
        yield held
    if BUNDLED in quantity.ways and question.year is not None:
        ours = quantity.ways[BUNDLED](question)
        near = [year is not None and abs(year - question.year) <= NEAR for year in ours.years]
        years = tuple(year if is_near else None for year, is_near in zip(ours.years, near, strict=True))
        if any(near):
            yield replace(ours, values=np.where(near, ours.values, np.nan), years=years)


def _lens(quantity: Quantity, reading: Reading, of: Mapping[str, float], camps: Camps) -> Lens:
    years = [year for year in reading.years if year is not None]
    seen = Lens(
        name=quantity.name,
        title=quantity.title,
        heading=quantity.heading,
        unit=reading.unit,
        source=reading.source,
        years=(min(years), max(years)),
        note=reading.note,
        is_bundled=reading.is_bundled,
        of=of,
        attackers=NOBODY,
        targets=NOBODY,
        owing={},
        behind={},
    )
    return summed(seen, camps)


def summed(lens: Lens, camps: Camps) -> Lens:
    """Return the lens with the sums of the camps by the capability of each state."""
    return replace(
        lens,
        attackers=_sum(camps.attackers, lens.of),
        targets=_sum(camps.targets, lens.of),
        owing={status: _sum(states, lens.of) for status, states in camps.owing.items()},
        behind={status: _sum(states, lens.of) for status, states in camps.behind.items()},
    )


def _sum(states: Sequence[str], of: Mapping[str, float]) -> Sum:
    known = tuple(state for state in states if state in of)
    return Sum(sum((of[state] for state in known), 0.0), known, tuple(state for state in states if state not in of))
