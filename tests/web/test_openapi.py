"""The OpenAPI document is true: whatever it allows to be asked is answered as it says (Schemathesis)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import load_all_checks, not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

EXAMPLES = 20
"""For each operation, of what the document allows; and again of what it does not, where it has fields."""
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
    unsupported_method,
]
PATIENCE = 120.0
"""Seconds that an answer may take on a busy machine."""
KNOWN = {
    "/treaties/{treaty}.json": "nato",
    "/states/{state}.json": "france",
    "/measures/{name}.json": "cinc",
    "/data/sets/{name}.json": "nmc",
    "/data/tables/{name}.json": "treaties",
    "/casebook/{case}.json": "1956-10-29-suez",
}
"""Names that answer to something; a made-up one hardly ever does."""


@pytest.mark.slow
def test_every_operation_answers_as_it_is_described(port: int) -> None:
    load_all_checks()
    schema = schemathesis.openapi.from_url(f"http://127.0.0.1:{port}/openapi.json")
    results = list(schema.get_all_operations())
    operations = [one.ok() for one in results if isinstance(one, Ok)]
    assert len(operations) == len(results)
    wrong = [f"{one.label}: {error!r}"[:3000] for one in operations for error in _failures(one)]
    assert not wrong, "\n\n".join(wrong)


def _failures(operation: Any) -> Iterator[BaseException]:
    strategies = [operation.as_strategy(generation_mode=GenerationMode.POSITIVE)]
    if any(True for _ in operation.query) or operation.body:
        strategies.append(operation.as_strategy(generation_mode=GenerationMode.NEGATIVE))
    for strategy in strategies:

        @seed(1)
        @settings(
            max_examples=EXAMPLES,
            phases=[Phase.generate],
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(strategy, st.booleans())
        def is_as_described(case: Any, known: bool) -> None:
            if known and operation.path in KNOWN:
                case.path_parameters = dict.fromkeys(case.path_parameters, KNOWN[operation.path])
            case.validate_response(case.call(timeout=PATIENCE), checks=CHECKS)

        try:
            is_as_described()
        except (FailureGroup, Exception) as error:  # noqa: BLE001 - every operation is looked at before any is told
            yield error
