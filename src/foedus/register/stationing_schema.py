"""Files on forces stationed on another state's soil: one file a sending state."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from foedus.domain import stationing as words
from foedus.register.file_model import ActorName, ActorNames, Dated, EvidenceIn, FileModel, Text, Word
from foedus.register.membership_schema import HeadingIn


class BasisIn(Dated):
    """What a presence rests on: a treaty of the register, or an agreement by its name."""

    treaty: Word | None = None
    agreement: Text | None = None

    @model_validator(mode="after")
    def _something(self) -> BasisIn:
        if self.treaty is None and self.agreement is None:
            message = "a basis is a treaty of the register or an agreement by its name"
            raise ValueError(message)
        return self


SMALLEST: dict[words.SizeOrder, int] = {
    "tens": 10,
    "hundreds": 100,
    "thousands": 1_000,
    "tens_of_thousands": 10_000,
    "hundreds_of_thousands": 100_000,
}
"""The smallest figure of each order of size; each reaches up to ten times that."""


class SizeIn(FileModel):
    """The order of size in a year, with its source."""

    year: Annotated[int, Field(ge=1800, le=2100)]
    order: words.SizeOrder
    persons: Annotated[int, Field(ge=10, le=2_000_000)] | None = None
    known: EvidenceIn

    @model_validator(mode="after")
    def _figure_is_of_the_order(self) -> SizeIn:
        least = SMALLEST[self.order]
        if self.persons is not None and not least <= self.persons < 10 * least:
            message = f"{self.persons:,} is not of the order {self.order}"
            raise ValueError(message)
        return self


class PresenceIn(Dated):
    """Forces on another state's soil for one spell."""

    id: Word
    host: ActorName
    place: Text | None = None
    kind: words.PresenceKind
    consent: words.Consent | None = None
    basis: Annotated[list[BasisIn], Field(min_length=1)] | None = None
    sizes: Annotated[list[SizeIn], Field(min_length=1)] | None = None
    contributors: ActorNames | None = None
    note: Text | None = None
    known: EvidenceIn


class StationedFile(HeadingIn):
    """The forces one state keeps, or kept, on others' soil."""

    sender: ActorName
    presences: Annotated[list[PresenceIn], Field(min_length=1)]
