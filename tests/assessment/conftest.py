"""Contingencies by a few words, and what may come of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import foedus as package
from foedus import Register, assess, read_contingency, read_file
from foedus._base.documents import Document
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.outlook import Outlook, outlooks
from foedus.measures.capability.reading import Tables
from foedus.register.suppose import suppose
from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.store import Store

EXAMPLES = Path(package.__file__).parent / "examples"
Ahead = Callable[..., Outlook]


@pytest.fixture(scope="session")
def no_data(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Return the tables of a store that holds nothing."""
    return Tables(Store(tmp_path_factory.mktemp("empty")))


@pytest.fixture(scope="session")
def with_data(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Return the tables of a store with capabilities since 1816 and military expenditure since 1949."""
    store = Store(tmp_path_factory.mktemp("store"))
    store.put(load(source("nmc"), [shared_data / "cow" / "cow_nmc.rda"]))
    store.put(load(source("sipri"), [shared_data / "sipri" / "SIPRI-Milex-data-1949-2024_2.xlsx"]))
    return Tables(store)


@pytest.fixture
def ahead(register: Register, no_data: Tables) -> Ahead:
    """Return what may come of a contingency: a bundled one by its name, or one in words."""
    return _looking(register, no_data)


@pytest.fixture
def ahead_with_data(register: Register, with_data: Tables) -> Ahead:
    """Return what may come of a contingency for somebody who has data."""
    return _looking(register, with_data)


@pytest.fixture
def looking(register: Register) -> Callable[[Tables], Ahead]:
    """Return what looks ahead with the tables of any store."""
    return lambda tables: _looking(register, tables)


def _looking(register: Register, tables: Tables) -> Ahead:

    def look(case: str | dict[str, Any], supposed: list[dict[str, str]] | None = None, **assumed: float) -> Outlook:
        held = suppose(Document("suppositions", supposed), register) if supposed else register
        document = read_file(EXAMPLES / f"{case}.yaml") if isinstance(case, str) else Document("case", case)
        contingency = read_contingency(document, held).contingency
        (outlook,) = outlooks(held, assess(held, contingency), Assumptions(**assumed), tables)
        return outlook

    return look
