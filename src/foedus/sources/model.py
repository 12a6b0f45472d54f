"""What a source declares once; validation, the data dictionary, ``list``, ``info`` and ``cite`` come from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Literal

from foedus.sources.citation import Citation
from foedus.sources.extra import pl
from foedus.sources.formats.content import Content
from foedus.sources.raw import Raw

ColumnType = Literal["integer", "number", "text", "flag", "date"]
Years = tuple[int, int]

CURRENT = "current"
"""The id of a version that its publisher renews without a number."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, as it stands in the store.

    Attributes
    ----------
    name : str
        In the store.
    type : {"integer", "number", "text", "flag", "date"}
        A flag is 0 or 1.
    meaning, unit : str
        In a few words; the unit is empty where there is none.
    written : tuple of str
        The publisher's headings for it, in whatever version; its own name if empty.
    missing : tuple of str
        What the publisher writes for a missing value, besides nothing. It becomes null, never 0.
    years : tuple of int or None
        First and last year covered, where they differ from those of the version.
    least, most : float or None
        Bounds; a value outside them means that the file is not what it claims.
    is_optional : bool
        Some versions of the file lack it; it is then null.
    is_derived : bool
        Worked out here (a state's code from its name), not read.
    """

    name: str
    type: ColumnType
    meaning: str
    unit: str = ""
    written: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    years: Years | None = None
    least: float | None = None
    most: float | None = None
    is_optional: bool = False
    is_derived: bool = False

    @property
    def headings(self) -> tuple[str, ...]:
        """Every heading under which a file may have it."""
        return self.written or (self.name,)


@dataclass(frozen=True, slots=True)
class File:
    """A file of a version.

    Attributes
    ----------
    table : str
        Which table it holds.
    names : tuple of str
        Accepted names, ``*`` and ``?`` allowed, without regard to case.
    sha256 : tuple of str
        Hashes of copies known to be whole.
    part : str
        The sheet of a workbook or the object of an R file; the first one if empty.
    encoding : str
        Tried where the file is not UTF-8; empty if none is.
    """

    table: str
    names: tuple[str, ...]
    sha256: tuple[str, ...] = ()
    part: str = ""
    encoding: str = ""

    def accepts(self, name: str) -> bool:
        """Whether a file of that name is meant."""
        return any(fnmatchcase(name.casefold(), pattern.casefold()) for pattern in self.names)


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a data set.

    Attributes
    ----------
    id : str
        As the publisher numbers it.
    years : tuple of int
        First and last year covered.
    files : tuple of File
        One a table; alternatives for the same table are tried in turn.
    rows : mapping of str to int
        How many rows the whole table has, where known; fewer mean a file that was cut off.
    addresses : tuple of str
        Where the publisher offers the files; empty if there is no stable address.
    """

    id: str
    years: Years
    files: tuple[File, ...]
    rows: Mapping[str, int] = field(default_factory=dict)
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a data set.

    Attributes
    ----------
    key : tuple of str
        The columns that no two rows share; empty if the publisher has no key.
    version_column : str
        A heading under which the file states its version; empty if there is none.
    read : callable or None
        Reads a file that has no plain heading and rows.
    shape : callable or None
        Turns what was read into one row a unit, where the file is laid out otherwise.
    made_from : str
        The table that it can be worked out from, where no file brings it.
    make : callable or None
        Works it out for a version.
    derive : callable or None
        Adds the derived columns to the checked table, given those read before it, and says what it could not.
    is_gathered : bool
        Whether several files hold parts of it.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    version_column: str = ""
    read: Callable[[Content], Raw] | None = None
    shape: Callable[[Raw], Raw] | None = None
    made_from: str = ""
    make: Callable[[pl.DataFrame, Version], pl.DataFrame] | None = None
    derive: Callable[[pl.DataFrame, Mapping[str, pl.DataFrame]], tuple[pl.DataFrame, tuple[str, ...]]] | None = None
    is_gathered: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A published data set.

    Attributes
    ----------
    page : str
        The publisher's page, for readers.
    terms : str
        What its publisher allows and asks, in our words.
    """

    name: str
    title: str
    page: str
    terms: str
    citation: Citation
    versions: tuple[Version, ...]
    tables: tuple[Table, ...]

    @property
    def latest(self) -> Version:
        """The newest version that can be read."""
        return self.versions[0]

    @property
    def pullable(self) -> Version | None:
        """The newest version that the publisher offers at a stable address, or None."""
        return next((version for version in self.versions if version.addresses), None)

    def brought_by(self, version: str = "") -> tuple[str, ...]:
        """Return the commands that bring it, or a version of it: the shortest first; none that cannot.

        What has no stable address at its publisher cannot be pulled, only read from a file.
        """
        wanted = f"{self.name}@{version}" if version else self.name
        held = self.version(version) if version else self.pullable
        add = f"foedus data add {wanted} FILE"
        return (f"foedus data pull {wanted}", add) if held and held.addresses else (add,)

    def version(self, version_id: str) -> Version | None:
        """Return the version of that id, or None."""
        return next((version for version in self.versions if version.id == version_id), None)

    def table(self, name: str) -> Table:
        """Return the table of that name."""
        return next(table for table in self.tables if table.name == name)
