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
        table = work.table(name, tables[system]).rename({column: f"{prefix}{column}" for column in columns})
        code = "ccode" if system == "cow" else "gwcode"
        return work.of_each(table, code, [f"{prefix}{column}" for column in columns], system)

    return values


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

TROOPS = _addition(
    "troops",
    "Active-duty troops of the United States in the state",
    {"cow": "state_years"},
    ("troops_ad", "army_ad", "navy_ad", "air_force_ad", "marine_corps_ad"),
    "us_",
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
        Added("pko_troops", "number", "soldiers stated, summed over places and reports", "persons", is_of_each=True),
    ),
    compute=_peacekeepers,
    sources=("geo-pko",),
)
