"""Panels beside plain pandas and plain Polars doing the same in the same run.

Rows are compared before any time counts. The pipeline runs in a process of its own for each side, which reports its
processor seconds and its peak of memory; it needs the published files (FOEDUS_TEST_DATA names their folder) and is left
out without them. Exit status: 2 if something differs, 1 if a promise is not kept.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pandas as pd
import polars as pl

from foedus._base.dates import civil_date
from foedus.panel.membership import Membership, membership
from foedus.panel.panel import Kads, create
from foedus.panel.universes import dyad_years
from foedus.register.compiled import load_register
from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.store import Store

FIRST, LAST, LAST_DISPUTE = 1816, 2016, 2010
KEYS = ["ccode1", "ccode2", "year"]
RATIO, RATIO_AIM = 3.0, 5.0
PIPELINE_CPU, PIPELINE_MB = 2.9, 1600.0
PEER_CPU, PEER_MB = 34.0, 3200.0  # peacesciencer 1.2.9 on a machine of two cores, one run
CURVE = (1850, 1900, 1950, 1980, 2000, 2016)
FILES = {
    "atop": ("atop/atop5_1ddyr.rda",),
    "capitals": ("cow/cow_capitals.rda",),
    "contiguity": ("cow/contdird.csv",),
    "democracy": ("gw/isard_cw_democracy.csv",),
    "gml-mid": ("cow/gml_dirdisp.rda",),
    "nmc": ("cow/cow_nmc.rda",),
}
ADDITIONS = ("nmc", "contiguity", "capital-distance", "atop", "democracy", "gml-mid", "spells")


def main() -> int:
    """Measure and print; see the module docstring for the exit status."""
    parser = argparse.ArgumentParser(description="Measure panels against plain pandas and plain Polars.")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--side", choices=("foedus", "polars"), help=argparse.SUPPRESS)
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.side:
        return _one_side(arguments.side, arguments.write)
    kept = [_creation(arguments.rounds), _curve(arguments.rounds), _triads()]
    folder = os.environ.get("FOEDUS_TEST_DATA", "")
    if folder:
        kept.append(_pipeline(Path(folder)))
    else:
        print("\nthe pipeline needs the published files: name their folder in FOEDUS_TEST_DATA")
    if None in kept:
        print("the sides differ", file=sys.stderr)
        return 2
    return 0 if all(kept) else 1


# --- creation ---------------------------------------------------------------------------------------------------------


def _state_years(members: Membership) -> pl.DataFrame:
    """Return what the baselines start from: every state and year, and the pairs that never met."""
    rows = [
        (int(members.numbers[spell.place]), year)
        for spell in members.spells
        for year in range(
            max(civil_date(spell.first)[0], FIRST), min(civil_date(min(spell.last, 2_000_000))[0], LAST) + 1
        )
    ]
    return pl.DataFrame(rows, schema={"ccode": pl.Int64, "year": pl.Int64}, orient="row").unique().sort("ccode", "year")


def _strangers(members: Membership) -> pl.DataFrame:
    pairs = [
        (int(members.numbers[a]), int(members.numbers[b]), members.first + year)
        for one, other, year in members.strangers
        for a, b in ((one, other), (other, one))
    ]
    return pl.DataFrame(pairs, schema=dict.fromkeys(KEYS, pl.Int64), orient="row")


def _by_pandas(states: pd.DataFrame, strangers: pd.DataFrame) -> pd.DataFrame:
    met = states.merge(states, on="year", suffixes=("1", "2"))
    met = met[met["ccode1"] != met["ccode2"]][KEYS]
    marked = met.merge(strangers, on=KEYS, how="left", indicator=True)
    return marked[marked["_merge"] == "left_only"][KEYS].sort_values(KEYS, ignore_index=True)


def _by_polars(states: pl.DataFrame, strangers: pl.DataFrame) -> pl.DataFrame:
    one, other = states.lazy().rename({"ccode": "ccode1"}), states.lazy().rename({"ccode": "ccode2"})
    met = one.join(other, on="year").filter(pl.col("ccode1") != pl.col("ccode2"))
    return met.join(strangers.lazy(), on=KEYS, how="anti").select(KEYS).sort(KEYS).collect()


def _ours() -> pl.DataFrame:
    return create("dyad-years", first=FIRST, last=LAST, directed=True).frame()


def _creation(rounds: int) -> bool | None:
    members = membership(load_register(), "cow", FIRST, LAST)
    states, strangers = _state_years(members), _strangers(members)
    states_pandas, strangers_pandas = states.to_pandas(), strangers.to_pandas()
    sides: dict[str, Callable[[], object]] = {
        "pandas": lambda: _by_pandas(states_pandas, strangers_pandas),
        "Polars": lambda: _by_polars(states, strangers),
        "foedus": _ours,
    }
    ours = _ours()
    if not ours.equals(_by_polars(states, strangers)) or not ours.equals(
        pl.from_pandas(_by_pandas(states_pandas, strangers_pandas))
    ):
        return None
    took: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, side in sides.items():
            took[name].append(_seconds(side))
    medians = {name: statistics.median(held) for name, held in took.items()}
    better = min(medians["pandas"], medians["Polars"])
    ratio = better / medians["foedus"]
    print(f"directed dyad-years {FIRST}-{LAST}: {ours.height:,} rows, sorted, pairs that never met left out")
    for name, held in took.items():
        print(f"  {name:<8} median {medians[name]:7.3f} s   min {min(held):7.3f} s")
    print(f"  ratio to the better baseline {ratio:.1f}: promise {RATIO:.0f} {_kept(ratio >= RATIO)}, ", end="")
    print(f"aim {RATIO_AIM:.0f} {_kept(ratio >= RATIO_AIM)}")
    return ratio >= RATIO


def _curve(rounds: int) -> bool:
    print("\ngrowth with the years")
    for last in CURVE:
        members = membership(load_register(), "cow", FIRST, last)
        seconds = statistics.median(_seconds(partial(dyad_years, members, directed=True)) for _ in range(rounds))
        rows = len(dyad_years(members, directed=True))
        bar = "#" * round(seconds * 400)
        print(f"  to {last}  {rows:>9,} rows  {seconds * 1000:7.1f} ms  {seconds / rows * 1e9:6.0f} ns a row  {bar}")
    return True


def _triads() -> bool:
    began = time.perf_counter()
    frame = create("k-ads", first=2010, last=2010, kads=Kads(3)).frame()
    print(f"\ntriads of 2010: {frame.height:,} rows in {time.perf_counter() - began:.2f} s")
    return True


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _kept(is_kept: bool) -> str:
    return "met" if is_kept else "NOT MET"


# --- the pipeline -----------------------------------------------------------------------------------------------------


def _pipeline(folder: Path) -> bool | None:
    with tempfile.TemporaryDirectory() as work:
        home = Path(work) / "home"
        store = Store(home)
        for name, places in FILES.items():
            store.put(load(source(name), [folder / place for place in places]))
        said = {}
        for side in ("foedus", "polars"):
            path = Path(work) / f"{side}.parquet"
            for written in (path, None):  # the first run writes what is compared, the second is the one that counts
                said[side] = _run(side, home, written)
        if not _same(Path(work) / "foedus.parquet", Path(work) / "polars.parquet"):
            return None
    ours, plain = said["foedus"], said["polars"]
    print(f"\ndirected pipeline to {LAST_DISPUTE}: {', '.join(ADDITIONS)}")
    print(f"  {ours['rows']:,.0f} rows, {ours['columns']:.0f} columns, every cell the same on both sides")
    for name, held in (("plain Polars", plain), ("foedus", ours)):
        print(f"  {name:<14} {held['cpu']:6.2f} CPU-s   wall {held['wall']:5.2f} s   peak {held['peak_mb']:7,.0f} MB")
    print(f"  peacesciencer  {PEER_CPU:6.2f} CPU-s (stored, one run)             peak {PEER_MB:7,.0f} MB")
    is_fast, is_small = ours["cpu"] <= PIPELINE_CPU, ours["peak_mb"] <= PIPELINE_MB
    print(f"  promise {PIPELINE_CPU} CPU-s {_kept(is_fast)}, {PIPELINE_MB:,.0f} MB {_kept(is_small)}; ", end="")
    print(f"{PEER_CPU / ours['cpu']:.0f} times less than the peer, {plain['cpu'] / ours['cpu']:.1f} than plain Polars")
    return is_fast and is_small


def _run(side: str, home: Path, path: Path | None) -> dict[str, float]:
    command = [sys.executable, __file__, "--side", side, *(("--write", str(path)) if path else ())]
    told = subprocess.run(
        command, env={**os.environ, "FOEDUS_HOME": str(home)}, check=True, capture_output=True, text=True
    )
    read: dict[str, float] = json.loads(told.stdout)
    return read


def _one_side(side: str, path: Path | None) -> int:
    began = time.perf_counter()
    frame = _foedus_pipeline() if side == "foedus" else _polars_pipeline()
    wall = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_SELF)
    peak = used.ru_maxrss / 1e3
    said = {"cpu": used.ru_utime + used.ru_stime, "wall": wall, "peak_mb": peak}
    print(json.dumps({**said, "rows": frame.height, "columns": frame.width}))
    if path:
        frame.write_parquet(path)
    return 0


def _foedus_pipeline() -> pl.DataFrame:
    return create("dyad-years", first=FIRST, last=LAST_DISPUTE, directed=True).add(*ADDITIONS).frame()


def _polars_pipeline() -> pl.DataFrame:
    """Do the same with joins, as somebody would who has only Polars and the tables."""
    store = Store.default()
    members = membership(load_register(), "cow", FIRST, LAST_DISPUTE)
    frame = _by_polars(_state_years(members).filter(pl.col("year") <= LAST_DISPUTE), _strangers(members))
    frame = _of_each(
        frame, store.read("nmc", "state_years"), ["milex", "milper", "irst", "pec", "tpop", "upop", "cinc"]
    )
    nearest = store.read("contiguity", "directed_dyad_years").group_by(KEYS).agg(pl.col("conttype").min())
    frame = frame.join(nearest, on=KEYS, how="left").with_columns(pl.col("conttype").fill_null(0))
    frame = _capital_distance(frame, store.read("capitals", "spells"))
    frame = _atop(frame, store.read("atop", "directed_dyad_years"))
    frame = _of_each(frame, store.read("democracy", "state_years"), ["euds", "aeuds", "polity2", "v2x_polyarchy"])
    return _spells(_disputes(frame, store.read("gml-mid", "directed_dispute_years")))


def _of_each(frame: pl.DataFrame, table: pl.DataFrame, columns: list[str]) -> pl.DataFrame:
    for place in "12":
        named = table.select(
            pl.col("ccode").alias(f"ccode{place}"), "year", *(pl.col(name).alias(f"{name}{place}") for name in columns)
        )
        frame = frame.join(named, on=[f"ccode{place}", "year"], how="left")
    return frame


def _capital_distance(frame: pl.DataFrame, seats: pl.DataFrame) -> pl.DataFrame:
    years = pl.int_ranges(pl.col("start").dt.year().cast(pl.Int64), pl.col("end").dt.year().cast(pl.Int64) + 1)
    yearly = seats.sort("ccode", "start").with_columns(years.alias("year")).explode("year")
    first = yearly.unique(["ccode", "year"], keep="first", maintain_order=True)
    frame = _of_each(frame, first, ["lat", "lon"])
    lat1, lat2 = pl.col("lat1").radians(), pl.col("lat2").radians()
    turned = (pl.col("lon2") - pl.col("lon1")).radians()
    across = (
        (lat2.cos() * turned.sin()) ** 2 + (lat1.cos() * lat2.sin() - lat1.sin() * lat2.cos() * turned.cos()) ** 2
    ).sqrt()
    along = lat1.sin() * lat2.sin() + lat1.cos() * lat2.cos() * turned.cos()
    distance = 6378.137 * pl.arctan2(across, along)
    return frame.with_columns(distance.alias("capdist")).drop("lat1", "lat2", "lon1", "lon2")


def _atop(frame: pl.DataFrame, table: pl.DataFrame) -> pl.DataFrame:
    pledges = [name for name in table.columns if name.startswith("atop_")]
    turned = table.select(pl.col("ccode2").alias("ccode1"), pl.col("ccode1").alias("ccode2"), "year")
    allied = pl.concat([table.select(KEYS), turned]).unique().with_columns(pl.lit(1, pl.Int8).alias("atop_alliance"))
    joined = frame.join(allied, on=KEYS, how="left").join(table.select(*KEYS, *pledges), on=KEYS, how="left")
    return joined.with_columns(pl.col("atop_alliance", *pledges).fill_null(0))


def _disputes(frame: pl.DataFrame, table: pl.DataFrame) -> pl.DataFrame:
    ranks = (
        pl.col("midonset"),
        pl.col("fatality").cast(pl.Float64).fill_null(0.5),
        pl.col("hostlev").fill_null(-1),
        pl.col("mindur").fill_null(-1),
        pl.col("maxdur").fill_null(-1),
        pl.col("recip").fill_null(-1),
        -pl.col("stmon").fill_null(13),
    )
    for rank in ranks:
        table = table.filter(rank == rank.max().over(KEYS))
    kept = table.sort(*KEYS, "dispnum").unique(KEYS, keep="first", maintain_order=True)
    started = (((pl.col(f"sidea{place}") == 1) | (pl.col(f"orig{place}") == 0)).alias(f"init{place}") for place in "12")
    flags = ["gmlmidongoing", "gmlmidonset", "init1", "init2"]
    named = kept.rename({"midongoing": "gmlmidongoing", "midonset": "gmlmidonset"}).with_columns(
        one.cast(pl.Int8) for one in started
    )
    return frame.join(named.drop("outcome", "settle"), on=KEYS, how="left").with_columns(pl.col(flags).fill_null(0))


def _spells(frame: pl.DataFrame) -> pl.DataFrame:
    pair = ["ccode1", "ccode2"]
    frame = frame.sort(KEYS)
    event = pl.col("gmlmidongoing").cast(pl.Int64)
    blocks = frame.with_columns((event.cum_sum() - event).over(pair).alias("block"))
    return blocks.with_columns(pl.int_range(pl.len()).over(*pair, "block").alias("gmlmidspell")).drop("block")


def _same(one: Path, other: Path) -> bool:
    """Whether two files hold the same rows and values, whatever the order of the columns."""
    ours, theirs = pl.read_parquet(one), pl.read_parquet(other)
    if set(ours.columns) != set(theirs.columns) or not ours.select(KEYS).equals(theirs.select(KEYS)):
        return False
    for name in ours.columns:
        a, b = ours[name].cast(pl.Float64), theirs[name].cast(pl.Float64)
        apart = ((a - b).abs() > 1e-9 * (1 + b.abs())).fill_null(value=False)
        if ((a.is_null() != b.is_null()) | apart).any():
            print(f"{name} differs", file=sys.stderr)
            return False
    return True


if __name__ == "__main__":
    sys.exit(main())
