"""What the user holds likely of unknown facts: only with it are scenarios weighted; probabilities follow from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault
from foedus.obligations.fact_values import NO, YES
from foedus.obligations.unknown_facts import UnknownFact

WHERE = "--prior"
ALLOWED = "FIELD=P with P from 0 to 1 for a fact that is true or false, or FIELD=WORD:P,WORD:P… with a sum of 1"
_SLACK = 1e-6


@dataclass(frozen=True, slots=True)
class Prior:
    """How likely each value of a fact is held to be.

    Attributes
    ----------
    weights : tuple of (str, float)
        The words with their probabilities, which add up to 1; a word that is not named has none.
    """

    field: str
    weights: tuple[tuple[str, float], ...]


def priors_given(texts: Iterable[str]) -> tuple[Prior, ...]:
    """Return the priors of options such as ``act.provoked=0.2`` or ``act.gravity=armed_attack:0.7,major:0.3``.

    Raises
    ------
    BadInput
        With every fault: no field, no probability, probabilities that do not add up, a field given twice.
    """
    held: dict[str, Prior] = {}
    faults = []
    for text in texts:
        field, _, told = (part.strip() for part in text.partition("="))
        weights = _weights(told)
        if not field or weights is None:
            faults.append(Fault(f"{text[:60]!r} is no prior", WHERE, ALLOWED))
        elif field in held:
            faults.append(Fault(f"{field} has two priors", WHERE, "one for each field"))
        else:
            held[field] = Prior(field, weights)
    if faults:
        raise BadInput(faults)
    return tuple(held.values())


def _weights(told: str) -> tuple[tuple[str, float], ...] | None:
    """Return the words with their probabilities; None if they are none or do not add up to 1."""
    try:
        if ":" not in told:
            chance = float(told)
            weights = [(YES, chance), (NO, 1 - chance)]
        else:
            parts = [part.rpartition(":") for part in told.split(",")]
            weights = [(word.strip(), float(chance)) for word, _, chance in parts]
    except ValueError:
        return None
    total = sum(chance for _, chance in weights)
    fits = all(0 <= chance <= 1 for _, chance in weights) and abs(total - 1) <= _SLACK
    return tuple(weights) if fits and len(dict(weights)) == len(weights) else None


def on_values(prior: Prior, fact: UnknownFact) -> NDArray[np.float64]:
    """Return the prior probability of each value of a fact; shape (values,).

    A value that stands for others has the probability of all of them.

    Raises
    ------
    BadInput
        If the prior names a word that is no value of the fact.
    """
    places = {
        word.casefold(): number for number, value in enumerate(fact.values) for word in (value.word, *value.stands_for)
    }
    strange = [word for word, _ in prior.weights if word.casefold() not in places]
    if strange:
        raise BadInput(
            Fault(f"{strange[0][:40]!r} is no value of {fact.field}", f"{WHERE} {fact.field}", ", ".join(places))
        )
    chances = np.zeros(len(fact.values))
    for word, chance in prior.weights:
        chances[places[word.casefold()]] += chance
    return chances


def refuse_unused(priors: Iterable[Prior], varied: Iterable[str]) -> None:
    """Refuse a prior on a field on which nothing hangs.

    Raises
    ------
    BadInput
        With every such field.
    """
    fields = sorted(set(varied))
    unused = [prior.field for prior in priors if prior.field not in fields]
    if unused:
        allowed = f"one of {', '.join(fields)}" if fields else "none: no duty to fight hangs on a fact that is left out"
        raise BadInput(
            Fault(f"{field} is given, cannot be varied, or decides no duty to fight", WHERE, allowed)
            for field in unused
        )
