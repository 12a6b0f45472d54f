"""Stretches of days as intervals, one row a day, and back: the same stretches, joined where they touch."""

from __future__ import annotations

from collections.abc import Sequence

from foedus.sources.extra import pl


def expanded(intervals: pl.DataFrame) -> pl.DataFrame:
    """Return one row a day for intervals with the columns ``start`` and ``end``; ``day`` takes their place."""
    days = intervals.with_columns(pl.date_ranges("start", "end").alias("day")).explode("day")
    return days.drop("start", "end").unique(maintain_order=True)


def collapsed(days: pl.DataFrame, unit: Sequence[str]) -> pl.DataFrame:
    """Return the fewest intervals that hold exactly the days of each unit, sorted.

    Parameters
    ----------
    days : polars.DataFrame
        With the columns of the unit and ``day``.
    unit : sequence of str
        The columns that tell units apart.
    """
    held = days.select(*unit, "day").unique().sort(*unit, "day")
    gap = pl.col("day").diff().over(unit, order_by="day") != pl.duration(days=1)
    marked = held.with_columns(gap.fill_null(value=True).cum_sum().over(unit, order_by="day").alias("stretch"))
    ends = marked.group_by(*unit, "stretch").agg(pl.col("day").min().alias("start"), pl.col("day").max().alias("end"))
    return ends.drop("stretch").sort(*unit, "start")
