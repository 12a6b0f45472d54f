"""``foedus chart`` and the pictures of other commands: what is drawn, and how a wrong wish is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


@pytest.mark.parametrize("ending", ["png", "svg", "html", "json"])
def test_the_ending_chooses_the_form(ending: str, foedus: Command) -> None:
    said = foedus("chart", "timeline", "--treaty", "anzus", "-o", f"anzus.{ending}")
    assert said.status == 0, said.err
    assert Path(f"anzus.{ending}").stat().st_size > 1000
    assert f"drawn to anzus.{ending}" in said.err


def test_a_family_is_followed(foedus: Command) -> None:
    assert foedus("chart", "timeline", "--treaty", "us-japan-1960", "--family", "-o", "x.svg").status == 0
    assert "Security Treaty between the United States" in Path("x.svg").read_text(encoding="utf-8")


def test_a_search_finds_treaties_by_their_words(foedus: Command) -> None:
    assert foedus("chart", "timeline", "--search", "warsaw treaty", "-o", "x.svg").status == 0
    assert "warsaw-pact" in Path("x.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("timeline", "--treaty", "nato", "-o", "x.gif"), "no name of a picture"),
        (("timeline", "-o", "x.png"), "nothing says which treaties"),
        (("timeline", "--treaty", "nato", "--state", "France", "-o", "x.png"), "one of the two"),
        (("timeline", "--treaty", "natoo", "-o", "x.png"), "did you mean nato"),
        (("timeline", "--state", "Atlantis", "-o", "x.png"), "no actor is called"),
        (("timeline", "--search", "zzzz", "-o", "x.png"), "not covered is not empty"),
        (("timeline", "--treaty", "nato", "--from", "2000", "--to", "1990", "-o", "x.png"), "comes after the last"),
        (("map", "--on", "yesterday", "-o", "x.png"), "is not a date"),
        (("map", "--pledge", "love", "-o", "x.png"), "no pledge is called"),
        (("map", "--region", "moon", "-o", "x.png"), "no region is called"),
        (("map", "--treaty", "nato", "--on", "1930-01-01", "-o", "x.png"), "nobody owed defence under nato"),
        (("network", "--state", "Atlantis", "-o", "x.png"), "no actor is called"),
        (("matrix", "-o", "x.png"), "two states at least"),
        (
            (
                "matrix",
                "--region",
                "africa",
                "--region",
                "europe",
                "--treaty",
                "helsinki-1975",
                "--treaty",
                "au-2000",
                "-o",
                "x.png",
            ),
            "too many to be read",
        ),
        (("query", "SELECT 1 AS value", "--as", "pie", "-o", "x.png"), "no chart is called"),
        (("query", "SELECT 1 AS worth", "--as", "histogram", "-o", "x.png"), "histogram want a column value"),
        (("query", "DROP TABLE treaties", "-o", "x.png"), "only"),
        (("query", "SELECT 'a' AS label, 'inf'::DOUBLE AS value", "-o", "x.png"), "'inf' is no number"),
    ],
)
def test_a_wrong_wish_is_refused_and_nothing_is_written(
    arguments: tuple[str, ...], message: str, foedus: Command
) -> None:
    said = foedus("chart", *arguments)
    assert said.status == 2, said.err
    assert message in said.err
    assert list(Path().iterdir()) == []


@pytest.mark.parametrize(("file", "said"), [("x.txt", "does not end in .png"), ("none/x.png", "no such folder")])
def test_a_picture_that_cannot_be_is_refused_before_anything_is_printed(file: str, said: str, foedus: Command) -> None:
    for words in (("state", "show", "France"), ("measures", "capability", "--alliance", "nato")):
        found = foedus(*words, "--png", file)
        assert (found.status, found.out) == (2, "")
        assert said in found.err


def test_help_tells_the_columns_that_may_be_left_out(foedus: Command) -> None:
    told = " ".join(foedus("chart", "query", "--help").out.replace("│", " ").split())
    assert "bars: label, value, [low], [high], [kind]; series" in told


def test_a_value_that_is_not_a_number_is_missing(foedus: Command) -> None:
    query = "SELECT 'a' AS label, 'nan'::DOUBLE AS value UNION ALL SELECT 'b', 3"
    assert foedus("chart", "query", query, "-o", "x.svg").status == 0
    assert "no data" in Path("x.svg").read_text(encoding="utf-8")


def test_borders_that_are_not_there_are_asked_for(foedus: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_HOME", str(Path("home").absolute()))
    said = foedus("chart", "map", "--borders", "-o", "x.png")
    assert said.status == 3
    assert "foedus data add natural-earth" in said.err


def test_a_trace_is_drawn_of_a_clause(foedus: Command, case: Callable[[str], str]) -> None:
    words = ("obligations", case("falklands-1982"), "--explain", "United States", "tiar")
    assert foedus(*words, "--clause", "art-6", "--svg", "x.svg").status == 0
    assert "article 6" in Path("x.svg").read_text(encoding="utf-8")
    said = foedus(*words, "--clause", "art-99")
    assert said.status == 2
    assert "art-3-1" in said.err


def test_a_picture_of_duties_needs_one_to_explain(foedus: Command, case: Callable[[str], str]) -> None:
    said = foedus("obligations", case("falklands-1982"), "--png", "x.png")
    assert said.status == 2
    assert "--explain" in said.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("state", "show", "France", "--on", "1955-06-15"),
        ("treaty", "show", "anzus"),
        ("treaty", "timeline", "--state", "France", "--from", "1900", "--to", "1914"),
        ("alliance", "show", "warsaw-pact", "--on", "1970-01-01"),
    ],
)
def test_other_commands_draw_beside_what_they_print(arguments: tuple[str, ...], foedus: Command) -> None:
    plain = foedus(*arguments)
    drawn = foedus(*arguments, "--svg", "x.svg")
    assert drawn.status == 0, drawn.err
    assert drawn.out == plain.out
    assert Path("x.svg").read_text(encoding="utf-8").startswith("<svg")


def test_an_option_wants_its_own_ending(foedus: Command) -> None:
    said = foedus("treaty", "show", "anzus", "--png", "x.svg")
    assert said.status == 2
    assert "does not end in .png" in said.err


def test_the_kinds_are_listed(foedus: Command) -> None:
    said = foedus("chart", "list")
    assert said.status == 0
    assert "pledge-matrix" in said.out
