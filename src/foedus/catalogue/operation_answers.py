"""The shape of the JSON answers about operations."""

from __future__ import annotations

from typing import Literal

from foedus.catalogue.answers import Envelope, EvidenceShape, Shape
from foedus.catalogue.register_answers import SourceShape, SpellShape
from foedus.domain.vocabulary import (
    CommandArrangement,
    MandateBasis,
    OperationEnd,
    OperationKind,
    OperationPurpose,
    OperationRole,
    StatementGroup,
)


class OperationHead(SpellShape):
    """An operation in a list; `until` is null while it lasts."""

    id: str
    aliases: list[str]
    name: str
    kind: OperationKind
    purposes: list[OperationPurpose]


class OperationsAnswer(Envelope):
    """The answer of ``foedus operation list --json``."""

    kind: Literal["operations"]
    on: str | None
    operations: list[OperationHead]


class LeadShape(SpellShape):
    """Who led: an actor or the alliance of a treaty; the other is null."""

    actor: str | None
    treaty: str | None
    name: str
    note: str | None


class SizeShape(Shape):
    """How many people, on a date."""

    personnel: int
    on: str
    source: str | None
    note: str | None


class ParticipantShape(SpellShape):
    """A part in the operation; one that is not `dated` was there at some time, and has the operation's dates."""

    actor: str
    name: str
    role: OperationRole
    dated: bool
    size: SizeShape | None
    caveats: str | None
    note: str | None


class OpponentShape(SpellShape):
    """Whom it fought; `actor` is null for a group known by name only."""

    actor: str | None
    name: str


class MandateShape(Shape):
    """What it was founded on."""

    basis: MandateBasis
    resolution: str | None
    date: str | None
    by: str | None
    note: str | None
    disputed: str | None


class CommandShape(SpellShape):
    """Who commanded whom."""

    arrangement: CommandArrangement
    text: str


class OperationEndingShape(Shape):
    """How it ended, and the ids of the operations that took over."""

    how: OperationEnd
    to: list[str]
    note: str | None


class OperationShape(OperationHead):
    """A whole operation."""

    other_names: list[str]
    summary: str
    hosts: list[str]
    theatre: str
    alliances: list[str]
    leads: list[LeadShape]
    participants: list[ParticipantShape]
    opponents: list[OpponentShape]
    mandates: list[MandateShape]
    commands: list[CommandShape]
    sizes: list[SizeShape]
    ending: OperationEndingShape | None
    known: dict[StatementGroup, EvidenceShape]
    sources: list[SourceShape]
    note: str | None


class OperationAnswer(Envelope):
    """The answer of ``foedus operation show --json``; with ``--on``, only what may have held on that day."""

    kind: Literal["operation"]
    on: str | None
    operation: OperationShape
