"""What a person reads: 80 columns where there is no screen, no trailing spaces, no colour codes, nothing on stderr."""

from __future__ import annotations

from typing import Any

import pytest

from foedus import load_register

FALKLANDS, AUGUST_1914 = "falklands-1982", "august-1914"
ANSWERS = [
    ("demo",),
    ("assess", FALKLANDS),
    ("assess", AUGUST_1914),
    ("compare", FALKLANDS, AUGUST_1914, "--all"),
    ("compare", FALKLANDS, "--law-on-a", "1940-01-01"),
    ("obligations", FALKLANDS),
    ("obligations", AUGUST_1914, "--public-only"),
    ("obligations", AUGUST_1914, "--explain", "Ottoman Empire", "german-ottoman-1914"),
    ("obligations", FALKLANDS, "--explain", "United States", "nato"),
    ("treaty", "list"),
    ("treaty", "list", "--on", "1914-08-01", "--state", "Italy"),
    ("treaty", "timeline"),
    ("treaty", "timeline", "--state", "France", "--from", "1871", "--to", "1914"),
    ("treaty", "show", "nato"),
    ("treaty", "show", "tiar"),
    ("treaty", "show", "us-japan-1960"),
    ("treaty", "show", "triple-alliance", "--on", "1900-01-01"),
    ("state", "list", "--on", "1914-08-01"),
    ("state", "show", "France"),
    ("state", "show", "Prussia", "--on", "1866-06-16"),
    ("register", "check", "--summary"),
    ("schema",),
    ("casebook",),
]


@pytest.fixture(params=ANSWERS, ids=" ".join)
def answer(request: pytest.FixtureRequest, foedus: Any, case: Any) -> str:
    """Return what a command prints."""
    said = foedus(*(case(word) if word in {FALKLANDS, AUGUST_1914} else word for word in request.param))
    assert (said.status, said.err) == (0, "")
    return str(said.out)


def test_every_line_fits_80_columns(answer: str) -> None:
    assert [line for line in answer.splitlines() if len(line) > 80] == []


def test_no_line_ends_in_spaces(answer: str) -> None:
    assert [line for line in answer.splitlines() if line != line.rstrip()] == []


def test_colour_is_for_terminals(answer: str) -> None:
    assert "\x1b" not in answer


def test_markup_and_internal_ids_stay_inside(answer: str) -> None:
    for token in ("[bold]", "[/", "[dim]", "high_seas", "not_due", "economic_aid", "not_stated"):
        assert token not in answer


def test_the_width_of_the_screen_is_used(foedus: Any, case: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "132")
    lines = foedus("assess", case(FALKLANDS)).out.splitlines()
    assert 80 < max(map(len, lines)) <= 132


def test_an_answer_orders_what_is_due_before_what_is_not(foedus: Any, case: Any) -> None:
    text = foedus("assess", case(AUGUST_1914)).out
    headings = ["\nDue\n", "\nContested", "\nNot due, and why\n"]
    assert [heading in text for heading in headings] == [True, True, True]
    assert sorted(headings, key=text.index) == headings


def test_term_and_provisions_are_told_in_words(foedus: Any) -> None:
    said = " ".join(foedus("treaty", "show", "us-japan-1960").out.split())
    assert (
        "10 years; renewed automatically without limit; may be denounced after the first term; 12 months' notice"
        in said
    )
    assert "Provisions (complete)" in said
    assert (
        "art. VI bases: American forces have the use of facilities and areas in Japan (Japan → United States)" in said
    )


def test_a_treaty_of_which_neither_is_known_has_no_such_headings(foedus: Any) -> None:
    register = load_register()
    unknown = next(one.id for one in register.treaties.values() if not (one.duration or one.provisions))
    out = foedus("treaty", "show", unknown).out
    assert "Duration" not in out
    assert "Provisions" not in out
