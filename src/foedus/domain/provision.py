"""What a treaty provides beside its pledges: how long it runs, and organs, bases, aid and the like.

Three answers are kept apart throughout: the text provides it, the text does not, and it is not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedus._base.dates import ALWAYS, Day, Spell
from foedus.domain.evidence import Evidence
from foedus.domain.group import Group
from foedus.domain.vocabulary import Denunciation, FirstTerm, ProvisionKind, Renewal


@dataclass(frozen=True, slots=True)
class Duration:
    """How long the treaty runs by its own text. None is not known; ``not_stated``: the text is silent.

    Attributes
    ----------
    first_term : {"years", "until", "indefinite", "not_stated"} or None
        What sets the first term: a number of years, an event, no limit.
    years : float or None
        The first term in years.
    until : str
        The event that ends the first term.
    renewed_for : float, "indefinite" or None
        Years of each renewal; ``indefinite`` where it then runs on until it is denounced.
    notice_months : float, "not_stated" or None
        Months from a denunciation, or a withdrawal, to its effect.
    """

    evidence: Evidence
    first_term: FirstTerm | None = None
    years: float | None = None
    until: str = ""
    renewal: Renewal | None = None
    renewed_for: float | Literal["indefinite"] | None = None
    denunciation: Denunciation | None = None
    notice_months: float | Literal["not_stated"] | None = None
    article: str = ""
    instrument: str = ""
    note: str = ""

    @property
    def is_limited(self) -> bool | None:
        """Whether the text sets a first term that ends."""
        return None if self.first_term is None else self.first_term in {"years", "until"}

    @property
    def renews_itself(self) -> bool | None:
        """Whether it goes on after a term unless somebody acts; False too where the text is silent."""
        return None if self.renewal is None else self.renewal == "automatic"

    @property
    def may_be_denounced(self) -> bool | None:
        """Whether the text lets a party go by notice, if only at the end of a term; False too where it is silent."""
        return None if self.denunciation is None else self.denunciation not in {"excluded", "not_stated"}


@dataclass(frozen=True, slots=True)
class Provision:
    """One thing the treaty provides.

    Attributes
    ----------
    of, to : Group or None
        Who gives it, and to whom; None where the text binds all alike, or it does not matter.
    evidence : Evidence
        Its own, or that of the whole list.
    """

    kind: ProvisionKind
    summary: str
    evidence: Evidence
    article: str = ""
    instrument: str = ""
    of: Group | None = None
    to: Group | None = None
    spell: Spell = ALWAYS


@dataclass(frozen=True, slots=True)
class Provisions:
    """What is known of a treaty's provisions.

    Attributes
    ----------
    complete : bool
        Whether a kind that is not listed is known to be absent from the text.
    absent : frozenset of str
        Kinds known to be absent although the list is not complete.
    """

    complete: bool
    evidence: Evidence
    items: tuple[Provision, ...] = ()
    absent: frozenset[ProvisionKind] = frozenset()

    def of_kind(self, kind: ProvisionKind) -> tuple[Provision, ...]:
        """Return the provisions of a kind, in the order of the file."""
        return tuple(item for item in self.items if item.kind == kind)

    def provides(self, kind: ProvisionKind, on: Day | None = None) -> bool | None:
        """Whether the text provides it, at any time or on a day; None is not known.

        A provision whose dates leave the day open leaves the answer open.
        """
        spells = [item.spell for item in self.of_kind(kind)]
        if any(on is None or spell.surely(on) for spell in spells):
            return True
        if any(on is not None and spell.possibly(on) for spell in spells):
            return None
        return False if self.complete or kind in self.absent else None
