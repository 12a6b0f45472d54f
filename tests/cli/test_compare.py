"""Two contingencies, or two set-ups of alliances, side by side on the command line."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from foedus.catalogue.schemas import json_schema

UKRAINE, MEMBER = "ukraine-2022", "suppositions/ukraine-in-nato"
HEADINGS = (
    "In short",
    "Who is bound to fight",
    "Who owes what",
    "May they use force?",
    "Likely responses",
    "Balance",
    "Deterrence",
    "Time to decide",
    "What decides it",
)


@pytest.fixture(autouse=True)
def empty_store(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask without any data of the user's own."""
    monkeypatch.setenv("FOEDUS_HOME", str(tmp_path / "home"))


@pytest.fixture
def membership(case: Any) -> tuple[str, ...]:
    """Return the command that lays Ukraine in 2022 beside Ukraine as a supposed member of NATO."""
    return ("compare", case(UKRAINE), "--suppose", case(MEMBER))


def answered(foedus: Any, *arguments: str) -> Any:
    said = foedus(*arguments, "--json")
    assert (said.status, said.err) == (0, "")
    answer = json.loads(said.out)
    Draft202012Validator(json_schema("comparison-answer")).validate(answer)
    return answer


def test_every_section_stands_on_screen_after_both_sides(foedus: Any, membership: Any) -> None:
    out = foedus(*membership).out
    places = [out.index(text) for text in ("A  as it is", "B  supposing ukraine-in-nato", *HEADINGS, "Register 20")]
    assert places == sorted(places)
    assert "Supposing, against the facts: Ukraine joins North Atlantic Treaty from " in " ".join(out.split())


def test_both_sides_are_drawn_as_often_as_asked(foedus: Any, case: Any) -> None:
    asked = ("compare", case("baltic-2026"), "--law-on-b", "2023-01-01", "--draws", "300", "--seed", "7")
    (event,) = answered(foedus, *asked)["events"]
    drawn = [event["outlook"][side]["coalitions"]["drawn"] for side in "ab"]
    assert {(one["draws"], one["seed"]) for one in drawn} == {(300, 7)}


def test_what_is_the_same_is_counted_and_shown_only_when_asked(foedus: Any, membership: Any) -> None:
    brief, whole = foedus(*membership).out, foedus(*membership, "--all").out
    assert "the same on both sides: " in brief
    assert "the same on both sides: " not in whole
    assert len(whole.splitlines()) > len(brief.splitlines())


def test_the_json_tells_what_only_one_side_has(foedus: Any, membership: Any) -> None:
    answer = answered(foedus, *membership)
    (event,) = answer["events"]
    assert answer["sides"]["b"]["law"]["supposing"] == [{"state": "Ukraine", "joins": "nato", "from": "2021-01-01"}]
    gained = [one for one in event["standing"] if (one["a"], one["b"]) == (None, "due")]
    assert len(gained) == 30
    assert {one["treaty"]["id"] for one in event["duties"] if one["how"] == "only in B"} == {"nato"}
    (nato,) = [one for one in event["responses"] if one["treaty"]["id"] == "nato"]
    assert (nato["how"], nato["a"], nato["not_known"]) == ("only in B", None, {"a": "", "b": ""})
    (council,) = event["decisions"]
    assert council["a"] is None
    assert "no body is on record" in council["not_known"]["a"]


def test_either_outlook_is_that_of_an_assessment_alone(foedus: Any, membership: Any, case: Any) -> None:
    (event,) = answered(foedus, *membership)["events"]
    alone = json.loads(foedus("assess", case(UKRAINE), "--json").out)
    member = json.loads(foedus("assess", case(UKRAINE), "--suppose", case(MEMBER), "--json").out)
    assert event["outlook"] == {"a": alone["outlook"][0], "b": member["outlook"][0]}
    held = {(one["obligor"]["id"], one["clause"], one["treaty"]["id"]) for one in event["duties"] if one["a"]}
    assert held == {(one["obligor"]["id"], one["clause"], one["treaty"]["id"]) for one in alone["findings"]}


def test_turned_round_the_answer_is_the_mirror(foedus: Any, case: Any) -> None:
    there = answered(foedus, "compare", case(UKRAINE), "--suppose-b", case(MEMBER))["events"][0]
    back = answered(foedus, "compare", case(UKRAINE), "--suppose-a", case(MEMBER))["events"][0]
    for part in ("standing", "duties", "responses", "balance", "decisions"):
        assert [(one["a"], one["b"]) for one in there[part]] == [(one["b"], one["a"]) for one in back[part]]


def test_a_contingency_beside_itself_shows_no_difference(foedus: Any, case: Any) -> None:
    words = ("compare", case("july-1914"), case("july-1914"))
    assert answered(foedus, *words)["differs"] is False
    out = foedus(*words).out
    assert "Nothing differs." in out
    assert "A  first" in out
    assert not re.search(r"^  (≠|\?|A only|B only)", out, re.MULTILINE)


def test_one_contingency_under_the_law_of_two_days(foedus: Any, case: Any) -> None:
    answer = answered(foedus, "compare", case("baltic-2026"), "--law-on-a", "2000-01-01")
    assert [answer["sides"][side]["law"]["on"] for side in ("a", "b")] == ["2000-01-01", None]
    assert answer["sides"]["a"]["name"] == "under the law of 2000-01-01"
    assert all(one["a"] is None for one in answer["events"][0]["responses"] if one["treaty"]["id"] == "nato")


def test_assumptions_and_names_are_of_both_sides(foedus: Any, membership: Any) -> None:
    words = (*membership, "--assume", "days=2", "--names", "outside", "inside")
    answer = answered(foedus, *words)
    assert [answer["sides"][side]["name"] for side in ("a", "b")] == ["outside", "inside"]
    outlooks = answer["events"][0]["outlook"]
    assert {outlooks[side]["assumptions"]["days"] for side in ("a", "b")} == {2.0}


def test_every_share_of_kept_promises_has_two_ends(foedus: Any, membership: Any) -> None:
    text = " ".join(foedus(*membership, "--all").out.split()).partition("In short")[2].replace("95 % bands", "")
    found = re.findall(r"(\d+ to (?:over )?\d+ %|up to \d+ %|\d+ %)", text)
    assert found
    assert [one for one in found if re.fullmatch(r"\d+ %", one)] == []


def test_a_page_is_written_whole_and_nothing_is_printed(foedus: Any, membership: Any, tmp_path: Path) -> None:
    said = foedus(*membership, "--html", "page.html")
    assert (said.status, said.out) == (0, "")
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_one_side_may_come_from_standard_input(case: Any) -> None:
    script = "import sys; from foedus.cli.app import run; sys.exit(run(sys.argv[1:]))"
    text = Path(case("july-1914")).read_text(encoding="utf-8")
    command = [sys.executable, "-c", script, "compare", "-", case("august-1914")]
    said = subprocess.run(command, input=text, capture_output=True, text=True, check=True, encoding="utf-8")
    assert "A  standard input" in said.stdout


WRONG = {
    "nothing to compare with": (("july-1914",), "nothing to compare it with"),
    "the same law twice": (("july-1914", "--law-on-a", "1914-01-01", "--law-on-b", "1914-01-01"), "nothing to compare"),
    "standard input twice": (("-", "-"), "standard input can be read once only"),
    "a supposition of no side": (("july-1914", "falklands-1982", "--suppose", MEMBER), "not clear which side"),
    "a supposition of two kinds": (("july-1914", "--suppose", MEMBER, "--suppose-a", MEMBER), "not clear which side"),
    "no such file": (("july-1914", "nowhere.yaml"), "nowhere.yaml: no such file"),
    "no day": (("july-1914", "--law-on-b", "never"), "--law-on-b: 'never' is not a date"),
    "one name twice": (("july-1914", "falklands-1982", "--names", "x", "x"), "these are no two names"),
    "an empty name": (("july-1914", "falklands-1982", "--names", "x", " "), "these are no two names"),
    "an assumption that cannot be": (("july-1914", "falklands-1982", "--assume", "together=2"), "--assume"),
    "suppositions that are none": (("july-1914", "--suppose", "july-1914"), "input should be a valid list"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_bad_input_is_told(wrong: str, foedus: Any, case: Any) -> None:
    words, told = WRONG[wrong]
    files = {"july-1914", "falklands-1982", MEMBER}
    said = foedus("compare", *(case(word) if word in files else word for word in words))
    assert (said.status, said.out) == (2, "")
    assert told in said.err


def test_contingencies_of_different_length_are_bad_input(foedus: Any, case: Any, tmp_path: Path) -> None:
    event = {"date": "1914-07-28", "attackers": ["Austria-Hungary"], "targets": ["Serbia"]}
    (tmp_path / "two.json").write_text(json.dumps({"events": [event, {**event, "date": "1914-07-29"}]}), "utf-8")
    said = foedus("compare", "two.json", case("july-1914"))
    assert (said.status, said.out) == (2, "")
    assert "two has 2 events and july-1914 1" in said.err
