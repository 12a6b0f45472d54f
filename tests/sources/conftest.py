"""A store in an empty folder, and the short made-up files that stand for the publishers' ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from foedus.sources.reading import Loaded, load
from foedus.sources.registry import source
from foedus.sources.store import Store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Return an empty store, which the commands use too."""
    monkeypatch.setenv("FOEDUS_HOME", str(tmp_path / "home"))
    return Store.default()


Read = Callable[..., Loaded]


@pytest.fixture(scope="session")
def real(shared_data: Path) -> Read:
    """Read published files by their places in the folder of reference data, each once."""

    @cache
    def read(name: str, *places: str, version: str = "") -> Loaded:
        return load(source(name), [shared_data / place for place in places], version)

    return read
