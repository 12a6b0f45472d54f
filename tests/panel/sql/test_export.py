"""A DuckDB file to hand on: all of it, described, with where it comes from, and nothing that may not be passed on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from foedus._base.errors import BadInput
from foedus.panel.panel import create
from foedus.panel.sql import export as exporting
from foedus.panel.sql.dictionary import REGISTER_TABLES
from foedus.panel.sql.export import LEFT_TO_SQL, export, is_restricted
from foedus.panel.sql.panels import PANELS
from foedus.register.register import Register
from foedus.sources.registry import all_sources
from foedus.sources.store import Store

FORBIDDEN = {"contiguity", "cow-majors", "inter-state-war", "nmc"}


@pytest.fixture(scope="module")
def handed(register: Register, small: Store, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Export once, without what may not be passed on and with the pledges of one panel."""
    kept = {name: panel for name, panel in PANELS.items() if not panel.with_pledges or name == "dyad_year_pledges"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(exporting, "PANELS", kept)
        return export(tmp_path_factory.mktemp("handed") / "all.duckdb", register=register, store=small)


@pytest.fixture(scope="module")
def opened(handed: Any) -> Iterator[Any]:
    with duckdb.connect(str(handed.path), read_only=True) as connection:
        yield connection


def names(connection: Any) -> set[str]:
    return {name for (name,) in connection.execute("SELECT table_name FROM information_schema.tables").fetchall()}


def test_the_file_holds_register_panels_and_what_may_be_passed_on(handed: Any, opened: Any) -> None:
    stored = {"atop_directed_dyad_years", "atop_members", "gml_mid_directed_dispute_years"}
    panels = {"dyad_year_pledges", *(name for name, panel in PANELS.items() if not panel.with_pledges)}
    assert names(opened) == {*REGISTER_TABLES, *panels, *stored, "provenance"}
    assert handed.tables == len(names(opened))
    assert set(handed.left_out) == FORBIDDEN
    assert handed.restricted == ()


@pytest.mark.parametrize("name", REGISTER_TABLES)
def test_a_table_of_the_register_is_whole(name: str, opened: Any, register: Register) -> None:
    if not name.startswith("dictionary"):
        rows = opened.execute(f"SELECT count(*) FROM {name}").fetchall()  # noqa: S608
        assert rows == [(REGISTER_TABLES[name].frame(register).height,)]


@pytest.mark.parametrize("name", LEFT_TO_SQL)
def test_a_view_over_states_has_exactly_the_dyad_years_of_the_panel(name: str, opened: Any) -> None:
    panel = PANELS[name]
    frame = create("dyad-years", system=panel.system, directed=panel.is_directed).frame()
    columns = opened.execute(f"FROM {name}").fetchnumpy()
    assert list(columns) == frame.columns
    assert all((columns[column] == frame.get_column(column).to_numpy()).all() for column in frame.columns)


def test_pledges_are_whole(opened: Any) -> None:
    frame = create("dyad-years").add("alliances").frame()
    told = opened.execute("SELECT count(*), count(reg_defense), sum(reg_defense) FROM dyad_year_pledges").fetchall()
    defence = frame.get_column("reg_defense")
    assert told == [(frame.height, defence.count(), defence.cast(int).sum())]


def test_the_dictionary_of_the_file_tells_of_nothing_else(opened: Any) -> None:
    told = {name for (name,) in opened.execute("SELECT name FROM dictionary_views").fetchall()}
    assert told == names(opened) - {"provenance"}
    described = {name for (name,) in opened.execute("SELECT DISTINCT view FROM dictionary").fetchall()}
    assert described == told


def test_tables_and_columns_carry_their_meaning(opened: Any) -> None:
    silent = opened.execute(
        "SELECT table_name, column_name FROM duckdb_columns() c "
        "WHERE comment IS NULL AND NOT internal AND table_name <> 'provenance' "
        "AND table_name IN (SELECT table_name FROM duckdb_tables())"
    ).fetchall()
    assert silent == []
    assert opened.execute("SELECT count(*) FROM duckdb_views() WHERE comment IS NULL AND NOT internal").fetchall() == [
        (0,)
    ]


def test_a_column_that_only_a_newer_reader_has_is_not_in_the_dictionary_of_the_file(
    register: Register, small: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path / "home")
    shutil.copytree(small.folder, store.folder)
    entry = next(one for one in store.entries() if one.table == "members")
    pl.read_parquet(store.path_of(entry)).drop("consul").write_parquet(store.path_of(entry))
    monkeypatch.setattr(exporting, "PANELS", {})
    monkeypatch.setattr(exporting, "LEFT_TO_SQL", ())
    done = export(tmp_path / "all.duckdb", register=register, store=store)
    with duckdb.connect(str(done.path), read_only=True) as connection:
        told = connection.execute("SELECT column_name FROM dictionary WHERE view = 'atop_members'").fetchall()
        held = connection.execute("DESCRIBE atop_members").fetchall()
    assert {name for (name,) in told} == {row[0] for row in held}
    assert ("consul",) not in told


def test_provenance_names_edition_versions_terms_and_citations(opened: Any, register: Register) -> None:
    rows = opened.execute("SELECT name, version, terms, citation, sha256 FROM provenance").fetchall()
    told = {name: rest for name, *rest in rows}
    assert told["register"][0] == register.edition.version
    assert told["register"][3] == register.edition.content_hash
    assert set(told) == {"register", "atop", "gml-mid"}
    assert all(all(part for part in rest) for rest in told.values())


def test_with_restricted_everything_is_there_and_the_file_says_whose(
    register: Register, small: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "PANELS", {})
    monkeypatch.setattr(exporting, "LEFT_TO_SQL", ())
    done = export(tmp_path / "mine.duckdb", with_restricted=True, register=register, store=small)
    assert set(done.restricted) == FORBIDDEN
    assert done.left_out == ()
    with duckdb.connect(str(done.path), read_only=True) as connection:
        assert connection.execute("SELECT count(*), count(milex) FROM nmc_state_years").fetchall() == [(7, 6)]


def test_correlates_of_war_data_may_not_be_passed_on_and_open_data_may() -> None:
    told = {source.name for source in all_sources() if is_restricted(source)}
    assert told == {source.name for source in all_sources() if "forbids passing" in source.terms} | {"sipri"}
    assert "ucdp-acd" not in told


def test_a_file_that_is_there_is_kept_unless_forced(register: Register, small: Store, tmp_path: Path) -> None:
    path = tmp_path / "all.duckdb"
    path.write_text("mine")
    with pytest.raises(BadInput, match="--force"):
        export(path, register=register, store=small)
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["all.csv", "all", "nowhere/all.duckdb"])
def test_a_wrong_name_is_refused_and_leaves_nothing(
    name: str, register: Register, small: Store, tmp_path: Path
) -> None:
    with pytest.raises(BadInput):
        export(tmp_path / name, register=register, store=small)
    assert list(tmp_path.iterdir()) == []


def test_what_goes_wrong_on_the_way_leaves_the_old_file(
    register: Register, small: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "all.duckdb"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(exporting, "_comment", fail)
    monkeypatch.setattr(exporting, "PANELS", {})
    monkeypatch.setattr(exporting, "LEFT_TO_SQL", ())
    with pytest.raises(KeyboardInterrupt):
        export(path, force=True, register=register, store=small)
    assert [one.name for one in tmp_path.iterdir()] == ["all.duckdb"]
    assert path.read_text(encoding="utf-8") == "old"
