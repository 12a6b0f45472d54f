"""Directed dyad-years, laid out by Foedus, by plain pandas and by plain Polars in the same process.

The rows are compared before any time counts: exit status 2 if they differ, 1 if a promise is not kept. With
FOEDUS_TEST_DATA set to a folder of the publishers' files, the pipeline to 2010 is measured too, in a fresh process.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import polars as pl

from foedus.panel.panel import create

PROMISE, AIM = 3.0, 5.0
CPU_PROMISE, MEMORY_PROMISE = 2.9, 1.6
PEER_CPU, PEER_MEMORY = 34, 3.2
FILES = {
    "nmc": ("cow/cow_nmc.rda",),
    "contiguity": ("cow/contdird.csv",),
    "capitals": ("cow/cow_capitals.rda",),
    "atop": ("atop/atop5_1ddyr.rda",),
    "democracy": ("gw/isard_cw_democracy.csv", "gw/gw_democracy.rda"),
    "gml-mid": ("cow/gml_dirdisp.rda",),
}
PIPELINE = """
import resource, time
from foedus.panel.panel import create
names = ("nmc", "contiguity", "capital-distance", "atop", "democracy", "gml-mid", "spells")
frame = create("dyad-years", last=2010, directed=True).add(*names).frame()
print(frame.height, frame.width, time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6)
"""


def main() -> int:
    """Measure and print; see the module docstring for the exit status."""
    parser = argparse.ArgumentParser(description="Measure panels against plain pandas and plain Polars.")
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    panel = create("dyad-years", last=2016, directed=True)
    states = create("state-years", last=2016).frame()
    apart = _apart(panel.membership().strangers, [int(n) for n in panel.membership().numbers])
    ours = panel.frame()
    rivals: dict[str, Callable[[], pl.DataFrame]] = {
        "plain Polars": lambda: _by_polars(states, apart),
        "plain pandas": lambda: pl.from_pandas(_by_pandas(states.to_pandas(), apart.to_pandas())),
    }
    if not all(rival().equals(ours) for rival in rivals.values()):
        print("the rows differ", file=sys.stderr)
        return 2
    print(f"directed dyad-years 1816-2016: {ours.height:,} rows, CPU seconds, median of {rounds}")
    mine = _cpu(panel.frame, rounds)
    print(f"Foedus           {mine:8.3f}")
    others = {name: _cpu(rival, rounds) for name, rival in rivals.items()}
    for name, seconds in others.items():
        print(f"{name:16} {seconds:8.3f}   {seconds / mine:5.1f} times")
    better = min(others.values()) / mine
    print(f"promise {PROMISE} {_word(better >= PROMISE)}; aim {AIM} {_word(better >= AIM)}")
    _curve()
    return 0 if (better >= PROMISE) & _pipeline() else 1


def _word(kept: bool) -> str:
    return "met" if kept else "NOT MET"


def _cpu(work: Callable[[], object], rounds: int) -> float:
    seconds = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        seconds.append(time.process_time() - began)
    return statistics.median(seconds)


def _apart(strangers: tuple[tuple[int, int, int], ...], numbers: list[int]) -> pl.DataFrame:
    rows = [
        (numbers[a], numbers[b], 1816 + year) for one, other, year in strangers for a, b in ((one, other), (other, one))
    ]
    return pl.DataFrame(rows, schema=dict.fromkeys(("ccode1", "ccode2", "year"), pl.Int64), orient="row")


def _by_polars(states: pl.DataFrame, apart: pl.DataFrame) -> pl.DataFrame:
    key = ["ccode1", "ccode2", "year"]
    pairs = (
        states.join(states, on="year", suffix="2")
        .rename({"ccode": "ccode1"})
        .filter(pl.col("ccode1") != pl.col("ccode2"))
    )
    return pairs.join(apart, on=key, how="anti").select(key).sort(key)


def _by_pandas(states: pd.DataFrame, apart: pd.DataFrame) -> pd.DataFrame:
    key = ["ccode1", "ccode2", "year"]
    pairs = states.merge(states, on="year", suffixes=("1", "2"))
    pairs = pairs[pairs["ccode1"] != pairs["ccode2"]][key]
    left = pairs.merge(apart, on=key, how="left", indicator=True)
    return left[left["_merge"] == "left_only"][key].sort_values(key, ignore_index=True)


def _curve() -> None:
    print("growth (directed, alliances added):    rows    CPU s    microseconds a row")
    for last in (1866, 1916, 1966, 2016):
        panel = create("dyad-years", last=last, directed=True).add("alliances")
        seconds, rows = _cpu(panel.frame, 1), panel.frame().height
        print(f"  to {last} {rows:34,} {seconds:8.3f} {1e6 * seconds / rows:12.2f}")
    triads = create("k-ads", first=2016, last=2016)
    seconds = _cpu(triads.frame, 1)
    print(f"triads of 2016: {triads.frame().height:,} rows, {seconds:.3f} s")


def _pipeline() -> bool:
    """Measure the whole pipeline in a fresh process, or say that there are no data."""
    folder = os.environ.get("FOEDUS_TEST_DATA", "")
    if not folder:
        print("pipeline: FOEDUS_TEST_DATA is not set, so it was not measured")
        return True
    from foedus.sources.reading import load  # noqa: PLC0415 - only where there are data
    from foedus.sources.registry import source  # noqa: PLC0415
    from foedus.sources.store import Store  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as home:
        store = Store(Path(home))
        for name, files in FILES.items():
            store.put(load(source(name), [Path(folder) / file for file in files]))
        told = subprocess.run(
            [sys.executable, "-c", PIPELINE],
            env={**os.environ, "FOEDUS_HOME": home},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.split()
    rows, columns, cpu, memory = int(told[0]), int(told[1]), float(told[2]), float(told[3])
    print(f"pipeline to 2010, fresh process: {rows:,} rows, {columns} columns, {cpu:.2f} CPU s, {memory:.2f} GB")
    print(
        f"promise {CPU_PROMISE} CPU s {_word(cpu <= CPU_PROMISE)}, {MEMORY_PROMISE} GB {_word(memory <= MEMORY_PROMISE)}"
    )
    print(f"peacesciencer 1.2.9, measured once elsewhere: {PEER_CPU} CPU s, {PEER_MEMORY} GB")
    return cpu <= CPU_PROMISE and memory <= MEMORY_PROMISE


if __name__ == "__main__":
    sys.exit(main())
