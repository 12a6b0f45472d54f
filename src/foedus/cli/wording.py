"""Words of the report, made safe for a terminal's markup."""

from __future__ import annotations

from rich.markup import escape

from foedus.domain.evidence import Evidence
from foedus.domain.group import Group
from foedus.register.register import Register
from foedus.report import wording


def known_words(evidence: Evidence) -> str:
    """Return how a statement is known, and the place in the source."""
    return escape(wording.known_words(evidence))


def group_words(group: Group, register: Register) -> str:
    """Return who belongs to a group."""
    return escape(wording.group_words(group, register))
