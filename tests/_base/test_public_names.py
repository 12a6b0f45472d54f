"""The public names: few, sorted, documented; and nothing public in the source without a docstring."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import foedus

SOURCE = Path(foedus.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def test_public_names_are_sorted() -> None:
    assert foedus.__all__ == sorted(foedus.__all__)


def test_dir_lists_the_public_names() -> None:
    assert dir(foedus) == foedus.__all__


@pytest.mark.parametrize("name", foedus.__all__)
def test_a_public_name_resolves(name: str) -> None:
    assert getattr(foedus, name) is not None


@pytest.mark.parametrize("name", [name for name in foedus.__all__ if name != "__version__"])
def test_a_public_name_is_documented(name: str) -> None:
    assert inspect.getdoc(getattr(foedus, name))


def test_a_name_that_does_not_exist_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        foedus.nonsense  # noqa: B018 - the look-up is the test


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import sys, foedus; print(*{'pydantic', 'yaml', 'rich', 'typer'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def public(body: list[ast.stmt], prefix: str = "") -> list[tuple[str, Definition]]:
    """Return the public functions and classes of a body, methods among them."""
    found: list[tuple[str, Definition]] = []
    for node in body:
        if isinstance(node, Definition) and not node.name.startswith("_"):
            found.append((prefix + node.name, node))
            if isinstance(node, ast.ClassDef):
                found += public(node.body, f"{prefix}{node.name}.")
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_everything_public_in_a_module_has_a_docstring(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    undocumented = [name for name, node in public(tree.body) if not ast.get_docstring(node)]
    assert (bool(ast.get_docstring(tree)), undocumented) == (True, [])
