"""Errors of the database in the one shape of the house: what, where in the query, what was allowed, what to do."""

from __future__ import annotations

import json
import re
from typing import Any

from foedus._base.errors import BadInput, Fault
from foedus.sources.extra import duckdb

_KIND = re.compile(r"^[A-Za-z ]+ Error: ")
_CANDIDATES = re.compile(r"^\s*(?:Candidate bindings|Did you mean):?\s*(.*?)\??$", re.MULTILINE)
_MOST = 300


def place_in(query: str, position: int) -> str:
    """Return where a byte of a query stands, as a reader counts."""
    before = query.encode()[:position].decode(errors="replace")
    line = before.count("\n") + 1
    column = len(before) - before.rfind("\n")
    return f"query, line {line}, column {column}" if "\n" in query else f"query, column {column}"


def translated(error: Exception, query: str, *, before: int | None = 0) -> BadInput:
    """Return an error of the database as the user's.

    Parameters
    ----------
    error : Exception
        A ``duckdb.Error`` with its message as JSON, or as text; or a ``UnicodeDecodeError``, for messages that quote
        half a letter.
    query : str
        As the user wrote it.
    before : int or None
        How many bytes stood before it in what was run; None if that was something else.
    """
    if isinstance(error, UnicodeDecodeError):
        return BadInput(Fault("it cannot be run, for a reason that quotes half a letter", "query"))
    told = _told(error)
    message = str(told["exception_message"])
    where = "query" if before is None else _place(str(told.get("position", "")), query, before)
    first, *_ = message.strip().splitlines() or ["it cannot be run"]
    remedy = _quoted_text(told, query) or _close_names(message) or _remedy(error, message)
    return BadInput(Fault(_CANDIDATES.sub("", first).strip()[:_MOST], where, remedy=remedy))


def _place(position: str, query: str, before: int) -> str:
    if not position.isdigit() or not 0 <= int(position) - before <= len(query.encode()):
        return "query"
    return place_in(query, int(position) - before)


def _told(error: Exception) -> dict[str, Any]:
    message = _KIND.sub("", str(error))
    try:
        told = json.loads(message)
    except ValueError:
        return {"exception_message": message}
    return told if isinstance(told, dict) and "exception_message" in told else {"exception_message": message}


def _quoted_text(told: dict[str, Any], query: str) -> str:
    """Return what to do about a text that stands in double quotes, as names do."""
    name = str(told.get("name", ""))
    is_quoted = told.get("error_subtype") == "COLUMN_NOT_FOUND" and f'"{name}"' in query
    return f"a text stands in single quotes: '{name}'" if is_quoted else ""


def _close_names(message: str) -> str:
    names = _CANDIDATES.search(message)
    return f"did you mean {names[1].strip(': ')}?" if names else ""


def _remedy(error: Exception, message: str) -> str:
    if "type DATE" in message or "date field" in message:
        return "a date is written DATE '1914-08-01'; year(since) is the year of one"
    match error:
        case duckdb.ParserException():
            return "see docs/sql.md for ten worked queries"
        case duckdb.BinderException() | duckdb.CatalogException():
            return "foedus sql --describe TABLE lists the columns"
        case duckdb.ConversionException() | duckdb.OutOfRangeException():
            return "TRY_CAST gives null where a value does not fit; CAST(… AS DOUBLE) holds large sums"
        case _:
            return ""
