"""The shapes of the JSON answers about measures."""

from __future__ import annotations

from typing import Literal

from foedus.catalogue.answers import Envelope, Shape
from foedus.measures.measure import Subject


class MeasureShape(Shape):
    """A measure: see `foedus.measures.measure.Measure`."""

    name: str
    family: str
    title: str
    of: Subject
    unit: str
    formula: str
    source: str
    function: str
    command: str
    page: str
    additions: list[str]
    data: list[str]


class MeasuresAnswer(Envelope):
    """``foedus measures list --json``."""

    kind: Literal["measures"]
    measures: list[MeasureShape]


class MeasureAnswer(Envelope):
    """``foedus measures show --json``."""

    kind: Literal["measure"]
    measure: MeasureShape
