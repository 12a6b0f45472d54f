"""United States troops and bases abroad."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.model import Column, File, Source, Table, Version

_RAW = "https://raw.githubusercontent.com/meflynn/troopdata/HEAD/data-raw/"
_NA = ("NA",)
_SERVICES = {
    "troops_ad": "on active duty, all services",
    "army_ad": "army on active duty",
    "navy_ad": "navy on active duty",
    "air_force_ad": "air force on active duty",
    "marine_corps_ad": "marine corps on active duty",
    "coast_guard_ad": "coast guard on active duty",
    "space_force_ad": "space force on active duty",
    "army_national_guard": "army national guard",
    "air_national_guard": "air national guard",
    "army_reserve": "army reserve",
    "navy_reserve": "navy reserve",
    "marine_corps_reserve": "marine corps reserve",
    "air_force_reserve": "air force reserve",
    "coast_guard_reserve": "coast guard reserve",
    "total_selected_reserve": "total selected reserve",
    "army_civilian": "army civilian",
    "navy_civilian": "navy civilian",
    "marine_corps_civilian": "marine corps civilian",
    "air_force_civilian": "air force civilian",
    "dod_civilian": "dod civilian",
    "total_civilian": "total civilian",
}


def _state(name: str = "ccode") -> Column:
    return Column(
        name, "integer", "COW number, or above 1,000 the publisher's own for a place that is no state", least=2
    )


SOURCE = Source(
    name="troops",
    title="United States troop deployments and bases",
    page="https://github.com/meflynn/troopdata",
    terms="Part of a package under GPL-3; to be cited.",
    citation=Citation(
        "allen2022global",
        "article",
        ("Allen, Michael A.", "Flynn, Michael E.", "Martinez Machain, Carla"),
        2022,
        "US Global Military Deployments, 1950-2020",
        "Conflict Management and Peace Science",
        volume="39",
        number="3",
        pages="351-370",
    ),
    versions=(
        Version(
            "2024",
            (1950, 2024),
            (
                File(
                    "state_years",
                    ("troopdata-rebuild-country-year.csv",),
                    ("875aa5c712506950786d791feb2a01b030c61e9afbc6df37baee5f453ce5fe5e",),
                ),
                File(
                    "bases",
                    ("basedata.csv",),
                    ("5a552e81b39bdbb7af42b6206dd47340a6a9f114bf84c24c0e167cf74844ccda",),
                    encoding="cp1252",
                ),
            ),
            {"state_years": 13_135, "bases": 414},
            (f"{_RAW}troopdata-rebuild-country-year.csv", f"{_RAW}basedata.csv"),
        ),
    ),
    tables=(
        Table(
            "state_years",
            "one row a place and year",
            (
                Column("name", "text", "name of the place", written=("countryname",)),
                _state(),
                Column("year", "integer", "year", least=1950, most=2100),
                Column("iso3", "text", "ISO 3166 alpha-3 code", written=("iso3c",), missing=_NA),
                Column("region", "text", "region", missing=_NA),
                *(Column(name, "integer", meaning, "persons", missing=_NA) for name, meaning in _SERVICES.items()),
            ),
            key=("name", "year"),
        ),
        Table(
            "bases",
            "one row a base",
            (
                Column("name", "text", "name of the place", written=("countryname",)),
                _state(),
                Column("iso3", "text", "ISO 3166 alpha-3 code", written=("iso3c",), missing=_NA),
                Column("base", "text", "name of the base", written=("basename",), missing=_NA),
                Column("lat", "number", "latitude", "degrees north", missing=_NA, least=-90, most=90),
                Column("lon", "number", "longitude", "degrees east", missing=_NA, least=-180, most=180),
                Column("is_base", "integer", "whether it is a base", written=("base",), missing=_NA),
                Column("is_lilypad", "integer", "whether it is a small outpost", written=("lilypad",), missing=_NA),
                Column(
                    "is_funded", "integer", "whether it is a host's site paid for", written=("fundedsite",), missing=_NA
                ),
            ),
        ),
    ),
)
