"""A real browser on a real server: Chromium, driven by Playwright, on a free port of this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, ViewportSize, sync_playwright

SERIOUS = {"serious", "critical"}
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]
SIZES = {
    "desktop": ViewportSize(width=1280, height=900),
    "phone": ViewportSize(width=390, height=844),
}


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site on a free port, with an empty store."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
    home = tmp_path_factory.mktemp("home")
    command = [sys.executable, "-c", "from foedus.cli.app import main; main()", "serve"]
    command += ["--port", str(port), "--seconds", "120"]
    server = subprocess.Popen(command, env={**os.environ, "FOEDUS_HOME": str(home)})
    where = f"http://127.0.0.1:{port}"
    try:
        _wait_for(where)
        yield where
    finally:
        server.terminate()
        server.wait(20)


def _wait_for(where: str) -> None:
    for _ in range(240):
        try:
            with urllib.request.urlopen(where, timeout=5):  # noqa: S310 - our own server
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.25)
    pytest.fail("the site did not start")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the browser that the system has."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("FOEDUS_REQUIRE_BROWSER"):
            pytest.fail("no Chromium on this machine; install Debian's package chromium")
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Reader:
    """A reader at a screen, and all that went wrong before it."""

    page: Page
    where: str
    errors: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a page of the site."""
        self.page.goto(self.where + path, wait_until="load")
        return self.page

    def serious(self) -> list[Any]:
        """Return what axe-core finds on the page that is serious or worse."""
        found = Axe().run(self.page).response["violations"]
        return [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found if one["impact"] in SERIOUS]

    def is_wider_than_the_screen(self) -> bool:
        """Whether the page must be moved sideways to be read."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"))


@pytest.fixture(params=list(SIZES))
def reader(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[Reader]:
    """Read at desktop and at phone width; no error on the console, no request that leaves the machine."""
    context = chromium.new_context(viewport=SIZES[request.param])
    held = Reader(context.new_page(), address)

    def noted(message: ConsoleMessage) -> None:
        if message.type == "error":
            held.errors.append(message.text)

    def asked(one: Request) -> None:
        if not one.url.startswith((address, "data:", "blob:")):
            held.left.append(one.url)

    held.page.on("console", noted)
    held.page.on("pageerror", lambda error: held.errors.append(str(error)))
    held.page.on("request", asked)
    yield held
    shots = os.environ.get("FOEDUS_SCREENSHOTS")
    if shots:
        name = request.node.name.replace("/", "_").replace("[", "-").replace("]", "")
        held.page.screenshot(path=Path(shots) / f"{name}.png", full_page=True)
    context.close()
    assert held.errors == []
    assert held.left == []
