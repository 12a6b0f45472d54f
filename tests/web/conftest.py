"""The site, asked without a network."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from foedus.web.app import site
from foedus.web.settings import Settings


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    """Ask the site; a fault of ours comes back as an answer, as it would for a reader."""
    with TestClient(site(Settings(workers=1)), raise_server_exceptions=False) as held:
        yield held
