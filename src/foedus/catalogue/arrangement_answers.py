"""The shape of the JSON answers about organs, structures, nuclear arrangements and stationed forces."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from foedus.catalogue.answers import Envelope, EvidenceShape, Shape
from foedus.catalogue.register_answers import SpellShape, StateShape
from foedus.domain.membership import Part
from foedus.domain.nuclear import Certainty, Custody, NuclearStanding, UmbrellaGround
from foedus.domain.organ import Binds, Invoker, Rule, Subject
from foedus.domain.stationing import Consent, PresenceKind, SizeOrder
from foedus.domain.structure import StructureKind


class NamedActor(Shape):
    """An actor, by id and by the name of the day."""

    id: str
    name: str


class MemberShape(SpellShape, NamedActor):
    """A state and the part it takes, with the statement that says so."""

    part: Part
    note: str
    evidence: EvidenceShape


class MajorityShape(Shape):
    """The numbers of a qualified majority."""

    votes: int | None
    of: int | None
    members: float | None
    population: float | None


class SilenceShape(Shape):
    """A silence procedure; `hours` is null where no time is fixed."""

    hours: int | None
    note: str


class ClauseLinkShape(Shape):
    """A clause of a treaty."""

    treaty: str
    clause: str


class RuleShape(SpellShape):
    """How a body decides one kind of thing."""

    id: str
    subject: Subject
    rule: Rule
    failing: Rule | None
    majority: MajorityShape | None
    vetoes: list[NamedActor]
    binds: Binds | None
    silence: SilenceShape | None
    invoked_by: list[Invoker]
    quorum: str
    needed_for: list[ClauseLinkShape]
    article: str | None
    summary: str
    evidence: EvidenceShape


class OrganShape(SpellShape):
    """A body that decides; `file` says where its sources are listed."""

    file: str
    id: str
    name: str
    article: str | None
    roster: Literal["whole", "partial"]
    seats: list[MemberShape]
    rules: list[RuleShape]
    note: str
    evidence: EvidenceShape


class StructureShape(SpellShape):
    """A standing structure, with each state's part on the day."""

    file: str
    id: str
    name: str
    kind: StructureKind
    seat: str
    summary: str
    parts: list[MemberShape]
    note: str
    evidence: EvidenceShape


class NuclearStatusShape(SpellShape):
    """A state's own weapons."""

    file: str
    standing: NuclearStanding
    first_test: str | None
    note: str
    evidence: EvidenceShape


class SharingShape(SpellShape):
    """One state's weapons on another's soil."""

    file: str
    id: str
    owner: NamedActor
    host: NamedActor
    custody: Custody
    certainty: Certainty
    treaty: str | None
    systems: str
    note: str
    evidence: EvidenceShape


class UmbrellaShape(SpellShape):
    """An umbrella, and whom it covers on the day."""

    file: str
    id: str
    by: NamedActor
    over: list[NamedActor]
    ground: UmbrellaGround
    treaty: str | None
    instrument: str
    certainty: Certainty
    summary: str
    evidence: EvidenceShape


class ZoneShape(SpellShape):
    """A zone without nuclear weapons."""

    file: str
    id: str
    name: str
    treaty: str | None
    summary: str
    parties: list[NamedActor]
    assured_by: list[NamedActor]
    evidence: EvidenceShape


class BasisShape(SpellShape):
    """What a presence rests on."""

    treaty: str | None
    agreement: str


class SizeShape(Shape):
    """The order of size in the nearest year on record; `persons` is null where no source gives a figure."""

    year: int
    order: SizeOrder
    persons: int | None
    evidence: EvidenceShape


class PresenceShape(SpellShape):
    """Forces on another state's soil."""

    file: str
    id: str
    sender: NamedActor
    host: NamedActor
    place: str
    kind: PresenceKind
    consent: Consent
    basis: list[BasisShape]
    contributors: list[NamedActor]
    size: SizeShape | None
    note: str
    evidence: EvidenceShape


class FileSourceShape(Shape):
    """A source, by the file that lists it and its id there."""

    file: str
    id: str
    title: str
    kind: str
    url: str | None


class AllianceShape(Shape):
    """An alliance on a day."""

    id: str
    name: str
    treaties: list[str]
    agreement: str | None
    parties: list[NamedActor]
    organs: list[OrganShape]
    structures: list[StructureShape]
    umbrellas: list[UmbrellaShape]
    sharing: list[SharingShape]
    zones: list[ZoneShape]
    stationed: list[PresenceShape]
    sources: list[FileSourceShape]


class AllianceAnswer(Envelope):
    """The answer of ``foedus alliance show --json``."""

    kind: Literal["alliance"]
    on: str
    alliance: AllianceShape


class AllianceHead(Shape):
    """An alliance in a list, with how many organs and structures are held."""

    id: str
    name: str
    treaties: list[str]
    organs: int = Field(ge=0)
    structures: int = Field(ge=0)


class AlliancesAnswer(Envelope):
    """The answer of ``foedus alliance list --json``."""

    kind: Literal["alliances"]
    alliances: list[AllianceHead]


class NuclearShape(Shape):
    """What is on record of nuclear weapons and a state on a day; `status` is null where it had none on record."""

    status: NuclearStatusShape | None
    sharing: list[SharingShape]
    umbrellas: list[UmbrellaShape]
    zones: list[ZoneShape]


class ForcesShape(Shape):
    """Forces of a state on others' soil, and of others on its own."""

    abroad: list[PresenceShape]
    on_its_soil: list[PresenceShape]


class StateAnswer(Envelope):
    """The answer of ``foedus state show --json``."""

    kind: Literal["state"]
    on: str
    state: StateShape
    treaties: list[str]
    operations: list[str]
    nuclear: NuclearShape
    forces: ForcesShape
