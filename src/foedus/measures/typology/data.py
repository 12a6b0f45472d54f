"""What the user's data say of alliances: wars on the day of signature, members' capability, the codings of ATOP."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

import numpy as np

from foedus._base.dates import Day, day_number
from foedus.domain.treaty import Treaty
from foedus.measures.concordance.alliances import code_alliance, phases
from foedus.measures.stored import stored
from foedus.measures.typology.answer import Answer
from foedus.measures.typology.institutions import depth_of
from foedus.measures.typology.leeds_anac import COLUMNS, formality, highest, milinst
from foedus.measures.typology.on_day import members
from foedus.measures.typology.symmetry import strongest_share
from foedus.measures.typology.wartime import Fighting, Wars, wartime
from foedus.register.register import Register
from foedus.sources.extra import pl
from foedus.sources.registry import source
from foedus.sources.store import Store

Held = TypeVar("Held")
Capability = Mapping[tuple[int | None, int], float | None]
"""CINC by state number and year."""


class Data:
    """The user's data that the typology reads; each is unknown, with the command that brings it, where it is missing.

    Parameters
    ----------
    store : Store
        Read once for each data set.
    """

    def __init__(self, store: Store) -> None:
        self._wars = stored(lambda: read_wars(store))
        self._cinc = stored(lambda: read_capability(store))

    def answers(self, treaty: Treaty, register: Register, when: Day) -> dict[str, Answer]:
        """Return the answers that hang on data.

        Parameters
        ----------
        treaty : Treaty
            As it stood on a day, or whole.
        when : Day
            The day whose capabilities count.
        """
        return {
            "wartime": _unless_missing(self._wars, lambda wars: wartime(treaty, register, wars)),
            "strongest_share": _unless_missing(self._cinc, lambda held: _strongest(treaty, register, when, held)),
        }


def _strongest(treaty: Treaty, register: Register, when: Day, held: tuple[str, Capability]) -> Answer:
    told, figures = held
    shares: dict[str, float | None] = {}
    for state in members(treaty):
        actor = register.actors[state]
        shares[actor.name_on(when)] = figures.get((actor.number_on("cow", when), when.year))
    return strongest_share(shares, f"{told}, {when.year}")


def _unless_missing(held: Held | str, answer: Callable[[Held], Answer]) -> Answer:
    return Answer(None, held) if isinstance(held, str) else answer(held)


def read_wars(store: Store) -> Wars:
    """Return the inter-state wars of the store.

    Raises
    ------
    DataMissing
        If the store does not hold ``inter-state-war``.
    """
    table, entry = store.read_entry("inter-state-war", "participants")
    version = source("inter-state-war").version(entry.version) or source("inter-state-war").latest
    fought = (
        Fighting(f"{row['warname']} ({row['warnum']})", row["ccode"], row["side"], first, last)
        for row in table.iter_rows(named=True)
        for part in (1, 2)
        for first, last in _stretch(row, part)
    )
    return Wars(f"inter-state-war {entry.version}", version.years, tuple(fought))


def _stretch(row: Mapping[str, Any], part: int) -> list[tuple[int, int]]:
    """Return a stretch of fighting as day numbers, at its widest; none if it has no start or no end."""
    start, end = ([row[f"{which}_{unit}{part}"] for unit in ("year", "month", "day")] for which in ("start", "end"))
    if start[0] is None or end[0] is None:
        return []
    first = day_number(start[0], start[1] or 1, start[2] or 1)
    last = day_number(end[0], end[1], end[2]) if end[1] and end[2] else _end_of_month(end[0], end[1] or 12)
    return [(first, last)]


def _end_of_month(year: int, month: int) -> int:
    return (date(year + month // 12, month % 12 + 1, 1) - date(1, 1, 1)).days


def read_capability(store: Store) -> tuple[str, Capability]:
    """Return what the figures are, and CINC by state number and year.

    Raises
    ------
    DataMissing
        If the store does not hold ``nmc``.
    """
    table, entry = store.read_entry("nmc", "state_years")
    rows = table.select("ccode", "year", "cinc").iter_rows()
    return f"CINC, nmc {entry.version}", {(ccode, year): cinc for ccode, year, cinc in rows}


def atop_institutions(rows: pl.DataFrame) -> pl.DataFrame:
    """Return ``atopid``, ``milinst`` and ``formal`` of each alliance, from rows of members or of alliances.

    Parameters
    ----------
    rows : polars.DataFrame
        ATOP's table of members or of alliances, of any version that has the columns of the rule.
    """
    codes = {name: rows[name].cast(pl.Float64).fill_null(float("nan")).to_numpy() for name in COLUMNS}
    whose = rows["atopid"].to_numpy()
    alliances, institutions = highest(milinst(codes), whose)
    _, formal = highest(formality(codes), whose)
    return pl.DataFrame({"atopid": alliances, "milinst": _whole(institutions), "formal": _whole(formal)})


def _whole(values: np.ndarray) -> pl.Series:
    return pl.Series(values).fill_nan(None).cast(pl.Int64)


def atop_depth(rows: pl.DataFrame) -> pl.DataFrame:
    """Return ``atopid`` and ``depth`` of each alliance: the share of the costly provisions that ATOP codes as given.

    Parameters
    ----------
    rows : polars.DataFrame
        ATOP's table of members; what no row of an alliance codes counts as not given.
    """
    found = [
        (alliance, depth_of(code_alliance(row for phase in held for row in phase.rows)).low)
        for alliance, held in phases(rows).items()
    ]
    return pl.DataFrame(found, schema={"atopid": pl.Int64, "depth": pl.Float64}, orient="row")
