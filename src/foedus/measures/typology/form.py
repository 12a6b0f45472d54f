"""Formal or ad hoc, and how many take part.

``formal``
    An instrument whose character creates legal duties.
``declaratory``
    One that does not: a political declaration, a domestic law, a draft.
``ad_hoc``
    A coalition of states joined for one operation; ``standing`` where an alliance, an organisation or a force set up
    by treaty carried it.
"""

from __future__ import annotations

from foedus.domain.operation import Operation
from foedus.domain.treaty import Treaty
from foedus.measures.typology.answer import Answer
from foedus.measures.typology.on_day import members


def form(treaty: Treaty) -> Answer:
    """Return whether an instrument is formal or declaratory."""
    return Answer("formal" if treaty.binds else "declaratory", f"character: {_said(treaty.character)}")


def form_of_operation(operation: Operation) -> Answer:
    """Return whether a coalition was ad hoc or standing."""
    because = f"kind: {_said(operation.kind)}"
    if operation.alliances:
        because += f", within {', '.join(operation.alliances)}"
    return Answer("ad_hoc" if operation.kind == "ad_hoc_coalition" else "standing", because)


def membership(treaty: Treaty) -> Answer:
    """Return whether a treaty binds one state, two or more."""
    return counted(len(members(treaty)), "parties bound")


def counted(number: int, what: str) -> Answer:
    """Return what so many members make."""
    words = {0: None, 1: "unilateral", 2: "bilateral"}
    return Answer(words.get(number, "multilateral"), f"{number} {what}")


def _said(word: str) -> str:
    return word.replace("_", " ")
