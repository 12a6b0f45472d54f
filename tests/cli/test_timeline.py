"""``foedus treaty timeline``: bars that fit the screen, in plain letters where there is none."""

from __future__ import annotations

from typing import Any

import pytest


def rows(text: str) -> dict[str, str]:
    """Return the bars by treaty."""
    lines = (line.partition(" ") for line in text.splitlines()[1:])
    return {name: rest for name, _, rest in lines}


@pytest.mark.parametrize("width", [40, 80, 120, 300])
def test_bars_fit_the_width(width: int, foedus: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    said = foedus("treaty", "timeline", "--from", "1800")
    assert said.status == 0
    assert max(map(len, said.out.splitlines())) <= width


def test_without_a_terminal_it_is_plain_ascii(foedus: Any) -> None:
    text = foedus("treaty", "timeline").out
    assert text.isascii()
    assert "= law, . dormant or dead letter, ? date in doubt" in " ".join(text.split())


def test_a_year_is_a_column_where_there_is_room(foedus: Any) -> None:
    text = foedus("treaty", "timeline", "--state", "Italy", "--from", "1880", "--to", "1920").out
    assert "a column" not in text
    assert rows(text)["triple-alliance"].count("=") == 1915 - 1882 + 1
    assert text.splitlines()[0].split()[0] == "1880"


def test_years_without_a_treaty_are_not_called_empty(foedus: Any) -> None:
    said = foedus("treaty", "timeline", "--to", "1200")
    assert said.status == 0
    assert "Not covered is not empty." in " ".join(said.out.split())


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["--from", "2000", "--to", "1990"], "--from: the first year (2000) comes after the last (1990)"),
        (["--to", "99999"], "--to: 99999 lies outside the years covered"),
        (["--obligation", "fight"], "--obligation: 'fight' is no kind of duty"),
        (["--state", "Atlantis"], "no actor is called 'Atlantis'"),
        (["--from", "soon"], "valid integer"),
    ],
)
def test_bad_input_is_told(words: list[str], what: str, foedus: Any) -> None:
    said = foedus("treaty", "timeline", *words)
    assert (said.status, said.out) == (2, "")
    assert what in said.err
