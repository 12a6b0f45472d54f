"""How the statements on organs, structures, nuclear standing and stationed forces are known, folder by folder."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from foedus.domain.vocabulary import Verified
from foedus.register.arrangements import FOLDERS, Arrangements
from foedus.report.coverage import GRADES


@dataclass(frozen=True, slots=True)
class FolderCoverage:
    """One folder: how many files, and its statements by how they are known."""

    kind: str
    files: int
    grades: Mapping[Verified, int]

    @property
    def statements(self) -> int:
        """How many statements say how they are known."""
        return sum(self.grades.values())

    def share(self, grade: Verified) -> float:
        """Return the share of the statements that are known so."""
        return self.grades[grade] / self.statements if self.statements else 0.0


def arrangements_coverage(held: Arrangements) -> list[FolderCoverage]:
    """Return the coverage of each folder; a statement that leaves its evidence to the whole is counted with it."""
    return [_coverage(kind, held.checked[kind]) for kind in FOLDERS]


def _coverage(kind: str, files: list[Any]) -> FolderCoverage:
    counts = Counter(_grades(files))
    return FolderCoverage(kind, len(files), {grade: counts[grade] for grade in GRADES})


def _grades(part: Any) -> Iterator[Verified]:
    if isinstance(part, dict):
        for key, child in part.items():
            if key == "known":
                yield child["verified"]
            else:
                yield from _grades(child)
    elif isinstance(part, list):
        for child in part:
            yield from _grades(child)


def arrangements_json(folders: Iterable[FolderCoverage]) -> list[dict[str, Any]]:
    """Return the coverage of the folders as the documented JSON."""
    return [
        {"kind": one.kind, "files": one.files, "statements": one.statements, **{g: one.grades[g] for g in GRADES}}
        for one in folders
    ]
