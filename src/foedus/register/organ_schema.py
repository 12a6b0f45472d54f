"""Files on the organs and the standing structures of alliances."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from foedus.domain import organ as words
from foedus.domain.structure import StructureKind
from foedus.register.file_model import ActorNames, ArticleText, Dated, EvidenceIn, FileModel, Text, Word
from foedus.register.membership_schema import HeadingIn, Memberships

Share = Annotated[float, Field(gt=0, le=1)]
Count = Annotated[int, Field(ge=1, le=1000)]


class MajorityIn(FileModel):
    """The numbers of a qualified majority."""

    votes: Count | None = None
    of: Count | None = None
    members: Share | None = None
    population: Share | None = None


class SilenceIn(FileModel):
    """A silence procedure."""

    hours: Annotated[int, Field(ge=1, le=1000)] | None = None
    note: Text | None = None


class ClauseLinkIn(FileModel):
    """A clause of a treaty of the register."""

    treaty: Word
    clause: Word


class DecisionRuleIn(Dated):
    """How a body decides one kind of thing for one spell."""

    id: Word
    subject: words.Subject
    rule: words.Rule
    failing: words.Rule | None = None
    majority: MajorityIn | None = None
    vetoes: ActorNames | None = None
    binds: words.Binds | None = None
    silence: SilenceIn | None = None
    invoked_by: Annotated[list[words.Invoker], Field(min_length=1)] | None = None
    quorum: Text | None = None
    needed_for: Annotated[list[ClauseLinkIn], Field(min_length=1)] | None = None
    article: ArticleText | None = None
    summary: Text
    note: Text | None = None
    known: EvidenceIn


class OrganIn(Dated):
    """A body that decides."""

    id: Word
    name: Text
    treaty: Word | None = None
    article: ArticleText | None = None
    roster: Literal["partial"] | None = None
    seats: Memberships
    rules: Annotated[list[DecisionRuleIn], Field(min_length=1)]
    note: Text | None = None
    known: EvidenceIn


class OrgansFile(HeadingIn):
    """The bodies of one alliance."""

    organs: Annotated[list[OrganIn], Field(min_length=1)]


class StructureIn(Dated):
    """A command, force or body that stands in peace."""

    id: Word
    name: Text
    kind: StructureKind
    seat: Text | None = None
    summary: Text
    parts: Memberships
    note: Text | None = None
    known: EvidenceIn


class StructuresFile(HeadingIn):
    """The standing structures of one alliance."""

    structures: Annotated[list[StructureIn], Field(min_length=1)]
