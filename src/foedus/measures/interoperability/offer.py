"""The measure of interoperability, as the catalogue lists it."""

from __future__ import annotations

from foedus.measures.measure import Measure

MEASURES: tuple[Measure, ...] = (
    Measure(
        name="interoperability",
        family="interoperability",
        title="What two states share to work together with",
        of="pair",
        unit="index, 0 to 1; beside it the share of the weight of the parts that are known",
        formula="weighted mean of the known parts; a part that counts is x / (x + half), past things decay",
        source="a rule of this project, weights settable; the register, and MME or JME and rDMC if the user has them",
        function="foedus.measures.interoperability.index:index",
        command='foedus measures interoperability "United States" "United Kingdom" --on 2010-12-31',
        page="measures-interoperability.md",
        additions=("interoperability",),
    ),
)
