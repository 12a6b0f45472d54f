"""How each kind of pledge is drawn, the same in every picture: a colour, a letter, and a word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from foedus.domain.treaty import Treaty
from foedus.panel.pledges import PLEDGES, Pledge, pledge_of
from foedus.report.charts.matrix import Look

WORDS: Mapping[Pledge, str] = MappingProxyType(
    {
        "defense": "defence",
        "offense": "offence",
        "neutrality": "neutrality",
        "nonaggression": "non-aggression",
        "consultation": "consultation",
    }
)
OTHER = "no such pledge"
"""What a treaty is called that holds none of them: a guarantee of facilities, a right to act."""

LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        "defence": ("#0b4f8a", "D"),
        "offence": ("#d55e00", "O"),
        "neutrality": ("#e8b23a", "N"),
        "non-aggression": ("#6aa5d1", "A"),
        "consultation": ("#d4c9dc", "C"),
        OTHER: ("#e3e6e9", "–"),
    }
)
"""By the word; from the strongest pledge to none, the stronger the darker, but for offence."""


def strongest(pledges: Iterable[Pledge]) -> str:
    """Return the word for the strongest of some pledges."""
    held = set(pledges)
    return next((WORDS[pledge] for pledge in PLEDGES if pledge in held), OTHER)


def strongest_of(treaty: Treaty) -> str:
    """Return the word for the strongest pledge of a treaty."""
    return strongest(pledge for pledge in map(pledge_of, treaty.clauses) if pledge is not None)
