"""A treaty file that is wrong is refused by `foedus register check`: file, line, field and reason, status 1."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
MADE_UP = (HERE / "treaty.yaml").read_text(encoding="utf-8")
CASES = yaml.safe_load((HERE / "treaties.yaml").read_text(encoding="utf-8"))
STEPS = "act", "place", "adversary", "procedure"


def test_the_unchanged_treaty_has_no_fault(foedus: Any) -> None:
    Path("mine.yaml").write_text(MADE_UP, encoding="utf-8")
    said = foedus("register", "check", "mine.yaml")
    assert (said.status, said.err) == (0, "")
    assert "1 treaty files, 0 faults" in said.out


@pytest.mark.parametrize("case", CASES, ids=[case["id"].replace(" ", "-") for case in CASES])
def test_one_wrong_place_is_found(case: dict[str, Any], foedus: Any, assert_refused: Any) -> None:
    assert case["instead_of"] in MADE_UP
    Path("mine.yaml").write_text(MADE_UP.replace(case["instead_of"], case["put"], 1), encoding="utf-8")
    said = foedus("register", "check", "mine.yaml")
    assert_refused(said, [f"mine.yaml{word}" if word.startswith(":") else word for word in case["says"]], 1)
    assert "1 treaty files, 0 faults" not in said.out


def test_faults_of_all_files_are_gathered_and_a_sound_file_has_none(foedus: Any) -> None:
    Path("sound.yaml").write_text(MADE_UP, encoding="utf-8")
    Path("broken.yaml").write_text("id: [", encoding="utf-8")
    Path("wrong.yaml").write_text(MADE_UP.replace("Russia", "Atlantis"), encoding="utf-8")
    said = foedus("register", "check", "broken.yaml", "sound.yaml", "wrong.yaml", "missing.yaml")
    assert said.status == 1
    assert "4 treaty files, 3 faults" in said.out
    assert "sound.yaml" not in said.err
    assert all(name in said.err for name in ("broken.yaml:", "wrong.yaml:18", "missing.yaml"))


def test_two_files_with_one_id_are_both_named(foedus: Any, assert_refused: Any) -> None:
    Path("one.yaml").write_text(MADE_UP, encoding="utf-8")
    Path("two.yaml").write_text(MADE_UP, encoding="utf-8")
    said = foedus("register", "check", "one.yaml", "two.yaml")
    assert_refused(said, ["two.yaml:2: id", "'made-up-1900'", "one.yaml"], 1)


def test_a_file_of_the_register_is_not_its_own_double(foedus: Any) -> None:
    import foedus as package  # noqa: PLC0415 - the fixture has taken the name

    path = Path(package.__file__).parent / "register/data/treaties/c20/nato.yaml"
    assert foedus("register", "check", str(path)).status == 0


@pytest.mark.parametrize("text", ["[bold]x[/bold]", "<b>x</b>", "[/]"])
def test_markup_in_a_treaty_is_only_text(text: str, foedus: Any) -> None:
    Path("mine.yaml").write_text(MADE_UP.replace("Made-up Treaty of Testing", f'"{text}"'), encoding="utf-8")
    assert foedus("register", "check", "mine.yaml").status == 0


@pytest.mark.parametrize("step", STEPS)
def test_a_step_left_empty_is_a_step_left_out(step: str, foedus: Any) -> None:
    line = next(line for line in MADE_UP.splitlines() if line.startswith(f"    {step}:"))
    Path("mine.yaml").write_text(MADE_UP.replace(line, f"    {step}:"), encoding="utf-8")
    said = foedus("register", "check", "mine.yaml")
    assert (said.status, said.err) == (0, "")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("kind", ["all", "any", "not"])
def test_conditions_nested_too_deeply_are_refused(step: str, kind: str, foedus: Any, assert_refused: Any) -> None:
    tree = "{act: [cyber]}"
    for _ in range(60):
        tree = f"{{{kind}: {tree if kind == 'not' else f'[{tree}]'}}}"
    line = next(line for line in MADE_UP.splitlines() if line.startswith(f"    {step}:"))
    Path("mine.yaml").write_text(MADE_UP.replace(line, f"    {step}: [{tree}]"), encoding="utf-8")
    assert_refused(foedus("register", "check", "mine.yaml"), ["mine.yaml:", "deeply", "40 levels"], 1)
