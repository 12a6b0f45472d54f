"""SQL that only reads: the page to ask in, answers as a page, JSON or CSV, and the tables there are."""

from __future__ import annotations

import io
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from foedus._base.errors import BadInput, Fault, FoedusError
from foedus.catalogue.sql_answers import SqlAnswer, SqlTableAnswer, SqlTablesAnswer
from foedus.obligations.answer import envelope
from foedus.panel.sql.database import Limits
from foedus.panel.sql.dictionary import view_called, views
from foedus.panel.sql.plain import texts
from foedus.panel.sql.query import Answer as Rows
from foedus.panel.sql.query import ask
from foedus.panel.sql.write import print_rows
from foedus.register.compiled import load_register
from foedus.report.sql import sql_head, view_columns_json, view_json
from foedus.web.answer import CSV, JSON, Answer, json_answer, refusal_of
from foedus.web.documented import documented
from foedus.web.render import page, query
from foedus.web.serving import served

router = APIRouter()
LIMITS = Limits(seconds=10.0, memory_mb=1024)
SHOWN = 200
MOST_ROWS = 50_000
"""In an answer to be taken away; more is work for the command line."""
EXAMPLES = (
    (
        "Treaties signed in each decade since 1815",
        (
            "SELECT year(signed) // 10 * 10 AS decade, count(*) AS treaties\n"
            "FROM treaties WHERE signed >= DATE '1815-01-01'\nGROUP BY decade ORDER BY decade"
        ),
    ),
    (
        "Clauses known only from memory",
        "SELECT treaty, article, obligation, summary\nFROM clauses WHERE verified = 'knowledge'\nORDER BY treaty",
    ),
    (
        "States in most treaties",
        (
            "SELECT actor, count(DISTINCT treaty) AS treaties\n"
            "FROM parties GROUP BY actor\nORDER BY treaties DESC LIMIT 20"
        ),
    ),
)
Sql = Annotated[
    str, Query(alias="sql", max_length=20_000, description="One statement that only reads, in DuckDB's SQL.")
]


@router.get("/data", include_in_schema=False)
async def data(request: Request, text: Sql = "") -> Response:
    """Show the page of data, and the answer if something is asked."""
    return await served(request, data_page, text, weight="heavy" if text else "light", hold=not text)


@router.get("/data/sql.json", **documented(SqlAnswer))
async def sql_json(request: Request, text: Sql) -> Response:
    """Answer a query as JSON."""
    return await served(request, sql_rows, text, weight="heavy", hold=False)


@router.get("/data/sql.csv", include_in_schema=False)
async def sql_csv(request: Request, text: Sql) -> Response:
    """Answer a query as CSV."""
    return await served(request, sql_table, text, weight="heavy", hold=False)


@router.get("/data/tables.json", **documented(SqlTablesAnswer))
async def tables_json(request: Request) -> Response:
    """List the tables that a query may name."""
    return await served(request, tables_list)


@router.get("/data/tables/{name}.json", **documented(SqlTableAnswer))
async def table_json(request: Request, name: str) -> Response:
    """Give the columns of a table."""
    return await served(request, table_whole, name)


@router.get("/data/tables/{name}", include_in_schema=False)
async def table(request: Request, name: str) -> Response:
    """Show the columns of a table."""
    return await served(request, table_page, name)


def data_page(text: str) -> Answer:
    """Return the page of data; under the query its first rows, or what is wrong with it."""
    asked = _asked(text) if text.strip() else {}
    rooms: dict[str, list[Any]] = {}
    for view in views():
        rooms.setdefault(view.room, []).append(view)
    status = 400 if "faults" in asked else 200
    return page(
        "data.html",
        title="Data",
        status=status,
        sql=text,
        asked=asked,
        rooms=rooms,
        examples=EXAMPLES,
        address=query(sql=text),
        limits=LIMITS,
    )


def _asked(text: str) -> dict[str, Any]:
    try:
        answer = ask(text, limits=LIMITS)
    except FoedusError as error:
        return {"faults": refusal_of(error).faults}
    frame = answer.frame
    return {
        "columns": frame.columns,
        "rows": [list(row.values()) for row in texts(frame.head(SHOWN)).iter_rows(named=True)],
        "count": frame.height,
        "numbers": [kind.is_numeric() for kind in frame.dtypes],
        "versions": answer.versions,
    }


def sql_rows(text: str) -> Answer:
    """Return the rows of a query as JSON."""
    answer = _bounded(ask(text, limits=LIMITS))
    written = io.StringIO()
    print_rows(answer, sql_head(answer), written)
    return Answer(written.getvalue().encode(), JSON)


def sql_table(text: str) -> Answer:
    """Return the rows of a query as CSV."""
    answer = _bounded(ask(text, limits=LIMITS))
    return Answer(texts(answer.frame).write_csv().encode(), CSV, filename="foedus-query.csv")


def _bounded(answer: Rows) -> Rows:
    if answer.frame.height > MOST_ROWS:
        what = f"{answer.frame.height:,} rows are too many to take away from here"
        raise BadInput(Fault(what, "sql", f"{MOST_ROWS:,}", "add LIMIT, or use foedus sql -o FILE"))
    return answer


def tables_list() -> Answer:
    """Return the tables as JSON."""
    return json_answer(envelope("sql-tables", load_register(), tables=list(map(view_json, views()))))


def table_whole(name: str) -> Answer:
    """Return a table's columns as JSON."""
    view = view_called(name)
    told = {**view_json(view), "columns": view_columns_json(view)}
    return json_answer(envelope("sql-table", load_register(), table=told))


def table_page(name: str) -> Answer:
    """Return a table's columns as a page."""
    view = view_called(name)
    return page("table.html", title=view.name, view=view, address="")
