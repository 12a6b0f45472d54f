"""The disk that jobs may use: a folder for each server, swept when that server is dead, and bounds on what it holds."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from foedus.sources.lock import is_free, locked

BEGINNING = "foedus-jobs-"
ALIVE = "alive"
"""A file in the folder, locked while its server lives; the system lets go of it however the server ends."""


@contextmanager
def folder(parent: Path | None = None) -> Iterator[Path]:
    """Give a folder while the block runs, after those that dead servers left have been taken away.

    Parameters
    ----------
    parent : path, optional
        Where; the system's folder for such things if left out.
    """
    place = parent or Path(tempfile.gettempdir())
    sweep(place)
    made = tempfile.TemporaryDirectory(prefix=BEGINNING, dir=place, ignore_cleanup_errors=True)
    with made as held, locked(Path(held) / ALIVE):
        yield Path(held)


def sweep(place: Path) -> None:
    """Take away the folders of servers that are dead."""
    for left in place.glob(f"{BEGINNING}*"):
        mark = left / ALIVE
        if _is_ours(left) and mark.is_file() and is_free(mark):
            shutil.rmtree(left, ignore_errors=True)


def taken(held: Path) -> int:
    """Return how much the files of a folder take, in bytes."""
    total = 0
    for path in held.rglob("*"):
        try:
            total += path.stat().st_size
        except OSError:
            continue
    return total


def free(held: Path) -> int:
    """Return how much of its disk is free, in bytes."""
    return shutil.disk_usage(held).free


def _is_ours(left: Path) -> bool:
    if left.is_symlink() or not left.is_dir():
        return False
    if sys.platform == "win32":
        return True
    return left.stat().st_uid == os.getuid()
