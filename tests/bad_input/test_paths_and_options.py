"""Files that are none, paths that climb, and options that say what cannot be."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

FACTS = ("obligations", "--attacker", "Argentina", "--target", "United Kingdom")
DATED = (*FACTS, "--on", "1982-04-02")


@pytest.mark.parametrize("command", [("assess",), ("obligations",), ("casebook",)])
@pytest.mark.parametrize("path", ["missing.yaml", ".", "../../missing.yaml", "/dev/null/x.yaml"])
def test_a_path_that_is_no_file_is_refused(command: tuple[str], path: str, foedus: Any, assert_refused: Any) -> None:
    assert_refused(foedus(*command, path), ["no such file", "check the path"])


def test_a_path_with_a_nul_is_refused(foedus: Any, assert_refused: Any) -> None:
    assert_refused(foedus("assess", "a\0b"), ["null byte"])


def test_the_check_of_a_missing_treaty_file_is_a_fault_found(foedus: Any, assert_refused: Any) -> None:
    assert_refused(foedus("register", "check", "missing.yaml"), ["missing.yaml: no such file"], 1)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("treaty", "show", "../../passwd"), ["no treaty has the id '../../passwd'", "see foedus treaty list"]),
        (("schema", "../../passwd"), ["no schema is called", "contingency"]),
        (("state", "show", "../../passwd"), ["no actor is called", "see foedus state list"]),
        (("treaty", "show", ""), ["no treaty has the id ''"]),
        (("state", "show", ""), ["no actor is called ''"]),
        (("state", "show", "Germany", "--on", "1960-01-01"), ["ambiguous", "east-germany", "west-germany"]),
        (("state", "show", "\x1b[31mred"), ["no actor is called"]),
        (("state", "list", "--system", "un"), ["--system", "cow, gw"]),
        (("treaty", "list", "--on", "1914-02-30"), ["--on", "Gregorian calendar", "day 01 to 28"]),
        (("treaty", "list", "--state", "Atlantis"), ["no actor is called 'Atlantis'"]),
        ((*FACTS, "--on", "1982-13-01"), ["date", "no month 13", "01 to 12"]),
        ((*DATED, "--at", "95,0"), ["place.lat", "90"]),
        ((*DATED, "--at", "nan,0"), ["place.lat", "finite"]),
        ((*DATED, "--at", "1,2,3"), ["--at", "LAT,LON in degrees, or capital:STATE"]),
        ((*DATED, "--at", "here"), ["--at", "LAT,LON in degrees, or capital:STATE"]),
        ((*DATED, "--at", "capital:Atlantis"), ["--at", "no actor is called 'Atlantis'"]),
        ((*FACTS, "--on", "soon", "--at", "capital:Chile"), ["--on", "'soon' is not a date", "YYYY-MM-DD"]),
        ((*DATED, "--act", "magic"), ["act.kind", "'magic'", "armed_attack"]),
        ((*DATED, "--gravity", "huge"), ["act.gravity", "'huge'", "below_armed_attack"]),
        ((*DATED, "--law-on", "then"), ["--law-on", "'then' is not a date"]),
        ((*DATED, "--explain", "Atlantis", "nato"), ["--explain", "no actor is called 'Atlantis'"]),
        ((*DATED, "--explain", "Chile", "otan"), ["--explain", "no treaty has the id 'otan'"]),
        (FACTS, ["no contingency was given", "--attacker, --target and --on", "foedus assess CASE.yaml"]),
        (("assess", "case.yaml", "--on", "1982-04-02"), ["a case file and flags were both given", "either CASE or"]),
        (("asess",), ["No such command 'asess'", "see foedus --help"]),
        (("assess", "--nope"), ["No such option: --nope", "see foedus assess --help"]),
        (("casebook", "--case", "none-such"), ["no case has the id none-such", "allowed"]),
    ],
    ids=" ".join,
)
def test_an_option_that_cannot_be_is_refused_by_its_name(
    arguments: tuple[str, ...], words: list[str], foedus: Any, assert_refused: Any
) -> None:
    assert_refused(foedus(*arguments), words)


@pytest.mark.parametrize("target", ["a-file", "a-file/inside"])
def test_schemas_are_not_written_over_a_file(target: str, foedus: Any, assert_refused: Any) -> None:
    Path("a-file").write_text("kept", encoding="utf-8")
    assert_refused(foedus("schema", "--write", target), ["a-file"])
    assert Path("a-file").read_text(encoding="utf-8") == "kept"


def test_standard_input_is_read_and_named(foedus: Any, piped: Any, assert_refused: Any) -> None:
    piped(b"date: 1982-04-02\nattackers: [Argentina]\ntargets: [United Kingdom]\n")
    assert foedus("obligations", "-").status == 0
    piped(b"date: 1982-04-02\nattackers: [Atlantis]\ntargets: [United Kingdom]\n")
    assert_refused(foedus("obligations", "-"), ["<standard input>:2: attackers[0]", "Atlantis"])


def test_standard_input_is_limited_too(foedus: Any, piped: Any, assert_refused: Any) -> None:
    piped(b"x" * 9_000_000)
    assert_refused(foedus("obligations", "-"), ["<standard input>", "too large"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("cases: []\n", ["cb.yaml:1: cases", "at least 1"]),
        ("cases: [1]\n", ["cb.yaml:1"]),
        ("cases: [{id: one}]\n", ["cb.yaml:1", "a contingency needs date, attackers, targets"]),
        ("case: [{id: one}]\n", ["cb.yaml:1: case", "did you mean 'cases'?"]),
        (
            "cases:\n- {id: a, date: 1982-04-02, attackers: [Italy], targets: [Chile], expected: [{obligation: help}]}",
            ["cb.yaml:2: expected[0].obligation", "'help'", "discretionary_action"],
        ),
    ],
    ids=["empty", "a number", "no facts", "slip of the pen", "unknown duty"],
)
def test_a_casebook_that_is_wrong_is_refused(text: str, words: list[str], foedus: Any, assert_refused: Any) -> None:
    Path("cb.yaml").write_text(text, encoding="utf-8")
    assert_refused(foedus("casebook", "cb.yaml"), words)
