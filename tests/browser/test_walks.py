"""Walks through the site as a reader takes them: the slider of years, a query, a panel, a treaty from a search."""

from __future__ import annotations

from pathlib import Path

from tests.browser.conftest import Reader


def test_the_slider_of_years_goes_to_the_year_where_it_rests(reader: Reader) -> None:
    page = reader.open("/world?year=1955")
    page.locator("input[type=range]").focus()
    with page.expect_navigation(url="**/world?year=1956*"):
        page.keyboard.press("ArrowRight")
    assert page.get_by_role("heading", level=1).inner_text() == "The world in 1956"
    assert "1956-07-01" in (page.locator("#map").get_attribute("src") or "")


def test_a_query_is_typed_asked_and_taken_away(reader: Reader, tmp_path: Path) -> None:
    page = reader.open("/data")
    page.get_by_label("One statement that only reads").fill("SELECT count(*) AS treaties FROM treaties")
    page.get_by_role("button", name="Ask").click()
    page.wait_for_load_state("load")
    assert page.get_by_role("columnheader", name="treaties").is_visible()
    shown = page.locator("#answer ~ .wide td").first.inner_text()
    with page.expect_download() as taken:
        page.get_by_role("link", name="CSV").click()
    taken.value.save_as(tmp_path / "query.csv")
    assert (tmp_path / "query.csv").read_text().split() == ["treaties", shown]


def test_a_panel_is_laid_out_and_its_file_taken(reader: Reader, tmp_path: Path) -> None:
    page = reader.open("/data/panels")
    page.get_by_role("spinbutton", name="From").fill("1990")
    page.get_by_role("spinbutton", name="To").fill("1991")
    page.get_by_role("button", name="Lay it out").click()
    page.get_by_role("link", name="Take the file").wait_for(timeout=60_000)
    with page.expect_download() as taken:
        page.get_by_role("link", name="Take the file").click()
    taken.value.save_as(tmp_path / "panel.csv")
    assert (tmp_path / "panel.csv").read_text().startswith("ccode,year")


def test_a_treaty_is_found_by_words_and_read_clause_by_clause(reader: Reader) -> None:
    page = reader.open("/treaties")
    page.get_by_label("Words").fill("north atlantic")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="North Atlantic Treaty", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "North Atlantic Treaty"
    assert page.get_by_role("link", name="Article 5").count() >= 1


def test_a_case_is_opened_from_the_casebook_and_agrees(reader: Reader) -> None:
    page = reader.open("/casebook")
    page.locator("table a").first.click()
    page.wait_for_load_state("load")
    assert page.get_by_role("cell", name="agrees").count() >= 1
