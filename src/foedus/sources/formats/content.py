"""Bytes of a file within limits, its hash, and what kind of file it is by its first bytes."""

from __future__ import annotations

import bz2
import hashlib
import lzma
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from foedus.sources.raw import wrong_file

MAX_BYTES = 512 * 1024 * 1024
"""The largest file that is read, and the most that a packed one may grow to."""

Kind = Literal["delimited", "xlsx", "xls", "stata", "r", "zip"]

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_R = (b"RDX", b"X\n", b"A\n", b"RDA")
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Content:
    """A file in memory.

    Attributes
    ----------
    name : str
        Without its folder.
    data : bytes
        All of it.
    """

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def read_content(path: Path) -> Content:
    """Read a file from the disk.

    Raises
    ------
    BadInput
        If it cannot be read, is empty, or is too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise wrong_file(str(path), f"cannot be read ({error.strerror})", remedy="name a file that is there") from error
    except ValueError as error:  # a name with a null in it
        raise wrong_file(repr(str(path)), "is no name of a file", remedy="name a file that is there") from error
    if len(data) > MAX_BYTES:
        raise wrong_file(path.name, "is too large", allowed=f"{MAX_BYTES // 1024**2} MB")
    if not data:
        raise wrong_file(path.name, "is empty")
    return Content(path.name, data)


def kind_of(content: Content) -> Kind:
    """Return the kind of a file by what it begins with; its name is believed only between one text and another.

    Raises
    ------
    BadInput
        If it is a web page.
    """
    start = content.data[:512]
    if start.startswith(_OLD_OFFICE):
        return "xls"
    if start.startswith(_ZIP):
        return "xlsx" if b"[Content_Types].xml" in content.data or b"xl/workbook" in content.data else "zip"
    if start.startswith(b"<stata_dta>"):
        return "stata"
    if start.startswith(_PACKED) or start.startswith(_R):
        return "r"
    opening = start.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\x00", b"").lower()
    if opening.startswith((b"<!doctype", b"<html", b"<?xml", b"<head", b"<body", b"<!--")):
        raise wrong_file(
            content.name,
            "is a web page, not the data",
            remedy="download the file itself; a page of this kind often asks for a log-in or a consent",
        )
    return "stata" if content.name.casefold().endswith(".dta") else "delimited"


def unpacked(content: Content, limit: int = MAX_BYTES) -> bytes:
    """Return the bytes inside gzip, bzip2 or xz, or those of a file that is not packed.

    Raises
    ------
    BadInput
        If it is damaged, cut off, or grows beyond the limit.
    """
    if not content.data.startswith(_PACKED):
        return content.data
    packer = _unpacker(content.data)
    parts: list[bytes] = []
    left = content.data
    size = 0
    try:
        while not packer.eof:
            part = packer.decompress(left, _CHUNK)
            left = packer.unconsumed_tail if isinstance(packer, _Gzip) else b""
            size += len(part)
            parts.append(part)
            if size > limit:
                raise wrong_file(content.name, "grows too large when unpacked", allowed=f"{limit // 1024**2} MB")
            if not part and not left and not packer.eof:
                raise wrong_file(content.name, "is cut off", remedy="download it again")
    except (OSError, EOFError, ValueError, lzma.LZMAError, zlib.error) as error:
        raise wrong_file(content.name, f"is damaged ({error})", remedy="download it again") from error
    return b"".join(parts)


class _Gzip:
    """Gzip, in the shape of the standard library's other two."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unconsumed_tail(self) -> bytes:
        return self._inner.unconsumed_tail

    def decompress(self, data: bytes, limit: int) -> bytes:
        return self._inner.decompress(data, limit)


def _unpacker(data: bytes) -> _Gzip | bz2.BZ2Decompressor | lzma.LZMADecompressor:
    if data.startswith(b"\x1f\x8b"):
        return _Gzip()
    return bz2.BZ2Decompressor() if data.startswith(b"BZh") else lzma.LZMADecompressor()
