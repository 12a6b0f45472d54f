"""Guarantees: section 13 of the semantics, against `resolve` one attack at a time."""

from __future__ import annotations

from random import Random

import pytest
from tests.obligations.builders import register, treaty

from foedus import load_register
from foedus._base.dates import Day
from foedus._base.documents import Document
from foedus.obligations.guarantee_changes import Change, changes
from foedus.obligations.guarantees import Guarantees, attack, guarantees, states_on
from foedus.obligations.resolve import resolve
from foedus.register.suppose import suppose

REGISTER = load_register()
DAY = Day.parse("2026-01-01")
SAMPLE = 25


@pytest.fixture(scope="module")
def found() -> Guarantees:
    return guarantees(REGISTER, DAY)


def by_attack(held: Guarantees) -> dict[tuple[str, str], set[tuple[str, ...]]]:
    listed: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for event, *rest in held.statuses.rows():
        pair = held.actors[held.attacker[event]], held.actors[held.target[event]]
        listed.setdefault(pair, set()).add(tuple(rest))
    return listed


def test_every_ordered_pair_of_states_is_an_attack(found: Guarantees) -> None:
    """§13.1."""
    states = states_on(REGISTER, DAY)
    pairs = {(found.actors[a], found.actors[t]) for a, t in zip(found.attacker, found.target, strict=True)}
    assert len(states) == 197
    assert pairs == {(a, t) for a in states for t in states if a != t}


@pytest.mark.parametrize("day", ["2026-01-01", "1939-08-31"])
def test_an_attack_finds_what_resolve_finds(day: str) -> None:
    """§13.1, §13.2: on attacks drawn at random, and two that are known."""
    held = guarantees(REGISTER, Day.parse(day))
    listed = by_attack(held)
    draw = Random(20260101).sample(range(len(held.attacker)), SAMPLE)
    drawn = [(held.actors[held.attacker[at]], held.actors[held.target[at]]) for at in draw]
    for attacker, target in [*drawn, ("russia", "estonia"), ("russia", "poland")]:
        if (attacker, target) == ("russia", "poland") or attacker in states_on(REGISTER, Day.parse(day)):
            asked = attack(REGISTER, attacker, target, Day.parse(day))
            plain = {
                (f.obligor, f.beneficiary, f.treaty, f.clause, f.status)
                for f in resolve(REGISTER, asked)
                if f.status != "not_due"
            }
            assert listed.get((attacker, target), set()) == plain


def test_only_some_duties_can_be_asked_for(found: Guarantees) -> None:
    only = found.only(["neutrality"]).statuses
    assert {only.clauses[number][1].obligation for number in only.clause.tolist()} == {"neutrality"}


def test_rows_are_sorted_by_attack_then_duty(found: Guarantees) -> None:
    ordered = found.only(["neutrality"]).sorted().statuses
    keys = list(zip(ordered.event, ordered.clause, ordered.obligor, ordered.beneficiary, strict=True))
    assert keys == sorted(keys)


def _defence(differing: list[Change]) -> set[tuple[str, str, str]]:
    return {(one.obligor, one.beneficiary, one.after or "") for one in differing if one.obligation == "defend"}


def test_a_supposed_accession_changes_what_is_owed_to_and_by_the_newcomer() -> None:
    """§13.3."""
    told = Document("made up", [{"state": "Ukraine", "joins": "nato", "from": "2022-01-01"}])
    day = Day.parse("2022-02-24")
    differing = changes(guarantees(REGISTER, day), guarantees(suppose(told, REGISTER), day))
    assert {one.treaty for one in differing} == {"nato"}
    assert all("ukraine" in {one.obligor, one.beneficiary} for one in differing)
    allies = {party.state for party in REGISTER.treaties["nato"].parties if party.may_be_bound_on(day)}
    gained = _defence(differing)
    assert gained == {pair for ally in allies for pair in ((ally, "ukraine", "due"), ("ukraine", ally, "due"))}


def test_what_changed_turned_round_is_the_same_changes_the_other_way() -> None:
    """§13.3."""
    one, other = (guarantees(REGISTER, Day.parse(day)).only(["defend"]) for day in ("1949-08-01", "1949-09-01"))
    there, back = changes(one, other), changes(other, one)
    assert [(c.obligor, c.beneficiary, c.before, c.after) for c in there] == [
        (c.obligor, c.beneficiary, c.after, c.before) for c in back
    ]
    assert {c.treaty for c in there} == {"nato"}


def test_an_answer_does_not_differ_from_itself(found: Guarantees) -> None:
    assert changes(found, found) == []


def test_without_states_nothing_is_attacked() -> None:
    nothing = guarantees(register(treaty()), Day.parse("1910-06-01"))  # the five made-up states have no capitals
    assert (len(nothing.attacker), len(nothing)) == (0, 0)
