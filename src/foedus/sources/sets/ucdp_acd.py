"""Armed conflicts since 1946, of the Uppsala programme and PRIO."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.extra import pl
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.raw import Raw
from foedus.sources.sets.common import gw_state, year

_ISSUES = {"1": "territory", "2": "government", "3": "both"}
_TYPES = {"1": "extrasystemic", "2": "interstate", "3": "intrastate", "4": "internationalised intrastate"}


def _worded(raw: Raw) -> Raw:
    """Put words in place of the numbers of incompatibility and type, as the packaged copy has them."""
    known = [name for name in ("incompatibility", "type_of_conflict") if name in raw.frame.columns]
    words = {"incompatibility": _ISSUES, "type_of_conflict": {**_TYPES, "II": _TYPES["4"]}}
    texts = [pl.col(name).cast(pl.String).replace(words[name]) for name in known]
    return Raw(raw.name, raw.frame.with_columns(texts), raw.first)


_COMMON = (
    Column("conflict_id", "integer", "number of the conflict", least=1),
    year(1946),
    Column("incompatibility", "text", "what it is about: territory, government, or both"),
    Column("intensity_level", "integer", "1 from 25 deaths, 2 from 1,000 in the year", least=1, most=2),
    Column("type_of_conflict", "text", "extrasystemic, interstate, intrastate, or internationalised intrastate"),
    Column("start_date", "date", "first death in battle"),
    Column("start_prec", "integer", "precision of that day, 1 (exact) to 7", least=1, most=7),
    Column("start_date2", "date", "day on which it reached 25 deaths in a year"),
    Column("start_prec2", "integer", "precision of that day", least=1, most=7),
    Column("ep_end", "flag", "whether an episode ended in the year"),
    Column("ep_end_date", "date", "its last day"),
)

SOURCE = Source(
    name="ucdp-acd",
    title="UCDP/PRIO Armed Conflict Dataset",
    page="https://ucdp.uu.se/downloads/",
    terms="CC BY 4.0.",
    citation=Citation(
        "gleditsch2002armed",
        "article",
        (
            "Gleditsch, Nils Petter",
            "Wallensteen, Peter",
            "Eriksson, Mikael",
            "Sollenberg, Margareta",
            "Strand, Håvard",
        ),
        2002,
        "Armed Conflict 1946-2001: A New Dataset",
        "Journal of Peace Research",
        volume="39",
        number="5",
        pages="615-637",
    ),
    versions=(
        Version(
            "26.1",
            (1946, 2025),
            (File("conflict_years", ("ucdp-prio-acd-261.csv", "UcdpPrioConflict_v26_1.csv")),),
            addresses=("https://ucdp.uu.se/downloads/ucdpprio/ucdp-prio-acd-261-csv.zip",),
        ),
        Version(
            "25.1",
            (1946, 2024),
            (
                File("conflict_years", ("ucdp-prio-acd-251.csv", "UcdpPrioConflict_v25_1.csv")),
                File(
                    "opponents",
                    ("ucdp_acd.rda",),
                    ("e040581fa00a27a21544c5cc8d012fb841d64f2bb99d1a483c6ae68c465e6bdc",),
                    part="ucdp_acd",
                ),
            ),
            {"opponents": 5_652},
            ("https://ucdp.uu.se/downloads/ucdpprio/ucdp-prio-acd-251-csv.zip",),
        ),
        Version(
            "24.1",
            (1946, 2023),
            (File("conflict_years", ("ucdp-prio-acd-241.csv", "UcdpPrioConflict_v24_1.csv")),),
            addresses=("https://ucdp.uu.se/downloads/ucdpprio/ucdp-prio-acd-241-csv.zip",),
        ),
    ),
    tables=(
        Table(
            "conflict_years",
            "one row a conflict and year; several states or groups of a side stand in one cell",
            (
                *_COMMON,
                Column("location", "text", "where it is"),
                Column("side_a", "text", "the government or first side"),
                Column("side_b", "text", "the opponent or second side"),
                Column("gwno_a", "text", "states of side A (Gleditsch–Ward numbers)"),
                Column("gwno_a_2nd", "text", "states that help side A with troops"),
                Column("gwno_b", "text", "states of side B"),
                Column("gwno_b_2nd", "text", "states that help side B with troops"),
                Column("region", "text", "regions, 1 to 5"),
            ),
            key=("conflict_id", "year"),
            version_column="version",
            shape=_worded,
        ),
        Table(
            "opponents",
            "one row a conflict, a year and a combination of states on its sides",
            (
                *_COMMON,
                gw_state("gwno_a", "a state of side A"),
                gw_state("gwno_a_2nd", "a state that helps side A with troops"),
                gw_state("gwno_b", "a state of side B"),
                gw_state("gwno_b_2nd", "a state that helps side B with troops"),
            ),
            shape=_worded,
        ),
    ),
)
