"""Platforms by domain: how many weapons that move and fight a state has on land, at sea and in the air.

Plain counts of a few of the published kinds, illustrative: no piece weighs more than another, whatever its quality, age
or readiness. Troop carriers, helicopters, drones, patrol craft, support, air defence and missiles are not counted.

References
----------
Gannon (2023), *Planes, Trains, and Armored Mobiles*, International Studies Quarterly 67 (4), for the kinds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from foedus.measures.capability.reading import Question, Reading, read_rows, years_of_values
from foedus.sources.extra import pl
from foedus.sources.raw import heading_key

NOTE = (
    "plain counts, a carrier as much as a frigate: on land armoured fighting vehicles for attack, at sea principal "
    "surface combatants and submarines, in the air attack aircraft, bombers and fighters; quality and nuclear arms are "
    "not weighed"
)


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain, and the kinds of the data set ``rdmc`` that are counted in it."""

    title: str
    heading: str
    kinds: tuple[str, ...]

    def __call__(self, question: Question) -> Reading:
        """Read how many pieces each state has; a state of which any of the kinds is not reported has no figure.

        Raises
        ------
        DataMissing
            If the store does not hold the data set.
        """
        table, version = question.tables.table("rdmc", "state_years")
        pieces = pl.sum_horizontal(*map(heading_key, self.kinds), ignore_nulls=False).cast(pl.Float64)
        rows = table.select(pl.col("ccode").alias("code"), "year", pieces.alias("value")).drop_nulls()
        values, year = read_rows(rows, question.numbers("cow"), question.year)
        return Reading("pieces", f"rdmc {version}", values, years_of_values(values, year), NOTE)


DOMAINS: Mapping[str, Domain] = MappingProxyType(
    {
        "land-platforms": Domain(
            "armoured fighting vehicles for attack", "land platforms", ("armoured fighting vehicles_attack",)
        ),
        "sea-platforms": Domain(
            "principal surface combatants and submarines",
            "sea platforms",
            (
                "principal surface combatants_aircraft carrier",
                "principal surface combatants_cruisers",
                "principal surface combatants_destroyers",
                "principal surface combatants_frigates",
                "submarines_attack",
                "submarines_ballistic",
                "submarines_coastal",
                "submarines_other",
            ),
        ),
        "air-platforms": Domain(
            "attack aircraft, bombers and fighters",
            "air platforms",
            ("aircraft_attack", "aircraft_bomber", "aircraft_fighter"),
        ),
    }
)
"""Each domain by the name of its quantity."""
