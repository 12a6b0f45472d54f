"""Where the finished parts of a sweep lie until all are there, so that one that was stopped can go on."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from foedus._base.errors import BadInput, Fault
from foedus._base.files import written_whole
from foedus.assessment.sweep.row import COLUMNS, Cell
from foedus.sources.extra import pl

MANIFEST = "manifest.json"
WHOLE = b"PAR1"
"""How a Parquet file begins and ends."""


@dataclass(frozen=True, slots=True)
class PartsFolder:
    """A folder of parts beside the file that they become.

    Attributes
    ----------
    manifest : mapping
        What the parts are of; parts of anything else are never mixed with them.
    """

    path: Path
    manifest: Mapping[str, Any]

    @classmethod
    def beside(cls, output: Path, manifest: Mapping[str, Any]) -> PartsFolder:
        """Return the folder of an output, made if it is not there.

        Raises
        ------
        BadInput
            If it cannot be made, is not ours, or holds parts of another sweep.
        """
        folder = cls(output.with_name(output.name + ".parts"), manifest)
        try:
            folder.path.mkdir(exist_ok=True)
            is_new = all(one.name.startswith(f".{MANIFEST}.") for one in folder.path.iterdir())
        except OSError as error:
            what = f"no folder of parts can be made ({error.strerror or error})"
            raise BadInput(Fault(what, str(folder.path), "a file in a folder that can be written to")) from error
        if is_new:
            with written_whole(folder.path / MANIFEST) as place:
                place.write_text(json.dumps(manifest, indent=2, ensure_ascii=False), encoding="utf-8")
        folder._refuse_another()
        return folder

    def _refuse_another(self) -> None:
        try:
            held = json.loads((self.path / MANIFEST).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            fault = Fault("the folder is not one of a sweep's parts", str(self.path), "", "choose another -o FILE")
            raise BadInput(fault) from error
        ours = json.loads(json.dumps(self.manifest))
        differing = [key for key in ours if not isinstance(held, dict) or held.get(key) != ours[key]]
        if differing or set(held) - set(ours):
            what = f"the folder holds parts of another sweep: {', '.join(differing) or 'its manifest'} differs"
            remedy = "start that sweep's own command again, choose another -o FILE, or delete the folder"
            raise BadInput(Fault(what.replace("_", " "), str(self.path), "the same grid, register and figures", remedy))

    def place(self, number: int) -> Path:
        """Return where a part lies."""
        return self.path / f"part-{number:06d}.parquet"

    def has(self, number: int) -> bool:
        """Say whether a part is there, and whole."""
        try:
            held = self.place(number).read_bytes()
        except OSError:
            return False
        return held.startswith(WHOLE) and held.endswith(WHOLE)

    def write(self, number: int, part: bytes) -> None:
        """Write a part, whole or not at all.

        Raises
        ------
        BadInput
            If it cannot be written.
        """
        with written_whole(self.place(number)) as place:
            place.write_bytes(part)

    def rows(self, count: int) -> Iterator[tuple[Cell, ...]]:
        """Yield the rows of all parts, in order."""
        for number in range(count):
            yield from pl.read_parquet(self.place(number)).select(list(COLUMNS)).iter_rows()

    def remove(self) -> None:
        """Remove the folder with its parts."""
        shutil.rmtree(self.path)
