"""The shape of the JSON answer about decisions."""

from __future__ import annotations

from typing import Literal

from foedus.catalogue.answers import Envelope, Shape
from foedus.domain.organ import Rule, Subject


class OrganReference(Shape):
    """A body."""

    id: str
    name: str


class MemberShape(Shape):
    """A member, and by how many per cent the expected time falls for each per cent that it is quicker."""

    id: str
    name: str
    speeding: float


class DecisionShape(Shape):
    """How a body decides, and how long that takes at the paces given; times are days."""

    organ: OrganReference
    rule: Rule
    seats: int
    needed: int
    vetoes: list[str]
    expected: float
    quantiles: dict[Literal["0.1", "0.5", "0.9"], float]
    members: list[MemberShape]
    note: str


class DecisionAnswer(Envelope):
    """``foedus decision --json``."""

    kind: Literal["decision"]
    alliance: str
    on: str
    subject: Subject
    days: float
    decisions: list[DecisionShape]
