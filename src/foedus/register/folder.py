"""Where the register's files lie, and which edition of them this is."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

DATA = Path(__file__).parent / "data"


def treaty_files(folder: Path = DATA) -> list[Path]:
    """Return every treaty file, sorted."""
    return sorted((folder / "treaties").rglob("*.yaml"))


def operation_files(folder: Path = DATA) -> list[Path]:
    """Return every operation file, sorted."""
    return sorted((folder / "operations").glob("*.yaml"))


def content_hash(folder: Path = DATA) -> str:
    """Return the SHA-256 of all files of the register, names and contents.

    Every command waits for this, so that it walks the folder by names and not by paths as objects.
    """
    root = f"{folder}{os.sep}"
    names = sorted(
        os.path.join(place, name)  # noqa: PTH118
        for place, _, held in os.walk(root)
        for name in held
        if name.endswith(".yaml")
    )
    digest = hashlib.sha256()
    for name in names:
        digest.update(name.removeprefix(root).replace(os.sep, "/").encode() + b"\0")
        with open(name, "rb") as file:  # noqa: PTH123
            digest.update(file.read() + b"\0")
    return digest.hexdigest()
