"""What the two sets of military exercises share: columns of states side by side, and days that may be unknown."""

from __future__ import annotations

import re
from collections.abc import Mapping

from foedus.sources.codes import Derived, with_code, with_iso_code
from foedus.sources.extra import pl
from foedus.sources.model import Column, Table
from foedus.sources.raw import Raw, wrong_file
from foedus.sources.sets.common import derived_state

UNKNOWN = ("-9", "xx", "XX", "xxxx")
SLIPS = ("126", "171")
"""Days of JME that no month has, by slips of the pen."""
ROW = Column("row", "integer", "row of the file, from 1", least=1)
_STATE = re.compile(r"state ?[a-z]{1,2}")


def days() -> tuple[Column, ...]:
    """Return the columns of the first and last day; what is unknown of them is null."""
    ends = (("s", "start", "first day"), ("e", "end", "last day"))
    parts = (("year", 1900, 2100), ("month", 1, 12), ("day", 1, 31))
    return tuple(
        Column(
            f"{name}_{part}",
            "integer",
            f"{part} of the {what}" if part != "day" else what,
            written=(f"{letter}.{part}",),
            missing=(*UNKNOWN, *SLIPS),
            least=least,
            most=most,
        )
        for letter, name, what in ends
        for part, least, most in parts
    )


def numbered(raw: Raw) -> Raw:
    """Return the table with its rows numbered, since the publisher's own numbers do not tell them apart."""
    return Raw(raw.name, raw.frame.with_row_index("row", 1), raw.first)


def by_participant(raw: Raw) -> Raw:
    """Turn the columns of states that stand side by side into a row each."""
    states = [name for name in raw.frame.columns if _STATE.fullmatch(name.casefold())]
    year = next((name for name in raw.frame.columns if name.casefold() == "s.year"), None)
    if not states or year is None:
        raise wrong_file(raw.name, "has no columns of states", allowed="StateA, StateB, ... and s.year")
    long = (
        numbered(raw)
        .frame.select("row", pl.col(year).alias("year"), *states)
        .unpivot(index=["row", "year"], on=states, variable_name="place", value_name="state")
        .filter(pl.col("state").is_not_null() & ~pl.col("state").is_in(UNKNOWN))
    )
    places = {name: place for place, name in enumerate(states, 1)}
    return raw.shaped(long.with_columns(pl.col("place").replace_strict(places, return_dtype=pl.Int64)))


def coded(table: pl.DataFrame, _: Mapping[str, pl.DataFrame]) -> Derived:
    """Add the state numbers of the participants, on the year of the exercise."""
    short = pl.col("state").str.len_chars() == 3
    by_iso, said = with_iso_code(table.filter(short), "state", "year", "ccode")
    by_name, also = with_code(table.filter(~short), "state", "year", "ccode")
    return pl.concat([by_iso, by_name]).sort("row", "place"), (*said, *also)


def participants() -> Table:
    """Return the table of who took part."""
    return Table(
        "participants",
        "one row a participant of an exercise; three letters are read as ISO 3166 alpha-3",
        (
            ROW,
            Column("place", "integer", "its place in the list, from 1", least=1),
            Column("year", "integer", "year of the first day", missing=UNKNOWN, least=1900, most=2100),
            Column("state", "text", "the participant, as written"),
            derived_state("ccode", "the participant"),
        ),
        key=("row", "place"),
        shape=by_participant,
        derive=coded,
    )
