"""Panels as views: the very rows of ``foedus panel``, and declared as they are."""

from __future__ import annotations

from typing import Any

import pytest

from foedus.panel.panel import create
from foedus.panel.sql.panels import PANELS

QUICK = [name for name, panel in PANELS.items() if not panel.with_pledges]


@pytest.mark.parametrize("name", QUICK)
def test_a_view_has_the_columns_and_types_that_its_declaration_says(name: str, asked: Any) -> None:
    described = {row[0]: row[1] for row in asked(f"DESCRIBE {name}").frame.rows()}
    assert described == {column.name: column.type for column in PANELS[name].view.columns}


def test_state_years_are_those_of_the_panel(asked: Any) -> None:
    assert asked("FROM state_years").frame.equals(create("state-years").frame())
    assert asked("FROM gw_state_years").frame.equals(create("state-years", system="gw").frame())


@pytest.mark.parametrize(("name", "directed"), [("dyad_years", False), ("directed_dyad_years", True)])
def test_dyad_years_are_those_of_the_panel(name: str, directed: bool, asked: Any) -> None:
    frame = create("dyad-years", first=1913, last=1915, directed=directed).frame()
    assert asked(f"FROM {name} WHERE year BETWEEN 1913 AND 1915").frame.equals(frame)


def test_pledges_are_those_of_the_panel_with_nothing_where_the_register_does_not_cover(asked: Any) -> None:
    answer = asked("FROM directed_dyad_year_pledges WHERE year IN (1913, 1960)").frame
    parts = [
        create("dyad-years", first=year, last=year, directed=True).add("alliances").frame() for year in (1913, 1960)
    ]
    keys = ["ccode1", "ccode2", "year"]
    assert answer.sort(keys).equals(parts[0].vstack(parts[1]).sort(keys))
    described = {name: str(kind) for name, kind in answer.schema.items()}
    declared = [column.name for column in PANELS["directed_dyad_year_pledges"].view.columns]
    assert list(described) == declared
    assert answer.get_column("reg_defense").null_count() > 0


def test_undirected_dyads_have_half_the_rows_of_directed_ones(cells: Any) -> None:
    [(half, whole)] = cells("SELECT (SELECT count(*) FROM dyad_years), (SELECT count(*) FROM directed_dyad_years)")
    assert whole == 2 * half
