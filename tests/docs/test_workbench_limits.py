"""The page of the workbench says what the settings allow."""

from __future__ import annotations

from pathlib import Path

import pytest

from foedus.web import jobs
from foedus.web.guard.heads import HEAD_BYTES
from foedus.web.pages.data.sql import LIMITS, MOST_ROWS
from foedus.web.settings import Settings

PAGE = Path(__file__).parents[2] / "docs" / "workbench.md"
ALLOWED = Settings()
LINES = {
    "names it answers to": [f"`{name}`" for name in ALLOWED.hosts],
    "line and headers of a request": [f"{HEAD_BYTES // 1024} kB", f"{ALLOWED.head_seconds:g} seconds"],
    "body of a request": [f"{ALLOWED.body_bytes // 10**6} MB", f"{ALLOWED.body_seconds:g} seconds"],
    "connections": [f"{ALLOWED.connections} at once", f"{ALLOWED.taking_seconds:g} seconds"],
    "time for an answer": [f"{ALLOWED.answer_seconds:g} seconds"],
    "answers that wait to be made": [f"{ALLOWED.waiting} for the processes"],
    "answers not held ready": [f"{ALLOWED.burst:g} at once", f"{ALLOWED.a_second:g} a second"],
    "answers held ready": [f"{ALLOWED.held_bytes // 10**6} MB"],
    "a query": [f"{LIMITS.seconds:g} seconds", f"{LIMITS.memory_mb} MB"],
    "rows of a query to take away": [f"{MOST_ROWS:,}"],
    "a job": [
        f"{jobs.SECONDS:g} seconds",
        f"{ALLOWED.file_bytes // 10**9} GB",
        f"{jobs.MOST_KEPT} jobs",
        f"{ALLOWED.files_bytes // 10**9} GB of files",
        f"{ALLOWED.free_bytes // 10**6} MB",
    ],
}


@pytest.mark.parametrize("thing", LINES)
def test_the_page_says_what_is_allowed(thing: str) -> None:
    (line,) = (one for one in PAGE.read_text(encoding="utf-8").splitlines() if one.startswith(f"| {thing} |"))
    for told in LINES[thing]:
        assert told in line
