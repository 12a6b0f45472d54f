"""What stands before the rows of a query: which register and which stored tables answered, and the columns."""

from __future__ import annotations

from typing import Any

from foedus.obligations.answer import envelope
from foedus.panel.sql.plain import columns_json
from foedus.panel.sql.query import Answer
from foedus.panel.sql.view import View


def sql_head(answer: Answer) -> dict[str, Any]:
    """Return the envelope of an answer to a query, without its rows."""
    read = [
        {"source": one.source, "version": one.version, "table": one.table, "sha256": one.sha256} for one in answer.used
    ]
    return envelope(
        "sql",
        answer.register,
        query=answer.query,
        data=read,
        columns=columns_json(answer.frame),
        count=answer.frame.height,
    )


def view_json(view: View) -> dict[str, Any]:
    """Return a table that a query may name, without its columns."""
    return {"name": view.name, "room": view.room, "meaning": view.meaning, "key": list(view.key)}


def view_columns_json(view: View) -> list[dict[str, Any]]:
    """Return the columns of a table."""
    return [{"name": one.name, "type": one.type, "unit": one.unit, "meaning": one.meaning} for one in view.columns]
