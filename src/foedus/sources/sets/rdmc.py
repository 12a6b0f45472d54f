"""Distribution of military capabilities: counts of weapons by kind."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.raw import Raw, heading_key
from foedus.sources.sets.common import state, year
from foedus.sources.sets.rdmc_kinds import KINDS


def _named(raw: Raw) -> Raw:
    return Raw(raw.name, raw.frame.rename({name: heading_key(name) for name in raw.frame.columns}), raw.first)


SOURCE = Source(
    name="rdmc",
    title="Distribution of Military Capabilities (rDMC)",
    page="https://github.com/jandresgannon/rDMC",
    terms="MIT, as its repository states; drawn from The Military Balance; to be cited.",
    citation=Citation(
        "gannon2023planes",
        "article",
        ("Gannon, J Andrés",),
        2023,
        "Planes, Trains, and Armored Mobiles: Introducing a Dataset of the Global Distribution of Military "
        "Capabilities",
        "International Studies Quarterly",
        volume="67",
        number="4",
    ),
    versions=(
        Version(
            "1",
            (1970, 2014),
            (
                File(
                    "state_years",
                    ("rDMC_wide_v1.rds",),
                    ("69cb60b7a10d7585f4c6338a03e2951d43c5cb3f5cdb0597ac00ee6968ae1a0f",),
                ),
            ),
            {"state_years": 6_534},
        ),
    ),
    tables=(
        Table(
            "state_years",
            "one row a state and year; null where the kind did not exist yet or was not reported",
            (
                state(),
                year(1970),
                Column("name", "text", "name of the state", written=("country",)),
                *(Column(heading_key(kind), "number", kind.replace("_", ": "), "pieces", least=0) for kind in KINDS),
            ),
            key=("ccode", "year"),
            shape=_named,
        ),
    ),
)
