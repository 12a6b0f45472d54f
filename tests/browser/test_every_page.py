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
    "/what-if",
    "/what-if/chain?date=1914-07-28&attackers=Austria-Hungary&targets=Serbia&act.kind=armed_attack",
    "/what-if/trace?date=1982-04-02&attackers=Argentina&targets=United+Kingdom&finding=3",
    "/what-if?date=1990-01-01&attackers=Soviet+Union&targets=Norway",
    "/what-if?date=2010-01-01&attackers=Atlantis",
    "/what-if?date=2022-02-24&attackers=Russia&targets=Ukraine&b.suppose.1.state=Ukraine&b.suppose.1.treaty=nato&b.suppose.1.does=joins&b.suppose.1.from=2022-01-01",
    "/what-if?example=july-1914",
    "/world?year=1850",
    "/world?year=1955",
)
REFUSED = ("/no-such-page", "/data?sql=SELEC", "/what-if?date=2010-01-01&attackers=Atlantis")
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
