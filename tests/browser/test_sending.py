"""What a browser sends from the site's own forms is taken, and what a page of another site sends is not."""

from __future__ import annotations

from tests.browser.conftest import Reader


def test_a_form_of_its_own_is_taken(reader: Reader) -> None:
    page = reader.open("/data/panels")
    page.fill("[name=first]", "1990")
    page.fill("[name=last]", "1990")
    page.click("form.panel-form button")
    page.wait_for_url("**/data/jobs/*")


def test_a_form_of_another_site_is_refused(reader: Reader) -> None:
    reader.page.set_content(
        f'<form action="{reader.where}/data/jobs/none/cancel" method="post"><button>go</button></form>'
    )
    with reader.page.expect_navigation() as went:
        reader.page.click("button")
    assert went.value is not None
    assert went.value.status == 403
    reader.page.wait_for_load_state("networkidle")
    reader.open("/about")
    reader.errors.clear()
