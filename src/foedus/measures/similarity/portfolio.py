"""Portfolios of a year: what each state promises every other, or how it voted on every question.

Levels of promises are those of Chiba, Johnson and Leeds (2015): 3 for defence or offence, 2 for neutrality or
consultation, 1 for non-aggression, 0 for none; towards itself a state has the highest. Votes are 0 for no, 1 for an
abstention, 2 for yes; who was absent, or not yet a member, is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from foedus.measures.similarity.coefficients import MISSING, Levels
from foedus.panel.membership import Codes, Membership
from foedus.sources.extra import pl

PROMISES: Mapping[str, int] = MappingProxyType(
    {"nonaggression": 1, "neutrality": 2, "consultation": 2, "defense": 3, "offense": 3}
)
"""The level of each kind of pledge."""
ATOP_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "nonaggression": "atop_nonagg",
        "neutrality": "atop_neutral",
        "consultation": "atop_consul",
        "defense": "atop_defense",
        "offense": "atop_offense",
    }
)
HIGHEST_PROMISE = 3
HIGHEST_VOTE = 2
VOTES: Mapping[str, int] = MappingProxyType({"no": 0, "abstain": 1, "yes": 2})
"""The level of each vote."""


@dataclass(frozen=True, eq=False)
class Portfolios:
    """The portfolios of the states of a year.

    Attributes
    ----------
    states : array of int, shape (states,)
        Their numbers, ascending.
    levels : array of int, shape (states, others)
    highest : int
        The highest level there can be.
    """

    states: Codes
    levels: Levels
    highest: int


def promises(states: Codes, pledges: pl.DataFrame) -> Portfolios:
    """Return portfolios of promises.

    Parameters
    ----------
    states : array of int, shape (states,)
        The members of the system in the year, ascending.
    pledges : polars.DataFrame
        Of the year: ``ccode1``, ``ccode2`` and ``level``; the first owes the second.
    """
    levels = np.zeros((len(states), len(states)), np.int8)
    held = pledges.filter(pl.col("ccode1").is_in(states.tolist()) & pl.col("ccode2").is_in(states.tolist()))
    one, other = (np.searchsorted(states, held[name].to_numpy()) for name in ("ccode1", "ccode2"))
    np.maximum.at(levels, (one, other), held["level"].to_numpy().astype(np.int8))
    np.fill_diagonal(levels, HIGHEST_PROMISE)
    return Portfolios(states, levels, HIGHEST_PROMISE)


def levels_of(flags: pl.DataFrame, columns: Mapping[str, str]) -> pl.DataFrame:
    """Return the level of each row of flags: the highest of the kinds of pledge that are 1.

    Parameters
    ----------
    flags : polars.DataFrame
        ``ccode1``, ``ccode2``, ``year``, and a flag for each kind of pledge.
    columns : mapping of str to str
        The column of each kind of `PROMISES`.
    """
    levels = [
        pl.when(pl.col(columns[kind]) == 1).then(level).otherwise(0).cast(pl.Int8) for kind, level in PROMISES.items()
    ]
    held = flags.select("ccode1", "ccode2", "year", pl.max_horizontal(levels).alias("level"))
    return held.filter(pl.col("level") > 0)


def ballots(votes_cast: pl.DataFrame, roll_calls: pl.DataFrame) -> pl.DataFrame:
    """Return the votes of the General Assembly as `votes` takes them, with the ``year`` of each.

    Parameters
    ----------
    votes_cast, roll_calls : polars.DataFrame
        The checked tables ``votes`` and ``roll_calls``. Votes of a state whose number is not known are left out.
    """
    dates = roll_calls.select("rcid", pl.col("date").dt.year().cast(pl.Int64).alias("year"))
    level = pl.col("vote").replace_strict(VOTES, default=None, return_dtype=pl.Int8).alias("level")
    dated = votes_cast.join(dates, on="rcid").select("ccode", pl.col("rcid").alias("question"), "year", level)
    return dated.drop_nulls()


def votes(states: Codes, cast: pl.DataFrame) -> Portfolios:
    """Return portfolios of votes; a state that cast none has none that is known.

    Parameters
    ----------
    cast : polars.DataFrame
        Of the year: ``ccode``, ``question`` and ``level`` (0 no, 1 abstention, 2 yes).
    """
    held = cast.filter(pl.col("ccode").is_in(states.tolist()))
    questions = held["question"].unique().sort()
    levels = np.full((len(states), len(questions)), MISSING, np.int8)
    place = np.searchsorted(states, held["ccode"].to_numpy())
    question = np.searchsorted(questions.to_numpy(), held["question"].to_numpy())
    levels[place, question] = held["level"].to_numpy()
    return Portfolios(states, levels, HIGHEST_VOTE)


def members(held: Membership, year: int) -> Codes:
    """Return the numbers of the members of a system in a year, ascending."""
    return held.numbers[held.present[:, year - held.first]]
