"""What a query asks for: read by DuckDB's own parser, before anything is made or run.

Only reading is let through, and only by a list of what may be read: one SELECT, VALUES, DESCRIBE, SHOW or EXPLAIN; the
tables of the dictionary; table functions that make rows of nothing. DuckDB's locks (see `foedus.panel.sql.database`)
stand behind it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from foedus._base.errors import BadInput, Fault
from foedus.panel.sql.faults import place_in, translated
from foedus.sources.extra import duckdb

MOST_BYTES = 100_000
"""The longest query that is read."""

ALLOWED = "one SELECT, WITH, VALUES, FROM, DESCRIBE, SUMMARIZE, SHOW or EXPLAIN"

_READING_NODES = frozenset({"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"})
_TABLE_FUNCTIONS = frozenset({"generate_series", "json_each", "json_tree", "range", "repeat", "unnest"})
_REFUSED_FUNCTIONS = frozenset(
    {
        "current_query",
        "current_setting",
        "currval",
        "getenv",
        "getvariable",
        "json_execute_serialized_sql",
        "nextval",
        "pg_sleep",
        "query",
        "query_table",
        "sleep_ms",
        "write_log",
    }
)
_EXPLAIN = re.compile(r"(?:\s|--[^\n]*\n|/\*.*?\*/)*explain\s+(?:analyze\s+)?(?!\s*\()", re.IGNORECASE | re.DOTALL)
_NOWHERE = 2**64 - 1


@dataclass(frozen=True, slots=True)
class Named:
    """A table that a query names, and where."""

    name: str
    where: str


@dataclass(frozen=True, slots=True)
class Question:
    """A query that may be run.

    Attributes
    ----------
    text : str
        As it was given.
    is_explained : bool
        It asks for the plan, not for rows.
    asks_for_tables : bool
        It asks which tables there are.
    """

    text: str
    names: tuple[Named, ...]
    is_explained: bool = False
    asks_for_tables: bool = False


def read_query(connection: duckdb.DuckDBPyConnection, query: str) -> Question:
    """Return what a query asks for.

    Parameters
    ----------
    connection : duckdb.DuckDBPyConnection
        For its parser.
    query : str
        The text.

    Raises
    ------
    BadInput
        If it cannot be read, is more than one statement, or would do more than read the tables of the dictionary.
    """
    _check_text(query)
    kind = _only_statement(connection, query)
    is_explained = kind == "EXPLAIN"
    explain = _EXPLAIN.match(query) if is_explained else None
    if is_explained and explain is None:
        raise BadInput(Fault("EXPLAIN with options is not read", "query", "EXPLAIN SELECT …, EXPLAIN ANALYZE SELECT …"))
    reader = _Reader(query, len(explain[0].encode()) if explain else 0)
    try:
        reader.read(_tree(connection, query[explain.end() :] if explain else query), frozenset())
    except RecursionError as error:
        raise BadInput(Fault("the query is nested too deeply", "query")) from error
    names = tuple({named.name.casefold(): named for named in reversed(reader.names)}.values())
    return Question(query, names[::-1], is_explained, reader.asks_for_tables)


def _check_text(query: str) -> None:
    try:
        size = len(query.encode())
    except UnicodeError as error:
        raise BadInput(Fault("the query is no text", "query", "UTF-8")) from error
    if "\x00" in query:
        raise BadInput(Fault("the query holds a NUL character", "query", "text"))
    if size > MOST_BYTES:
        raise BadInput(Fault("the query is too long", "query", f"at most {MOST_BYTES:,} bytes"))


def _only_statement(connection: duckdb.DuckDBPyConnection, query: str) -> str:
    try:
        statements = connection.extract_statements(query)
    except (duckdb.Error, UnicodeDecodeError) as error:
        raise translated(error, query) from error
    if len(statements) != 1:
        what = "several statements at once" if statements else "the query is empty"
        raise BadInput(Fault(what, "query", ALLOWED))
    statement = statements[0]
    if statement.named_parameters:
        raise BadInput(Fault("a query has no parameters", "query", "values written out"))
    kind = str(statement.type).rpartition(".")[2]
    if kind == "MULTI":
        raise BadInput(Fault("PIVOT without its values", "query", "PIVOT … ON column IN (value, …) USING …"))
    if kind not in {"SELECT", "EXPLAIN"}:
        raise BadInput(Fault(f"{kind.replace('_', ' ')} is refused: queries only read", "query", ALLOWED))
    return kind


def _tree(connection: duckdb.DuckDBPyConnection, query: str) -> Any:
    ((text,),) = connection.execute("SELECT json_serialize_sql(?::VARCHAR)", [query]).fetchall()
    tree = json.loads(text)
    if tree["error"]:
        raise BadInput(Fault("the query does more than read", "query", ALLOWED))
    return tree["statements"]


@dataclass
class _Reader:
    """Walks the tree of a query and gathers the tables it names, names of its own left out.

    Attributes
    ----------
    skipped : int
        How many bytes of the query stand before what the tree was made of.
    """

    query: str
    skipped: int = 0
    names: list[Named] = field(default_factory=list)
    asks_for_tables: bool = False

    def read(self, node: Any, own: frozenset[str]) -> None:
        """Read a part of the tree, in which some names are the query's own."""
        if isinstance(node, list):
            for part in node:
                self.read(part, own)
        elif isinstance(node, Mapping):
            self._check(node)
            inner = self._with_own_tables(node, own)
            if node.get("type") == "BASE_TABLE":
                self._table(node, inner)
            elif node.get("type") == "SHOW_REF":
                self._show(node, inner)
            for key, part in node.items():
                if key != "cte_map":
                    self.read(part, inner)

    def _check(self, node: Mapping[str, Any]) -> None:
        kind = node.get("type")
        if isinstance(kind, str) and kind.endswith("_NODE") and kind not in _READING_NODES:
            verb = kind.partition("_")[0]
            raise BadInput(Fault(f"{verb} is refused: queries only read", "query", ALLOWED))
        if kind == "TABLE_FUNCTION":
            name = str(node["function"].get("function_name", "")).casefold()
            if name not in _TABLE_FUNCTIONS:
                what = f"{name or 'this function'} is refused: rows come only from the tables of the dictionary"
                raise BadInput(Fault(what, self._where(node), remedy="see foedus sql --tables"))
        elif node.get("class") == "FUNCTION" and str(node.get("function_name")).casefold() in _REFUSED_FUNCTIONS:
            what = f"{node['function_name']} is refused: it reaches outside the query"
            raise BadInput(Fault(what, self._where(node)))

    def _with_own_tables(self, node: Mapping[str, Any], own: frozenset[str]) -> frozenset[str]:
        """Read the common table expressions of a node, and return the names that are the query's own below it."""
        for item in node.get("cte_map", {}).get("map", ()):
            name = str(item["key"]).casefold()
            is_recursive = item["value"]["query_node"].get("type") == "RECURSIVE_CTE_NODE"
            self.read(item["value"], own | {name} if is_recursive else own)
            own |= {name}
        return own

    def _table(self, node: Mapping[str, Any], own: frozenset[str]) -> None:
        name = str(node["table_name"])
        if node.get("schema_name") or node.get("catalog_name"):
            path = ".".join(node["qualified_name"]["path"])
            raise BadInput(Fault(f"{path[:80]} names a schema", self._where(node), "the name of a table alone"))
        if name.casefold() not in own:
            self.names.append(Named(name, self._where(node)))

    def _show(self, node: Mapping[str, Any], own: frozenset[str]) -> None:
        name = str(node.get("table_name", ""))
        match node.get("show_type"), name:
            case "SHOW_SPECIAL", '"tables"' | "__show_tables_expanded":
                self.asks_for_tables = True
            case (("SHOW_SPECIAL" | "SHOW_FROM"), _):
                raise BadInput(Fault("there is nothing of the kind to show", "query", "SHOW TABLES, DESCRIBE TABLE"))
            case _ if name and name.casefold() not in own:
                self.names.append(Named(name, "query"))

    def _where(self, node: Mapping[str, Any]) -> str:
        position = node.get("query_location", _NOWHERE)
        return "query" if position == _NOWHERE else place_in(self.query, self.skipped + position)
