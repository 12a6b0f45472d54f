"""The shape of the JSON answers of ``foedus sql``."""

from __future__ import annotations

from typing import Literal

from pydantic import JsonValue

from foedus.catalogue.answers import Envelope, Shape


class ReadShape(Shape):
    """A stored table that was read."""

    source: str
    version: str
    table: str
    sha256: str


class AnswerColumnShape(Shape):
    """A column of the answer; dates, times and bytes are written as text."""

    name: str
    type: Literal["text", "integer", "number", "boolean", "date", "time", "list", "record", "bytes"]


class SqlAnswer(Envelope):
    """The answer of ``foedus sql QUERY --json``; what is missing, or no finite number, is null."""

    kind: Literal["sql"]
    query: str
    data: list[ReadShape]
    columns: list[AnswerColumnShape]
    count: int
    rows: list[dict[str, JsonValue]]


class ViewHeadShape(Shape):
    """A table that a query may name; without a key where no columns tell its rows apart."""

    name: str
    room: Literal["register", "panel", "store"]
    meaning: str
    key: list[str]


class SqlTablesAnswer(Envelope):
    """The answer of ``foedus sql --tables --json``."""

    kind: Literal["sql-tables"]
    tables: list[ViewHeadShape]


class ViewColumnShape(Shape):
    """A column of a table."""

    name: str
    type: str
    unit: str
    meaning: str


class ViewShape(ViewHeadShape):
    """A table and its columns."""

    columns: list[ViewColumnShape]


class SqlTableAnswer(Envelope):
    """The answer of ``foedus sql --describe TABLE --json``."""

    kind: Literal["sql-table"]
    table: ViewShape


class SqlExportAnswer(Envelope):
    """The answer of ``foedus sql --export FILE --json``."""

    kind: Literal["sql-export"]
    file: str
    tables: int
    left_out: list[str]
    restricted: list[str]
