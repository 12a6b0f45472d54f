"""What no data show and somebody must assume, all of it in one place, each with the range over which it is varied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from types import MappingProxyType

from foedus._base.errors import BadInput, Fault


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What an assessment assumes.

    Attributes
    ----------
    tested_share : float
        Which share of promises a war ever puts to the test.
    together : float
        How strongly being reliable and deterring go together, a correlation of 0 to below 1.
    stake, status_quo, cost : float
        What winning, leaving things as they are and fighting at equal strength are worth to the challenger.
    effectiveness : float
        How much of an ally's capability counts once it fights.
    days : float
        How long a member of a body takes to approve, on average.
    in_step : float
        How strongly alliances come or stay away together once a war puts them to the test, a correlation of 0 to 0.95.
    """

    tested_share: float = 0.2
    together: float = 0.5
    stake: float = 1.0
    status_quo: float = 0.3
    cost: float = 0.2
    effectiveness: float = 1.0
    days: float = 7.0
    in_step: float = 0.3


RANGES: Mapping[str, tuple[float, float]] = MappingProxyType(
    {"stake": (0.5, 1.5), "status_quo": (0.0, 0.6), "cost": (0.05, 0.5), "effectiveness": (0.3, 1.0)}
)
"""Between which values the challenger's calculation is tried."""

_ALLOWED: Mapping[str, tuple[float, float, str]] = MappingProxyType(
    {
        "tested_share": (0.001, 0.999, "0.001 to 0.999"),
        "together": (0.0, 0.99, "0 to 0.99"),
        "stake": (0.001, 100.0, "0.001 to 100"),
        "status_quo": (-100.0, 100.0, "-100 to 100"),
        "cost": (0.0, 100.0, "0 to 100"),
        "effectiveness": (0.0, 1.0, "0 to 1"),
        "days": (0.01, 10_000.0, "0.01 to 10000"),
        "in_step": (0.0, 0.95, "0 to 0.95"),
    }
)
NAMES: tuple[str, ...] = tuple(field.name for field in fields(Assumptions))


def assumed(given: Iterable[str], where: str = "--assume") -> Assumptions:
    """Return the assumptions, those given as ``NAME=VALUE`` in place of the project's own.

    Raises
    ------
    BadInput
        With every fault: no such assumption, no number, a number that cannot be.
    """
    values: dict[str, float] = {}
    faults = []
    for text in given:
        name, _, number = text.partition("=")
        try:
            value = float(number)
        except ValueError:
            value = float("nan")
        if name not in _ALLOWED:
            faults.append(Fault(f"{name[:40]!r} is none of the assumptions", where, ", ".join(NAMES)))
        elif not _ALLOWED[name][0] <= value <= _ALLOWED[name][1]:
            faults.append(Fault(f"{text[:60]!r} cannot be assumed", where, f"{name}={_ALLOWED[name][2]}"))
        else:
            values[name] = value
    if faults:
        raise BadInput(faults)
    return replace(Assumptions(), **values)
