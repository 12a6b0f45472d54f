"""The worked examples of docs/encoding.md pass the register's own checks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from foedus.register.check import check_treaty
from foedus.register.compiled import load_register
from foedus.register.files import read_treaty

GUIDE = Path(__file__).parents[2] / "docs" / "encoding.md"
EXAMPLES = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("text", EXAMPLES, ids=[text.split("\n", 1)[0] for text in EXAMPLES])
def test_a_worked_example_has_no_fault(text: str, tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(text, encoding="utf-8")
    register = load_register()
    assert list(check_treaty(read_treaty(path, register.actors), register)) == []


def test_there_are_five_from_simple_to_hard() -> None:
    assert len(EXAMPLES) == 5
