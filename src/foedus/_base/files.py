"""Files written whole or not at all."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from foedus._base.errors import BadInput, Fault


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a place to write to; it becomes the file at the end, and is gone if anything went wrong.

    Parameters
    ----------
    path : Path
        The file; its folder must be there.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
        place = Path(folder) / path.name
        yield place
        place.chmod(0o644)
        place.replace(path)


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """Do the same for a file that a user named.

    Raises
    ------
    BadInput
        If the file cannot be written.
    """
    try:
        with replacing(path) as place:
            yield place
    except OSError as error:
        raise BadInput(
            Fault(f"cannot be written ({error.strerror or error})", str(path), "a file in a folder")
        ) from error
