"""Locate → read → checked tables: what `data add` and `data pull` do with files before anything is stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from foedus._base.errors import BadInput, Fault
from foedus.sources.check import check, finished, headings
from foedus.sources.extra import pl
from foedus.sources.formats.archive import members
from foedus.sources.formats.content import Content, Kind, kind_of, read_content, unpacked
from foedus.sources.formats.delimited import read_delimited
from foedus.sources.formats.excel import read_sheet
from foedus.sources.formats.r import read_r
from foedus.sources.formats.stata import read_stata
from foedus.sources.model import File, Source, Table, Version
from foedus.sources.raw import Raw, wrong_file


@dataclass(frozen=True, slots=True)
class Origin:
    """A file that a table came from.

    Attributes
    ----------
    is_known : bool
        Whether its hash is that of a copy known to be whole.
    """

    name: str
    sha256: str
    bytes: int
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class Loaded:
    """The checked tables of a data set, and how they came about.

    Attributes
    ----------
    notes : tuple of str
        What a reader of the tables should know: columns passed over, names without a code.
    """

    source: Source
    version: Version
    tables: dict[str, pl.DataFrame]
    origins: dict[str, Origin]
    notes: tuple[str, ...] = field(default=())


def load(source: Source, paths: Iterable[Path], version_id: str = "", *, is_part: bool = False) -> Loaded:
    """Read files of a data set into checked tables.

    Parameters
    ----------
    source : Source
        The data set.
    paths : iterable of Path
        The files, or archives that hold them.
    version_id : str
        Which version; told by the names of the files if empty.
    is_part : bool
        Accept fewer rows than the version has.

    Raises
    ------
    BadInput
        If a file is not what the data set's files are.
    """
    contents = [content for path in paths for content in _opened(read_content(path), source)]
    version = _version(source, contents, version_id)
    tables: dict[str, pl.DataFrame] = {}
    origins: dict[str, Origin] = {}
    notes: list[str] = []
    for name, given in _assigned(source, version, contents).items():
        table = source.table(name)
        read = [read_table(table, version, file, content, tables) for content, file in given]
        tables[name] = _gathered(table, [frame for frame, _ in read])
        origins[name] = _origin(given)
        notes.extend(note for _, said in read for note in said)
        if not is_part:
            _whole(tables[name], table, version, origins[name].name)
    _make(source, version, tables, origins)
    return Loaded(source, version, tables, origins, tuple(dict.fromkeys(notes)))


def _make(source: Source, version: Version, tables: dict[str, pl.DataFrame], origins: dict[str, Origin]) -> None:
    """Add the tables that are worked out from others."""
    for table in source.tables:
        if table.make and table.name not in tables and table.made_from in tables:
            tables[table.name] = finished(table, table.make(tables[table.made_from], version))
            origins[table.name] = origins[table.made_from]


def read_table(
    table: Table, version: Version, file: File, content: Content, others: Mapping[str, pl.DataFrame]
) -> tuple[pl.DataFrame, tuple[str, ...]]:
    """Read one file into its table; `others` are the tables that were read before it.

    Raises
    ------
    BadInput
        If it is not what the table's files are.
    """
    raw = table.read(content) if table.read else read_raw(content, table, file)
    if table.shape:
        raw = table.shape(raw)
    checked = check(table, raw, version)
    frame, notes = table.derive(checked.frame, others) if table.derive else (checked.frame, ())
    if checked.ignored and not table.shape:
        named = [name for name in checked.ignored if not name.startswith("unnamed ")]
        ours = [name for name in named if name.casefold() != table.version_column.casefold()]
        if ours:
            notes = (*notes, f"{content.name}: passed over the columns {', '.join(ours)[:400]}")
    return finished(table, frame), notes


def read_raw(content: Content, table: Table, file: File) -> Raw:
    """Read a file of any kind as it stands."""
    readers: dict[Kind, Callable[[], Raw]] = {
        "delimited": lambda: read_delimited(content, headings(table), file.encoding),
        "xlsx": lambda: read_sheet(content, file.part),
        "xls": lambda: read_sheet(content, file.part),
        "stata": lambda: read_stata(content),
        "r": lambda: read_r(content, file.part),
    }
    kind = kind_of(content)
    if kind not in readers:
        raise wrong_file(content.name, "is an archive inside an archive", remedy="unpack it first")
    return readers[kind]()


def _opened(content: Content, source: Source) -> list[Content]:
    """Return the file itself, or the files of an archive that the data set knows."""
    if content.name.casefold().endswith(".gz"):
        content = Content(content.name[:-3], unpacked(content))
    if kind_of(content) != "zip":
        return [content]
    inside = members(content)
    packed = [member for member in inside if member.name.casefold().endswith(".zip")]
    inside += [member for archive in packed for member in members(archive)]
    names = dict.fromkeys(name for version in source.versions for file in version.files for name in file.names)
    chosen: dict[File, Content] = {}
    for name in names:  # of several forms of one table, the one that is named first
        for member in inside:
            file = next(
                (f for v in source.versions for f in v.files if name in f.names and f.accepts(member.name)), None
            )
            if file is not None and fnmatchcase(member.name.casefold(), name.casefold()):
                chosen.setdefault(file, member)
    if not chosen:
        raise wrong_file(content.name, f"holds no file of {source.name}", allowed=accepted(source))
    return list({member.name: member for member in chosen.values()}.values())


def accepted(source: Source) -> str:
    """Return the names of files a data set accepts, by version."""
    return "; ".join(
        f"{version.id}: {', '.join(dict.fromkeys(name for file in version.files for name in file.names))}"
        for version in source.versions
    )


def _version(source: Source, contents: list[Content], version_id: str) -> Version:
    if version_id:
        version = source.version(version_id)
        if version is None:
            ids = ", ".join(version.id for version in source.versions)
            what = f"{source.name} has no version {version_id[:40]!r}"
            raise BadInput(Fault(what, "NAME@VERSION", ids, f"foedus data info {source.name}"))
        return version
    for version in source.versions:
        if all(any(file.accepts(content.name) for file in version.files) for content in contents):
            return version
    names = ", ".join(content.name for content in contents)
    raise BadInput(
        Fault(
            f"no version of {source.name} has files of these names",
            names,
            accepted(source),
            f"say which version it is: {source.name}@{source.latest.id}",
        )
    )


Given = list[tuple[Content, File]]


def _assigned(source: Source, version: Version, contents: list[Content]) -> dict[str, Given]:
    """Return which files hold each table, in the order of the source's tables.

    A file under another name is taken for the only table there is.
    """
    held: dict[str, Given] = {}
    for content in contents:
        files = [file for file in version.files if file.accepts(content.name)]
        if not files and len({file.table for file in version.files}) == 1:
            files = list(version.files[:1])
        if not files:
            raise wrong_file(
                content.name,
                f"is not a file of {source.name} {version.id} by its name",
                allowed=accepted(source),
                remedy="give it the publisher's name",
            )
        for file in files:
            held.setdefault(file.table, []).append((content, file))
    for name, given in held.items():
        if len(given) > 1 and not source.table(name).is_gathered:
            raise wrong_file(given[1][0].name, f"is a second file for the table {name}", remedy="name one of them")
    return {table.name: held[table.name] for table in source.tables if table.name in held}


def _gathered(table: Table, frames: list[pl.DataFrame]) -> pl.DataFrame:
    """Return the parts of a table as one.

    Raises
    ------
    BadInput
        If two parts have the same row.
    """
    whole = frames[0] if len(frames) == 1 else pl.concat(frames)
    if len(frames) > 1 and whole.select(pl.struct(table.key).is_duplicated().any()).item():
        raise wrong_file(table.name, "has rows that are in two of the files", remedy="name each file once")
    return whole.sort(table.key) if len(frames) > 1 else whole


def _origin(given: Given) -> Origin:
    """Return where a table came from; of several files, their names and the hash of their hashes."""
    if len(given) == 1:
        content, file = given[0]
        return Origin(content.name, content.sha256, len(content.data), content.sha256 in file.sha256)
    hashes = "".join(content.sha256 for content, _ in given)
    names = ", ".join(content.name for content, _ in given)
    total = sum(len(content.data) for content, _ in given)
    return Origin(names, Content("", hashes.encode()).sha256, total)


def _whole(frame: pl.DataFrame, table: Table, version: Version, name: str) -> None:
    wanted = version.rows.get(table.name)
    if wanted is not None and frame.height != wanted:
        raise wrong_file(
            name,
            f"holds {frame.height:,} rows of {table.name}",
            allowed=f"{wanted:,} in version {version.id}",
            remedy="the file may be cut off: take it again from the publisher, or say --part if a part is meant",
        )
