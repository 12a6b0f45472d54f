"""What every test may ask for: the register, the reference data of others, and how hard Hypothesis searches."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import foedus

settings.register_profile("fast", max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fast"))


@pytest.fixture(scope="session")
def register() -> foedus.Register:
    """Return the embedded register."""
    return foedus.load_register()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Return the folder of reference data; without it the test is skipped, or fails where the data are required."""
    folder = os.environ.get("FOEDUS_TEST_DATA", "")
    if folder and Path(folder).is_dir():
        return Path(folder)
    missing = f"FOEDUS_TEST_DATA names no folder of reference data ({folder or 'it is not set'})"
    if os.environ.get("FOEDUS_REQUIRE_DATA") == "1":
        pytest.fail(missing)
    pytest.skip(missing)
