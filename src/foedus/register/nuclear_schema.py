"""Files on nuclear standing: weapons, sharing, umbrellas and zones without weapons."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from foedus.domain import nuclear as words
from foedus.register.file_model import ActorName, Dated, DateText, EvidenceIn, FileModel, Text, Word
from foedus.register.membership_schema import HeadingIn, Memberships


class NuclearStatusIn(Dated):
    """A state's weapons for one spell."""

    state: ActorName
    standing: words.NuclearStanding
    first_test: DateText | None = None
    note: Text | None = None
    known: EvidenceIn


class SharingIn(Dated):
    """One state's nuclear weapons on another's soil for one spell."""

    id: Word
    owner: ActorName
    host: ActorName
    custody: words.Custody
    certainty: words.Certainty
    treaty: Word | None = None
    systems: Text | None = None
    note: Text | None = None
    known: EvidenceIn


class UmbrellaIn(Dated):
    """Extended deterrence: whose weapons cover whom, and on what word."""

    id: Word
    by: ActorName
    over: Memberships
    ground: words.UmbrellaGround
    treaty: Word | None = None
    instrument: Text | None = None
    certainty: words.Certainty | None = None
    summary: Text
    note: Text | None = None
    known: EvidenceIn


class AssuranceIn(FileModel):
    """A nuclear-weapon state's protocol to a zone; bound from its ratification, or `never`."""

    state: ActorName
    protocol: Text | None = None
    signed: DateText | None = None
    start: DateText | Literal["never"] = Field(alias="from")
    until: DateText | None = None
    note: Text | None = None
    known: EvidenceIn | None = None


class FreeZoneIn(Dated):
    """A zone free of nuclear weapons."""

    id: Word
    name: Text
    treaty: Word | None = None
    signed: DateText | None = None
    summary: Text
    parties: Memberships
    assurances: Annotated[list[AssuranceIn], Field(min_length=1)] | None = None
    note: Text | None = None
    known: EvidenceIn


class NuclearFile(HeadingIn):
    """What is known of one state's weapons, or of one zone."""

    status: Annotated[list[NuclearStatusIn], Field(min_length=1)] | None = None
    sharing: Annotated[list[SharingIn], Field(min_length=1)] | None = None
    umbrellas: Annotated[list[UmbrellaIn], Field(min_length=1)] | None = None
    zones: Annotated[list[FreeZoneIn], Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _something(self) -> NuclearFile:
        if not (self.status or self.sharing or self.umbrellas or self.zones):
            message = "a nuclear file has status, sharing, umbrellas or zones"
            raise ValueError(message)
        return self
