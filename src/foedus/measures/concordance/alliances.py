"""ATOP's alliances, phase by phase, in the terms of `foedus.measures.concordance.coding`.

A variable is yes if any member's row in the phases in question has it. ``def_demand`` is ATOP's condition that an
adversary has refused a demand; it has no condition of defence that the victim must ask, so ``def_request`` is left out.
``renounce`` is about leaving while the alliance runs (``renunciation_in_term``); a notice that ends it with its term is
coded under renewal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from foedus._base.dates import Day
from foedus.measures.concordance.coding import Value
from foedus.sources.extra import pl

Row = Mapping[str, Any]

_PLEDGES = {
    "defense": "defense",
    "offense": "offense",
    "neutrality": "neutral",
    "nonaggression": "nonagg",
    "consultation": "consul",
}
_CONDITIONS = {
    "def_adversary": "defcoadv",
    "def_location": "defcoloc",
    "def_conflict": "defcocon",
    "def_number": "defconum",
    "def_provocation": "defconpr",
    "def_demand": "defcodem",
}
_AT_LEAST = {
    "organisation": ("organ1", 2),
    "military_contact": ("milcon", 2),
    "integrated_command": ("intcom", 1),
    "subordination": ("subord", 1),
    "bases": ("base", 1),
    "military_aid": ("milaid", 1),
    "economic_aid": ("ecaid", 1),
    "contributions": ("contrib", 1),
    "dispute_settlement": ("medarb", 1),
    "no_separate_peace": ("seppeace", 1),
    "no_counter_alliance": ("noothall", 1),
    "arms_limits": ("armred", 1),
}
"""Which column a provision is read from, and from which code on it counts as given."""
_SECRECY = {0: "open", 1: "partly", 2: "secret"}
_RENOUNCED = {0: False, 1: True, 2: False, 3: True}
_WITHOUT_TERM = frozenset({0, 3})


@dataclass(frozen=True)
class Phase:
    """One phase of an alliance: its members' rows, oldest first."""

    alliance: int
    number: int
    rows: tuple[Row, ...]

    @cached_property
    def start(self) -> Day:
        """The first day of its first member."""
        return min(entry(row) for row in self.rows)

    @cached_property
    def founders(self) -> frozenset[int]:
        """The members that came in within a month of the first."""
        return frozenset(row["member"] for row in self.rows if apart(entry(row), self.start) <= 31)

    @cached_property
    def members(self) -> frozenset[int]:
        """Every member."""
        return frozenset(row["member"] for row in self.rows)

    @cached_property
    def end(self) -> Day | None:
        """The last day of its last member; None if it runs on."""
        ends = [leave(row) for row in self.rows]
        return None if None in ends else max(end for end in ends if end is not None)


def phases(members: pl.DataFrame) -> dict[int, tuple[Phase, ...]]:
    """Return the phases of each alliance, oldest first, from the checked table ``members``."""
    rows: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for row in members.iter_rows(named=True):
        rows[row["atopid"], row["phase"]].append(row)
    found: dict[int, list[Phase]] = defaultdict(list)
    for (alliance, number), held in sorted(rows.items()):
        found[alliance].append(
            Phase(alliance, number, tuple(sorted(held, key=lambda row: (entry(row), row["member"]))))
        )
    return {alliance: tuple(sorted(held, key=lambda phase: phase.start)) for alliance, held in found.items()}


def entry(row: Row) -> Day:
    """Return the day a member came in."""
    return _day(row["yrent"], row["moent"], row["dayent"])


def leave(row: Row) -> Day | None:
    """Return the last day of a member; None if it had not left when the data were closed."""
    return _day(row["yrexit"], row["moexit"], row["dayexit"]) if row["yrexit"] else None


def _day(year: int, month: int | None, day: int | None) -> Day:
    known = f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")
    return Day.parse(known)


def apart(one: Day, other: Day) -> int:
    """Return how many days lie at least between two dates; 0 if they may be the same."""
    return max(0, one.first - other.last, other.first - one.last)


def code_alliance(rows: Iterable[Row]) -> dict[str, Value]:
    """Return the variables of an alliance from its members' rows."""
    held = list(rows)
    coded: dict[str, Value] = {name: _any(held, column) for name, column in _PLEDGES.items()}
    defending = [row for row in held if row["defense"] == 1]
    if defending:
        coded |= {name: _any(defending, column) for name, column in _CONDITIONS.items()}
    coded["asymmetric"] = _any(held, "asymm")
    coded["secret"] = _SECRECY.get(_highest(held, "pubsecr"))
    for name, (column, least) in _AT_LEAST.items():
        highest = _highest(held, column)
        coded[name] = None if highest < 0 else highest >= least
    coded["renunciation_in_term"] = _RENOUNCED.get(held[0]["renounce"])
    coded["term_years"] = _term(held[0])
    return coded


def code_member(rows: Iterable[Row]) -> dict[str, Value]:
    """Return the pledges of one member from its rows."""
    held = list(rows)
    return {name: _any(held, column) for name, column in _PLEDGES.items()}


def _any(rows: list[Row], column: str) -> bool | None:
    highest = _highest(rows, column)
    return None if highest < 0 else highest > 0


def _highest(rows: list[Row], column: str) -> int:
    """Return the highest code of the rows; -1 where none has one."""
    return max((int(row[column]) for row in rows if row[column] is not None), default=-1)


def _term(row: Row) -> int | None:
    """Return the first term in years: 0 without one, None where it hangs on an event or is no whole number of years."""
    if row["speclgth"] in _WITHOUT_TERM:
        return 0
    months = row["length"]
    return months // 12 if row["speclgth"] == 1 and months and months % 12 == 0 else None
