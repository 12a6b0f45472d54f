"""Wars as questions, and whether they were a case for an alliance."""

from __future__ import annotations

from typing import Any

import pytest
from tests.measures.casus_foederis.test_coarse_register import ALL_CODES
from tests.measures.concordance.made_up import ALBA, BRENN, CORIN, DORNE, ELUN, alliances, held, row

from foedus._base.dates import Day
from foedus.measures.casus_foederis.case import WHO_ATTACKED, Case, case, found_in
from foedus.measures.casus_foederis.coarse_register import coarse_register
from foedus.measures.casus_foederis.wars import Question, questions, standing

OPENED = (1910, 1, 1)


def fought(state: int, side: int, start: tuple[int, int, int] = OPENED, *, began: bool = False, **more: Any) -> Any:
    """Return a row of the table of participants."""
    days = dict(zip(("start_year1", "start_month1", "start_day1"), start, strict=True))
    end = dict(zip(("end_year1", "end_month1", "end_day1"), more.pop("end", (1912, 1, 1)), strict=True))
    return {"ccode": state, "side": side, "initiator": 1 if began else 2, "wherefought": 2, **days, **end, **more}


DORNE_ATTACKS_ALBA = (fought(DORNE, 1, began=True), fought(ALBA, 2))


def of(*rows: Any) -> dict[str, Question]:
    return {one.kind: one for one in questions(held(), rows)}


def answer(war: tuple[Any, ...], *members: Any) -> Case:
    """Return whether a war was a case for the alliance of these members' rows."""
    register = coarse_register(held(), alliances(*members))
    asked = [
        *questions(register, war),
        *standing(register, war, min(treaty.signed for treaty in register.treaties.values())),
    ]
    return case(found_in(register, asked), register.treaties.values())


def member(state: int, start: tuple[int, int, int] = (1900, 1, 1), **codes: Any) -> Any:
    return row(9001, state, start, **{**ALL_CODES, **codes})


def test_a_war_opens_with_the_attack_of_those_who_began_it() -> None:
    opening = of(*DORNE_ATTACKS_ALBA)["opening"]
    (event,) = opening.ways[0].events
    assert (event.attackers, event.targets, str(event.date)) == (("dorne",), ("alba",), "1910-01-01")
    assert (event.act.kind, event.act.gravity, event.act.first_use_of_force) == ("armed_attack", "major", ("dorne",))


def test_what_the_data_do_not_say_is_left_unknown() -> None:
    (event,) = of(*DORNE_ATTACKS_ALBA)["opening"].ways[0].events
    assert (event.act.provoked, event.act.declared_war, event.place.sovereign, event.place.region) == (None,) * 4


def test_one_that_comes_in_later_may_have_attacked_or_been_attacked() -> None:
    asked = of(*DORNE_ATTACKS_ALBA, fought(BRENN, 2, (1910, 6, 1)))
    assert set(asked) == {"opening", "entry"}
    assert [way.events[0].attackers for way in asked["entry"].ways] == [("brenn",), ("dorne",)]
    assert asked["entry"].concerned == {"brenn"}
    assert asked["entry"].ways[0].belligerents[0].opponents_of("alba") == ("dorne",)


def test_one_that_comes_in_beside_the_aggressor_widens_the_attack() -> None:
    asked = of(*DORNE_ATTACKS_ALBA, fought(ELUN, 1, (1910, 6, 1)))
    assert asked["widening"].ways[0].events[0].targets == ("alba",)
    assert asked["widening"].concerned == {"alba"}


def test_one_that_had_left_is_no_longer_fought() -> None:
    left = fought(CORIN, 2, (1910, 1, 1), end=(1910, 3, 1))
    asked = of(*DORNE_ATTACKS_ALBA, left, fought(ELUN, 1, (1910, 6, 1)))
    assert asked["widening"].ways[0].events[0].targets == ("alba",)


def test_a_war_that_nobody_or_everybody_began_asks_nothing() -> None:
    assert not of(fought(DORNE, 1), fought(ALBA, 2))
    assert not of(fought(DORNE, 1, began=True), fought(ALBA, 2, began=True))


@pytest.mark.parametrize(
    ("pledges", "of_the_attacked", "of_the_attacker"),
    [
        ({"defense": 1}, "met", "not_met"),
        ({"offense": 1}, "met", "met"),
        ({"neutral": 1}, "met", "met"),
        ({"neutral": 1, "neucoatt": 1}, "met", "not_met"),
        ({"defense": 1, "defcoloc": 1}, "undetermined", "not_met"),
        ({"consul": 1}, "not_met", "not_met"),
    ],
    ids=str,
)
def test_the_case_of_an_alliance_turns_on_who_was_attacked(
    pledges: dict[str, Any], of_the_attacked: str, of_the_attacker: str
) -> None:
    assert answer(DORNE_ATTACKS_ALBA, member(ALBA, **pledges), member(BRENN, **pledges)).answer == of_the_attacked
    assert answer(DORNE_ATTACKS_ALBA, member(DORNE, **pledges), member(BRENN, **pledges)).answer == of_the_attacker


def test_a_pledge_of_the_belligerent_to_its_partner_is_not_put_to_the_test() -> None:
    assert answer(DORNE_ATTACKS_ALBA, member(ALBA, defense=1), member(BRENN)).answer == "not_met"


def test_of_one_that_came_in_later_nobody_knows_whether_it_was_attacked() -> None:
    war = (*DORNE_ATTACKS_ALBA, fought(BRENN, 2, (1910, 6, 1)))
    found = answer(war, member(BRENN, defense=1), member(CORIN, defense=1))
    assert (found.answer, found.open_questions, found.kinds) == ("undetermined", (WHO_ATTACKED,), ("defend",))
    assert answer(war, member(BRENN, offense=1), member(CORIN, offense=1)).answer == "met"


def test_allies_that_fight_each_other_break_their_peace_whoever_attacked() -> None:
    peace = [member(state, nonagg=1) for state in (DORNE, ALBA)]
    assert answer(DORNE_ATTACKS_ALBA, *peace).answer == "met"
    war = (*DORNE_ATTACKS_ALBA, fought(BRENN, 2, (1910, 6, 1)))
    assert answer(war, *(member(state, nonagg=1) for state in (DORNE, BRENN))).answer == "met"
    assert answer(war, *(member(state, nonagg=1) for state in (ALBA, BRENN))).answer == "not_met"


def test_an_alliance_made_in_the_course_of_a_war_is_put_to_the_test_as_it_stands() -> None:
    late = (1910, 6, 1)
    assert answer(DORNE_ATTACKS_ALBA, member(ALBA, late, defense=1), member(BRENN, late, defense=1)).answer == "met"
    over = (1913, 1, 1)
    assert answer(DORNE_ATTACKS_ALBA, member(ALBA, over, defense=1), member(BRENN, over, defense=1)).answer == "not_met"


def test_nothing_stands_on_the_day_a_war_opens_or_after_it() -> None:
    assert not standing(held(), DORNE_ATTACKS_ALBA, Day.parse("1910-01-01"))
    assert not standing(held(), DORNE_ATTACKS_ALBA, Day.parse("1912-01-02"))
    assert standing(held(), DORNE_ATTACKS_ALBA, Day.parse("1911-01-01"))


def test_those_who_come_in_on_one_day_on_one_side_come_in_together() -> None:
    """Their names were in between those of the other side, which came in on the same day too."""
    day = (1910, 6, 1)
    war = (*DORNE_ATTACKS_ALBA, fought(BRENN, 2, day), fought(CORIN, 1, day), fought(ELUN, 2, day))
    entries = [one.concerned for one in questions(held(), war) if one.kind == "entry"]
    assert entries == [{"corin"}, {"brenn", "elun"}]
