"""Two assessments side by side: what both hold, what one holds, what differs; and the sides are treated alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.assessment.conftest import EXAMPLES
from tests.assessment.test_cases import MEMBER, UKRAINE

from foedus import BadInput, Day, Register, assess, read_contingency, read_file
from foedus._base.documents import Document
from foedus.assessment.band import Band
from foedus.assessment.comparison.compare import PARTS, Assessed, EventPair, compare
from foedus.assessment.comparison.duties import DutyPair, StandingPair
from foedus.assessment.comparison.pair import Pair, matched, matched_in_parts
from foedus.assessment.comparison.parts import BEHIND, BodyPair, LensPair, ResponsePair, Seen, shift
from foedus.assessment.deterrence import Deterrence
from foedus.assessment.outlook import outlooks
from foedus.assessment.owing import owing
from foedus.assessment.responses import Responses
from foedus.assessment.unknown import Unknown
from foedus.measures.capability.reading import Tables
from foedus.register.suppose import suppose

Assessing = Callable[..., Assessed]
Side = Callable[[int], Assessed]
ATTACKED_TOO: dict[str, Any] = {"date": "2026-01-15", "attackers": ["Russia"], "targets": ["Estonia", "Latvia"]}
SIDES = st.integers(0, 9)
"""Which of the ten."""


@pytest.fixture(scope="session")
def assessed(register: Register, no_data: Tables) -> Assessing:
    """Return a side: a bundled contingency by its name or one in words, as it is or under suppositions."""

    def look(case: str | dict[str, Any], supposed: list[dict[str, str]] | None = None, law_on: str = "") -> Assessed:
        held = suppose(Document("suppositions", supposed), register) if supposed else register
        document = read_file(EXAMPLES / f"{case}.yaml") if isinstance(case, str) else Document("case", case)
        contingency = read_contingency(document, held).contingency
        found = assess(held, contingency, law_on=Day.parse(law_on) if law_on else None)
        return Assessed(str(case)[:20], held, found, outlooks(held, found, tables=no_data))

    return look


@pytest.fixture(scope="session")
def side(assessed: Assessing) -> Side:
    """Return one of ten sides that differ in everything, in the law, in a supposition, or in what is not known."""
    baltic = "baltic-2026"
    pool = [
        assessed(baltic),
        assessed(baltic, [{"state": "United States", "leaves": "nato", "from": "2025-06-01"}]),
        assessed(baltic, law_on="2000-01-01"),
        assessed("falklands-1982"),
        assessed("july-1914"),
        assessed("september-1939"),
        assessed(UKRAINE),
        assessed(UKRAINE, MEMBER),
        assessed({"date": "2026-01-15", "attackers": ["Russia"], "targets": ["Estonia"]}),
        assessed({"date": "2026-01-15", "attackers": ["Brazil"], "targets": ["Eritrea"]}),
    ]
    return lambda at: pool[at]


@pytest.fixture(scope="session")
def membership(assessed: Assessing) -> EventPair:
    """Return Ukraine in 2022 as it was beside Ukraine as a supposed member of NATO."""
    (event,) = compare(assessed(UKRAINE), assessed(UKRAINE, MEMBER)).events
    return event


def mirrored(held: Any) -> Any:
    """Return a comparison with every pair in it turned round."""
    if isinstance(held, Pair):
        return Pair(held.b, held.a)
    if isinstance(held, Mapping):
        return MappingProxyType({key: mirrored(value) for key, value in held.items()})
    if isinstance(held, tuple):
        return tuple(map(mirrored, held))
    if isinstance(held, EventPair | DutyPair | StandingPair | ResponsePair | LensPair | BodyPair):
        return replace(held, **{each.name: mirrored(getattr(held, each.name)) for each in fields(held)})
    return held


# ------------------------------------------------------------------------------------------- what holds of any two


@given(a=SIDES, b=SIDES)
def test_the_sides_are_treated_alike(a: int, b: int, side: Side) -> None:
    there, back = compare(side(a), side(b)), compare(side(b), side(a))
    for one, other in zip(back.events, mirrored(there.events), strict=True):
        assert [each.name for each in fields(one) if getattr(one, each.name) != getattr(other, each.name)] == []
    assert back.differs == there.differs


@given(a=SIDES)
def test_nothing_differs_from_itself(a: int, side: Side) -> None:
    same = compare(side(a), side(a))
    assert not same.differs
    for event in same.events:
        assert {one.how for one in event.duties} <= {"same"}
        held: list[Any] = [*event.standing, *event.responses, *event.lenses, *event.bodies]
        assert {one.held.how for one in held} | {one.how for one in event.parts.values()} == {"same"}


@given(a=SIDES, b=SIDES)
def test_every_finding_stands_in_one_pair(a: int, b: int, side: Side) -> None:
    first, second = side(a), side(b)
    (event,) = compare(first, second).events
    assert sorted(map(id, first.assessment.findings)) == sorted(id(one.held.a) for one in event.duties if one.held.a)
    assert sorted(map(id, second.assessment.findings)) == sorted(id(one.held.b) for one in event.duties if one.held.b)


@given(a=SIDES, b=SIDES)
def test_who_is_bound_is_who_is_told_on_either_side(a: int, b: int, side: Side) -> None:
    (event,) = compare(side(a), side(b)).events
    (outlook,) = side(a).outlooks
    held = outlook.responses.held if isinstance(outlook.responses, Responses) else ()
    for to in ("targets", "attackers"):
        told = {(one.state, one.held.a) for one in event.standing if one.to == to}
        bound = {(state, status) for status, states in owing(held, outlook.event, to).items() for state in states}
        assert bound <= told
        assert {status for _, status in told - bound} <= {None, "undetermined", "attacks", "is attacked"}


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_things_are_matched_by_their_keys(a: list[int], b: list[int]) -> None:
    pairs = matched(Pair(a, b), lambda one: one)
    assert [pair.a if pair.a is not None else pair.b for pair in pairs] == sorted({*a, *b})
    assert {pair.a for pair in pairs if pair.how == "same"} == {*a} & {*b}
    assert {pair.a for pair in pairs if pair.how == "only in A"} == {*a} - {*b}
    assert {pair.b for pair in pairs if pair.how == "only in B"} == {*b} - {*a}


def test_of_a_part_that_is_not_known_nothing_in_it_is_known() -> None:
    missing = Unknown("no data")
    assert matched_in_parts(Pair(missing, (1, 2)), lambda one: one) == (Pair(missing, 1), Pair(missing, 2))
    assert {pair.how for pair in matched_in_parts(Pair(missing, (1,)), lambda one: one)} == {"not known"}
    assert matched_in_parts(Pair(missing, missing), lambda one: one) == ()


bands = st.lists(st.floats(0, 1), min_size=2, max_size=2).map(sorted).map(lambda ends: Band(*ends))


@given(bands, bands)
@settings(max_examples=200)
def test_a_band_is_wider_if_the_other_lies_in_it_and_moves_otherwise(a: Band, b: Band) -> None:
    inside = a.low >= b.low and a.high <= b.high
    outside = a.low <= b.low and a.high >= b.high
    wanted = {(True, True): "same", (True, False): "wider", (False, True): "narrower"}.get((inside, outside))
    assert shift(Pair(a, b)) == (wanted or ("higher" if a.low + a.high < b.low + b.high else "lower"))
    turned = {"same": "same", "wider": "narrower", "narrower": "wider", "higher": "lower", "lower": "higher"}
    assert shift(Pair(b, a)) == turned[shift(Pair(a, b))]


# ------------------------------------------------------------------------- one contingency, two set-ups of alliances


def test_a_member_has_thirty_allies_whom_it_had_not(membership: EventPair) -> None:
    gained = [one for one in membership.standing if one.held == Pair(None, "due")]
    assert len(gained) == len(membership.standing) == 30
    assert {one.to for one in gained} == {"targets"}


def test_what_a_treaty_adds_stands_on_one_side_only(membership: EventPair) -> None:
    assert {one.any.treaty for one in membership.duties if one.how == "only in B"} == {"nato"}
    assert [one for one in membership.duties if one.how not in {"same", "only in B"}] == []
    nato = next(one for one in membership.responses if one.treaty == "nato")
    assert nato.tested == Pair(None, nato.tested.b)
    assert isinstance(nato.tested.b, Band)


def test_the_balance_moves_by_those_who_owe_and_not_by_the_target(membership: EventPair) -> None:
    for lens in membership.lenses:
        a, b = lens.held.a, lens.held.b
        assert isinstance(a, Seen)
        assert isinstance(b, Seen)
        assert a.times["alone"] == b.times["alone"]
        assert a.times["with those who owe"] < b.times["with those who owe"]
        assert a.times[BEHIND] == b.times[BEHIND]


def test_a_part_that_one_side_does_not_know_is_not_known_with_its_reason(membership: EventPair) -> None:
    assert membership.parts["decisions"].how == "not known"
    (council,) = [one for one in membership.bodies if one.treaty == "nato"]
    assert isinstance(council.held.a, Unknown)
    assert "no body is on record" in council.held.a.reason


def test_every_part_of_an_outlook_is_compared(membership: EventPair) -> None:
    assert tuple(membership.parts) == PARTS
    assert {"responses", "balance", "deterrence", "decisions", "deciders"} <= set(PARTS)


def test_the_calculation_stands_on_both_sides(membership: EventPair) -> None:
    reckoned = membership.parts["deterrence"]
    assert isinstance(reckoned.a, Deterrence)
    assert isinstance(reckoned.b, Deterrence)
    assert (reckoned.a.needed.at, reckoned.a.blocks) == (None, ())  # there is nobody who could come
    assert reckoned.b.needed.at is not None


# ------------------------------------------------------------------------------------------ two contingencies or laws


def test_a_state_that_attacks_on_one_side_is_not_merely_unbound_there(assessed: Assessing) -> None:
    alone = assessed({**UKRAINE, "date": "2015-01-15"})
    both = assessed({**UKRAINE, "date": "2015-01-15", "attackers": ["Russia", "Belarus"]})
    (event,) = compare(alone, both).events
    belarus = [one.held for one in event.standing if one.state == "belarus"]
    assert Pair(None, "attacks") not in belarus  # it is bound to fight for nobody, so that it does not stand here
    (turned,) = compare(assessed("baltic-2026"), assessed(ATTACKED_TOO)).events
    latvia = next(one for one in turned.standing if one.state == "latvia" and one.to == "targets")
    assert latvia.held == Pair("due", "is attacked")


def test_a_missing_fact_is_not_taken_for_nobody(assessed: Assessing) -> None:
    vague = assessed({"date": "2026-01-15", "attackers": ["Russia"], "targets": ["Estonia"]})
    (event,) = compare(vague, assessed("baltic-2026")).events
    poland = next(one for one in event.standing if one.state == "poland" and one.to == "targets")
    assert poland.held == Pair("undetermined", "due")
    article = next(one for one in event.duties if one.any.obligor == "poland" and one.any.treaty == "nato")
    assert "status" in article.differing


def test_the_same_contingency_under_the_law_of_two_days(assessed: Assessing) -> None:
    (event,) = compare(assessed("baltic-2026", law_on="2000-01-01"), assessed("baltic-2026")).events
    nato = {one.how for one in event.duties if one.any.treaty == "nato" and one.is_live}
    assert nato == {"only in B"}


def test_only_what_a_finding_says_is_compared(assessed: Assessing) -> None:
    finding = assessed("baltic-2026").assessment.findings[0]
    other = replace(finding, event="another", trace=())
    assert DutyPair(Pair(finding, other)).how == "same"
    assert DutyPair(Pair(finding, replace(finding, because="x"))).differing == ("reason",)
    assert DutyPair(Pair(finding, replace(finding, strength="benevolent"))).differing == ("strength",)


def test_contingencies_of_different_length_are_refused(assessed: Assessing) -> None:
    one = assessed("baltic-2026")
    two = replace(one, outlooks=one.outlooks * 2)
    with pytest.raises(BadInput, match="1 events and"):
        compare(one, two)
