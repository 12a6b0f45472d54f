"""The dictionary: every view once, found by name, and the same wherever it is read."""

from __future__ import annotations

from typing import Any

import pytest

from foedus._base.errors import UnknownName
from foedus.panel.sql.dictionary import ROOMS, view_called, views
from foedus.panel.sql.page import page
from foedus.panel.sql.stored import stored_views
from foedus.sources.registry import all_sources


def test_no_two_views_share_a_name_and_none_needs_quotes() -> None:
    names = [view.name for view in views()]
    assert len(set(names)) == len(names)
    assert all(name.isidentifier() and name == name.casefold() for name in names)


def test_every_table_of_every_data_set_is_a_view() -> None:
    told = {(one.source.name, one.table.name) for one in stored_views().values()}
    assert told == {(source.name, table.name) for source in all_sources() for table in source.tables}


@pytest.mark.parametrize("name", ["nmc_state_years", "NMC_State_Years", "nmc_state_years@5.0"])
def test_a_view_is_found_whatever_its_case_and_version(name: str) -> None:
    assert view_called(name).name == "nmc_state_years"


def test_an_unknown_name_is_told_what_comes_close() -> None:
    with pytest.raises(UnknownName, match="did you mean clauses"):
        view_called("clausess", "--describe")
    with pytest.raises(UnknownName, match="foedus sql --tables"):
        view_called("zzzzzzzz", "--describe")


def test_a_query_reads_the_dictionary_that_the_page_prints(cells: Any) -> None:
    told = cells("SELECT view, column_name, type, meaning FROM dictionary ORDER BY view, place")
    assert told == sorted(
        ((view.name, one.name, one.type, one.meaning) for view in views() for one in view.columns),
        key=lambda row: (row[0], [column.name for column in view_called(row[0]).columns].index(row[1])),
    )
    text = page()
    assert all(f"### {view.name}\n" in text for view in views())
    assert {view.room for view in views()} == set(ROOMS)


def test_a_stored_table_has_the_types_that_its_declaration_says(asked: Any) -> None:
    for name in ("nmc_state_years", "inter_state_war_participants", "contiguity_directed_dyad_years"):
        described = {row[0]: row[1] for row in asked(f"DESCRIBE {name}").frame.rows()}
        assert described == {column.name: column.type for column in view_called(name).columns}
