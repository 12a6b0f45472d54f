"""Text that would act if it were shown raw: markup, escape sequences, HTML. It is shown harmlessly or refused."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest

HOSTILE = {
    "an ANSI colour": "\x1b[31mred\x1b[0m",
    "a window title": "\x1b]0;owned\x07",
    "a cleared screen": "\x1b[2J\x1b[H",
    "a C1 control": "\x9b31mred",
    "a backspace": "safe\x08\x08\x08\x08evil",
    "a carriage return": "safe\revil",
    "text that runs backwards": "\u202egnorw",
}
TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
MARKUP = ["[bold]bold[/bold]", "[/bold]", "[red", "[link=file:///etc]x[/link]", "\\[x]", "[/]"]


def write(**facts: Any) -> str:
    """Write a contingency with these facts besides the necessary ones; JSON can carry any character."""
    held = {"date": "1982-04-02", "attackers": ["Argentina"], "targets": ["United Kingdom"], **facts}
    Path("case.json").write_text(json.dumps(held), encoding="utf-8")
    return "case.json"


def controls(text: str) -> list[str]:
    """Return the control characters of a text."""
    return [char for char in text if unicodedata.category(char) == "Cc" and char != "\n"]


def acts(text: str) -> list[str]:
    """Return what of a text would do more than be seen: controls, and marks that turn its direction."""
    return controls(text) + [char for char in text if char in TURNS]


@pytest.mark.parametrize("command", ["assess", "obligations"])
@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_no_place_name_reaches_the_terminal_raw(command: str, hostile: str, foedus: Any) -> None:
    said = foedus(command, write(place={"name": hostile}))
    assert said.status in {0, 2}
    assert not acts(said.out + said.err)


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_no_title_or_armed_group_reaches_the_terminal_raw(hostile: str, foedus: Any) -> None:
    facts = {"title": hostile, "attackers": [hostile], "non_state": {"name": hostile}}
    said = foedus("assess", write(**facts))
    assert said.status in {0, 2}
    assert not acts(said.out + said.err)


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_no_message_carries_it_either(hostile: str, foedus: Any, assert_refused: Any) -> None:
    assert_refused(foedus("assess", write(attackers=[hostile])), ["attackers[0]"])
    assert_refused(foedus("assess", write(**{hostile: 1})), ["control characters"])
    assert_refused(foedus("state", "show", hostile), ["no actor is called"])
    assert_refused(foedus("treaty", "show", hostile), ["no treaty has the id"])


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE)
def test_json_carries_it_escaped_or_not_at_all(hostile: str, foedus: Any) -> None:
    said = foedus("assess", write(title=hostile), "--json")
    assert said.status in {0, 2}
    assert not controls(said.out)


@pytest.mark.parametrize("markup", MARKUP)
def test_square_brackets_are_text_and_not_markup(markup: str, foedus: Any) -> None:
    facts = {"attackers": [markup], "non_state": {"name": markup}, "place": {"name": markup}}
    said = foedus("assess", write(**facts))
    assert said.status == 0, said.err
    assert said.out.count(markup) >= 2


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "{{7*7}}", "'; DROP TABLE x; --", "%s%n", "${HOME}"])
def test_html_and_other_languages_are_printed_as_they_are(text: str, foedus: Any) -> None:
    said = foedus("assess", write(place={"name": text}, title=text))
    assert said.status == 0
    assert text in said.out


def test_a_casebook_shows_names_and_markup_harmlessly(foedus: Any) -> None:
    case = {
        "id": "a[/]",
        "title": "\x1b[31m",
        "date": "1982-04-02",
        "attackers": ["Argentina"],
        "targets": ["Chile"],
        "expected": [{"state": "Chile", "treaty": "no[/]\x1b[31m", "obligation": "defend"}],
    }
    Path("cb.json").write_text(json.dumps({"cases": [case]}), encoding="utf-8")
    said = foedus("casebook", "cb.json")
    assert said.status in {1, 2}
    assert not acts(said.out + said.err)
