"""The dictionary of panels: every universe, every addition, its options and its columns, as one page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from foedus.panel.addition import Added, Addition, Shape
from foedus.panel.catalogue import HOMES, UNIVERSES, addition
from foedus.sources.registry import source

_HEAD = """# What panels have

This page is written by `make docs` from the additions that `foedus.catalogue.additions` lists; edit those.
[Panels](panels.md) explains how they are put together, [data sets](data.md) what each published table holds. A column
marked * is there once for each state of a row, with 1, 2, … after its name where a row has several states. A value that
is not known is missing; 0 stands only where the data cover the year. Of each addition, `keep=COLUMN,COLUMN` keeps some
columns only.
"""

_ROWS = {"any": "any rows with years", "states": "rows with states", "dyads": "dyad-years"}

_SHAPES = {
    "any": {"rows": Shape(0)},
    "states": {"states": Shape(1), "dyads": Shape(2), "directed dyads": Shape(2, is_directed=True)},
    "dyads": {"dyads": Shape(2), "directed dyads": Shape(2, is_directed=True)},
}
"""The shapes of rows on which an addition may bring columns of its own."""


def dictionary(homes: Mapping[str, str] = HOMES) -> str:
    """Return the page as Markdown: of the additions that live in the homes."""
    held = [addition(name, homes) for name in homes]
    lines = [line for one in held for line in _addition(one)]
    return "\n".join([_HEAD, *_universes(), *_overview(held), *lines]).rstrip() + "\n"


def _universes() -> Iterator[str]:
    yield "## Universes\n"
    yield "| universe | a row is |"
    yield "|---|---|"
    yield from (f"| `{name}` | {what} |" for name, what in UNIVERSES.items())
    yield ""


def _overview(held: Sequence[Addition]) -> Iterator[str]:
    yield "## Additions\n"
    yield "| addition | what it brings | on | reads |"
    yield "|---|---|---|---|"
    for one in held:
        read = ", ".join(f"[{held}](data.md#{held})" for held in one.sources) or "nothing to download"
        yield f"| [`{one.name}`](#{one.name}) | {one.summary} | {_ROWS[one.rows]} | {read} |"
    yield ""


def _addition(one: Addition) -> Iterator[str]:
    yield f"### {one.name}\n"
    years = "".join(f" {source(name).title}, {_years(name)}." for name in one.sources)
    yield f"{one.summary}. On {_ROWS[one.rows]}.{years}\n"
    for option in one.options:
        allowed = ", ".join(f"`{word}`" if word else "nothing" for word in option.allowed)
        told = f" ({allowed})" if allowed else ""
        yield f"* Option `{option.name}`, else `{option.default}`: {option.meaning}{told}"
    if one.options:
        yield ""
    yield "| column | type | meaning | unit | on |"
    yield "|---|---|---|---|---|"
    yield from (_row(column, shapes) for column, shapes in _columns(one).items())
    yield ""


def _years(name: str) -> str:
    first, last = source(name).latest.years
    return f"{first} to {last}"


def _columns(one: Addition) -> dict[Added, list[str]]:
    """Return each column with the shapes of rows that have it."""
    options = {option.name: option.default for option in one.options}
    found: dict[Added, list[str]] = {}
    for word, shape in _SHAPES[one.rows].items():
        for column in one.columns({**options, **_EXAMPLES.get(one.name, {})}, shape):
            found.setdefault(column, []).append(word)
    return found


_EXAMPLES = {"lag": {"column": "cinc1"}, "peace-years": {"polynomial": "3", "knots": "1,4,7"}}
"""Options under which an addition shows all its columns."""


def _row(column: Added, shapes: list[str]) -> str:
    name = f"`{column.name}`{'*' if column.is_of_each else ''}"
    return f"| {name} | {column.type} | {column.meaning} | {column.unit} | {', '.join(shapes)} |"
