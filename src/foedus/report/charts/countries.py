"""Today's countries, for maps that fill them and say so."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from foedus.sources.store import Store


@dataclass(frozen=True, slots=True)
class Countries:
    """Outlines of countries.

    Attributes
    ----------
    source : str
        The data set with its version.
    outlines : mapping of str to dict
        GeoJSON geometries by ISO alpha-3 code; those without a code under their names.
    """

    source: str
    outlines: Mapping[str, dict[str, Any]]


def todays_countries(store: Store | None = None) -> Countries:
    """Return the countries of the data set ``natural-earth``.

    Raises
    ------
    DataMissing
        If it is not in the store.
    """
    frame, entry = (store or Store.default()).read_entry("natural-earth", "countries")
    rows = frame.select("iso3", "name", "outline").iter_rows()
    return Countries(f"Natural Earth {entry.version}", {code or name: json.loads(text) for code, name, text in rows})
