"""``foedus serve`` where its extra is not installed."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

from foedus import BadInput
from foedus.web.command import listening

WITHOUT = "import sys; sys.modules['uvicorn'] = None; from foedus.cli.app import run; sys.exit(run(['serve']))"


def test_without_its_extra_it_says_what_to_install() -> None:
    said = subprocess.run([sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=False, timeout=120)
    assert said.returncode == 4
    assert "foedus[web]" in said.stderr
    assert "Foedus is at" not in said.stderr


def test_a_port_that_is_taken_is_told_before_anything_is_served() -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
        with pytest.raises(BadInput, match=f"port {port}"):
            listening("127.0.0.1", port)


def test_an_address_of_another_machine_cannot_be_listened_on() -> None:
    with pytest.raises(BadInput, match="cannot listen"):
        listening("192.0.2.1", 8000)
