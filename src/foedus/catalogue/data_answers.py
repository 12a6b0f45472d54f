"""The shape of the JSON answers about data sets and the local store."""

from __future__ import annotations

from typing import Literal

from foedus.catalogue.answers import Envelope, Shape


class OriginShape(Shape):
    """The publisher's file that a table came from; a known copy has a hash that is known to be that of a whole file."""

    name: str
    sha256: str
    bytes: int
    is_known_copy: bool


class StoredShape(Shape):
    """A table of the store."""

    source: str
    version: str
    table: str
    rows: int
    columns: int
    sha256: str
    file: OriginShape
    is_part: bool
    added: str
    software: str
    notes: list[str]


class FilesShape(Shape):
    """The accepted names of the file of a table."""

    table: str
    names: list[str]


class VersionShape(Shape):
    """A version; no addresses where its publisher has no stable one."""

    id: str
    years: list[int]
    files: list[FilesShape]
    addresses: list[str]


class ColumnShape(Shape):
    """A column; `years` is null where they are those of the version."""

    name: str
    type: Literal["integer", "number", "text", "flag", "date"]
    unit: str
    meaning: str
    missing: list[str]
    years: list[int] | None
    is_derived: bool


class TableShape(Shape):
    """A table; without a key where the publisher has none."""

    name: str
    meaning: str
    key: list[str]
    columns: list[ColumnShape]


class DataSetShape(Shape):
    """A data set, and what the store holds of it."""

    name: str
    title: str
    page: str
    terms: str
    citation: str
    versions: list[VersionShape]
    tables: list[TableShape]
    stored: list[StoredShape]


class DataSetsAnswer(Envelope):
    """The answer of ``foedus data list --json``."""

    kind: Literal["data_sets"]
    sources: list[DataSetShape]


class DataSetAnswer(Envelope):
    """The answer of ``foedus data info --json``."""

    kind: Literal["data_set"]
    source: DataSetShape


class CitationShape(Shape):
    """How to cite."""

    name: str
    text: str
    bibtex: str


class CitationAnswer(Envelope):
    """The answer of ``foedus data cite --json``."""

    kind: Literal["citation"]
    citation: CitationShape


class DataChangedAnswer(Envelope):
    """The answer of ``foedus data add``, ``pull`` and ``remove`` with ``--json``."""

    kind: Literal["data_added", "data_removed"]
    tables: list[StoredShape]
