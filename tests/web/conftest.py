"""The site, asked without a network."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from tests.web.wire import listening

from foedus.web.app import site
from foedus.web.guard.patience import patient
from foedus.web.settings import Settings


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Ask the site over an empty store; a fault of ours comes back as an answer, as it would for a reader."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDUS_HOME", str(tmp_path_factory.mktemp("home")))
        patient = Settings(hosts=(*Settings().hosts, "testserver"), workers=1, answer_seconds=120)
        with TestClient(site(patient), raise_server_exceptions=False) as held:
            yield held


@pytest.fixture(scope="session")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Serve the site over an empty store on a port of this machine, as `foedus serve` does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FOEDUS_HOME", str(tmp_path_factory.mktemp("home")))
        allowed = Settings(workers=1, answer_seconds=120, burst=5000)
        with listening(site(allowed), patient(allowed)) as (_, number):
            yield number
