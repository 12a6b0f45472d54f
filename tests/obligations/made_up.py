"""Registers and contingencies made up at random: every condition, reading, suspension and list, among five states."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any, get_args

from hypothesis import strategies as st
from tests.obligations.builders import actor, clause, register, treaty
from tests.obligations.strategies import given_of

from foedus._base.dates import ALWAYS, Day, Spell
from foedus.domain import condition as conditions
from foedus.domain import vocabulary as words
from foedus.domain.actor import StateClass
from foedus.domain.area import Point
from foedus.domain.contingency import DISPUTED, HIGH_SEAS, Contingency
from foedus.domain.evidence import Evidence
from foedus.domain.group import Group
from foedus.domain.treaty import CarveOut, Clause, Reading, Steps, Suspension, Treaty
from foedus.register.decode import decode_area
from foedus.register.register import Register

STATES = ("alba", "brenn", "corin", "dorne", "elun")
DAY = "1910-06-01"
DATES = (DAY, "1910", "1909-01-01", "1910-05", "1912-01-01")
TREATIES = ("pact", "league", "entente")
AREAS = {"south": {"name": "south", "shape": {"south_of": 0}}, "europe": {"name": "Europe", "shape": {"north_of": 30}}}
POWERS = StateClass("powers", "Powers", (("alba", ALWAYS), ("dorne", Spell(None, Day.parse("1910")))))


def some(values: Any, most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    """Draw a few different values."""
    return st.lists(st.sampled_from(values), min_size=1, max_size=most, unique=True).map(tuple)


def of(vocabulary: Any) -> st.SearchStrategy[Any]:
    """Draw a word of a vocabulary."""
    return st.sampled_from(get_args(vocabulary))


def maybe_some(values: Any) -> st.SearchStrategy[tuple[Any, ...]]:
    """Draw a few different values, or none."""
    return st.just(()) | some(values)


classes = st.sampled_from([(), ("powers",)])
actor_sets = st.builds(conditions.ActorSet, states=maybe_some(STATES), classes=classes)
whose = of(conditions.RoleWord) | actor_sets
finders = st.builds(
    conditions.Finder,
    states=maybe_some(STATES),
    classes=classes,
    actors=st.sampled_from([(), ("council",)]),
    each=st.booleans(),
)
finding_by = st.sampled_from(["obligor", "beneficiary", "any_party", "all_parties", "organ", "anyone"]) | finders

CONDITIONS: dict[type, st.SearchStrategy[Any]] = {
    conditions.ActIs: st.builds(conditions.ActIs, some(get_args(words.ActKind), 3)),
    conditions.GravityAtLeast: st.builds(conditions.GravityAtLeast, of(words.Gravity)),
    conditions.MeansUsed: st.builds(conditions.MeansUsed, some(["invasion", "blockade", "sabotage"])),
    conditions.Unprovoked: st.builds(conditions.Unprovoked, st.booleans()),
    conditions.FirstUse: st.builds(conditions.FirstUse, st.sampled_from(["adversary", "beneficiary"])),
    conditions.WarDeclared: st.builds(conditions.WarDeclared, st.booleans()),
    conditions.ExternallyDirected: st.builds(conditions.ExternallyDirected, st.booleans()),
    conditions.Indirect: st.builds(conditions.Indirect, st.booleans()),
    conditions.Authorised: st.builds(conditions.Authorised, st.booleans()),
    conditions.Mobilised: st.builds(
        conditions.Mobilised,
        st.builds(conditions.MobilisedBy, states=some(STATES), classes=classes, count=st.integers(1, 2)),
    ),
    conditions.InRegion: st.builds(conditions.InRegion, some(["europe", "asia"])),
    conditions.InArea: st.builds(conditions.InArea, st.just("south")),
    conditions.TerritoryOf: st.builds(conditions.TerritoryOf, whose),
    conditions.AdministeredBy: st.builds(conditions.AdministeredBy, whose),
    conditions.PlaceIs: st.builds(conditions.PlaceIs, some(["metropolitan", "high_seas"])),
    conditions.ObjectHit: st.builds(conditions.ObjectHit, some(["territory", "vessel"])),
    conditions.Recognised: st.builds(conditions.Recognised, st.booleans()),
    conditions.AdversaryIs: st.builds(
        conditions.AdversaryIs,
        st.builds(
            conditions.AdversarySet,
            states=maybe_some(STATES),
            classes=classes,
            or_allies=st.booleans(),
            each=st.booleans(),
        ),
    ),
    conditions.Adversaries: st.builds(
        conditions.Adversaries, st.builds(conditions.AdversaryNumber, at_least=st.integers(1, 3), classes=classes)
    ),
    conditions.AdversaryIsParty: st.builds(conditions.AdversaryIsParty, st.booleans()),
    conditions.AlreadyAtWar: st.builds(conditions.AlreadyAtWar, st.booleans()),
    conditions.Request: st.builds(
        conditions.Request,
        st.builds(
            conditions.RequestMade, purpose=of(words.RequestPurpose), by=st.sampled_from(["beneficiary", "any_party"])
        ),
    ),
    conditions.FindingOf: st.builds(
        conditions.FindingOf,
        st.builds(conditions.FindingMade, what=some(["casus_foederis", "authorisation"]), by=finding_by),
    ),
    conditions.Entry: st.builds(
        conditions.Entry,
        st.builds(conditions.EntryMade, states=some(STATES), beside=whose, how=some(get_args(words.EntryManner), 3)),
    ),
    conditions.Resists: st.just(conditions.Resists("beneficiary")),
    conditions.Undisclosed: st.just(conditions.Undisclosed("which adversaries")),
    conditions.Bound: st.builds(
        conditions.Bound,
        st.builds(
            conditions.BoundUnder,
            treaty=st.sampled_from(TREATIES),
            state=st.sampled_from(STATES),
            obligation=some(get_args(words.Obligation)),
        ),
    ),
}
"""A strategy for each condition; a test holds that none is missing."""

spells = st.sampled_from([ALWAYS, ALWAYS, ALWAYS, Spell(Day.parse("1910-05"), None), Spell(None, Day.parse("1909"))])
origins = {"spell": spells, "instrument": st.sampled_from(["", "", "secret"])}
leaves = st.one_of(*CONDITIONS.values()).flatmap(lambda one: st.builds(conditions.Leaf, st.just(one), **origins))


def _combined(branch: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    branches = st.lists(branch, min_size=1, max_size=3).map(tuple)
    return (
        st.builds(conditions.AllOf, branches, **origins)
        | st.builds(conditions.AnyOf, branches, **origins)
        | st.builds(conditions.Not, branch, **origins)
    )


trees = st.recursive(leaves, _combined, max_leaves=4)
steps = st.builds(Steps, **dict.fromkeys(("act", "place", "adversary", "procedure"), st.none() | trees))
groups = st.builds(Group, roles=st.just(("party",)), excepted=maybe_some(STATES)) | st.builds(
    Group, states=some(STATES, 3), anyone=st.booleans()
)
readings = st.builds(
    Reading,
    id=st.sampled_from(["rival", "text"]),
    holders=st.just(("a jurist",)),
    spell=spells,
    summary=st.just("another view"),
    steps=steps,
    duty=st.booleans(),
)
carve_outs = st.builds(CarveOut, when=trees, summary=st.just("a carve-out"), by=maybe_some(STATES))


@st.composite
def clauses(draw: st.DrawFn, number: int) -> Clause:
    """Draw a clause with its conditions, carve-outs and readings."""
    return Clause(
        id=f"art-{number}",
        article="1",
        instrument=draw(st.sampled_from(["main", "main", "secret"])),
        obligation=draw(of(words.Obligation)),
        strength="unspecified",
        owes=draw(groups.filter(lambda group: not group.anyone)),
        to=draw(groups),
        beneficiary_is=draw(some(get_args(words.Standing), 3)),
        summary="a duty",
        steps=draw(steps),
        evidence=Evidence("knowledge"),
        spell=draw(spells),
        exceptions=tuple(draw(st.lists(carve_outs, max_size=2))),
        readings=tuple(draw(st.lists(readings, max_size=1))),
    )


@st.composite
def treaties(draw: st.DrawFn, treaty_id: str) -> Treaty:
    """Draw a treaty among the five states."""
    members = draw(st.lists(st.sampled_from(STATES), min_size=2, max_size=4, unique=True))
    dated = [{"states": [state], "from": draw(st.sampled_from(DATES))} for state in members]
    secret = {"id": "secret", "title": "Secret annex", "character": "treaty", "signed": "1900-01-01"}
    known = {"known_to": ["alba"], "published": draw(st.sampled_from(DATES))}
    main = {"id": "main", "title": "Main text", "character": "treaty", "articles": {"1": "all of it"}}
    annex = {**secret, "articles": {"1": "all of it"}, "secret": known}
    written = treaty(treaty_id, clause(), parties=dated, instruments=[main, annex])
    held = register(written).treaties[treaty_id]
    pause = Suspension((members[0],), tuple(members[1:]), draw(spells))
    return replace(
        held,
        clauses=tuple(draw(clauses(number)) for number in range(draw(st.integers(1, 3)))),
        suspensions=(pause,) if draw(st.booleans()) else (),
    )


@st.composite
def registers(draw: st.DrawFn) -> Register:
    """Draw a register of three treaties, with an organ, a class and two areas."""
    council = {"id": "council", "kind": "organisation", "names": [{"name": "Council"}]}
    actors = [*(actor(state.title(), number + 1) for number, state in enumerate(STATES)), council]
    held = {treaty_id: draw(treaties(treaty_id)) for treaty_id in TREATIES}
    return replace(register(actors=actors, areas=AREAS, classes={"powers": POWERS}), treaties=held, known_aliases=None)


def register_of(leaf: conditions.Leaf, standing: tuple[words.Standing, ...]) -> Register:
    """Return a register of one clause that asks one thing, and of another that it may lead on to."""
    held = register(treaty("pact", parties=[{"states": STATES}]), treaty("league"))
    (alone,) = held.treaties["pact"].clauses
    changed = replace(alone, steps=Steps(act=leaf), beneficiary_is=standing)
    treaties = {**held.treaties, "pact": replace(held.treaties["pact"], clauses=(changed,))}
    entente = replace(held.treaties["league"], id="entente")
    areas = {key: decode_area(key, area) for key, area in AREAS.items()}
    classes = {"powers": POWERS}
    return replace(held, treaties={**treaties, "entente": entente}, areas=areas, classes=classes, known_aliases=None)


answers = st.sampled_from([True, False, "disputed"])
dates = st.sampled_from(["1910-05-30", DAY, "1910-07-01"])


@st.composite
def contingencies(draw: st.DrawFn) -> dict[str, Any]:
    """Draw a contingency of one day among the five states, as a document; any fact may be left out."""
    chosen = draw(st.permutations(STATES))
    attackers, targets = list(chosen[: draw(st.integers(1, 2))]), list(chosen[2 : draw(st.integers(3, 4))])
    place = {
        "kind": st.sampled_from(["metropolitan", "high_seas", "overseas_territory"]),
        "object": st.sampled_from(["territory", "vessel"]),
        "region": st.sampled_from(["europe", "asia"]),
        "sovereign": st.sampled_from([*STATES, "disputed", None]),
        "administered_by": st.sampled_from([*STATES, None]),
        "claimants": some(STATES).map(list),
        "within_recognised_borders": st.booleans(),
    }
    act = {
        "kind": of(words.ActKind),
        "gravity": of(words.Gravity),
        "means": st.lists(st.sampled_from(["invasion", "blockade"]), max_size=2, unique=True),
        "first_use_of_force": st.sampled_from([["disputed"], *([state] for state in STATES)]),
        "provoked": answers,
        "external_direction": answers,
        "indirect": st.booleans(),
        "declared_war": st.booleans(),
        "internationally_authorised": st.booleans(),
    }
    state = st.sampled_from(STATES)
    war = st.fixed_dictionaries({"side_a": st.just([chosen[0]]), "side_b": st.just([chosen[4]]), "since": dates})
    entry = {"state": state, "beside": state, "against": some(STATES).map(list), "date": dates}
    call = {"by": state, "to": some(STATES).map(list) | st.sampled_from(TREATIES), "date": dates}
    made = {"by": state | st.just("council"), "treaty": st.sampled_from(TREATIES), "date": dates}
    matters = st.sampled_from(["casus_foederis", "authorisation", "external_direction"])
    lists = {
        "belligerents": st.lists(war, max_size=1),
        "entries": st.lists(st.fixed_dictionaries({**entry, "how": of(words.EntryManner)}), max_size=2),
        "mobilisations": st.lists(st.fixed_dictionaries({"state": state, "date": dates}), max_size=2),
        "requests": st.lists(st.fixed_dictionaries({**call, "for": of(words.RequestPurpose)}), max_size=2),
        "findings": st.lists(st.fixed_dictionaries({**made, "what": matters}), max_size=2),
        "resists": st.dictionaries(st.sampled_from(targets), st.booleans(), max_size=1),
    }
    point = st.sampled_from([{}, {"lat": 40.0, "lon": 10.0}, {"lat": -10.0, "lon": 10.0}])
    first = {
        "id": "first",
        "date": "1910-05-30",
        "attackers": attackers,
        "targets": targets,
        "act": {"kind": "armed_attack", "gravity": "below_armed_attack"},
    }
    event = {
        "date": DAY,
        "attackers": attackers,
        "targets": targets,
        "place": draw(given_of(place)) | draw(point),
        "act": draw(given_of(act)),
    }
    told = draw(given_of(lists))
    if draw(st.booleans()):
        return {**told, **event}
    return {**told, "events": [first, {**event, "id": "second", "cumulative_with": ["first"]}]}


FACTS: dict[str, dict[str, tuple[Any, ...]]] = {
    "act": {
        "kind": (*get_args(words.ActKind), None),
        "gravity": (*get_args(words.Gravity), None),
        "means": (("invasion",), ("blockade", "sabotage"), (), None),
        "first_use_of_force": (("alba",), ("dorne",), ("brenn", "elun"), (DISPUTED,), None),
        "provoked": ("true", "false", DISPUTED, None),
        "external_direction": ("true", "false", DISPUTED, None),
        "indirect": (True, False, None),
        "declared_war": (True, False, None),
        "internationally_authorised": (True, False, None),
    },
    "place": {
        "point": (Point(40.0, 10.0), Point(-10.0, 10.0), None),
        "region": ("europe", "asia", None),
        "kind": ("metropolitan", "high_seas", None),
        "object": ("territory", "vessel", None),
        "sovereign": (*STATES, DISPUTED, HIGH_SEAS, None),
        "administered_by": (*STATES, HIGH_SEAS, None),
        "claimants": (("alba",), ("alba", "dorne"), ()),
        "within_recognised_borders": (True, False, None),
    },
}
"""Values of each fact that a variant may have."""


def variant(asked: Contingency, random: Random) -> Contingency:
    """Return a contingency with some facts, sides and lists changed."""
    *earlier, event = asked.events
    parts: dict[str, Any] = {
        part: replace(
            getattr(event, part),
            **{name: random.choice(values) for name, values in facts.items() if random.random() < 0.3},
        )
        for part, facts in FACTS.items()
    }
    states = random.sample(STATES, 4)
    cut = random.randint(1, 2)
    resists = tuple((state, random.random() < 0.5) for state in STATES if random.random() < 0.5)
    sides: dict[str, Any] = (
        {"attackers": tuple(states[:cut]), "targets": tuple(states[2 : 2 + cut])} if random.random() < 0.5 else {}
    )
    lists: dict[str, Any] = {
        name: getattr(asked, name)[: random.randint(0, 2)]
        for name in ("belligerents", "entries", "mobilisations", "requests", "findings")
    }
    if random.random() < 0.3:
        lists["resists"] = resists
    return replace(asked, events=(*earlier, replace(event, **parts, **sides)), **lists)
