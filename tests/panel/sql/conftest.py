"""A question put to the embedded register and a store of short made-up files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from foedus.panel.sql.database import Limits
from foedus.panel.sql.query import Answer, ask
from foedus.register.register import Register
from foedus.sources.store import Store

Ask = Callable[..., Answer]


@pytest.fixture(scope="session")
def asked(register: Register, small: Store) -> Ask:
    """Return what puts a question."""

    def put(query: str, **limits: Any) -> Answer:
        return ask(query, limits=Limits(**limits), register=register, store=small)

    return put


@pytest.fixture(scope="session")
def cells(asked: Ask) -> Callable[[str], list[tuple[Any, ...]]]:
    """Return what puts a question and gives the rows."""
    return lambda query: asked(query).frame.rows()
