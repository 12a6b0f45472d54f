"""From the fields of the form to the documents that everything else reads, and from their faults back to fields."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from foedus._base.documents import Document, read_bytes
from foedus._base.errors import BadInput, Fault
from foedus.web.pages.what_if.asked import Pairs, first, values
from foedus.web.pages.what_if.fields import CASE, FIELDS, ROWS, WHO, Field

FORM = "form"
LISTS = ("belligerents", "entries", "mobilisations", "requests", "findings", "non_state", "resists", "events", "note")
"""What the field of further facts may hold."""
_BESIDE = {"place": "place.lat", "act": "act.kind", "belligerents": "more"}
_WHERE = re.compile(rf"{FORM}(?P<line>:\d+)?(?:: (?P<path>[^:]*))?(?P<rest>: .*)?", re.DOTALL)
_NOBODY = frozenset({"place.sovereign", "place.administered_by"})


def contingency_document(pairs: Pairs) -> Document:
    """Return the contingency that the form states.

    Raises
    ------
    BadInput
        If a needed field is empty, or the further facts cannot be read; each fault names its field.
    """
    told: dict[str, Any] = {}
    for field in CASE:
        held = values(pairs, field.name)
        if held and field.name not in {"more", "resists"}:
            _put(told, field, held)
    more = _more(first(pairs, "more"))
    faults = list(_clashes(told, more.value, pairs))
    if "events" not in more.value:
        faults += [_missing(field) for field in WHO if field.name not in told]
    if faults:
        raise BadInput(faults)
    resists = first(pairs, "resists")
    if resists:
        told["resists"] = dict.fromkeys(told.get("targets", ()), _value("truth", resists))
    lines = {path: line for path, line in more.lines.items() if path}
    return Document(FORM, {**told, **more.value}, lines)


def _put(told: dict[str, Any], field: Field, held: list[str]) -> None:
    part, _, key = field.name.rpartition(".")
    place = told.setdefault(part, {}) if part else told
    if field.kind in {"states", "several"}:
        place[key] = held
    elif field.name in _NOBODY and held[0].casefold() == "none":
        place[key] = None
    else:
        place[key] = _value(field.kind, held[0])


def _value(kind: str, text: str) -> Any:
    """Return what a text means; one that means nothing stays as it is, to be refused with its field."""
    if kind == "truth":
        return {"true": True, "false": False}.get(text, text)
    if kind == "number":
        try:
            return float(text.replace("\u2212", "-"))
        except ValueError:
            return text
    return text


def _more(text: str) -> Document:
    if not text:
        return Document(FORM, {})
    try:
        held = read_bytes(text.encode(), FORM)
    except BadInput as error:
        raise BadInput(at_fields(error.faults)) from error
    if not isinstance(held.value, dict):
        raise BadInput(Fault("a mapping belongs here", "more", ", ".join(LISTS)))
    return held


def _clashes(told: dict[str, Any], more: dict[str, Any], pairs: Pairs) -> Iterator[Fault]:
    for key in more:
        if key not in LISTS:
            yield Fault(f"{key[:60]!r} has a field of its own, or is not known", "more", ", ".join(LISTS))
    if "events" in more and told:
        names = ", ".join(sorted(key for key in told if key not in {"title", "hypothetical"}))
        if names:
            yield Fault(f"with `events`, {names} belong inside an event", "more", "those fields left empty")
    if "resists" in more and first(pairs, "resists"):
        yield Fault("whether the target resists is told twice", "resists", "here or among the further facts")


def _missing(field: Field) -> Fault:
    told = {"date": "a day is needed", "attackers": "an attacker is needed", "targets": "a target is needed"}
    return Fault(told[field.name], field.name)


def suppositions(pairs: Pairs, side: str = "") -> tuple[Document | None, list[str]]:
    """Return what is supposed, and the field of each supposition; None if nothing is.

    Raises
    ------
    BadInput
        If a row is filled in part, or the further ones cannot be read.
    """
    held: list[Any] = []
    fields: list[str] = []
    faults: list[Fault] = []
    for number in ROWS:
        at = f"{side}suppose.{number}"
        row = {key: first(pairs, f"{at}.{key}") for key in ("state", "does", "treaty", "from")}
        if any(row.values()):
            needed = [key for key in row if not row[key] and not (key == "state" and row["does"] == "ends")]
            faults += [Fault("this part of the supposition is missing", f"{at}.{key}") for key in needed]
            held.append(_supposition(row))
            fields.append(f"{at}.treaty")
    more = first(pairs, f"{side}suppose.more")
    if more:
        listed = _listed(more, f"{side}suppose.more")
        held += listed
        fields += [f"{side}suppose.more"] * len(listed)
    if faults:
        raise BadInput(faults)
    return (Document("suppose", held), fields) if held else (None, [])


def _supposition(row: dict[str, str]) -> dict[str, str]:
    if row["does"] == "ends":
        return {"treaty": row["treaty"], "ends": row["from"]}
    return {"state": row["state"], row["does"] or "joins": row["treaty"], "from": row["from"]}


def _listed(text: str, name: str) -> list[Any]:
    try:
        held = read_bytes(text.encode(), "line").value
    except BadInput as error:
        raise BadInput(
            Fault(f"{one.where}: {one.what}", name, one.allowed, one.remedy) for one in error.faults
        ) from error
    if not isinstance(held, list):
        raise BadInput(Fault("a list belongs here", name, "- {state: …, joins: …, from: …}"))
    return held


def supposed_at(faults: Iterable[Fault], fields: list[str]) -> Iterator[Fault]:
    """Yield the faults of suppositions, each at the field it came from."""
    for fault in faults:
        found = re.search(r"\[(\d+)\]", fault.where)
        at = int(found.group(1)) if found else 0
        yield Fault(fault.what, fields[min(at, len(fields) - 1)], fault.allowed, fault.remedy)


def at_fields(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Yield the faults of a contingency, each at the field it came from."""
    for fault in faults:
        found = _WHERE.fullmatch(fault.where)
        if not found:
            yield fault
            continue
        line, path = found["line"], found["path"] or ""
        if line:
            where = f"line {line[1:]}{f', {path}' if path else ''}: "
            yield Fault(where + fault.what, "more", fault.allowed, fault.remedy)
        else:
            yield Fault(fault.what, _field_of(path), fault.allowed, fault.remedy)


def _field_of(path: str) -> str:
    name = re.sub(r"\[\d+\]", "", path)
    while name and name not in FIELDS:
        if name in _BESIDE:
            return _BESIDE[name]
        name = name.rpartition(".")[0]
    return name or ("more" if path else "")
