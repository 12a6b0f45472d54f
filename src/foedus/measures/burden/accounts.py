"""What members of an alliance spent, earned and numbered in a year, from one publisher where one has it all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from foedus._base.errors import BadInput, DataMissing, Fault
from foedus.measures.capability.quantities import BUNDLED, QUANTITIES
from foedus.measures.capability.reading import Numbers, Question, lacking, preferred, read_rows
from foedus.measures.capability.ways import Column, ours


@dataclass(frozen=True, slots=True, eq=False)
class Accounts:
    """The accounts of some states; arrays of shape (n,), NaN where not known.

    Attributes
    ----------
    expenditure, gdp : array
        Both in the unit named.
    population : array
        Persons.
    burden : array
        Expenditure by GDP in per cent as the publisher states it; worked out where it does not.
    equipment : array
        What went into major equipment, per cent of expenditure.
    years : tuple of int or None
        The year of each state's expenditure.
    """

    expenditure: Numbers
    gdp: Numbers
    population: Numbers
    burden: Numbers
    equipment: Numbers
    years: tuple[int | None, ...]
    unit: str
    source: str
    note: str = ""

    @property
    def known(self) -> int:
        """How many states have expenditure and GDP."""
        return int((np.isfinite(self.expenditure) & np.isfinite(self.gdp)).sum())


Way = Callable[[Question], Accounts]


def _nato(question: Question) -> Accounts:
    """Return NATO's own figures, whose GDP and population are those it divides by."""
    year, version, held = _columns(
        question,
        expenditure=Column("nato-expenditure", "state_years", "constant_usd", ""),
        gdp=Column("nato-expenditure", "state_years", "gdp_constant_usd", ""),
        per_head=Column("nato-expenditure", "state_years", "gdp_per_capita", "", 1e3),
        burden=Column("nato-expenditure", "state_years", "share_gdp", ""),
        equipment=Column("nato-expenditure", "state_years", "share_equipment", ""),
    )
    return Accounts(
        expenditure=held["expenditure"],
        gdp=held["gdp"],
        population=held["gdp"] * 1e6 / held["per_head"],
        burden=held["burden"],
        equipment=held["equipment"],
        years=_of(year, held["expenditure"]),
        unit="million US$ of 2015",
        source=f"nato-expenditure {version}",
        note="as NATO counts defence; the last two years are its estimates",
    )


def _sipri(question: Question) -> Accounts:
    """Return SIPRI's figures; GDP and population are what its shares and amounts a head imply."""
    year, version, held = _columns(
        question,
        expenditure=Column("sipri", "state_years", "current_usd", ""),
        share=Column("sipri", "state_years", "share_gdp", ""),
        per_head=Column("sipri", "state_years", "per_capita", ""),
    )
    spent = held["expenditure"]
    people, more = _divided(spent * 1e6, held["per_head"]), ""
    if not np.isfinite(people).any():  # amounts a head begin in 1988
        people, more = _people(replace(question, year=year))
    return Accounts(
        expenditure=spent,
        gdp=_divided(spent, held["share"]),
        population=people,
        burden=100 * held["share"],
        equipment=np.full(spent.shape, np.nan),
        years=_of(year, spent),
        unit="million US$",
        source=f"sipri {version}{more}",
        note=f"GDP{'' if more else ' and population'} as SIPRI's shares imply",
    )


def _people(question: Question) -> tuple[Numbers, str]:
    """Return the population by NMC where the store has it, and how to name that."""
    try:
        found = QUANTITIES["population"].ways["nmc"](question)
    except DataMissing:
        return np.full(len(question.states), np.nan), ""
    return found.values, f", {found.source}"


def _long(question: Question) -> Accounts:
    """Return NMC's expenditure beside output at purchasing power: two currencies, so only ranks and shares compare."""
    gdp = QUANTITIES["gdp"].ways["gdp-population"](question)
    of_year = replace(question, year=max((year for year in gdp.years if year is not None), default=question.year))
    spent, people = QUANTITIES["expenditure"].ways["nmc"](of_year), QUANTITIES["population"].ways["nmc"](of_year)
    return Accounts(
        expenditure=spent.values,
        gdp=gdp.values,
        population=people.values,
        burden=100 * _divided(spent.values, gdp.values),
        equipment=np.full(spent.values.shape, np.nan),
        years=spent.years,
        unit="million US$",
        source=f"{spent.source}, {gdp.source}",
        note="current US$ by US$ of 2011 at purchasing power: burdens rank, but are no per cent",
    )


def _bundled(question: Question) -> Accounts:
    spent, gdp, people = (QUANTITIES[name].ways[BUNDLED](question) for name in ("expenditure", "gdp", "population"))
    share = ours("expenditure_share", "")(question)
    return Accounts(
        expenditure=spent.values,
        gdp=gdp.values,
        population=people.values,
        burden=share.values,
        equipment=np.full(spent.values.shape, np.nan),
        years=spent.years,
        unit="million US$",
        source=spent.source,
        note="shares of GDP are rounded to a tenth by their publisher, so who is just at a guideline may be below it",
    )


WAYS: Mapping[str, Way] = MappingProxyType(
    {"nato-expenditure": _nato, "sipri": _sipri, "nmc": _long, BUNDLED: _bundled}
)
"""How accounts are read, by the name of the source, the preferred one first."""
SETS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"nato-expenditure": ("nato-expenditure",), "sipri": ("sipri",), "nmc": ("nmc", "gdp-population")}
)
"""The data sets that each needs."""


def read_accounts(question: Question, source: str = "") -> Accounts:
    """Return accounts from the preferred source that has nearly all the states that any has, or from one alone.

    Raises
    ------
    DataMissing
        If no source has them; the message names the data sets that might.
    BadInput
        If they cannot be read from that source.
    """
    found = find_accounts(question, source)
    if found is None:
        raise accounts_missing(question.year, source)
    return found


def accounts_missing(year: int | None, source: str = "") -> DataMissing:
    """Return that nothing has accounts, with the data sets that might have them for the year."""
    held = [names for way, names in SETS.items() if source in {"", BUNDLED, way}]
    return lacking("expenditure and GDP", held, year)


def find_accounts(question: Question, source: str = "") -> Accounts | None:
    """Return what `read_accounts` does, or None where no source has it.

    Raises
    ------
    BadInput
        If they cannot be read from that source.
    """
    if source and source not in WAYS:
        raise BadInput(Fault(f"burdens are not read from {source[:40]!r}", "--from", ", ".join(WAYS)))
    return preferred(_readings(question, source), lambda accounts: accounts.known)


def _readings(question: Question, source: str) -> Iterator[Accounts]:
    for name, way in WAYS.items():
        if source not in {"", name} or (name == BUNDLED and question.year is not None):
            continue
        try:
            found = way(question)
        except DataMissing:
            continue
        if found.known:
            yield found


def _columns(question: Question, **wanted: Column) -> tuple[int | None, str, dict[str, Numbers]]:
    """Return columns of one table in one year: that of the first where none is asked for."""
    year, version, held = question.year, "", dict[str, Numbers]()
    for name, column in wanted.items():
        rows, version = column.rows(question)
        held[name], year = read_rows(rows, question.numbers(column.system), year)
    return year, version, held


def _of(year: int | None, values: Numbers) -> tuple[int | None, ...]:
    return tuple(year if known else None for known in np.isfinite(values))


def _divided(one: Numbers, other: Numbers) -> Numbers:
    found: Numbers = np.divide(one, other, out=np.full(one.shape, np.nan), where=other > 0)
    return found
