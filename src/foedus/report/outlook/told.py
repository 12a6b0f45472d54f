"""What is said of an outlook, whatever it is said on: sections of lines, some with a table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from foedus.assessment.unknown import Unknown
from foedus.obligations.answer import Answers
from foedus.register.register import Register

Tone = Literal["head", "plain", "quiet", "warning", "unknown"]
Part = Literal[
    "responses", "balance", "coalitions", "escalation", "deterrence", "decisions", "unknown_facts", "deciders"
]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence; `tone` says how loud."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, as written."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A section: its title, a table if it has one, and what is said under it."""

    part: Part
    title: str
    lines: tuple[Line, ...]
    grid: Grid | None = None


@dataclass(frozen=True, slots=True)
class Namer:
    """Names of actors on the day of an event, and of treaties."""

    register: Register
    answers: Answers
    event: str

    def state(self, actor: str) -> str:
        """Return the name of an actor."""
        return str(self.answers.actor(actor, self.event)["name"])

    def states(self, actors: Iterable[str]) -> str:
        """Return several names in a row, sorted."""
        return ", ".join(sorted(map(self.state, actors)))

    def treaty(self, treaty: str) -> str:
        """Return the name of a treaty."""
        return self.register.treaties[treaty].name


def why(unknown: Unknown) -> str:
    """Return the reason, with what would bring the answer."""
    return f"{unknown.reason} ({unknown.remedy})" if unknown.remedy else unknown.reason
