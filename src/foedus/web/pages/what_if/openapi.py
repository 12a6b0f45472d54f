"""What the routes of *What if?* say of themselves: the fields of the address, and the contingency of a body."""

from __future__ import annotations

from typing import Any

from foedus.obligations.contingency_schema import ContingencyIn
from foedus.web.pages.what_if.fields import CASE, FIELDS, Field

_MANY = frozenset({"states", "several"})


def _parameter(field: Field) -> dict[str, Any]:
    one: dict[str, Any] = {"type": "string"}
    if field.words:
        one["enum"] = list(field.words)
    schema = {"type": "array", "items": one} if field.kind in _MANY else one
    told = f"{field.label}: {field.hint}" if field.hint else field.label
    return {"name": field.name, "in": "query", "required": False, "description": told, "schema": schema}


def _inlined(node: Any, named: dict[str, Any]) -> Any:
    """Return a schema with what it refers to in place; a contingency refers to nothing that refers back."""
    if isinstance(node, list):
        return [_inlined(one, named) for one in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        found = named[node["$ref"].rsplit("/", 1)[-1]]
        return _inlined({**found, **{key: value for key, value in node.items() if key != "$ref"}}, named)
    return {key: _inlined(value, named) for key, value in node.items() if key != "$defs"}


def _contingency() -> dict[str, Any]:
    schema = ContingencyIn.model_json_schema(by_alias=True)
    found: dict[str, Any] = _inlined(schema, schema.get("$defs", {}))
    return found


_SHOWN = [field for field in FIELDS.values() if field.name != "chain" and not field.name.startswith("b.")]
PARAMETERS = [_parameter(field) for field in _SHOWN]
BOTH = [_parameter(field) for field in FIELDS.values() if field.name != "chain"]
BODY: dict[str, Any] = {
    "parameters": [_parameter(field) for field in _SHOWN if field not in CASE],
    "requestBody": {
        "required": True,
        "description": "A contingency, as a case file states it.",
        "content": {"application/json": {"schema": _contingency()}},
    },
}
