"""``foedus serve`` where its extra is not installed."""

from __future__ import annotations

import subprocess
import sys

WITHOUT = "import sys; sys.modules['uvicorn'] = None; from foedus.cli.app import run; sys.exit(run(['serve']))"


def test_without_its_extra_it_says_what_to_install() -> None:
    said = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=False, timeout=120)
    assert said.returncode == 4
    assert "foedus[web]" in said.stderr
    assert "Foedus is at" not in said.stderr
