"""Which pledges a treaty holds, and what they wait for.

Pledges and conditions are those of `foedus.measures.concordance.coding`. Here a condition counts for any pledge and not
for defence alone, and there is one more: that an organ, or a body or state named for it, has decided.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from foedus.domain.condition import FindingOf
from foedus.domain.treaty import Clause, Treaty
from foedus.measures.concordance.coding import PLEDGES, leaves, limits, pledged
from foedus.measures.typology.answer import Answer, cited

CONDITIONS: Mapping[str, str] = MappingProxyType(
    {
        "adversary": "def_adversary",
        "place": "def_location",
        "war_under_way": "def_conflict",
        "number": "def_number",
        "provocation": "def_provocation",
        "request": "def_request",
        "demand": "def_demand",
    }
)
"""The conditions, and the variable of the codings that each is."""
DECISION = "decision"


def pledges(treaty: Treaty) -> dict[str, Answer]:
    """Return, for each kind of pledge, whether the treaty holds it; unknown if it may stand in articles not read."""
    return {name: _pledge(treaty, name) for name in PLEDGES}


def _pledge(treaty: Treaty, name: str) -> Answer:
    if clauses := pledged(treaty, name):
        return Answer(True, f"{cited(clauses, treaty)} ({_strengths(clauses)})")
    if PLEDGES[name] in treaty.unread:
        return Answer(None, "it may stand in articles that nobody has read")
    return Answer(False, "no clause on record")


def conditions(treaty: Treaty) -> dict[str, Answer]:
    """Return whether any pledge depends on each kind of condition, and whether on any; unknown without a pledge."""
    held = [clause for name in PLEDGES for clause in pledged(treaty, name)]
    names = (*CONDITIONS, DECISION)
    if not held:
        return dict.fromkeys(("conditional", *map(named, names)), Answer(None, "no pledge on record"))
    waiting = {name: [clause for clause in held if name in conditions_of(clause)] for name in names}
    found = {named(name): _answer(clauses, treaty) for name, clauses in waiting.items()}
    some = [clause for clause in held if conditions_of(clause)]
    return {"conditional": _answer(some, treaty), **found}


def named(condition: str) -> str:
    """Return what the typology calls the question about a condition."""
    return f"condition_{condition}"


def conditions_of(clause: Clause) -> frozenset[str]:
    """Return the conditions of a clause."""
    limited = limits(clause)
    found = {name for name, variable in CONDITIONS.items() if variable in limited}
    if clause.strength == "collective_decision" or any(_is_decision(leaf) for leaf in leaves(clause)):
        found.add(DECISION)
    return frozenset(found)


def _is_decision(condition: object) -> bool:
    """Whether something waits for what a body or a named state finds."""
    if not isinstance(condition, FindingOf):
        return False
    by = condition.finding.by
    return by == "organ" or not isinstance(by, str)


def _answer(clauses: list[Clause], treaty: Treaty) -> Answer:
    return Answer(bool(clauses), cited(clauses, treaty) or "in no clause")


def _strengths(clauses: list[Clause]) -> str:
    return ", ".join(dict.fromkeys(clause.strength.replace("_", " ") for clause in clauses))
