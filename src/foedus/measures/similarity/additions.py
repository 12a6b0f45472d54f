"""Similarity as columns of dyad-years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault
from foedus.measures.similarity.coefficients import Levels, Similarity, weighted_s
from foedus.measures.similarity.kernel import all_pairs
from foedus.measures.similarity.packed import pack
from foedus.measures.similarity.portfolio import ATOP_COLUMNS, HIGHEST_PROMISE, Portfolios, ballots, levels_of, votes
from foedus.measures.similarity.register_pledges import register_levels
from foedus.panel.addition import Added, Addition, Option, Options, Shape
from foedus.panel.membership import Codes
from foedus.panel.workspace import Workspace
from foedus.sources.extra import pl

Floats = NDArray[np.float64]

PORTFOLIO = Option("portfolio", "register", "what is compared: promises or votes", ("register", "atop", "un-votes"))
WEIGHTS = Option(
    "weights",
    "none",
    "cinc: one more column, S with each of the others weighing its capability (promises only)",
    ("none", "cinc"),
)
_MEANING: Mapping[str, str] = {
    "s": "S with absolute distances",
    "s_squared": "S with squared distances",
    "kappa": "Cohen's kappa with squared distances",
    "pi": "Scott's pi with squared distances",
    "tau_b": "Kendall's tau-b",
}
WEIGHTED = "sim_s_weighted"


def _columns(options: Options, shape: Shape) -> tuple[Added, ...]:
    del shape
    columns = tuple(
        Added(f"sim_{name}", "number", f"{_MEANING[name]} of the two portfolios", "up to 1")
        for name in Similarity._fields
    )
    if options.get("weights") != "cinc":
        return columns
    if options.get("portfolio") == "un-votes":
        raise BadInput(
            Fault("votes are on questions, and questions have no capability", "weights=cinc", "weights=none")
        )
    return *columns, Added(WEIGHTED, "number", "S with absolute distances, others weighing their CINC", "-1 to 1")


def _compute(work: Workspace, options: Options) -> Mapping[str, pl.Series]:
    """Return the coefficients of each row; missing where a coefficient has no value or the data do not cover the year.

    Portfolios are of the members of the panel's own system in the year.
    """
    names = [column.name for column in _columns(options, Shape(2))]
    weights = _capabilities(work) if options["weights"] == "cinc" else None
    found = np.full((len(work.layout), len(names)), np.nan)
    of_year = _rows_of_years(work)
    for year, held in _PORTFOLIOS[options["portfolio"]](work):
        values = all_pairs(pack(held.levels, held.highest), held.highest)
        if weights is not None:
            own = weights[held.states, year]
            values = np.dstack([values, weighted_s(held.levels, own, held.highest)])
        rows = of_year[year]
        local = np.full(work.membership.size[0], -1)
        local[held.states] = np.arange(len(held.states))
        one, other = (local[place[rows]] for place in work.layout.places)
        found[rows] = values[one, other]
    return {name: pl.Series(name, found[:, place]).fill_nan(None) for place, name in enumerate(names)}


def _rows_of_years(work: Workspace) -> list[Codes]:
    """Return the rows of each year."""
    order = np.argsort(work.layout.year, kind="stable")
    starts = np.searchsorted(work.layout.year[order], np.arange(1, work.membership.size[1]))
    return np.split(order, starts)


def _of_promises(work: Workspace, levels: Levels, years: tuple[int, int]) -> Iterator[tuple[int, Portfolios]]:
    for year, calendar in enumerate(work.membership.years.tolist()):
        if years[0] <= calendar <= years[1]:
            there = np.flatnonzero(work.membership.present[:, year])
            held = levels[year][np.ix_(there, there)]
            np.fill_diagonal(held, HIGHEST_PROMISE)
            yield year, Portfolios(there, held, HIGHEST_PROMISE)


def _by_the_register(work: Workspace) -> Iterator[tuple[int, Portfolios]]:
    years = work.register.edition.covered_years
    return _of_promises(work, register_levels(work.register, work.membership), (years.start, years.stop - 1))


def _by_atop(work: Workspace) -> Iterator[tuple[int, Portfolios]]:
    table = levels_of(work.table("atop", "directed_dyad_years"), ATOP_COLUMNS)
    states, years = work.membership.size
    levels = np.zeros((years, states, states), np.int8)
    one, year = work.stand(table["ccode1"], table["year"], "cow")
    other, _ = work.stand(table["ccode2"], table["year"], "cow")
    fits = (one >= 0) & (other >= 0)
    np.maximum.at(levels, (year[fits], one[fits], other[fits]), table["level"].to_numpy()[fits])
    return _of_promises(work, levels, work.coverage("atop"))


def _by_votes(work: Workspace) -> Iterator[tuple[int, Portfolios]]:
    cast = ballots(work.table("un-votes", "votes"), work.table("un-votes", "roll_calls"))
    place, year = work.stand(cast["ccode"], cast["year"], "cow")
    placed = cast.with_columns(pl.Series("ccode", place), pl.Series("at", year)).filter(pl.col("ccode") >= 0)
    for (at,), held in sorted(placed.partition_by("at", as_dict=True).items()):
        there = np.flatnonzero(work.membership.present[:, at])
        yield int(at), votes(there, held)


_PORTFOLIOS = {"register": _by_the_register, "atop": _by_atop, "un-votes": _by_votes}


def _capabilities(work: Workspace) -> Floats:
    """Return CINC on the grid, NaN where it is missing, shape (states, years)."""
    table = work.table("nmc", "state_years")
    rows = work.grid(table, "ccode", "cow")
    values = np.append(table["cinc"].cast(pl.Float64).fill_null(np.nan).to_numpy(), np.nan)
    held: Floats = values[rows].reshape(work.membership.size)
    return held


SIMILARITY = Addition(
    name="similarity",
    summary="How alike the two states' foreign policies are, by promises or votes: S, kappa, pi, tau-b",
    columns=_columns,
    compute=_compute,
    sources=("atop", "nmc", "un-votes"),
    rows="dyads",
    options=(PORTFOLIO, WEIGHTS),
)
