"""Militarized disputes: onset, what went on, initiators, and which of several disputes of a year is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from foedus._base.errors import BadInput, Fault
from foedus.panel.addition import Added, Addition, Option, Options, Shape
from foedus.panel.workspace import Workspace
from foedus.sources.extra import pl

PAIR_YEAR = ("ccode1", "ccode2", "year")

RULES: Mapping[str, Callable[[], pl.Expr]] = {
    "onset": lambda: pl.col("midonset"),
    "fatality": lambda: pl.col("fatality").cast(pl.Float64).fill_null(0.5),  # some deaths, not known how many
    "hostility": lambda: pl.col("hostlev").fill_null(-1),
    "least-duration": lambda: pl.col("mindur").fill_null(-1),
    "most-duration": lambda: pl.col("maxdur").fill_null(-1),
    "reciprocated": lambda: pl.col("recip").fill_null(-1),
    "start-month": lambda: -pl.col("stmon").fill_null(13),
}
"""The case-exclusion rules by name: of several disputes of a pair and year, those that are highest stay."""

WHITTLED = tuple(RULES)
"""The order that leaves one dispute for each pair and year of the published table."""

INITIATOR: Mapping[str, Callable[[str], pl.Expr]] = {
    "sidea-all-joiners": lambda place: (pl.col(f"sidea{place}") == 1) | (pl.col(f"orig{place}") == 0),
    "sidea-with-joiners": lambda place: pl.col(f"sidea{place}") == 1,
    "sidea-orig": lambda place: (pl.col(f"sidea{place}") == 1) & (pl.col(f"orig{place}") == 1),
}
"""Who counts as an initiator: side A and whoever joined either side; side A with its joiners; side A at the outset."""

_OPTION = Option("init", "sidea-all-joiners", "who counts as an initiator", tuple(INITIATOR))
_EXCLUDE = Option(
    "exclude", ",".join(WHITTLED), "case-exclusion rules in turn, separated by commas, until one dispute a year is left"
)


def whittled(disputes: pl.DataFrame, rules: tuple[str, ...] = WHITTLED) -> pl.DataFrame:
    """Return one dispute for each pair and year.

    Parameters
    ----------
    disputes : polars.DataFrame
        One row an ordered pair, a year and a dispute.
    rules : tuple of str
        Names of `RULES`, applied in turn; of those still level, the dispute with the lowest number stays.
    """
    for rule in rules:
        rank = RULES[rule]()
        disputes = disputes.filter(rank == rank.max().over(PAIR_YEAR))
    return disputes.sort(*PAIR_YEAR, "dispnum").unique(PAIR_YEAR, keep="first", maintain_order=True)


_SIDES = ("sidea", "fatality", "fatalpre", "hiact", "hostlev", "orig")
_WHOLE = ("fatality", "hostlev", "recip", "mindur", "maxdur", "stmon")
_SIDE_WORDS = {
    "sidea": "whether it was on side A",
    "fatality": "deaths, in classes from 0 (none) to 6 (over 999)",
    "fatalpre": "deaths",
    "hiact": "highest action, 0 (none) to 22",
    "hostlev": "hostility, 1 (none) to 5 (war)",
    "orig": "whether it was in it from the first day",
}
_WHOLE_WORDS = {
    "fatality": "deaths of the dispute, in classes from 0 (none) to 6 (over 999)",
    "hostlev": "hostility of the dispute, 1 (none) to 5 (war)",
    "recip": "whether the other side answered",
    "mindur": "shortest it may have lasted",
    "maxdur": "longest it may have lasted",
    "stmon": "month of the start",
}

_DYAD_COLUMNS = (
    Added("dispnum", "integer", "number of the dispute"),
    Added("gmlmidongoing", "flag", "whether a dispute went on between the two"),
    Added("gmlmidonset", "flag", "whether the dispute began"),
    *(
        Added(f"{name}{place}", "integer", f"{_SIDE_WORDS[name]} (state {place})")
        for name in _SIDES
        for place in (1, 2)
    ),
    *(Added(name, "integer", _WHOLE_WORDS[name]) for name in _WHOLE),
)
_DIRECTED_COLUMNS = tuple(Added(f"init{place}", "flag", f"whether state {place} was an initiator") for place in (1, 2))
_STATE_COLUMNS = (
    Added("gmlmidongoing", "flag", "whether it was in a dispute", is_of_each=True),
    Added("gmlmidonset", "flag", "whether a dispute of its began", is_of_each=True),
    Added("gmlmidongoing_init", "flag", "whether it was in a dispute as an initiator", is_of_each=True),
    Added("gmlmidonset_init", "flag", "whether it initiated a dispute", is_of_each=True),
)


def _between(work: Workspace, options: Options) -> Mapping[str, pl.Series]:
    """Return the dispute of each pair and year; 0 where the data cover the year and have none."""
    table = work.table("gml-mid", "directed_dispute_years")
    kept = whittled(table, _rules(options["exclude"]))
    initiator = INITIATOR[options["init"]]
    kept = kept.rename({"midongoing": "gmlmidongoing", "midonset": "gmlmidonset"}).with_columns(
        initiator(place).cast(pl.Int8).alias(f"init{place}") for place in "12"
    )
    columns = [column.name for column in _columns({}, Shape(2, work.layout.is_directed))]
    zeros = [name for name in columns if name in {"gmlmidongoing", "gmlmidonset", "init1", "init2"}]
    return work.of_pairs(kept, columns, work.coverage("gml-mid"), zeros=zeros)


def _rules(text: str) -> tuple[str, ...]:
    rules = tuple(rule for rule in text.split(",") if rule)
    unknown = [rule for rule in rules if rule not in RULES]
    if unknown:
        raise BadInput(Fault(f"no case-exclusion rule is called {unknown[0][:40]!r}", "exclude", ", ".join(RULES)))
    return rules


def _columns(_: Options, shape: Shape) -> tuple[Added, ...]:
    if shape.states != 2:
        return _STATE_COLUMNS
    return (*_DYAD_COLUMNS, *_DIRECTED_COLUMNS) if shape.is_directed else _DYAD_COLUMNS


def _of_states(work: Workspace, options: Options) -> Mapping[str, pl.Series]:
    """Return whether each state was in any dispute; 0 where the data cover the year and have none."""
    yearly = of_states(work.table("gml-mid", "directed_dispute_years"), options["init"])
    names = [column.name for column in _STATE_COLUMNS]
    return work.of_each(yearly, "ccode", names, "cow", dict.fromkeys(names, work.coverage("gml-mid")))


def of_states(disputes: pl.DataFrame, init: str) -> pl.DataFrame:
    """Return, for each state and year in a dispute, whether one began for it and whether it was an initiator.

    A dispute begins for a state in the first year of its part in it, whichever adversaries came in later.

    Parameters
    ----------
    disputes : polars.DataFrame
        One row an ordered pair, a year and a dispute.
    init : str
        A name of `INITIATOR`.
    """
    initiated = INITIATOR[init]("1").cast(pl.Int8)
    began = (pl.col("year") == pl.col("year").min().over("dispnum", "ccode1")).cast(pl.Int8).alias("began")
    return (
        disputes.with_columns(began)
        .group_by(pl.col("ccode1").alias("ccode"), "year")
        .agg(
            pl.col("midongoing").max().alias("gmlmidongoing"),
            pl.col("began").max().alias("gmlmidonset"),
            (pl.col("midongoing") * initiated).max().alias("gmlmidongoing_init"),
            (pl.col("began") * initiated).max().alias("gmlmidonset_init"),
        )
    )


def _compute(work: Workspace, options: Options) -> Mapping[str, pl.Series]:
    return _between(work, options) if work.layout.is_dyadic else _of_states(work, options)


GML_MID = Addition(
    name="gml-mid",
    summary="Militarized disputes (Gibler, Miller and Little): of the pair, or of the state",
    columns=_columns,
    compute=_compute,
    sources=("gml-mid",),
    options=(_OPTION, _EXCLUDE),
)
