"""Data sets and stored tables as the documented JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from foedus.sources.ledger import Entry
from foedus.sources.model import Column, Source, Table, Version


def entry_json(entry: Entry) -> dict[str, Any]:
    """Return a stored table with its provenance."""
    return {
        "source": entry.source,
        "version": entry.version,
        "table": entry.table,
        "rows": entry.rows,
        "columns": entry.columns,
        "sha256": entry.sha256,
        "file": {
            "name": entry.origin,
            "sha256": entry.origin_sha256,
            "bytes": entry.origin_bytes,
            "is_known_copy": entry.is_known_copy,
        },
        "is_part": entry.is_part,
        "added": entry.added,
        "software": entry.software,
        "notes": entry.notes_list,
    }


def source_json(source: Source, held: Iterable[Entry]) -> dict[str, Any]:
    """Return a data set with what the store holds of it."""
    return {
        "name": source.name,
        "title": source.title,
        "page": source.page,
        "terms": source.terms,
        "citation": source.citation.text,
        "versions": [_version_json(version) for version in source.versions],
        "tables": [_table_json(table) for table in source.tables],
        "stored": [entry_json(entry) for entry in held if entry.source == source.name],
    }


def _version_json(version: Version) -> dict[str, Any]:
    return {
        "id": version.id,
        "years": list(version.years),
        "files": [{"table": file.table, "names": list(file.names)} for file in version.files],
        "addresses": list(version.addresses),
    }


def _table_json(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "meaning": table.meaning,
        "key": list(table.key),
        "columns": [_column_json(column) for column in table.columns],
    }


def _column_json(column: Column) -> dict[str, Any]:
    return {
        "name": column.name,
        "type": column.type,
        "unit": column.unit,
        "meaning": column.meaning,
        "missing": list(column.missing),
        "years": list(column.years) if column.years else None,
        "is_derived": column.is_derived,
    }
