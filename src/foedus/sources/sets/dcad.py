"""Defence cooperation agreements between states."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.sets.common import UNSTATED, state

_OPEN = ("-55", "-56", "-66", "-77", "-88", "-99")
"""What the publisher writes where the text is silent, not at hand, or the term does not apply."""


def _day(written: str, name: str, what: str) -> tuple[Column, ...]:
    return (
        Column(
            f"{name}_year",
            "integer",
            f"year of {what}",
            written=(f"{written}Year",),
            missing=_OPEN,
            least=1900,
            most=2100,
        ),
        Column(
            f"{name}_month",
            "integer",
            f"month of {what}",
            written=(f"{written}Month",),
            missing=_OPEN,
            least=1,
            most=12,
        ),
        Column(f"{name}_day", "integer", f"day of {what}", written=(f"{written}Day",), missing=_OPEN, least=1, most=31),
    )


SOURCE = Source(
    name="dcad",
    title="Defense Cooperation Agreement Dataset",
    page="https://www.brandonkinne.com/dcad",
    terms=UNSTATED,
    citation=Citation(
        "kinne2020defense",
        "article",
        ("Kinne, Brandon J.",),
        2020,
        "The Defense Cooperation Agreement Dataset (DCAD)",
        "Journal of Conflict Resolution",
        volume="64",
        number="4",
        pages="729-755",
    ),
    versions=(
        Version(
            "1.0",
            (1980, 2010),
            (
                File(
                    "agreements",
                    ("DCAD-v1.0-main.csv",),
                    ("f7d56e1703ae7cd7395b636210fa5d33a5fc3feafe5686734c212ffd5af7405a",),
                    encoding="cp1252",
                ),
            ),
            {"agreements": 1_871},
        ),
    ),
    tables=(
        Table(
            "agreements",
            "one row an agreement and pair of states",
            (
                Column("dcaid", "text", "number of the agreement", written=("DCAid",)),
                state("ccode1", "the first state"),
                state("ccode2", "the second state"),
                *_day("sign", "signed", "signature"),
                *_day("EIF", "in_force", "entry into force"),
                Column("type", "text", "general or sector"),
                Column("category1", "text", "kind of cooperation"),
                Column("category2", "text", "second kind"),
                Column("category3", "text", "third kind"),
                Column("span", "number", "stated length", "years", missing=_OPEN),
                Column("terminated", "integer", "whether it was ended", missing=_OPEN),
                Column(
                    "end_year", "integer", "year of its end, as estimated", written=("endYearEstimate",), missing=_OPEN
                ),
                Column("asymmetry", "integer", "whether it binds the two unlike", missing=_OPEN),
                Column("source_type", "text", "treaty text or news", written=("sourceType",)),
            ),
            key=("dcaid",),
        ),
    ),
)
