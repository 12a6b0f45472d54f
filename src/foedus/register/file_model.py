"""The texts and the mapping that every file of the register is made of, checked with Pydantic."""

from __future__ import annotations

from typing import Annotated, Any, Literal

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


def as_text(value: object) -> object:
    """Take a bare year or article number for text."""
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:04d}" if value >= 1000 else str(value)
    return value


def _is_date(text: str) -> str:
    try:
        Day.parse(text)
    except BadDate as error:
        fault = error.faults[0]
        message = f"{fault.what} ({fault.allowed})"
        raise ValueError(message) from error
    return text


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
Word = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([_-][a-z0-9]+)*$", max_length=80)]
DateText = Annotated[
    str,
    BeforeValidator(as_text),
    AfterValidator(_is_date),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "integer"}], "examples": ["1949-04-04", "1912-09?", 1912]}),
]
ArticleText = Annotated[
    str,
    BeforeValidator(as_text),
    StringConstraints(min_length=1, max_length=80),
    WithJsonSchema({"anyOf": [{"type": "string", "minLength": 1, "maxLength": 80}, {"type": "integer"}]}),
]
ActorName = Annotated[str, BeforeValidator(as_text), StringConstraints(min_length=1)]
ActorNames = Annotated[list[ActorName], Field(min_length=1)]


class FileModel(BaseModel):
    """A mapping in which every key is known."""

    model_config = ConfigDict(extra="forbid", validate_by_alias=True, validate_by_name=False)


class Dated(FileModel):
    """Something with a life of its own."""

    start: DateText | None = Field(None, alias="from")
    until: DateText | None = None


class EvidenceIn(FileModel):
    """How a statement is known."""

    verified: words.Verified
    source: Word | None = None
    locator: Annotated[str, BeforeValidator(as_text), StringConstraints(max_length=300)] | None = None
    readers: Annotated[int, Field(ge=0, le=99)] | None = None


class GroupIn(FileModel):
    """Who owes, or to whom."""

    roles: Annotated[list[Word], Field(min_length=1)] | None = None
    states: ActorNames | None = None
    anyone: Literal[True] | None = None
    excepted: ActorNames | None = Field(None, alias="except")

    @model_validator(mode="after")
    def _someone(self) -> GroupIn:
        if not (self.roles or self.states or self.anyone or self.excepted):
            message = "a group names roles, states, anyone, or whom it leaves out"
            raise ValueError(message)
        return self


def without_empty(checked: Any) -> Any:
    """Return a checked document without the fields that were left empty; an empty article keeps its place."""
    if isinstance(checked, dict):
        return {
            key: part if key == "articles" else without_empty(part) for key, part in checked.items() if part is not None
        }
    return [without_empty(part) for part in checked] if isinstance(checked, list) else checked
