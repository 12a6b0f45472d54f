"""Puts made-up tables into a store, over and over, as another process that the tests kill or race."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import polars as pl

from foedus.sources.extra import duckdb
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


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def put(folder: Path, version: str, times: int) -> None:
    """Put a version with rising values, and say which process does after the first."""
    store = Store(folder)
    for value in range(times):
        store.put(loaded(version, value))
        if not value:
            say(str(os.getpid()))


def main() -> None:
    """Run ``worker.py FOLDER VERSION TIMES``; with 0 times, a child that never ends for each line of input."""
    folder, version, times = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    if times:
        put(folder, version, times)
        return
    _ = pl.DataFrame, duckdb.connect  # imported once, before there is a thread
    for _line in sys.stdin:
        child = os.fork()
        if not child:
            put(folder, version, 1_000_000)
        os.waitpid(child, 0)
        say("dead")


if __name__ == "__main__":
    main()
