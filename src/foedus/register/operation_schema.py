"""Operation files, checked with Pydantic and published as JSON Schema."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from foedus.domain import vocabulary as words
from foedus.register.file_model import (
    ActorName,
    ActorNames,
    Dated,
    DateText,
    EvidenceIn,
    FileModel,
    Text,
    Word,
    as_text,
)
from foedus.register.schema import SourceIn

ResolutionText = Annotated[
    str,
    BeforeValidator(as_text),
    StringConstraints(pattern=r"^[0-9]{1,4}( \([A-Z-]{1,8}\))?$"),
    Field(examples=["1386", "998 (ES-I)"]),
]
RESOLUTIONS = frozenset({"security_council", "general_assembly"})


class SizeIn(FileModel):
    """How many people, on a date, by a source."""

    personnel: Annotated[int, Field(gt=0, le=10_000_000)]
    on: DateText
    source: Word | None = None
    note: Text | None = None


class LeadIn(Dated):
    """Who led."""

    actor: ActorName | None = None
    treaty: Word | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _one_leads(self) -> LeadIn:
        if (self.actor is None) == (self.treaty is None):
            message = "a lead is an actor (a state or organisation) or the treaty of an alliance, one of the two"
            raise ValueError(message)
        return self


class ParticipantIn(Dated):
    """One or more states' part in the operation."""

    states: ActorNames
    role: words.OperationRole = "troop_contributor"
    throughout: Literal[True] | None = None
    size: SizeIn | None = None
    caveats: Text | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _a_size_is_of_one(self) -> ParticipantIn:
        if self.size is not None and len(self.states) > 1:
            message = "a size belongs to one state: write an entry for each"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _throughout_has_no_dates(self) -> ParticipantIn:
        if self.throughout and (self.start is not None or self.until is not None):
            message = "what took part throughout has no dates of its own"
            raise ValueError(message)
        return self


class OpponentsIn(Dated):
    """Whom the operation fought: actors of the register, or a group known by name only."""

    actors: ActorNames | None = None
    name: Text | None = None

    @model_validator(mode="after")
    def _somebody(self) -> OpponentsIn:
        if (self.actors is None) == (self.name is None):
            message = "opponents are actors of the register or one name, one of the two"
            raise ValueError(message)
        return self


class MandateIn(FileModel):
    """What the operation was founded on."""

    basis: words.MandateBasis
    date: DateText | None = None
    resolution: ResolutionText | None = None
    by: ActorName | None = None
    note: Text | None = None
    disputed: Text | None = None

    @model_validator(mode="after")
    def _a_resolution_has_its_number(self) -> MandateIn:
        if (self.basis in RESOLUTIONS) != (self.resolution is not None):
            message = "a resolution's number stands with the basis security_council or general_assembly, and only there"
            raise ValueError(message)
        return self


class CommandIn(Dated):
    """Who commanded whom."""

    arrangement: words.CommandArrangement
    text: Text


class OperationEndingIn(FileModel):
    """How the operation ended."""

    how: words.OperationEnd
    to: Annotated[list[Word], Field(min_length=1)] | None = None
    note: Text | None = None


class OperationIn(FileModel):
    """An operation file."""

    id: Word
    name: Text
    other_names: Annotated[list[Text], Field(min_length=1)] | None = None
    aliases: list[Word] | None = None
    kind: words.OperationKind
    purposes: Annotated[list[words.OperationPurpose], Field(min_length=1)]
    summary: Text
    began: DateText
    ended: DateText | None = None
    ending: OperationEndingIn | None = None
    hosts: ActorNames | None = None
    theatre: Text
    alliances: Annotated[list[Word], Field(min_length=1)] | None = None
    leads: Annotated[list[LeadIn], Field(min_length=1)]
    participants: Annotated[list[ParticipantIn], Field(min_length=1)]
    opponents: Annotated[list[OpponentsIn], Field(min_length=1)] | None = None
    mandates: Annotated[list[MandateIn], Field(min_length=1)]
    commands: Annotated[list[CommandIn], Field(min_length=1)]
    sizes: Annotated[list[SizeIn], Field(min_length=1)] | None = None
    sources: list[SourceIn] | None = None
    known: dict[words.StatementGroup, EvidenceIn]
    note: Text | None = None

    @model_validator(mode="after")
    def _an_end_says_how(self) -> OperationIn:
        if (self.ended is None) != (self.ending is None):
            message = "what has ended has both `ended` and `ending`; what lasts has neither"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _each_group_is_known_in_some_way(self) -> OperationIn:
        wanted = {"dates", "participants", "mandates", "command", *(["opponents"] if self.opponents else [])}
        if set(self.known) != wanted:
            message = f"`known` says how each group of statements is known: {', '.join(sorted(wanted))}"
            raise ValueError(message)
        return self
