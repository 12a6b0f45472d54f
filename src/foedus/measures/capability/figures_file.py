"""The file of figures that the project brings with it, checked with Pydantic."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from foedus.register.file_model import FileModel, Text, Word

Address = Annotated[str, StringConstraints(pattern=r"^https://[^\s]+$", max_length=300)]
Known = Literal["page", "copy", "secondary"]
"""Where a figure was read: on the publisher's page, in a public copy of it, or in what somebody else says of it."""


class PublisherIn(FileModel):
    """Who publishes figures, under which terms, and how they were read."""

    publisher: Text
    title: Text
    terms: Text
    address: Address
    known: Known
    note: Text | None = None


class FigureIn(FileModel):
    """A figure of a year: a value, or a range."""

    value: Annotated[float, Field(ge=0)] | None = None
    low: Annotated[float, Field(ge=0)] | None = None
    high: Annotated[float, Field(ge=0)] | None = None
    year: Annotated[int, Field(ge=1990, le=2100)]

    @model_validator(mode="after")
    def _is_a_value_or_a_range(self) -> FigureIn:
        is_range = self.low is not None and self.high is not None and self.low <= self.high
        if (self.value is None) == (self.low is None and self.high is None) or (self.value is None and not is_range):
            message = "a figure is a value, or a low and a high"
            raise ValueError(message)
        return self


class StateFiguresIn(FileModel):
    """The figures of a state, with the address of the page they stand on."""

    state: Word
    source: Word
    page: Address
    expenditure_share: FigureIn | None = None
    personnel: FigureIn | None = None
    population: FigureIn | None = None
    gdp: FigureIn | None = None
    note: Text | None = None


class FiguresFile(FileModel):
    """The figures that the project brings with it."""

    sources: dict[Word, PublisherIn]
    states: Annotated[list[StateFiguresIn], Field(max_length=300)]
