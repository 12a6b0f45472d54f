"""ATOP's alliances as clauses: what a code makes due, what it leaves open, and that the engine runs on all of them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.measures.concordance.made_up import ALBA, BRENN, CORIN, DORNE, ELUN, alliances, held, row
from tests.obligations.builders import facts, findings, status, without

from foedus._base.dates import Day
from foedus.domain.contingency import Act, Contingency, Event
from foedus.measures.casus_foederis.coarse_register import coarse_register
from foedus.measures.concordance.alliances import phases
from foedus.obligations.resolve import resolve
from foedus.register.register import Register
from foedus.sources.reading import load
from foedus.sources.registry import source

CONDITIONS = ("adv", "loc", "con", "num", "dem", "npr")
ALL_CODES: dict[str, Any] = {
    **dict.fromkeys((f"{stem}co{name}" for stem in ("def", "off", "neu", "con") for name in CONDITIONS), 0),
    **dict.fromkeys(("neucoatt", "concoreq", "olimob", "obvary", "specthrt", "statthr1", "statthr2", "wartime"), 0),
}
DEFENDS_ELUN = {"attackers": ["Dorne"], "targets": ["Elun"]}


def coarse(*members: int, **codes: Any) -> Register:
    """Return the register of one alliance of these states (Alba and Brenn if none is named), all with these codes."""
    rows = [row(9001, member, **{**ALL_CODES, **codes}) for member in members or (ALBA, BRENN)]
    return coarse_register(held(), alliances(*rows))


def asked(register: Register, **change: Any) -> str:
    """Return what Brenn owes Alba when Dorne attacks it."""
    return status(register, facts(**change), treaty_id="atop-9001")


def test_an_unconditional_pledge_of_defence_is_due_to_the_one_attacked_only() -> None:
    register = coarse(defense=1)
    assert asked(register) == "due"
    assert asked(register, attackers=["Alba"], targets=["Dorne"]) == "not_due"
    assert status(register, facts(), "corin", treaty_id="atop-9001") == "none"


@pytest.mark.parametrize("pledge", ["offense", "neutral"])
def test_offence_and_neutrality_are_due_whoever_attacks(pledge: str) -> None:
    register = coarse(**{pledge: 1})
    assert asked(register) == "due"
    assert asked(register, attackers=["Alba"], targets=["Dorne"]) == "due"


def test_neutrality_for_a_partner_that_is_attacked_is_not_due_to_an_attacker() -> None:
    register = coarse(neutral=1, neucoatt=1)
    assert asked(register) == "due"
    assert asked(register, attackers=["Alba"], targets=["Dorne"]) == "not_due"


@pytest.mark.parametrize("condition", [f"defco{name}" for name in ("adv", "loc", "con", "num", "dem")])
@pytest.mark.parametrize("code", [1, None])
def test_a_condition_without_content_makes_the_duty_undetermined_and_never_due(
    condition: str, code: int | None
) -> None:
    register = coarse(defense=1, **{condition: code})
    assert asked(register) == "undetermined"
    assert asked(register, attackers=["Alba"], targets=["Dorne"]) == "not_due"


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ({"statthr1": DORNE, "specthrt": 1}, "due"),
        ({"statthr2": DORNE, "statthr1": ELUN, "specthrt": 4}, "due"),
        ({"statthr1": ELUN, "specthrt": 1}, "undetermined"),
        ({}, "undetermined"),
    ],
    ids=str,
)
def test_an_adversary_is_known_if_a_threat_is_named(codes: dict[str, int], expected: str) -> None:
    assert asked(coarse(defense=1, defcoadv=1, **codes)) == expected


def test_a_pledge_against_unprovoked_attack_turns_on_the_provocation() -> None:
    register = coarse(defense=1, defconpr=1)
    assert asked(register) == "due"
    assert asked(register, act={"provoked": True}) == "not_due"
    assert status(register, without(facts(), "act", "provoked"), treaty_id="atop-9001") == "undetermined"


def test_a_pledge_for_the_war_in_which_it_was_made_holds_in_it_alone() -> None:
    register = coarse(defense=1, defcocon=1, wartime=1)
    war = {"side_a": ["Alba"], "side_b": ["Dorne"], "since": "1910-01-01"}
    assert asked(register, belligerents=[war]) == "due"
    assert asked(register) == "not_due"


def test_what_varies_among_partners_is_open_only_where_there_are_several() -> None:
    assert asked(coarse(defense=1, obvary=1)) == "due"
    assert asked(coarse(ALBA, BRENN, CORIN, defense=1, obvary=1)) == "undetermined"
    assert asked(coarse(defense=1, olimob=1)) == "undetermined"


def test_a_member_owes_what_its_own_codes_say() -> None:
    none: dict[str, Any] = dict(ALL_CODES)
    rows = [row(9001, ALBA, **none), row(9001, BRENN, **{**none, "defense": 1})]
    register = coarse_register(held(), alliances(*rows))
    assert asked(register) == "due"
    assert not findings(register, facts(targets=["Brenn"], place={"sovereign": "Brenn"}))


def test_it_is_law_from_entry_to_exit() -> None:
    codes: dict[str, Any] = {**ALL_CODES, "defense": 1}
    rows = [row(9001, member, (1910, 6, 2), (1911, 0, 0), **codes) for member in (ALBA, BRENN)]
    register = coarse_register(held(), alliances(*rows))
    assert asked(register) == "none"
    assert asked(register, date="1910-06-02") == "due"
    assert asked(register, date="1912-01-01") == "none"


def test_a_state_the_register_does_not_have_keeps_its_number() -> None:
    register = coarse(ALBA, 777, defense=1)
    (finding,) = findings(register, facts())
    assert (finding.obligor, finding.status) == ("cow-777", "due")


flags = st.fixed_dictionaries({name: st.sampled_from([0, 1, None]) for name in ALL_CODES if name.startswith("def")})


@given(flags)
def test_a_condition_more_never_makes_a_duty_due(codes: dict[str, int | None]) -> None:
    bare = asked(coarse(defense=1))
    conditioned = asked(coarse(defense=1, **codes))
    assert bare == "due"
    open_ones = any(codes[f"defco{name}"] != 0 for name in ("adv", "loc", "con", "num", "dem"))
    assert conditioned == ("undetermined" if open_ones else "due")


@pytest.mark.data
def test_the_engine_runs_on_every_alliance(register: Register, shared_data: Path) -> None:
    tables = load(source("atop"), [shared_data / "atop" / "atop5_1m.csv"]).tables
    held_phases = phases(tables["members"])
    every = coarse_register(register, held_phases)
    assert len(held_phases) == 789
    statuses: Counter[str] = Counter()
    for treaty in every.treaties.values():
        one, other = (party.state for party in treaty.parties[:2])
        day = max(party.bound.start for party in treaty.parties[:2] if party.bound and party.bound.start)
        act = Act("armed_attack", "major")
        event = Event("attack", Day.from_number(day.last), ("nobody",), (other,), act=act)
        found = [one for one in resolve(every, Contingency((event,))) if one.treaty == treaty.id]
        statuses.update(finding.status for finding in found)
        assert one in {party.state for party in treaty.parties}
    assert set(statuses) == {"due", "undetermined", "not_due", "conditional"}
