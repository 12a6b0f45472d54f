"""Panels as files: CSV, Parquet, Arrow and Stata with labels by the ending, written whole or not at all.

R opens Parquet, Arrow and Stata files; a file of R's own is not written, since no library kept under a permissive
licence writes one.
"""

from __future__ import annotations

import errno
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from foedus._base.errors import BadInput, ExtraMissing, Fault
from foedus._base.files import written_whole
from foedus.panel.addition import Added
from foedus.panel.made import Made
from foedus.sources.extra import pl, pyreadstat

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

STATA_NAME = 32
STATA_LABEL = 80
STATA_LONG = 2_147_483_620
"""What Stata allows: letters of a name and of a label, and the largest whole number."""

_PANDAS_LINE = "pip install 'foedus[pandas]'"

_YES_NO: Mapping[int | float, str] = {0: "no", 1: "yes"}

_KEY_WORDS = {
    "ccode": "Correlates of War number of the state",
    "gwcode": "Gleditsch-Ward number of the state",
    "year": "year",
    "treaty": "id of the treaty in the register",
    "dispnum": "number of the dispute",
    "weight": "how many sets of its year the row stands for",
    "start": "first day",
    "end": "last day",
}


def write(made: Made, path: Path) -> None:
    """Write a panel.

    Parameters
    ----------
    made : Made
        The panel.
    path : Path
        Its ending chooses the format: .csv, .parquet, .arrow or .dta.

    Raises
    ------
    BadInput
        If the ending is unknown or the file cannot be written.
    """
    writer = writer_of(path)
    check_names(path, made.frame.columns)
    with written_whole(path) as place:
        writer(made, place)


def check_names(path: Path, names: Sequence[str]) -> None:
    """Check that the format of a file allows the names of columns.

    Raises
    ------
    BadInput
        If it does not.
    """
    long = [name for name in names if len(name) > STATA_NAME]
    if long and path.suffix.lower() == ".dta":
        what = f"Stata has no names of more than {STATA_NAME} letters"
        raise BadInput(Fault(what, ", ".join(long), "shorter names", "leave them out with keep, or write .parquet"))


Writer = Callable[[Made, Path], None]


def writer_of(path: Path) -> Writer:
    """Return what writes a file of that ending.

    Raises
    ------
    BadInput
        If no format has that ending; the message says what R users take instead of .rds.
    """
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        is_r = path.suffix.lower() in {".rds", ".rda", ".rdata"}
        remedy = "write .parquet and read it in R with arrow::read_parquet or nanoparquet" if is_r else ""
        what = f"{path.suffix or 'no ending'} names no format of panels"
        raise BadInput(Fault(what, str(path), ", ".join(_WRITERS), remedy))
    return writer


def _csv(made: Made, path: Path) -> None:
    made.frame.write_csv(path)


def _parquet(made: Made, path: Path) -> None:
    made.frame.write_parquet(path, compression="zstd", metadata={"foedus": json.dumps(said_of(made))})


def _arrow(made: Made, path: Path) -> None:
    made.frame.write_ipc(path)


def _stata(made: Made, path: Path) -> None:
    """Write a Stata file; its columns carry labels, and flags the labels no and yes."""
    described = {column.name: column for column in made.columns}
    names = made.frame.columns
    flags: dict[str, dict[int | float, str]] = {
        name: dict(_YES_NO) for name, column in described.items() if column.type == "flag"
    }
    narrow = [name for name in names if _is_long(made.frame[name])]
    try:
        pyreadstat.write_dta(
            made.frame.cast(dict.fromkeys(narrow, pl.Int32)),
            str(path),
            file_label=_clipped(f"Foedus register {made.register.edition.version}; {_versions(made)}"),
            column_labels=[_clipped(label(name, described)) for name in names],
            variable_value_labels=flags,
            version=15,
        )
    except pyreadstat.ReadstatError as error:
        raise OSError(errno.EIO, str(error)) from error


def _is_long(column: pl.Series) -> bool:
    """Whether Stata has whole numbers for a column, of half the size of the others."""
    if column.dtype != pl.Int64:
        return False
    least, most = column.min(), column.max()
    return least is None or max(abs(cast("int", least)), abs(cast("int", most))) <= STATA_LONG


_WRITERS: Mapping[str, Writer] = {".csv": _csv, ".parquet": _parquet, ".arrow": _arrow, ".dta": _stata}


def label(name: str, described: Mapping[str, Added]) -> str:
    """Return what a column is, with its unit."""
    if name in described:
        unit = f" ({described[name].unit})" if described[name].unit else ""
        return f"{described[name].meaning}{unit}"
    stem = name.rstrip("0123456789")
    return f"{_KEY_WORDS.get(stem, stem)} {name.removeprefix(stem)}".strip()


def _clipped(text: str) -> str:
    return text if len(text) <= STATA_LABEL else f"{text[: STATA_LABEL - 1]}…"


def _versions(made: Made) -> str:
    return ", ".join(f"{name} {version}" for name, version in made.versions.items())


def said_of(made: Made) -> dict[str, object]:
    """Return what a file should say of itself: editions, versions, and what each column is."""
    described = {column.name: column for column in made.columns}
    return {
        "register": {"version": made.register.edition.version, "hash": made.register.edition.content_hash},
        "data": dict(made.versions),
        "columns": {name: label(name, described) for name in made.frame.columns},
    }


def as_pandas(made: Made) -> pd.DataFrame:
    """Return a panel as a pandas table.

    Raises
    ------
    ExtraMissing
        If the extra ``pandas`` is not installed.
    """
    try:
        return made.frame.to_pandas()
    except ImportError as error:
        raise ExtraMissing(Fault("the extra pandas is not installed", remedy=_PANDAS_LINE)) from error


def as_arrow(made: Made) -> pa.Table:
    """Return a panel as an Arrow table.

    Raises
    ------
    ExtraMissing
        If the extra ``pandas`` is not installed.
    """
    try:
        return made.frame.to_arrow()
    except ImportError as error:
        raise ExtraMissing(Fault("the extra pandas is not installed", remedy=_PANDAS_LINE)) from error
