"""How deep and wide alliances go, and what their members can do together: scores."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.model import Column, File, Source, Table, Version

_PARTS = {
    "consultatop": "consultation pledge",
    "nagatop": "non-aggression pledge",
    "neutatop": "neutrality pledge",
    "defenseatop": "defence pledge",
    "offenseatop": "offence pledge",
}

SOURCE = Source(
    name="benson-clinton",
    title="Scope, depth and potential military capacity of alliances",
    page="https://doi.org/10.1177/0022002714560348",
    terms="Replication data of a published article; to be cited.",
    citation=Citation(
        "benson2016assessing",
        "article",
        ("Benson, Brett V.", "Clinton, Joshua D."),
        2016,
        "Assessing the Variation of Formal Military Alliances",
        "Journal of Conflict Resolution",
        volume="60",
        number="5",
        pages="866-898",
        doi="10.1177/0022002714560348",
    ),
    versions=(
        Version(
            "2016",
            (1816, 2000),
            (
                File(
                    "alliances",
                    ("benson-clinton-scores.csv",),
                    ("411f7daf1ffeb09dfa8730304e010c5248e4a508b184ce2269166f878b893376",),
                ),
            ),
            {"alliances": 492},
        ),
    ),
    tables=(
        Table(
            "alliances",
            "one row an alliance",
            (
                Column("atopid", "integer", "number of the alliance (ATOP)", least=1000, most=9999),
                *(Column(name, "flag", f"whether it has a {meaning}") for name, meaning in _PARTS.items()),
                Column(
                    "depth", "number", "how costly the obligations are, as a latent score", written=("Depth.score",)
                ),
                Column("scope", "number", "how much is promised, as a latent score", written=("Scope.score",)),
                Column(
                    "capacity",
                    "number",
                    "what the members can do together, as a latent score",
                    written=("PotMilCapacity.score",),
                ),
            ),
            key=("atopid",),
        ),
    ),
)
