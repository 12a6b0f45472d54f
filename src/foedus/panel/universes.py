"""The universes: which rows a panel has. All are sorted by their keys.

A state is there in every year that its membership touches. Two states that were members in the same year but never on
the same day are no dyad; there are thirty such pairs of years in the Correlates of War system to 2016.
"""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np

from foedus._base.errors import BadInput, Fault
from foedus.panel.layout import Layout
from foedus.panel.made import WEIGHT
from foedus.panel.membership import Codes, Membership, System
from foedus.sources.extra import pl

MAX_CELLS = 120_000_000
"""The most states that the rows of k-ads may have together; laying them out takes some 50 bytes for each."""


def number_name(system: System) -> str:
    """Return what the field calls a state's number."""
    return "ccode" if system == "cow" else "gwcode"


def state_years(membership: Membership) -> Layout:
    """Return a row for each state and year of its membership."""
    place, year = np.nonzero(membership.present)
    name = number_name(membership.system)
    keys = {name: pl.Series(name, membership.numbers[place]), "year": _year(membership, year)}
    return Layout("state-years", membership, keys, (place,), year)


def dyad_years(membership: Membership, *, directed: bool = False) -> Layout:
    """Return a row for each pair of states and year in which both were members on some same day.

    Parameters
    ----------
    membership : Membership
        The states and years.
    directed : bool
        A row for each order; otherwise the lower number comes first.
    """
    states, years = membership.size
    ones, others = np.nonzero(~np.eye(states, dtype=np.bool_)) if directed else np.triu_indices(states, 1)
    both = membership.present[ones]
    both &= membership.present[others]
    _part(both, membership, directed=directed)
    counts = np.count_nonzero(both, axis=1)
    year = np.broadcast_to(np.arange(years), both.shape)[both]
    places = np.repeat(ones, counts), np.repeat(others, counts)
    name = number_name(membership.system)
    keys = {
        f"{name}1": pl.Series(f"{name}1", np.repeat(membership.numbers[ones], counts)),
        f"{name}2": pl.Series(f"{name}2", np.repeat(membership.numbers[others], counts)),
        "year": _year(membership, year),
    }
    return Layout("dyad-years", membership, keys, places, year, directed)


def _part(both: np.ndarray, membership: Membership, *, directed: bool) -> None:
    """Take out the pairs that never met in a year."""
    states = membership.size[0]
    for one, other, year in membership.strangers:
        if directed:
            both[one * (states - 1) + other - 1, year] = False
            both[other * (states - 1) + one, year] = False
        else:
            both[one * states - one * (one + 1) // 2 + other - one - 1, year] = False


def kad_years(membership: Membership, k: int, *, sample: int | None = None, seed: int = 1) -> Layout:
    """Return a row for each set of `k` states and year in which all were members, numbers ascending.

    Parameters
    ----------
    membership : Membership
        The states and years.
    k : int
        How many states a row has, 3 or more.
    sample : int or None
        Draw so many sets of each year without replacement; each row then weighs how many sets of its year it stands
        for. All sets if None.
    seed : int
        Of the draw.

    Raises
    ------
    BadInput
        If there would be more rows than can be held; a sample is then the way.
    """
    held = [np.flatnonzero(membership.present[:, year]) for year in range(membership.size[1])]
    totals = [math.comb(len(members), k) for members in held]
    rows = sum(totals) if sample is None else sum(min(total, sample) for total in totals)
    if rows * k > MAX_CELLS:
        what = f"sets of {k} states would be {rows:,} rows"
        raise BadInput(Fault(what, "--k, --sample", f"up to {MAX_CELLS // k:,} rows", "fewer years, or --sample N"))
    apart = {(one, other, year) for one, other, year in membership.strangers}
    drawn = [_sets(members, k, sample, seed, year, apart) for year, members in enumerate(held)]
    places = np.concatenate(drawn) if drawn else np.zeros((0, k), np.int64)
    year = np.repeat(np.arange(len(held)), [len(sets) for sets in drawn])
    if sample is None:
        return _kads(membership, places, year, None)
    stands_for = np.array([max(total / sample, 1.0) for total in totals])
    return _kads(membership, places, year, stands_for[year])


def _kads(membership: Membership, places: Codes, year: Codes, weight: np.ndarray | None) -> Layout:
    order = np.lexsort((year, *places.T[::-1]))
    places, year, name = places[order], year[order], number_name(membership.system)
    columns = tuple(np.ascontiguousarray(places[:, place]) for place in range(places.shape[1]))
    keys = {
        f"{name}{place}": pl.Series(f"{name}{place}", membership.numbers[column])
        for place, column in enumerate(columns, 1)
    }
    keys["year"] = _year(membership, year)
    more = {WEIGHT: pl.Series(WEIGHT, weight[order])} if weight is not None else None
    return Layout("k-ads", membership, keys, columns, year, more=more)


def _sets(members: Codes, k: int, sample: int | None, seed: int, year: int, apart: set[tuple[int, int, int]]) -> Codes:
    """Return sets of members, shape (sets, k): all of them, or a sample without replacement."""
    total = math.comb(len(members), k)
    if sample is None or sample >= total:
        sets = members[_every(len(members), k)]
    else:
        sets = members[_some(len(members), k, sample, np.random.default_rng((seed, year)))]
    for one, other, when in apart:
        if when == year:
            together = (sets == one).any(axis=1) & (sets == other).any(axis=1)
            sets = sets[~together]
    return sets


def _every(n: int, k: int) -> Codes:
    """Return every set of `k` of `n` places, ascending, shape (sets, k)."""
    if k == 0 or n < k:
        return np.zeros((1 if k == 0 else 0, k), np.int64)
    if k <= 3:
        return _every_small(n, k)
    flat = np.fromiter((place for chosen in combinations(range(n), k) for place in chosen), np.int64)
    return flat.reshape(-1, k)


def _every_small(n: int, k: int) -> Codes:
    """Return the same for pairs and triples, by arrays."""
    sets = np.arange(n).reshape(-1, 1)
    for _ in range(k - 1):
        more = n - 1 - sets[:, -1]
        firsts = np.repeat(sets, more, axis=0)
        starts = np.repeat(np.cumsum(more) - more, more)
        nexts = np.arange(len(firsts)) - starts + firsts[:, -1] + 1
        sets = np.column_stack([firsts, nexts])
    return sets


def _some(n: int, k: int, sample: int, chance: np.random.Generator) -> Codes:
    """Return a sample of the sets without replacement, shape (sample, k)."""
    return sets_of_ranks(n, k, chance.choice(math.comb(n, k), sample, replace=False, shuffle=False))


def sets_of_ranks(n: int, k: int, ranks: Codes) -> Codes:
    """Return the sets of `k` of `n` places that stand at ranks from 0 to comb(n, k) - 1, ascending, shape (ranks, k).

    Rank r is that of the set {c_1 < … < c_k} with r = comb(c_1, 1) + … + comb(c_k, k): D. E. Knuth, The Art of Computer
    Programming 4A (2011), 7.2.1.3, theorem L.
    """
    sets = np.empty((len(ranks), k), np.int64)
    left = np.asarray(ranks, np.int64).copy()
    for size in range(k, 0, -1):
        below = np.array([math.comb(place, size) for place in range(n)], np.int64)
        sets[:, size - 1] = np.searchsorted(below, left, side="right") - 1
        left -= below[sets[:, size - 1]]
    return sets


def _year(membership: Membership, year: Codes) -> pl.Series:
    return pl.Series("year", membership.years[year])
