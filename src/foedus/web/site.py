"""The sections of the site, in the order of its menu."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the site."""

    title: str
    path: str
    summary: str


SECTIONS: tuple[Section, ...] = (
    Section("What if?", "/what-if", "State a contingency; see who must act, who may, and whether it would be enough."),
    Section("NATO", "/nato", "Parties, articles, structures, guarantees, and where they end."),
    Section("Treaties", "/treaties", "Every treaty, clause by clause, with how each is known."),
    Section("States", "/states", "Who is bound to whom on a day, and what they can bring."),
    Section("World", "/world", "The alliances of a year on a map and as a network."),
    Section("Measures", "/measures", "What can be counted, with a picture of each."),
    Section("Data", "/data", "Tables to ask in SQL and to take away, with their sources."),
    Section("Casebook", "/casebook", "Worked cases, and what the engine says to them."),
)
