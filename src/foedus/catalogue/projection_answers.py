"""The shapes of the JSON answers of ``foedus measures projection``."""

from __future__ import annotations

from typing import Literal

from foedus.catalogue.answers import Envelope, Shape


class PlaceShape(Shape):
    """A place, in degrees; `state` is the id of the state whose capital it is, or null."""

    name: str
    lat: float
    lon: float
    state: str | None


class SeaShape(Shape):
    """A way by sea: kilometres along the lanes, and in a straight line to and from them."""

    closed: list[str]
    km: float
    to_sea_km: float
    from_sea_km: float
    passages: list[str]


class LandShape(Shape):
    """A way over land: through which states, and how far from capital to capital."""

    km: float
    states: list[str]
    data: str


class MinimumShape(Shape):
    """The least distance of the territories."""

    km: float
    data: str


class UnknownShape(Shape):
    """A distance that is not told, and why."""

    what: str
    why: str


class DistanceAnswer(Envelope):
    """``foedus measures projection distance --json``."""

    kind: Literal["distance"]
    day: str
    start: PlaceShape
    end: PlaceShape
    great_circle_km: float
    ellipsoid_km: float
    sea: list[SeaShape]
    land: LandShape | None
    minimum: MinimumShape | None
    unknown: list[UnknownShape]


class BoundaryAnswer(Envelope):
    """``foedus measures projection boundary --json``; null where one party is the stronger everywhere between."""

    kind: Literal["boundary"]
    strengths: list[float]
    losses: list[float]
    apart: float
    boundary: float | None


class DiscountShape(Shape):
    """Capability left at a distance in an era, which is told by its first year and its miles a day."""

    since: int
    miles_a_day: float
    miles: float
    exponent: float
    left: float


class DiscountAnswer(Envelope):
    """``foedus measures projection discount --json``."""

    kind: Literal["distance-discount"]
    capability: float
    left: list[DiscountShape]


class StandingShape(Shape):
    """Where forces may start: home, an ally's territory, or where they are stationed."""

    footing: str
    place: PlaceShape
    by: str


class DeliveredShape(Shape):
    """What a state can bring to a place."""

    state: str
    capability: float
    home_km: float
    from_home: float
    nearest: StandingShape
    nearest_km: float
    from_nearest: float


class DeliverableAnswer(Envelope):
    """``foedus measures projection deliverable --json``."""

    kind: Literal["deliverable"]
    day: str
    place: PlaceShape
    figures: str
    footings: list[str]
    states: list[DeliveredShape]


class SideShape(Shape):
    """The states of a side, and those without a figure or a capital, which bring nothing."""

    name: str
    states: list[str]
    left_out: list[str]


class PointShape(Shape):
    """The strength of each side at a point, and the first side's share of both; null with one side."""

    lat: float
    lon: float
    strengths: list[float]
    share: float | None


class ReachAnswer(Envelope):
    """``foedus measures projection reach --json``."""

    kind: Literal["reach"]
    day: str
    figures: str
    footings: list[str]
    step: float
    sides: list[SideShape]
    points: list[PointShape]
