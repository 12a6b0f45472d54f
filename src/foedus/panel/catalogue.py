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
        "alliances": "alliances:ALLIANCES",
        "allies": "alliances:ALLIES",
        "atop": "atop:ATOP",
        "capital-distance": "geography:CAPITAL_DISTANCE",
        "codes": "codes:CODES",
        "contiguity": "geography:CONTIGUITY",
        "cow-majors": "majors:MAJORS",
        "dcad": "cooperation:AGREEMENTS",
        "defenders": "defenders:DEFENDERS",
        "democracy": "state_values:DEMOCRACY",
        "gdp-population": "state_values:GDP",
        "geo-pko": "state_values:PEACEKEEPING",
        "gml-mid": "disputes:GML_MID",
        "inter-state-war": "wars:WARS",
        "jme": "cooperation:JME",
        "lag": "time:LAG",
        "mid": "wars:MID",
        "minimum-distance": "geography:MINIMUM_DISTANCE",
        "mme": "cooperation:MME",
        "nato-expenditure": "state_values:NATO",
        "neighbours": "geography:NEIGHBOURS",
        "nmc": "state_values:NMC",
        "peace-years": "time:PEACE_YEARS",
        "relevance": "geography:RELEVANT",
        "sipri": "state_values:SIPRI",
        "spells": "time:SPELLS",
        "troops": "state_values:TROOPS",
        "un-votes": "cooperation:UN_VOTES",
    }
)
"""Where each addition lives, under ``foedus.panel.additions``."""

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


def addition(name: str) -> Addition:
    """Return the addition of that name.

    Raises
    ------
    UnknownName
        If there is none.
    """
    if name not in HOMES:
        close = get_close_matches(name.casefold(), HOMES, 2, cutoff=0.5)
        remedy = f"did you mean {' or '.join(close)}?" if close else "foedus panel --list"
        raise UnknownName(Fault(f"nothing called {name[:60]!r} can be added", "--add", ", ".join(HOMES), remedy))
    module, _, attribute = HOMES[name].partition(":")
    found: Addition = getattr(import_module(f"foedus.panel.additions.{module}"), attribute)
    return found
