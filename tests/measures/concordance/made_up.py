"""Made-up alliances and treaties for the tests of measures, among the five states of the made-up registers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl
from tests.obligations.builders import register, treaty

from foedus.measures.concordance.alliances import Phase, phases
from foedus.register.register import Register

ALBA, BRENN, CORIN, DORNE, ELUN = range(1, 6)
DATA_YEARS = (1815, 2018)
CODES = (
    *("defense", "offense", "neutral", "nonagg", "consul"),
    *("defcoadv", "defcoloc", "defcocon", "defconum", "defcodem", "defconpr"),
    *("asymm", "pubsecr", "organ1", "milcon", "intcom", "subord", "base", "milaid", "ecaid", "contrib"),
    *("medarb", "seppeace", "noothall", "armred"),
    *("speclgth", "length", "renounce"),
)
Date = tuple[int, int, int]


def row(alliance: int, state: int, start: Date = (1900, 1, 1), end: Date = (0, 0, 0), **codes: Any) -> dict[str, Any]:
    """Return a member's row, every code 0 that is not given."""
    days = zip(("yrent", "moent", "dayent", "yrexit", "moexit", "dayexit"), (*start, *end), strict=True)
    return {"atopid": alliance, "member": state, "phase": 0, **dict(days), **dict.fromkeys(CODES, 0), **codes}


def members(*rows: Mapping[str, Any]) -> pl.DataFrame:
    """Return the table of members."""
    return pl.DataFrame([dict(one) for one in rows], infer_schema_length=None)


def alliances(*rows: Mapping[str, Any]) -> dict[int, tuple[Phase, ...]]:
    """Return the alliances of some rows."""
    return phases(members(*rows))


def held(*documents: Mapping[str, Any]) -> Register:
    """Return a register of these treaties."""
    return register(*documents)


def pact(treaty_id: str = "pact", **fields: Any) -> dict[str, Any]:
    """Return a treaty of Alba and Brenn, signed on 1 January 1900."""
    return treaty(treaty_id, **{"parties": [{"states": ["alba", "brenn"]}], **fields})
