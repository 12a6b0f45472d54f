"""Alliances by the Alliance Treaty Obligations and Provisions data, pledge by pledge."""

from __future__ import annotations

from collections.abc import Mapping

from foedus.panel.addition import Added, Addition, Options, Shape
from foedus.panel.workspace import Workspace
from foedus.sources.extra import pl

PAIR_YEAR = ("ccode1", "ccode2", "year")
ALLIED = "atop_alliance"
PLEDGES = ("atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul")
_WORDS = ("defence", "offence", "neutrality", "non-aggression", "consultation")


def _columns(_: Options, shape: Shape) -> tuple[Added, ...]:
    who = "the first state owes the second" if shape.is_directed else "either state owes the other"
    pledges = (Added(name, "flag", f"whether {who} {word}") for name, word in zip(PLEDGES, _WORDS, strict=True))
    return Added(ALLIED, "flag", "whether the two are in an alliance, with whatever pledge"), *pledges


def _compute(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
    """Return what the first owes the second in a directed panel, and what either owes the other in an undirected one.

    A pair is allied if the data have a row for it either way. Outside the years of the data all is missing.
    """
    table = work.table("atop", "directed_dyad_years").select(*PAIR_YEAR, *PLEDGES)
    turned = table.rename({"ccode1": "ccode2", "ccode2": "ccode1"}).select(table.columns)
    both_ways = pl.concat([table, _no_pledges(turned) if work.layout.is_directed else turned])
    held = both_ways.group_by(PAIR_YEAR).agg(pl.col(PLEDGES).max()).with_columns(pl.lit(1, pl.Int8).alias(ALLIED))
    return work.of_pairs(held, (ALLIED, *PLEDGES), work.coverage("atop"), zeros=(ALLIED, *PLEDGES))


def _no_pledges(table: pl.DataFrame) -> pl.DataFrame:
    """Return the pairs of a table without what they owe."""
    return table.with_columns(pl.lit(0, pl.Int8).alias(name) for name in PLEDGES)


ATOP = Addition(
    name="atop",
    summary="Alliances and their pledges (ATOP)",
    columns=_columns,
    compute=_compute,
    sources=("atop",),
    rows="dyads",
)
