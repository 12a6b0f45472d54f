"""What if, as a reader asks it: the form filled field by field, the answer compared with the engine's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.conftest import SIZES, Reader

from foedus._base.documents import read_bytes
from foedus.assessment.assess import assess
from foedus.obligations.intake import read_contingency
from foedus.register.compiled import load_register
from foedus.report.groups import section_of, without_failed_siblings

Told = set[tuple[str, str, str, str]]
Filled = dict[str, str | bool]
FALKLANDS: Filled = {
    "Day": "1982-04-02",
    "Who attacks": "Argentina",
    "Who is attacked": "United Kingdom",
    "Act": "armed_attack",
    "How grave": "armed_attack",
    "Who used force first": "Argentina",
    "Provoked": "false",
    "War declared": "false",
    "invasion": True,
    "Place": "Stanley",
    "Latitude": "-51.7",
    "Longitude": "-57.85",
    "Kind of place": "overseas_territory",
    "What is hit": "territory",
    "Sovereign": "disputed",
    "Administered by": "United Kingdom",
    "Claimed by": "Argentina; United Kingdom",
}
BALTIC: Filled = {
    "Day": "2026-01-15",
    "Who attacks": "Russia",
    "Who is attacked": "Estonia",
    "Act": "armed_attack",
    "How grave": "major",
    "Who used force first": "Russia",
    "Provoked": "false",
    "Indirect": "false",
    "invasion": True,
    "Does the target resist": "true",
    "Place": "Narva",
    "Latitude": "59.38",
    "Longitude": "28.19",
    "Kind of place": "metropolitan",
    "What is hit": "territory",
    "Sovereign": "Estonia",
    "Administered by": "Estonia",
    "Within the target's recognised borders": "true",
    "Hypothetical": "true",
    "More facts, in YAML": "requests: [{by: Estonia, to: nato, date: 2026-01-15, for: assistance}]",
}
CASES: dict[str, Filled] = {"falklands-1982": FALKLANDS, "baltic-2026": BALTIC}
SLOW = 60_000


def engine(name: str) -> Told:
    """Return the findings that a page tells of: section, treaty, obligor, beneficiary."""
    data = (files("foedus") / "examples" / f"{name}.yaml").read_bytes()
    register = load_register()
    held = assess(register, read_contingency(read_bytes(data, name), register).contingency).findings
    return {(section_of(one), one.treaty, one.obligor, one.beneficiary) for one in without_failed_siblings(held)}


def shown(page: Page) -> Told:
    """Return the findings on the page."""
    found: Told = set()
    for part in page.locator("section.heading").all():
        section = part.get_attribute("data-section") or ""
        for one in part.locator("li.owed").all():
            data = {key: one.get_attribute(f"data-{key}") or "" for key in ("treaty", "obligors", "beneficiaries")}
            found |= {
                (section, data["treaty"], obligor, beneficiary)
                for obligor in data["obligors"].split()
                for beneficiary in data["beneficiaries"].split()
                if obligor != beneficiary
            }
    return found


def fill(page: Page, told: Filled) -> None:
    """Fill the form as a reader does, unfolding what is folded."""
    for fold in page.locator("form.ask details.more").all():
        if fold.get_attribute("open") is None:
            fold.locator("summary").first.click()
    for label, value in told.items():
        field = page.get_by_label(label, exact=True)
        if value is True:
            field.check()
        elif field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(str(value))
        else:
            field.fill(str(value))


def ask(page: Page) -> None:
    """Send the form and wait for the answer."""
    page.set_default_timeout(SLOW)
    page.get_by_role("button", name="Ask", exact=True).last.click()
    page.wait_for_selector("h2:has-text('Who owes what')", timeout=SLOW)


@pytest.mark.parametrize("name", list(CASES))
def test_the_form_filled_field_by_field_gives_the_answer_of_the_engine(
    reader: Reader, chromium: Browser, name: str, tmp_path: Path
) -> None:
    page = reader.open("/what-if")
    assert reader.serious() == []
    fill(page, CASES[name])
    ask(page)
    expected = engine(name)
    assert shown(page) == expected
    assert reader.serious() == []
    assert not reader.is_wider_than_the_screen()

    link = page.get_by_role("link", name="Link to this answer").get_attribute("href")
    elsewhere = chromium.new_context().new_page()
    elsewhere.goto(f"{reader.where}{link}", timeout=SLOW)
    assert shown(elsewhere) == expected
    elsewhere.context.close()

    with page.expect_download(timeout=SLOW) as held:
        page.get_by_role("link", name="JSON", exact=True).click()
    path = tmp_path / "answer.json"
    held.value.save_as(path)
    answer = json.loads(path.read_text(encoding="utf-8"))
    assert answer["kind"] == "assessment"
    told = {(one["treaty"]["id"], one["obligor"]["id"], one["beneficiary"]["id"]) for one in answer["findings"]}
    assert {one[1:] for one in expected} <= told


@pytest.fixture
def without_scripts(chromium: Browser, address: str) -> Iterator[Page]:
    """Read with JavaScript off."""
    context = chromium.new_context(viewport=SIZES["phone"], java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.set_default_timeout(SLOW)
    yield page
    context.close()


def test_without_scripts_the_form_is_sent_and_the_answer_read(without_scripts: Page) -> None:
    page = without_scripts
    page.goto("/what-if")
    fill(page, FALKLANDS)
    ask(page)
    assert shown(page) == engine("falklands-1982")
    not_due = page.locator("[data-section=not_due]")
    not_due.locator("summary").first.click()
    not_due.get_by_text("Step by step").first.click()
    assert not_due.locator("ol.reasoning").first.is_visible()


def test_without_scripts_pointing_at_the_map_fills_the_place(without_scripts: Page) -> None:
    page = without_scripts
    page.goto("/what-if")
    page.get_by_label("Day", exact=True).fill("2026-01-15")
    page.get_by_text("Point at a map").click()
    page.locator("input[name=map]").click(position={"x": 372, "y": 34})
    page.wait_for_url("**edit=1**")
    assert float(page.get_by_label("Latitude").input_value()) > 40
    assert page.get_by_label("Day", exact=True).input_value() == "2026-01-15"
    assert page.locator("input[name=near]").is_visible()


def test_pointing_at_the_map_fills_the_place_and_marks_it(reader: Reader) -> None:
    page = reader.open("/what-if")
    page.get_by_text("Point at a map").click()
    page.locator("input[name=map]").click(position={"x": 200, "y": 100})
    assert page.url.endswith("/what-if")
    lat, lon = (float(page.get_by_label(label).input_value()) for label in ("Latitude", "Longitude"))
    there = page.request.get(f"{reader.where}/what-if?map.x=200&map.y=100", max_redirects=0).headers["location"]
    server = [float(part) for part in re.findall(r"place\.l(?:at|on)=([-\d.]+)", there)]
    assert [lat, lon] == pytest.approx(server, abs=0.3)
    assert page.locator(".ground .mark").is_visible()


def test_the_capital_of_the_target_is_one_press_away(reader: Reader) -> None:
    page = reader.open("/what-if")
    fill(page, {"Day": "2026-01-15", "Who attacks": "Russia", "Who is attacked": "Estonia"})
    page.get_by_role("button", name="At the capital of who is attacked").click()
    assert page.get_by_label("Place", exact=True).input_value() == "Tallinn"
    assert page.get_by_label("Sovereign").input_value() == "Estonia"


def test_enter_in_a_field_asks_and_fills_nothing(reader: Reader) -> None:
    page = reader.open("/what-if")
    fill(page, {"Who attacks": "Russia", "Who is attacked": "Estonia"})
    page.get_by_label("Day", exact=True).fill("1990-01-01")
    page.get_by_label("Who attacks", exact=True).fill("Soviet Union")
    page.get_by_label("Who is attacked", exact=True).fill("Norway")
    page.get_by_label("Day", exact=True).press("Enter")
    page.wait_for_selector("h2:has-text('Who owes what')", timeout=SLOW)
    assert "fill=" not in page.url


def test_a_fault_is_beside_its_field_and_the_summary_leads_to_it(reader: Reader) -> None:
    page = reader.open("/what-if?date=2026-01-15&attackers=Atlantis&targets=Estonia")
    assert page.evaluate("document.activeElement.className") == "summary"
    page.get_by_role("link", name="Who attacks").click()
    assert page.evaluate("document.activeElement.id") == "attackers"
    assert page.get_by_label("Who attacks", exact=True).input_value() == "Atlantis"
    assert reader.serious() == []
    reader.errors[:] = [one for one in reader.errors if "400" not in one]


def test_on_paper_the_contingency_stands_above_its_answer(reader: Reader) -> None:
    page = reader.open("/what-if?example=falklands-1982")
    page.emulate_media(media="print")
    asked = page.locator(".asked > summary")
    assert asked.is_visible()
    assert asked.inner_text().strip() == "Stanley; armed attack"
    assert not page.get_by_label("Day", exact=True).is_visible()
