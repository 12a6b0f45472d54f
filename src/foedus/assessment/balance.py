"""Capability at hand: of those who attack, who are attacked and who owe a fight, through every lens the data allow.

It is what the states have altogether, wherever it is, and, through the last lens, what is felt of it at the place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from foedus.assessment.at_place import at_place
from foedus.assessment.lens import NAMES, Camps, Lens, Sum, look
from foedus.assessment.outcomes import Outcomes, outcomes
from foedus.assessment.owing import owing
from foedus.assessment.responses import Responses
from foedus.assessment.unknown import Unknown
from foedus.domain.contingency import Event
from foedus.measures.capability.platforms import DOMAINS
from foedus.measures.capability.reading import Question, Tables
from foedus.register.register import Register

LEFT_OUT = ("readiness", "nuclear weapons", "will")
"""What a balance of capability says nothing of."""
AT_PLACE = "at the place"
"""What the lens of distance is called among those through which nothing is seen."""
DISPUTES = "dispute outcomes"
"""What the scores of disputes are called among what is not seen."""
STANDS = ("alone", "with those who owe", "with all who may come to owe")
"""Who may stand against the attackers."""


@dataclass(frozen=True, slots=True)
class Balance:
    """Capability through several lenses.

    Attributes
    ----------
    lenses : tuple of Lens
        At least one, in the order of `NAMES`; the last may be that of distance.
    unseen : tuple of (str, Unknown)
        The lenses through which nothing is seen, and why.
    disagree : tuple of str
        Of `STANDS`, where some lenses show the attackers ahead and others not; the scores of disputes count alone.
    outcomes : Outcomes or None
        How a dispute of each attacker with each target would end, as a published model has it.
    """

    camps: Camps
    lenses: tuple[Lens, ...]
    unseen: tuple[tuple[str, Unknown], ...]
    disagree: tuple[str, ...]
    outcomes: Outcomes | None = None

    @property
    def whole(self) -> tuple[Lens, ...]:
        """The lenses that show states as a whole, that of distance among them; not those of a domain's platforms."""
        return tuple(one for one in self.lenses if one.name not in DOMAINS)


def balance(register: Register, held: Responses | Unknown, event: Event, tables: Tables) -> Balance | Unknown:
    """Return the balance of an event; unknown if no lens shows every attacker and target.

    Parameters
    ----------
    tables : Tables
        Of the user's store.
    """
    camps = camps_of(held, event)
    states = tuple(state for state in camps.states if state in register.actors)
    question = Question(states, event.date, event.date.year, register, tables)
    seen = {name: look(name, camps, question) for name in NAMES}
    lenses = tuple(one for one in seen.values() if isinstance(one, Lens))
    unseen = tuple((name, one) for name, one in seen.items() if isinstance(one, Unknown))
    if lenses:
        felt = at_place(lenses, camps, event, register)
        lenses, unseen = ((*lenses, felt), unseen) if isinstance(felt, Lens) else (lenses, (*unseen, (AT_PLACE, felt)))
    else:
        told = next((one.remedy for _, one in unseen if one.remedy), "")
        remedy = told or "foedus data pull nmc (to 2022), or foedus data add sipri FILE"
        return Unknown("; ".join(dict.fromkeys(one.reason for _, one in unseen)), remedy)
    expected = outcomes(camps, question)
    if isinstance(expected, Unknown):
        return Balance(camps, lenses, (*unseen, (DISPUTES, expected)), _disagreements(lenses, None))
    return Balance(camps, lenses, unseen, _disagreements(lenses, expected), expected)


def camps_of(held: Responses | Unknown, event: Event) -> Camps:
    """Return who stands where in an event."""
    responses = () if isinstance(held, Unknown) else held.held
    return Camps(
        event.attackers, event.targets, owing(responses, event, "targets"), owing(responses, event, "attackers")
    )


def _disagreements(lenses: Sequence[Lens], expected: Outcomes | None) -> tuple[str, ...]:
    """Return where it differs whether the attackers are ahead."""
    ahead = {name: {not lens.times(stand(lens)[name]) > 1 for lens in lenses} for name in STANDS}
    ahead[STANDS[0]].update(pair.is_ahead for pair in (expected.pairs if expected else ()))
    return tuple(name for name in STANDS if len(ahead[name]) > 1)


def stand(lens: Lens) -> Mapping[str, Sequence[Sum]]:
    """Return who stands against the attackers: the targets alone, with those who owe, with all who may come to."""
    alone, due = [lens.targets], [lens.targets, lens.owing["due"]]
    return dict(zip(STANDS, (alone, due, [lens.targets, *lens.owing.values()]), strict=True))
