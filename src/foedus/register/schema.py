"""Treaty files, and what the register says of itself: checked with Pydantic and published as JSON Schema.

The models describe the files, not the domain: their only work is to refuse what is wrong and to say where. What
passes is dumped back to plain mappings, which `foedus.register.decode` turns into domain objects without Pydantic.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from foedus.domain import vocabulary as words
from foedus.register.condition_schema import Tree
from foedus.register.file_model import (
    ActorName,
    ActorNames,
    ArticleText,
    Dated,
    DateText,
    EvidenceIn,
    FileModel,
    GroupIn,
    Text,
    Word,
)
from foedus.register.place_schema import AreaIn
from foedus.register.provision_schema import DurationIn, ProvisionsIn


class SourceIn(FileModel):
    """Where something is known from."""

    id: Word
    title: Text
    kind: Literal["text", "edition", "secondary", "dataset"]
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$", max_length=500)] | None = None
    accessed: DateText | None = None
    note: Text | None = None


class SecrecyIn(FileModel):
    """Who knew of a secret instrument and when it was published."""

    known_to: ActorNames
    published: DateText | None = None


class InstrumentIn(FileModel):
    """A text of the treaty."""

    id: Word
    title: Text
    character: words.Character
    signed: DateText | None = None
    in_force: DateText | Literal["never"] | None = None
    ended: DateText | None = None
    secret: SecrecyIn | None = None
    articles: dict[ArticleText, Text | None] | None = None
    note: Text | None = None


class PartyIn(FileModel):
    """One or more states' place in the treaty."""

    states: ActorNames
    role: Word = "party"
    signed: DateText | None = None
    start: DateText | Literal["never"] | None = Field(None, alias="from")
    until: DateText | None = None
    how: words.EndingManner | None = None
    succeeds: ActorName | None = None
    note: Text | None = None
    source: Word | None = None

    @model_validator(mode="after")
    def _one_that_joined_may_leave(self) -> PartyIn:
        if self.start == "never" and self.until is not None:
            message = "one that was never bound has no end"
            raise ValueError(message)
        return self


class SuspensionIn(Dated):
    """The treaty does not run between two groups of parties."""

    between: Annotated[list[ActorNames], Field(min_length=2, max_length=2)]
    note: Text | None = None
    source: Word | None = None


class EndingIn(FileModel):
    """A claimed or real end."""

    date: DateText
    how: words.EndingManner
    by: ActorNames | None = None
    legal: bool
    note: Text | None = None
    source: Word | None = None


class VitalityIn(Dated):
    """How alive the treaty was."""

    grade: words.VitalityGrade
    note: Text | None = None
    source: Word | None = None


class ReservationIn(FileModel):
    """A statement of a party."""

    by: ActorNames
    article: ArticleText | None = None
    date: DateText | None = None
    summary: Text
    source: Word | None = None


class StepsIn(FileModel):
    """Conditions by step."""

    act: Tree | None = None
    place: Tree | None = None
    adversary: Tree | None = None
    procedure: Tree | None = None


class CarveOutIn(FileModel):
    """A carve-out: met means no duty."""

    article: ArticleText | None = None
    by: ActorNames | None = None
    when: Tree
    summary: Text
    source: Word | None = None


class ReadingIn(StepsIn):
    """A rival reading of the clause."""

    id: Word
    holders: Annotated[list[Text], Field(min_length=1)]
    since: DateText | None = None
    until: DateText | None = None
    summary: Text | None = None
    duty: bool | None = None
    source: Word | None = None


class ContingentIn(FileModel):
    """Forces or money fixed by the text."""

    men: Annotated[int, Field(gt=0)] | None = None
    note: Text | None = None


class ClauseIn(StepsIn):
    """Who owes what to whom, when."""

    id: Word
    article: ArticleText
    instrument: Word
    obligation: words.Obligation
    strength: words.Strength
    owes: GroupIn | None = None
    to: GroupIn | None = None
    beneficiary_is: Annotated[list[words.Standing], Field(min_length=1)] | None = None
    start: DateText | None = Field(None, alias="from")
    until: DateText | None = None
    summary: Text
    exceptions: list[CarveOutIn] | None = None
    readings: list[ReadingIn] | None = None
    contingent: ContingentIn | None = None
    effects: list[words.Effect] | None = None
    known: EvidenceIn


class TermIn(FileModel):
    """A defined term: conditions that several clauses share, and words for what holds when they do."""

    called: Text
    article: ArticleText | None = None
    when: Tree


class TreatyIn(FileModel):
    """A treaty file."""

    id: Word
    name: Text
    aliases: list[Word] | None = None
    character: words.Character
    summary: Text
    signed: DateText
    in_force: DateText | Literal["never"]
    ended: DateText | None = None
    term: Text | None = None
    duration: DurationIn | None = None
    ends: list[EndingIn] | None = None
    vitality: list[VitalityIn] | None = None
    replaces: list[Word] | None = None
    replaced_by: list[Word] | None = None
    succession_note: Text | None = None
    sources: Annotated[list[SourceIn], Field(min_length=1)]
    dates_known: EvidenceIn
    instruments: Annotated[list[InstrumentIn], Field(min_length=1)]
    parties: Annotated[list[PartyIn], Field(min_length=1)]
    suspensions: list[SuspensionIn] | None = None
    reservations: list[ReservationIn] | None = None
    clauses: Annotated[list[ClauseIn], Field(min_length=1)]
    unread: Annotated[
        list[words.Obligation] | None,
        Field(min_length=1, description="Obligations that may stand in articles nobody has read."),
    ] = None
    provisions: ProvisionsIn | None = None
    areas: dict[Word, AreaIn] | None = None
    terms: dict[Word, TermIn] | None = None
    note: Text | None = None


class RegisterFile(FileModel):
    """What the register says of itself."""

    version: Text
    cutoff: DateText
    covers_since: DateText | None = None
    licence: Literal["CC-BY-4.0"]
