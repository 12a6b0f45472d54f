"""R's serialised objects (XDR, versions 2 and 3), as far as data frames need them.

The layout is that of "Serialization Formats" in *R Internals*. Nothing is evaluated: functions, environments and calls
are refused, lengths are checked against what is there, and depth is limited.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import Any

from foedus.sources.extra import np

NA_INTEGER = -(2**31)
MAX_DEPTH = 60

_NIL = frozenset({254, 253, 251, 252, 250, 242, 241})  # NULL and the environments that are named by a number
_REFERENCE, _ALTREP, _ATTRIBUTED_LIST = 255, 238, 239
_SYMBOL, _PAIRS, _CHARS, _LOGICAL, _INTEGER, _REAL, _STRINGS, _LIST = 1, 2, 9, 10, 13, 14, 16, 19
_POINTER = 22
_PAIR_KINDS = frozenset({_PAIRS, _ATTRIBUTED_LIST})


class Unreadable(ValueError):
    """The stream breaks off, or holds what no data frame holds."""


@dataclass(slots=True)
class RObject:
    """A vector or list with its attributes.

    Attributes
    ----------
    value : object
        A NumPy array, a list of texts (None is NA), or a list of objects.
    """

    value: Any
    attributes: dict[str, RObject] = field(default_factory=dict)

    def texts(self, attribute: str) -> list[str]:
        """Return an attribute that is a vector of texts; empty if there is none."""
        held = self.attributes.get(attribute)
        return [text or "" for text in held.value] if held and isinstance(held.value, list) else []


class Stream:
    """Reads one object after another.

    Parameters
    ----------
    data : bytes
        From behind the format mark.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0
        self._symbols: list[str] = []

    def header(self) -> None:
        """Read the versions of the format and of the writer."""
        version = self._int()
        self._skip(8)
        if version == 3:
            self._skip(self._int())
        elif version != 2:
            message = f"version {version} of the format is not known"
            raise Unreadable(message)

    def item(self, depth: int = 0) -> RObject:
        """Read one object.

        Raises
        ------
        Unreadable
            If the bytes are none.
        """
        if depth > MAX_DEPTH:
            message = "objects are nested too deeply"
            raise Unreadable(message)
        flags = self._int()
        kind = flags & 0xFF
        if kind in _NIL:
            return RObject([])
        if kind == _REFERENCE:
            return self._reference(flags)
        if kind == _SYMBOL:
            self._symbols.append(_one_text(self.item(depth + 1)))
            return RObject([self._symbols[-1]])
        if kind in _PAIR_KINDS:
            return self._pairs(flags, depth)
        if kind == _ALTREP:
            return self._compact(depth)
        held = RObject(self._vector(kind, depth))
        if flags & 0x200:
            held.attributes = self._attributes(depth)
        return held

    def _reference(self, flags: int) -> RObject:
        place = (flags >> 8) or self._int()
        if not 0 < place <= len(self._symbols):
            message = "it refers to what is not there"
            raise Unreadable(message)
        return RObject([self._symbols[place - 1]])

    def _pairs(self, flags: int, depth: int) -> RObject:
        """Read a chain of tagged values, one link after another, as a list whose attribute ``names`` has the tags."""
        tags: list[str | None] = []
        values: list[RObject] = []
        while flags & 0xFF in _PAIR_KINDS:
            if flags & 0x200:
                self.item(depth + 1)
            tags.append(_one_text(self.item(depth + 1)) if flags & 0x400 else "")
            values.append(self.item(depth + 1))
            flags = self._int()
        if flags & 0xFF != 254:
            message = "a list does not end"
            raise Unreadable(message)
        return RObject(values, {"names": RObject(tags)})

    def _attributes(self, depth: int) -> dict[str, RObject]:
        held = self.item(depth + 1)
        return dict(zip(held.texts("names"), held.value, strict=False))

    def _vector(self, kind: int, depth: int) -> Any:
        if kind == _CHARS:
            return [self._text()]
        if kind == _POINTER:  # left behind by a reader of CSV; it points at nothing that is in the file
            self._symbols.append("")
            return [self.item(depth + 1), self.item(depth + 1)]
        length = self._length()
        if kind in {_LOGICAL, _INTEGER}:
            return self._numbers(length, ">i4")
        if kind == _REAL:
            return self._numbers(length, ">f8")
        if kind == _STRINGS:
            return self._texts(length)
        if kind == _LIST:
            return [self.item(depth + 1) for _ in range(length)]
        message = f"it holds an object of kind {kind}, which no table needs"
        raise Unreadable(message)

    def _compact(self, depth: int) -> RObject:
        """Read a vector that R keeps in short form: a range of integers, or another vector in a wrapper."""
        kind = _one_text(self.item(depth + 1).value[0])
        state = self.item(depth + 1)
        attributes = self.item(depth + 1)
        named = dict(zip(attributes.texts("names"), attributes.value, strict=False))
        if kind == "compact_intseq" and len(state.value) == 3:
            count, start, step = (int(number) for number in state.value)
            if not 0 <= count <= 2**31 or abs(step) != 1:
                message = "a range of integers makes no sense"
                raise Unreadable(message)
            return RObject(np.arange(start, start + count * step, step, dtype="i4"), named)
        if kind.startswith("wrap_") and state.value:
            inner: RObject = state.value[0]
            return RObject(inner.value, {**inner.attributes, **named})
        message = f"it holds a vector of the form {kind[:40]!r}"
        raise Unreadable(message)

    def _numbers(self, length: int, form: str) -> Any:
        width = int(form[2:])
        start = self._skip(length * width)
        return np.frombuffer(self._data, form, length, start).astype(form.replace(">", "<"))

    def _texts(self, length: int) -> list[str | None]:
        if length * 8 > len(self._data) - self._at:
            message = "it breaks off"
            raise Unreadable(message)
        texts: list[str | None] = []
        known: dict[bytes, str | None] = {}
        data, at = self._data, self._at
        for _ in range(length):  # the longest loop of all: nothing in it is a call that need not be
            if at + 8 > len(data) or data[at + 3] != _CHARS:
                message = "a text is not a text"
                raise Unreadable(message)
            size = int.from_bytes(data[at + 4 : at + 8], "big", signed=True)
            end = at + 8 + max(size, 0)
            if size < -1 or end > len(data):
                message = "it breaks off"
                raise Unreadable(message)
            written = data[at + 4 : end]  # with its length, which tells NA from an empty text
            if written not in known:
                known[written] = None if size == -1 else _decoded(written[4:])
            texts.append(known[written])
            at = end
        self._at = at
        return texts

    def _text(self) -> str | None:
        length = self._int()
        if length == -1:
            return None
        start = self._skip(length)
        return _decoded(self._data[start : start + length])

    def _length(self) -> int:
        length = self._int()
        if length < 0:
            message = "a length is negative"
            raise Unreadable(message)
        return length

    def _int(self) -> int:
        start = self._skip(4)
        return int.from_bytes(self._data[start : start + 4], "big", signed=True)

    def _skip(self, count: int) -> int:
        start = self._at
        if count < 0 or start + count > len(self._data):
            message = "it breaks off"
            raise Unreadable(message)
        self._at = start + count
        return start


def _decoded(written: bytes) -> str:
    try:
        return written.decode("utf-8")
    except UnicodeDecodeError:
        return written.decode("latin-1")


def _one_text(held: RObject) -> str:
    if isinstance(held.value, list) and held.value and isinstance(held.value[0], str):
        return held.value[0]
    message = "a name is missing"
    raise Unreadable(message)


def read_objects(data: bytes) -> dict[str, RObject]:
    """Return the objects of an ``.rda`` file by name; the one of an ``.rds`` file under the empty name.

    Raises
    ------
    Unreadable
        If it is neither, or written otherwise than in binary XDR.
    """
    is_image = data[:5] in {b"RDX2\n", b"RDX3\n"}
    body = data[5:] if is_image else data
    if body[:2] != b"X\n":
        message = "it is not in R's binary format"
        raise Unreadable(message)
    stream = Stream(body[2:])
    try:
        stream.header()
        held = stream.item()
    except (IndexError, TypeError, AttributeError, OverflowError, struct.error) as error:
        message = f"its parts do not fit together ({error})"
        raise Unreadable(message) from error
    return dict(zip(held.texts("names"), held.value, strict=False)) if is_image else {"": held}
