"""Contributions to United Nations peacekeeping, by mission and month."""

from __future__ import annotations

from collections.abc import Mapping

from foedus.sources.citation import Citation
from foedus.sources.codes import Derived, with_code
from foedus.sources.extra import pl
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.sets.common import derived_state

_NA = ("NA",)
_WHEN = Column("date", "date", "end of the month", written=("Date",))


def _people(name: str, meaning: str, *written: str) -> Column:
    return Column(name, "integer", meaning, "persons", written=written or (name,), missing=_NA, least=0)


def _coded(table: pl.DataFrame, _: Mapping[str, pl.DataFrame]) -> Derived:
    dated = table.with_columns(pl.col("date").dt.year().cast(pl.Int64).alias("year"))
    return with_code(dated, "contributor", "year", "ccode")


SOURCE = Source(
    name="ipi-peacekeeping",
    title="Contributions to United Nations peacekeeping (IPI)",
    page="https://www.providingforpeacekeeping.org/contributions/",
    terms="Repository under GPL-2; to be cited.",
    citation=Citation(
        "perry2013trends",
        "misc",
        ("Perry, Chris", "Smith, Adam C."),
        2013,
        "Trends in Uniformed Contributions to UN Peacekeeping: A New Dataset, 1991-2012",
        place="International Peace Institute",
    ),
    versions=(
        Version(
            "2017",
            (1990, 2017),
            (
                File(
                    "contributions",
                    ("current_month.csv", "full_contributions*.csv"),
                    ("457d805193f85439529a2bff340c9e57ff3ad7a88e45be25e2482f5e75d46586",),
                ),
                File(
                    "missions",
                    ("data_mission.csv",),
                    ("f2d85e446109c9ce6cbd4cb27340e0ffa17634f62856f2ce2435bdd2ceb4c371",),
                ),
                File(
                    "months",
                    ("data_monthly.csv",),
                    ("125d15ee05b62de4679f0e26ab404816a45100537946eb3591eaea6e0ad01c9d",),
                ),
            ),
            {"missions": 5_330, "months": 316},
        ),
    ),
    tables=(
        Table(
            "contributions",
            "one row a contributor, a mission and a month",
            (
                _WHEN,
                Column("contributor", "text", "name of the contributor"),
                derived_state("ccode", "the contributor"),
                Column("iso3", "text", "its ISO 3166 alpha-3 code", written=("Contributor_ISO-3",), missing=_NA),
                Column("mission", "text", "mission"),
                Column("place", "text", "where the mission is", written=("Mission_Country",), missing=_NA),
                _people("troops", "troops"),
                _people("police", "police, single and in units", "Civilian_Police", "Police"),
                _people("experts", "experts on mission", "Experts_on_Mission"),
                _people("observers", "observers"),
                _people("total", "all of them"),
            ),
            key=("date", "contributor", "mission"),
            derive=_coded,
        ),
        Table(
            "missions",
            "one row a mission and month",
            (
                _WHEN,
                Column("mission", "text", "mission"),
                Column("place", "text", "where the mission is", written=("Country of Mission",), missing=_NA),
                Column("iso3", "text", "its ISO 3166 alpha-3 code", written=("Country of Mission ISO-3",), missing=_NA),
                Column(
                    "contributors", "integer", "number of contributors", written=("Number of Contributors",), least=0
                ),
                _people("troops", "troops"),
                _people("police", "police"),
                _people("observers", "observers"),
                _people("total", "all of them"),
            ),
            key=("date", "mission"),
        ),
        Table(
            "months",
            "one row a month, all missions together",
            (
                _WHEN,
                Column(
                    "contributors", "integer", "number of contributors", written=("Number of Contributors",), least=0
                ),
                _people("troops", "troops", "Troop Contributions"),
                _people("police", "police", "Police Contributions"),
                _people("observers", "experts and observers", "EOM Contributions"),
                _people("total", "all of them", "Total Contributions"),
            ),
            key=("date",),
        ),
    ),
)
