"""``foedus register new``: by questions on a terminal, by flags in a script."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

FLAGS = {
    "--name": ["Pact of Balkan Understanding"],
    "--signed": ["1934-02-09"],
    "--party": ["Greece", "Turkey"],
    "--obligation": ["defend", "consult"],
    "--article": ["1"],
    "--summary": ["They guarantee their frontiers."],
    "--folder": ["here"],
}


class Terminal(io.StringIO):
    """Somebody who types these lines."""

    def isatty(self) -> bool:
        """Whether somebody is there."""
        return True


def words(flags: dict[str, list[str]]) -> list[str]:
    return [word for flag, values in flags.items() for value in values for word in (flag, value)]


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that has somebody type lines."""
    return lambda *lines: monkeypatch.setattr("sys.stdin", Terminal("\n".join(lines) + "\n"))


def test_flags_alone_write_a_sound_file_and_say_what_is_next(foedus: Any, tmp_path: Path) -> None:
    said = foedus("register", "new", *words(FLAGS))
    assert (said.status, said.err) == (0, "")
    path = Path("here/pact-balkan-understanding-1934.yaml")
    assert said.out.startswith(f"written: {path}\n")
    assert f"foedus register check {path}" in said.out
    assert (tmp_path / path).exists()
    assert foedus("register", "check", str(path)).status == 0


def test_questions_are_put_until_the_answer_is_valid(foedus: Any, typing: Any, tmp_path: Path) -> None:
    dates = ("1938-13-01", "1938-01-01", "")
    parties = ("Grease", "Greece", "Greece", "Turkey", "")
    typing("Two Powers", *dates, *parties, "", "defnd", "defend", "", "2", "Mutual help", "")
    said = foedus("register", "new")
    assert said.status == 0
    for complaint in ("has no month 13", "no actor is called 'Grease'", "'defnd' is no kind of duty"):
        assert complaint in said.err
    text = (tmp_path / "two-powers-1938.yaml").read_text(encoding="utf-8")
    assert "states: [Greece, Turkey]" in text
    assert "in_force: unknown" in text


def test_only_what_no_flag_gives_is_asked(foedus: Any, typing: Any) -> None:
    typing("", "", "They guarantee their frontiers.")
    said = foedus("register", "new", *words({key: FLAGS[key] for key in FLAGS if key != "--summary"}))
    assert said.status == 0
    assert "Title" not in said.err


def test_an_interrupted_form_writes_nothing(foedus: Any, typing: Any, tmp_path: Path) -> None:
    typing("Two Powers")
    assert foedus("register", "new").status == 130
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("flag", ["--name", "--signed", "--party", "--obligation", "--article", "--summary"])
def test_without_a_terminal_a_missing_answer_is_told(flag: str, foedus: Any, tmp_path: Path) -> None:
    said = foedus("register", "new", *words({key: FLAGS[key] for key in FLAGS if key != flag}))
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith(f"error: {flag}: this answer is missing")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("flag", "values", "what"),
    [
        ("--signed", ["1934-02-30"], "is not a day of the Gregorian calendar"),
        ("--in-force", ["1933"], "before it was signed"),
        ("--party", ["Greece", "Hellas and friends"], "no actor is called"),
        ("--party", ["Greece", "GRC"], "1 is too few"),
        ("--id", ["nato"], "belongs to North Atlantic Treaty"),
        ("--id", ["../x"], "has the wrong form"),
        ("--obligation", ["help"], "is no kind of duty"),
        ("--article", ["1", "2", "3"], "3 articles for 2 duties"),
        ("--summary", [" "], "nothing is said"),
    ],
)
def test_a_flag_that_cannot_stand_is_refused(
    flag: str, values: list[str], what: str, foedus: Any, tmp_path: Path
) -> None:
    said = foedus("register", "new", *words({**FLAGS, flag: values}))
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith(f"error: {flag}: ")
    assert what in said.err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_not_written_over(foedus: Any) -> None:
    foedus("register", "new", *words(FLAGS))
    said = foedus("register", "new", *words(FLAGS))
    assert said.status == 2
    assert "the file is there already" in said.err
