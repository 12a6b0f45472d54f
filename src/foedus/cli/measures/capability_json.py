"""Capability as the documented JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from foedus.cli.measures.groups import Group
from foedus.measures.capability.quantities import QUANTITIES
from foedus.measures.capability.reading import Reading, Spread
from foedus.obligations.answer import actor_json
from foedus.register.register import Register

Json = dict[str, Any]


def number_json(value: float) -> float | None:
    """Return a number, None where it is not known."""
    return float(value) if np.isfinite(value) else None


def group_json(group: Group) -> Json:
    """Return of whom the answer is."""
    return {"kind": group.kind, "id": group.id or None, "name": group.name, "states": len(group.states)}


def spread_json(spread: Spread) -> Json:
    """Return the sum and concentration of a group."""
    return {
        "total": number_json(spread.total),
        "known": spread.known,
        "ray_singer": number_json(spread.con),
        "herfindahl": number_json(spread.herfindahl),
        "effective_number": number_json(spread.effective_number),
    }


def column_json(name: str, reading: Reading, group: Group, register: Register) -> Json:
    """Return what was read of a quantity, and for whom it is missing."""
    missing = [state for state, value in zip(group.states, reading.values, strict=True) if not np.isfinite(value)]
    return {
        "measure": name,
        "title": QUANTITIES[name].title,
        "unit": reading.unit,
        "source": reading.source,
        "note": reading.note,
        "is_bundled": reading.is_bundled,
        "spread": spread_json(reading.spread),
        "missing": [register.actors[state].name_on(group.day) for state in missing],
    }


def states_json(found: Mapping[str, Reading], group: Group, register: Register) -> list[Json]:
    """Return each state with its values."""
    return [
        {
            "state": actor_json(register, state, group.day, {}),
            "values": [
                {
                    "measure": name,
                    "value": number_json(reading.values[at]),
                    "share": number_json(reading.shares[at]),
                    "year": reading.years[at],
                }
                for name, reading in found.items()
            ],
        }
        for at, state in enumerate(group.states)
    ]
