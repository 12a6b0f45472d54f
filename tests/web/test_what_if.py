"""What if: the address is the contingency, the answer is the engine's, and faults stand beside their fields."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from importlib.resources import files
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus._base.documents import read_bytes
from foedus._base.errors import BadInput
from foedus.assessment.assess import assess
from foedus.assessment.outlook import outlooks
from foedus.catalogue.assessment_answers import AssessmentAnswer
from foedus.catalogue.comparison_answers import ComparisonAnswer
from foedus.obligations.contingency_schema import ActIn, PlaceIn
from foedus.obligations.intake import Intake, read_contingency
from foedus.register.compiled import load_register
from foedus.register.suppose import suppose
from foedus.report.charts.picker import closer_view, world_view
from foedus.report.outlook.answer import assessment_json
from foedus.web.pages.what_if.asked import asked
from foedus.web.pages.what_if.document import contingency_document
from foedus.web.pages.what_if.examples import example, examples
from foedus.web.pages.what_if.fields import CASE, FIELDS
from foedus.web.pages.what_if.pages import answer_page
from foedus.web.pages.what_if.place import address, ground

BALTIC = {"date": "2026-01-15", "attackers": "Russia", "targets": "Estonia", "act.kind": "armed_attack"}


def case_file(name: str) -> bytes:
    return (files("foedus") / "examples" / f"{name}.yaml").read_bytes()


def intake(name: str) -> Intake:
    return read_contingency(read_bytes(case_file(name), name), load_register())


def engine(read: Intake, **options: Any) -> dict[str, Any]:
    """Return what the engine says, as the command line writes it."""
    register = load_register()
    assessment = assess(register, read.contingency, **options)
    law = options.get("law_on")
    answer = assessment_json(register, read, assessment, outlooks(register, assessment), law and law.iso())
    told: dict[str, Any] = json.loads(json.dumps(answer))
    return told


# --- the form ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", list(examples()))
def test_an_example_fills_the_form_with_the_contingency_of_its_file(name: str) -> None:
    document = contingency_document(example(name).pairs)
    assert read_contingency(document, load_register()).contingency == intake(name).contingency


def test_every_fact_of_a_contingency_of_one_event_has_a_field() -> None:
    fields = {field.name for field in CASE}
    for part, model in (("place", PlaceIn), ("act", ActIn)):
        assert {f"{part}.{key}" for key in model.model_fields} - {f"{part}.note"} <= fields


def test_the_empty_form_says_not_known_and_guesses_nothing(client: TestClient) -> None:
    page = client.get("/what-if").text
    assert page.count('<option value="">not known</option>') >= 10
    assert not re.search(r"<option [^>]*selected", page)
    assert not re.search(r"<input [^>]*checked", page)


def test_an_address_with_empty_fields_becomes_a_tidy_one(client: TestClient) -> None:
    sent = dict.fromkeys(FIELDS, "") | BALTIC | {"ask": "1"}
    answer = client.get("/what-if", params=sent, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/what-if?{address(asked(BALTIC.items()))}"


def test_several_states_may_stand_in_one_field_or_in_several() -> None:
    together = asked([("attackers", "Germany; Italy")])
    assert together == asked([("attackers", "Germany"), ("attackers", "Italy")])


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("date", "2026-13-40", "2026-13-40"),
        ("attackers", "Atlantis", "no actor is called"),
        ("place.lat", "north", "number"),
        ("act.kind", "tickle", "not a word of this field"),
        ("act.means", "tickling", "not a word of this field"),
        ("place.within_recognised_borders", "perhaps", "boolean"),
        ("place.sovereign", "Atlantis", "no actor is called"),
        ("more", "requests: [{by: Estonia}]", "missing"),
        ("more", "colour: red", "has a field of its own, or is not known"),
        ("more", "requests: [", "line"),
        ("law_on", "yesterday", "yesterday"),
        ("assume.stake", "much", "cannot be assumed"),
        ("suppose.1.state", "Ukraine", "missing"),
        ("suppose.more", "nothing", "a list belongs here"),
        ("b.case", "date: yesterday", "yesterday"),
    ],
)
def test_a_fault_stands_beside_its_field_and_what_was_typed_stays(
    client: TestClient, field: str, value: str, told: str
) -> None:
    answer = client.get("/what-if", params=BALTIC | {field: value})
    assert answer.status_code == 400
    faults = re.findall(rf'id="{FIELDS[field].id.replace(".", "-")}-fault\d+">([^<]*)<', answer.text)
    beside = faults or re.findall(r'id="suppose-1-treaty-fault\d+">([^<]*)<', answer.text)
    assert told.casefold() in html.unescape(" ".join(beside)).casefold()
    assert 'aria-invalid="true"' in answer.text
    assert 'role="alert"' in answer.text
    for name, typed in (BALTIC | {field: value}).items():
        assert html.escape(typed) in answer.text, name


def test_a_supposition_that_cannot_be_is_told_at_its_row(client: TestClient) -> None:
    row = {"state": "Estonia", "does": "joins", "treaty": "nato", "from": "2026-01-01"}
    answer = client.get("/what-if", params=BALTIC | {f"suppose.2.{key}": value for key, value in row.items()})
    assert answer.status_code == 400
    assert re.search(r'id="suppose-2-treaty-fault1">Estonia is already bound', answer.text)


def test_nothing_filled_asks_for_what_is_needed(client: TestClient) -> None:
    answer = client.get("/what-if", params={"ask": "1"})
    assert answer.status_code == 400
    for field in ("date", "attackers", "targets"):
        assert f'href="#{field}"' in answer.text


def test_what_is_typed_is_escaped(client: TestClient) -> None:
    script = "<script>alert(1)</script>"
    for field in ("place.name", "title", "attackers", "more"):
        page = client.get("/what-if", params=BALTIC | {field: script}).text
        assert script not in page
        assert "&lt;script&gt;" in page


@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), st.text(max_size=30), max_size=5))
@settings(max_examples=60, deadline=None)
def test_whatever_is_typed_is_answered_or_told_beside_a_field(typed: dict[str, str]) -> None:
    sent = {"date": "1890-05-01", "attackers": "Chile", "targets": "Peru"} | typed
    assert answer_page(asked(sent.items()), "").status in {200, 400}


# --- where ------------------------------------------------------------------------------------------------------------


@given(st.floats(0, 680), st.floats(0, 296))
def test_a_point_of_the_world_goes_to_the_ground_and_back(x: float, y: float) -> None:
    view = world_view()
    try:
        lat, lon = ground(view, x, y)
    except BadInput:
        return
    back = view.place(lat, lon)
    assert float(back[0]) == pytest.approx(x, abs=1e-6) or abs(abs(lon - view.meridian) - 180) < 1e-6
    assert float(back[1]) == pytest.approx(y, abs=1e-6)


def test_pointing_at_the_world_fills_the_coordinates(client: TestClient) -> None:
    x, y = (round(float(one)) for one in world_view().place(59.4, 24.7))
    sent = BALTIC | {"map.x": str(x), "map.y": str(y)}
    answer = client.get("/what-if", params=sent, follow_redirects=False)
    where = dict(re.findall(r"place\.(lat|lon)=([-\d.]+)", answer.headers["location"]))
    assert float(where["lat"]) == pytest.approx(59.4, abs=0.6)
    assert float(where["lon"]) == pytest.approx(24.7, abs=0.6)


def test_pointing_at_the_closer_map_corrects_them(client: TestClient) -> None:
    x, y = (round(float(one)) for one in closer_view(59.0, 25.0).place(59.38, 28.19))
    sent = BALTIC | {"place.lat": "59", "place.lon": "25", "near.x": str(x), "near.y": str(y)}
    answer = client.get("/what-if", params=sent, follow_redirects=False)
    where = dict(re.findall(r"place\.(lat|lon)=([-\d.]+)", answer.headers["location"]))
    assert float(where["lat"]) == pytest.approx(59.38, abs=0.03)
    assert float(where["lon"]) == pytest.approx(28.19, abs=0.03)


def test_the_capital_of_the_target_is_that_of_the_day(client: TestClient) -> None:
    sent = {"date": "1965-01-01", "attackers": "East Germany", "targets": "West Germany", "fill": "capital-targets"}
    page = client.get("/what-if", params=sent).text
    assert 'value="Bonn"' in page
    assert '<option value="metropolitan" selected>' in page


def test_off_the_map_is_said_and_nothing_is_filled(client: TestClient) -> None:
    page = client.get("/what-if", params=BALTIC | {"map.x": "1", "map.y": "1"}).text
    assert "That is off the map" in page


# --- the answer -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["falklands-1982", "baltic-2026", "july-1914"])
def test_the_json_is_what_the_command_line_gives(client: TestClient, name: str) -> None:
    answer = client.get(f"/what-if.json?{address(example(name).pairs)}").json()
    AssessmentAnswer.model_validate(answer)
    expected = engine(intake(name))
    for part in ("findings", "permissions", "outlook", "law", "naming", "register"):
        assert answer[part] == expected[part], part


def test_a_contingency_sent_as_json_is_answered_as_it_stands(client: TestClient) -> None:
    document = read_bytes(case_file("baltic-2026"), "baltic").value
    answer = client.post("/what-if.json", json=document).json()
    assert answer == engine(intake("baltic-2026"))


def test_the_law_of_another_day_and_suppositions_stand_in_the_address(client: TestClient) -> None:
    asked_for = BALTIC | {
        "suppose.1.state": "Estonia",
        "suppose.1.does": "leaves",
        "suppose.1.treaty": "nato",
        "suppose.1.from": "2025-01-01",
    }
    found = client.get("/what-if.json", params=asked_for).json()
    register = suppose(read_bytes(b"[{state: Estonia, leaves: nato, from: 2025-01-01}]", "suppose"), load_register())
    read = read_contingency(contingency_document(asked(BALTIC.items())), register)
    held = assess(register, read.contingency).findings
    assert [one["status"] for one in found["findings"]] == [one.status for one in held]
    assert found["law"]["supposing"] == [{"state": "Estonia", "leaves": "nato", "from": "2025-01-01"}]
    earlier = client.get("/what-if.json", params=BALTIC | {"law_on": "2003-01-01"}).json()
    assert earlier["law"]["on"] == "2003-01-01"
    assert not [one for one in earlier["findings"] if one["treaty"]["id"] == "nato" and one["status"] == "due"]


def test_faults_of_the_json_name_their_field(client: TestClient) -> None:
    answer = client.get("/what-if.json", params=BALTIC | {"act.kind": "tickle"})
    assert answer.status_code == 400
    assert [one["where"] for one in answer.json()["faults"]] == ["act.kind"]
    sent = client.post("/what-if.json", content=b'{"date": "2026-01-15"')
    assert sent.status_code == 400
    assert sent.json()["kind"] == "error"


def test_the_page_shows_every_finding_with_its_steps(client: TestClient) -> None:
    page = client.get("/what-if?example=falklands-1982").text
    found = re.findall(r'data-treaty="([^"]+)" data-obligors="([^"]+)" data-beneficiaries="([^"]+)"', page)
    shown = {
        (treaty, who, to) for treaty, obligors, others in found for who in obligors.split() for to in others.split()
    }
    held = assess(load_register(), intake("falklands-1982").contingency).findings
    assert {(one.treaty, one.obligor, one.beneficiary) for one in held} <= shown
    assert "not within the treaty area (article 6)" in page
    assert "No recognition is implied" in page
    assert page.count('class="reasoning"') > 20


def test_an_estimate_of_a_recent_contingency_is_a_band_never_a_bare_probability(client: TestClient) -> None:
    page = client.get("/what-if?example=baltic-2026").text
    lines = re.findall(r'<p class="line[^>]*>([^<]*)</p>', page)
    assert any(re.search(r"\d+ to \d+ %", line) for line in lines)
    for line in lines:
        assert "%" not in re.sub(r"(\d+ to|up to|assuming) \d+ %|95 % bands", "", line), line


def test_what_is_not_given_and_would_settle_duties_leads_to_its_field(client: TestClient) -> None:
    page = client.get("/what-if", params={"date": "1990-06-01", "attackers": "Soviet Union", "targets": "Norway"}).text
    asked_for = set(re.findall(r'<a href="#([\w-]+)" data-field>', page))
    assert {"act-kind", "place-lat"} & asked_for
    for one in asked_for:
        assert f'id="{one}"' in page


def test_the_reasoning_of_a_finding_has_a_page_of_its_own(client: TestClient) -> None:
    query = address(example("falklands-1982").pairs)
    findings = client.get(f"/what-if.json?{query}").json()["findings"]
    at = next(
        at
        for at, one in enumerate(findings)
        if one["treaty"]["id"] == "nato" and one["obligor"]["name"] == "United States" and one["obligation"] == "defend"
    )
    page = html.unescape(client.get(f"/what-if/trace?{query}&finding={at}").text)
    for line in findings[at]["trace"]:
        assert line["test"] in page
    assert client.get(f"/what-if/trace?{query}&finding=9999").status_code == 404


def test_a_chain_that_nobody_is_sure_to_join_names_those_of_whom_it_is_not_known(client: TestClient) -> None:
    page = client.get("/what-if/chain?attackers=Russia&targets=Estonia&date=2025-06-01&kind=armed_attack").text
    assert "Nobody else is bound beyond doubt." in page
    assert "undetermined, and is not followed" in page
    assert "/what-if/chain.svg" not in page


def test_the_chain_has_a_page_of_its_own_in_each_mode(client: TestClient) -> None:
    query = address(example("july-1914").pairs)
    for mode in ("letter", "as-entered"):
        page = client.get(f"/what-if/chain?{query}&chain={mode}").text
        assert "not a forecast" in page
        assert "Round 1" in page


# --- taken away -------------------------------------------------------------------------------------------------------


def test_the_findings_as_a_table_are_those_of_the_answer(client: TestClient) -> None:
    query = address(example("falklands-1982").pairs)
    rows = list(csv.DictReader(io.StringIO(client.get(f"/what-if.csv?{query}").text)))
    findings = client.get(f"/what-if.json?{query}").json()["findings"]
    assert [(row["treaty"], row["clause"], row["status"]) for row in rows] == [
        (one["treaty"]["id"], one["clause"], one["status"]) for one in findings
    ]


def test_no_cell_of_the_table_is_a_formula(client: TestClient) -> None:
    sent = {
        "date": "2001-09-11",
        "attackers": "=SUM(A1)",
        "targets": "United States",
        "more": 'non_state: {name: "=SUM(A1)"}',
    }
    text = client.get("/what-if.csv", params=sent).text
    assert not re.search(r'(^|,|")[=+@]', text, re.MULTILINE)


def test_the_page_to_keep_asks_for_nothing(client: TestClient) -> None:
    answer = client.get(f"/what-if.html?{address(example('july-1914').pairs)}")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert not re.search(r"""(src|href)=["'](https?:)?//""", answer.text)


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("map", "baltic-2026"),
        ("trace", "falklands-1982"),
        ("responses", "baltic-2026"),
        ("balance", "baltic-2026"),
        ("tornado", "baltic-2026"),
        ("chain", "july-1914"),
    ],
)
def test_a_picture_is_drawn_from_the_same_address(client: TestClient, name: str, of: str) -> None:
    answer = client.get(f"/what-if/{name}.svg?{address(example(of).pairs)}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("image/svg+xml")


def test_what_cannot_be_drawn_is_not_found_and_not_shown(client: TestClient) -> None:
    query = address(example("falklands-1982").pairs)
    assert client.get(f"/what-if/tornado.svg?{query}").status_code == 404
    assert "/what-if/tornado.svg" not in client.get(f"/what-if?{query}").text


def test_what_the_routes_say_of_themselves_is_whole(client: TestClient) -> None:
    described = client.get("/openapi.json").json()["paths"]["/what-if.json"]
    names = {one["name"] for one in described["get"]["parameters"]}
    assert {"date", "attackers", "act.kind", "suppose.1.treaty", "assume.stake"} <= names
    body = described["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert "$ref" not in json.dumps(body)
    assert {"date", "attackers", "events"} <= set(body["properties"])


def test_a_link_made_on_another_edition_says_so(client: TestClient) -> None:
    page = client.get("/what-if", params=BALTIC | {"register": "0.1-x"}).text
    assert "This link was made on register 0.1-x" in page


def test_a_link_made_on_other_figures_says_so(client: TestClient) -> None:
    assert "This link was made on" not in client.get("/what-if", params=BALTIC | {"data": "bundled"}).text
    assert "This link was made on nmc 6.0" in client.get("/what-if", params=BALTIC | {"data": "nmc 6.0"}).text


# --- side by side -----------------------------------------------------------------------------------------------------

UKRAINE = {
    "date": "2022-02-24",
    "attackers": "Russia",
    "targets": "Ukraine",
    "act.kind": "armed_attack",
    "b.suppose.1.state": "Ukraine",
    "b.suppose.1.does": "joins",
    "b.suppose.1.treaty": "nato",
    "b.suppose.1.from": "2022-01-01",
}


def test_a_second_set_up_stands_beside_the_first(client: TestClient) -> None:
    page = client.get("/what-if", params=UKRAINE).text
    assert "Side by side" in page
    assert "Supposing, against the facts: Ukraine joins North Atlantic Treaty from 2022-01-01" in page
    assert "only in the second set-up" in page
    assert "only in B" not in page
    answer = client.get("/what-if/beside.json", params=UKRAINE).json()
    ComparisonAnswer.model_validate(answer)
    assert answer["differs"]
    assert {one["treaty"]["id"] for one in client.get("/what-if.json", params=UKRAINE).json()["findings"]}.isdisjoint(
        {"nato"}
    )


def test_another_contingency_may_be_the_second_set_up(client: TestClient) -> None:
    other = case_file("falklands-1982").decode()
    page = client.get("/what-if", params=BALTIC | {"b.case": other}).text
    assert "Argentina against United Kingdom" in page
    kept = client.get("/what-if/beside.html", params=BALTIC | {"b.case": other})
    assert kept.headers["content-disposition"].startswith("attachment")


def test_contingencies_of_other_lengths_are_told_at_the_field_of_the_other(client: TestClient) -> None:
    events = ({"date": f"2026-01-0{day}", "attackers": "Russia", "targets": "Estonia"} for day in (1, 2))
    other = json.dumps({"events": list(events)})
    answer = client.get("/what-if", params=BALTIC | {"b.case": other})
    assert answer.status_code == 400
    assert 'id="b-case-fault1"' in answer.text
