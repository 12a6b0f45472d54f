"""Files of a panel read back the same, with labels where the format has them; stubs open and cite them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import polars as pl
import pyreadstat
import pytest

from foedus import BadInput
from foedus.panel.export import STATA_LABEL, label, write
from foedus.panel.made import Made
from foedus.panel.panel import Kads, create
from foedus.panel.stub import citations, stub_of
from foedus.sources.store import Store


@pytest.fixture(scope="session")
def made(small: Store) -> Made:
    panel = replace(create("dyad-years", first=1949, last=1951), store=small)
    return panel.add("nmc", "atop", "gml-mid", "alliances").collect()


READERS: dict[str, Callable[[Path], pl.DataFrame]] = {
    ".csv": lambda path: pl.read_csv(path, infer_schema_length=None),
    ".parquet": pl.read_parquet,
    ".arrow": pl.read_ipc,
    ".dta": lambda path: pyreadstat.read_dta(path, output_format="polars")[0],
}


@pytest.mark.parametrize("ending", READERS)
def test_a_file_reads_back_the_same(made: Made, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"panel{ending}"
    write(made, path)
    back = READERS[ending](path)
    assert back.cast(dict.fromkeys(back.columns, pl.Float64)).equals(
        made.frame.cast(dict.fromkeys(made.frame.columns, pl.Float64))
    )
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_a_stata_file_has_labels_for_columns_and_flags(made: Made, tmp_path: Path) -> None:
    write(made, tmp_path / "panel.dta")
    _, meta = pyreadstat.read_dta(tmp_path / "panel.dta", metadataonly=True)
    labels = meta.column_names_to_labels
    assert labels["ccode1"] == "Correlates of War number of the state 1"
    assert labels["atop_defense"] == "whether either state owes the other defence"
    assert all(text and len(text) <= STATA_LABEL for text in labels.values())
    assert meta.variable_value_labels["atop_defense"] == {0: "no", 1: "yes"}


def test_whole_numbers_are_whole_in_stata_where_they_fit(made: Made, tmp_path: Path) -> None:
    large = replace(made, frame=made.frame.with_columns(large=pl.lit(3_000_000_000)))
    write(large, tmp_path / "panel.dta")
    back, meta = pyreadstat.read_dta(tmp_path / "panel.dta", output_format="polars")
    kinds = meta.readstat_variable_types
    assert (kinds["ccode1"], kinds["dispnum"], kinds["large"]) == ("int32", "int32", "double")
    assert back["large"].unique().to_list() == [3_000_000_000]


def test_the_tenth_state_of_a_set_is_called_so() -> None:
    assert label("ccode10", {}) == "Correlates of War number of the state 10"


def test_a_parquet_file_says_what_it_was_made_from(made: Made, tmp_path: Path) -> None:
    write(made, tmp_path / "panel.parquet")
    told = json.loads(pl.read_parquet_metadata(tmp_path / "panel.parquet")["foedus"])
    assert told["data"] == {"nmc": "5.0", "atop": "5.1", "gml-mid": "2.2.1"}
    assert told["register"]["hash"] == made.register.edition.content_hash
    assert set(told["columns"]) == set(made.frame.columns)


@pytest.mark.parametrize("name", ["panel.rds", "panel.RData", "panel", "panel.exe"])
def test_an_ending_that_is_no_format_is_refused_and_nothing_is_written(made: Made, tmp_path: Path, name: str) -> None:
    with pytest.raises(BadInput, match="names no format") as raised:
        write(made, tmp_path / name)
    assert ("arrow::read_parquet" in str(raised.value)) == name.lower().endswith((".rds", ".rdata"))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(made: Made, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be written"):
        write(made, tmp_path / "nowhere" / "panel.csv")


def test_citations_are_of_exactly_what_is_in_it(made: Made) -> None:
    cited = "\n".join(citations(made))
    for words in ("register of alliance treaties", "Singer", "Leeds", "Gibler"):
        assert words in cited
    assert "Stinnett" not in cited


@pytest.mark.parametrize(
    ("data", "stub", "opens"),
    [
        ("panel.dta", "panel.do", 'use "panel.dta", clear'),
        ("panel.csv", "panel.do", 'import delimited "panel.csv"'),
        ("panel.parquet", "panel.R", 'arrow::read_parquet("panel.parquet")'),
        ("panel.parquet", "panel.ipynb", "pl.read_parquet('panel.parquet')"),
        ("panel.csv", "panel.md", "| `atop_defense` | whether either state owes the other defence |"),
    ],
)
def test_a_stub_opens_the_file_and_cites_it(made: Made, data: str, stub: str, opens: str) -> None:
    text = stub_of(made, Path(data), Path(stub))
    assert opens in text
    assert "Singer" in text


@pytest.mark.parametrize("ending", [".csv", ".dta"])
def test_a_full_disk_is_told_in_words_and_leaves_nothing(made: Made, tmp_path: Path, ending: str) -> None:
    resource = pytest.importorskip("resource")
    held = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, held[1]))
    try:
        with pytest.raises(BadInput, match=r"cannot be written \((?!None)"):
            write(made, tmp_path / f"panel{ending}")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, held)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("universe", "kads", "unit"),
    [
        ("state-years", Kads(), "ccode"),
        ("dyad-years", Kads(), "ccode1 ccode2"),
        ("member-years", Kads(), "treaty ccode"),
        ("alliance-years", Kads(), "treaty"),
        ("k-ads", Kads(4, sample=5), "ccode1 ccode2 ccode3 ccode4"),
    ],
)
def test_a_do_file_tells_stata_what_a_unit_is(universe: str, kads: Kads, unit: str) -> None:
    """Stata's xtset refuses a panel in which a unit has a year twice."""
    panel = create(universe, first=1950, last=1951, kads=kads).collect()
    text = stub_of(panel, Path("panel.dta"), Path("panel.do"))
    assert f"egen unit = group({unit})\nxtset unit year" in text
    assert not panel.frame.select(*unit.split(), "year").is_duplicated().any()


def test_a_stub_in_another_folder_finds_the_file(made: Made) -> None:
    assert '"../data/panel.csv"' in stub_of(made, Path("data/panel.csv"), Path("code/panel.R"))
    assert '"a\\"b.csv"' in stub_of(made, Path('a"b.csv'), Path("panel.R"))
    assert '`"a"b.csv"\'' in stub_of(made, Path('a"b.csv'), Path("panel.do"))
    assert "'a\"b.csv'" in stub_of(made, Path('a"b.csv'), Path("panel.ipynb")).replace('\\"', '"')


def test_a_stub_takes_endings_in_any_case(made: Made) -> None:
    assert 'use "PANEL.DTA", clear' in stub_of(made, Path("PANEL.DTA"), Path("panel.DO"))


def test_names_too_long_for_stata_are_told_before_any_work(small: Store, tmp_path: Path) -> None:
    panel = replace(create("dyad-years", first=1950, last=1951), store=small).add("alliances")
    long = panel.add("peace-years", event="reg_consultation").lag("reg_consultation_peace_years")
    assert long.write(tmp_path / "panel.csv").frame.height
    with pytest.raises(BadInput, match="32 letters"):
        long.add("sipri").write(tmp_path / "panel.dta")  # which the store does not have


def test_disputes_that_are_the_rows_are_cited(small: Store) -> None:
    panel = replace(create("dispute-years", first=1950, last=1950), store=small).collect()
    assert panel.versions == {"gml-mid": "2.2.1"}
    assert "Gibler" in "\n".join(citations(panel))


def test_a_notebook_stub_runs(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(made, Path("panel.parquet"))
    notebook = json.loads(stub_of(made, Path("panel.parquet"), Path("look.ipynb")))
    names: dict[str, object] = {}
    for one in notebook["cells"]:
        if one["cell_type"] == "code":
            exec(one["source"], names)  # noqa: S102 - our own stub
    assert isinstance(names["panel"], pl.DataFrame)


def test_a_stub_for_a_file_that_it_cannot_open_is_refused(made: Made) -> None:
    for data, stub in (("panel.parquet", "panel.do"), ("panel.dta", "panel.ipynb"), ("panel.csv", "panel.exe")):
        with pytest.raises(BadInput):
            stub_of(made, Path(data), Path(stub))


def test_panels_become_pandas_and_arrow_tables(small: Store) -> None:
    panel = replace(create("state-years", first=1950, last=1951), store=small).add("nmc")
    assert panel.pandas().shape == panel.frame().shape
    assert panel.arrow().column_names == panel.frame().columns
