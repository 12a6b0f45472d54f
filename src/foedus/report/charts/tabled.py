"""Charts of a table: its columns say by their names what they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import isinf, isnan
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from foedus._base.errors import BadInput, Fault
from foedus.report.charts.bars import Bar, bars
from foedus.report.charts.chart import Chart
from foedus.report.charts.distribution import ecdf, histogram
from foedus.report.charts.matrix import Cell, matrix
from foedus.report.charts.scatter import Dot, scatter
from foedus.report.charts.series import Point, series
from foedus.report.charts.theme import Words

Kind = Literal["bars", "series", "scatter", "matrix", "histogram", "ecdf"]
Row: TypeAlias = Mapping[str, Any]

MOST_ROWS = 20_000
"""More rows than this are no picture."""
MOST_SIDES = 80
"""More rows or columns than this are no matrix that anybody reads; the same for bars."""


@dataclass(frozen=True, slots=True)
class _Form:
    """What a kind of chart wants: columns of numbers and of words, and those that may be left out."""

    numbers: tuple[str, ...]
    words: tuple[str, ...] = ()
    free_numbers: tuple[str, ...] = ()
    free_words: tuple[str, ...] = ()

    @property
    def wanted(self) -> tuple[str, ...]:
        return (*self.words, *self.numbers)

    @property
    def known(self) -> tuple[str, ...]:
        return (*self.wanted, *self.free_numbers, *self.free_words)


FORMS: Mapping[Kind, _Form] = MappingProxyType(
    {
        "bars": _Form(("value",), ("label",), ("low", "high"), ("kind",)),
        "series": _Form(("year", "value"), (), ("low", "high"), ("kind",)),
        "scatter": _Form(("x", "y"), ("label",), ("weight",), ("kind",)),
        "matrix": _Form(("value",), ("row", "col")),
        "histogram": _Form(("value",)),
        "ecdf": _Form(("value",), (), (), ("kind",)),
    }
)
"""The columns by kind."""


def tabled(kind: Kind, columns: Sequence[str], rows: Sequence[Row], words: Words, across: str = "x") -> Chart:
    """Return a chart of a table.

    Parameters
    ----------
    columns : sequence of str
        The names of its columns; `FORMS` says which a kind wants.
    rows : sequence of mapping
        From the name of a column to its value; None for one that is missing.
    across : str
        The title of the horizontal axis of a scatter.

    Raises
    ------
    BadInput
        If a column is not there, not known, or of another type, or there are too many rows.
    """
    _check(kind, columns, rows)
    makers: Mapping[Kind, Callable[[], Chart]] = {
        "bars": lambda: bars([_bar(row) for row in rows], words),
        "series": lambda: series([_point(row) for row in rows if row["year"] is not None], words),
        "scatter": lambda: scatter([_dot(row) for row in rows], words, across),
        "matrix": lambda: matrix([_cell(row) for row in rows], words),
        "histogram": lambda: histogram([_number(row["value"]) for row in rows], words),
        "ecdf": lambda: ecdf(_by_group(rows), words),
    }
    return makers[kind]()


def _bar(row: Row) -> Bar:
    return Bar(_text(row["label"]), group=_text(row.get("kind")), **_numbers(row, "value", "low", "high"))


def _cell(row: Row) -> Cell:
    return Cell(_text(row["row"]), _text(row["col"]), _number(row["value"]))


def _point(row: Row) -> Point:
    return Point(int(row["year"]), **_numbers(row, "value", "low", "high"), group=_text(row.get("kind")))


def _dot(row: Row) -> Dot:
    weight = _number(row.get("weight"))
    return Dot(label=_text(row["label"]), group=_text(row.get("kind")), **_numbers(row, "x", "y"), weight=weight or 0.0)


def _by_group(rows: Sequence[Row]) -> dict[str, Sequence[float | None]]:
    held: dict[str, list[float | None]] = {}
    for row in rows:
        held.setdefault(_text(row.get("kind")), []).append(_number(row["value"]))
    return dict(held)


def _numbers(row: Row, *names: str) -> dict[str, Any]:
    return {name: _number(row.get(name)) for name in names}


def _text(value: Any) -> str:
    return "" if value is None else str(value)


def _number(value: Any) -> float | None:
    return None if value is None or isnan(value) else float(value)


def _check(kind: Kind, columns: Sequence[str], rows: Sequence[Row]) -> None:
    form = FORMS[kind]
    allowed = ", ".join(form.wanted) + "".join(f", [{name}]" for name in (*form.free_numbers, *form.free_words))
    faults = [
        Fault(f"{kind} want a column {name}", "the query", allowed) for name in form.wanted if name not in columns
    ]
    faults += [
        Fault(f"{kind} know no column {name[:40]!r}", "the query", allowed, f"name it: AS {form.wanted[-1]}")
        for name in columns
        if name not in form.known
    ]
    if not rows:
        faults.append(Fault("it selects no row, so there is nothing to draw", "the query"))
    if len(rows) > MOST_ROWS:
        faults.append(Fault(f"it selects {len(rows):,} rows", "the query", f"at most {MOST_ROWS:,}", "LIMIT"))
    if faults:
        raise BadInput(faults)
    _check_sides(kind, rows)
    for name in (*form.numbers, *form.free_numbers):
        wrong = next((row[name] for row in rows if name in row and not _is_number(row[name])), None)
        if wrong is not None:
            raise BadInput(Fault(f"{str(wrong)[:40]!r} is no number", f"the query: {name}", "a number, or NULL"))


def _is_number(value: Any) -> bool:
    """Whether it is missing or can be drawn; NaN counts as missing, and what has no end as no number."""
    if value is None:
        return True
    return hasattr(value, "as_integer_ratio") and not isinf(value)


def _check_sides(kind: Kind, rows: Sequence[Row]) -> None:
    for name in {"bars": ("label",), "matrix": ("row", "col")}.get(kind, ()):
        count = len({_text(row[name]) for row in rows})
        if count > MOST_SIDES:
            raise BadInput(
                Fault(f"{count} of them are too many to be read", f"the query: {name}", f"at most {MOST_SIDES}")
            )
