"""The main job on the command line: law first, then what may come of it, in bands and never in single probabilities."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from foedus.catalogue.schemas import json_schema

EXAMPLES = ("august-1914", "baltic-2026", "falklands-1982", "july-1914", "september-1939")
WITHOUT_SCIPY = (
    "import sys; sys.modules['scipy'] = sys.modules['networkx'] = None; "
    "from foedus.cli.app import run; sys.exit(run(sys.argv[1:]))"
)


@pytest.fixture(autouse=True)
def empty_store(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask without any data of the user's own."""
    monkeypatch.setenv("FOEDUS_HOME", str(tmp_path / "home"))


def answered(foedus: Any, *arguments: str) -> Any:
    said = foedus("assess", *arguments, "--json")
    assert (said.status, said.err) == (0, "")
    return json.loads(said.out)


def numbers(held: Any, path: str = "") -> Iterator[str]:
    """Yield the paths of all numbers that are neither whole nor 0 or 1."""
    if isinstance(held, dict):
        for key, value in held.items():
            yield from numbers(value, f"{path}.{key}")
    elif isinstance(held, list):
        for value in held:
            yield from numbers(value, path)
    elif isinstance(held, float):
        yield path


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_probability_of_the_answer_is_an_end_of_a_band(example: str, foedus: Any, case: Any) -> None:
    (outlook,) = answered(foedus, case(example))["outlook"]
    paths = set(numbers(outlook["responses"]))
    assert paths
    assert {path.rpartition(".")[2] for path in paths} == {"low", "high"}


@pytest.mark.parametrize("example", EXAMPLES)
def test_on_screen_too_every_share_of_kept_promises_has_two_ends(example: str, foedus: Any, case: Any) -> None:
    out = " ".join(foedus("assess", case(example)).out.split())
    _, _, ahead = out.partition("Would it be enough?")
    estimates = re.findall(r"(\d+ to (?:over )?\d+ %|up to \d+ %|95 % bands|\d+ % ever are|\d+ %)", ahead)
    assert estimates
    assert [one for one in estimates if re.fullmatch(r"\d+ %", one)] == []
    assert "of its like" in ahead


def test_the_law_stands_first_and_the_edition_last(foedus: Any, case: Any) -> None:
    out = foedus("assess", case("falklands-1982")).out
    places = [out.index(text) for text in ("\nDue\n", "May they use force?", "Would it be enough?", "Register 20")]
    assert places == sorted(places)


def test_a_brief_answer_leaves_out_what_is_not_due(foedus: Any, case: Any) -> None:
    whole, brief = (foedus("assess", case("falklands-1982"), *more).out for more in ((), ("--brief",)))
    assert "Not due, and why" in whole
    assert "Not due, and why" not in brief
    assert "dead letters" not in brief
    assert whole[whole.index("Would it be enough?") :] == brief[brief.index("Would it be enough?") :]
    assert len(brief.splitlines()) < 120


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_part_is_there_or_said_not_to_be_known(example: str, foedus: Any, case: Any) -> None:
    answer = answered(foedus, case(example))
    Draft202012Validator(json_schema("assessment-answer")).validate(answer)
    (outlook,) = answer["outlook"]
    ahead = ("responses", "balance", "coalitions", "escalation", "deterrence", "decisions", "unknown_facts")
    parts = (*ahead, "what_decides")
    assert {one["part"] for one in outlook["not_known"]} == {part for part in parts if outlook[part] is None}
    assert all(one["reason"] for one in outlook["not_known"])


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_part_has_its_heading_on_screen(example: str, foedus: Any, case: Any) -> None:
    out = foedus("assess", case(example), "--brief").out
    headings = ["Likely responses", "Balance", "Coalitions", "The second round"]
    headings += ["Deterrence", "Time to decide", "Unknown facts", "What decides it"]
    places = [out.index(f"\n{heading}") for heading in headings]
    assert places == sorted(places)
    assert [line for line in out.splitlines() if len(line) > 80] == []
    assert not re.search(r"\bnan\b|None|Unknown\(", out)


def test_an_assumption_is_changed_by_its_option(foedus: Any, case: Any) -> None:
    own, other = (
        answered(foedus, case("september-1939"), *more)["outlook"][0] for more in ((), ("--assume", "together=0"))
    )
    assert (own["assumptions"]["together"], other["assumptions"]["together"]) == (0.5, 0.0)
    for one in other["responses"]["treaties"]:
        assert one["kept"]["untested"]["high"] == one["kept"]["high"]
    assert own["responses"]["treaties"][0]["kept"]["untested"]["high"] > own["responses"]["treaties"][0]["kept"]["high"]


def test_coalitions_are_drawn_as_often_as_asked_and_the_seed_is_carried(foedus: Any, case: Any) -> None:
    own, other, again = (
        answered(foedus, case("september-1939"), *more)["outlook"][0]["coalitions"]
        for more in ((), ("--draws", "2000", "--seed", "7"), ("--draws", "2000", "--seed", "7"))
    )
    assert (own["drawn"]["draws"], own["drawn"]["seed"]) == (10_000, 1)
    assert (other["drawn"]["draws"], other["drawn"]["seed"]) == (2000, 7)
    assert other == again
    assert own["outcomes"] != other["outcomes"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_coalition_is_a_band_with_its_cases_and_is_likelier_than_one_in_a_hundred(
    example: str, foedus: Any, case: Any
) -> None:
    (outlook,) = answered(foedus, case(example))["outlook"]
    for one in outlook["coalitions"]["outcomes"]:
        assert one["coming"]["low"] < one["coming"]["high"] >= 0.01
        assert one["fewest_cases"] > 0
    assert all(one["coming"]["low"] < one["coming"]["high"] for one in outlook["coalitions"]["alliances"])


def test_the_screen_shows_eight_coalitions_and_counts_the_rest(foedus: Any, case: Any) -> None:
    out = foedus("assess", case("september-1939"), "--brief").out
    section = out[out.index("\nCoalitions") : out.index("\nThe second round")]
    assert len(re.findall(r"\(n = \d+\)", section)) == 8
    assert "seed 1" in section


@pytest.mark.parametrize("draws", ["0", "-5", "5000001"])
def test_draws_beyond_the_limits_are_bad_input(draws: str, foedus: Any, case: Any) -> None:
    said = foedus("assess", case("falklands-1982"), "--draws", draws)
    assert (said.status, said.out) == (2, "")
    assert "--draws" in said.err


@pytest.mark.filterwarnings("default")
def test_where_no_cluster_answers_that_is_bad_input(foedus: Any, case: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("foedus.simulation.runners.WAIT", 0.5)
    said = foedus("assess", case("falklands-1982"), "--cluster", "tcp://127.0.0.1:9")
    assert (said.status, said.out) == (2, "")
    assert "no cluster answers" in said.err


def test_without_the_extra_cluster_that_is_named(case: Any) -> None:
    script = WITHOUT_SCIPY.replace("sys.modules['scipy'] = sys.modules['networkx']", "sys.modules['distributed']")
    command = [sys.executable, "-c", script, "assess", case("september-1939"), "--cluster", "tcp://127.0.0.1:9"]
    said = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert said.returncode == 4
    assert "foedus[cluster]" in said.stderr


def test_a_page_is_written_whole_and_nothing_is_printed(foedus: Any, case: Any, tmp_path: Any) -> None:
    said = foedus("assess", case("falklands-1982"), "--html", "page.html")
    assert (said.status, said.out) == (0, "")
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "Would it be enough?" in page


def test_a_page_can_be_written_beside_the_json(foedus: Any, case: Any, tmp_path: Any) -> None:
    said = foedus("assess", case("falklands-1982"), "--html", "page.html", "--json")
    assert json.loads(said.out)["kind"] == "assessment"
    assert (tmp_path / "page.html").exists()


def test_without_the_extra_charts_no_page_is_written_and_the_extra_is_named(case: Any, tmp_path: Any) -> None:
    script = WITHOUT_SCIPY.replace("'scipy'", "'altair'").replace("'networkx'", "'vl_convert'")
    command = [sys.executable, "-c", script, "assess", case("september-1939"), "--html", str(tmp_path / "page.html")]
    said = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert said.returncode == 4
    assert "foedus[charts]" in said.stderr
    assert not (tmp_path / "page.html").exists()


def test_a_page_that_cannot_be_written_is_bad_input(foedus: Any, case: Any) -> None:
    said = foedus("assess", case("falklands-1982"), "--html", "no/such/folder/page.html")
    assert (said.status, said.out) == (2, "")
    assert "no/such/folder" in said.err


def test_an_assumption_that_cannot_be_is_bad_input(foedus: Any, case: Any) -> None:
    said = foedus("assess", case("falklands-1982"), "--assume", "together=2")
    assert (said.status, said.out) == (2, "")
    assert "--assume" in said.err


def test_without_the_extra_measures_the_law_is_told_and_the_extra_is_named(case: Any) -> None:
    command = [sys.executable, "-c", WITHOUT_SCIPY, "assess", case("september-1939")]
    said = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    assert "\nDue\n" in said.stdout
    assert "30 to 72 %" in said.stdout
    assert " ".join(said.stdout.split()).count("the extra measures is not installed") == 2
    assert "\nCoalitions" in said.stdout
    assert said.stderr == ""


def test_without_the_extra_measures_there_is_no_other_verdict_but_none(case: Any) -> None:
    command = [sys.executable, "-c", WITHOUT_SCIPY, "assess", case("baltic-2026"), "--json"]
    said = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    (outlook,) = json.loads(said.stdout)["outlook"]
    assert outlook["balance"]["lenses"]
    assert outlook["escalation"]["letter"]
    for part in ("coalitions", "deterrence"):
        assert outlook[part] is None
        (missing,) = [one for one in outlook["not_known"] if one["part"] == part]
        assert missing["remedy"] == "pip install 'foedus[measures]'"


def test_without_the_extra_measures_the_json_says_what_is_not_known(case: Any) -> None:
    command = [sys.executable, "-c", WITHOUT_SCIPY, "assess", case("september-1939"), "--json"]
    said = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    (outlook,) = json.loads(said.stdout)["outlook"]
    for one in outlook["responses"]["treaties"]:
        assert one["kept"]["untested"] is None
        assert "extra measures" in one["not_known"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_a_short_answer_fits_one_screen_and_leads_with_who_must_fight(example: str, foedus: Any, case: Any) -> None:
    lines = foedus("assess", case(example), "--short").out.splitlines()
    assert len(lines) <= 50
    assert any(line.startswith("Must fight: ") for line in lines[:6])
    starts = ("Likely responses", "Balance", "Coalitions", "The second round", "Deterrence", "Time to decide")
    assert [start for start in starts if any(line.startswith(start) for line in lines)] == list(starts)
