"""Treaties: instruments, parties with dated spells, and clauses, the unit of law."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from foedus._base.dates import ALWAYS, Day, Spell
from foedus.domain.area import Area
from foedus.domain.condition import Tree
from foedus.domain.evidence import Evidence
from foedus.domain.group import Group
from foedus.domain.provision import Duration, Provisions
from foedus.domain.vocabulary import (
    Character,
    Effect,
    EndingManner,
    Obligation,
    ProvisionKind,
    Standing,
    Strength,
    VitalityGrade,
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where something is known from."""

    id: str
    title: str
    kind: str
    url: str = ""
    accessed: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Secrecy:
    """Who knew of a secret instrument, and when the world did (None: not published)."""

    known_to: tuple[str, ...]
    published: Day | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """A text of the treaty: main text, protocol, secret annex, convention, interpretation.

    Attributes
    ----------
    spell : Spell
        Its own life where it is narrower than the treaty's.
    articles : mapping of str to str
        Every article with a short summary; empty where the clauses say it all.
    in_force : bool
        False for a text that never came into force.
    """

    id: str
    title: str
    character: Character
    signed: Day | None
    spell: Spell
    articles: Mapping[str, str]
    secret: Secrecy | None = None
    in_force: bool = True


@dataclass(frozen=True, slots=True)
class Party:
    """One state's place in the treaty for one spell.

    Attributes
    ----------
    signed : Day or None
        When it signed or acceded; None where that is not known of one that came in after the treaty was in force.
    bound : Spell or None
        When it was bound; None for one that signed or was invited and never joined.
    """

    state: str
    role: str
    signed: Day | None
    bound: Spell | None
    how_ended: str = ""
    succeeds: str = ""
    note: str = ""

    def may_be_bound_on(self, day: Day) -> bool:
        """Whether some reading of its dates has it bound on a day."""
        return self.bound is not None and self.bound.possibly(day)


@dataclass(frozen=True, slots=True)
class Suspension:
    """The treaty does not run between two groups of its parties for a time."""

    one: tuple[str, ...]
    other: tuple[str, ...]
    spell: Spell
    note: str = ""

    def between(self, state: str, other: str) -> bool:
        """Whether it stands between these two."""
        return (state in self.one and other in self.other) or (other in self.one and state in self.other)


@dataclass(frozen=True, slots=True)
class Ending:
    """A claimed or real end; only a legal one ends the treaty."""

    date: Day
    how: EndingManner
    legal: bool
    by: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Vitality:
    """How alive the treaty was, apart from its legal force."""

    grade: VitalityGrade
    spell: Spell
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reservation:
    """A statement made by a party; its legal effect is written into the clause."""

    by: tuple[str, ...]
    article: str
    date: Day | None
    summary: str


@dataclass(frozen=True, slots=True)
class Steps:
    """The conditions of a clause by step of the evaluation; None is not tested."""

    act: Tree | None = None
    place: Tree | None = None
    adversary: Tree | None = None
    procedure: Tree | None = None


@dataclass(frozen=True, slots=True)
class CarveOut:
    """A carve-out: where it is met there is no duty."""

    when: Tree
    summary: str
    article: str = ""
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One way of reading the clause, held by somebody at some time.

    Attributes
    ----------
    steps : Steps
        The conditions under this reading, whole.
    duty : bool
        Whether there is a duty of the clause's kind at all under this reading.
    """

    id: str
    holders: tuple[str, ...]
    spell: Spell
    summary: str
    steps: Steps
    duty: bool = True


@dataclass(frozen=True, slots=True)
class Contingent:
    """Forces or money fixed by the text."""

    men: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """Who owes what to whom, how strongly, on which trigger."""

    id: str
    article: str
    instrument: str
    obligation: Obligation
    strength: Strength
    owes: Group
    to: Group
    beneficiary_is: tuple[Standing, ...]
    summary: str
    steps: Steps
    evidence: Evidence
    spell: Spell = ALWAYS
    exceptions: tuple[CarveOut, ...] = ()
    readings: tuple[Reading, ...] = ()
    contingent: Contingent | None = None
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True)
class Treaty:
    """An alliance treaty, or another instrument that obliges or licenses its parties.

    Attributes
    ----------
    unread : frozenset of str
        Kinds of obligation that may stand in articles nobody has read: that no clause holds them is no finding.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    character: Character
    summary: str
    signed: Day
    in_force: Day | None
    ended: Day | None
    instruments: tuple[Instrument, ...]
    parties: tuple[Party, ...]
    clauses: tuple[Clause, ...]
    sources: tuple[Source, ...]
    dates_evidence: Evidence
    areas: tuple[Area, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    reservations: tuple[Reservation, ...] = ()
    ends: tuple[Ending, ...] = ()
    vitality: tuple[Vitality, ...] = ()
    term: str = ""
    replaces: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()
    note: str = ""
    duration: Duration | None = None
    provisions: Provisions | None = None
    unread: frozenset[Obligation] = frozenset()

    @cached_property
    def spells_of(self) -> dict[str, tuple[Party, ...]]:
        """The places each state has held in the treaty, by state."""
        places: dict[str, tuple[Party, ...]] = {}
        for party in self.parties:
            places[party.state] = (*places.get(party.state, ()), party)
        return places

    @cached_property
    def life(self) -> Spell | None:
        """The legal life of the treaty; None if it never came into force."""
        return Spell(self.in_force, self.ended) if self.in_force else None

    @cached_property
    def instrument_of(self) -> dict[str, Instrument]:
        """The instruments by id."""
        return {instrument.id: instrument for instrument in self.instruments}

    @cached_property
    def area_of(self) -> dict[str, Area]:
        """The treaty's own areas by id."""
        return {area.id: area for area in self.areas}

    @cached_property
    def clause_of(self) -> dict[str, Clause]:
        """The clauses by id."""
        return {clause.id: clause for clause in self.clauses}

    @property
    def binds(self) -> bool:
        """Whether instruments of this character create legal duties."""
        return self.character not in {
            "political_declaration",
            "domestic_law",
            "executive_order",
            "draft",
        }

    def vitality_on(self, day: Day) -> VitalityGrade:
        """Return how alive the treaty was in practice on a day; the latest grade that holds."""
        grades = [state.grade for state in self.vitality if state.spell.surely(day)]
        return grades[-1] if grades else "live"

    def provides(self, kind: ProvisionKind, on: Day | None = None) -> bool | None:
        """Whether the text provides something, at any time or on a day; None is not known."""
        return self.provisions.provides(kind, on) if self.provisions else None

    def places_of(self, state: str) -> tuple[Party, ...]:
        """Return the spells of a state in the treaty, oldest first."""
        return self.spells_of.get(state, ())

    def places_on(self, state: str, day: Day) -> list[Party]:
        """Return the places in which a state may be bound on a day."""
        return [place for place in self.places_of(state) if place.may_be_bound_on(day)]


def belongs_to(cited: str, article: str) -> bool:
    """Whether a citation such as ``6(ii)`` or ``6 bis`` belongs to an article."""
    rest = cited.removeprefix(article)
    return cited.startswith(article) and not rest[:1].isalnum()
