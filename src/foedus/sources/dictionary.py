"""The data dictionary: every data set, its files and its columns, as one page made from the entries."""

from __future__ import annotations

from collections.abc import Iterator

from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.registry import all_sources

_HEAD = """# Data sets

This page is written by `make docs` from the entries under `src/foedus/sources/sets`; edit those. No data file is part
of Foedus: `foedus data pull NAME` brings one from its publisher where there is a stable address, and
`foedus data add NAME FILE` reads one you have. Archives may be given whole. A missing value is null, never 0. Where no
years are given for a column they are those of the version. In Python, `foedus.sources.store.Store.default().read(NAME,
TABLE)` returns a Polars table, of the newest version in the store or of one that is named.
Correlates of War *alliance* data are not handled, at the request of their maintainer.
"""


def dictionary() -> str:
    """Return the page as Markdown."""
    return "\n".join([_HEAD, *_overview(), *(line for source in all_sources() for line in _source(source))]) + "\n"


def _overview() -> Iterator[str]:
    yield "| name | data set | years | pull |"
    yield "|---|---|---|---|"
    for source in all_sources():
        years = _years(source.latest.years)
        yield f"| [`{source.name}`](#{source.name}) | {source.title} | {years} | {'yes' if source.pullable else 'no'} |"
    yield ""


def _source(source: Source) -> Iterator[str]:
    yield f"## {source.name}\n"
    yield f"{source.title}. <{source.page}>\n"
    yield f"* Terms: {source.terms}"
    yield f"* Cite: {source.citation.text}"
    for version in source.versions:
        yield f"* Version {version.id}, {_years(version.years)}: {_files(version)}"
    yield ""
    for table in source.tables:
        yield from _table(table)


def _files(version: Version) -> str:
    by_table: dict[str, list[File]] = {}
    for file in version.files:
        by_table.setdefault(file.table, []).append(file)
    return "; ".join(
        f"{table} from {' or '.join(f'`{name}`' for file in files for name in file.names)}"
        for table, files in by_table.items()
    )


def _table(table: Table) -> Iterator[str]:
    key = f" Key: {', '.join(table.key)}." if table.key else ""
    made = f" Worked out from {table.made_from} where no file brings it." if table.made_from else ""
    yield f"### Table {table.name}\n"
    yield f"{table.meaning[:1].upper()}{table.meaning[1:]}.{key}{made}\n"
    yield "| column | type | unit | meaning | missing | years |"
    yield "|---|---|---|---|---|---|"
    for column in table.columns:
        yield _row(column)
    yield ""


def _row(column: Column) -> str:
    meaning = column.meaning + (" (by the register)" if column.is_derived else "")
    years = _years(column.years) if column.years else ""
    missing = ", ".join(f"`{code}`" for code in column.missing)
    return f"| {column.name} | {column.type} | {column.unit} | {_cell(meaning)} | {missing} | {years} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _years(years: tuple[int, int]) -> str:
    return f"{years[0]}–{years[1]}"
