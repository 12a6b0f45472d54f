"""Every measure, family by family, as lazy references."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from types import MappingProxyType

from foedus._base.errors import Fault, UnknownName
from foedus.catalogue.commands import Command
from foedus.measures.measure import Measure

FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        "capability": "foedus.measures.capability.offer:MEASURES",
        "burden": "foedus.measures.burden.offer:MEASURES",
        "projection": "foedus.measures.projection.offer:MEASURES",
        "influence": "foedus.measures.influence.offer:MEASURES",
        "similarity": "foedus.measures.similarity.offer:MEASURES",
        "system": "foedus.measures.system.offer:MEASURES",
        "interoperability": "foedus.measures.interoperability.offer:MEASURES",
        "typology": "foedus.measures.typology.offer:MEASURES",
    }
)
"""Where the measures of each family are listed, as ``module:name`` of a tuple of `Measure`."""

MEASURE_COMMANDS: tuple[Command, ...] = (
    Command(
        "list", "foedus.cli.measures.listing:list_app", "List the measures: what each is a number of, and its source."
    ),
    Command("show", "foedus.cli.measures.listing:show_app", "Show a measure: formula, source, data, where it is used."),
    Command(
        "capability",
        "foedus.cli.measures.capability:app",
        "Measure capability: values, sum and concentration of a group.",
    ),
    Command("burden", "foedus.cli.measures.burden:app", "Measure burdens against means, gains and promises."),
    Command("projection", "foedus.cli.measures.projection:app", "Distances, and what is left of power over them."),
    Command("influence", "foedus.cli.measures.influence:app", "Power in voting bodies, places in networks."),
    Command(
        "similarity",
        "foedus.cli.measures.similarity:app",
        "Tell how alike two states' promises or votes were, year by year.",
    ),
    Command(
        "system",
        "foedus.cli.measures.system:app",
        "Measure the system of states: poles, blocs, balance, stability, dependence.",
    ),
    Command("arms-race", "foedus.cli.measures.arms_race:app", "Fit Richardson's equations to two series of arms."),
    Command("war-sizes", "foedus.cli.measures.war_sizes:app", "Fit a power law to the sizes of inter-state wars."),
    Command(
        "association", "foedus.cli.measures.association:app", "Measure how strongly two facts go together, by counts."
    ),
    Command("balance-of-power", "foedus.cli.measures.balance_of_power:app", "Tell who is safe by resources alone."),
    Command(
        "typology", "foedus.cli.measures.typology:app", "Types of alliances and coalitions, and what decides each."
    ),
    Command(
        "interoperability",
        "foedus.cli.measures.interoperability:app",
        "What states share to work together with.",
    ),
)
"""The commands under ``foedus measures``."""


def measures_of(family: str) -> tuple[Measure, ...]:
    """Return the measures of a family."""
    module, _, attribute = FAMILIES[family].partition(":")
    held: tuple[Measure, ...] = getattr(import_module(module), attribute)
    return held


def all_measures() -> tuple[Measure, ...]:
    """Return every measure, family by family."""
    return tuple(one for family in FAMILIES for one in measures_of(family))


def measure(name: str) -> Measure:
    """Return the measure of that name.

    Raises
    ------
    UnknownName
        If there is none.
    """
    held = {one.name: one for one in all_measures()}
    if name not in held:
        close = get_close_matches(name.casefold(), held, 3, cutoff=0.5)
        remedy = f"did you mean {' or '.join(close)}?" if close else "foedus measures list"
        raise UnknownName(Fault(f"no measure is called {name[:60]!r}", "MEASURE", ", ".join(held), remedy))
    return held[name]
