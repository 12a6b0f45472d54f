"""What the files on organs, structures, nuclear standing and stationed forces share."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from foedus.domain.membership import Part
from foedus.register.file_model import ActorNames, Dated, EvidenceIn, FileModel, Text, Word
from foedus.register.schema import SourceIn


class HeadingIn(FileModel):
    """What a file is about, and its sources."""

    id: Word
    name: Text
    treaties: Annotated[list[Word], Field(min_length=1)] | None = None
    agreement: Text | None = None
    note: Text | None = None
    sources: Annotated[list[SourceIn], Field(min_length=1)] | None = None


class MembershipIn(Dated):
    """States that take part in one way for one spell; `known` left out is that of what they belong to."""

    states: ActorNames | None = None
    parties_of: Word | None = None
    excepted: ActorNames | None = Field(None, alias="except")
    part: Part | None = None
    known: EvidenceIn | None = None
    note: Text | None = None

    @model_validator(mode="after")
    def _someone(self) -> MembershipIn:
        if (self.states is None) == (self.parties_of is None):
            message = "name states, or the treaty whose parties are meant: one of the two"
            raise ValueError(message)
        if self.excepted is not None and self.parties_of is None:
            message = "except takes states out of parties_of, which is not given"
            raise ValueError(message)
        return self


Memberships = Annotated[list[MembershipIn], Field(min_length=1)]
