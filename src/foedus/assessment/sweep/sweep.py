"""A sweep: the parts of a grid, each kept as soon as it is made; whoever makes it gives the same bytes."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache, partial
from hashlib import sha256
from typing import Any

from foedus import __version__
from foedus._base.documents import Document
from foedus._base.errors import BadInput, Fault
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.sweep.figures import Figures, figures
from foedus.assessment.sweep.grid import Grid, Piece, pieces
from foedus.assessment.sweep.parts_folder import PartsFolder
from foedus.assessment.sweep.row import COLUMNS, rows_of
from foedus.measures.capability.reading import Tables
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.simulation.runners import Runner
from foedus.sources.extra import pl
from foedus.sources.store import Store

Suppositions = tuple[tuple[tuple[str, str], ...], ...]
Progress = Callable[[int, int, int], None]
"""Told, after each part, how many parts are done of how many, and how many rows were made since the start."""


@dataclass(frozen=True, slots=True)
class Job:
    """What whoever makes a part must know beside the part.

    Attributes
    ----------
    version, register_hash : str
        Of the project and its register; a worker that has others refuses.
    suppositions : tuple
        What is supposed against the facts, as pairs of a word and what it is.
    """

    version: str
    register_hash: str
    suppositions: Suppositions
    assumptions: Assumptions


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """A sweep that is laid out.

    Attributes
    ----------
    parts : tuple of (Piece, Figures)
        What is looked at, and the capabilities of its day.
    grid_mark, figures_mark : str
        Hashes that are equal where the grid, and the figures, are.
    """

    job: Job
    parts: tuple[tuple[Piece, Figures], ...]
    grid_mark: str
    figures_mark: str

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return sum(len(piece.pairs) for piece, _ in self.parts)

    @property
    def manifest(self) -> Mapping[str, Any]:
        """What its parts are of."""
        return {
            "sweep": 1,
            "version": self.job.version,
            "register": self.job.register_hash,
            "supposing": [dict(one) for one in self.job.suppositions],
            "assumptions": asdict(self.job.assumptions),
            "grid": self.grid_mark,
            "figures": self.figures_mark,
            "parts": len(self.parts),
        }


def sweep(register: Register, grid: Grid, assumptions: Assumptions, tables: Tables | None = None) -> Sweep:
    """Lay a sweep out.

    Parameters
    ----------
    tables : Tables or None
        Where capabilities are read before the project's own figures; the user's store if None.

    Raises
    ------
    BadInput
        If nothing is in the grid.
    """
    held, read = pieces(register, grid), tables or Tables(Store.default())
    by_day = {day: figures(register, day, read) for day in dict.fromkeys(piece.day for piece in held)}
    told = "\n".join(f"{piece.day.iso()}:{','.join(piece.attackers)}:{','.join(piece.targets)}" for piece in held)
    marks = "".join(one.mark for one in by_day.values())
    supposed = tuple(tuple(one.items()) for one in register.suppositions)
    return Sweep(
        Job(__version__, register.edition.content_hash, supposed, assumptions),
        tuple((piece, by_day[piece.day]) for piece in held),
        sha256(told.encode()).hexdigest(),
        sha256(marks.encode()).hexdigest(),
    )


def run(sweep: Sweep, folder: PartsFolder, runner: Runner, progress: Progress) -> None:
    """Make the parts that are not yet in the folder, and put each there as soon as it is made.

    Raises
    ------
    BadInput
        If a worker has another register, or a part cannot be written.
    """
    left = [number for number in range(len(sweep.parts)) if not folder.has(number)]
    done, rows = len(sweep.parts) - len(left), 0
    progress(done, len(sweep.parts), rows)
    for at, made in runner.completed(partial(part_of, sweep.job), [sweep.parts[number] for number in left]):
        folder.write(left[at], made)
        done, rows = done + 1, rows + len(sweep.parts[left[at]][0].pairs)
        progress(done, len(sweep.parts), rows)


def part_of(job: Job, part: tuple[Piece, Figures]) -> bytes:
    """Return the rows of a part as a Parquet file.

    Raises
    ------
    BadInput
        If the register at hand is not that of the job.
    """
    register = _register(job.version, job.register_hash, job.suppositions)
    return _packed([*rows_of(register, *part, job.assumptions)])


@lru_cache(maxsize=2)
def _register(version: str, content_hash: str, suppositions: Suppositions) -> Register:
    register = load_register()
    if (__version__, register.edition.content_hash) != (version, content_hash):
        what = f"a worker has Foedus {__version__} with another register"
        raise BadInput(Fault(what, "--cluster", "", "install the same Foedus on all workers"))
    if not suppositions:
        return register
    from foedus.register.suppose import suppose  # noqa: PLC0415 - its schema is read only where it is needed

    return suppose(Document("suppositions", [dict(one) for one in suppositions]), register)


def _packed(rows: Sequence[tuple[Any, ...]]) -> bytes:
    kinds = {str: pl.String, int: pl.Int64, float: pl.Float64}
    table = pl.DataFrame(rows, schema={name: kinds[kind] for name, kind in COLUMNS.items()}, orient="row")
    file = io.BytesIO()
    table.write_parquet(file)
    return file.getvalue()
