"""The command line as these tests use it: in this process, on files in a folder of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import foedus as package


@pytest.fixture(scope="session")
def case() -> Callable[[str], str]:
    """Return the path of a bundled contingency by its name."""
    return lambda name: str(Path(package.__file__).parent / "examples" / f"{name}.yaml")
