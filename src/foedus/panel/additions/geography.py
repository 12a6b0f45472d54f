"""Contiguity, distance between capitals, least distance between territories, and political relevance."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from foedus.panel.addition import Added, Addition, Options, fixed
from foedus.panel.membership import Codes
from foedus.panel.workspace import Workspace
from foedus.sources.extra import pl

EARTH_RADIUS = 6378.137
"""Equatorial, in kilometres; the field's distances between capitals are on a sphere of this size."""


def _contiguity(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
    """Return the nearest kind of contiguity of the year; in a year of change a pair may have two."""
    table = work.table("contiguity", "directed_dyad_years")
    nearest = table.group_by("ccode1", "ccode2", "year").agg(pl.col("conttype").min())
    return work.of_pairs(nearest, ["conttype"], work.coverage("contiguity"), zeros=["conttype"])


CONTIGUITY = Addition(
    name="contiguity",
    summary="Direct contiguity of the two states",
    columns=fixed(
        Added("conttype", "integer", "0 none, 1 by land or river, 2 to 5 over up to 12, 24, 150, 400 miles of water")
    ),
    compute=_contiguity,
    sources=("contiguity",),
    rows="dyads",
)


def _neighbours(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
    table = work.table("contiguity", "directed_dyad_years")
    nearest = table.group_by("ccode1", "ccode2", "year").agg(pl.col("conttype").min())
    counted = nearest.group_by(pl.col("ccode1").alias("ccode"), "year").agg(
        (pl.col("conttype") == 1).sum().cast(pl.Int64).alias("land"),
        (pl.col("conttype") > 1).sum().cast(pl.Int64).alias("sea"),
    )
    zeros = dict.fromkeys(("land", "sea"), work.coverage("contiguity"))
    return work.of_each(counted, "ccode", tuple(zeros), "cow", zeros)


NEIGHBOURS = Addition(
    name="neighbours",
    summary="How many states it is contiguous to",
    columns=fixed(
        Added("land", "integer", "neighbours by land or river", is_of_each=True),
        Added("sea", "integer", "neighbours over at most 400 miles of water", is_of_each=True),
    ),
    compute=_neighbours,
    sources=("contiguity",),
)


def _capital_distance(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
    """Return the great-circle distance between the first seats of government of the year."""
    seats = work.table("capitals", "spells").sort("start")
    grid = _seat_of_the_year(work, seats)
    distances = _distances(seats["lat"].to_numpy(), seats["lon"].to_numpy())
    one, other = (grid[cells] for cells in work.layout.cells)
    missing = (one < 0) | (other < 0)
    found = distances[one, other]
    return {
        "capdist": pl.Series("capdist", np.where(missing, np.nan, found) if missing.any() else found).fill_nan(None)
    }


def _seat_of_the_year(work: Workspace, seats: pl.DataFrame) -> Codes:
    """Return which seat each state has first in each year, -1 for none; flat. The seats are sorted by their start."""
    first, last = (pl.col(day).dt.year().cast(pl.Int64) for day in ("start", "end"))
    held = seats.select("ccode", pl.int_ranges(first, last + 1).alias("year")).with_row_index("seat").explode("year")
    firsts = held.unique(["ccode", "year"], keep="first", maintain_order=True)
    rows = work.grid(firsts, "ccode", "cow")
    return np.where(rows < 0, -1, firsts["seat"].cast(pl.Int64).to_numpy()[rows])


def _distances(lat: np.ndarray, lon: np.ndarray) -> np.ndarray:
    """Return the great-circle distance between every two places, in kilometres.

    By the formula that is accurate at all distances (a case of Vincenty's, for the sphere).
    """
    phi, lam = np.radians(lat), np.radians(lon)
    turned = lam[None, :] - lam[:, None]
    sin, cos = np.sin(phi), np.cos(phi)
    across = np.hypot(
        cos[None, :] * np.sin(turned), cos[:, None] * sin[None, :] - sin[:, None] * cos[None, :] * np.cos(turned)
    )
    along = sin[:, None] * sin[None, :] + cos[:, None] * cos[None, :] * np.cos(turned)
    distances: np.ndarray = EARTH_RADIUS * np.arctan2(across, along)
    return distances


CAPITAL_DISTANCE = Addition(
    name="capital-distance",
    summary="Distance between capitals, on a sphere",
    columns=fixed(Added("capdist", "number", "great-circle distance between the year's first capitals", "km")),
    compute=_capital_distance,
    sources=("capitals",),
    rows="dyads",
)


def _minimum_distance(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
    table = work.table("minimum-distance", "dyad_years")
    turned = table.rename({"ccode1": "ccode2", "ccode2": "ccode1"}).select(table.columns)
    return work.of_pairs(pl.concat([table, turned]), ["mindist"], work.coverage("minimum-distance"))


MINIMUM_DISTANCE = Addition(
    name="minimum-distance",
    summary="Least distance between the territories",
    columns=fixed(Added("mindist", "number", "least distance between the territories", "km")),
    compute=_minimum_distance,
    sources=("minimum-distance",),
    rows="dyads",
)


def _relevant(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
    """Return whether the two are contiguous or one is a major power; unknown if neither is known to decide it."""
    contiguous = work.column("conttype") > 0
    major = (work.column("cowmaj1") == 1) | (work.column("cowmaj2") == 1)
    return {"prd": (contiguous | major).cast(pl.Int8).alias("prd")}


RELEVANT = Addition(
    name="relevance",
    summary="Politically relevant dyads: contiguous, over water too, or with a major power",
    columns=fixed(Added("prd", "flag", "whether the two are contiguous or one is a major power")),
    compute=_relevant,
    rows="dyads",
    needs=lambda _: ("conttype", "cowmaj1", "cowmaj2"),
)
