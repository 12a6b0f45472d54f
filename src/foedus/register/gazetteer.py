"""Find an actor by any of its codes or names on a date. An ambiguous name is an error, never a guess."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from foedus._base.dates import ALWAYS, Day, Spell, any_possibly
from foedus._base.errors import AmbiguousName, Fault, UnknownName
from foedus.domain.actor import Actor

CODES = "a name, an actor id, cow:NUMBER, gw:NUMBER, a COW or Gleditsch–Ward abbreviation, or ISO alpha-3"


def folded(text: str) -> str:
    """Return a name without case, accents and punctuation, as lookups compare it."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join("".join(char if char.isalnum() or char == ":" else " " for char in letters).split())


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to write an actor, and when it means that actor."""

    actor: str
    spell: Spell


class Gazetteer:
    """Every actor of the register, by id and by everything people call it.

    Parameters
    ----------
    actors : iterable of Actor
        Ids must be unique.
    """

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._actors: Mapping[str, Actor] = {actor.id: actor for actor in actors}

    def __iter__(self) -> Iterator[Actor]:
        """Iterate over the actors in the order of the register."""
        return iter(self._actors.values())

    def __contains__(self, actor_id: object) -> bool:
        """Whether an actor has that id."""
        return actor_id in self._actors

    def __getitem__(self, actor_id: str) -> Actor:
        """Return the actor with that id."""
        return self._actors[actor_id]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name that an actor has borne, once, in order."""
        return tuple(sorted({name.text for actor in self for name in actor.names}))

    def get(self, actor_id: str) -> Actor | None:
        """Return the actor with that id, or None."""
        return self._actors.get(actor_id)

    @cached_property
    def _entries(self) -> dict[str, list[Entry]]:
        entries: dict[str, list[Entry]] = defaultdict(list)
        for actor in self:
            for text, spell in _written(actor):
                entries[folded(text)].append(Entry(actor.id, spell))
        return dict(entries)

    def find(self, text: str, day: Day) -> Actor:
        """Return the actor so called on that day.

        Parameters
        ----------
        text : str
            An id (which needs no date), a name or alias of the day, ``cow:N``, ``gw:N``, an abbreviation or ISO code.
        day : Day
            The date on which the name is meant.

        Raises
        ------
        UnknownName
            If nobody was so called, or the one so called did not exist then.
        AmbiguousName
            If several were; the message lists them.
        """
        if text in self._actors:
            return self._actors[text]
        entries = self._entries.get(folded(text), [])
        candidates = {
            entry.actor: self._actors[entry.actor]
            for entry in entries
            if entry.spell.possibly(day) and self._actors[entry.actor].existed_on(day)
        }
        if len(candidates) == 1:
            return next(iter(candidates.values()))
        if candidates:
            raise AmbiguousName(self._ambiguity(text, day, candidates.values()))
        raise UnknownName(self._absence(text, day, entries))

    def ever_called(self, text: str) -> frozenset[str]:
        """Return the ids of all actors that were so called at any time.

        Raises
        ------
        UnknownName
            If nobody ever was.
        """
        if text in self._actors:
            return frozenset({text})
        entries = self._entries.get(folded(text))
        if not entries:
            raise UnknownName(self._absence(text, Day.parse("unknown"), []))
        return frozenset(entry.actor for entry in entries)

    def _ambiguity(self, text: str, day: Day, candidates: Iterable[Actor]) -> Fault:
        listed = ", ".join(sorted(f"{actor.name_on(day)} ({actor.id})" for actor in candidates))
        return Fault(f"{text!r} is ambiguous on {day}", allowed=listed, remedy="write one of these names or ids")

    def _absence(self, text: str, day: Day, entries: list[Entry]) -> Fault:
        if not entries:
            close = get_close_matches(folded(text), self._entries, 3, cutoff=0.75)
            near = {self._actors[entry.actor].name_on(day) for key in close for entry in self._entries[key]}
            remedy = f"did you mean {' or '.join(sorted(near))}?" if near else "see foedus state list"
            return Fault(f"no actor is called {text[:80]!r}", allowed=CODES, remedy=remedy)
        bearers = {entry.actor: self._actors[entry.actor] for entry in entries}
        told = "; ".join(_fate(actor, day) for actor in bearers.values())
        return Fault(
            f"nobody was called {text[:80]!r} on {day}",
            allowed="a name borne on that date",
            remedy=told,
        )


def _written(actor: Actor) -> Iterator[tuple[str, Spell]]:
    """Yield everything an actor may be called, each with the spell in which it means that actor."""
    for name in (*actor.names, *actor.aliases):
        yield name.text, name.spell
        if name.formal:
            yield name.formal, name.spell
    for iso in actor.iso3:
        yield iso.code, iso.spell
    for system in ("cow", "gw"):
        for member in actor.memberships(system):
            yield f"{system}:{member.number}", ALWAYS
            yield str(member.number), ALWAYS
            yield member.abbreviation, ALWAYS


def _fate(actor: Actor, day: Day) -> str:
    """Say why an actor does not answer to its name on a day."""
    if not any_possibly(actor.exists, day) and actor.exists:
        lives = ", ".join(map(str, actor.exists))
        return f"{actor.names[-1].text} existed {lives}"
    return f"the actor was then called {actor.name_on(day)} ({actor.id})"
