"""What a program reads: one JSON document in an envelope, valid against the schema published for it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from foedus import load_register
from foedus.catalogue.schemas import json_schema
from foedus.register.arrangements import load_arrangements

QUESTIONS = {
    "assess august-1914": "assessment",
    "assess falklands-1982": "assessment",
    "assess falklands-1982 --law-on 1950-01-01 --public-only": "assessment",
    "compare august-1914 falklands-1982": "comparison",
    "compare falklands-1982 --law-on-a 1940-01-01": "comparison",
    "obligations august-1914": "obligations",
    "obligations falklands-1982 --explain Chile nato": "obligations",
    "casebook": "casebook",
    "treaty list": "treaties",
    "treaty list --on 1914-08-01 --state Italy": "treaties",
    "treaty list --on 1200-01-01": "treaties",
    "treaty timeline": "timeline",
    "treaty timeline --state France --from 1871 --to 1914 --obligation defend": "timeline",
    "operation list": "operations",
    "operation list --on 1995-09-01 --state Sweden --kind alliance_operation": "operations",
    "operation list --lead nato --purpose maritime_security": "operations",
    "operation list --on 1200-01-01": "operations",
    "operation show isaf --on 2005-06-01": "operation",
    **{f"operation show {operation}": "operation" for operation in load_register().operations},
    "state list": "states",
    "state list --on 1914-08-01 --system gw": "states",
    "alliance list": "alliances",
    **{
        f"alliance show {alliance} --on {day}": "alliance"
        for alliance in sorted(load_arrangements().alliances)
        for day in ("1970-01-01", "2024-06-01")
    },
    "alliance show molotov-ribbentrop --on 1940-01-01": "alliance",
    "state show united-states --on 1985-01-01": "state",
    "state show fiji --on 2020-01-01": "state",
    "measures list": "measures",
    "decision nato --days 3": "decision",
    "decision united-nations --on 1990-08-02": "decision",
    "measures similarity USA Japan --from 1952 --to 1953": "similarity",
    "measures system --year 1960": "system",
    "measures system --what ties --from 1945 --to 1950": "system",
    "measures arms-race": "arms-race",
    "measures association 23 5 3 68": "association",
    "measures association 0 0 0 5": "association",
    "measures balance-of-power 50 30 20": "balance-of-power",
    "models list": "models",
    "models show fulfilment": "model",
    "register check": "check",
    "register diff 2022-01-01 2024-06-01": "register-diff",
    **{f"treaty show {treaty}": "treaty" for treaty in load_register().treaties},
    **{f"state show {state} --on 1939-09-01": "state" for state in ("france", "poland", "estonia", "gw:365")},
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_holds_to_its_published_schema(question: str, foedus: Any, case: Any) -> None:
    words = [case(word) if word in {"august-1914", "falklands-1982"} else word for word in question.split()]
    said = foedus(*words, "--json")
    assert (said.status, said.err) == (0, "")
    answer = json.loads(said.out)
    Draft202012Validator(json_schema(f"{QUESTIONS[question]}-answer")).validate(answer)
    assert answer["kind"] == QUESTIONS[question]


@pytest.mark.parametrize("question", ["assess falklands-1982", "treaty list", "state show france", "casebook"])
def test_the_envelope_says_which_register_answered(question: str, foedus: Any, case: Any) -> None:
    words = [case(word) if word == "falklands-1982" else word for word in question.split()]
    answer = json.loads(foedus(*words, "--json").out)
    edition = load_register().edition
    assert answer["schema"] == 1
    assert answer["register"] == {
        "version": edition.version,
        "hash": edition.content_hash,
        "cutoff": edition.cutoff,
    }
    assert list(answer)[:3] == ["schema", "kind", "register"]


def test_the_same_question_has_the_same_bytes_for_an_answer(foedus: Any, case: Any) -> None:
    question = ("assess", case("august-1914"), "--json")
    assert foedus(*question).out == foedus(*question).out


def test_the_contingency_in_an_answer_can_be_asked_again(foedus: Any, case: Any, tmp_path: Any) -> None:
    first = json.loads(foedus("obligations", case("falklands-1982"), "--json").out)
    again = tmp_path / "again.json"
    again.write_text(json.dumps(first["contingency"]), encoding="utf-8")
    assert json.loads(foedus("obligations", str(again), "--json").out) == first


def test_names_are_written_in_their_own_letters(foedus: Any) -> None:
    assert "Åland" not in json.dumps("Åland")  # what an escape would look like
    assert "\\u00" not in foedus("state", "list", "--json").out


def test_a_schema_is_printed_as_json(foedus: Any) -> None:
    assert json.loads(foedus("schema", "contingency").out) == json_schema("contingency")


def test_schemas_are_written_to_a_folder(foedus: Any, tmp_path: Any) -> None:
    said = foedus("schema", "--write", str(tmp_path / "new" / "folder"))
    assert said.status == 0
    written = {path.stem: json.loads(path.read_text("utf-8")) for path in (tmp_path / "new/folder").glob("*.json")}
    assert written == {name: json_schema(name) for name in foedus("schema").out.split()}
