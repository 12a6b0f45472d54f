"""Roll calls of the United Nations General Assembly."""

from __future__ import annotations

from collections.abc import Mapping

from foedus.sources.citation import Citation
from foedus.sources.codes import Derived, with_code
from foedus.sources.extra import pl
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.sets.common import derived_state


def _coded(votes: pl.DataFrame, others: Mapping[str, pl.DataFrame]) -> Derived:
    """Add the state numbers, on the day of each roll call."""
    calls = others.get("roll_calls")
    if calls is None:
        absent = votes.with_columns(pl.lit(None, pl.Int64).alias("ccode"))
        return absent, ("no ccode: give un_roll_calls.rda together with the votes, for their dates",)
    years = calls.select("rcid", pl.col("date").dt.year().cast(pl.Int64).alias("year"))
    dated = votes.join(years, on="rcid", how="left", maintain_order="left")
    return with_code(dated, "country", "year", "ccode")


SOURCE = Source(
    name="un-votes",
    title="United Nations General Assembly voting",
    page="https://github.com/dgrtwo/unvotes",
    terms="Package under MIT; cite the data besides.",
    citation=Citation(
        "voeten2013data",
        "incollection",
        ("Voeten, Erik",),
        2013,
        "Data and Analyses of Voting in the United Nations General Assembly",
        "Routledge Handbook of International Organization",
        editors="Bob Reinalda",
        place="Routledge",
    ),
    versions=(
        Version(
            "2021",
            (1946, 2020),
            (
                File(
                    "roll_calls",
                    ("un_roll_calls.rda",),
                    ("ff2070ae600cfd32176c6d149637306b9b677d6b910f48bec59a15357d673b4b",),
                    part="un_roll_calls",
                ),
                File(
                    "issues",
                    ("un_roll_call_issues.rda",),
                    ("eec1b509ebce692c242b842837d5d861b52b65b2868a7c66f573d4a87d2eb0be",),
                    part="un_roll_call_issues",
                ),
                File(
                    "votes",
                    ("un_votes.rda",),
                    ("cf814a48bc536e8f87f8e027942ac515fe6aae9d63cd71dd88ed718b14887e87",),
                    part="un_votes",
                ),
            ),
            {"roll_calls": 6_203, "issues": 5_745, "votes": 870_109},
            (
                "https://raw.githubusercontent.com/dgrtwo/unvotes/HEAD/data/un_roll_calls.rda",
                "https://raw.githubusercontent.com/dgrtwo/unvotes/HEAD/data/un_roll_call_issues.rda",
                "https://raw.githubusercontent.com/dgrtwo/unvotes/HEAD/data/un_votes.rda",
            ),
        ),
    ),
    tables=(
        Table(
            "roll_calls",
            "one row a roll call",
            (
                Column("rcid", "integer", "number of the roll call", least=1),
                Column("session", "integer", "session of the Assembly", least=1),
                Column("date", "date", "day"),
                Column("unres", "text", "resolution"),
                Column("importantvote", "flag", "whether the State Department held it important"),
                Column("amend", "flag", "whether it was on an amendment"),
                Column("para", "flag", "whether it was on a paragraph"),
                Column("short", "text", "what it was about, in short"),
                Column("descr", "text", "what it was about"),
            ),
            key=("rcid",),
        ),
        Table(
            "issues",
            "one row a roll call and an issue it belongs to",
            (
                Column("rcid", "integer", "number of the roll call", least=1),
                Column("short_name", "text", "the issue in short"),
                Column("issue", "text", "the issue"),
            ),
            key=("rcid", "short_name"),
        ),
        Table(
            "votes",
            "one row a state and roll call; absent states are left out",
            (
                Column("rcid", "integer", "number of the roll call", least=1),
                Column("country", "text", "name of the state"),
                Column("country_code", "text", "ISO 3166 alpha-2 code"),
                derived_state(),
                Column("vote", "text", "yes, abstain or no"),
            ),
            key=("rcid", "country"),
            derive=_coded,
        ),
    ),
)
