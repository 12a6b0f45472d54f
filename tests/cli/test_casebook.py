"""`foedus casebook` puts worked cases to the engine: 0 when all agree, 1 with the traces of what does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

CASE = """
cases:
- id: {id}
  title: an attack on the Falkland Islands / Islas Malvinas
  date: 1982-04-02
  attackers: [Argentina]
  targets: [United Kingdom]
  place: {{lat: -51.7, lon: -57.85, kind: overseas_territory, sovereign: disputed,
          administered_by: United Kingdom, claimants: [Argentina, United Kingdom]}}
  act: {{kind: armed_attack, gravity: armed_attack, first_use_of_force: Argentina, provoked: false}}
  expected:
  - {{state: United States, treaty: nato, obligation: {expected}}}
  not_obliged:
  - {{state: United States, treaty: {free_of}, reason: outside the area}}
"""


def write(name: str, **words: str) -> str:
    """Write a casebook of one case."""
    said = {"id": "mine", "expected": "consult", "free_of": "nato"} | words
    Path(name).write_text(CASE.format(**said), encoding="utf-8")
    return name


def test_the_bundled_casebook_agrees(foedus: Any) -> None:
    said = foedus("casebook")
    assert said.status == 0, said.out
    assert " 0 wrong" in said.out
    assert not said.out.startswith("\n0 cases")


def test_a_case_that_agrees_is_0(foedus: Any) -> None:
    name = write("right.yaml", expected="defend")
    Path(name).write_text(
        Path(name)
        .read_text("utf-8")
        .replace("  expected:", "  tests:")
        .replace("  - {state: United States, treaty: nato, obligation: defend}", "  - none"),
        encoding="utf-8",
    )
    said = foedus("casebook", name)
    assert (said.status, said.err) == (0, "")
    assert "1 cases, 1 lines, 1 right, 0 wrong" in said.out


def test_a_case_that_disagrees_is_1_with_its_trace(foedus: Any) -> None:
    said = foedus("casebook", write("wrong.yaml", expected="defend"))
    assert (said.status, said.err) == (1, "")
    assert "✗ mine: 1 of 2 lines" in said.out
    assert "United States, nato: the case expects defend" in said.out
    assert "treaty area (article 6)" in " ".join(said.out.split())
    assert "1 cases, 2 lines, 1 right, 1 wrong" in said.out


def test_a_disagreement_in_json_is_1_with_its_findings(foedus: Any) -> None:
    said = foedus("casebook", write("wrong.yaml", expected="defend"), "--json")
    assert said.status == 1
    lines = json.loads(said.out)["cases"][0]["lines"]
    assert [line["agrees"] for line in lines] == [False, True]
    assert lines[0]["expected"] == "defend"
    assert {finding["treaty"]["id"] for finding in lines[0]["findings"]} == {"nato"}


def test_one_case_of_several_can_be_run(foedus: Any) -> None:
    one, two = write("one.yaml", id="one"), write("two.yaml", id="two", expected="defend")
    both = Path("both.yaml")
    both.write_text(Path(one).read_text("utf-8") + Path(two).read_text("utf-8").replace("\ncases:", ""), "utf-8")
    said = foedus("casebook", "both.yaml", "--case", "two")
    assert said.status == 1
    assert "two: " in said.out
    assert "one: " not in said.out


def test_a_case_that_is_nowhere_names_the_ones_there_are(foedus: Any) -> None:
    said = foedus("casebook", write("one.yaml"), "--case", "three")
    assert said.status == 2
    assert "no case has the id three" in said.err
    assert "allowed: mine" in said.err


def test_several_files_are_run_and_their_faults_gathered(foedus: Any) -> None:
    Path("broken.yaml").write_text("cases: [", encoding="utf-8")
    said = foedus("casebook", write("one.yaml"), "broken.yaml", "missing.yaml")
    assert said.status == 2
    assert "broken.yaml:" in said.err
    assert "missing.yaml: no such file" in said.err


def test_a_state_nobody_knows_is_not_scored_and_said(foedus: Any) -> None:
    name = write("one.yaml")
    text = (
        Path(name)
        .read_text("utf-8")
        .replace("{state: United States, treaty: nato, obligation", "{state: Shangri-La, treaty: nato, obligation")
    )
    Path(name).write_text(text, encoding="utf-8")
    said = foedus("casebook", name)
    assert "not scored, no actor: Shangri-La" in said.out
