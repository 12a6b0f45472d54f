"""Every answer of the typology on a treaty or a coalition, in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from foedus._base.dates import Day
from foedus.domain.operation import Operation
from foedus.domain.treaty import Treaty
from foedus.measures.typology.answer import Answer
from foedus.measures.typology.form import counted, form, form_of_operation, membership
from foedus.measures.typology.institutions import institutions
from foedus.measures.typology.on_day import as_on, joined, members
from foedus.measures.typology.pledges import conditions, pledges
from foedus.measures.typology.reach import reach, reach_of, seats
from foedus.measures.typology.symmetry import major_and_minor, pledges_differ, secret
from foedus.measures.typology.world import Part, World


@dataclass(frozen=True, slots=True)
class Kinds:
    """What a treaty or a coalition is.

    Attributes
    ----------
    day : Day or None
        The day it is described on; None for its whole life.
    answers : mapping of str to Answer
        By question.
    parts : tuple of str
        The parts of the world that each hold every member.
    """

    id: str
    name: str
    signed: Day
    day: Day | None
    answers: Mapping[str, Answer]
    parts: tuple[Part, ...] = ()

    def __getitem__(self, question: str) -> Answer:
        """Return the answer to a question."""
        return self.answers[question]


def kinds(treaty: Treaty, world: World, day: Day | None = None) -> Kinds:
    """Return what a treaty is, over its whole life or on a day.

    Parameters
    ----------
    day : Day or None
        Without it, parties, clauses and provisions of any time count; a member's capital is that of the day it joined,
        and Great Powers are those of the day of signature.

    Raises
    ------
    BadInput
        If the treaty was not in force on the day.
    """
    held = treaty if day is None else as_on(treaty, day)
    when = day or treaty.signed
    where = seats(joined(held) if day is None else dict.fromkeys(members(held), day), world)
    answers = {
        "form": form(held),
        "membership": membership(held),
        "reach": reach(held, where),
        **pledges(held),
        **conditions(held),
        "asymmetric": pledges_differ(held),
        "major_minor": major_and_minor(held, world.register, when),
        "secret": secret(held),
        **institutions(held, world, day),
    }
    return Kinds(treaty.id, treaty.name, treaty.signed, day, answers, where.common)


def kinds_of_operation(operation: Operation, world: World, day: Day | None = None) -> Kinds:
    """Return what the coalition of an operation is; it holds no pledges.

    Parameters
    ----------
    day : Day or None
        Without it, everyone who ever took part counts.
    """
    held = operation.participants if day is None else operation.participants_on(day)
    began = operation.spell.start or Day.parse("unknown")
    days = {part.state: day or part.spell.start or began for part in held}
    where = seats(days, world)
    answers = {
        "form": form_of_operation(operation),
        "membership": counted(len(days), "took part"),
        "reach": reach_of(where),
    }
    return Kinds(operation.id, operation.name, began, day, answers, where.common)


def all_kinds(world: World, day: Day | None = None) -> Iterator[Kinds]:
    """Yield what every treaty is, oldest first; only those that may be in force, if a day is given."""
    held = world.register.treaties.values() if day is None else world.register.treaties_on(day)
    for treaty in sorted(held, key=lambda one: (one.signed, one.id)):
        yield kinds(treaty, world, day)


def with_answers(one: Kinds, more: Mapping[str, Answer]) -> Kinds:
    """Return the description with more answers after its own."""
    return replace(one, answers={**one.answers, **more})
