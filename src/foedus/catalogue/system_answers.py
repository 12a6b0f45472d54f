"""The shapes of the JSON answers about the system of states."""

from __future__ import annotations

from typing import Literal

from foedus.catalogue.answers import Envelope, Shape
from foedus.measures.system.history import Alliances


class SystemColumnShape(Shape):
    """A number of a year: see `foedus.measures.system.sections.Column`."""

    name: str
    meaning: str
    unit: str


class SystemRowShape(Shape):
    """A year; a value is null where it is not known."""

    year: int
    values: dict[str, float | None]


class AssociationShape(Shape):
    """A table of two by two: see `foedus.measures.system.association.Table`."""

    both: int
    first_only: int
    second_only: int
    neither: int
    with_first: float | None
    without_first: float | None
    yule_q: float | None
    phi: float | None
    chi_squared: float | None


class SystemSectionShape(Shape):
    """Numbers that belong together, or the data sets for which they wait."""

    name: str
    title: str
    warning: str
    waits_for: list[str]
    columns: list[SystemColumnShape]
    rows: list[SystemRowShape]
    over_all_years: AssociationShape | None


class SystemAnswer(Envelope):
    """``foedus measures system --json``."""

    kind: Literal["system"]
    alliances: Alliances | None
    gamma: float
    data: dict[str, str]
    sections: list[SystemSectionShape]


class ArmsRaceAnswer(Envelope):
    """``foedus measures arms-race --json``."""

    kind: Literal["arms-race"]
    source: str
    years: list[int]
    sides: dict[str, list[float]]
    growth: dict[str, float | None]
    coefficients: dict[str, float]
    is_stable: bool
    equilibrium: list[float] | None


class WarSizesAnswer(Envelope):
    """``foedus measures war-sizes --json``."""

    kind: Literal["war-sizes"]
    data: dict[str, str]
    alpha: float
    error: float
    least: float
    tail: int
    cases: int
    distance: float
    unknown: int


class AssociationAnswer(Envelope):
    """``foedus measures association --json``."""

    kind: Literal["association"]
    table: AssociationShape


class StateOfBalanceShape(Shape):
    """A state in a balance of power."""

    place: int
    resources: float
    is_essential: bool


class BalanceOfPowerAnswer(Envelope):
    """``foedus measures balance-of-power --json``."""

    kind: Literal["balance-of-power"]
    states: list[StateOfBalanceShape]
    dominant: int | None
    is_stable: bool
    winning: list[list[int]]
