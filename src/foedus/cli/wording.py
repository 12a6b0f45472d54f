"""Parts of a treaty in words: groups of parties, and how something is known."""

from __future__ import annotations

from rich.markup import escape

from foedus.domain.evidence import Evidence
from foedus.domain.group import Group
from foedus.register.register import Register

KNOWN = {
    "text": "read in the text",
    "secondary": "from a secondary work",
    "knowledge": "from memory, not looked up",
}


def known_words(evidence: Evidence) -> str:
    """Return how a statement is known, and the place in the source."""
    return KNOWN[evidence.verified] + (f" ({escape(evidence.locator)})" if evidence.locator else "")


def group_words(group: Group, register: Register) -> str:
    """Return who belongs to a group."""
    if group.anyone:
        return "all the world"
    names = [register.actors[state].names[-1].text for state in group.states]
    words = [*(f"each {role.replace('_', ' ')}" for role in group.roles), *sorted(names)]
    without = [register.actors[state].names[-1].text for state in group.excepted]
    return escape(", ".join(words) + (f", but not {', '.join(without)}" if without else ""))
