"""Conditions and their combinations as a treaty file writes them; generated from the domain."""

from __future__ import annotations

from dataclasses import is_dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_type_hints

from pydantic import ConfigDict, Discriminator, Field, Tag, create_model, with_config

from foedus.domain import condition as conditions
from foedus.domain import vocabulary as words
from foedus.register.conditions_file import LEAVES
from foedus.register.file_model import ArticleText, Dated, FileModel, Text, Word


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
