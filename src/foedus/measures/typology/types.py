"""The types by name: what a treaty must answer to be of one, and how many are, century by century."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from types import MappingProxyType

from foedus._base.errors import BadInput, Fault
from foedus.measures.typology.kinds import Kinds
from foedus.measures.typology.world import PARTS


@dataclass(frozen=True, slots=True)
class Type:
    """One type.

    Attributes
    ----------
    question : str
        Of the typology.
    values : frozenset
        The answers that make a treaty one of the type.
    """

    question: str
    values: frozenset[object]

    def holds(self, one: Kinds) -> bool | None:
        """Whether a treaty is of the type; None where that is not known."""
        value = one[self.question].value
        return None if value is None else value in self.values


def _of(question: str, *values: object) -> Type:
    return Type(question, frozenset(values))


TYPES: Mapping[str, Type] = MappingProxyType(
    {
        "formal": _of("form", "formal"),
        "declaratory": _of("form", "declaratory"),
        "unilateral": _of("membership", "unilateral"),
        "bilateral": _of("membership", "bilateral"),
        "multilateral": _of("membership", "multilateral"),
        "regional": _of("reach", "regional"),
        "interregional": _of("reach", "interregional"),
        "global": _of("reach", "global"),
        "defence": _of("defense", True),
        "offence": _of("offense", True),
        "neutrality": _of("neutrality", True),
        "non-aggression": _of("nonaggression", True),
        "consultation": _of("consultation", True),
        "conditional": _of("conditional", True),
        "unconditional": _of("conditional", False),
        "asymmetric": _of("asymmetric", True),
        "symmetric": _of("asymmetric", False),
        "major-minor": _of("major_minor", True),
        "secret": _of("secret", "secret", "partly"),
        "open": _of("secret", "open"),
        "institutionalised": _of("milinst", 1, 2),
    }
)
"""The types that a treaty can be of, as one types them."""


def type_named(name: str, where: str) -> Type:
    """Return a type by its name.

    Raises
    ------
    BadInput
        If there is none.
    """
    if name not in TYPES:
        close = get_close_matches(name.casefold(), TYPES, 2, cutoff=0.5)
        remedy = f"did you mean {' or '.join(close)}?" if close else "foedus treaty list --help"
        raise BadInput(Fault(f"no type is called {name[:40]!r}", where, ", ".join(TYPES), remedy))
    return TYPES[name]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which treaties are asked for: those known to be of every type, and to lie in a part of the world.

    Attributes
    ----------
    region : str
        The part that must hold every member's capital; any if empty.
    """

    types: tuple[Type, ...] = ()
    region: str = ""

    @property
    def is_any(self) -> bool:
        """Whether nothing is asked."""
        return not self.types and not self.region

    def fits(self, one: Kinds) -> bool:
        """Whether a treaty is what is asked for; what is not known does not fit."""
        return all(each.holds(one) for each in self.types) and (not self.region or self.region in one.parts)


def wanted(
    names: Sequence[str] = (),
    *,
    asymmetric: bool | None = None,
    secret: bool | None = None,
    region: str | None = None,
) -> Wanted:
    """Return what is asked for by names of types and of a part of the world.

    Raises
    ------
    BadInput
        If a name is unknown.
    """
    part = (region or "").casefold().replace(" ", "_").replace("-", "_")
    if part and part not in PARTS:
        raise BadInput(Fault(f"no part of the world is called {part[:40]!r}", "--region", ", ".join(PARTS)))
    types = [type_named(name, "--type") for name in names]
    if asymmetric is not None:
        types.append(TYPES["asymmetric" if asymmetric else "symmetric"])
    if secret is not None:
        types.append(TYPES["secret" if secret else "open"])
    return Wanted(tuple(types), part)


# --- counts -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Count:
    """How many treaties of a time are of a type.

    Attributes
    ----------
    known : int
        Of how many it is known whether they are.
    of : int
        Of how many treaties in all.
    """

    type: str
    since: int
    yes: int
    known: int
    of: int

    @property
    def share(self) -> float | None:
        """The share of those of which it is known; None where that is of none."""
        return self.yes / self.known if self.known else None


def century(year: int) -> int:
    """Return the century of an astronomical year: 20 for 1901 to 2000, -1 for 100 to 1 BC, which is the year 0."""
    return (year - 1) // 100 + 1 if year > 0 else -(-year // 100 + 1)


def since(year: int, span: int, last: int) -> int:
    """Return the first year of the span of years in which a year lies; the newest span ends with the year `last`."""
    return last + 1 - ((last - year) // span + 1) * span


def counts(held: Iterable[tuple[int, Kinds]]) -> tuple[Count, ...]:
    """Return how many treaties of each time are of each type, by type and time.

    Parameters
    ----------
    held : iterable of (int, Kinds)
        Each treaty with the time it belongs to.
    """
    by_time: dict[int, list[Kinds]] = defaultdict(list)
    for when, one in held:
        by_time[when].append(one)
    return tuple(
        Count(name, when, found.count(True), len(found) - found.count(None), len(found))
        for name, type_ in TYPES.items()
        for when, members in sorted(by_time.items())
        for found in [[type_.holds(one) for one in members]]
    )
