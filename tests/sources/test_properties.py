"""Whatever happens to a file on its way, it becomes a table that its entry allows, or one of the project's errors."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.sources.made_up import FILES

from foedus._base.errors import BadInput, FoedusError
from foedus.sources.formats.content import Content, kind_of
from foedus.sources.formats.r_stream import Unreadable, read_objects
from foedus.sources.model import Column
from foedus.sources.reading import Loaded, load
from foedus.sources.registry import NAMES, source

EXAMPLES = settings().max_examples // 2
TYPES = {"integer": pl.Int64, "number": pl.Float64, "text": pl.String, "flag": pl.Int8, "date": pl.Date}


@cache
def files(name: str) -> tuple[tuple[str, bytes], ...]:
    """Return the made-up files of a data set."""
    with tempfile.TemporaryDirectory() as folder:
        return tuple((path.name, path.read_bytes()) for path in FILES[name][0](Path(folder)))


@st.composite
def mutated(draw: st.DrawFn, data: bytes) -> bytes:
    """Cut a file off, change bytes of it, or put bytes in, take bytes out and repeat some."""
    held = bytearray(data)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(held) - 1, 0)))
        kind = draw(st.sampled_from(["cut", "change", "insert", "remove", "repeat", "zero"]))
        if kind == "cut":
            del held[at:]
        elif kind == "change" and held:
            held[at] = draw(st.integers(0, 255))
        elif kind == "insert":
            held[at:at] = draw(
                st.binary(min_size=1, max_size=8) | st.sampled_from([b",", b"\n", b'"', b"\x00", b"=1", b"-9"])
            )
        elif kind == "remove":
            del held[at : at + draw(st.integers(1, 20))]
        elif kind == "repeat":
            held[at:at] = held[at : at + draw(st.integers(1, 40))]
        else:
            held[at : at + 4] = b"\x7f\xff\xff\xff"
    return bytes(held)


def fits(column: Column, series: pl.Series) -> bool:
    """Whether a column is what its entry says."""
    known = series.drop_nulls()
    if series.dtype != TYPES[column.type]:
        return False
    if column.type == "flag":
        return bool(known.is_in([0, 1]).all())
    if column.type == "number" and (known.is_nan().any() or known.is_infinite().any()):
        return False
    if column.type in {"integer", "number"} and not known.is_empty():
        least, most = float(known.min()), float(known.max())  # type: ignore[arg-type]
        return (column.least is None or least >= column.least) and (column.most is None or most <= column.most)
    return True


def is_sound(loaded: Loaded) -> bool:
    """Whether every table is what its entry says."""
    for name, frame in loaded.tables.items():
        table = loaded.source.table(name)
        if not frame.height and not table.made_from:
            return False
        if not all(fits(column, frame[column.name]) for column in table.columns):
            return False
        if table.key and (
            frame.select(table.key).is_duplicated().any() or any(frame.select(table.key).null_count().row(0))
        ):
            return False
    return True


def read(name: str, given_files: list[tuple[str, bytes]]) -> Loaded | None:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / file for file, _ in given_files]
        for path, (_, data) in zip(paths, given_files, strict=True):
            path.write_bytes(data)
        try:
            return load(source(name), paths, is_part=True)
        except FoedusError:
            return None


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
@settings(max_examples=EXAMPLES)
def test_a_mutated_file_is_a_sound_table_or_an_error_of_ours(name: str, data: st.DataObject) -> None:
    held = list(files(name))
    place = data.draw(st.integers(0, len(held) - 1))
    held[place] = (held[place][0], data.draw(mutated(held[place][1])))
    loaded = read(name, held)
    assert loaded is None or is_sound(loaded)


@pytest.mark.parametrize("name", ["jme", "nmc", "leeds-anac", "minimum-distance", "sipri", "gw-states", "world-bank"])
@given(content=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_at_all_are_a_sound_table_or_an_error_of_ours(name: str, content: bytes) -> None:
    loaded = read(name, [(files(name)[0][0], content)])
    assert loaded is None or is_sound(loaded)


@given(
    cells=st.lists(
        st.lists(
            st.sampled_from(["", "0", "-9", "1e5", "1.0", "x", "=1", "1850", "9" * 30, "nan", "é", '"']),
            min_size=9,
            max_size=9,
        ),
        max_size=4,
    )
)
def test_any_cells_under_the_right_heading_are_a_sound_table_or_an_error_of_ours(cells: list[list[str]]) -> None:
    heading = "ccode,year,milex,milper,irst,pec,tpop,upop,cinc"
    text = "\n".join([heading, *(",".join(row) for row in cells)])
    loaded = read("nmc", [("NMC_5_0.csv", text.encode())])
    assert loaded is None or is_sound(loaded)


@given(
    data=st.binary(max_size=300).map(lambda tail: b"RDX3\nX\n\x00\x00\x00\x03\x00\x04\x00\x00\x00\x03\x00\x00" + tail)
)
def test_any_stream_of_r_is_read_or_refused(data: bytes) -> None:
    with suppress(Unreadable):
        read_objects(data)


@given(data=st.binary(max_size=600), name=st.sampled_from(["a.csv", "a.dta", "a.zip", "a"]))
def test_the_kind_of_any_bytes_is_told(data: bytes, name: str) -> None:
    with suppress(BadInput):
        assert kind_of(Content(name, data))
