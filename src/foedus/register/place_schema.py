"""Shapes, areas and disputed places as the register's files write them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from foedus.domain import vocabulary as words
from foedus.domain.area import crosses_itself
from foedus.register.file_model import ActorNames, Dated, EvidenceIn, FileModel, Text, Word

Latitude = Annotated[float, Field(ge=-90, le=90, strict=True)]
Longitude = Annotated[float, Field(ge=-360, le=360, strict=True)]


def _simple(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    if crosses_itself(ring):
        message = "the polygon crosses itself, or has fewer than three corners"
        raise ValueError(message)
    return ring


class CircleIn(FileModel):
    """A circle on the sphere."""

    lat: Latitude
    lon: Longitude
    km: Annotated[float, Field(gt=0, le=20_040)]


SHAPES = ("any", "all", "not", "north_of", "south_of", "west_of", "east_of", "polygon", "circle", "region", "area")


class ShapeIn(FileModel):
    """Exactly one shape."""

    any: Annotated[list[ShapeIn], Field(min_length=1)] | None = None
    all: Annotated[list[ShapeIn], Field(min_length=1)] | None = None
    negated: ShapeIn | None = Field(None, alias="not")
    north_of: Latitude | None = None
    south_of: Latitude | None = None
    west_of: Longitude | None = None
    east_of: Longitude | None = None
    polygon: Annotated[list[tuple[Latitude, Longitude]], Field(min_length=3), AfterValidator(_simple)] | None = None
    edges: Literal["rhumb", "great_circle"] | None = None
    circle: CircleIn | None = None
    region: list[words.Region] | None = None
    area: Word | None = None

    @model_validator(mode="after")
    def _one(self) -> ShapeIn:
        given = self.model_fields_set - {"edges"}
        if len(given) != 1:
            message = f"a shape has exactly one of {', '.join(SHAPES)}"
            raise ValueError(message)
        if self.edges is not None and self.polygon is None:
            message = "edges belong to a polygon"
            raise ValueError(message)
        return self


class AreaIn(FileModel):
    """A named area."""

    name: Text
    shape: ShapeIn
    known: EvidenceIn | None = None


class AreasFile(FileModel):
    """The file of shared areas."""

    areas: dict[Word, AreaIn]


class HoldersIn(Dated):
    """Who held or claimed a place for a time."""

    by: ActorNames


class DisputedPlaceIn(FileModel):
    """A place whose sovereignty is disputed."""

    names: Annotated[list[Text], Field(min_length=2)]
    area: ShapeIn
    administered: Annotated[list[HoldersIn], Field(min_length=1)]
    claimed: Annotated[list[HoldersIn], Field(min_length=1)]
    note: Text | None = None


class DisputedFile(FileModel):
    """The file of disputed places."""

    disputed: dict[Word, DisputedPlaceIn]
