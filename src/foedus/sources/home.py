"""Where the store lies: ``$FOEDUS_HOME``, else the platform's folder for a user's data."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def home() -> Path:
    """Return the folder of the store, which need not exist yet."""
    stated = os.environ.get("FOEDUS_HOME", "")
    return Path(stated).expanduser() if stated else platformdirs.user_data_path("foedus", appauthor=False)
