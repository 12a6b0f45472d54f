"""Time since the last event: spells, peace years, polynomials and splines; and values of years before or after."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault
from foedus.panel.addition import Added, Addition, Option, Options, Shape
from foedus.panel.columns import masked
from foedus.panel.membership import Codes
from foedus.panel.workspace import Workspace
from foedus.sources.extra import pl

EVENT = Option(
    "event",
    "gmlmidongoing",
    "the column of 0 and 1 that says when an event was; else the first there is of other disputes and wars",
    instead=("cowmidongoing", "cowinterongoing"),
)
_MAX_KNOTS = 10


def rows_since(event: NDArray[np.float64], first: NDArray[np.bool_]) -> tuple[Codes, NDArray[np.bool_]]:
    """Return the observed rows of the unit since its last event, and whether that is known.

    Parameters
    ----------
    event : array of float, shape (rows,)
        1 for an event, 0 for none, NaN where it is not known; sorted by unit and year.
    first : array of bool, shape (rows,)
        Whether a row is the first of its unit.

    Returns
    -------
    array of int
        0 in the first row of a unit and in the row after an event; an event's own row goes on counting.
    array of bool
        False after an unknown row, until the next event or unit.
    """
    start = _starts(event, first)
    return np.arange(len(event)) - start, _is_known(event, first)


def years_since(event: NDArray[np.float64], first: NDArray[np.bool_], year: Codes) -> tuple[Codes, NDArray[np.bool_]]:
    """Return the same in calendar years, gaps between the rows included; 0 in the year after an event."""
    start = _starts(event, first)
    since = year - year[start]
    after_event = ~first[start]
    since[after_event] = year[after_event] - year[start[after_event] - 1] - 1
    return since, _is_known(event, first)


def _starts(event: NDArray[np.float64], first: NDArray[np.bool_]) -> Codes:
    """Return, for each row, the row at which its count began."""
    begins = first.copy()
    begins[1:] |= event[:-1] == 1
    places = np.arange(len(event))
    starts: Codes = np.maximum.accumulate(np.where(begins, places, 0))
    return starts


def _is_known(event: NDArray[np.float64], first: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return whether no unknown row lies between the count's beginning and the row."""
    unknown = np.concatenate([[0], np.cumsum(np.isnan(event))])
    known: NDArray[np.bool_] = unknown[:-1] == unknown[_starts(event, first)]
    return known


def natural_spline(x: NDArray[np.float64], knots: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the natural cubic spline basis without its linear term, shape (rows, knots - 2).

    Cubic between the knots, linear beyond the first and the last, in the truncated power form, divided by the square of
    the knots' range: F. E. Harrell, Regression Modeling Strategies (2015), equations 2.25 to 2.27.

    Parameters
    ----------
    x : array of float, shape (rows,)
        Where to evaluate it.
    knots : array of float, shape (knots,)
        Three or more, ascending.
    """
    last, before = knots[-1], knots[-2]
    cubes = [np.maximum(x - knot, 0.0) ** 3 for knot in knots]
    columns = [
        cubes[place] - cubes[-2] * (last - knot) / (last - before) + cubes[-1] * (before - knot) / (last - before)
        for place, knot in enumerate(knots[:-2])
    ]
    basis: NDArray[np.float64] = np.column_stack(columns) / (last - knots[0]) ** 2
    return basis


def _event(work: Workspace, options: Options) -> NDArray[np.float64]:
    column = work.column(options["event"])
    values = column.cast(pl.Float64, strict=False)
    if values.null_count() > column.null_count() or not values.drop_nulls().is_in([0.0, 1.0]).all():
        what = f"{options['event']} is no column of 0 and 1"
        raise BadInput(Fault(what, "event", "a flag", "name one: event=gmlmidonset"))
    return values.to_numpy().astype(np.float64)


def _stem(options: Options) -> str:
    """Return what the columns of an event are called after: gmlmid for gmlmidongoing, gmlmidinit for …ongoing_init."""
    event = options["event"]
    return event.replace("ongoing_", "").removesuffix("ongoing") or event


def _spell_columns(options: Options, _: Shape) -> tuple[Added, ...]:
    return (
        Added(
            f"{_stem(options)}spell",
            "integer",
            "rows of the unit since its last event, or its first row",
            "observed rows",
        ),
    )


def _spells(work: Workspace, options: Options) -> Mapping[str, pl.Series]:
    name = f"{_stem(options)}spell"
    count, known = rows_since(_event(work, options), work.layout.is_first)
    return {name: masked(count, known, name)}


SPELLS = Addition(
    name="spells",
    summary="Observed rows since the last event (the field's spells)",
    columns=_spell_columns,
    compute=_spells,
    rows="any",
    options=(EVENT,),
    needs=lambda options: (options["event"],),
)

_POLYNOMIAL = Option("polynomial", "", "the powers to add: 3 adds the square and the cube", ("", "2", "3"))
_KNOTS = Option("knots", "", "knots of a natural cubic spline to add, such as 1,4,7")


def _peace_columns(options: Options, _: Shape) -> tuple[Added, ...]:
    stem = _stem(options)
    powers = tuple(
        Added(f"{stem}_peace_years{power}", "number", f"the calendar count to the power of {power}")
        for power in range(2, int(options["polynomial"] or 1) + 1)
    )
    splines = tuple(
        Added(f"{stem}_peace_spline{place}", "number", f"natural cubic spline of the calendar count, part {place}")
        for place in range(1, len(_knots(options)) - 1)
    )
    return (
        Added(f"{stem}_peace_years", "integer", "calendar years since the last event, or the first row", "years"),
        Added(
            f"{stem}_peace_rows", "integer", "rows of the unit since its last event, or its first row", "observed rows"
        ),
        *powers,
        *splines,
    )


def _knots(options: Options) -> NDArray[np.float64]:
    text = options["knots"]
    try:
        knots = np.array([float(part) for part in text.split(",")] if text else [])
    except ValueError:
        knots = np.array([np.nan])
    if text and not (3 <= len(knots) <= _MAX_KNOTS and (np.diff(knots) > 0).all() and np.isfinite(knots).all()):
        fault = Fault(f"{text[:40]!r} are no knots", "knots", f"3 to {_MAX_KNOTS} numbers, ascending", "knots=1,4,7")
        raise BadInput(fault)
    return knots


def _peace(work: Workspace, options: Options) -> Mapping[str, pl.Series]:
    event, first, stem = _event(work, options), work.layout.is_first, _stem(options)
    years, known = years_since(event, first, work.layout.calendar_year)
    rows, _ = rows_since(event, first)
    made: dict[str, np.ndarray] = {f"{stem}_peace_years": years, f"{stem}_peace_rows": rows}
    for power in range(2, int(options["polynomial"] or 1) + 1):
        made[f"{stem}_peace_years{power}"] = years.astype(np.float64) ** power
    knots = _knots(options)
    if len(knots):
        for place, part in enumerate(natural_spline(years.astype(np.float64), knots).T, 1):
            made[f"{stem}_peace_spline{place}"] = part
    return {name: masked(values, known, name) for name, values in made.items()}


PEACE_YEARS = Addition(
    name="peace-years",
    summary="Calendar years and observed rows since the last event, with polynomials and splines",
    columns=_peace_columns,
    compute=_peace,
    rows="any",
    options=(EVENT, _POLYNOMIAL, _KNOTS),
    needs=lambda options: (options["event"],),
)

_COLUMN = Option("column", "", "which column")
_YEARS = Option("years", "1", "how many years before; after, if negative")


def _shift_name(options: Options) -> str:
    years = _shift_years(options)
    return f"{options['column']}_{'lag' if years > 0 else 'lead'}{abs(years)}"


def _shift_years(options: Options) -> int:
    text = options["years"]
    if not text.lstrip("-").isdigit() or not 0 < abs(int(text)) <= 200:
        raise BadInput(Fault(f"{text[:20]!r} is no number of years", "years", "1 to 200, or -1 to -200"))
    return int(text)


def _shift_columns(options: Options, _: Shape) -> tuple[Added, ...]:
    years = _shift_years(options)
    when = f"{abs(years)} {'year' if abs(years) == 1 else 'years'} {'before' if years > 0 else 'after'}"
    return (Added(_shift_name(options), "number", f"{options['column']} of the same unit {when}"),)


def _shifted(work: Workspace, options: Options) -> Mapping[str, pl.Series]:
    """Return the value of the same unit in the calendar year so many years before; missing where it has no such row."""
    keys, name = work.layout.keys, _shift_name(options)
    here = pl.DataFrame(list(keys.values()))
    there = here.with_columns((pl.col("year") + _shift_years(options)), work.column(options["column"]).alias(name))
    joined = here.join(there, on=list(keys), how="left", maintain_order="left")
    return {name: joined[name]}


LAG = Addition(
    name="lag",
    summary="A column's value of the same unit some calendar years before or after",
    columns=_shift_columns,
    compute=_shifted,
    rows="any",
    options=(_COLUMN, _YEARS),
    needs=lambda options: (options["column"],),
)
