"""Indicators of the World Bank: one file an indicator, states by years."""

from __future__ import annotations

import re
from collections.abc import Mapping

from foedus.sources.citation import Citation
from foedus.sources.codes import Derived, with_iso_code
from foedus.sources.extra import pl
from foedus.sources.formats.content import Content
from foedus.sources.formats.delimited import decoded, read_delimited
from foedus.sources.model import CURRENT, Column, File, Source, Table, Version
from foedus.sources.raw import Raw, wrong_file
from foedus.sources.sets.common import derived_state, year

INDICATORS = {
    "NY.GDP.MKTP.CD": "gross domestic product, current US$",
    "NY.GDP.MKTP.KD": "gross domestic product, constant US$",
    "SP.POP.TOTL": "population",
    "MS.MIL.XPND.GD.ZS": "military expenditure by GDP, per cent",
    "MS.MIL.TOTL.P1": "armed forces personnel",
}
_IDS = ("Country Name", "Country Code", "Indicator Name", "Indicator Code")


def read_indicator(content: Content) -> Raw:
    """Read a file of one indicator: a few lines about it, then a row a country with a column a year.

    Raises
    ------
    BadInput
        If it has no such heading.
    """
    text = decoded(content)
    start = re.search(r'^"?Country Name"?[,;\t]', text, re.MULTILINE)
    if start is None or start.start() > 2_000:
        raise wrong_file(content.name, "has no heading that begins with Country Name")
    wide = read_delimited(Content(content.name, text[start.start() :].encode()), _IDS).frame
    years = [name for name in wide.columns if re.fullmatch(r"(19|20)[0-9]{2}", name)]
    absent = [name for name in _IDS if name not in wide.columns]
    if absent or not years:
        raise wrong_file(
            content.name, f"has no column {absent[0] if absent else 'for a year'}", allowed=", ".join(_IDS)
        )
    long = wide.unpivot(index=_IDS, on=years, variable_name="year", value_name="value")
    return Raw(content.name, long.filter(pl.col("value").is_not_null()))


def _coded(table: pl.DataFrame, _: Mapping[str, pl.DataFrame]) -> Derived:
    coded, _notes = with_iso_code(table, "iso3", "year", "ccode")
    return coded, ("no ccode for aggregates, territories, and years before a state was a member",)


SOURCE = Source(
    name="world-bank",
    title="World Development Indicators",
    page="https://data.worldbank.org",
    terms="CC BY 4.0.",
    citation=Citation(
        "worldbank2025indicators",
        "misc",
        ("World Bank",),
        2025,
        "World Development Indicators",
        place="https://data.worldbank.org",
    ),
    versions=(
        Version(
            CURRENT,
            (1960, 2025),
            (File("indicators", ("API_*_DS2_*.csv",)),),
            addresses=tuple(
                f"https://api.worldbank.org/v2/en/indicator/{code}?downloadformat=csv" for code in INDICATORS
            ),
        ),
    ),
    tables=(
        Table(
            "indicators",
            "one row an indicator, a country and a year that has a value",
            (
                Column("indicator", "text", "code of the indicator", written=("Indicator Code",)),
                Column(
                    "iso3", "text", "ISO 3166 alpha-3 code, or the Bank's own for a group", written=("Country Code",)
                ),
                derived_state("ccode", "the country"),
                year(1960),
                Column("name", "text", "name of the country or group", written=("Country Name",)),
                Column("value", "number", "value, in the unit that the indicator's name states"),
                Column("indicator_name", "text", "name of the indicator", written=("Indicator Name",)),
            ),
            key=("indicator", "iso3", "year"),
            read=read_indicator,
            derive=_coded,
            is_gathered=True,
        ),
    ),
)
