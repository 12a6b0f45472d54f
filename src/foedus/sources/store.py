"""The local store: tables as Parquet, versions side by side, switched at once.

A table is written to a folder of its own, brought to the disk, moved into place under a name that nothing refers to
yet, and only then entered in the catalogue, in one transaction. Whatever moment a process is killed at, the catalogue
names either the old folders or the new ones, and both are whole; folders that it does not name are swept away by the
next writer.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import uuid
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from foedus import __version__
from foedus._base.errors import BadInput, DataMissing, Fault
from foedus.sources.extra import pl
from foedus.sources.home import home
from foedus.sources.ledger import Entry, entries, switch
from foedus.sources.lock import is_free, locked
from foedus.sources.reading import Loaded
from foedus.sources.registry import source


@dataclass(frozen=True, slots=True)
class Store:
    """The tables that were added on this machine.

    Attributes
    ----------
    folder : Path
        ``$FOEDUS_HOME``; it need not exist yet.
    """

    folder: Path

    @classmethod
    def default(cls) -> Store:
        """Return the user's store."""
        return cls(home())

    @property
    def _catalogue(self) -> Path:
        return self.folder / "catalogue.duckdb"

    @property
    def _tables(self) -> Path:
        return self.folder / "tables"

    @property
    def partial(self) -> Path:
        """Where files are written that are not finished."""
        return self.folder / "partial"

    @property
    def stamp(self) -> str:
        """What changes whenever the store does; cheap to ask, for those who hold answers that rest on it."""
        try:
            seen = self._catalogue.stat()
        except OSError:
            return ""
        return f"{seen.st_mtime_ns}-{seen.st_size}"

    def entries(self) -> list[Entry]:
        """Return what the store holds.

        Raises
        ------
        BadInput
            If the store cannot be read.
        """
        if not self._catalogue.exists():
            return []
        with self._reading() as is_writable:
            return entries(self._catalogue, read_only=not is_writable)

    def put(self, loaded: Loaded, *, is_part: bool = False) -> list[Entry]:
        """Store the tables of a data set in place of those of the same version, and return their entries.

        Raises
        ------
        BadInput
            If they cannot be written; what the store held before is then still there.
        """
        with _disk(self.folder):
            self.partial.mkdir(parents=True, exist_ok=True)
            with ExitStack() as stack:
                work = stack.enter_context(self._work_folder())
                written = {name: _write(frame, work / f"{name}.parquet") for name, frame in loaded.tables.items()}
                _sync_folder(work)
                stack.enter_context(locked(self.folder / "lock"))
                place = self._tables / loaded.source.name / uuid.uuid4().hex[:16]
                place.parent.mkdir(parents=True, exist_ok=True)
                work.rename(place)
                for parent in (place.parent, self._tables, self.folder):
                    _sync_folder(parent)
                folder = place.relative_to(self._tables).as_posix()
                put = [_entry(loaded, name, folder, sha256, is_part=is_part) for name, sha256 in written.items()]
                switch(self._catalogue, put)
                self._sweep()
        return put

    def remove(self, name: str, version: str = "") -> list[Entry]:
        """Remove the tables of a data set, or of one version of it, and return what they were.

        Raises
        ------
        DataMissing
            If there are none.
        """
        if not self._catalogue.exists():
            raise _missing(name, version)
        with _disk(self.folder), locked(self.folder / "lock"):
            held = entries(self._catalogue, read_only=False)
            gone = [entry for entry in held if entry.source == name and version in {"", entry.version}]
            if not gone:
                raise _missing(name, version)
            switch(self._catalogue, (), gone)
            self._sweep()
        return gone

    def read(self, name: str, table: str, version: str = "") -> pl.DataFrame:
        """Return a stored table; of the newest version that is there if none is named.

        Raises
        ------
        DataMissing
            If it is not in the store; the message names the command that brings it.
        """
        return self.read_entry(name, table, version)[0]

    def read_entry(self, name: str, table: str, version: str = "") -> tuple[pl.DataFrame, Entry]:
        """Return a stored table as `read` does, and the entry that says which it is.

        Raises
        ------
        DataMissing
            If it is not in the store; the message names the command that brings it.
        """
        if not self._catalogue.exists():
            raise _missing(name, version)
        with self._reading() as is_writable:
            held = entries(self._catalogue, read_only=not is_writable)
            fitting = [e for e in held if (e.source, e.table) == (name, table) and version in {"", e.version}]
            if not fitting:
                raise _missing(name, version, table, [e.table for e in held if e.source == name])
            newest = max(fitting, key=lambda entry: _order(entry.version))
            path = self.path_of(newest)
            try:
                return pl.read_parquet(path), newest
            except (OSError, pl.exceptions.PolarsError) as error:
                what = f"the stored table {name} {newest.version} {table} is damaged"
                fault = Fault(what, str(path), remedy=f"foedus data add {name}@{newest.version} FILE")
                raise DataMissing(fault) from error

    def path_of(self, entry: Entry) -> Path:
        """Return the Parquet file of a stored table."""
        return self._tables / entry.folder / f"{entry.table}.parquet"

    @contextmanager
    def _reading(self) -> Iterator[bool]:
        """Hold the store for reading; say whether it had to be opened for writing, to finish what was cut off."""
        if not os.access(self.folder, os.W_OK):
            yield False
            return
        unfinished = self._catalogue.with_name(f"{self._catalogue.name}.wal")
        with _disk(self.folder):
            with locked(self.folder / "lock", is_shared=True):
                if not unfinished.exists():
                    yield False
                    return
            with locked(self.folder / "lock"):
                yield True

    @contextmanager
    def _work_folder(self) -> Iterator[Path]:
        """Give a folder to write to, marked as in use while this process lives."""
        mark = self.partial / f"{uuid.uuid4().hex}.lock"
        work = mark.with_suffix("")
        with locked(mark):
            work.mkdir()
            try:
                yield work
            finally:
                shutil.rmtree(work, ignore_errors=True)
                mark.unlink(missing_ok=True)

    def _sweep(self) -> None:
        """Remove folders that the catalogue does not name and work that nobody is doing any more."""
        named = {entry.folder for entry in entries(self._catalogue, read_only=False)}
        for place in self._tables.glob("*/*"):
            if place.relative_to(self._tables).as_posix() not in named:
                shutil.rmtree(place, ignore_errors=True)
        for mark in self.partial.glob("*.lock"):
            if is_free(mark):
                shutil.rmtree(mark.with_suffix(""), ignore_errors=True)
                mark.unlink(missing_ok=True)


def _entry(loaded: Loaded, table: str, folder: str, sha256: str, *, is_part: bool) -> Entry:
    frame, origin = loaded.tables[table], loaded.origins[table]
    return Entry(
        source=loaded.source.name,
        version=loaded.version.id,
        table=table,
        folder=folder,
        rows=frame.height,
        columns=frame.width,
        sha256=sha256,
        origin=origin.name,
        origin_sha256=origin.sha256,
        origin_bytes=origin.bytes,
        is_known_copy=origin.is_known,
        is_part=is_part,
        added=datetime.now(UTC).isoformat(timespec="seconds"),
        software=f"foedus {__version__}",
        notes=json.dumps(loaded.notes, ensure_ascii=False),
    )


def _write(frame: pl.DataFrame, path: Path) -> str:
    """Write a table so that it is on the disk when this returns; return its hash."""
    buffer = io.BytesIO()
    frame.write_parquet(buffer, compression="zstd")
    data = buffer.getbuffer()
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return hashlib.sha256(data).hexdigest()


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # pragma: no cover
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _disk(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BadInput(
            Fault(
                f"the store cannot be written ({error.strerror or error}); what it held is untouched",
                str(folder),
                "a folder with room that you may write to",
                "make room, or name another folder in FOEDUS_HOME",
            )
        ) from error


def _order(version: str) -> tuple[tuple[int, str], ...]:
    """Return a version as it sorts: numbers by size."""
    parts = version.replace("-", ".").split(".")
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in parts)


def _missing(name: str, version: str, table: str = "", others: Sequence[str] = ()) -> DataMissing:
    wanted = f"{name}@{version}" if version else name
    remedy = ", or ".join(source(name).brought_by(version))
    if others and not version:
        held = f"the store has {name}, but not its table {table} (only {', '.join(dict.fromkeys(others))})"
        return DataMissing(Fault(held, remedy=f"{remedy}, with the file for {table}: docs/data.md, {name}"))
    return DataMissing(Fault(f"{wanted} is not in the store", remedy=remedy))
