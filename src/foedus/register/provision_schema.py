"""The term of a treaty and what it provides beside its pledges, as they stand in a file: checked with Pydantic."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from foedus.domain import vocabulary as words
from foedus.register.file_model import ArticleText, Dated, EvidenceIn, FileModel, GroupIn, Text, Word

Years = Annotated[float, Field(gt=0, le=999)]


class YearsIn(FileModel):
    """A first term of so many years."""

    years: Years


class UntilIn(FileModel):
    """A first term that an event ends."""

    until: Text


class DurationIn(FileModel):
    """How long the treaty runs by its own text."""

    first_term: YearsIn | UntilIn | Literal["indefinite", "not_stated"] | None = None
    renewal: words.Renewal | None = None
    renewed_for: Years | Literal["indefinite"] | None = None
    denunciation: words.Denunciation | None = None
    notice_months: Annotated[float, Field(ge=0, le=600)] | Literal["not_stated"] | None = None
    article: ArticleText | None = None
    instrument: Word | None = None
    note: Text | None = None
    known: EvidenceIn

    @model_validator(mode="after")
    def _says_something(self) -> DurationIn:
        if not (self.first_term or self.renewal or self.denunciation):
            message = "a duration gives first_term, renewal or denunciation; leave it out where none is known"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _only_what_is_renewed_has_a_length(self) -> DurationIn:
        if self.renewed_for is not None and self.renewal not in {"automatic", "by_agreement"}:
            message = "renewed_for needs renewal: automatic or by_agreement"
            raise ValueError(message)
        return self

    @model_validator(mode="after")
    def _only_who_may_go_gives_notice(self) -> DurationIn:
        if self.notice_months is not None and self.denunciation in {None, "excluded", "not_stated"}:
            message = "notice_months needs a denunciation that the text allows"
            raise ValueError(message)
        return self


class ProvisionIn(Dated):
    """One thing the treaty provides."""

    kind: words.ProvisionKind
    article: ArticleText | None = None
    instrument: Word | None = None
    summary: Text
    of: GroupIn | None = None
    to: GroupIn | None = None
    known: EvidenceIn | None = None


class ProvisionsIn(FileModel):
    """What is known of the provisions beside the pledges."""

    complete: Annotated[bool, Field(strict=True)]
    known: EvidenceIn
    items: list[ProvisionIn] | None = None
    absent: list[words.ProvisionKind] | None = None

    @model_validator(mode="after")
    def _absent_is_not_listed(self) -> ProvisionsIn:
        listed = {item.kind for item in self.items or ()}
        for kind in self.absent or ():
            if kind in listed:
                message = f"{kind!r} is listed and said to be absent"
                raise ValueError(message)
        if self.absent and self.complete:
            message = "complete: true says already that what is not listed is absent"
            raise ValueError(message)
        return self
