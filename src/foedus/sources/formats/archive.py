"""Zip archives: every member is read within limits before anything trusts it."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from foedus.sources.formats.content import MAX_BYTES, Content
from foedus.sources.raw import wrong_file

MAX_MEMBERS = 2_000
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, KeyError)


def inflated(content: Content, pattern: str = "*", limit: int = MAX_BYTES) -> Iterator[tuple[str, bytes]]:
    """Yield the members whose path fits a pattern, each checked against its checksum.

    Raises
    ------
    BadInput
        If the archive is damaged or locked, or its members grow beyond the limit together.
    """
    too_large = wrong_file(content.name, "grows too large when unpacked", allowed=f"{limit // 1024**2} MB")
    left = limit
    try:
        with zipfile.ZipFile(io.BytesIO(content.data)) as archive:
            members = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(members) > MAX_MEMBERS or sum(entry.file_size for entry in members) > limit:
                raise too_large
            for entry in members:
                if fnmatchcase(entry.filename, pattern):
                    with archive.open(entry) as member:
                        data = member.read(left + 1)
                    left -= len(data)
                    if left < 0:
                        raise too_large
                    yield entry.filename, data
    except _BROKEN as error:
        raise wrong_file(content.name, f"is a damaged archive ({error})", remedy="download it again") from error


def members(content: Content) -> list[Content]:
    """Return the files of an archive under their own names, folders left off; hidden ones are passed over.

    Raises
    ------
    BadInput
        If the archive cannot be read.
    """
    return [
        Content(PurePosixPath(path).name, data)
        for path, data in inflated(content)
        if data and not PurePosixPath(path).name.startswith((".", "__MACOSX"))
    ]
