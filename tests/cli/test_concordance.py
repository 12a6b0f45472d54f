"""``foedus register concordance``: on the real register, with short made-up codings and with the published file."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from foedus.catalogue.schemas import json_schema

HEADS = (
    "atopid,member,phase,yrent,moent,dayent,yrexit,moexit,dayexit,defense,offense,neutral,nonagg,consul,defcoadv,"
    "asymm,pubsecr,version"
)
JAPAN = ("9001,2,0,1960,1,19,0,0,0,1,0,0,0,1,0,1,0,5.1", "9001,740,0,1960,1,19,0,0,0,1,0,0,0,1,0,1,0,5.1")
NOWHERE = ("9002,2,0,1890,1,1,1891,1,1,1,0,0,0,0,0,0,0,5.1", "9002,70,0,1890,1,1,1891,1,1,1,0,0,0,0,0,0,0,5.1")
SHEET = (
    "- {id: us-japan-1960, signed: 1960-01-19, in_force: 1960-06-23, ended: null, defense: yes, def_location: yes}\n"
)


@pytest.fixture
def coded(tmp_path: Path) -> str:
    """Return a made-up file of alliances: one that is a treaty of the register, and one that is none."""
    file = tmp_path / "atop5_1m.csv"
    file.write_text("\r\n".join((HEADS, *JAPAN, *NOWHERE)) + "\r\n")
    return str(file)


@pytest.fixture
def sheet(tmp_path: Path) -> str:
    """Return a short sheet of a second reader."""
    file = tmp_path / "sheet.yaml"
    file.write_text(SHEET)
    return str(file)


def answer(foedus: Any, *words: str) -> Any:
    said = foedus("register", "concordance", *words, "--json")
    assert (said.status, said.err) == (0, "")
    told = json.loads(said.out)
    Draft202012Validator(json_schema("concordance-answer")).validate(told)
    return told


def test_the_answer_says_what_corresponds_and_what_does_not(foedus: Any, coded: str) -> None:
    told = answer(foedus, "atop", coded, "--part")
    assert [(pair["treaty"], pair["alliance"]) for pair in told["pairing"]["pairs"]] == [("us-japan-1960", 9001)]
    assert [left["id"] for left in told["pairing"]["alliances_unmatched"]] == ["9002"]
    assert len(told["pairing"]["treaties_unmatched"]) > 400
    by_variable = {score["variable"]: score for score in told["scores"]}
    assert by_variable["signed"]["raw"] == {
        "n": 1,
        "agreement": 1.0,
        "kappa": None,
        "standard_error": None,
        "interval": None,
    }
    assert [one["dating"] for one in told["defence_dyad_years"]] == ["legal", "signature"]


def test_since_leaves_out_what_was_signed_before(foedus: Any, coded: str) -> None:
    told = answer(foedus, "atop", coded, "--part", "--since", "1961")
    assert told["since"] == 1961
    assert told["pairing"]["pairs"] == []
    assert told["pairing"]["alliances_unmatched"] == []


def test_every_cell_goes_to_a_file(foedus: Any, coded: str, tmp_path: Path) -> None:
    file = tmp_path / "cells.csv"
    assert foedus("register", "concordance", "atop", coded, "--part", "-o", str(file)).status == 0
    with file.open(newline="") as text:
        rows = list(csv.DictReader(text))
    defence = next(row for row in rows if row["variable"] == "defense")
    assert (defence["treaty"], defence["against"], defence["alike"]) == ("us-japan-1960", "9001", "yes")
    assert {row["member"] for row in rows if row["variable"] == "member_entry"} == {"united-states", "japan"}


def test_a_sheet_is_scored(foedus: Any, sheet: str) -> None:
    told = answer(foedus, "sheet", sheet)
    by_variable = {score["variable"]: score for score in told["scores"]}
    assert by_variable["def_location"]["raw"]["agreement"] == 1.0
    assert by_variable["offense"]["unknown_theirs"] == 1
    assert told["pairing"] is None


def test_sheets_of_several_readers_are_scored_together(foedus: Any, sheet: str, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("- {id: nato, defense: yes, def_location: no}\n")
    told = answer(foedus, "sheet", sheet, str(other))
    by_variable = {score["variable"]: score["raw"] for score in told["scores"]}
    assert (by_variable["defense"]["n"], by_variable["def_location"]["agreement"]) == (2, 0.5)


def test_the_screen_names_every_variable(foedus: Any, coded: str, sheet: str) -> None:
    said = foedus("register", "concordance", "atop", coded, "--part")
    assert "1 of " in said.out
    assert "9002: signed 1890-01-01 by 2, 70" in said.out
    assert "def_adversary" in said.out
    assert "def_request" in foedus("register", "concordance", "sheet", sheet).out
    assert max(map(len, said.out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("atop", "nowhere.csv"), "nowhere.csv"),
        (("atop", "{coded}"), "holds 4 rows"),
        (("atop", "{coded}", "--part", "-o", "cells.xlsx"), "names no format"),
        (("atop", "{coded}", "--part", "--since", "0"), "--since"),
        (("sheet", "{coded}"), "atop5_1m.csv"),
        (("sheet", "nowhere.yaml"), "nowhere.yaml"),
    ],
    ids=str,
)
def test_wrong_input_is_refused_with_its_reason(words: tuple[str, ...], what: str, foedus: Any, coded: str) -> None:
    said = foedus("register", "concordance", *(word.format(coded=coded) for word in words))
    assert said.status == 2
    assert what in said.err


def test_a_file_of_alliances_without_members_is_refused(foedus: Any, tmp_path: Path) -> None:
    file = tmp_path / "atop5_1a.csv"
    file.write_text(
        "atopid,begyr,begmo,begday,endyr,endmo,endday,defense,offense,neutral,nonagg,consul\n9001,1900,1,1,0,0,0,1,0,0,0,0\n"
    )
    said = foedus("register", "concordance", "atop", str(file), "--part")
    assert said.status == 2
    assert "holds no members" in said.err


@pytest.mark.data
def test_the_published_file_is_paired_and_scored(foedus: Any, shared_data: Path) -> None:
    told = answer(foedus, "atop", str(shared_data / "atop" / "atop5_1m.csv"))
    pairing = told["pairing"]
    alliances = {pair["alliance"] for pair in pairing["pairs"]}
    assert len(alliances) + len(pairing["alliances_unmatched"]) == 789
    assert len(pairing["pairs"]) >= 370
    assert told["excuses_without_a_disagreement"] == []
    (defense,) = (score for score in told["scores"] if score["variable"] == "defense")
    assert defense["raw"]["n"] + defense["unknown_ours"] == len(pairing["pairs"])
    assert defense["raw"]["kappa"] > 0.75
    legal, signature = told["defence_dyad_years"]
    assert legal["theirs"] == signature["theirs"] == 126_108
    assert min(legal["precision"], signature["precision"]) > 0.92
    assert legal["recall"] > 0.94
    assert signature["recall"] > 0.97
