"""Compile the register into the wheel: an installed Foedus reads no YAML to start."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COMPILED = "src/foedus/register/data/_compiled/register.jsonl"
ARRANGEMENTS = "src/foedus/register/data/_compiled/arrangements.jsonl"


class CompileRegister(BuildHookInterface[Any]):
    """The step before a wheel is packed; an editable installation reads its own YAML."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the register and add the file to what is packed."""
        if version == "editable":
            return
        target = Path(self.root, COMPILED)
        self.app.display_info(f"compiling the register into {COMPILED}")
        self._build(target)
        build_data["artifacts"] += [f"/{COMPILED}", f"/{ARRANGEMENTS}"]

    def clean(self, versions: list[str]) -> None:  # noqa: ARG002 - the interface's signature
        """Remove the compiled register."""
        for compiled in (COMPILED, ARRANGEMENTS):
            Path(self.root, compiled).unlink(missing_ok=True)

    def _build(self, target: Path) -> None:
        source = str(Path(self.root, "src"))
        sys.path.insert(0, source)
        try:
            from foedus.register.arrangements import build_arrangements  # noqa: PLC0415 - importable only from here on
            from foedus.register.compiled import build, from_compiled  # noqa: PLC0415

            build_arrangements(from_compiled(build(target)), Path(self.root, ARRANGEMENTS))
        finally:
            sys.path.remove(source)
