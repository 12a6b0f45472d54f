"""Inter-state wars and the Correlates of War project's own disputes, from their lists of participants."""

from __future__ import annotations

from collections.abc import Mapping

from foedus.panel.addition import Added, Addition, Options, Shape
from foedus.panel.workspace import Workspace
from foedus.sources.extra import pl

PAIR_YEAR = ("ccode1", "ccode2", "year")
_ENTERED = "whether its part in one began: its first year in it"


def _pair_years(participants: pl.DataFrame, contest: str) -> pl.DataFrame:
    """Return a row for each ordered pair of opponents and year of a contest in which both took part on some same day.

    ``began`` is 1 in the first year of the pair in the contest, ``entered`` in that of the first state, whoever came in
    or came back later.

    Parameters
    ----------
    participants : polars.DataFrame
        One row a participant and stretch of taking part: the contest, ``ccode``, ``side``, the ``first`` and ``last``
        day, and whatever else belongs to the participant.
    contest : str
        The column that says which contest.
    """
    met = participants.join(participants, on=contest, suffix="_2").filter(
        pl.col("side") != pl.col("side_2"), pl.col("ccode") != pl.col("ccode_2")
    )
    both = met.with_columns(
        pl.max_horizontal("first", "first_2").alias("first"), pl.min_horizontal("last", "last_2").alias("last")
    ).filter(pl.col("first") <= pl.col("last"))
    years = pl.int_ranges(_year_of("first"), _year_of("last") + 1)
    pairs = both.with_columns(years.alias("year")).explode("year").rename({"ccode": "ccode1", "ccode_2": "ccode2"})
    began = pl.col("year") == pl.col("year").min().over(contest, "ccode1", "ccode2")
    entered = pl.col("year") == pl.col("year").min().over(contest, "ccode1")
    return pairs.with_columns(began.cast(pl.Int8).alias("began"), entered.cast(pl.Int8).alias("entered"))


def _year_of(day: str) -> pl.Expr:
    return pl.col(day).dt.year().cast(pl.Int64)


def _first_day(year: str, month: str, day: str) -> pl.Expr:
    """Return the first day that a date may be where its month or day is not known."""
    return pl.date(year, pl.col(month).fill_null(1), pl.col(day).fill_null(1))


def _last_day(year: str, month: str, day: str) -> pl.Expr:
    """Return the last day that a date may be where its month or day is not known."""
    end_of_month = pl.date(year, pl.col(month).fill_null(12), 1).dt.month_end()
    known = pl.col(month).is_not_null() & pl.col(day).is_not_null()
    return pl.when(known).then(pl.date(year, month, day)).otherwise(end_of_month)


def _warriors(work: Workspace) -> pl.DataFrame:
    """Return the participants of inter-state wars, one row for each of up to two stretches of fighting."""
    table = work.table("inter-state-war", "participants")
    stretches = [
        table.select(
            "warnum",
            "ccode",
            "side",
            (pl.col("initiator") == 1).cast(pl.Int8).alias("initiator"),
            _first_day(f"start_year{part}", f"start_month{part}", f"start_day{part}").alias("first"),
            _last_day(f"end_year{part}", f"end_month{part}", f"end_day{part}").alias("last"),
        ).drop_nulls(["first", "last"])
        for part in (1, 2)
    ]
    return pl.concat(stretches)


def _war_columns(_: Options, shape: Shape) -> tuple[Added, ...]:
    if shape.states == 2:
        return (
            Added("cowinterongoing", "flag", "whether an inter-state war went on between the two"),
            Added("cowinteronset", "flag", "whether it began between the two: the first year that they fought in it"),
            Added("cowinterinit1", "flag", "whether state 1 began it"),
            Added("cowinterinit2", "flag", "whether state 2 began it"),
        )
    return (
        Added("cowinterongoing", "flag", "whether it was in an inter-state war", is_of_each=True),
        Added("cowinteronset", "flag", _ENTERED, is_of_each=True),
        Added("cowinterinit", "flag", "whether it was in a war that it began", is_of_each=True),
    )


def _wars(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
    yearly = _pair_years(_warriors(work), "warnum")
    years = work.coverage("inter-state-war")
    if work.layout.is_dyadic:
        pairs = yearly.group_by(PAIR_YEAR).agg(
            pl.lit(1, pl.Int8).first().alias("cowinterongoing"),
            pl.col("began").max().alias("cowinteronset"),
            pl.col("initiator").max().alias("cowinterinit1"),
            pl.col("initiator_2").max().alias("cowinterinit2"),
        )
        names = [name for name in pairs.columns if name not in PAIR_YEAR]
        return work.of_pairs(pairs, names, years, zeros=names)
    states = yearly.group_by(pl.col("ccode1").alias("ccode"), "year").agg(
        pl.lit(1, pl.Int8).first().alias("cowinterongoing"),
        pl.col("entered").max().alias("cowinteronset"),
        pl.col("initiator").max().alias("cowinterinit"),
    )
    names = ["cowinterongoing", "cowinteronset", "cowinterinit"]
    return work.of_each(states, "ccode", names, "cow", dict.fromkeys(names, years))


WARS = Addition(
    name="inter-state-war",
    summary="Inter-state wars: of the pair, or of the state",
    columns=_war_columns,
    compute=_wars,
    sources=("inter-state-war",),
)


def _mid_columns(_: Options, shape: Shape) -> tuple[Added, ...]:
    if shape.states == 2:
        return (
            Added("cowmidongoing", "flag", "whether a dispute went on between the two"),
            Added("cowmidonset", "flag", "whether one began between the two: the first year that both took part"),
            Added("cowmidhost", "integer", "highest hostility of the two, 1 (none) to 5 (war)"),
        )
    return (
        Added("cowmidongoing", "flag", "whether it was in a dispute", is_of_each=True),
        Added("cowmidonset", "flag", _ENTERED, is_of_each=True),
        Added("cowmidhost", "integer", "highest hostility of its own, 1 (none) to 5 (war)", is_of_each=True),
    )


def _disputes(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
    """Lay the participants of disputes against each other, side against side, in the years that both took part."""
    table = work.table("mid", "participants").select(
        "dispnum",
        "ccode",
        pl.col("sidea").alias("side"),
        "hostlev",
        _first_day("styear", "stmon", "stday").alias("first"),
        _last_day("endyear", "endmon", "endday").alias("last"),
    )
    yearly = _pair_years(table.drop_nulls(["first", "last", "side"]), "dispnum")
    years = work.coverage("mid")
    if work.layout.is_dyadic:
        pairs = yearly.group_by(PAIR_YEAR).agg(
            pl.lit(1, pl.Int8).first().alias("cowmidongoing"),
            pl.col("began").max().alias("cowmidonset"),
            pl.max_horizontal("hostlev", "hostlev_2").max().alias("cowmidhost"),
        )
        return work.of_pairs(
            pairs, ["cowmidongoing", "cowmidonset", "cowmidhost"], years, zeros=["cowmidongoing", "cowmidonset"]
        )
    states = yearly.group_by(pl.col("ccode1").alias("ccode"), "year").agg(
        pl.lit(1, pl.Int8).first().alias("cowmidongoing"),
        pl.col("entered").max().alias("cowmidonset"),
        pl.col("hostlev").max().alias("cowmidhost"),
    )
    zeros = dict.fromkeys(("cowmidongoing", "cowmidonset"), years)
    return work.of_each(states, "ccode", (*zeros, "cowmidhost"), "cow", zeros)


MID = Addition(
    name="mid",
    summary="Militarized disputes (Correlates of War): of the pair, or of the state",
    columns=_mid_columns,
    compute=_disputes,
    sources=("mid",),
)
