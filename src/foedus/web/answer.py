"""What a piece of work gives back: the bytes of an answer with their kind, or the faults it found.

It crosses from a worker's process to the site's, so that it holds plain values only.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from foedus._base.errors import AmbiguousName, BadInput, DataMissing, ExtraMissing, Fault, FoedusError, UnknownName

HTML = "text/html; charset=utf-8"
JSON = "application/json"
SVG = "image/svg+xml"
CSV = "text/csv; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes of an answer.

    Attributes
    ----------
    kind : str
        The media type.
    filename : str
        What a browser is to save it as; empty where it is shown.
    """

    body: bytes
    kind: str = HTML
    status: int = 200
    filename: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no answer."""

    status: int
    faults: tuple[Fault, ...]


STATUSES: tuple[tuple[type[FoedusError], int], ...] = (
    (UnknownName, 404),
    (AmbiguousName, 400),
    (BadInput, 400),
    (DataMissing, 404),
    (ExtraMissing, 501),
)
"""The status of each kind of error, the most specific first."""


def refusal_of(error: FoedusError) -> Refusal:
    """Return what an error of the project is on the web."""
    status = next((number for kind, number in STATUSES if isinstance(error, kind)), 500)
    return Refusal(status, error.faults)


def json_answer(content: Any, *, filename: str = "") -> Answer:
    """Return a JSON answer."""
    text = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)
    return Answer(text.encode(errors="backslashreplace"), JSON, filename=filename)
