"""What the register's files may say, checked with Pydantic and published as JSON Schema.

The models describe the files, not the domain: their only work is to refuse what is wrong and to say where. What
passes is dumped back to plain mappings, which `foedus.register.decode` turns into domain objects without Pydantic.
"""

from __future__ import annotations

from dataclasses import is_dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_type_hints

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    WithJsonSchema,
    create_model,
    model_validator,
    with_config,
)

from foedus._base.dates import Day
from foedus._base.errors import BadDate
from foedus.domain import condition as conditions
from foedus.domain import vocabulary as words
from foedus.domain.area import crosses_itself
from foedus.register.conditions_file import LEAVES


def _as_text(value: object) -> object:
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
    BeforeValidator(_as_text),
    AfterValidator(_is_date),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "integer"}], "examples": ["1949-04-04", "1912-09?", 1912]}),
]
ArticleText = Annotated[
    str,
    BeforeValidator(_as_text),
    StringConstraints(min_length=1, max_length=80),
    WithJsonSchema({"anyOf": [{"type": "string", "minLength": 1, "maxLength": 80}, {"type": "integer"}]}),
]
ActorName = Annotated[str, BeforeValidator(_as_text), StringConstraints(min_length=1)]
ActorNames = Annotated[list[ActorName], Field(min_length=1)]


class FileModel(BaseModel):
    """A mapping in which every key is known."""

    model_config = ConfigDict(extra="forbid", validate_by_alias=True, validate_by_name=False)


class Dated(FileModel):
    """Something with a life of its own."""

    start: DateText | None = Field(None, alias="from")
    until: DateText | None = None


# --- conditions -------------------------------------------------------------------------------------------------------


class Node(Dated):
    """A condition or a combination: where it comes from and when it was law."""

    article: ArticleText | None = None
    instrument: Word | None = None


class RequestIn(FileModel):
    """A call for help or consultation."""

    purpose: words.RequestPurpose = Field(alias="for")
    by: Literal["beneficiary", "any_party"] = "beneficiary"


def _forbid_extra_keys() -> None:
    for leaf in LEAVES.values():
        for hint in get_type_hints(leaf).values():
            for part in (hint, *get_args(hint)):
                if isinstance(part, type) and is_dataclass(part):
                    with_config(ConfigDict(extra="forbid"))(part)


_forbid_extra_keys()
with_config(ConfigDict(extra="forbid"))(conditions.Finder)


def _leaf_model(key: str, leaf: type) -> type[Node]:
    hint = RequestIn if leaf is conditions.Request else get_type_hints(leaf)[key]
    definition: Any = (hint, ...)
    return create_model(leaf.__name__, __base__=Node, __doc__=leaf.__doc__, **{key: definition})


class Combination(Node):
    """A combination of conditions, with words for what holds when it does."""

    called: Text | None = None


class All(Combination):
    """Every branch must hold."""

    all: Annotated[list[TreeNode], Field(min_length=1)]


class AnyBranch(Combination):
    """One branch must hold."""

    any: Annotated[list[TreeNode], Field(min_length=1)]


class Not(Combination):
    """The branch must not hold."""

    negated: TreeNode = Field(alias="not")


class TermNode(Node):
    """A defined term of the treaty."""

    term: Word


CONDITION_KEYS = ("all", "any", "not", "term", *LEAVES)


def _key_of(value: object) -> str | None:
    """Return the one condition key of a node, which decides how the rest is read."""
    if isinstance(value, dict):
        keys = [key for key in value if key in CONDITION_KEYS]
        return keys[0] if len(keys) == 1 else None
    return next((key for key, model in _MODELS.items() if type(value) is model), None)


_MODELS: dict[str, Any] = {"all": All, "any": AnyBranch, "not": Not, "term": TermNode} | {
    key: _leaf_model(key, leaf) for key, leaf in LEAVES.items()
}
_TAGGED: Any = tuple(Annotated[model, Tag(key)] for key, model in _MODELS.items())

TreeNode = Annotated[
    Union[_TAGGED],  # noqa: UP007 - built from a table
    Discriminator(
        _key_of,
        custom_error_type="condition",
        custom_error_message="a condition has exactly one of the keys " + ", ".join(CONDITION_KEYS),
    ),
]
for _model in (All, AnyBranch, Not):
    _model.model_rebuild()

Tree = Annotated[list[TreeNode], Field(min_length=1)]


# --- areas ------------------------------------------------------------------------------------------------------------

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


class EvidenceIn(FileModel):
    """How a statement is known."""

    verified: words.Verified
    source: Word | None = None
    locator: Annotated[str, BeforeValidator(_as_text), StringConstraints(max_length=300)] | None = None
    readers: Annotated[int, Field(ge=0, le=99)] | None = None


class AreaIn(FileModel):
    """A named area."""

    name: Text
    shape: ShapeIn
    known: EvidenceIn | None = None


# --- treaties ---------------------------------------------------------------------------------------------------------


class SourceIn(FileModel):
    """Where something is known from."""

    id: Word
    title: Text
    kind: Literal["text", "edition", "secondary", "dataset"]
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$", max_length=500)] | None = None
    accessed: DateText | None = None
    note: Text | None = None


class SecrecyIn(FileModel):
    """Who knew of a secret instrument and when it was published."""

    known_to: ActorNames
    published: DateText | None = None


class InstrumentIn(FileModel):
    """A text of the treaty."""

    id: Word
    title: Text
    character: words.Character
    signed: DateText | None = None
    in_force: DateText | Literal["never"] | None = None
    ended: DateText | None = None
    secret: SecrecyIn | None = None
    articles: dict[ArticleText, Text | None] = {}
    note: Text | None = None


class PartyIn(FileModel):
    """One or more states' place in the treaty."""

    states: ActorNames
    role: Word = "party"
    signed: DateText | None = None
    start: DateText | Literal["never"] | None = Field(None, alias="from")
    until: DateText | None = None
    how: words.EndingManner | None = None
    succeeds: ActorName | None = None
    note: Text | None = None
    source: Word | None = None

    @model_validator(mode="after")
    def _one_that_joined_may_leave(self) -> PartyIn:
        if self.start == "never" and self.until is not None:
            message = "one that was never bound has no end"
            raise ValueError(message)
        return self


class SuspensionIn(Dated):
    """The treaty does not run between two groups of parties."""

    between: Annotated[list[ActorNames], Field(min_length=2, max_length=2)]
    note: Text | None = None
    source: Word | None = None


class EndingIn(FileModel):
    """A claimed or real end."""

    date: DateText
    how: words.EndingManner
    by: ActorNames | None = None
    legal: bool
    note: Text | None = None
    source: Word | None = None


class VitalityIn(Dated):
    """How alive the treaty was."""

    grade: words.VitalityGrade
    note: Text | None = None
    source: Word | None = None


class ReservationIn(FileModel):
    """A statement of a party."""

    by: ActorNames
    article: ArticleText | None = None
    date: DateText | None = None
    summary: Text
    source: Word | None = None


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


class StepsIn(FileModel):
    """Conditions by step."""

    act: Tree | None = None
    place: Tree | None = None
    adversary: Tree | None = None
    procedure: Tree | None = None


class CarveOutIn(FileModel):
    """A carve-out: met means no duty."""

    article: ArticleText | None = None
    by: ActorNames | None = None
    when: Tree
    summary: Text
    source: Word | None = None


class ReadingIn(StepsIn):
    """A rival reading of the clause."""

    id: Word
    holders: Annotated[list[Text], Field(min_length=1)]
    since: DateText | None = None
    until: DateText | None = None
    summary: Text | None = None
    duty: bool | None = None
    source: Word | None = None


class ContingentIn(FileModel):
    """Forces or money fixed by the text."""

    men: Annotated[int, Field(gt=0)] | None = None
    note: Text | None = None


class ClauseIn(StepsIn):
    """Who owes what to whom, when."""

    id: Word
    article: ArticleText
    instrument: Word
    obligation: words.Obligation
    strength: words.Strength
    owes: GroupIn | None = None
    to: GroupIn | None = None
    beneficiary_is: Annotated[list[words.Standing], Field(min_length=1)] | None = None
    start: DateText | None = Field(None, alias="from")
    until: DateText | None = None
    summary: Text
    exceptions: list[CarveOutIn] = []
    readings: list[ReadingIn] = []
    contingent: ContingentIn | None = None
    effects: list[words.Effect] = []
    known: EvidenceIn


class TermIn(FileModel):
    """A defined term: conditions that several clauses share, and words for what holds when they do."""

    called: Text
    article: ArticleText | None = None
    when: Tree


class TreatyIn(FileModel):
    """A treaty file."""

    id: Word
    name: Text
    aliases: list[Word] = []
    character: words.Character
    summary: Text
    signed: DateText
    in_force: DateText | Literal["never"]
    ended: DateText | None = None
    term: Text | None = None
    ends: list[EndingIn] = []
    vitality: list[VitalityIn] = []
    replaces: list[Word] = []
    replaced_by: list[Word] = []
    sources: Annotated[list[SourceIn], Field(min_length=1)]
    dates_known: EvidenceIn
    instruments: Annotated[list[InstrumentIn], Field(min_length=1)]
    parties: Annotated[list[PartyIn], Field(min_length=1)]
    suspensions: list[SuspensionIn] = []
    reservations: list[ReservationIn] = []
    clauses: Annotated[list[ClauseIn], Field(min_length=1)]
    areas: dict[Word, AreaIn] = {}
    terms: dict[Word, TermIn] = {}
    note: Text | None = None


# --- actors, classes, areas -------------------------------------------------------------------------------------------

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
    aliases: list[Text | NameIn] = []
    cow: MembershipIn | None = None
    gw: MembershipIn | list[MembershipIn] | None = None
    iso3: str | list[IsoIn] = []
    exists: list[SpellIn] = []
    capitals: list[CapitalIn] = []
    predecessors: list[SuccessionIn] = []
    successors: list[SuccessionIn] = []
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


class RegisterFile(FileModel):
    """What the register says of itself."""

    version: Text
    cutoff: DateText
    licence: Literal["CC-BY-4.0"]
