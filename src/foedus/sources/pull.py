"""Bring a data set from its publisher: every file downloaded, read and checked before anything is stored."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from foedus._base.errors import BadInput, DataMissing, Fault
from foedus.sources.download import Limits, Progress, download
from foedus.sources.ledger import Entry
from foedus.sources.model import Source, Version
from foedus.sources.reading import accepted, load
from foedus.sources.store import Store


def version_to_pull(source: Source, version_id: str = "") -> Version:
    """Return the version that can be brought from the publisher.

    Raises
    ------
    BadInput
        If there is no such version.
    DataMissing
        If its publisher has no stable address for it; the message names the page and the files to take there.
    """
    version = source.version(version_id) if version_id else source.pullable or source.latest
    if version is None:
        ids = ", ".join(held.id for held in source.versions)
        what = f"{source.name} has no version {version_id[:40]!r}"
        raise BadInput(Fault(what, "NAME@VERSION", ids, f"foedus data info {source.name}"))
    if not version.addresses:
        raise DataMissing(
            Fault(
                f"{source.name} {version.id} has no stable address at its publisher, or asks for registration",
                source.page,
                accepted(source),
                f"download it from that page, then: foedus data add {source.name} FILE",
            )
        )
    return version


def pull(
    source: Source,
    version: Version,
    store: Store,
    *,
    sha256: str = "",
    progress: Callable[[str], Progress] | None = None,
    limits: Limits | None = None,
) -> list[Entry]:
    """Download the files of a version, and store their tables.

    Parameters
    ----------
    source, version : Source, Version
        What to bring.
    store : Store
        Where to.
    sha256 : str
        What the only file must hash to; empty if that is not known.
    progress : callable or None
        Given an address, returns what is told of its bytes.
    limits : Limits or None
        The usual ones if None.

    Raises
    ------
    DataMissing
        If a file could not be brought.
    BadInput
        If a file is not what it should be.
    """
    folder = store.partial / "downloads"
    if sha256 and len(version.addresses) > 1:
        raise BadInput(Fault(f"{source.name} has several files", "--sha256", "a data set of one file"))
    paths: list[Path] = []
    try:
        for address in version.addresses:
            told = progress(address) if progress else None
            paths.append(download(address, folder, sha256=sha256, progress=told, limits=limits))
        return store.put(load(source, paths, version.id))
    finally:
        for path in paths:
            path.unlink(missing_ok=True)
