"""A part of the outlook told line by line: those that both sides tell, those that differ in numbers, and the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from foedus.assessment.comparison.pair import How, Pair
from foedus.assessment.unknown import Unknown
from foedus.report.comparison.rows import NONE, UNKNOWN, Row, Section, reasons, section
from foedus.report.outlook.told import Told

_NUMBER = re.compile(r"[+-]?\d[\d.,]*")
LONGEST_LABEL = 60
_FEWEST_WORDS = 4
"""Fewer words at the beginning of a line do not tell what it is about."""


def line_by_line(told: Pair[Told | None], part: Pair[Any]) -> Section:
    """Return a part as it is told on either side.

    Parameters
    ----------
    told : Pair
        The part in words; None where a side has no such part.
    part : Pair
        The part itself, which may be `Unknown`.
    """
    title = told.known[0].title
    if part.differs and any(isinstance(one, Unknown) for one in (part.a, part.b)):
        return section(title, _of_one(told, part), reasons(part))
    lines = told.each(lambda one: [] if one is None else list(_lines(one)))
    return section(title, _matched(lines.a, lines.b))


def _of_one(told: Pair[Told | None], part: Pair[Any]) -> Iterator[Row]:
    """Yield what is told by the side that knows."""
    if told.a is not None and not isinstance(part.a, Unknown):
        yield from (_row(line, UNKNOWN, "not known") for line in _lines(told.a))
    if told.b is not None and not isinstance(part.b, Unknown):
        yield from (_row(UNKNOWN, line, "not known") for line in _lines(told.b))


def _matched(a: list[str], b: list[str]) -> Iterator[Row]:
    """Yield pairs of lines: alike, alike but for numbers, alike in how they begin; then those of one side."""
    for one, _ in _paired(a, b, lambda line: line):
        yield _row(one, one, "same")
    for key in (_words, _beginning):
        for one, other in _paired(a, b, key):
            yield _row(one, other, "differs")
    yield from (_row(line, NONE, "only in A") for line in a)
    yield from (_row(NONE, line, "only in B") for line in b)


def _row(a: str, b: str, how: How) -> Row:
    """Return a row; what the lines begin with up to a colon, if it is short and the same, is its label."""
    heads = {line.partition(": ")[0] for line in (a, b) if line not in (NONE, UNKNOWN)}
    head = heads.pop() if len(heads) == 1 else ""
    if not head or len(head) > LONGEST_LABEL or any(line == head for line in (a, b)):
        return Row("", a, b, how)
    return Row(head, a.removeprefix(f"{head}: "), b.removeprefix(f"{head}: "), how)


def _paired(a: list[str], b: list[str], key: Callable[[str], str]) -> Sequence[tuple[str, str]]:
    """Take out of two lists the lines with the same key, in the order of A; an empty key is no key."""
    pairs = []
    for line in tuple(a):
        other = next((one for one in b if key(line) and key(one) == key(line)), None)
        if other is not None:
            a.remove(line)
            b.remove(other)
            pairs.append((line, other))
    return pairs


def _words(line: str) -> str:
    return _NUMBER.sub("#", line)


def _beginning(line: str) -> str:
    start = re.split(r"[:;]", _words(line), maxsplit=1)[0]
    return start if len(re.findall(r"[^\W\d]+", start)) >= _FEWEST_WORDS else ""


def _lines(told: Told) -> Iterator[str]:
    if told.grid is not None:
        for cells in told.grid.rows:
            named = (f"{name} {cell}".strip() for name, cell in zip(told.grid.columns, cells, strict=True))
            yield "; ".join(named)
    yield from (line.text for line in told.lines)
