"""A wrong file is a clear error or a correct result, never a silently wrong table."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
import xlsxwriter

from foedus._base.errors import BadInput
from foedus.sources.formats import archive, content
from foedus.sources.reading import load
from foedus.sources.registry import source

HEADING = "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version"
FIRST = "USA,2,1850,10,20,30,40,50,60,.5,2011"
SECOND = "CAN,20,1850,11,21,31,41,51,61,.25,2011"
WHOLE = f"{HEADING}\n{FIRST}\n{SECOND}\n"


def read(folder: Path, data: str | bytes, name: str = "NMC_5_0.csv", version: str = "") -> pl.DataFrame:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return load(source("nmc"), [path], version, is_part=True).tables["state_years"]


def refused(folder: Path, data: str | bytes, name: str = "NMC_5_0.csv", version: str = "") -> str:
    with pytest.raises(BadInput) as caught:
        read(folder, data, name, version)
    assert all(fault.what and fault.where for fault in caught.value.faults)
    return str(caught.value)


# ------------------------------------------------------------------------------- other forms of the same: read right


@pytest.mark.parametrize(
    "data",
    [
        WHOLE.encode("utf-8-sig"),
        WHOLE.encode("utf-16"),
        WHOLE.replace("\n", "\r\n").encode(),
        WHOLE.replace("\n", "\r").encode(),
        WHOLE.replace(",", ";").encode(),
        WHOLE.replace(",", "\t").encode(),
        WHOLE.removesuffix("\n").encode(),
        ("\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in WHOLE.splitlines())).encode(),
        ("\n".join(",".join(reversed(line.split(","))) for line in WHOLE.splitlines())).encode(),
        f"{HEADING.upper()}\n{SECOND}\n{FIRST}".encode(),
        WHOLE.replace("10,20", "10.0,2e1").encode(),
    ],
    ids=[
        "bom",
        "utf-16",
        "crlf",
        "cr",
        "semicolons",
        "tabs",
        "no last line end",
        "quoted",
        "reordered",
        "rows",
        "floats",
    ],
)
def test_another_way_to_write_the_same_gives_the_same(data: bytes, tmp_path: Path) -> None:
    assert read(tmp_path, data).equals(read(tmp_path, WHOLE))


def test_a_packed_file_is_read_without_unpacking_it_first(tmp_path: Path) -> None:
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w") as packed:
        packed.writestr("NMC/NMC_5_0.csv", WHOLE)
        packed.writestr("NMC/readme.txt", "hello")
    with zipfile.ZipFile(outer, "w") as packed:
        packed.writestr("data/inner.zip", inner.getvalue())
    assert read(tmp_path, inner.getvalue(), "NMC.zip").equals(read(tmp_path, WHOLE))
    assert read(tmp_path, outer.getvalue(), "NMC.zip").equals(read(tmp_path, WHOLE))
    assert read(tmp_path, gzip.compress(WHOLE.encode()), "NMC_5_0.csv.gz").equals(read(tmp_path, WHOLE))


# ------------------------------------------------------------------------------------------------ refused, and why


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "is empty"),
        ("\n\n", "holds no heading"),
        (HEADING + "\n", "holds no rows"),
        (WHOLE[:-20], "fields where the heading has 11"),
        (WHOLE.replace("milper", "soldiers"), "has no column milper"),
        (WHOLE.replace("milper", "milex"), "has the column 'milex' twice"),
        (WHOLE.replace("stateabb", "\x1b[31mred"), "has the heading '\\x1b[31mred'"),
        (WHOLE.replace("stateabb", "x" * 400), "has the heading"),
        ("<!DOCTYPE html><html><body>Log in</body></html>", "is a web page"),
        ("\ufeff  <html>\n<p>Consent</p>", "is a web page"),
        (WHOLE.replace("1850", "Jan-50", 1), "'Jan-50' is not what the column holds"),
        (WHOLE.replace(",10,", ",1 000,"), "'1 000' is not what the column holds"),
        (WHOLE.replace(",10,", ",-5,"), "'-5' is not what the column holds"),
        (WHOLE.replace(".5,", "0,5,").replace(",", ";"), "fields where the heading has"),
        (WHOLE.replace(",10,", ",=1+1,"), "'=1+1' is not what the column holds"),
        (WHOLE.replace(",10,", ",inf,"), "'inf' is not what the column holds"),
        (WHOLE.replace(",10,", ",1e999,"), "'1e999' is not what the column holds"),
        (WHOLE + FIRST + "\n", "is there twice: ccode 2, year 1850"),
        (WHOLE.replace("2,1850", ",1850", 1), "lacks its key"),
        (WHOLE.replace("1850", "9999"), "'9999' is not what the column holds"),
        (WHOLE.replace(".25", "1.25"), "'1.25' is not what the column holds"),
        (WHOLE.replace("USA", '"USA'), "is not written as CSV should be"),
        (WHOLE.replace("USA", "U\x00SA"), "null characters"),
        (WHOLE.replace("USA", "ÉÉÉ").encode("latin-1"), "is not UTF-8 text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is not UTF-8 text"),
        (b"PK\x03\x04 not an archive", "damaged archive"),
        (b"\x1f\x8b\x08\x00 cut", "is cut off"),
        (b"BZh91AY&SY", "is cut off"),
        (b"RDX3\nX\n\x00\x00\x00\x03", "cannot be read as an R file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "cannot be read as a workbook"),
    ],
)
def test_a_wrong_file_is_refused_with_its_reason(data: str | bytes, said: str, tmp_path: Path) -> None:
    assert said in refused(tmp_path, data)


def test_an_error_names_file_line_and_column(tmp_path: Path) -> None:
    assert "NMC_5_0.csv:3: milex: 'x'" in refused(tmp_path, WHOLE.replace(",11,", ",x,"))


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    said = refused(tmp_path, WHOLE.replace(",11,", ",x,").replace(",30,", ",y,"))
    assert "milex: 'x'" in said
    assert "irst: 'y'" in said


def test_formulas_in_texts_are_refused(tmp_path: Path) -> None:
    heading = "stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version"
    lines = f'{heading}\n"=HYPERLINK(1)",2,1850,1,1,1900,1,1,2016\n'
    path = tmp_path / "majors2016.csv"
    path.write_text(lines)
    with pytest.raises(BadInput, match="formula"):
        load(source("cow-majors"), [path], is_part=True)


@pytest.mark.parametrize("day", ["1850,2,30", "1850,13,1", "1850,0,1", "12/7/1850,1,1"])
def test_a_day_that_is_none_is_refused(day: str, tmp_path: Path) -> None:
    path = tmp_path / "majors2016.csv"
    path.write_text(f"stateabb,ccode,styear,stmonth,stday,endyear,endmonth,endday,version\nA,2,{day},1900,1,1,2016\n")
    with pytest.raises(BadInput, match="a date as YYYY-MM-DD"):
        load(source("cow-majors"), [path], is_part=True)


def test_years_that_the_version_does_not_cover_are_refused(tmp_path: Path) -> None:
    assert "2013 is no year of version 5.0" in refused(tmp_path, WHOLE.replace("1850", "2013"))


def test_another_version_is_refused(tmp_path: Path) -> None:
    lines = "dyad,state1no,state1ab,state2no,state2ab,year,conttype,version\n2020,2,A,20,B,1850,1,3.1\n"
    path = tmp_path / "contdird.csv"
    path.write_text(lines)
    with pytest.raises(BadInput, match=r"says that it is version 3\.1"):
        load(source("contiguity"), [path], is_part=True)


def test_a_file_with_fewer_rows_than_its_version_is_refused_unless_a_part_is_meant(tmp_path: Path) -> None:
    path = tmp_path / "NMC_5_0.csv"
    path.write_text(WHOLE)
    with pytest.raises(BadInput, match="holds 2 rows of state_years") as caught:
        load(source("nmc"), [path])
    assert "15,171 in version 5.0" in str(caught.value)


def test_a_file_under_another_name_needs_its_version(tmp_path: Path) -> None:
    assert "no version of nmc has files of these names" in refused(tmp_path, WHOLE, "data.csv")
    assert read(tmp_path, WHOLE, "data.csv", "5.0").height == 2


def test_a_version_that_is_not_known_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "NMC_5_0.csv"
    path.write_text(WHOLE)
    with pytest.raises(BadInput, match="has no version '99'"):
        load(source("nmc"), [path], "99")


def test_two_files_for_one_table_are_refused(tmp_path: Path) -> None:
    paths = [tmp_path / "NMC_5_0.csv", tmp_path / "NMC_v5_0.csv"]
    for path in paths:
        path.write_text(WHOLE)
    with pytest.raises(BadInput, match="second file for the table"):
        load(source("nmc"), paths, is_part=True)


@pytest.mark.parametrize("place", ["nowhere.csv", ".", "a\x00b.csv"])
def test_a_file_that_is_not_there_is_an_error_of_ours(place: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        load(source("nmc"), [tmp_path / place])


def test_an_archive_without_a_file_of_the_set_is_refused(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        zipped.writestr("../../etc/passwd", "x")
    assert "holds no file of nmc" in refused(tmp_path, packed.getvalue(), "x.zip")


# ------------------------------------------------------------------------------------------------- bombs and giants


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("NMC_5_0.csv", b"0" * 20_000_000)
    return packed.getvalue()


def test_an_archive_that_grows_too_large_is_refused() -> None:
    with pytest.raises(BadInput, match="grows too large"):
        list(archive.inflated(content.Content("bomb.zip", bomb()), limit=1_000_000))


def test_an_archive_that_lies_about_its_size_is_refused() -> None:
    honest = bomb()
    small = (1000).to_bytes(4, "little")
    lying = honest.replace((20_000_000).to_bytes(4, "little"), small)
    assert lying != honest
    with pytest.raises(BadInput, match="damaged archive"):
        list(archive.inflated(content.Content("bomb.zip", lying), limit=1_000_000))


@pytest.mark.parametrize("pack", ["gzip", "bz2", "lzma"])
def test_a_packed_r_file_that_grows_too_large_is_refused(pack: str) -> None:
    compress: Callable[[bytes], bytes] = __import__(pack).compress
    with pytest.raises(BadInput, match="grows too large"):
        content.unpacked(content.Content("bomb.rda", compress(b"0" * 5_000_000)), limit=1_000_000)


def test_a_giant_is_refused_before_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content, "MAX_BYTES", 10)
    assert "is too large" in refused(tmp_path, WHOLE)


def test_a_workbook_with_a_cell_far_out_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "jme_v3.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet()
        page.write(0, 0, "Exercise Name")
        page.write(1_048_575, 16_383, "far")
    with pytest.raises(BadInput, match="far outside the table"):
        load(source("jme"), [path], is_part=True)


def test_a_web_page_under_the_name_of_a_stata_file_is_told_for_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "LeedsAnacIIrep.dta"
    path.write_text("<!DOCTYPE html><title>Sign in</title>")
    with pytest.raises(BadInput, match="is a web page"):
        load(source("leeds-anac"), [path])


def test_a_workbook_without_the_sheets_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "SIPRI-Milex-data-1949-2024_1.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet("Other")
    with pytest.raises(BadInput, match="has no sheet like"):
        load(source("sipri"), [path], is_part=True)
