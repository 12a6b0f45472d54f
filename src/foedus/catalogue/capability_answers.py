"""The shapes of the JSON answers about capability."""

from __future__ import annotations

from typing import Literal

from foedus.catalogue.answers import ActorShape, Envelope, Shape

GroupKind = Literal["states", "alliance", "operation", "system"]


class GroupShape(Shape):
    """States taken together; `id` is that of the alliance or operation."""

    kind: GroupKind
    id: str | None
    name: str
    states: int


class SpreadShape(Shape):
    """The sum over the states that have a value, and how it is concentrated among them."""

    total: float | None
    known: int
    ray_singer: float | None
    herfindahl: float | None
    effective_number: float | None


class ColumnShape(Shape):
    """A quantity: its unit, where it was read, and its spread; `missing` names the states without a value."""

    measure: str
    title: str
    unit: str
    source: str
    note: str
    is_bundled: bool
    spread: SpreadShape
    missing: list[str]


class ValueShape(Shape):
    """A state's value, its share of the group's sum, and its year."""

    measure: str
    value: float | None
    share: float | None
    year: int | None


class StateCapabilityShape(Shape):
    """A state and its values, one for each column."""

    state: ActorShape
    values: list[ValueShape]


class CapabilityAnswer(Envelope):
    """``foedus measures capability --json``."""

    kind: Literal["capability"]
    on: str
    year: int | None
    group: GroupShape
    columns: list[ColumnShape]
    states: list[StateCapabilityShape]


class CapabilityYearShape(Shape):
    """A group in a year, its members those of the year's last day."""

    year: int
    members: int
    source: str
    spread: SpreadShape


class CapabilityYearsAnswer(Envelope):
    """``foedus measures capability --since YEAR --json``."""

    kind: Literal["capability-years"]
    group: GroupShape
    measure: str
    unit: str
    years: list[CapabilityYearShape]
