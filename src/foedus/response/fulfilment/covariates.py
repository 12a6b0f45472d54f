"""What may bear on whether an alliance is kept: its age, members, terms, and what changed since it was signed.

A value that cannot be worked out is NaN; nothing is filled in. The two thresholds are those under which the values come
closest to the published codings of Leeds and Anac (2005), ``chcap2d`` and ``dinstch2``, in their rows; the outcome had
no part in the choice. Strength is not among them: ATOP does not code how much help a pledge asks for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from math import log, nan

import numpy as np

from foedus.measures.concordance.alliances import Row
from foedus.measures.typology.leeds_anac import COLUMNS, formality, milinst
from foedus.response.fulfilment.known_states import KnownStates
from foedus.response.fulfilment.occasions import Occasion
from foedus.response.logit import Floats

POWER_CHANGED = 0.10
"""A member's CINC moved by more than this share of what it was."""
REGIME_CHANGED = 3.0
"""A member's Polity score moved by this or more."""
NEAREST_KM = 100.0
"""No distance counts as shorter."""
PLEDGES = {"defense": "def", "offense": "off", "neutral": "neu"}
"""The pledges that can be bound to conditions, and how ATOP's columns of their conditions begin."""
CONDITIONS: Mapping[str, tuple[str, ...]] = {
    "adversary named": ("coadv",),
    "place named": ("coloc",),
    "conflict named": ("cocon",),
    "another condition": ("conum", "codem", "conpr", "coatt"),
}
"""The conditions on a pledge of defence, offence or neutrality, by the endings of ATOP's columns."""


@dataclass(frozen=True, eq=False)
class Covariates:
    """Covariates by name, each an array of float of shape (cases,), NaN where it is not known."""

    values: Mapping[str, Floats]

    def __getitem__(self, name: str) -> Floats:
        """Return a covariate."""
        return self.values[name]

    def lacking(self, names: Iterable[str]) -> int:
        """Return how many cases lack at least one of some covariates."""
        return int(np.isnan(np.column_stack([self.values[name] for name in names])).any(axis=1).sum())


def covariates(held: Iterable[Occasion], states: KnownStates) -> Covariates:
    """Return the covariates of each occasion.

    Parameters
    ----------
    held : iterable of Occasion
    states : KnownStates
        In the years of the occasions and of the signatures.
    """
    rows = [_of(one, states) for one in held]
    names = rows[0] if rows else {}
    return Covariates({name: np.array([row[name] for row in rows], np.float64) for name in names})


def _of(one: Occasion, states: KnownStates) -> dict[str, float]:
    codes = {name: [_code(row, name) for row in one.rows] for name in COLUMNS}
    return {
        "years since signature, log": log(1 + one.age),
        "major power": float(has_major(one, states.majors)),
        "military institutions": float(_highest(milinst(codes))),
        "formality": float(_highest(formality(codes))),
        **{name: _bound(one.rows, endings) for name, endings in CONDITIONS.items()},
        "members, log": log(len(one.members)),
        "power changed": changed(one, states.cinc, _power_moved),
        "regime changed": changed(one, states.polity, _regime_moved),
        "distance, log": _distance(one, states),
        "land border": float(states.touches(one.called, one.against, one.year)) if one.against else nan,
    }


def has_major(one: Occasion, majors: Collection[tuple[int, int]]) -> bool:
    """Say whether a major power is among the members, given those of each year."""
    return any((state, one.year) in majors for state in one.members)


def changed(one: Occasion, of: Mapping[tuple[int, int], float], moved: Callable[[float, float], bool]) -> float:
    """Return 1 if something of a member changed since the signature, 0 if not, NaN where of no member both are known.

    Parameters
    ----------
    of : mapping of (int, int) to float
        By state and year.
    moved : callable
        Whether a change from the first value to the second counts.
    """
    ends = [((state, one.signed), (state, one.year)) for state in one.members]
    known = [moved(of[first], of[last]) for first, last in ends if first in of and last in of]
    return float(any(known)) if known else nan


def _power_moved(first: float, last: float) -> bool:
    return abs(last - first) > POWER_CHANGED * first


def _regime_moved(first: float, last: float) -> bool:
    return abs(last - first) >= REGIME_CHANGED


def _distance(one: Occasion, states: KnownStates) -> float:
    found = states.distance(one.called, one.against, one.year)
    return nan if found is None else log(max(found, NEAREST_KM))


def _bound(rows: Iterable[Row], endings: tuple[str, ...]) -> float:
    """Return 1 if a member's pledge bears one of some conditions, 0 if none does, NaN where no code tells."""
    stems = [(row, stem) for row in rows for pledge, stem in PLEDGES.items() if row[pledge] == 1]
    codes = [row.get(f"{stem}{ending}") for row, stem in stems for ending in endings]
    known = [code > 0 for code in codes if code is not None]
    return float(any(known)) if known or not stems else nan


def _code(row: Row, name: str) -> float:
    return nan if row[name] is None else float(row[name])


def _highest(values: Floats) -> float:
    known = values[~np.isnan(values)]
    return float(known.max()) if len(known) else nan
