"""What a published table says of each state in each year: capabilities, regime, output, expenditure, troops.

A value is missing where the table has no row for the state and year; nothing is filled in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from foedus.panel.addition import Added, Addition, Options, fixed
from foedus.panel.membership import System
from foedus.panel.workspace import Workspace
from foedus.sources.extra import pl
from foedus.sources.model import Column
from foedus.sources.registry import source

Values = Callable[[Workspace, Options], Mapping[str, pl.Series]]


def _taken(name: str, table: str, columns: Sequence[str], prefix: str = "") -> tuple[Added, ...]:
    """Return columns of a data set as its entry describes them."""
    held = {column.name: column for column in source(name).table(table).columns}
    return tuple(_added(held[column], prefix) for column in columns)


def _added(column: Column, prefix: str) -> Added:
    return Added(f"{prefix}{column.name}", column.type, column.meaning, column.unit, is_of_each=True)


def _reading(name: str, tables: Mapping[System, str], columns: Sequence[str], prefix: str = "") -> Values:
    """Return what reads columns for each state; of two tables, the one in the panel's own system."""

    def values(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
        system: System = work.membership.system if work.membership.system in tables else next(iter(tables))
        code = "ccode" if system == "cow" else "gwcode"
        table = one_row_a_state(work.table(name, tables[system]), code, columns)
        table = table.rename({column: f"{prefix}{column}" for column in columns})
        return work.of_each(table, code, [f"{prefix}{column}" for column in columns], system)

    return values


def one_row_a_state(table: pl.DataFrame, code: str, columns: Sequence[str]) -> pl.DataFrame:
    """Return a table of names and years with one row a state and year: that of the name under which most is known.

    A publisher may have a state under two names, such as the USSR and Russia, one of them empty or nearly so. Where as
    much is known under both, and not the same, it is missing.
    """
    known = pl.sum_horizontal(pl.col(name).is_not_null() for name in columns)
    fullest = table.drop_nulls(code).filter(known == known.max().over(code, "year"))
    agreed = [
        pl.when(pl.col(name).drop_nulls().n_unique() == 1).then(pl.col(name).drop_nulls().first()).alias(name)
        for name in columns
    ]
    return _merged(fullest, code, columns, agreed)


def _merged(table: pl.DataFrame, code: str, columns: Sequence[str], rules: Sequence[pl.Expr]) -> pl.DataFrame:
    held = table.select(code, "year", *columns).drop_nulls(code)
    is_twice = held.select(code, "year").is_duplicated()
    merged = held.filter(is_twice).group_by(code, "year", maintain_order=True).agg(rules)
    return pl.concat([held.filter(~is_twice), merged.cast(held.schema)])


def _addition(
    name: str, summary: str, tables: Mapping[System, str], columns: Sequence[str], prefix: str = ""
) -> Addition:
    return Addition(
        name=name,
        summary=summary,
        columns=lambda _options, _shape: _taken(name, next(iter(tables.values())), columns, prefix),
        compute=_reading(name, tables, columns, prefix),
        sources=(name,),
    )


NMC = _addition(
    "nmc",
    "National material capabilities: expenditure, personnel, steel, energy, populations, CINC",
    {"cow": "state_years"},
    ("milex", "milper", "irst", "pec", "tpop", "upop", "cinc"),
)

DEMOCRACY = _addition(
    "democracy",
    "Regime: unified democracy scores, Polity, V-Dem's polyarchy",
    {"cow": "state_years", "gw": "gw_state_years"},
    ("euds", "aeuds", "polity2", "v2x_polyarchy"),
)

GDP = _addition(
    "gdp-population",
    "Output, output a head and population since 1816, with the spread of their estimates",
    {"gw": "gw_state_years"},
    ("mrgdppc", "sd_mrgdppc", "pwtrgdp", "sd_pwtrgdp", "pwtpop", "sd_pwtpop"),
)

SIPRI = _addition(
    "sipri",
    "Military expenditure (SIPRI)",
    {"cow": "state_years"},
    ("constant_usd", "current_usd", "share_gdp", "per_capita", "share_government"),
    "sipri_",
)

NATO = _addition(
    "nato-expenditure",
    "Defence expenditure of NATO's members as NATO counts it",
    {"cow": "state_years"},
    ("constant_usd", "share_gdp", "share_equipment", "personnel", "is_estimate"),
    "nato_",
)

_SERVICES = ("troops_ad", "army_ad", "navy_ad", "air_force_ad", "marine_corps_ad")


def _troops(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
    table = troops_of_states(work.table("troops", "state_years")).rename({name: f"us_{name}" for name in _SERVICES})
    return work.of_each(table, "ccode", [f"us_{name}" for name in _SERVICES], "cow")


def troops_of_states(table: pl.DataFrame) -> pl.DataFrame:
    """Return the troops in each state and year, summed over its names; numbers below 0, as in 1959, are missing.

    The list has some states under two names in a year, such as Czechia and Czech Republic, with 0 under one of them.
    """
    people = table.with_columns(pl.when(pl.col(name) >= 0).then(pl.col(name)).alias(name) for name in _SERVICES)
    sums = [pl.when(pl.col(name).is_not_null().any()).then(pl.col(name).sum()).alias(name) for name in _SERVICES]
    return _merged(people, "ccode", _SERVICES, sums)


TROOPS = Addition(
    name="troops",
    summary="Active-duty troops of the United States in the state",
    columns=lambda _options, _shape: _taken("troops", "state_years", _SERVICES, "us_"),
    compute=_troops,
    sources=("troops",),
)


def _peacekeepers(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
    """Sum the soldiers a state gave to missions of the United Nations in a year, by the places they were at."""
    table = work.table("geo-pko", "contributors").filter(pl.col("ccode").is_not_null())
    yearly = table.group_by("ccode", "year").agg(
        pl.col("mission").n_unique().cast(pl.Int64).alias("pko_missions"),
        pl.when(pl.col("troops").is_null().all()).then(None).otherwise(pl.col("troops").sum()).alias("pko_troops"),
    )
    zeros = {"pko_missions": work.coverage("geo-pko")}
    return work.of_each(yearly, "ccode", ("pko_missions", "pko_troops"), "cow", zeros)


PEACEKEEPING = Addition(
    name="geo-pko",
    summary="Missions of the United Nations to which the state gave soldiers, and how many where stated",
    columns=fixed(
        Added("pko_missions", "integer", "missions with soldiers of the state; 0: none in the data", is_of_each=True),
        Added(
            "pko_troops",
            "number",
            "soldiers where their number is stated, summed over places",
            "persons",
            is_of_each=True,
        ),
    ),
    compute=_peacekeepers,
    sources=("geo-pko",),
)
