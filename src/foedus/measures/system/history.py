"""The system year by year, by the register and published data: who is there, owes defence, quarrels, is strong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault
from foedus.panel.made import Made
from foedus.panel.panel import FIRST_YEAR, create
from foedus.register.register import Register
from foedus.sources.extra import pl
from foedus.sources.registry import source
from foedus.sources.store import Store

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]
Codes = NDArray[np.int64]
Alliances = Literal["register", "atop"]
Need = Literal["capability", "majors", "disputes", "wars"]

OWES: Mapping[Alliances, str] = {"register": "reg_defense", "atop": "atop_defense"}
ADDITION: Mapping[Alliances, str] = {"register": "alliances", "atop": "atop"}
DATA: Mapping[Need, str] = {
    "capability": "nmc",
    "majors": "cow-majors",
    "disputes": "gml-mid",
    "wars": "inter-state-war",
}
"""Which published data set each need is read from; each is an addition to panels of the same name."""
TABLES: Mapping[Need, str] = {
    "capability": "state_years",
    "majors": "spells",
    "disputes": "directed_dispute_years",
    "wars": "participants",
}
"""And from which of its tables."""
_STATE_COLUMNS: Mapping[Need, str] = {"capability": "cinc", "majors": "cowmaj"}
_PAIR_COLUMNS: Mapping[Need, tuple[str, str]] = {
    "disputes": ("gmlmidongoing", "gmlmidonset"),
    "wars": ("cowinterongoing", "cowinteronset"),
}


@dataclass(frozen=True, eq=False)
class SystemYear:
    """The system in a year; what was not asked for, or is not covered, is None.

    Attributes
    ----------
    states : array of int, shape (states,)
        Correlates of War numbers of the members, ascending.
    owes : array of bool, shape (states, states)
        Whether the first owes the second defence on some day of the year; all False where alliances were not asked
        for.
    capability : array of float, shape (states,), or None
        CINC; NaN where it is missing.
    major : array of bool, shape (states,), or None
        Whether a state was a major power.
    disputing, disputes_begun, fighting, wars_begun : array of bool, shape (states, states), or None
        Pairs with a militarized dispute, or an inter-state war, that went on or began in the year; symmetric.
    """

    year: int
    states: Codes
    owes: Flags
    capability: Floats | None = None
    major: Flags | None = None
    disputing: Flags | None = None
    disputes_begun: Flags | None = None
    fighting: Flags | None = None
    wars_begun: Flags | None = None

    @property
    def allied(self) -> Flags:
        """Whether either of two states owes the other defence; symmetric."""
        held: Flags = self.owes | self.owes.T
        return held


@dataclass(frozen=True, eq=False)
class History:
    """The system over some years.

    Attributes
    ----------
    alliances : {"register", "atop"} or None
        Whose pledges of defence; None where they were not asked for.
    versions : mapping of str to str
        Which version of which data set was read.
    names : mapping of int to str
        The states' latest names.
    """

    alliances: Alliances | None
    years: tuple[SystemYear, ...]
    versions: Mapping[str, str]
    names: Mapping[int, str]


def covered(register: Register, alliances: Alliances) -> tuple[int, int]:
    """Return the first and last year for which all alliances are meant to be known, by the register or by ATOP."""
    if alliances == "atop":
        first, last = source("atop").latest.years
        return max(first, FIRST_YEAR), last
    years = register.edition.covered_years
    return years.start, years.stop - 1


def history(
    register: Register,
    store: Store,
    years: tuple[int, int],
    alliances: Alliances | None = "register",
    needs: Iterable[Need] = (),
) -> History:
    """Return the system over some years.

    Parameters
    ----------
    years : tuple of int
        The first and last, both included.
    alliances : {"register", "atop"} or None
        Whose pledges of defence: the register's own, or ATOP's; None where only states matter.
    needs : iterable of {"capability", "majors", "disputes", "wars"}
        What is wanted beside alliances.

    Raises
    ------
    BadInput
        If the alliances of some year are not covered; a choice of them would look as if it were all.
    DataMissing
        If the store does not hold a data set that is needed.

    Notes
    -----
    A pledge of the register whose dates are not known well enough to place it in the year does not count.
    """
    wanted = tuple(needs)
    if alliances is not None:
        check_covered(register, years, alliances)
    of_states = [DATA[need] for need in wanted if need in _STATE_COLUMNS]
    of_pairs = [DATA[need] for need in wanted if need in _PAIR_COLUMNS]
    states = _made(register, store, "state-years", years, of_states)
    held = {year: _with_states(year, part, wanted) for year, part in _parts(states.frame).items()}
    versions = dict(states.versions)
    if alliances is not None or of_pairs:
        additions = [*([ADDITION[alliances]] if alliances else []), *of_pairs]
        pairs = _made(register, store, "dyad-years", years, additions)
        parts = _parts(pairs.frame)
        owes = OWES[alliances] if alliances else ""
        held |= {year: _with_pairs(one, parts[year], owes, wanted) for year, one in held.items() if year in parts}
        versions |= pairs.versions
    system = create("state-years", first=years[0], last=years[1]).membership()
    names = dict(zip(system.numbers.tolist(), system.names, strict=True))
    return History(alliances, tuple(held[year] for year in sorted(held)), versions, names)


def check_covered(register: Register, years: tuple[int, int], alliances: Alliances) -> None:
    """Refuse years of which not every alliance is meant to be held.

    Raises
    ------
    BadInput
        Naming the years that are.
    """
    first, last = covered(register, alliances)
    if not first <= years[0] <= years[1] <= last:
        what = f"not every alliance of {years[0]} to {years[1]} is held"
        other = "; ATOP's reach from 1816 to 2018: --alliances atop" if alliances == "register" else ""
        allowed = f"{first} to {last}, the earlier year first"
        raise BadInput(Fault(what, "--from, --to", allowed, f"--from {first} --to {last}{other}"))


def _made(register: Register, store: Store, universe: str, years: tuple[int, int], additions: list[str]) -> Made:
    panel = create(universe, first=years[0], last=years[1], directed=universe == "dyad-years")
    return replace(panel, register=register, store=store).add(*additions).collect()


def _parts(frame: pl.DataFrame) -> dict[int, pl.DataFrame]:
    return {int(year): part for (year,), part in frame.partition_by("year", as_dict=True).items()}


def _with_pairs(one: SystemYear, pairs: pl.DataFrame, owes: str, needs: Iterable[Need]) -> SystemYear:
    found = replace(one, owes=_matrix(one.states, pairs, owes)) if owes else one
    if "disputes" in needs:
        going, begun = (_matrix_or_none(one.states, pairs, name) for name in _PAIR_COLUMNS["disputes"])
        found = replace(found, disputing=going, disputes_begun=begun)
    if "wars" in needs:
        going, begun = (_matrix_or_none(one.states, pairs, name) for name in _PAIR_COLUMNS["wars"])
        found = replace(found, fighting=going, wars_begun=begun)
    return found


def _matrix_or_none(numbers: Codes, pairs: pl.DataFrame, name: str) -> Flags | None:
    return None if pairs[name].null_count() == pairs.height else _matrix(numbers, pairs, name)


def _matrix(numbers: Codes, pairs: pl.DataFrame, name: str) -> Flags:
    at = tuple(np.searchsorted(numbers, pairs[key].to_numpy()) for key in ("ccode1", "ccode2"))
    held = np.zeros((len(numbers), len(numbers)), np.bool_)
    held[at] = (pairs[name] == 1).fill_null(value=False).to_numpy()
    return held


def _with_states(year: int, states: pl.DataFrame, needs: Iterable[Need]) -> SystemYear:
    numbers = states["ccode"].to_numpy()
    one = SystemYear(year, numbers, np.zeros((len(numbers), len(numbers)), np.bool_))
    if "capability" in needs and states["cinc"].null_count() < states.height:
        one = replace(one, capability=states["cinc"].cast(pl.Float64).fill_null(np.nan).to_numpy())
    if "majors" in needs and states["cowmaj"].null_count() < states.height:
        one = replace(one, major=(states["cowmaj"] == 1).fill_null(value=False).to_numpy())
    return one


def war_sizes(participants: pl.DataFrame) -> pl.DataFrame:
    """Return each inter-state war with its battle deaths, as the table ``participants`` of the data set has them.

    Returns
    -------
    polars.DataFrame
        ``warnum``, ``warname``, ``year`` of the first fighting, ``deaths``, and ``unknown``: how many participants'
        deaths are not known and count for nothing.
    """
    return (
        participants.group_by("warnum")
        .agg(
            pl.col("warname").first(),
            pl.col("start_year1").min().alias("year"),
            pl.col("batdeath").sum().cast(pl.Int64).alias("deaths"),
            pl.col("batdeath").null_count().cast(pl.Int64).alias("unknown"),
        )
        .sort("warnum")
    )
