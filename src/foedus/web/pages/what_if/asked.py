"""What a reader asked: the filled fields of the form, in the order of the form, however they came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from foedus._base.errors import BadInput, Fault
from foedus.web.pages.what_if.fields import FIELDS

Pairs = tuple[tuple[str, str], ...]
"""Names and values; plain, so that they can travel to a worker and name an answer that is held."""

MOST_VALUES = 300
LONGEST = {"yaml": 12_000}
LONG = 400
_ORDER = {name: at for at, name in enumerate(FIELDS)}


def asked(given: Iterable[tuple[str, str]]) -> Pairs:
    """Return the fields that were filled; several states in one field are taken apart.

    Raises
    ------
    BadInput
        If a value is too long, or there are too many.
    """
    held: dict[tuple[str, str], None] = {}
    faults: dict[str, Fault] = {}
    for name, value in given:
        field = FIELDS.get(name)
        if field is None or not value.strip():
            continue
        most = LONGEST.get(field.kind, LONG)
        if len(value) > most:
            faults[name] = Fault(f"{len(value):,} letters are too many", name, f"at most {most:,}")
            continue
        parts = value.split(";") if field.kind == "states" else [value]
        held.update(dict.fromkeys((name, _tidy(part, field.kind)) for part in parts if part.strip()))
    if len(held) > MOST_VALUES:
        faults[""] = Fault(f"{len(held)} values are too many", "", f"at most {MOST_VALUES}")
    if faults:
        raise BadInput(faults.values())
    single = {name: pair for pair in held for name in [pair[0]] if FIELDS[name].kind not in {"states", "several"}}
    kept = [pair for pair in held if single.get(pair[0], pair) == pair]
    return tuple(sorted(kept, key=lambda pair: _ORDER[pair[0]]))


def _tidy(value: str, kind: str) -> str:
    return value.replace("\r\n", "\n").rstrip() if kind == "yaml" else value.strip()


def values(pairs: Pairs, name: str) -> list[str]:
    """Return the values of a field."""
    return [value for held, value in pairs if held == name]


def first(pairs: Pairs, name: str) -> str:
    """Return the value of a field that has one, else the empty text."""
    return next(iter(values(pairs, name)), "")


def with_values(pairs: Pairs, changed: Mapping[str, object]) -> Pairs:
    """Return the same with other values of some fields; None empties one."""
    kept = [pair for pair in pairs if pair[0] not in changed]
    return asked([*kept, *((name, str(value)) for name, value in changed.items() if value is not None)])
