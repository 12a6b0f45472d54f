"""Multinational military exercises, 1980-2010."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.sets.exercises import ROW, days, numbered, participants

_KINDS = {
    "cpx": "a command post exercise",
    "air": "in the air",
    "land": "on land",
    "sea": "at sea",
    "amphibious": "amphibious",
    "cyber": "in networks",
    "warfighting": "of fighting a war",
    "peacekeeping": "of peacekeeping",
    "humanitarian": "of humanitarian help",
}
_SHA = "e6356ed4b8569133841723ad4bc6fe436b49b28570dd721940d61edb771d8719"

SOURCE = Source(
    name="mme",
    title="Multinational Military Exercises",
    page="https://doi.org/10.7910/DVN/KHFODX",
    terms="To be cited.",
    citation=Citation(
        "dorazio2021multinational",
        "misc",
        ("D'Orazio, Vito", "Galambos, Kevin"),
        2021,
        "Multinational Military Exercises, 1980-2010",
        place="Harvard Dataverse",
        doi="10.7910/DVN/KHFODX",
    ),
    versions=(
        Version(
            "7",
            (1980, 2010),
            (
                File("exercises", ("mme_v7.csv",), (_SHA,), encoding="cp1252"),
                File("participants", ("mme_v7.csv",), (_SHA,), encoding="cp1252"),
            ),
            {"exercises": 3_707},
        ),
    ),
    tables=(
        Table(
            "exercises",
            "one row an exercise",
            (
                ROW,
                Column("mmeid", "text", "number of the exercise; three stand twice", written=("MMEID",)),
                Column("name", "text", "name", written=("Ex_Name",), missing=("-9",)),
                Column("series", "text", "series it belongs to", written=("Series_Name",), missing=("-9",)),
                Column("location", "text", "where it was held", missing=("-9",)),
                Column("lat", "number", "latitude", "degrees north", missing=("-9",), least=-90, most=90),
                Column("lon", "number", "longitude", "degrees east", missing=("-9",), least=-180, most=180),
                *days(),
                *(
                    Column(name, "flag", f"whether it was {meaning}", missing=("-9",))
                    for name, meaning in _KINDS.items()
                ),
            ),
            key=("row",),
            shape=numbered,
        ),
        participants(),
    ),
)
