"""Every data set by its name; a module under ``sets`` is one data set."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from importlib import import_module

from foedus._base.errors import Fault, UnknownName
from foedus.sources.model import Source

NAMES: tuple[str, ...] = (
    "atop",
    "benson-clinton",
    "berkemeier-fuhrmann",
    "capitals",
    "contiguity",
    "cow-majors",
    "cow-states",
    "dcad",
    "democracy",
    "doe",
    "gdp-population",
    "geo-pko",
    "gml-mid",
    "gw-states",
    "icb",
    "inter-state-war",
    "ipi-peacekeeping",
    "jme",
    "leeds-anac",
    "mid",
    "minimum-distance",
    "mme",
    "nato-expenditure",
    "natural-earth",
    "nmc",
    "rdmc",
    "sipri",
    "troops",
    "ucdp-acd",
    "un-votes",
    "world-bank",
)

_REFUSED = frozenset({"cow-alliances", "cow-alliance", "alliances", "alliance", "version4.1"})


@cache
def source(name: str) -> Source:
    """Return the source of that name.

    Raises
    ------
    UnknownName
        If there is none.
    """
    if name not in NAMES:
        raise UnknownName(_unknown(name))
    module = import_module(f"foedus.sources.sets.{name.replace('-', '_')}")
    found: Source = module.SOURCE
    return found


def all_sources() -> list[Source]:
    """Return every source, in the order of their names."""
    return [source(name) for name in NAMES]


def _unknown(name: str) -> Fault:
    if name.casefold() in _REFUSED:
        return Fault(
            "Correlates of War alliance data are not handled: their maintainer asks software not to automate them",
            name,
            remedy="foedus register and foedus treaty have alliances; foedus data info atop has another data set",
        )
    close = get_close_matches(name.casefold(), NAMES, 2, cutoff=0.5)
    remedy = f"did you mean {' or '.join(close)}?" if close else "see foedus data list"
    return Fault(f"no data set is called {name[:60]!r}", "NAME", ", ".join(NAMES), remedy)
