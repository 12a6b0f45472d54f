"""Every page: no serious finding of axe-core, nothing wider than the screen, no error on the console."""

from __future__ import annotations

import pytest
from tests.browser.conftest import Reader

PAGES = (
    "/",
    "/about",
    "/casebook",
    "/data",
    "/data/panels",
    "/data/sets",
    "/data/sets/nmc",
    "/data/tables/treaties",
    "/data?sql=SELEC",
    "/data?sql=SELECT+treaty,+article,+summary+FROM+clauses+LIMIT+5",
    "/measures",
    "/measures/cinc",
    "/nato",
    "/no-such-page",
    "/states",
    "/states/france?on=1955-06-15",
    "/treaties",
    "/treaties/nato",
    "/treaties?q=zzzz",
    "/world?year=1850",
    "/world?year=1955",
)
REFUSED = ("/no-such-page", "/data?sql=SELEC")
"""A browser notes an answer that is an error; that is none of ours."""


@pytest.mark.parametrize("path", PAGES)
def test_a_page_can_be_read_by_everybody(reader: Reader, path: str) -> None:
    reader.open(path)
    assert reader.serious() == []
    assert not reader.is_wider_than_the_screen()
    if path in REFUSED:
        reader.errors.clear()


def test_the_content_is_one_tab_away(reader: Reader) -> None:
    page = reader.open("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"
