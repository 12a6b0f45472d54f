"""``foedus operation``: who took part in what, on a day, and what is said of how it is known."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from foedus.register.folder import DATA


def listed(foedus: Any, *words: str) -> list[str]:
    said = foedus("operation", "list", *words, "--json")
    assert (said.status, said.err) == (0, "")
    return [operation["id"] for operation in json.loads(said.out)["operations"]]


def test_operations_are_listed_oldest_first(foedus: Any) -> None:
    answer = json.loads(foedus("operation", "list", "--json").out)
    began = [operation["from"] for operation in answer["operations"]]
    assert began == sorted(began)
    assert answer["on"] is None


@pytest.mark.parametrize(
    ("words", "there", "not_there"),
    [
        (("--on", "1995-09-01"), "deliberate-force", "ifor"),
        (("--on", "1995-12-20"), "ifor", "deliberate-force"),
        (("--state", "Sweden"), "kfor", "suez-1956"),
        (("--state", "Sweden", "--on", "2011-03-25"), "kfor", "unified-protector"),
        (("--state", "Sweden", "--on", "2011-06-01"), "unified-protector", "suez-1956"),
        (("--kind", "un_command"), "un-command-korea", "unef-1"),
        (("--purpose", "maritime_security"), "atalanta", "kfor"),
        (("--lead", "nato"), "isaf", "gulf-coalition-1990"),
        (("--lead", "nato", "--on", "2002-01-01"), "eagle-assist", "isaf"),
        (("--lead", "Australia"), "interfet", "isaf"),
        (("--lead", "European Union"), "althea", "sfor"),
    ],
)
def test_a_list_is_narrowed(foedus: Any, words: tuple[str, ...], there: str, not_there: str) -> None:
    found = listed(foedus, *words)
    assert (there in found, not_there in found) == (True, False)


def test_filters_hold_together(foedus: Any) -> None:
    both = set(listed(foedus, "--state", "Spain", "--kind", "regional_operation"))
    assert both == set(listed(foedus, "--state", "Spain")) & set(listed(foedus, "--kind", "regional_operation"))
    assert both


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("list", "--kind", "crusade"), "--kind: 'crusade' is not a word of this option"),
        (("list", "--purpose", "glory"), "allowed: air_exclusion, collective_defence"),
        (("list", "--state", "Atlantis"), "no actor is called 'Atlantis'"),
        (("list", "--lead", "Atlantis"), "no actor is called 'Atlantis'"),
        (("list", "--state", "East Germany", "--on", "2000-01-01"), "nobody was called 'East Germany' on 2000-01-01"),
        (("list", "--on", "1995-13-01"), "--on: '1995-13-01' has no month 13"),
        (("show", "isfa"), "did you mean isaf"),
        (("show", "isaf", "--on", "yesterday"), "--on: 'yesterday' is not a date"),
    ],
)
def test_wrong_input_is_refused_with_a_way_out(foedus: Any, words: tuple[str, ...], told: str) -> None:
    said = foedus("operation", *words)
    assert (said.status, said.out) == (2, "")
    assert told in said.err


def test_an_operation_is_shown_by_its_alias(foedus: Any) -> None:
    assert "unified-protector" in foedus("operation", "show", "libya-2011").out


def test_what_is_shown_says_how_it_is_known(foedus: Any) -> None:
    out = foedus("operation", "show", "unified-protector").out
    assert "Participants (18)  from a secondary work (dpa" in out
    assert "Against  from memory, not looked up" in out
    assert "caveats: no strikes on the ground" in out
    assert "security council 1973 of 2011-03-17" in out


def test_on_a_day_only_what_may_have_held_is_shown(foedus: Any) -> None:
    whole = foedus("operation", "show", "isaf").out
    early = foedus("operation", "show", "isaf", "--on", "2002-03-01").out
    assert ("led by United Kingdom" in early, "led by North Atlantic Treaty" in early) == (True, False)
    assert ("rotating lead" in whole, "alliance chain" in whole) == (True, True)


def test_a_day_outside_the_operation_is_said_to_be(foedus: Any) -> None:
    out = foedus("operation", "show", "isaf", "--on", "1999-01-01").out
    assert "it did not run on 1999-01-01" in out
    assert "Participants" not in out


def test_a_part_without_dates_is_marked(foedus: Any) -> None:
    out = foedus("operation", "show", "unitaf").out
    assert "lead: United States" in out
    assert "troop contributor at some time: Australia, Botswana" in out


def test_the_json_of_a_day_leaves_out_what_did_not_hold(foedus: Any) -> None:
    said = foedus("operation", "show", "isaf", "--on", "2002-03-01", "--json")
    operation = json.loads(said.out)["operation"]
    assert [lead["actor"] for lead in operation["leads"]] == ["united-kingdom"]
    parts = {part["actor"]: part["dated"] for part in operation["participants"]}
    assert ("montenegro" in parts, parts["germany"], parts["albania"]) == (False, True, False)


def test_a_state_names_what_it_takes_part_in(foedus: Any) -> None:
    out = foedus("state", "show", "Denmark", "--on", "2011-06-01").out
    assert "Takes part in (" in out
    assert "Operation Unified Protector unified-protector\n" in out
    assert "isaf, at some time: its own dates are not recorded" in " ".join(out.split())


def test_a_state_before_all_operations_takes_part_in_none(foedus: Any) -> None:
    assert "Takes part in" not in foedus("state", "show", "Denmark", "--on", "1914-08-01").out
    answer = json.loads(foedus("state", "show", "Denmark", "--on", "1914-08-01", "--json").out)
    assert answer["operations"] == []


def test_the_json_of_a_state_names_the_operations_of_the_day(foedus: Any) -> None:
    answer = json.loads(foedus("state", "show", "Qatar", "--on", "2011-06-01", "--json").out)
    assert "unified-protector" in answer["operations"]
    assert "yemen-2015" not in answer["operations"]


# --- the check --------------------------------------------------------------------------------------------------------


@pytest.fixture
def broken(tmp_path: Path) -> Callable[[str, str], Path]:
    """Return a function that writes the file of an operation with a piece of it replaced."""

    def write(old: str, new: str) -> Path:
        text = (DATA / "operations" / "alba.yaml").read_text(encoding="utf-8").replace("id: alba", "id: alba-two")
        path = tmp_path / "alba-two.yaml"
        path.write_text(text.replace("aliases: [albania-1997]\n", "").replace(old, new), encoding="utf-8")
        return path

    return write


def test_a_sound_file_passes(foedus: Any, broken: Any) -> None:
    said = foedus("register", "check", str(broken("", "")))
    assert (said.status, said.out, said.err) == (0, "1 operation files, 0 faults\n", "")


def test_a_fault_is_told_with_file_line_and_field(foedus: Any, broken: Any) -> None:
    path = broken("hosts: [Albania]", "hosts: [Albani]")
    said = foedus("register", "check", str(path))
    assert (said.status, said.out) == (1, "1 operation files, 1 faults\n")
    assert f"{path}:12: hosts[0]: no actor is called 'Albani'" in said.err
    assert "did you mean Albania?" in said.err


def test_an_operation_may_stand_beside_a_treaty(foedus: Any, broken: Any) -> None:
    treaty = DATA / "treaties" / "c20" / "nato.yaml"
    said = foedus("register", "check", str(treaty), str(broken("", "")))
    assert said.out.startswith("1 treaty files, 1 operation files, 0 faults")


def test_the_summary_counts_operations_by_evidence(foedus: Any) -> None:
    answer = json.loads(foedus("register", "check", str(DATA / "operations" / "alba.yaml"), "--json").out)
    known = answer["operations"]
    assert known["groups"] == known["text"] + known["secondary"] + known["knowledge"]
    assert known["operations"] == len(list((DATA / "operations").glob("*.yaml")))
    out = foedus("register", "check", str(DATA / "operations" / "alba.yaml"), "--summary").out
    assert f"{known['operations']} operations, {known['groups']} groups of statements" in out
