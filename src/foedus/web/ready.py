"""Answers ready to be sent: packed, and with the mark by which a browser knows what it has already."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from typing import Any

from foedus.web.answer import Answer
from foedus.web.workers import Work

LEAST_PACKED = 1500
"""Bytes; a shorter body gains nothing."""
LEVEL = 5
PACKED_KINDS = ("text/", "application/json", "image/svg")


@dataclass(frozen=True, slots=True)
class Ready:
    """An answer with what is worked out once for all who ask.

    Attributes
    ----------
    tag : str
        The mark of its body, in quotes.
    packed : bytes
        The body in gzip; empty where that gains nothing.
    """

    answer: Answer
    tag: str
    packed: bytes

    @property
    def size(self) -> int:
        """How much room it takes, in bytes."""
        return len(self.answer.body) + len(self.packed)


def ready(answer: Answer) -> Ready:
    """Return an answer ready to be sent."""
    body = answer.body
    is_packed = len(body) >= LEAST_PACKED and answer.kind.startswith(PACKED_KINDS)
    packed = gzip.compress(body, LEVEL, mtime=0) if is_packed else b""
    return Ready(answer, f'"{hashlib.sha256(body).hexdigest()[:20]}"', packed)


def made_ready(work: Work, arguments: tuple[Any, ...]) -> Ready:
    """Return what a work gives, ready to be sent: packed where it was made, and not where all requests pass."""
    return ready(work(*arguments))
