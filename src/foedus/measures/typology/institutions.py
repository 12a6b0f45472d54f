"""How far an alliance has institutions; three-valued, for much is not known.

What counts is what the treaty's text provides, and what the register holds of its bodies, standing structures and
agreed forces abroad: a body is an organisation, a command an integrated command, any other structure military contact,
forces abroad are bases.

``milinst``
    After Leeds and Anac (2005, International Interactions 31: 183-202): 2 with an integrated command or bases; else 1
    with military contact in peace, forces subordinated, or contributions fixed; else 0. Their recipe looks further at a
    common policy of defence, training, and the purpose of an organisation, which the register does not tell apart: it
    may come out lower here.
``formal``
    Theirs too: one for a treaty that is not wholly secret, one for an organisation, 0 to 2.
``depth``
    How many of eight costly provisions there are, as a share. Where some are not known it lies between two ends. Its
    idea is that of Benson and Clinton (2016, Journal of Conflict Resolution 60: 866-898), not their latent score.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from foedus._base.dates import Day, Spell
from foedus.domain.structure import StructureKind
from foedus.domain.treaty import Treaty
from foedus.measures.concordance.coding import PROVISIONS, Value, secrecy
from foedus.measures.typology.answer import Answer
from foedus.measures.typology.world import World

DEPTH = (
    "organisation",
    "military_contact",
    "integrated_command",
    "subordination",
    "bases",
    "military_aid",
    "economic_aid",
    "contributions",
)
"""The provisions that make an alliance deep, by the names of the codings."""
_HIGH = ("integrated_command", "bases")
_LOW = ("military_contact", "subordination", "contributions")
COMMANDS: frozenset[StructureKind] = frozenset(
    {"integrated_command", "combined_command", "joint_command", "un_command", "air_defence"}
)
"""The standing structures that put forces of several states under one command."""
_NOT_SAID = "none on record"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an alliance's provisions.

    Attributes
    ----------
    given : mapping of str to bool or None
        By name; None is not known.
    where : mapping of str to str
        Where each one that is given is to be found.
    """

    given: Mapping[str, bool | None]
    where: Mapping[str, str]

    def any_of(self, names: Iterable[str]) -> bool | None:
        """Whether one of some is given; None where that hangs on what is not known."""
        values = [self.given[name] for name in names]
        return True if True in values else None if None in values else False

    def told(self, names: Iterable[str]) -> str:
        """Return which of some are given, and where."""
        return ", ".join(f"{_said(name)} ({self.where[name]})" for name in names if self.given[name]) or _NOT_SAID

    def lacking(self, names: Iterable[str]) -> str:
        """Return which of some are not known."""
        return ", ".join(_said(name) for name in names if self.given[name] is None)


@dataclass(frozen=True, slots=True)
class Depth:
    """How deep an alliance is: the share of the costly provisions that it has.

    Attributes
    ----------
    given, unknown : int
        How many provisions it has, and of how many nothing is known.
    """

    given: int
    unknown: int

    @property
    def low(self) -> float:
        """The share that is on record, 0 to 1."""
        return self.given / len(DEPTH)

    @property
    def high(self) -> float:
        """The share if all that is not known were given, 0 to 1."""
        return (self.given + self.unknown) / len(DEPTH)


def depth_of(given: Mapping[str, Value]) -> Depth:
    """Return the depth of an alliance with these provisions."""
    values = [given[name] for name in DEPTH]
    return Depth(values.count(True), values.count(None))


def milinst_of(known: Known) -> Answer:
    """Return the military institutions, 0 to 2."""
    high, low = known.any_of(_HIGH), known.any_of(_LOW)
    if high:
        return Answer(2, known.told(_HIGH))
    if high is None:
        least = f"; at least 1: {known.told(_LOW)}" if low else ""
        return Answer(None, f"not known: {known.lacking(_HIGH)}{least}")
    if low:
        return Answer(1, known.told(_LOW))
    return Answer(0, "provides none") if low is False else Answer(None, f"not known: {known.lacking(_LOW)}")


def formal_of(treaty: Treaty, known: Known) -> Answer:
    """Return the formality, 0 to 2."""
    public = treaty.character == "treaty" and secrecy(treaty) != "secret"
    because = "public treaty" if public else f"{treaty.character.replace('_', ' ')}, {secrecy(treaty)}"
    organ = known.given["organisation"]
    if organ is None:
        return Answer(None, f"{because}; whether it sets up an organisation is not known")
    return Answer(public + organ, f"{because}; {known.told(['organisation']) if organ else 'no organisation'}")


def institutions(treaty: Treaty, world: World, day: Day | None = None) -> dict[str, Answer]:
    """Return the answers on institutions, at any time of a treaty's life or on a day."""
    known = provided(treaty, world, day)
    depth = depth_of(known.given)
    has = known.told(DEPTH)
    rest = f"; not known: {known.lacking(DEPTH)}" if depth.unknown else ""
    return {
        "milinst": milinst_of(known),
        "formal": formal_of(treaty, known),
        "depth": Answer(None if depth.unknown else depth.low, has + rest),
        "depth_low": Answer(depth.low, has),
        "depth_high": Answer(depth.high, "if all that is not known were given" if rest else has),
    }


def provided(treaty: Treaty, world: World, day: Day | None = None) -> Known:
    """Return what an alliance has by its text and by what stands beside it, at any time or on a day."""
    given = {name: treaty.provides(kind, day) for name, kind in PROVISIONS.items()}
    where = {name: _articles(treaty, name) for name, value in given.items() if value}
    for name, file in _standing(treaty.id, world, day):
        given[name] = True
        where.setdefault(name, file)
    return Known(given, where)


def _standing(treaty: str, world: World, day: Day | None) -> Iterable[tuple[str, str]]:
    """Yield what stands beside a treaty, as a provision and the file that says so."""

    def held(spell: Spell) -> bool:
        return day is None or spell.surely(day)

    for organ in world.organs.get(treaty, ()):
        if held(organ.spell):
            yield "organisation", organ.heading.file
    for structure in world.structures.get(treaty, ()):
        if held(structure.spell):
            name = "integrated_command" if structure.kind in COMMANDS else "military_contact"
            yield name, structure.heading.file
    for presence in world.presences.get(treaty, ()):
        if held(presence.spell) and (day is None or presence.rests_on(treaty, day)):
            yield "bases", presence.heading.file


def _articles(treaty: Treaty, name: str) -> str:
    items = treaty.provisions.of_kind(PROVISIONS[name]) if treaty.provisions else ()
    return ", ".join(dict.fromkeys(f"art. {item.article}" for item in items if item.article)) or "text"


def _said(name: str) -> str:
    return name.replace("_", " ")
