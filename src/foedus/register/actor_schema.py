"""Actors and classes of states as the register's files write them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from foedus.domain import vocabulary as words
from foedus.register.file_model import ActorNames, Dated, DateText, FileModel, Text, Word
from foedus.register.place_schema import Latitude

SpellIn = tuple[DateText | None, DateText | None]


class NameIn(Dated):
    """A name and when it was borne."""

    name: Text
    formal: Text | None = None


class MembershipIn(FileModel):
    """Membership of a state system."""

    number: Annotated[int, Field(ge=1, le=9999)]
    abbreviation: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,4}$")]
    spells: Annotated[list[SpellIn], Field(min_length=1)]


class IsoIn(Dated):
    """An ISO 3166 alpha-3 code."""

    code: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]


class CapitalIn(Dated):
    """A seat of government."""

    name: Text
    lat: Latitude
    lon: Annotated[float, Field(ge=-180, le=180)]


class SuccessionIn(FileModel):
    """A link to a predecessor or successor."""

    actor: Word
    date: DateText | None = None
    how: Literal[
        "unification",
        "dissolution",
        "secession",
        "annexation",
        "independence",
        "succession",
        "restoration",
    ]


class DisputedIn(FileModel):
    """What is disputed about an actor."""

    note: Text


class ActorIn(FileModel):
    """A state, polity, organisation or non-state actor."""

    id: Word
    kind: words.ActorKind
    names: Annotated[list[NameIn], Field(min_length=1)]
    aliases: list[Text | NameIn] | None = None
    cow: MembershipIn | None = None
    gw: MembershipIn | list[MembershipIn] | None = None
    iso3: str | list[IsoIn] | None = None
    exists: list[SpellIn] | None = None
    capitals: list[CapitalIn] | None = None
    predecessors: list[SuccessionIn] | None = None
    successors: list[SuccessionIn] | None = None
    note: Text | None = None
    disputed: DisputedIn | None = None


class ActorsFile(FileModel):
    """A file of actors."""

    actors: Annotated[list[ActorIn], Field(min_length=1)]


class MembersIn(Dated):
    """States that belong to a class for a time."""

    states: ActorNames
    note: Text | None = None


class ClassIn(FileModel):
    """A class of states with dated membership."""

    name: Text
    note: Text | None = None
    source: Text | None = None
    members: Annotated[list[MembersIn], Field(min_length=1)]


class ClassesFile(FileModel):
    """The file of classes."""

    classes: dict[Word, ClassIn]
