"""Follow a contingency through as allies come in, round by round, until nothing changes.

A legal bound, not a forecast: each state does what its treaties say (`letter`: what is due; `all-pledges`: what is due,
contested or dormant) or what it did (`as-entered`: the entries the contingency lists), and nobody else moves.

A state that comes in is given a derived act, the same for all: a declared, grave armed attack on each adversary at its
seat of government. Against one that had attacked first it is provoked, and the adversary is the first user of force;
against a victim it is neither.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from foedus._base.dates import Day
from foedus.domain.area import Point
from foedus.domain.cascade import Branch, Cascade, Mode, Move, Round
from foedus.domain.contingency import Act, Contingency, EntryIntoWar, Event, Place, War
from foedus.domain.finding import Finding
from foedus.domain.vocabulary import Status
from foedus.obligations.duties import duties_to_fight
from foedus.obligations.interaction import other_duties
from foedus.obligations.resolve import scenes
from foedus.obligations.situation import Scene
from foedus.register.register import Register

MAX_ROUNDS = 12
MAX_BRANCHES = 24

_HONOURED: Mapping[Mode, frozenset[Status]] = {
    "letter": frozenset({"due"}),
    "all-pledges": frozenset({"due", "contested", "conditional"}),
}

_OPEN: frozenset[Status] = frozenset({"undetermined"})

_LISTED: tuple[Status, ...] = ("due", "contested", "conditional", "undetermined")

Enmity = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Course:
    """A branch under way: what has happened, and the events whose consequences are still open."""

    events: tuple[Event, ...]
    enmities: frozenset[Enmity]
    rounds: tuple[Round, ...] = ()
    choices: tuple[str, ...] = ()


@dataclass(slots=True)
class _Candidate:
    """A state whose duties call it in, with those duties by the ally they are owed to."""

    state: str
    duties: dict[str, list[Finding]] = field(default_factory=dict)
    against: dict[str, set[str]] = field(default_factory=dict)


def cascade(register: Register, contingency: Contingency, mode: Mode = "letter", rounds: int = MAX_ROUNDS) -> Cascade:
    """Return the chain that a contingency sets off, and the duties that are left undetermined; asked as `chain` is."""
    found = chain(register, contingency, mode, rounds)
    if mode == "as-entered":
        return found
    return replace(found, undetermined=tuple(_undetermined(register, contingency, _start(contingency))))


def chain(register: Register, contingency: Contingency, mode: Mode = "letter", rounds: int = MAX_ROUNDS) -> Cascade:
    """Return the chain alone, for those who do not tell what is undetermined.

    Parameters
    ----------
    mode : {"letter", "all-pledges", "as-entered"}
        What brings a state in.
    rounds : int
        After so many the chain is cut, without asking whether it would go on; as entered there is no such limit.
    """
    if mode == "as-entered":
        return Cascade(mode, (_as_entered(register, contingency),))
    waiting, done, is_cut = [_start(contingency)], [], False
    while waiting:
        course = waiting.pop(0)
        is_last = len(course.rounds) >= rounds
        followed = [] if is_last else list(_advance(register, contingency, course, mode))
        if not followed:
            is_cut |= is_last
            done.append(_closed(course))
        elif len(waiting) + len(done) + len(followed) > MAX_BRANCHES:
            is_cut = True
            done.append(_closed(course))
        else:
            waiting.extend(followed)
    return Cascade(mode, tuple(done), is_cut)


def _start(contingency: Contingency) -> _Course:
    return _Course(contingency.events, frozenset(_enmities_of(contingency)))


def _closed(course: _Course) -> Branch:
    return Branch(course.choices, course.rounds, tuple(sorted(course.enmities)))


def _enmities_of(contingency: Contingency) -> Iterator[Enmity]:
    for event in contingency.events:
        yield from _pairs(event.attackers, event.targets)
    for war in contingency.belligerents:
        yield from _pairs(war.side_a, war.side_b)


def _pairs(one: Iterable[str], other: Iterable[str]) -> Iterator[Enmity]:
    others = tuple(other)
    for a in one:
        for b in others:
            yield a, b
            yield b, a


# --- by the letter, and with all pledges ------------------------------------------------------------------------------


def _advance(register: Register, contingency: Contingency, course: _Course, mode: Mode) -> Iterator[_Course]:
    """Yield what may follow a course: one course if no duty conflicts, one a choice if some do; none at the end."""
    candidates = _candidates(register, contingency, course, _HONOURED[mode])
    if not candidates:
        return
    torn = [one for one in candidates if _is_torn(one)]
    for choice in _choices(torn):
        chosen = {one.state: _chosen(one, choice.get(one.state)) for one in candidates}
        moves = tuple(_move(register, contingency, course, one) for one in chosen.values() if one.against)
        names = _namer(register, contingency, course.events[0])
        words = tuple(f"{names(state)} stands by {names(ally)}" for state, ally in sorted(choice.items()))
        torn_words = tuple(
            f"{names(one.state)} is bound to {' and to '.join(sorted(map(names, one.against)))}" for one in torn
        )
        finished = Round(len(course.rounds) + 1, course.events, moves, torn_words)
        yield _Course(
            events=_derived(register, contingency, course, moves, finished.number),
            enmities=course.enmities | {pair for move in moves for pair in _pairs([move.state], move.against)},
            rounds=(*course.rounds, finished),
            choices=(*course.choices, *words),
        )


def _undetermined(register: Register, contingency: Contingency, course: _Course) -> Iterator[Finding]:
    """Yield the duties to fight of which the events of a course leave open whether they are due."""
    for one in _candidates(register, contingency, course, _OPEN):
        for ally in sorted(one.against):
            yield from one.duties[ally]


def _candidates(
    register: Register, contingency: Contingency, course: _Course, wanted: Collection[Status]
) -> list[_Candidate]:
    found: dict[str, _Candidate] = {}
    for scene, findings in _scenes(register, contingency, course, wanted):
        for finding in findings:
            against = {
                other
                for other in scene.opponents_of(finding.beneficiary)
                if other != finding.obligor and (finding.obligor, other) not in course.enmities
            }
            if against:
                one = found.setdefault(finding.obligor, _Candidate(finding.obligor))
                one.duties.setdefault(finding.beneficiary, []).append(finding)
                one.against.setdefault(finding.beneficiary, set()).update(against)
    kept = (_without_comrades(one, course.enmities) for one in found.values())
    return sorted((one for one in kept if one.against), key=lambda one: one.state)


def _without_comrades(one: _Candidate, enmities: frozenset[Enmity]) -> _Candidate:
    """Drop the duties that would turn a state against those beside whom it already fights."""
    foes = {b for a, b in enmities if a == one.state}
    comrades = {a for a, b in enmities if b in foes and a != one.state} - foes
    against = {ally: others - comrades for ally, others in one.against.items() if ally not in foes}
    return _Candidate(one.state, one.duties, {ally: others for ally, others in against.items() if others})


def _is_torn(one: _Candidate) -> bool:
    """Whether a state would fight one ally for the sake of another."""
    adversaries = set().union(*one.against.values())
    return bool(adversaries & set(one.against))


def _choices(torn: list[_Candidate]) -> list[dict[str, str]]:
    choices: list[dict[str, str]] = [{}]
    for one in torn:
        choices = [{**choice, one.state: ally} for choice in choices for ally in sorted(one.against)]
    return choices


def _chosen(one: _Candidate, ally: str | None) -> _Candidate:
    if ally is None:
        return one
    return _Candidate(one.state, {ally: one.duties[ally]}, {ally: one.against[ally]})


def _move(register: Register, contingency: Contingency, course: _Course, one: _Candidate) -> Move:
    against = tuple(sorted(set().union(*one.against.values())))
    (scene, *_) = scenes(register, replace(contingency, events=course.events[:1]))
    return Move(
        state=one.state,
        beside=tuple(sorted(one.against)),
        against=against,
        duties=tuple(duty for ally in sorted(one.against) for duty in one.duties[ally]),
        in_the_way=tuple(words for other in against for words in other_duties(one.state, other, scene)),
    )


def _scenes(
    register: Register, contingency: Contingency, course: _Course, wanted: Collection[Status]
) -> list[tuple[Scene, tuple[Finding, ...]]]:
    """Return the open events of a course, each with the wars under way by then as context, and the duties to fight."""
    return duties_to_fight(
        register,
        (
            replace(contingency, events=(event,), belligerents=(*contingency.belligerents, *_wars(course, event.date)))
            for event in course.events
        ),
        wanted,
    )


def _wars(course: _Course, day: Day) -> Iterator[War]:
    """Yield the wars that earlier rounds have brought about."""
    for finished in course.rounds:
        for move in finished.moves:
            yield War((move.state,), move.against, day)


def _derived(
    register: Register, contingency: Contingency, course: _Course, moves: tuple[Move, ...], number: int
) -> tuple[Event, ...]:
    """Return the acts of those who came in: one event for each adversary, all who turned on it together."""
    day = max(event.date for event in course.events)
    aggressors = {attacker for event in contingency.events for attacker in event.attackers}
    events = []
    for adversary in sorted({other for move in moves for other in move.against}):
        attackers = tuple(sorted(move.state for move in moves if adversary in move.against))
        events.append(
            _act_of_entry(register, f"round-{number}-{adversary}", day, attackers, adversary, adversary in aggressors)
        )
    return tuple(events)


def _act_of_entry(
    register: Register, event_id: str, day: Day, attackers: tuple[str, ...], adversary: str, was_first: bool
) -> Event:
    return Event(
        id=event_id,
        date=day,
        attackers=attackers,
        targets=(adversary,),
        place=_seat(register, adversary, day),
        act=Act(
            kind="armed_attack",
            gravity="major",
            first_use_of_force=(adversary,) if was_first else attackers,
            provoked="true" if was_first else "false",
            declared_war=True,
        ),
    )


def _seat(register: Register, state: str, day: Day) -> Place:
    actor = register.actors.get(state)
    seat = actor.capital_on(day) if actor else None
    return Place(
        name=seat.name if seat else "",
        point=Point(seat.lat, seat.lon) if seat else None,
        kind="metropolitan",
        object="territory",
        sovereign=state,
        administered_by=state,
        within_recognised_borders=True,
    )


# --- as entered -------------------------------------------------------------------------------------------------------


def _as_entered(register: Register, contingency: Contingency) -> Branch:
    """Follow the entries that the contingency lists, day by day, each with the duties that called for it."""
    course = _start(contingency)
    entries = sorted(contingency.entries, key=lambda entry: (entry.date, entry.state))
    for day, group in groupby(entries, key=lambda entry: entry.date):
        together = list(group)
        events = (*course.events, *(_event_of(register, entry, day) for entry in together))
        dated = replace(course, events=tuple(replace(event, date=max(event.date, day)) for event in events))
        owed = [finding for _, findings in _scenes(register, contingency, dated, _LISTED) for finding in findings]
        moves = tuple(_entered(register, contingency, course, entry, owed) for entry in together)
        enmities = course.enmities | {pair for entry in together for pair in _pairs([entry.state], entry.against)}
        fighting = {state for state, _ in enmities}
        uncalled = tuple(finding for finding in owed if finding.status == "due" and finding.obligor not in fighting)
        finished = Round(len(course.rounds) + 1, events, moves, uncalled=uncalled)
        course = _Course(events, enmities, (*course.rounds, finished))
    return _closed(course)


def _entered(
    register: Register, contingency: Contingency, course: _Course, entry: EntryIntoWar, owed: list[Finding]
) -> Move:
    (scene, *_) = scenes(register, replace(contingency, events=course.events[:1]))
    own_act = f"{entry.date.text}-{entry.state}"
    duties = tuple(
        finding
        for finding in owed
        if (finding.obligor, finding.beneficiary) == (entry.state, entry.beside) and finding.event != own_act
    )
    in_the_way = tuple(words for other in entry.against for words in other_duties(entry.state, other, scene))
    return Move(entry.state, (entry.beside,), entry.against, duties, in_the_way)


def _event_of(register: Register, entry: EntryIntoWar, day: Day) -> Event:
    """Return the act by which a state came in; one that was attacked is the target of it."""
    event_id = f"{day.text}-{entry.state}"
    if entry.how == "attacked":
        attackers, target = entry.against, entry.state
    else:
        attackers, target = (entry.state,), entry.against[0]
    targets = (target,) if entry.how == "attacked" else entry.against
    act = Act(
        kind="armed_attack", gravity="major", first_use_of_force=attackers, declared_war=entry.how == "declared_war"
    )
    return Event(event_id, day, attackers, targets, _seat(register, target, day), act)


def _namer(register: Register, contingency: Contingency, event: Event) -> Callable[[str], str]:
    (scene,) = scenes(register, replace(contingency, events=(event,)))
    return scene.name
