"""A fixed grid of contingencies on which a treaty text shows its behaviour: acts, places and adversaries.

The grid is the same for every text; only the states come from its parties. Nothing is searched for. The overseas
territory, the vessels and the forces abroad are made up: they stand for any of their kind at that place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from foedus._base.dates import Day
from foedus.domain.area import Point
from foedus.domain.condition import AdversaryIs
from foedus.domain.contingency import HIGH_SEAS, Act, Contingency, Event, NonStateActor, Place
from foedus.domain.treaty import Treaty
from foedus.obligations.situation import LOCAL
from foedus.register.check import conditions_of
from foedus.register.register import Register

OUTSIDER, THIRD, GROUP = (f"{LOCAL}{word}" for word in ("outside-state", "third-state", "armed-group"))
AN_OUTSIDER, A_GROUP, ANOTHER_PARTY = "an outside state", "an armed group", "another party"
LABELS = ((OUTSIDER, AN_OUTSIDER), (THIRD, "a third state"), (GROUP, A_GROUP))

MOST_KINDS = 6
_CONTINENTS = ("europe", "north_america", "south_america", "central_america", "caribbean", "africa", "asia", "oceania")

ACTS: tuple[tuple[str, Act], ...] = (
    ("armed attack, unprovoked", Act(kind="armed_attack", gravity="armed_attack", provoked="false")),
    ("armed attack, provoked", Act(kind="armed_attack", gravity="armed_attack", provoked="true")),
    ("armed attack, how grave and whether provoked not known", Act(kind="armed_attack")),
    ("force below an armed attack", Act(kind="armed_attack", gravity="below_armed_attack", provoked="false")),
    ("threat", Act(kind="threat", gravity="below_armed_attack", provoked="false")),
    ("cyber operation as grave as an armed attack", Act(kind="cyber", gravity="armed_attack", provoked="false")),
    ("attack by an armed group", Act(kind="non_state_attack", gravity="armed_attack", provoked="false")),
    ("internal rising", Act(kind="internal", gravity="armed_attack")),
)
"""Each act once; who used force first follows from whether it was provoked."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A contingency put to a text.

    Attributes
    ----------
    name : str
        The id of a case, or the act of the grid, with the author unless it is an outside state.
    place, adversary : str
        Of the grid: the kind of place, and who acts.
    """

    name: str
    contingency: Contingency
    place: str = ""
    adversary: str = ""

    @property
    def is_of_grid(self) -> bool:
        """Whether it belongs to the grid rather than the casebook."""
        return bool(self.place)

    def called(self, actor_id: str, register: Register) -> str:
        """Return what an actor of the trial is called on its first day."""
        actor = register.actors.get(actor_id)
        labels = dict(self.contingency.labels)
        return actor.name_on(self.contingency.events[0].date) if actor else labels.get(actor_id, actor_id)


def kinds_of_party(treaties: Sequence[Treaty], states: Sequence[str], day: Day, register: Register) -> list[list[str]]:
    """Return the states, those that stand alike in the texts and on one continent together.

    One of a kind stands for the others on the grid; who is named apart by a clause is a kind of its own.
    """
    kinds: dict[tuple[object, ...], list[str]] = {}
    for state in states:
        standing = tuple(mark for treaty in treaties for mark in _standing(treaty, state, day))
        kinds.setdefault((*standing, _continent(state, day, register)), []).append(state)
    return list(kinds.values())


def _standing(treaty: Treaty, state: str, day: Day) -> Iterator[object]:
    roles = sorted(place.role for place in treaty.places_on(state, day))
    yield tuple(roles)
    for clause in treaty.clauses:
        yield any(clause.owes.holds(state, role) for role in roles)
        yield any(clause.to.holds(state, role) for role in roles)
        yield any(state in part.by for part in clause.exceptions)


def _continent(state: str, day: Day, register: Register) -> str:
    seat = register.actors[state].capital_on(day)
    if seat is None:
        return ""
    point = Point(seat.lat, seat.lon)
    held = (name for name in _CONTINENTS if name in register.areas and register.lies_in(point, register.areas[name]))
    return next(held, "")


def grid(treaty: Treaty, kinds: Sequence[Sequence[str]], day: Day, register: Register) -> Iterator[Trial]:
    """Yield the contingencies of the grid: each act at each place, on one target of each kind of party.

    The unprovoked armed attack comes from another party and from adversaries that the text names, too.
    """
    for kind, *_ in kinds:
        for place_name, place in _places(kind, day, register):
            for act_name, act in ACTS:
                yield _trial(act_name, act, (place_name, place), kind, (AN_OUTSIDER, OUTSIDER), day)
            name, act = ACTS[0]
            for adversary in _others(treaty, kinds, kind, day, register):
                yield _trial(name, act, (place_name, place), kind, adversary, day)


def _others(
    treaty: Treaty, kinds: Iterable[Sequence[str]], target: str, day: Day, register: Register
) -> Iterator[tuple[str, str]]:
    parties = [state for kind in kinds for state in kind if state != target]
    if parties:
        yield ANOTHER_PARTY, parties[-1]
    conditions = (one for clause in treaty.clauses for one in conditions_of(clause))
    named = {state for one in conditions if isinstance(one, AdversaryIs) for state in one.adversary.states}
    for state in sorted(named - {target}):
        if register.actors[state].existed_on(day):
            yield register.actors[state].name_on(day), state


def _places(target: str, day: Day, register: Register) -> Iterator[tuple[str, Place]]:
    own = Place(kind="metropolitan", object="territory", sovereign=target, administered_by=target)
    yield "metropolitan territory, where not given", own
    seat = register.actors[target].capital_on(day)
    if seat is not None:
        point = Point(seat.lat, seat.lon)
        yield "capital", replace(own, name=seat.name, point=point, within_recognised_borders=True)
    yield (
        "overseas territory, South Atlantic",
        replace(own, point=Point(-20.0, -20.0), kind="overseas_territory", within_recognised_borders=True),
    )
    for ocean, point in (("North Atlantic", Point(45.0, -35.0)), ("Pacific", Point(20.0, 170.0))):
        yield (
            f"vessel on the high seas, {ocean}",
            Place("", point, "high_seas", "public_vessel", None, HIGH_SEAS, HIGH_SEAS),
        )
    yield "forces abroad, Africa", Place("", Point(15.0, 20.0), "forces_abroad", "forces", None, THIRD, THIRD)


def _trial(name: str, act: Act, place: tuple[str, Place], target: str, adversary: tuple[str, str], day: Day) -> Trial:
    called, attacker = adversary
    group = act.kind in {"non_state_attack", "internal"}
    if group:
        called, attacker = A_GROUP, GROUP
    first = {"false": (attacker,), "true": (target,)}.get(act.provoked or "")
    event = Event("1", day, (attacker,), (target,), place[1], replace(act, first_use_of_force=first))
    contingency = Contingency(
        (event,),
        non_state=NonStateActor(GROUP, None, ()) if group else None,
        resists=((target, True),),
        labels=LABELS,
        hypothetical=True,
        title=f"{name}: {place[0]}, by {called}",
    )
    by = "" if group or attacker == OUTSIDER else f", by {called}"
    return Trial(f"{name}{by}", contingency, place[0], called)
