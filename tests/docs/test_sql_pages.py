"""The pages on SQL: the dictionary is the one that the declarations make, and every worked query runs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from tests.docs.conftest import ROOT, blocks

from foedus._base.errors import DataMissing
from foedus.panel.sql.page import page
from foedus.panel.sql.query import ask
from foedus.register.register import Register
from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.store import Store

QUERIES = blocks("sql")
ON_STORED_DATA = [block for block in QUERIES if "nmc_" in block.text]


def test_the_dictionary_is_the_one_in_force(root: Path) -> None:
    assert (root / "docs" / "sql-tables.md").read_text(encoding="utf-8") == page(), "make docs renews it"


def test_there_are_ten_worked_queries_and_one_on_stored_data() -> None:
    text = (ROOT / "docs" / "sql.md").read_text(encoding="utf-8")
    assert re.findall(r"^\*\*(\d+)\. ", text, re.MULTILINE) == [str(number) for number in range(1, 11)]
    assert len(QUERIES) == 11
    assert len(ON_STORED_DATA) == 1


@pytest.mark.parametrize("block", [block for block in QUERIES if block not in ON_STORED_DATA], ids=str)
def test_a_worked_query_has_an_answer(block: Any, register: Register, tmp_path: Path) -> None:
    assert ask(block.text, register=register, store=Store(tmp_path)).frame.height > 0


@pytest.mark.parametrize("block", ON_STORED_DATA, ids=str)
def test_a_worked_query_on_stored_data_says_what_brings_them(block: Any, register: Register, tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match="foedus data pull nmc"):
        ask(block.text, register=register, store=Store(tmp_path))


@pytest.mark.data
@pytest.mark.parametrize("block", ON_STORED_DATA, ids=str)
def test_a_worked_query_on_stored_data_has_an_answer(
    block: Any, register: Register, shared_data: Path, tmp_path: Path
) -> None:

    store = Store(tmp_path / "home")
    store.put(load(source("nmc"), [shared_data / "cow" / "cow_nmc.rda"]))
    frame = ask(block.text, register=register, store=store).frame
    assert frame.height > 200
    assert frame.select(pl.col("with_figures").max()).item() > 150
