"""International Crisis Behavior: crises as a whole, at the level of the system."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.sets.common import UNSTATED

_CODES = {
    "gravcr": "gravest threat felt, 0 to 7",
    "crismg": "chief way of managing it, 1 to 8",
    "cenviosy": "how central violence was, 1 to 4",
    "sevviosy": "how severe violence was, 1 to 4",
    "viol": "violence, 1 (none) to 4 (full war)",
    "timvio": "when violence came",
    "iwcmb": "whether it fell within a war",
    "noactr": "number of crisis actors",
    "usinv": "involvement of the United States",
    "suinv": "involvement of the Soviet Union or Russia",
    "globorg": "which global organisation took part",
    "globactm": "what the global organisation did",
    "regorg": "which regional organisation took part",
    "subout": "substance of the outcome",
    "forout": "form of the outcome, 1 to 9",
    "exsat": "satisfaction with the outcome",
    "outesr": "whether tension fell or rose after it",
    "cractr": "number of actors with crisis perception",
    "geostr": "geostrategic salience, 1 to 5",
    "hetero": "heterogeneity of the adversaries",
    "issues": "issues at stake",
    "chacts": "gravest value at stake",
    "powdissy": "discrepancy of power",
    "geog": "where it was, by region",
    "period": "period of history",
    "protrac": "1 not protracted, 2 protracted, 3 long war",
    "ethnic": "whether it had to do with ethnic conflict",
    "mediate": "whether there was mediation",
}


_VAGUE = ("-99", "66", "77", "88", "99")
"""Early, in the middle of, or late in the month, or unknown."""


def _days(end: str, what: str) -> tuple[Column, ...]:
    return (
        Column(f"yr{end}", "integer", f"year of the {what}", missing=("-99",), least=1900, most=2100),
        Column(f"mo{end}", "integer", f"month of the {what}", missing=_VAGUE, least=1, most=12),
        Column(f"da{end}", "integer", f"day of the {what}", missing=_VAGUE, least=1, most=31),
    )


SOURCE = Source(
    name="icb",
    title="International Crisis Behavior, system level",
    page="https://sites.duke.edu/icbdata/data-collections/",
    terms=UNSTATED,
    citation=Citation(
        "brecher2018international",
        "misc",
        ("Brecher, Michael", "Wilkenfeld, Jonathan", "Beardsley, Kyle", "James, Patrick", "Quinn, David"),
        2018,
        "International Crisis Behavior Data Codebook, Version 13",
        place="https://sites.duke.edu/icbdata/data-collections/",
    ),
    versions=(
        Version(
            "16",
            (1918, 2021),
            (File("crises", ("icb1v16.csv",), encoding="latin-1"),),
        ),
        Version(
            "13",
            (1918, 2016),
            (
                File(
                    "crises",
                    ("icb1v13.csv",),
                    ("75c021a6616088e8221051d9e4505e35339024485e8a4342e51c92d97d73d9d8",),
                    encoding="latin-1",
                ),
            ),
            {"crises": 482},
        ),
    ),
    tables=(
        Table(
            "crises",
            "one row a crisis",
            (
                Column("crisno", "integer", "number of the crisis", least=1),
                Column("crisname", "text", "name of the crisis"),
                *_days("trig", "trigger"),
                *_days("term", "end"),
                *(Column(name, "integer", meaning, is_optional=True) for name, meaning in _CODES.items()),
            ),
            key=("crisno",),
        ),
    ),
)
