"""Read YAML and JSON from anywhere: hostile until proved otherwise, with line marks kept for messages.

Only plain mappings, lists and scalars are accepted. In YAML only ``true`` and ``false`` are booleans, dates stay text,
and anchors, aliases, tags, merge keys and duplicate keys are refused. Size, depth and the number of nodes are limited,
and the document is read event by event, so that no input makes the reader recurse.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any

from foedus._base.errors import BadDocument, Fault

Path_ = tuple[str | int, ...]

MAX_BYTES = 8 * 1024 * 1024
MAX_DEPTH = 40
MAX_NODES = 400_000
MAX_SCALAR = 100_000

MAX_DIGITS = 18
MAX_KEY = 60

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""C0, C1 and DEL, marks that turn the direction of text, and lone surrogates."""

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_SCALARS: Mapping[str, bool | None] = MappingProxyType(
    {"true": True, "false": False, "null": None, "~": None, "": None}
)


@dataclass(frozen=True, slots=True)
class Document:
    """A value read from a file, and the line on which each part of it begins.

    Attributes
    ----------
    name : str
        What messages call it: a path, or a word such as ``<standard input>``.
    value : object
        Plain mappings, lists and scalars.
    lines : mapping of path to int
        Line numbers from 1; empty for JSON.
    """

    name: str
    value: Any
    lines: Mapping[Path_, int] = field(default_factory=dict)

    def where(self, path: Path_) -> str:
        """Return file, line and field path as messages show them."""
        known = path
        while known and known not in self.lines:
            known = known[:-1]
        line = f":{self.lines[known]}" if known in self.lines else ""
        dotted = field_path(path)
        return f"{self.name}{line}: {dotted}" if dotted else f"{self.name}{line}"

    def part(self, path: Path_) -> Document:
        """Return one part as a document of its own, lines kept."""
        value = self.value
        for step in path:
            value = value[step]
        depth = len(path)
        lines = {key[depth:]: line for key, line in self.lines.items() if key[:depth] == path}
        return Document(self.name, value, lines)


def field_path(path: Path_) -> str:
    """Return ``clauses[2].place`` for ``("clauses", 2, "place")``; a long key is cut short."""
    text = ""
    for step in path:
        key = str(step) if len(str(step)) <= MAX_KEY else f"{str(step)[:MAX_KEY]}…"
        text += f"[{step}]" if isinstance(step, int) else f".{key}" if text else key
    return text


def read_file(path: Path) -> Document:
    """Read a YAML or JSON file (by its ending).

    Raises
    ------
    BadDocument
        If the file cannot be opened, is too large, or is not plain YAML or JSON in UTF-8.
    """
    name = str(path)
    try:
        if not path.is_file():
            raise BadDocument(Fault("no such file", name, remedy="check the path, or use - for standard input"))
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(name, path.stat().st_size)
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise BadDocument(Fault(f"cannot be opened ({error})", name)) from error
    return read_bytes(data, name, "json" if path.suffix.lower() == ".json" else "yaml")


def read_bytes(data: bytes, name: str, syntax: str = "yaml") -> Document:
    """Read a document from memory; `syntax` is ``yaml`` or ``json``."""
    if len(data) > MAX_BYTES:
        raise _too_large(name, len(data))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BadDocument(
            Fault(
                f"byte {data[error.start]:#04x} is not UTF-8",
                f"{name}:{line}",
                allowed="text in UTF-8",
                remedy="save the file again as UTF-8",
            )
        ) from error
    return _read_json(text, name) if syntax == "json" else _read_yaml(text, name)


def _too_large(name: str, size: int) -> BadDocument:
    return BadDocument(Fault(f"{size:,} bytes is too large", name, allowed=f"at most {MAX_BYTES:,} bytes"))


def _fault(name: str, line: int, what: str, allowed: str = "", remedy: str = "") -> BadDocument:
    return BadDocument(Fault(what, f"{name}:{line}", allowed, remedy))


# --- YAML -------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Level:
    """A mapping or list that is still open."""

    value: dict[str, Any] | list[Any]
    path: Path_
    key: str | None = None


class _Builder:
    """Put YAML events together into plain values."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[Path_, int] = {}
        self.levels: list[_Level] = []
        self.root: Any = None
        self.nodes = 0
        self.documents = 0

    def scalar(self, text: str, *, plain: bool, line: int) -> None:
        level = self.levels[-1] if self.levels else None
        _refuse_controls(text, f"{self.name}:{line}: {field_path(self._here())}".removesuffix(": "))
        if level is not None and isinstance(level.value, dict) and level.key is None:
            self._open_key(level, text, line)
            return
        if len(text) > MAX_SCALAR:
            raise _fault(
                self.name,
                line,
                f"a text of {len(text):,} characters is too long",
                f"at most {MAX_SCALAR:,}",
            )
        try:
            self._put(_plain_scalar(text) if plain else text, line)
        except _BadNumber as error:
            raise _fault(self.name, line, str(error), _NUMBERS) from error

    def _here(self) -> Path_:
        """Return the path at which the next scalar stands; for a key, that of its mapping."""
        if not self.levels:
            return ()
        level = self.levels[-1]
        if isinstance(level.value, list):
            return (*level.path, len(level.value))
        return level.path if level.key is None else (*level.path, level.key)

    def open(self, value: dict[str, Any] | list[Any], line: int) -> None:
        if self.levels and isinstance(self.levels[-1].value, dict) and self.levels[-1].key is None:
            raise _fault(self.name, line, "a key must be a word, not a list or a mapping")
        if len(self.levels) >= MAX_DEPTH:
            raise _fault(self.name, line, "the document is nested too deeply", f"at most {MAX_DEPTH} levels")
        path = self._put(value, line)
        self.levels.append(_Level(value, path))

    def close(self) -> None:
        self.levels.pop()

    def _open_key(self, level: _Level, text: str, line: int) -> None:
        if text == "<<":
            raise _fault(self.name, line, "merge keys (<<) are not read", remedy="write the fields out")
        if text in level.value:
            first = self.lines.get((*level.path, text))
            raise _fault(
                self.name,
                line,
                f"the key {text[:60]!r} is given twice (first on line {first})",
                remedy="keep one of the two",
            )
        level.key = text
        self.lines[(*level.path, text)] = line

    def _put(self, value: object, line: int) -> Path_:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _fault(self.name, line, "the document has too many parts", f"{MAX_NODES:,}")
        if not self.levels:
            self.root = value
            self.lines[()] = line
            return ()
        level = self.levels[-1]
        if isinstance(level.value, dict):
            key = level.key or ""
            level.value[key] = value
            level.key = None
            return (*level.path, key)
        path = (*level.path, len(level.value))
        level.value.append(value)
        self.lines[path] = line
        return path


class _BadNumber(ValueError):
    """A number that no field can hold."""


_NUMBERS = f"finite numbers of at most {MAX_DIGITS} digits"


def _plain_scalar(text: str) -> object:
    if text in _SCALARS:
        return _SCALARS[text]
    if _INTEGER.fullmatch(text):
        return _integer(text)
    if _FLOAT.fullmatch(text):
        return _real(text)
    return text


def _integer(text: str) -> int:
    if len(text.lstrip("+-")) > MAX_DIGITS:
        message = f"the number {text[:20]}... is too long"
        raise _BadNumber(message)
    return int(text)


def _real(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        message = f"the number {text[:20]} is too large"
        raise _BadNumber(message)
    return value


def _read_yaml(text: str, name: str) -> Document:
    import yaml  # noqa: PLC0415 - only where a document is really read

    builder = _Builder(name)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(text, Loader=loader):
            _take(builder, event, yaml)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = f"not readable as YAML: {error.problem or error.context}"
        raise _fault(name, mark.line + 1 if mark else 1, what) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        what = f"not readable as YAML: control characters, U+{_code_of(error.character):04X}"
        raise _fault(name, line, what, "characters that can be seen") from error
    if builder.root is None:
        raise BadDocument(Fault("the document is empty", name))
    return Document(name, builder.root, builder.lines)


def _code_of(character: int | str | bytes) -> int:
    return character if isinstance(character, int) else ord(character)


def _take(builder: _Builder, event: Any, yaml: Any) -> None:
    line = event.start_mark.line + 1
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise _fault(builder.name, line, "anchors and aliases are not read", remedy="write the value out")
    if getattr(event, "tag", None) is not None:
        raise _fault(builder.name, line, f"the tag {event.tag[:60]!r} is not read", "plain YAML")
    if isinstance(event, yaml.DocumentStartEvent):
        builder.documents += 1
        if builder.documents > 1:
            raise _fault(builder.name, line, "a second document begins here", "one document a file")
    elif isinstance(event, yaml.ScalarEvent):
        builder.scalar(event.value, plain=event.implicit[0], line=line)
    elif isinstance(event, yaml.MappingStartEvent):
        builder.open({}, line)
    elif isinstance(event, yaml.SequenceStartEvent):
        builder.open([], line)
    elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
        builder.close()


# --- JSON -------------------------------------------------------------------------------------------------------------


def _read_json(text: str, name: str) -> Document:
    try:
        value = json.loads(
            text,
            object_pairs_hook=_unique(name),
            parse_constant=_refuse_constant(name),
            parse_int=_integer,
            parse_float=_real,
        )
    except json.JSONDecodeError as error:
        raise _fault(name, error.lineno, f"not readable as JSON: {error.msg}") from error
    except _BadNumber as error:
        raise BadDocument(Fault(str(error), name, _NUMBERS)) from error
    except (RecursionError, ValueError) as error:
        raise BadDocument(Fault("the document is nested too deeply, or a number is too long", name)) from error
    for count, (path, node) in enumerate(_walk(value)):
        if len(path) > MAX_DEPTH or count > MAX_NODES:
            raise BadDocument(Fault("too deep or too many parts", name, f"{MAX_DEPTH} levels, {MAX_NODES:,} parts"))
        if isinstance(node, str):
            _check_text(node, f"{name}: {field_path(path)}" if path else name)
    if value is None:
        raise BadDocument(Fault("the document is empty", name))
    return Document(name, value)


def _check_text(text: str, where: str) -> None:
    if len(text) > MAX_SCALAR:
        raise BadDocument(Fault("a text is too long", where, f"at most {MAX_SCALAR:,}"))
    _refuse_controls(text, where)


def _refuse_controls(text: str, where: str) -> None:
    """Refuse characters that act on a screen instead of standing on it, and halves of characters."""
    found = _CONTROLS.search(text)
    if found is not None:
        kind = "half of a character (a lone surrogate)" if found[0] >= "\ud800" else "control characters"
        raise BadDocument(Fault(f"a text holds {kind}, U+{ord(found[0]):04X}", where, "characters that can be seen"))


def _walk(value: object) -> Iterator[tuple[Path_, object]]:
    """Yield every node with its path; the keys of a mapping are nodes at the mapping's own path."""
    stack: list[tuple[Path_, object]] = [((), value)]
    while stack:
        path, node = stack.pop()
        yield path, node
        if isinstance(node, dict):
            stack.extend(((*path, key), child) for key, child in node.items())
            yield from ((path, key) for key in node)
        elif isinstance(node, list):
            stack.extend(((*path, at), child) for at, child in enumerate(node))


def _unique(name: str) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    def build(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(pairs)
        if len(value) < len(pairs):
            (twice, _), *_ = Counter(key for key, _ in pairs).most_common(1)
            raise BadDocument(Fault(f"the key {twice[:60]!r} is given twice", name))
        return value

    return build


def _refuse_constant(name: str) -> Callable[[str], Any]:
    def refuse(text: str) -> Any:
        raise BadDocument(Fault(f"{text} is not a number of JSON", name, "finite numbers"))

    return refuse
