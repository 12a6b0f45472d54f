"""Puts made-up tables into a store, over and over, as another process; killed, limited or raced by the tests."""

from __future__ import annotations

import sys
from pathlib import Path

import polars as pl

from foedus.sources.reading import Loaded, Origin
from foedus.sources.registry import source
from foedus.sources.store import Store

ROWS = 5_000


def loaded(version: str, value: int) -> Loaded:
    """Return a table in which every figure is one value."""
    one = source("nmc")
    found = one.version(version)
    assert found is not None
    years = pl.DataFrame({"ccode": [2] * ROWS, "year": range(ROWS), "milex": [float(value)] * ROWS})
    return Loaded(one, found, {"state_years": years}, {"state_years": Origin(f"{value}.csv", "0" * 64, value)})


def main() -> None:
    """Put a version with rising values: ``worker.py FOLDER VERSION TIMES``; say so after the first."""
    folder, version, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    store = Store(folder)
    for value in range(times):
        store.put(loaded(version, value))
        if not value:
            sys.stdout.write("begun\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
