"""What a contingency may say, checked with Pydantic and published as JSON Schema.

A fact that is not known is left out (or null), and never guessed. One null has a meaning of its own:
``sovereign: null`` is a place under no sovereignty, such as the high seas.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from foedus._base.dates import Day
from foedus._base.errors import BadDate
from foedus.domain import vocabulary as words


def _is_day(text: str) -> str:
    try:
        day = Day.parse(text)
    except BadDate as error:
        fault = error.faults[0]
        message = f"{fault.what} ({fault.allowed})"
        raise ValueError(message) from error
    if day.precision != "day":
        message = f"{text!r} is not an exact day (YYYY-MM-DD)"
        raise ValueError(message)
    return text


def _as_answer(value: object) -> object:
    """Take the booleans for words, and `unknown` for a fact left out."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return None if value == "unknown" else value


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


DayText = Annotated[str, AfterValidator(_is_day), Field(examples=["1982-04-02"])]
ActorName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
_NAME_SCHEMA = {"type": "string", "minLength": 1, "maxLength": 200}
ActorNames = Annotated[
    list[ActorName],
    BeforeValidator(_as_list),
    Field(min_length=1, max_length=300),
    WithJsonSchema({"anyOf": [_NAME_SCHEMA, {"type": "array", "items": _NAME_SCHEMA, "minItems": 1, "maxItems": 300}]}),
]
Note = Annotated[str, StringConstraints(max_length=20_000)]
Answer = Annotated[
    Literal["true", "false", "disputed"] | None,
    BeforeValidator(_as_answer),
    WithJsonSchema({"enum": [True, False, "true", "false", "disputed", "unknown", None]}),
]
StrictBool = Annotated[bool, Field(strict=True)]


class Part(BaseModel):
    """A mapping in which every key is known."""

    model_config = ConfigDict(extra="forbid", validate_by_alias=True, validate_by_name=False)


class PlaceIn(Part):
    """Where the act fell and what it hit."""

    name: Note | None = None
    lat: Annotated[float, Field(ge=-90, le=90, strict=True, allow_inf_nan=False)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180, strict=True, allow_inf_nan=False)] | None = None
    kind: words.PlaceKind | None = None
    object: words.PlaceObject | None = None
    region: words.Region | None = None
    sovereign: ActorName | None = Field(None, description="an actor, `disputed`, or null for none (high seas)")
    administered_by: ActorName | None = Field(None, description="an actor, or null for nobody")
    claimants: ActorNames | None = None
    within_recognised_borders: StrictBool | None = None
    note: Note | None = None

    @model_validator(mode="after")
    def _both_coordinates(self) -> PlaceIn:
        if (self.lat is None) != (self.lon is None):
            message = "lat and lon are given together or not at all"
            raise ValueError(message)
        return self


class ActIn(Part):
    """What was done."""

    kind: words.ActKind | None = None
    means: list[words.Means] | None = None
    first_use_of_force: ActorNames | None = Field(None, description="actors, or `disputed`")
    provoked: Answer = None
    gravity: words.Gravity | None = None
    external_direction: Answer = None
    indirect: StrictBool | None = None
    declared_war: StrictBool | None = None
    internationally_authorised: StrictBool | None = None
    note: Note | None = None


class WarIn(Part):
    """A war already under way."""

    side_a: ActorNames
    side_b: ActorNames
    since: DayText


class EntryIn(Part):
    """A state that has come in beside another."""

    state: ActorName
    beside: ActorName
    against: ActorNames
    date: DayText
    how: words.EntryManner


class MobilisationIn(Part):
    """A state that has mobilised."""

    state: ActorName
    date: DayText


class RequestIn(Part):
    """A call for assistance or consultation, to states or under a treaty."""

    by: ActorName
    to: Annotated[str, StringConstraints(min_length=1, max_length=80)] | Annotated[list[ActorName], Field(min_length=1)]
    date: DayText
    purpose: words.RequestPurpose = Field(alias="for")


class FindingIn(Part):
    """What a state or an organ has declared."""

    by: ActorName
    treaty: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    what: words.FindingMatter
    date: DayText


class NonStateIn(Part):
    """An attacker that is no state."""

    name: ActorName
    host: ActorName | None = None
    supported_by: ActorNames | None = None


class EventIn(Part):
    """One act of a sequence."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]*$", max_length=80)] | None = None
    date: DayText
    attackers: ActorNames
    targets: ActorNames
    place: PlaceIn = PlaceIn()
    act: ActIn = ActIn()
    cumulative_with: list[str] = []


class ContingencyIn(Part):
    """A contingency: one event written at the top level, or a dated sequence under `events`."""

    title: Note | None = None
    note: Note | None = None
    hypothetical: StrictBool | None = None
    date: DayText | None = None
    attackers: ActorNames | None = None
    targets: ActorNames | None = None
    place: PlaceIn | None = None
    act: ActIn | None = None
    events: Annotated[list[EventIn], Field(min_length=1, max_length=200)] | None = None
    belligerents: list[WarIn] = []
    entries: list[EntryIn] = []
    mobilisations: list[MobilisationIn] = []
    requests: list[RequestIn] = []
    findings: list[FindingIn] = []
    non_state: NonStateIn | None = None
    resists: dict[ActorName, StrictBool] = {}

    @model_validator(mode="after")
    def _one_form(self) -> ContingencyIn:
        single = ("date", "attackers", "targets", "place", "act")
        given = [key for key in single if getattr(self, key) is not None]
        if self.events is not None and given:
            message = f"with `events`, {', '.join(given)} belong inside an event"
            raise ValueError(message)
        missing = [key for key in single[:3] if key not in given]
        if self.events is None and missing:
            message = f"a contingency needs {', '.join(missing)} (or `events`)"
            raise ValueError(message)
        return self
