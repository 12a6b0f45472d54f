"""The store keeps versions side by side, with where each table came from, and loses nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from foedus._base.errors import BadInput, DataMissing
from foedus.sources.reading import load
from foedus.sources.registry import all_sources, source
from foedus.sources.store import Store

HEADING = "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n"


def nmc(folder: Path, name: str = "NMC_5_0.csv", rows: int = 3, milex: int = 10) -> Path:
    """Write a short made-up file in the format of the publisher."""
    lines = "".join(f"USA,2,{1900 + row},{milex},-9,1,2,3,4,.5,2011\n" for row in range(rows))
    path = folder / name
    path.write_text(HEADING + lines)
    return path


def put(store: Store, path: Path, version: str = "") -> None:
    store.put(load(source("nmc"), [path], version, is_part=True), is_part=True)


def test_what_is_put_is_read_again(store: Store, tmp_path: Path) -> None:
    put(store, nmc(tmp_path))
    table = store.read("nmc", "state_years")
    assert table.select("ccode", "year", "milex", "milper").row(0) == (2, 1900, 10.0, None)


def test_an_entry_says_where_a_table_came_from(store: Store, tmp_path: Path) -> None:
    path = nmc(tmp_path)
    put(store, path)
    (entry,) = store.entries()
    assert (entry.source, entry.version, entry.table, entry.rows) == ("nmc", "5.0", "state_years", 3)
    assert (entry.origin, entry.origin_bytes, entry.is_known_copy, entry.is_part) == (
        "NMC_5_0.csv",
        path.stat().st_size,
        False,
        True,
    )
    assert len(entry.sha256) == len(entry.origin_sha256) == 64


def test_versions_stand_side_by_side_and_the_newest_is_read(store: Store, tmp_path: Path) -> None:
    put(store, nmc(tmp_path))
    put(store, nmc(tmp_path, "NMC-60-abridged.csv", milex=20))
    assert [entry.version for entry in store.entries()] == ["5.0", "6.0"]
    assert store.read("nmc", "state_years")["milex"].to_list() == [20.0] * 3
    assert store.read("nmc", "state_years", "5.0")["milex"].to_list() == [10.0] * 3


def test_the_same_version_is_replaced_and_its_old_folder_swept(store: Store, tmp_path: Path) -> None:
    put(store, nmc(tmp_path))
    put(store, nmc(tmp_path, milex=30))
    assert store.read("nmc", "state_years")["milex"].to_list() == [30.0] * 3
    assert len(list((store.folder / "tables" / "nmc").iterdir())) == 1
    assert list(store.partial.iterdir()) == []


def test_a_version_is_removed_and_the_other_stays(store: Store, tmp_path: Path) -> None:
    put(store, nmc(tmp_path))
    put(store, nmc(tmp_path, "NMC-60-abridged.csv"))
    assert [entry.version for entry in store.remove("nmc", "5.0")] == ["5.0"]
    assert [entry.version for entry in store.entries()] == ["6.0"]
    with pytest.raises(DataMissing):
        store.remove("nmc", "5.0")


def test_what_is_not_there_is_named_with_the_command_that_brings_it(store: Store) -> None:
    with pytest.raises(DataMissing, match=r"foedus data add nmc@5\.0 FILE"):
        store.read("nmc", "state_years", "5.0")
    assert store.entries() == []


def test_only_what_has_a_stable_address_is_to_be_pulled(store: Store) -> None:
    for one in all_sources():
        with pytest.raises(DataMissing) as lacking:
            store.read(one.name, one.tables[0].name)
        remedy = lacking.value.faults[0].remedy
        assert f"foedus data add {one.name} FILE" in remedy
        assert ("data pull" in remedy) == (one.pullable is not None)


def test_a_table_that_is_lacking_is_named_where_others_of_its_data_set_are_there(store: Store, tmp_path: Path) -> None:
    put(store, nmc(tmp_path))
    said = r"the store has nmc, but not its table dyad_years \(only state_years\)"
    with pytest.raises(DataMissing, match=said):
        store.read("nmc", "dyad_years")


def test_a_damaged_table_is_an_error_of_ours(store: Store, tmp_path: Path) -> None:
    put(store, nmc(tmp_path))
    (path,) = (store.folder / "tables").rglob("*.parquet")
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(DataMissing, match="damaged"):
        store.read("nmc", "state_years")


def test_a_damaged_catalogue_is_an_error_of_ours(store: Store, tmp_path: Path) -> None:
    put(store, nmc(tmp_path))
    (store.folder / "catalogue.duckdb").write_bytes(b"nonsense" * 1000)
    with pytest.raises(BadInput, match="catalogue"):
        store.entries()


def test_a_catalogue_that_was_left_in_the_middle_is_finished_by_a_reader(store: Store, tmp_path: Path) -> None:
    put(store, nmc(tmp_path))
    script = (
        "import duckdb, os, sys\n"
        "catalogue = duckdb.connect(sys.argv[1])\n"
        """catalogue.execute("SET checkpoint_threshold = '1GB'")\n"""
        """catalogue.execute("UPDATE entries SET origin = 'other.csv'")\n"""
        "os._exit(0)"
    )
    catalogue = store.folder / "catalogue.duckdb"
    subprocess.run([sys.executable, "-c", script, str(catalogue)], check=True)
    assert catalogue.with_name("catalogue.duckdb.wal").exists()
    (entry,) = store.entries()
    assert entry.origin == "other.csv"
    assert not catalogue.with_name("catalogue.duckdb.wal").exists()


def test_values_are_the_same_after_the_way_through_the_store(store: Store, tmp_path: Path) -> None:
    loaded = load(source("nmc"), [nmc(tmp_path)], is_part=True)
    store.put(loaded)
    assert store.read("nmc", "state_years").equals(loaded.tables["state_years"])
    assert store.read("nmc", "state_years").schema["milex"] == pl.Float64
