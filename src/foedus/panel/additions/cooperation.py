"""Defence cooperation agreements, exercises held together, and votes in the General Assembly."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from foedus.panel.addition import Added, Addition, Options, fixed
from foedus.panel.workspace import Workspace
from foedus.sources.extra import pl

PAIR_YEAR = ("ccode1", "ccode2", "year")


def _both_ways(pairs: pl.DataFrame) -> pl.DataFrame:
    """Return a table of pairs with each in both orders."""
    turned = pairs.rename({"ccode1": "ccode2", "ccode2": "ccode1"}).select(pairs.columns)
    return pl.concat([pairs, turned])


def _agreements(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
    """Count the agreements that have begun and are not known to have ended before the year.

    One begins when it comes into force, and where that is not known (more than half) when it is signed.
    """
    table = work.table("dcad", "agreements")
    last = work.years("dcad")[1]
    begins = pl.coalesce("in_force_year", "signed_year")
    ends = pl.when(pl.col("terminated") == 1).then(pl.col("end_year")).otherwise(last)
    spells = table.with_columns(begins.alias("first"), pl.min_horizontal(ends.fill_null(last), last).alias("last"))
    live = spells.drop_nulls(["first", "ccode1", "ccode2"]).filter(pl.col("first") <= pl.col("last"))
    yearly = live.with_columns(pl.int_ranges(pl.col("first"), pl.col("last") + 1).alias("year")).explode("year")
    counted = (
        _both_ways(yearly.select("ccode1", "ccode2", "year", "type"))
        .group_by(PAIR_YEAR)
        .agg(
            pl.len().cast(pl.Int64).alias("dcad_agreements"),
            (pl.col("type") == "general").sum().cast(pl.Int64).alias("dcad_general"),
        )
    )
    columns = ["dcad_agreements", "dcad_general"]
    return work.of_pairs(counted, columns, work.coverage("dcad"), zeros=columns)


AGREEMENTS = Addition(
    name="dcad",
    summary="Bilateral defence cooperation agreements signed since 1980 and not known to have ended",
    columns=fixed(
        Added("dcad_agreements", "integer", "agreements in force, or signed where entry into force is not known"),
        Added("dcad_general", "integer", "of them, general ones"),
    ),
    compute=_agreements,
    sources=("dcad",),
    rows="dyads",
)


def _exercises(name: str, column: str) -> Addition:
    def count(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
        """Count the exercises in which both took part."""
        held = work.table(name, "participants").drop_nulls(["ccode", "year"]).select("row", "year", "ccode").unique()
        met = held.join(held, on=["row", "year"], suffix="2").filter(pl.col("ccode") != pl.col("ccode2"))
        counted = met.rename({"ccode": "ccode1"}).group_by(PAIR_YEAR).agg(pl.len().cast(pl.Int64).alias(column))
        return work.of_pairs(counted, [column], work.coverage(name), zeros=[column])

    return Addition(
        name=name,
        summary=f"Military exercises held together ({name.upper()})",
        columns=fixed(Added(column, "integer", "exercises dated to have begun in the year in which both are named")),
        compute=count,
        sources=(name,),
        rows="dyads",
    )


MME = _exercises("mme", "mme_exercises")
JME = _exercises("jme", "jme_exercises")


def _votes(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
    """Return in how many roll calls both voted, and the share of these in which they voted alike."""
    dates = work.table("un-votes", "roll_calls").select("rcid", pl.col("date").dt.year().cast(pl.Int64).alias("year"))
    cast = work.table("un-votes", "votes").join(dates, on="rcid").drop_nulls(["ccode", "vote", "year"])
    yearly = [_alike(group, int(year)) for (year,), group in cast.group_by("year", maintain_order=True)]
    table = pl.concat(yearly) if yearly else _alike(cast, 0)
    found = work.of_pairs(table, ["unvotes_both", "unvotes_alike"], work.coverage("un-votes"))
    return dict(found)


def _alike(cast: pl.DataFrame, year: int) -> pl.DataFrame:
    """Return, for each ordered pair that voted in a year, the roll calls of both and the share voted alike."""
    states, votes = cast["ccode"].unique().sort(), cast["rcid"].unique().sort()
    row = np.searchsorted(states.to_numpy(), cast["ccode"].to_numpy())
    column = np.searchsorted(votes.to_numpy(), cast["rcid"].to_numpy())
    same = np.zeros((len(states), len(states)))
    voted = np.zeros((len(states), len(votes)))
    for answer in ("yes", "abstain", "no"):
        chosen = np.zeros_like(voted)
        is_it = (cast["vote"] == answer).to_numpy()
        chosen[row[is_it], column[is_it]] = 1
        same += chosen @ chosen.T
        voted += chosen
    both = voted @ voted.T
    one, other = np.nonzero((both > 0) & ~np.eye(len(states), dtype=np.bool_))
    return pl.DataFrame(
        {
            "ccode1": states.to_numpy()[one],
            "ccode2": states.to_numpy()[other],
            "year": np.full(len(one), year),
            "unvotes_both": both[one, other].astype(np.int64),
            "unvotes_alike": same[one, other] / both[one, other],
        }
    )


UN_VOTES = Addition(
    name="un-votes",
    summary="Votes in the General Assembly of the United Nations",
    columns=fixed(
        Added("unvotes_both", "integer", "roll calls of the year in which both voted"),
        Added("unvotes_alike", "number", "share of them in which both voted yes, no, or abstained", "0 to 1"),
    ),
    compute=_votes,
    sources=("un-votes",),
    rows="dyads",
)
