"""The site, asked without a network."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from foedus.web.app import site
from foedus.web.settings import Settings


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Ask the site over an empty store; a fault of ours comes back as an answer, as it would for a reader."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDUS_HOME", str(tmp_path_factory.mktemp("home")))
        patient = Settings(workers=1, answer_seconds=120)
        with TestClient(site(patient), raise_server_exceptions=False) as held:
            yield held
