"""Contingencies by a few words, and what may come of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import foedus as package
from foedus import Register, assess, read_contingency, read_file
from foedus._base.documents import Document
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.outlook import Outlook, outlooks
from foedus.register.suppose import suppose

EXAMPLES = Path(package.__file__).parent / "examples"
Ahead = Callable[..., Outlook]


@pytest.fixture
def ahead(register: Register) -> Ahead:
    """Return what may come of a contingency: a bundled one by its name, or one in words."""

    def look(case: str | dict[str, Any], supposed: list[dict[str, str]] | None = None, **assumed: float) -> Outlook:
        held = suppose(Document("suppositions", supposed), register) if supposed else register
        document = read_file(EXAMPLES / f"{case}.yaml") if isinstance(case, str) else Document("case", case)
        contingency = read_contingency(document, held).contingency
        (outlook,) = outlooks(held, assess(held, contingency), Assumptions(**assumed))
        return outlook

    return look
