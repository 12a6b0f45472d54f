"""The shape of the JSON answers about panels."""

from __future__ import annotations

from typing import Literal

from foedus.catalogue.answers import Envelope, Shape


class PanelColumnShape(Shape):
    """A column of a panel."""

    name: str
    type: Literal["integer", "number", "text", "flag", "date"]
    meaning: str
    unit: str


class PanelAnswer(Envelope):
    """A panel: which rows, which columns, and what was read for them; the rows themselves are in the file."""

    kind: Literal["panel"]
    universe: str
    system: Literal["cow", "gw"]
    first: int
    last: int
    directed: bool
    only: list[str]
    rows: int
    keys: list[str]
    columns: list[PanelColumnShape]
    data: dict[str, str]
    citations: list[str]
    file: str | None


class AddedColumnShape(PanelColumnShape):
    """A column that an addition brings; one for each state of a row if `is_of_each`."""

    is_of_each: bool


class AdditionOptionShape(Shape):
    """A choice that an addition leaves open; any text if nothing is listed as allowed."""

    name: str
    default: str
    meaning: str
    allowed: list[str]


class AdditionShape(Shape):
    """Something that can be added to a panel; `sources` are the data sets that it reads."""

    name: str
    summary: str
    rows: Literal["states", "dyads", "any"]
    sources: list[str]
    options: list[AdditionOptionShape]
    columns: list[AddedColumnShape]


class PanelAdditionsAnswer(Envelope):
    """Everything that can be added to panels."""

    kind: Literal["panel_additions"]
    additions: list[AdditionShape]
