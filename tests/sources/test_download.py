"""Downloads: resumed, limited, checked; what the store held stays there whatever goes wrong."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from tests.sources.publisher import Publisher, serving

from foedus._base.errors import BadInput, DataMissing
from foedus.sources.download import Limits, download
from foedus.sources.model import Source
from foedus.sources.pull import pull, version_to_pull
from foedus.sources.registry import source
from foedus.sources.store import Store

QUICK = Limits(silence=5, total=20, pause=0)
DATA = bytes(range(256)) * 2_000
TABLE = b"stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n" + b"".join(
    b"USA,2,%d,1,1,1,1,1,1,.5,2011\n" % year for year in range(1816, 2012)
)


def test_a_file_comes_over_whole(tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    with serving(Publisher(DATA)) as publisher:
        path = download(
            publisher.address, tmp_path, limits=QUICK, progress=lambda done, total: told.append((done, total))
        )
    assert (path.name, path.read_bytes()) == ("NMC_5_0.csv", DATA)
    assert told[-1] == (len(DATA), len(DATA))
    assert sorted(item.suffix for item in tmp_path.iterdir()) == [".csv", ".lock"]


def test_it_goes_on_where_it_broke_off(tmp_path: Path) -> None:
    with serving(Publisher(DATA, breaks=[100_000, 50_000])) as publisher:
        path = download(publisher.address, tmp_path, limits=QUICK)
    assert path.read_bytes() == DATA
    assert publisher.seen == ["", "bytes=100000-", "bytes=150000-"]


def test_a_later_command_goes_on_too(tmp_path: Path) -> None:
    with serving(Publisher(DATA, breaks=[1000, 1000, 1000])) as publisher:
        with pytest.raises(DataMissing, match="3,000 bytes are kept"):
            download(publisher.address, tmp_path, limits=QUICK)
        assert download(publisher.address, tmp_path, limits=QUICK).read_bytes() == DATA
    assert publisher.seen[-1] == "bytes=3000-"


def test_a_file_that_changed_meanwhile_is_begun_anew(tmp_path: Path) -> None:
    with serving(Publisher(DATA, breaks=[1000, 0, 0])) as publisher:
        with pytest.raises(DataMissing):
            download(publisher.address, tmp_path, limits=QUICK)
        publisher.data, publisher.etag = DATA[::-1], '"two"'
        assert download(publisher.address, tmp_path, limits=QUICK).read_bytes() == DATA[::-1]


def test_a_server_without_ranges_is_asked_for_all_of_it(tmp_path: Path) -> None:
    with serving(Publisher(DATA, breaks=[1000], has_ranges=False)) as publisher:
        assert download(publisher.address, tmp_path, limits=QUICK).read_bytes() == DATA


def test_the_right_hash_passes_and_a_wrong_one_is_refused_and_forgotten(tmp_path: Path) -> None:
    with serving(Publisher(DATA)) as publisher:
        good = hashlib.sha256(DATA).hexdigest()
        assert download(publisher.address, tmp_path, sha256=good.upper(), limits=QUICK).exists()
        with pytest.raises(BadInput, match="has the SHA-256"):
            download(publisher.address, tmp_path, sha256="0" * 64, limits=QUICK)
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("has_length", [True, False])
def test_a_file_that_is_too_large_is_refused(has_length: bool, tmp_path: Path) -> None:
    with (
        serving(Publisher(DATA, has_length=has_length)) as publisher,
        pytest.raises(BadInput, match="too large"),
    ):
        download(publisher.address, tmp_path, limits=replace(QUICK, bytes=1000))


@pytest.mark.parametrize("status", [403, 404, 500, 416])
def test_a_refusal_is_an_error_of_ours(status: int, tmp_path: Path) -> None:
    with (
        serving(Publisher(b"", status=status)) as publisher,
        pytest.raises(DataMissing, match="could not be downloaded"),
    ):
        download(publisher.address, tmp_path, limits=QUICK)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9/x.csv", "http://[", "ftp://127.0.0.1/x", "http://no.invalid/x"]
)
def test_an_address_that_leads_nowhere_is_an_error_of_ours(address: str, tmp_path: Path) -> None:
    with pytest.raises(DataMissing):
        download(address, tmp_path, limits=QUICK)


def test_a_circle_of_redirections_ends(tmp_path: Path) -> None:
    with serving(Publisher(b"", status=302)) as publisher:
        publisher.location = publisher.address
        with pytest.raises(DataMissing):
            download(publisher.address, tmp_path, limits=QUICK)


@pytest.mark.parametrize("path", ["..%2F..%2Fevil", "%00", "", "..", "a%5Cb"])
def test_the_name_of_a_file_cannot_climb(path: str, tmp_path: Path) -> None:
    with serving(Publisher(DATA), path) as publisher:
        written = download(publisher.address, tmp_path / "inside", limits=QUICK)
    assert written.parent == tmp_path / "inside"


# ----------------------------------------------------------------------------------------------------- into the store


def offered(address: str) -> Source:
    """Return the capabilities as if offered at an address, in a version of few rows."""
    nmc = source("nmc")
    version = replace(nmc.versions[-1], addresses=(address,), rows={"state_years": 196})
    return replace(nmc, versions=(version,))


def test_a_pull_stores_the_tables(store: Store) -> None:
    with serving(Publisher(TABLE, breaks=[500])) as publisher:
        one = offered(publisher.address)
        (entry,) = pull(one, version_to_pull(one), store, limits=QUICK)
    assert (entry.rows, entry.origin) == (196, "NMC_5_0.csv")
    assert not [path for path in (store.partial / "downloads").iterdir() if path.suffix != ".lock"]


@pytest.mark.parametrize(
    "bad",
    [
        Publisher(TABLE, breaks=[300, 0, 0]),
        Publisher(TABLE[:-2000]),
        Publisher(TABLE[:-2000], has_length=False),
        Publisher(b"<html>Service unavailable</html>"),
        Publisher(TABLE.replace(b"1900", b"1901")),
        Publisher(b"", status=500),
    ],
    ids=["broken off", "cut at the publisher", "cut without length", "a web page", "a row twice", "an error"],
)
def test_after_a_bad_pull_the_old_data_are_there(bad: Publisher, store: Store) -> None:
    with serving(Publisher(TABLE)) as good:
        one = offered(good.address)
        pull(one, version_to_pull(one), store, limits=QUICK)
    before = store.entries(), store.read("nmc", "state_years")
    with serving(replace(bad, breaks=list(bad.breaks), seen=[])) as publisher:
        one = offered(publisher.address)
        with pytest.raises((BadInput, DataMissing)):
            pull(one, version_to_pull(one), store, limits=QUICK)
    assert store.entries() == before[0]
    assert store.read("nmc", "state_years").equals(before[1])


def test_a_wrong_hash_leaves_the_old_data(store: Store) -> None:
    with serving(Publisher(TABLE)) as publisher:
        one = offered(publisher.address)
        pull(one, version_to_pull(one), store, limits=QUICK)
        before = store.entries()
        with pytest.raises(BadInput, match="SHA-256"):
            pull(one, version_to_pull(one), store, sha256="1" * 64, limits=QUICK)
    assert store.entries() == before


def test_a_set_without_an_address_names_the_page_and_the_command() -> None:
    one = source("dcad")
    with pytest.raises(DataMissing) as caught:
        version_to_pull(one)
    assert one.page in str(caught.value)
    assert "foedus data add dcad FILE" in str(caught.value)


def test_a_version_that_is_not_known_cannot_be_pulled() -> None:
    with pytest.raises(BadInput, match="has no version"):
        version_to_pull(source("nmc"), "1.0")
