"""Every addition by name, as lazy references, and every universe."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from types import MappingProxyType

from foedus._base.errors import Fault, UnknownName
from foedus.panel.addition import Addition

HOMES: Mapping[str, str] = MappingProxyType(
    {
        "alliances": "foedus.panel.additions.alliances:ALLIANCES",
        "allies": "foedus.panel.additions.alliances:ALLIES",
        "atop": "foedus.panel.additions.atop:ATOP",
        "capital-distance": "foedus.panel.additions.geography:CAPITAL_DISTANCE",
        "codes": "foedus.panel.additions.codes:CODES",
        "contiguity": "foedus.panel.additions.geography:CONTIGUITY",
        "cow-majors": "foedus.panel.additions.majors:MAJORS",
        "dcad": "foedus.panel.additions.cooperation:AGREEMENTS",
        "defenders": "foedus.panel.additions.defenders:DEFENDERS",
        "democracy": "foedus.panel.additions.state_values:DEMOCRACY",
        "gdp-population": "foedus.panel.additions.state_values:GDP",
        "geo-pko": "foedus.panel.additions.state_values:PEACEKEEPING",
        "gml-mid": "foedus.panel.additions.disputes:GML_MID",
        "inter-state-war": "foedus.panel.additions.wars:WARS",
        "jme": "foedus.panel.additions.cooperation:JME",
        "lag": "foedus.panel.additions.time:LAG",
        "mid": "foedus.panel.additions.wars:MID",
        "minimum-distance": "foedus.panel.additions.geography:MINIMUM_DISTANCE",
        "mme": "foedus.panel.additions.cooperation:MME",
        "nato-expenditure": "foedus.panel.additions.state_values:NATO",
        "neighbours": "foedus.panel.additions.geography:NEIGHBOURS",
        "nmc": "foedus.panel.additions.state_values:NMC",
        "peace-years": "foedus.panel.additions.time:PEACE_YEARS",
        "relevance": "foedus.panel.additions.geography:RELEVANT",
        "sipri": "foedus.panel.additions.state_values:SIPRI",
        "spells": "foedus.panel.additions.time:SPELLS",
        "troops": "foedus.panel.additions.state_values:TROOPS",
        "un-votes": "foedus.panel.additions.cooperation:UN_VOTES",
    }
)
"""Where each addition of this room lives. Higher rooms have more: see `foedus.catalogue.additions`."""

UNIVERSES: Mapping[str, str] = MappingProxyType(
    {
        "state-years": "a state and a year",
        "dyad-years": "two states and a year, the lower number first, or in both orders if directed",
        "alliance-years": "a treaty of the register and a year",
        "member-years": "a treaty of the register, a party and a year",
        "dispute-years": "a militarized dispute and a year",
        "state-days": "a state's membership of the system, as first and last day",
        "k-ads": "three or more states and a year, all of them or a weighted sample",
    }
)
"""The universes, and what a row of each is."""


def addition(name: str, homes: Mapping[str, str] = HOMES) -> Addition:
    """Return the addition of that name.

    Parameters
    ----------
    homes : mapping of str to str
        Where each addition lives, as ``module:name``.

    Raises
    ------
    UnknownName
        If there is none.
    """
    if name not in homes:
        close = get_close_matches(name.casefold(), homes, 2, cutoff=0.5)
        remedy = f"did you mean {' or '.join(close)}?" if close else "foedus panel --list"
        raise UnknownName(Fault(f"nothing called {name[:60]!r} can be added", "--add", ", ".join(homes), remedy))
    module, _, attribute = homes[name].partition(":")
    found: Addition = getattr(import_module(module), attribute)
    return found
