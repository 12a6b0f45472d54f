"""Alliance Treaty Obligations and Provisions: what alliances promise, by member, alliance and directed dyad."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.model import File, Source, Table, Version
from foedus.sources.sets.atop_columns import ALLIANCE, DYAD, MEMBER
from foedus.sources.sets.atop_dyads import directed_dyad_years

_MEMBERS_5 = "0e3c803f65275c3cb9309d08c04710416dff16aee936c8b4f887c7b67ee5b55b"
_DYADS_5 = "1449ca0369aed33ccf3ac66e959d1d7429c981a3840981facc84fcb2c2bc0441"
_MEMBERS_4 = "37533634acbba64af9b900425fad50fcecb69f4a80f9f1d22d9847911bf21e40"
_ALLIANCES_4 = "c5f9ea6adf97b626cd63df54ca2aacce7dd808d0090b8c54610d95c8824410ec"

SOURCE = Source(
    name="atop",
    title="Alliance Treaty Obligations and Provisions",
    page="http://www.atopdata.org/data.html",
    terms="No licence is stated; the authors ask to be cited.",
    citation=Citation(
        "leeds2002alliance",
        "article",
        ("Leeds, Brett Ashley", "Ritter, Jeffrey M.", "Mitchell, Sara McLaughlin", "Long, Andrew G."),
        2002,
        "Alliance Treaty Obligations and Provisions, 1815-1944",
        "International Interactions",
        volume="28",
        number="3",
        pages="237-260",
    ),
    versions=(
        Version(
            "5.1",
            (1815, 2018),
            (
                File("members", ("atop5_1m.csv", "atop5_1m.dta"), (_MEMBERS_5,)),
                File("alliances", ("atop5_1a.csv", "atop5_1a.dta")),
                File("directed_dyad_years", ("atop5_1ddyr.csv", "atop5_1ddyr.dta", "atop5_1ddyr.rda"), (_DYADS_5,)),
            ),
            {"members": 2_510, "directed_dyad_years": 273_296},
            ("http://www.atopdata.org/uploads/6/9/1/3/69134503/atop_5.1__.csv_.zip",),
        ),
        Version(
            "4.01",
            (1815, 2016),
            (
                File("members", ("atop4_01m.csv", "atop4_01m_member-level.csv", "atop4_01m.dta"), (_MEMBERS_4,)),
                File("alliances", ("atop4_01a.csv", "atop4_01a_alliance-level.csv", "atop4_01a.dta"), (_ALLIANCES_4,)),
            ),
            {"members": 2_398, "alliances": 745},
        ),
    ),
    tables=(
        Table(
            "members",
            "one row a member and phase of an alliance",
            MEMBER,
            key=("atopid", "member", "phase", "yrent"),
            version_column="version",
        ),
        Table(
            "alliances",
            "one row an alliance",
            ALLIANCE,
            key=("atopid",),
            version_column="version",
        ),
        Table(
            "directed_dyad_years",
            "one row an ordered pair of allies and a year: what the first owes the second",
            DYAD,
            key=("ccode1", "ccode2", "year"),
            made_from="members",
            make=directed_dyad_years,
        ),
    ),
)
