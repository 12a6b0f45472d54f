"""Where a state's forces may start from: home, allies' territory, and the soil on which they stand already.

The register knows capitals, pledges and presences, not where in a country a base lies; so a host's capital stands for
the host. That is good to a few hundred kilometres in Europe and to a few thousand in the largest states.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from foedus._base.dates import Day
from foedus.domain.stationing import Presence, abroad_on
from foedus.measures.projection.places import Place, capital
from foedus.panel.pledges import Bond, bonds
from foedus.register.register import Register

Footing = Literal["home", "ally", "stationed"]
"""The state's own capital; the territory of a state that owes it defence; that of a state where its forces stand."""

FOOTINGS: tuple[Footing, ...] = ("home", "ally", "stationed")


@dataclass(frozen=True, slots=True)
class Standing:
    """A place from which a state's forces may start; `by` names the treaty or the presence that lets them."""

    footing: Footing
    place: Place
    by: str = ""


def bonds_on(day: Day, register: Register) -> Iterator[Bond]:
    """Yield the pledges that surely bind on a day."""
    in_force = {treaty.id: treaty for treaty in register.treaties_on(day)}
    yield from bonds(replace(register, treaties=in_force), "surely", (day.first, day.last))


def defended_by(held: Iterable[Bond]) -> Mapping[str, Mapping[str, str]]:
    """Return, for each state, who owes it defence, and by which treaty; of several the first by name."""
    found: dict[str, dict[str, str]] = {}
    for bond in held:
        if bond.pledge == "defense":
            treaties = found.setdefault(bond.creditor, {})
            treaties[bond.debtor] = min(bond.treaty, treaties.get(bond.debtor, bond.treaty))
    return found


@dataclass(frozen=True, slots=True)
class Grounds:
    """What lets forces stand somewhere on a day: pledges and presences.

    Attributes
    ----------
    allies : mapping of str to mapping of str to str
        As from `defended_by`.
    presences : tuple of Presence
        All that the register holds.
    """

    register: Register
    day: Day
    allies: Mapping[str, Mapping[str, str]]
    presences: tuple[Presence, ...]

    def standings(self, state: str, footings: Iterable[Footing] = FOOTINGS) -> tuple[Standing, ...]:
        """Return from where a state's forces may start, home first; empty if not even its capital is known."""
        wanted = set(footings)
        return tuple(one for one in self._all(state) if one.footing in wanted)

    def _all(self, state: str) -> Iterator[Standing]:
        home = self._capital(state)
        if home is not None:
            yield Standing("home", home)
        for presence in abroad_on(self.presences, state, self.day):
            host = self._capital(presence.host)
            if host is not None:
                yield Standing("stationed", host, f"{presence.heading.id}/{presence.id}")
        for ally, treaty in sorted(self.allies.get(state, {}).items()):
            soil = self._capital(ally)
            if soil is not None:
                yield Standing("ally", soil, treaty)

    def _capital(self, state: str) -> Place | None:
        actor = self.register.actors.get(state)
        return None if actor is None or not actor.existed_on(self.day) else capital(actor, self.day)


def grounds_on(day: Day, register: Register, presences: tuple[Presence, ...]) -> Grounds:
    """Return what lets forces stand somewhere on a day."""
    return Grounds(register, day, defended_by(bonds_on(day, register)), presences)
