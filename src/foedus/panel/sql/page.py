"""The dictionary as a page of documentation."""

from __future__ import annotations

from collections.abc import Iterator

from foedus.panel.sql.dictionary import ROOMS, views
from foedus.panel.sql.view import Room, View

_HEAD = """# Tables of `foedus sql`

This page is written by `make docs` from the declarations under `src/foedus/panel/sql` and the entries of the data sets;
edit those. [How to ask](sql.md) has worked queries. `foedus sql --tables` and `foedus sql --describe TABLE` print the
same, and in a query the tables `dictionary_views` and `dictionary` hold it.

Dates are of the Gregorian calendar. One known only to the month or the year stands as the first day it may be, an end
as the last; the column `…_precision` beside it says how closely it is known (null: there is no date), and `…_text`
gives it as written wherever the day alone would claim too much: a month, a doubt, Old Style. Missing is null, never 0
and never an empty text.

| joins | by |
|---|---|
| everything about a treaty | `treaty`; a clause also by `clause` |
| actors of the register | `actor`; lists of actors hold the same ids |
| panels and data sets | `ccode` or `gwcode` with `year`; `states` says which actor had which number when |
"""

_INTROS: dict[Room, str] = {
    "register": "Facts of the register, CC BY 4.0.\n",
    "panel": "Laid out when a query names them, as by `foedus panel`.\n",
    "store": (
        "Each table of a published data set that the store holds, in its newest version; "
        '`"nmc_state_years@5.0"` in double quotes names another. One that is not in the store is an error that names '
        "the command that brings it. [Data sets](data.md) has terms, citations, files and missing codes.\n"
    ),
}


def page() -> str:
    """Return the page as Markdown."""
    return "\n".join([_HEAD, *(line for room in ROOMS for line in _room(room))]) + "\n"


def _room(room: Room) -> Iterator[str]:
    yield f"## {ROOMS[room]}\n"
    yield _INTROS[room]
    held = [view for view in views() if view.room == room]
    yield "| table | a row is |"
    yield "|---|---|"
    for view in held:
        yield f"| [`{view.name}`](#{view.name}) | {_cell(view.meaning)} |"
    yield ""
    for view in held:
        yield from _view(view)


def _view(view: View) -> Iterator[str]:
    yield f"### {view.name}\n"
    key = f" Key: {', '.join(f'`{name}`' for name in view.key)}." if view.key else ""
    yield f"{view.meaning}.{key}\n"
    yield "| column | type | unit | meaning |"
    yield "|---|---|---|---|"
    for column in view.columns:
        yield f"| {column.name} | {column.type} | {_cell(column.unit)} | {_cell(column.meaning)} |"
    yield ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
