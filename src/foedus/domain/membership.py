"""Who belongs to something, spell by spell: named states, or whoever a treaty binds on the day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from foedus._base.dates import ALWAYS, Day, Spell
from foedus.domain.evidence import Evidence
from foedus.domain.treaty import Source

Part = Literal["full", "lead", "partial", "without_forces", "observer", "associate", "suspended", "outside"]
"""How a state takes part; ``outside`` and ``suspended`` are places kept empty, on purpose or by others."""

ABSENT: frozenset[Part] = frozenset({"outside", "suspended"})


@dataclass(frozen=True, slots=True)
class Heading:
    """What one file of the register is about, and the sources its statements cite.

    Attributes
    ----------
    kind : str
        The folder it lies in: ``organs``, ``structures``, ``nuclear`` or ``stationed``.
    treaties : tuple of str
        The treaties of the register it rests on.
    agreement : str
        The instrument by its name, where the register holds no treaty for it.
    """

    id: str
    name: str
    kind: str = ""
    treaties: tuple[str, ...] = ()
    agreement: str = ""
    sources: tuple[Source, ...] = ()
    note: str = ""

    @property
    def file(self) -> str:
        """The file's name within the register, such as ``organs/nato``."""
        return f"{self.kind}/{self.id}" if self.kind else self.id


@dataclass(frozen=True, slots=True)
class Membership:
    """States that take part in one way for one spell.

    Attributes
    ----------
    states : tuple of str
        By id; empty where `parties_of` speaks.
    parties_of : str
        A treaty whose parties of the day are meant, less those in `excepted`.
    """

    evidence: Evidence
    states: tuple[str, ...] = ()
    parties_of: str = ""
    excepted: tuple[str, ...] = ()
    part: Part = "full"
    spell: Spell = ALWAYS
    note: str = ""


Parties = Callable[[str, Day], Iterable[str]]
"""The states a treaty binds on a day, by the treaty's id."""


def members_on(memberships: Sequence[Membership], day: Day, parties: Parties) -> dict[str, Membership]:
    """Return who takes part on a day, each with the statement that says so.

    A state that is named stands as named, whatever the parties of a treaty do; of two spells that only may hold on
    the day, for their dates are known to the month or year, the later one is taken.
    """
    held = [one for one in memberships if one.spell.possibly(day)]
    held.sort(key=lambda one: (one.spell.surely(day), one.spell.start.first if one.spell.start else 0))
    members: dict[str, Membership] = {}
    for one in held:
        if one.parties_of:
            members.update(dict.fromkeys((s for s in parties(one.parties_of, day) if s not in one.excepted), one))
    for one in held:
        members.update(dict.fromkeys(one.states, one))
    return members


def present_on(memberships: Sequence[Membership], day: Day, parties: Parties) -> dict[str, Membership]:
    """Return who takes part on a day, without the places kept empty."""
    return {state: one for state, one in members_on(memberships, day, parties).items() if one.part not in ABSENT}
