"""Killed, out of room, or with two writers: what the store held is intact each time."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.sources.worker import ROWS, loaded

from foedus._base.errors import BadInput, FoedusError
from foedus.sources.lock import locked
from foedus.sources.store import Store

WORKER = Path(__file__).with_name("worker.py")
KILLS = 30


def work(folder: Path, version: str, times: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(WORKER), str(folder), version, str(times)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def value_of(store: Store, version: str) -> float:
    """Return the one value of a version's table, whose rows must be all there and alike."""
    table = store.read("nmc", "state_years", version)
    assert table.height == ROWS
    (value,) = table["milex"].unique().to_list()
    return float(value)


def is_whole(store: Store, version: str) -> float:
    """Return the one value of a version's table, of which the catalogue must tell the same."""
    value = value_of(store, version)
    (entry,) = [entry for entry in store.entries() if entry.version == version]
    assert entry.origin == f"{value:.0f}.csv"
    return value


@pytest.mark.slow
def test_killed_at_thirty_random_moments_the_data_are_intact_each_time(store: Store) -> None:
    store.put(loaded("6.0", 77))
    store.put(loaded("5.0", 0))
    moments = random.Random(1914)
    with work(store.folder, "5.0", 0) as parent:
        assert parent.stdin is not None
        assert parent.stdout is not None
        for _ in range(KILLS):
            parent.stdin.write("another\n")
            parent.stdin.flush()
            child = int(parent.stdout.readline())
            time.sleep(moments.uniform(0, 0.15))
            os.kill(child, signal.SIGKILL)
            assert parent.stdout.readline() == "dead\n"
            assert is_whole(store, "6.0") == 77
            is_whole(store, "5.0")
        parent.stdin.close()
    store.put(loaded("5.0", 5))
    assert is_whole(store, "5.0") == 5
    assert len(list((store.folder / "tables").glob("*/*"))) == 2, "what was left half done is swept away"
    assert list(store.partial.iterdir()) == []


@pytest.mark.slow
def test_two_writers_and_a_reader_do_not_disturb_one_another(store: Store) -> None:
    store.put(loaded("5.0", 0))
    store.put(loaded("6.0", 0))
    writers = [work(store.folder, version, 6) for version in ("5.0", "6.0", "5.0")]
    while any(writer.poll() is None for writer in writers):
        value_of(store, "5.0")
        value_of(store, "6.0")
        time.sleep(0.05)
    for writer in writers:
        writer.communicate()
        assert writer.returncode == 0
    assert (is_whole(store, "5.0"), is_whole(store, "6.0")) == (5, 5)
    assert len(list((store.folder / "tables").glob("*/*"))) == 2


@pytest.mark.parametrize("size", [0, 1_000, 8_000, 20_000, 100_000, 270_000, 600_000])
def test_a_file_that_may_not_grow_leaves_the_old_data(size: int, store: Store) -> None:
    store.put(loaded("5.0", 1))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        store.put(loaded("5.0", 2))
        value = 2
    except FoedusError:
        value = 1
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert is_whole(store, "5.0") == value
    store.put(loaded("5.0", 3))
    assert is_whole(store, "5.0") == 3


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder with little room, where this user may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount, umount = shutil.which("mount"), shutil.which("umount")
    if mount is None or umount is None or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk; the limit on the size of files is tested without")
    done = subprocess.run(
        [str(mount), "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip(f"no small disk can be mounted here: {done.stderr!r}")
    yield folder
    subprocess.run([str(umount), str(folder)], check=True)


def test_a_full_disk_leaves_the_old_data(small_disk: Path) -> None:
    store = Store(small_disk / "home")
    store.put(loaded("5.0", 1))
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as file:
        while True:
            try:
                file.write(b"0" * 4096)
            except OSError:
                break
    with pytest.raises(BadInput):
        store.put(loaded("5.0", 2))
    assert is_whole(store, "5.0") == 1
    filler.unlink(missing_ok=True)
    store.put(loaded("5.0", 3))
    assert is_whole(store, "5.0") == 3


def test_a_writer_waits_no_longer_than_is_sensible(store: Store) -> None:
    store.put(loaded("5.0", 1))
    with (
        locked(store.folder / "lock"),
        pytest.raises(BadInput, match="another process"),
        locked(store.folder / "lock", patience=0.05),
    ):
        pass


def test_readers_share_the_lock(store: Store) -> None:
    store.put(loaded("5.0", 1))
    with locked(store.folder / "lock", is_shared=True):
        assert is_whole(store, "5.0") == 1


def test_a_store_that_may_not_be_written_is_an_error_of_ours(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    with pytest.raises(BadInput, match="cannot be written"):
        Store(tmp_path / "home").put(loaded("5.0", 1))
