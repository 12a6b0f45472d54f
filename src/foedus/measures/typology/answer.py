"""An answer to one question of the typology, with what decides it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from foedus.domain.treaty import Clause, Treaty

_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Answer:
    """What a treaty is in one respect.

    Attributes
    ----------
    value : bool, int, float, str or None
        None is not known.
    because : str
        The article, field or data that decide it, or what is missing.
    """

    value: bool | int | float | str | None
    because: str


def cited(clauses: Iterable[Clause], treaty: Treaty) -> str:
    """Return the articles of some clauses, each once, in the order of the file."""
    held = dict.fromkeys(_place(clause, treaty) for clause in clauses)
    shown = list(held)[:_SHOWN]
    rest = len(held) - len(shown)
    return ", ".join(shown) + (f" and {rest} more" if rest else "")


def _place(clause: Clause, treaty: Treaty) -> str:
    instrument = treaty.instrument_of[clause.instrument]
    own = len(treaty.instruments) > 1 and instrument.id != treaty.instruments[0].id
    return f"art. {clause.article}" + (f" of {instrument.title}" if own else "")
