"""An experiment of the treaty laboratory for readers and programs: counts, lines that say the same, and JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from foedus.domain.finding import Finding
from foedus.domain.vocabulary import Obligation, Status
from foedus.obligations.answer import actor_json
from foedus.obligations.laboratory import LABEL, STRENGTH, Behaviour, Difference, Duty, Experiment, Text, status_of
from foedus.report.groups import WEIGHTS

Counts = Mapping[Obligation, Mapping[Status, int]]


@dataclass(frozen=True, slots=True)
class Line:
    """What a text does, or where two part: the same in these cases or acts, for these pairs of states, at these places.

    Attributes
    ----------
    names : tuple of str
        The id of a case, or the acts of the grid.
    other : Status or None
        What the other text says; None where nothing is compared.
    places : tuple of str
        Of the grid; empty for a case.
    pairs : frozenset of (str, str)
        Obligor and beneficiary.
    """

    names: tuple[str, ...]
    obligation: Obligation
    draft: Status
    other: Status | None
    places: tuple[str, ...]
    pairs: frozenset[tuple[str, str]]

    @property
    def is_of_grid(self) -> bool:
        """Whether it belongs to the grid rather than the casebook."""
        return bool(self.places)

    @property
    def obligors(self) -> tuple[str, ...]:
        """The states that owe."""
        return tuple(sorted({obligor for obligor, _ in self.pairs}))

    @property
    def beneficiaries(self) -> tuple[str, ...]:
        """The states to which it is owed."""
        return tuple(sorted({beneficiary for _, beneficiary in self.pairs}))


def counts(held: Experiment, behaviour: Behaviour, *, of_grid: bool) -> Counts:
    """Return how many duties of each kind have each status, in the cases or on the grid."""
    counted: dict[Obligation, Counter[Status]] = {}
    for duty, finding in behaviour.items():
        if held.trials[duty.trial].is_of_grid == of_grid:
            counted.setdefault(duty.obligation, Counter())[finding.status] += 1
    return {kind: counted[kind] for kind in WEIGHTS if kind in counted}


def difference_lines(held: Experiment) -> list[Line]:
    """Return where the two texts part, one line for all that part alike.

    Kinds of duty that only one of them knows are left to `Experiment.only_in_draft` and `only_in_other`.
    """
    apart = {*held.only_in_draft, *held.only_in_other}
    return _gathered(
        _line(held, one.duty, status_of(one.draft), status_of(one.other))
        for one in held.differences
        if one.duty.obligation not in apart
    )


def behaviour_lines(held: Experiment) -> list[Line]:
    """Return what the text does where it does anything: all but what is not due."""
    return _gathered(
        _line(held, duty, finding.status, None)
        for duty, finding in held.behaviour.items()
        if finding.status != "not_due"
    )


def _line(held: Experiment, duty: Duty, draft: Status, other: Status | None) -> Line:
    trial = held.trials[duty.trial]
    pairs = frozenset({(duty.obligor, duty.beneficiary)})
    places = (trial.place,) if trial.is_of_grid else ()
    return Line((trial.name,), duty.obligation, draft, other, places, pairs)


def _gathered(lines: Iterable[Line]) -> list[Line]:
    """Return the lines with pairs that share all else together, then places that share the pairs, then acts."""
    by_all: dict[Line, list[tuple[str, str]]] = {}
    for line in lines:
        by_all.setdefault(replace(line, pairs=frozenset()), []).extend(line.pairs)
    by_pairs: dict[Line, list[str]] = {}
    for bare, pairs in by_all.items():
        by_pairs.setdefault(replace(bare, places=(), pairs=frozenset(pairs)), []).extend(bare.places)
    by_places: dict[Line, list[str]] = {}
    for bare, places in by_pairs.items():
        names = () if places else bare.names
        by_places.setdefault(replace(bare, names=names, places=tuple(places)), []).extend(bare.names)
    return sorted((replace(line, names=tuple(names)) for line, names in by_places.items()), key=_weight)


def _weight(line: Line) -> tuple[bool, int, int]:
    return line.is_of_grid, WEIGHTS.index(line.obligation), STRENGTH.index(line.draft)


def experiment_json(held: Experiment) -> dict[str, Any]:
    """Return an experiment as the documented JSON."""
    return {
        "label": LABEL,
        "draft": _text_json(held.draft),
        "against": _text_json(held.other) if held.other else None,
        "grid": {
            "on": held.day.iso(),
            "kinds": [list(kind) for kind in held.kinds],
            "kinds_left_out": held.kinds_left_out,
        },
        "cases": {"total": sum(not trial.is_of_grid for trial in held.trials), "in_force": held.in_force},
        "counts": _counts_json(held, held.behaviour),
        "counts_against": _counts_json(held, held.other_behaviour) if held.other else None,
        "duties": [_duty_json(held, duty, finding) for duty, finding in held.behaviour.items()],
        "differences": [_difference_json(held, one) for one in held.differences],
    }


def _text_json(text: Text) -> dict[str, str]:
    return {"id": text.treaty.id, "name": text.treaty.name, "called": text.called}


def _counts_json(held: Experiment, behaviour: Behaviour) -> dict[str, Any]:
    return {
        part: {kind: dict(statuses) for kind, statuses in counts(held, behaviour, of_grid=of_grid).items()}
        for part, of_grid in (("cases", False), ("grid", True))
    }


def _trial_json(held: Experiment, duty: Duty) -> Iterator[tuple[str, Any]]:
    trial = held.trials[duty.trial]
    event = next(one for one in trial.contingency.events if one.id == duty.event)
    labels = dict(trial.contingency.labels)
    yield "source", "grid" if trial.is_of_grid else "casebook"
    yield "case", trial.name
    yield "place", trial.place or None
    yield "adversary", trial.adversary or None
    yield "event", duty.event
    for key in ("obligor", "beneficiary"):
        yield key, actor_json(held.draft.register, getattr(duty, key), event.date, labels)
    yield "obligation", duty.obligation


def _duty_json(held: Experiment, duty: Duty, finding: Finding) -> dict[str, Any]:
    return {**dict(_trial_json(held, duty)), **_answer_json(finding)}


def _difference_json(held: Experiment, one: Difference) -> dict[str, Any]:
    return {
        **dict(_trial_json(held, one.duty)),
        "draft": _answer_json(one.draft) if one.draft else None,
        "against": _answer_json(one.other) if one.other else None,
    }


def _answer_json(finding: Finding) -> dict[str, Any]:
    return {
        "clause": finding.clause,
        "article": finding.article,
        "strength": finding.strength,
        "status": finding.status,
        "because": finding.because,
        "conditional_on": list(finding.conditional_on),
        "needs": list(finding.needs),
    }
