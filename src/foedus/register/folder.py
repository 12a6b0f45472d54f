"""Where the register's files lie, and which edition of them this is."""

from __future__ import annotations

import hashlib
from pathlib import Path

DATA = Path(__file__).parent / "data"


def yaml_files(folder: Path = DATA) -> list[Path]:
    """Return every file of the register, sorted."""
    return sorted(folder.rglob("*.yaml"))


def treaty_files(folder: Path = DATA) -> list[Path]:
    """Return every treaty file, sorted."""
    return sorted((folder / "treaties").rglob("*.yaml"))


def operation_files(folder: Path = DATA) -> list[Path]:
    """Return every operation file, sorted."""
    return sorted((folder / "operations").glob("*.yaml"))


def content_hash(folder: Path = DATA) -> str:
    """Return the SHA-256 of all files of the register, names and contents."""
    digest = hashlib.sha256()
    for path in yaml_files(folder):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()
