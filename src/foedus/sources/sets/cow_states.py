"""Membership of the state system of the Correlates of War project, spell by spell."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.raw import Raw
from foedus.sources.sets.common import COW_TERMS, state, with_days


def _dated(raw: Raw) -> Raw:
    return with_days(raw, start=("styear", "stmonth", "stday"), end=("endyear", "endmonth", "endday"))


def system_source(name: str, title: str, versions: tuple[Version, ...]) -> Source:
    """Return the entry of the states, or of the major powers, which the project publishes in one form."""
    return Source(
        name=name,
        title=title,
        page="https://correlatesofwar.org/data-sets/state-system-membership/",
        terms=COW_TERMS,
        citation=Citation(
            "cow2017system",
            "misc",
            ("Correlates of War Project",),
            2017,
            "State System Membership List",
            "https://correlatesofwar.org",
        ),
        versions=versions,
        tables=(
            Table(
                "spells",
                "one row a spell",
                (
                    state(),
                    Column("abbreviation", "text", "abbreviation", written=("stateabb", "cw_abb")),
                    Column("name", "text", "name", written=("statenme", "cw_name"), is_optional=True),
                    Column("start", "date", "first day"),
                    Column("end", "date", "last day, or the day to which the list was kept"),
                ),
                key=("ccode", "start"),
                version_column="version",
                shape=_dated,
            ),
        ),
    )


SOURCE = system_source(
    "cow-states",
    "State system membership (Correlates of War)",
    (
        Version(
            "2024",
            (1816, 2024),
            (File("spells", ("statelist2024.csv", "states2024.csv")),),
            addresses=("https://correlatesofwar.org/wp-content/uploads/States2024.zip",),
        ),
        Version(
            "2016",
            (1816, 2016),
            (
                File(
                    "spells",
                    ("states2016.csv", "isard_cw_system.csv", "cw_system.rda"),
                    (
                        "21822fe1ef67aedf2e64ebe9746e2b875c6175c8ce599750bc0e77e4ce393167",
                        "0b897644a04ed9346a839477db81d0b51a6f56f8f3d983084d3bf36a0bb4e6f8",
                    ),
                ),
            ),
            {"spells": 243},
            ("https://correlatesofwar.org/wp-content/uploads/states2016.csv",),
        ),
    ),
)
