"""How a dispute of two would end, as a published model of past disputes has it: victory, stalemate, defeat.

The scores are of each attacker and each target alone: they know no coalitions, no place and no means. Their authors
publish no error of them, so that they are told rounded down and up to tenths, never as one number.

References
----------
Carroll and Kenkel (2019), *Prediction, Proxies, and Power*, American Journal of Political Science 63 (3): 577-593.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from math import floor

from foedus._base.errors import DataMissing, ExtraMissing
from foedus.assessment.band import Band
from foedus.assessment.lens import Camps
from foedus.assessment.unknown import Unknown
from foedus.measures.capability.reading import Question
from foedus.sources.extra import pl
from foedus.sources.registry import source

NAME, TABLE = "doe", "directed_dyad_years"
COLUMNS = ("pr_win_a", "pr_stalemate", "pr_win_b")
CASES: Mapping[str, int] = {"2.0": 1_482}
"""How many disputes of one with one the model learnt from, where the version's codebook tells."""
Scores = Mapping[tuple[int, int], tuple[float, float, float]]


@dataclass(frozen=True, slots=True)
class Chances:
    """How likely the attacker is to win, neither, or the target."""

    win: Band
    stalemate: Band
    lose: Band


@dataclass(frozen=True, slots=True)
class Pair:
    """An attacker and a target.

    Attributes
    ----------
    begun : Chances
        If the attacker begins.
    answered : Chances or None
        If the target had begun: what would change it.
    is_ahead : bool
        Whether the attacker is likelier to win than to lose.
    """

    attacker: str
    target: str
    begun: Chances
    answered: Chances | None
    is_ahead: bool


@dataclass(frozen=True, slots=True)
class Outcomes:
    """The scores of every pair that has one.

    Attributes
    ----------
    source : str
        The data set with its version.
    cases : int or None
        The disputes that the model learnt from.
    missing : tuple of (str, str)
        Pairs without a score.
    """

    source: str
    year: int
    cases: int | None
    pairs: tuple[Pair, ...]
    missing: tuple[tuple[str, str], ...]


def outcomes(camps: Camps, question: Question) -> Outcomes | Unknown:
    """Return how disputes of each attacker with each target would end; unknown where no pair has a score.

    Parameters
    ----------
    question : Question
        Of all states of the camps that the register holds, in the year of the event.
    """
    first, last = source(NAME).latest.years
    if question.year is None or not first <= question.year <= last:
        return Unknown(f"the scores cover {first} to {last}")
    numbers = {
        state: number
        for state, number in zip(question.states, question.numbers("cow"), strict=True)
        if number is not None
    }
    try:
        scores, version = _scores(numbers, question)
    except (DataMissing, ExtraMissing) as error:
        return Unknown.because_of(error)
    asked = tuple(product(camps.attackers, camps.targets))
    pairs = tuple(pair for one in asked if (pair := _pair(one, numbers, scores)) is not None)
    if not pairs:
        return Unknown(f"{NAME} {version} has none of the pairs for {question.year}")
    known = {(pair.attacker, pair.target) for pair in pairs}
    missing = tuple(one for one in asked if one not in known)
    return Outcomes(f"{NAME} {version}", question.year, CASES.get(version), pairs, missing)


def _scores(numbers: Mapping[str, int], question: Question) -> tuple[Scores, str]:
    """Return the scores of the year by the numbers of who begins and of the other, and the version."""
    table, version = question.tables.table(NAME, TABLE)
    rows = table.filter(
        pl.col("year") == question.year,
        pl.col("ccode_a").is_in(list(numbers.values())),
        pl.col("ccode_b").is_in(list(numbers.values())),
    )
    held = rows.select("ccode_a", "ccode_b", *COLUMNS).drop_nulls()
    return {(one, other): (win, neither, lose) for one, other, win, neither, lose in held.iter_rows()}, version


def _pair(asked: tuple[str, str], numbers: Mapping[str, int], scores: Scores) -> Pair | None:
    attacker, target = asked
    one, other = numbers.get(attacker), numbers.get(target)
    if one is None or other is None or (one, other) not in scores:
        return None
    win, neither, lose = scores[one, other]
    turned = scores.get((other, one))
    answered = _chances(turned[2], turned[1], turned[0]) if turned else None
    return Pair(attacker, target, _chances(win, neither, lose), answered, win > lose)


def _chances(win: float, stalemate: float, lose: float) -> Chances:
    return Chances(tenths(win), tenths(stalemate), tenths(lose))


def tenths(score: float) -> Band:
    """Return the tenth that a score from 0 to 1 lies in."""
    low = min(floor(10 * score), 9)
    return Band(low / 10, (low + 1) / 10)
