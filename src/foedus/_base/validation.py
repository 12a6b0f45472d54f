"""Check a document against a Pydantic model and say every fault in the project's own shape."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from foedus._base.documents import Document, Path_
from foedus._base.errors import BadInput, Fault

MAX_FAULTS = 50


def check(model: type[BaseModel], document: Document) -> dict[str, Any]:
    """Return the document as the model accepts it: normalised plain mappings, unset fields left out.

    Raises
    ------
    BadInput
        With every fault found, each with file, line and field path.
    """
    try:
        checked = model.model_validate(document.value)
    except ValidationError as error:
        raise BadInput(_faults(error, model, document)) from error
    except RecursionError as error:  # a document deep enough to exhaust the validator
        raise BadInput(Fault("the document is nested too deeply", document.name)) from error
    return checked.model_dump(mode="json", by_alias=True, exclude_unset=True)


def _faults(error: ValidationError, model: type[BaseModel], document: Document) -> tuple[Fault, ...]:
    schema = _schema_of(model)
    faults: dict[tuple[str, str], Fault] = {}
    details = error.errors(include_url=False)
    for detail in details:
        is_missing = detail["type"] in {"missing", "missing_argument"}
        path = _path_in(document.value, detail["loc"], is_missing=is_missing)
        fault = _fault(detail, path, schema, document)
        faults.setdefault((fault.where, fault.what), fault)
    kept = _most_specific(list(faults.values()))
    if len(kept) > MAX_FAULTS:
        more = Fault(f"and {len(kept) - MAX_FAULTS} more faults", document.name)
        return (*kept[:MAX_FAULTS], more)
    return tuple(kept)


@cache
def _schema_of(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema(by_alias=True)


def _most_specific(faults: list[Fault]) -> list[Fault]:
    """Keep one fault a place: a union reports the same place once for each of its branches."""
    first: dict[str, Fault] = {}
    for fault in faults:
        held = first.get(fault.where)
        if held is None:
            first[fault.where] = fault
        elif fault.allowed != held.allowed:
            allowed = ", or ".join(part for part in (held.allowed, fault.allowed) if part)
            first[fault.where] = replace(held, allowed=allowed)
    return list(first.values())


def _path_in(value: Any, loc: tuple[int | str, ...], *, is_missing: bool) -> Path_:
    """Return the path within the document; a validator's own labels in `loc` are passed over.

    A label may be spelled like a key, so both are tried, and the path that uses the last step wins.
    """
    if not loc:
        return ()
    step, rest = loc[0], loc[1:]
    inside = step in value if isinstance(value, dict) else _indexes(value, step)
    if not rest and is_missing and not inside and isinstance(value, dict | list):
        return (step,)
    over = () if isinstance(step, int) else _path_in(value, rest, is_missing=is_missing)
    if not inside:
        return over
    through = (step, *_path_in(value[step], rest, is_missing=is_missing))
    return over if over[-1:] == loc[-1:] != through[-1:] else through


def _indexes(value: object, step: int | str) -> bool:
    return isinstance(value, list) and isinstance(step, int) and step < len(value)


def _fault(detail: ErrorDetails, path: Path_, schema: Mapping[str, Any], document: Document) -> Fault:
    where = document.where(path)
    key = str(path[-1]) if path else ""
    match detail["type"]:
        case "missing" | "missing_argument":
            return Fault("this field is missing", where, remedy=f"give {key!r} a value")
        case "extra_forbidden" | "unexpected_keyword_argument":
            known = sorted(set(_keys_at(schema, path[:-1])))
            close = get_close_matches(key, known, 1)
            remedy = f"did you mean {close[0]!r}?" if close else ""
            return Fault(f"the key {key[:60]!r} is not known here", where, ", ".join(known), remedy)
        case "literal_error" | "enum":
            return Fault(
                f"{_shown(detail['input'])} is not a word of this field",
                where,
                str(detail["ctx"]["expected"]).replace("'", "").replace(" or ", ", "),
            )
        case "model_type" | "dataclass_type" | "model_attributes_type":
            return Fault(f"a mapping belongs here (found {_shown(detail['input'])})", where)
        case "value_error":
            return Fault(str(detail["ctx"]["error"]), where)
        case "string_pattern_mismatch":
            return Fault(f"{_shown(detail['input'])} has the wrong form", where, str(detail["ctx"]["pattern"]))
        case _:
            return Fault(f"{_lower(detail['msg'])} (found {_shown(detail['input'])})", where)


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]


def _shown(value: object) -> str:
    match value:
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case str():
            return repr(value if len(value) <= 60 else value[:57] + "...")
        case _:
            return str(value)[:60]


def _keys_at(schema: Mapping[str, Any], path: Path_) -> Iterator[str]:
    """Yield the keys a JSON Schema knows at a path, over all its alternatives."""
    nodes = [schema]
    for step in path:
        nodes = [child for node in nodes for part in _alternatives(node, schema) for child in _children(part, step)]
    for node in nodes:
        for part in _alternatives(node, schema):
            yield from part.get("properties", {})


def _children(node: Mapping[str, Any], step: str | int) -> Iterator[Mapping[str, Any]]:
    if isinstance(step, int):
        candidates = [node.get("items"), *node.get("prefixItems", ())]
    else:
        candidates = [node.get("properties", {}).get(step), node.get("additionalProperties")]
    yield from (child for child in candidates if isinstance(child, Mapping))


def _alternatives(node: Mapping[str, Any], root: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if "$ref" in node:
        node = root["$defs"][node["$ref"].rsplit("/", 1)[-1]]
    branches = [*node.get("anyOf", ()), *node.get("oneOf", ())]
    if not branches:
        yield node
    for branch in branches:
        yield from _alternatives(branch, root)
