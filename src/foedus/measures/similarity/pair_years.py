"""The similarity of two states year by year, read from the register or from published data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.domain.actor import Actor
from foedus.measures.similarity.coefficients import Similarity, similarity, weighted_s
from foedus.measures.similarity.portfolio import ATOP_COLUMNS, Portfolios, ballots, levels_of, members, promises, votes
from foedus.measures.similarity.register_pledges import register_portfolios
from foedus.panel.membership import membership
from foedus.register.register import Register
from foedus.sources.extra import pl
from foedus.sources.registry import source
from foedus.sources.store import Store

Kind = Literal["register", "atop", "un-votes"]
"""What is compared: promises by the register, promises by ATOP, or votes in the General Assembly."""


@dataclass(frozen=True, slots=True)
class PairYear:
    """Two portfolios of a year beside each other.

    Attributes
    ----------
    compared : int
        Towards how many states, or on how many questions, both have a level.
    found : Similarity
    s_weighted : float
        S with each of the others weighing its capability; NaN where that was not asked for or is not known.
    missing : str
        Why there is no number, where there is none.
    """

    year: int
    compared: int
    found: Similarity
    s_weighted: float = float("nan")
    missing: str = ""


@dataclass(frozen=True, eq=False)
class PairYears:
    """Two states over some years.

    Attributes
    ----------
    versions : mapping of str to str
        Which version of which data set was read.
    """

    kind: Kind
    years: tuple[PairYear, ...]
    versions: Mapping[str, str]


@dataclass(frozen=True, eq=False)
class _Read:
    """What was read: the portfolios of each year, and each state's capability in it."""

    portfolios: Mapping[int, Portfolios]
    versions: dict[str, str]


def covered(register: Register, kind: Kind) -> tuple[int, int]:
    """Return the first and last year that portfolios of a kind cover."""
    if kind == "register":
        years = register.edition.covered_years
        return years.start, years.stop - 1
    return source(kind).latest.years


def pair_years(
    register: Register,
    store: Store,
    states: tuple[Actor, Actor],
    years: tuple[int, int],
    kind: Kind = "register",
    *,
    weighted: bool = False,
) -> PairYears:
    """Return how alike two states' portfolios were, year by year.

    Parameters
    ----------
    years : tuple of int
        The first and last, both included.
    kind : {"register", "atop", "un-votes"}
        What is compared.
    weighted : bool
        Whether S is also wanted with the others weighing their CINC.

    Raises
    ------
    BadInput
        If the years are not covered, or votes are to be weighted by capability.
    DataMissing
        If the store does not hold a data set that is needed.
    """
    first, last = covered(register, kind)
    if not first <= years[0] <= years[1] <= last:
        what = f"{kind} does not cover all of {years[0]} to {years[1]}"
        raise BadInput(Fault(what, "--year, --from, --to", f"{first} to {last}, the earlier year first"))
    if weighted and kind == "un-votes":
        raise BadInput(Fault("votes are on questions, and questions have no capability", "--weights", "promises only"))
    read = _READERS[kind](register, store, years)
    capability = _capability(store, read.versions, years) if weighted else {}
    held = tuple(_year(read.portfolios.get(year), states, year, capability) for year in range(years[0], years[1] + 1))
    return PairYears(kind, held, read.versions)


def _year(
    held: Portfolios | None, states: tuple[Actor, Actor], year: int, capability: Mapping[tuple[int, int], float]
) -> PairYear:
    nothing = Similarity(*[np.nan] * len(Similarity._fields))
    if held is None:
        return PairYear(year, 0, nothing, missing="no votes in the data")
    day = Day.parse(f"{year:04d}")
    numbers = [state.number_on("cow", day) for state in states]
    outside = [
        state.name_on(day)
        for state, number in zip(states, numbers, strict=True)
        if number is None or number not in held.states
    ]
    if outside:
        return PairYear(year, 0, nothing, missing=f"{' and '.join(outside)} not in the system")
    at = [int(np.searchsorted(held.states, number)) for number in numbers if number is not None]
    both = held.levels[at]
    compared = int(np.count_nonzero(np.all(both >= 0, axis=0)))
    weights = np.array([capability.get((int(state), year), np.nan) for state in held.states])
    weighted = float(weighted_s(both, weights, held.highest)[0, 1]) if capability else np.nan
    missing = "" if compared else "no vote by both"
    return PairYear(year, compared, similarity(both[0], both[1], held.highest), weighted, missing)


def _by_register(register: Register, _: Store, years: tuple[int, int]) -> _Read:
    held = register_portfolios(register, *years)
    return _Read(dict(zip(range(years[0], years[1] + 1), held, strict=True)), {})


def _by_atop(register: Register, store: Store, years: tuple[int, int]) -> _Read:
    table, entry = store.read_entry("atop", "directed_dyad_years")
    pledges = levels_of(table.filter(pl.col("year").is_between(*years)), ATOP_COLUMNS)
    system = membership(register, "cow", *years)
    held = {
        year: promises(members(system, year), pledges.filter(pl.col("year") == year))
        for year in range(years[0], years[1] + 1)
    }
    return _Read(held, {"atop": entry.version})


def _by_votes(register: Register, store: Store, years: tuple[int, int]) -> _Read:
    cast, entry = store.read_entry("un-votes", "votes")
    calls = store.read("un-votes", "roll_calls", entry.version)
    dated = ballots(cast, calls).filter(pl.col("year").is_between(*years))
    system = membership(register, "cow", *years)
    held = {
        int(year): votes(members(system, int(year)), part)
        for (year,), part in dated.partition_by("year", as_dict=True).items()
    }
    return _Read(held, {"un-votes": entry.version})


_READERS = {"register": _by_register, "atop": _by_atop, "un-votes": _by_votes}


def _capability(store: Store, versions: dict[str, str], years: tuple[int, int]) -> Mapping[tuple[int, int], float]:
    table, entry = store.read_entry("nmc", "state_years")
    versions["nmc"] = entry.version
    held = table.filter(pl.col("year").is_between(*years)).drop_nulls("cinc")
    return {(state, year): cinc for state, year, cinc in held.select("ccode", "year", "cinc").iter_rows()}


def column(held: PairYear, name: str) -> float | None:
    """Return a coefficient of a year by its name; None where it has no value."""
    value = held.s_weighted if name == "s_weighted" else getattr(held.found, name)
    return None if np.isnan(value) else float(value)


COEFFICIENTS: tuple[str, ...] = (*Similarity._fields, "s_weighted")
"""The names of the coefficients, in the order they are shown."""
