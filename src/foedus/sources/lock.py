"""A lock on a file, held by one writer or by many readers; the system lets go of it when a process dies."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from foedus._base.errors import BadInput, Fault

if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _try(file: IO[bytes], *, is_shared: bool) -> None:  # noqa: ARG001 - that system has no shared locks
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try(file: IO[bytes], *, is_shared: bool) -> None:
        fcntl.flock(file, (fcntl.LOCK_SH if is_shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)


PATIENCE = 60.0
"""Seconds to wait for another process."""


@contextmanager
def locked(path: Path, *, is_shared: bool = False, patience: float = PATIENCE) -> Iterator[None]:
    """Hold a lock while the block runs.

    Raises
    ------
    BadInput
        If another process keeps it for longer than one cares to wait.
    """
    deadline = time.monotonic() + patience
    with path.open("ab") as file:
        while True:
            try:
                _try(file, is_shared=is_shared)
                break
            except OSError as error:
                if time.monotonic() >= deadline:
                    what = "another process is working in the store"
                    raise BadInput(Fault(what, str(path), remedy="try again when it has finished")) from error
                time.sleep(0.02)
        yield


def is_free(path: Path) -> bool:
    """Whether nobody holds the lock."""
    try:
        with path.open("ab") as file:
            _try(file, is_shared=False)
    except OSError:
        return False
    return True
