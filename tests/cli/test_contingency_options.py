"""A file, flags and standard input build the same contingency; options choose the law and the pair."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

ESTONIA = ("--attacker", "Russia", "--target", "Estonia", "--on", "2025-06-01")


def findings(said: Any) -> list[dict[str, Any]]:
    """Return the findings of a JSON answer."""
    assert said.status == 0, said.err
    return list(json.loads(said.out)["findings"])


def treaties(said: Any) -> set[str]:
    """Return the treaties that appear in an answer."""
    return {finding["treaty"]["id"] for finding in findings(said)}


@pytest.mark.parametrize("command", ["assess", "obligations"])
def test_flags_and_file_give_the_same_answer(command: str, foedus: Any) -> None:
    flags = (*ESTONIA, "--at", "59.44,24.75", "--act", "armed_attack", "--gravity", "major")
    Path("case.yaml").write_text(
        "date: 2025-06-01\nattackers: [Russia]\ntargets: [Estonia]\n"
        "place: {lat: 59.44, lon: 24.75}\nact: {kind: armed_attack, gravity: major}\n",
        encoding="utf-8",
    )
    assert foedus(command, *flags, "--json").out == foedus(command, "case.yaml", "--json").out


def test_a_json_file_and_standard_input_give_the_same_answer(
    foedus: Any, case: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Path(case("august-1914")).open(encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        piped = foedus("obligations", "-", "--json").out
    assert piped == foedus("obligations", case("august-1914"), "--json").out


def test_flags_may_be_repeated(foedus: Any) -> None:
    said = foedus("obligations", *ESTONIA, "--attacker", "Belarus", "--target", "Latvia", "--json")
    asked = json.loads(said.out)["contingency"]
    assert (asked["attackers"], asked["targets"]) == (["Russia", "Belarus"], ["Estonia", "Latvia"])


def test_what_flags_leave_out_is_unknown(foedus: Any) -> None:
    said = foedus("obligations", *ESTONIA, "--json")
    assert set(json.loads(said.out)["contingency"]) == {"date", "attackers", "targets"}
    nato = next(f for f in findings(said) if f["treaty"]["id"] == "nato" and f["obligation"] == "defend")
    assert nato["status"] == "undetermined"
    assert {"act.kind", "place.lat"} & set(nato["needs"])


def test_the_capital_of_a_state_is_a_whole_place(foedus: Any) -> None:
    said = foedus(
        "assess", *ESTONIA, "--at", "capital:Estonia", "--act", "armed_attack", "--gravity", "major", "--json"
    )
    place = json.loads(said.out)["contingency"]["place"]
    assert (place["name"], place["kind"], place["sovereign"]) == ("Tallinn", "metropolitan", "estonia")
    assert place["lat"] == pytest.approx(59.4, abs=0.2)
    defend = [f for f in findings(said) if f["treaty"]["id"] == "nato" and f["clause"] == "art-5"]
    assert {f["status"] for f in defend} == {"due"}
    assert len(defend) == 31


def test_the_capital_is_that_of_the_day(foedus: Any) -> None:
    flags = ("--attacker", "France", "--target", "Italy", "--on", "1868-01-01", "--at", "capital:Italy", "--json")
    assert json.loads(foedus("assess", *flags).out)["contingency"]["place"]["name"] == "Florence"


def test_the_law_of_another_day_can_be_applied(foedus: Any, case: Any) -> None:
    falklands = case("falklands-1982")
    assert "nato" in treaties(foedus("obligations", falklands, "--json"))
    earlier = foedus("obligations", falklands, "--law-on", "1939-01-01", "--json")
    assert "nato" not in treaties(earlier)
    assert json.loads(earlier.out)["law"] == {"on": "1939-01-01", "public_only": False, "supposing": []}


def test_secret_instruments_can_be_left_out(foedus: Any, case: Any) -> None:
    august = case("august-1914")
    public = foedus("obligations", august, "--public-only", "--json")
    assert "franco-russian-1892" in treaties(foedus("obligations", august, "--json"))
    assert "franco-russian-1892" not in treaties(public)
    assert json.loads(public.out)["law"]["public_only"] is True


def test_a_secret_alliance_is_law_and_not_public_law(foedus: Any) -> None:
    flags = ("--attacker", "Russia", "--target", "Ottoman Empire", "--on", "1914-11-02", "--act", "armed_attack")
    assert "german-ottoman-1914" in treaties(foedus("obligations", *flags, "--json"))
    assert "german-ottoman-1914" not in treaties(foedus("obligations", *flags, "--public-only", "--json"))


# --- explain ----------------------------------------------------------------------------------------------------------


def test_a_treaty_signed_the_next_day_is_explained(foedus: Any, case: Any) -> None:
    ask = ("obligations", case("august-1914"), "--explain", "Ottoman Empire", "german-ottoman-1914")
    text = " ".join(foedus(*ask).out.split())
    assert "signed only on 1914-08-02" in text
    assert {f["status"] for f in findings(foedus(*ask, "--json"))} == {"not_due"}


@pytest.mark.parametrize(
    ("state", "treaty", "words"),
    [
        ("United States", "nato", ["article 5", "not due", "treaty area", "✗", "article 6"]),
        ("Chile", "nato", ["Chile is not a party", "not due"]),
        ("France", "triple-alliance", ["not due"]),
    ],
)
def test_any_state_under_any_treaty_is_explained(
    state: str, treaty: str, words: list[str], foedus: Any, case: Any
) -> None:
    said = foedus("obligations", case("falklands-1982"), "--explain", state, treaty)
    assert said.status == 0
    assert [word for word in words if word not in " ".join(said.out.split())] == []


def test_every_explanation_has_a_trace_that_ends_the_matter(foedus: Any, case: Any) -> None:
    ask = ("obligations", case("falklands-1982"), "--explain", "United States", "nato", "--json")
    for finding in findings(foedus(*ask)):
        assert finding["trace"]
        if finding["status"] == "not_due":
            assert "not_met" in {line["result"] for line in finding["trace"]}


def test_aliases_of_a_treaty_answer_too(foedus: Any, case: Any) -> None:
    by_id = foedus("obligations", case("august-1914"), "--explain", "Germany", "german-ottoman-1914", "--json").out
    alias = "ottoman-german-alliance-1914"
    assert foedus("obligations", case("august-1914"), "--explain", "Germany", alias, "--json").out == by_id
