"""Gleditsch and Ward's list of independent states, with the microstates."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.extra import pl
from foedus.sources.formats.content import Content, kind_of
from foedus.sources.formats.delimited import decoded, read_delimited
from foedus.sources.formats.r import read_r
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.raw import Raw, heading_key

_HEADINGS = ("gwcode", "gw_abb", "gw_name", "start", "end")
_BARE = ("statenumb", "countryid", "countryname", "start", "end")


def read_states(content: Content) -> Raw:
    """Read the publisher's tab-separated list, which may have no heading, or a packaged copy of it.

    The publisher writes days as DD:MM:YYYY; they become YYYY-MM-DD.
    """
    kind = kind_of(content)
    if kind == "r":
        return read_r(content, "gw_system")
    text = decoded(content, "latin-1")
    first = {heading_key(field) for field in text.splitlines()[0].replace(",", "\t").split("\t")}
    if not first & {"gwcode", "statenumb", "statenum"}:
        text = "\t".join(_BARE) + "\n" + text
    raw = read_delimited(Content(content.name, text.encode()), [*_HEADINGS, *_BARE])
    days = [name for name in raw.frame.columns if heading_key(name) in {"start", "end", "startdate", "enddate"}]
    turned = pl.col(days).str.replace(r"^([0-9]{2})[:/]([0-9]{2})[:/]([0-9]{4})$", "$3-$2-$1")
    return Raw(raw.name, raw.frame.with_columns(turned), raw.first)


SOURCE = Source(
    name="gw-states",
    title="Independent states since 1816 (Gleditsch and Ward)",
    page="http://ksgleditsch.com/statelist.html",
    terms="No licence is stated; the list is open to all, and to be cited.",
    citation=Citation(
        "gleditsch1999revised",
        "article",
        ("Gleditsch, Kristian S.", "Ward, Michael D."),
        1999,
        "A Revised List of Independent States since the Congress of Vienna",
        "International Interactions",
        volume="25",
        number="4",
        pages="393-413",
    ),
    versions=(
        Version(
            "2020",
            (1816, 2020),
            (
                File(
                    "spells",
                    ("gw_system.rda", "ksgmdw.txt", "iisystem.dat"),
                    ("53c434467bd592fc62b33522d26eec9401478aed30376b49fb0abedcb74d86ce",),
                ),
            ),
            addresses=("http://ksgleditsch.com/data/ksgmdw.txt",),
        ),
    ),
    tables=(
        Table(
            "spells",
            "one row a spell of independence",
            (
                Column(
                    "gwcode",
                    "integer",
                    "Gleditsch–Ward state number",
                    written=("gwcode", "statenumb", "statenum"),
                    least=2,
                    most=1000,
                ),
                Column("abbreviation", "text", "abbreviation", written=("gw_abb", "countryid", "idacr")),
                Column("name", "text", "name", written=("gw_name", "countryname", "statename")),
                Column(
                    "is_microstate",
                    "flag",
                    "whether it is on the list of microstates",
                    written=("microstate",),
                    is_optional=True,
                ),
                Column("start", "date", "first day", written=("start", "startdate")),
                Column("end", "date", "last day, or the day to which the list was kept", written=("end", "enddate")),
            ),
            key=("gwcode", "start"),
            read=read_states,
        ),
    ),
)
