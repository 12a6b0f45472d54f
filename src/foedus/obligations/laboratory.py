"""The treaty laboratory: how a text behaves on worked cases and on a fixed grid, and where it parts from another.

It tells what a text would have made of contingencies that somebody wrote down or that the grid fixes. It is no
forecast, and it searches for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.domain.finding import Finding
from foedus.domain.treaty import Treaty
from foedus.domain.vocabulary import Obligation, Status
from foedus.obligations.emission import pairs
from foedus.obligations.grid import MOST_KINDS, Trial, grid, kinds_of_party
from foedus.obligations.in_force import clause_may_live
from foedus.obligations.judgement import judge
from foedus.obligations.resolve import scenes
from foedus.obligations.situation import Scene, Situation
from foedus.register.register import Register

LABEL = "The behaviour of a text, not a forecast."
STRENGTH: tuple[Status, ...] = ("due", "contested", "undetermined", "conditional", "not_due")
"""The statuses in order of precedence (semantics, 3.5): the first that a pair of states reaches is the pair's."""


class Duty(NamedTuple):
    """What is compared: one kind of duty between two states, in one event of one trial."""

    trial: int
    event: str
    obligor: str
    beneficiary: str
    obligation: Obligation


Behaviour = Mapping[Duty, Finding]
"""The strongest finding of each duty."""

Pairs = Callable[[str, str], bool]
"""Whether duties of an obligor towards a beneficiary are asked about."""


@dataclass(frozen=True, slots=True)
class Text:
    """A treaty text, within the register it is read in."""

    treaty: Treaty
    register: Register
    called: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A duty that the two texts answer differently; None where a text has no such duty."""

    duty: Duty
    draft: Finding | None
    other: Finding | None


@dataclass(frozen=True, slots=True)
class Experiment:
    """A text, and another if there is one, on the same trials.

    Attributes
    ----------
    day : Day
        The day of the grid.
    kinds : tuple of tuple of str
        The kinds of party the grid tells apart; the first two of each stand for the rest.
    kinds_left_out : int
        How many further kinds the grid does not show.
    in_force : int
        How many of the cases fall on a day on which the text was law.
    """

    draft: Text
    other: Text | None
    day: Day
    kinds: tuple[tuple[str, ...], ...]
    kinds_left_out: int
    trials: tuple[Trial, ...]
    behaviour: Behaviour
    other_behaviour: Behaviour
    in_force: int

    @property
    def only_in_draft(self) -> tuple[Obligation, ...]:
        """The kinds of duty of which the other text has no clause."""
        return _only(self.draft, self.other)

    @property
    def only_in_other(self) -> tuple[Obligation, ...]:
        """The kinds of duty of which the draft has no clause."""
        return _only(self.other, self.draft)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The duties on which the two texts part, in the order of the trials."""
        if self.other is None:
            return ()
        duties = dict.fromkeys((*self.behaviour, *self.other_behaviour))
        found = (Difference(duty, self.behaviour.get(duty), self.other_behaviour.get(duty)) for duty in duties)
        return tuple(sorted((one for one in found if status_of(one.draft) != status_of(one.other)), key=_order))


def _only(text: Text | None, without: Text | None) -> tuple[Obligation, ...]:
    if text is None or without is None:
        return ()
    missing = {clause.obligation for clause in without.treaty.clauses}
    return tuple(dict.fromkeys(one.obligation for one in text.treaty.clauses if one.obligation not in missing))


def _order(difference: Difference) -> Duty:
    return difference.duty


def status_of(finding: Finding | None) -> Status:
    """Return the status of a duty; one that a text does not know is not due."""
    return "not_due" if finding is None else finding.status


def experiment(
    draft: Text, other: Text | None, cases: Iterable[Trial], *, on: Day | None = None, law_on: Day | None = None
) -> Experiment:
    """Put a text, and another, to the cases and to the grid.

    Parameters
    ----------
    other : Text, optional
        Where it is another treaty, only the states bound by both on the day are compared.
    on : Day, optional
        The day of the grid; left out, `day_of` the texts.
    law_on : Day, optional
        The day whose law is applied to the cases; left out, each case's own.

    Raises
    ------
    BadInput
        If the text is not law on the day, or binds nobody then.
    """
    treaties = [draft.treaty, *([other.treaty] if other else ())]
    day = on or day_of(treaties, Day.parse(draft.register.edition.cutoff or "unknown"))
    both = treaties if other is not None and other.treaty.id != draft.treaty.id else []
    states = [state for state in _bound(draft.treaty, day) if all(one.places_on(state, day) for one in both)]
    _refuse_nobody(states, both or [draft.treaty], day)
    kinds = kinds_of_party(treaties, states, day, draft.register)
    shown = kinds[:MOST_KINDS]
    trials = (*cases, *grid(draft.treaty, shown, day, draft.register))
    asked = _Asked(tuple(both), frozenset(state for kind in shown for state in kind[:2]), law_on)
    return Experiment(
        draft,
        other,
        day,
        tuple(map(tuple, shown)),
        len(kinds) - len(shown),
        trials,
        _behaviour(draft, trials, asked),
        _behaviour(other, trials, asked) if other else {},
        sum(_is_law(draft.treaty, trial, law_on) for trial in trials if not trial.is_of_grid),
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """Between whom, and by which law, duties are asked about.

    Attributes
    ----------
    both : tuple of Treaty
        Treaties that must both bind obligor and beneficiary; empty if every state counts.
    owing : frozenset of str
        Those that owe on the grid.
    law_on : Day or None
        The day whose law is applied to the cases.
    """

    both: tuple[Treaty, ...]
    owing: frozenset[str]
    law_on: Day | None

    def law(self, trial: Trial) -> Day | None:
        """Return the day whose law is applied to a trial; None is its own."""
        return None if trial.is_of_grid else self.law_on

    def pairs(self, trial: Trial, day: Day) -> Pairs:
        """Return which pairs of states are asked about."""
        common = set.intersection(*(set(_bound(treaty, day)) for treaty in self.both)) if self.both else None
        owing = self.owing if trial.is_of_grid else None
        return lambda obligor, beneficiary: (
            (owing is None or obligor in owing) and (common is None or {obligor, beneficiary} <= common)
        )


def day_of(treaties: Sequence[Treaty], cutoff: Day) -> Day:
    """Return the day of the grid: the last on which the texts are law together and the register is kept.

    Of texts that have ended it is the first, when the states they were made against still stood.

    Raises
    ------
    BadInput
        If the first text has no day on which it is law, or the texts were never law together.
    """
    lives = [treaty.life for treaty in treaties]
    starts = [life.start for life in lives if life and life.start and life.start.precision != "unknown"]
    if len(starts) < len(lives):
        raise BadInput(
            Fault("a text has no known day on which it is law", "in_force", "a date", "name a day with --on")
        )
    start = max(start.last for start in starts)
    ends = [life.end.first for life in lives if life and life.end]
    if ends and min(ends) < start:
        raise BadInput(Fault("the two texts were never law together", remedy="compare texts that were law on one day"))
    has_ended = ends and min(ends) <= cutoff.first
    return Day.from_number(start if has_ended else max(start, cutoff.first))


def _bound(treaty: Treaty, day: Day) -> list[str]:
    return list(dict.fromkeys(party.state for party in treaty.parties if party.may_be_bound_on(day)))


def _refuse_nobody(states: Sequence[str], treaties: Sequence[Treaty], day: Day) -> None:
    if not states:
        both = " and ".join(treaty.id for treaty in treaties)
        raise BadInput(
            Fault(f"no state is bound by {both} on {day}", "--on", "a day on which they are law", "name one with --on")
        )


def _is_law(treaty: Treaty, trial: Trial, law_on: Day | None) -> bool:
    days = [law_on] if law_on else [event.date for event in trial.contingency.events]
    return treaty.life is not None and any(treaty.life.possibly(day) for day in days)


def _behaviour(text: Text, trials: Sequence[Trial], asked: _Asked) -> Behaviour:
    strongest: dict[Duty, Finding] = {}
    for number, trial in enumerate(trials):
        for scene in scenes(text.register, trial.contingency, law_on=asked.law(trial)):
            for finding in _findings(text.treaty, scene, asked.pairs(trial, scene.law.day)):
                duty = Duty(number, finding.event, finding.obligor, finding.beneficiary, finding.obligation)
                held = strongest.get(duty)
                if held is None or STRENGTH.index(finding.status) < STRENGTH.index(held.status):
                    strongest[duty] = finding
    return strongest


def _findings(treaty: Treaty, scene: Scene, wanted: Pairs) -> Iterator[Finding]:
    for clause in treaty.clauses:
        if clause_may_live(treaty, clause, scene.law):
            for obligor, beneficiary in pairs(scene, treaty, clause):
                if wanted(obligor, beneficiary):
                    yield judge(Situation(scene, treaty, clause, obligor, beneficiary))
