"""What a treaty is: made-up treaties for each rule, and treaties whose kind every textbook tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.measures.concordance.made_up import pact
from tests.obligations.builders import clause

from foedus import FoedusError
from foedus._base.dates import ALWAYS, Day
from foedus.domain.actor import StateClass
from foedus.measures.concordance.coding import code_treaty
from foedus.measures.typology.kinds import all_kinds, kinds, kinds_of_operation
from foedus.measures.typology.world import World

Make = Callable[..., World]
TEXTBOOK = [
    ("nato", "membership", "multilateral"),
    ("nato", "reach", "regional"),
    ("nato", "defense", True),
    ("nato", "condition_place", True),
    ("nato", "milinst", 2),
    ("us-japan-1960", "membership", "bilateral"),
    ("us-japan-1960", "major_minor", True),
    ("dual-1879", "secret", "secret"),
    ("dual-1879", "condition_adversary", True),
    ("molotov-ribbentrop", "secret", "partly"),
    ("molotov-ribbentrop", "nonaggression", True),
    ("molotov-ribbentrop", "defense", False),
    ("us-japan-1951", "form", "formal"),
    ("warsaw-pact", "reach", "regional"),
    ("kellogg", "reach", "global"),
    ("fpda", "form", "declaratory"),
    ("franco-russian-1892", "milinst", 1),
]


@pytest.mark.parametrize(("treaty", "question", "value"), TEXTBOOK, ids=str)
def test_a_known_treaty_is_what_textbooks_say(treaty: str, question: str, value: object, real: World) -> None:
    answer = kinds(real.register.treaty(treaty), real)[question]
    assert answer.value == value
    assert answer.because


def test_every_answer_of_every_treaty_says_what_decides_it(real: World) -> None:
    for one in all_kinds(real):
        assert all(answer.because for answer in one.answers.values()), one.id


def test_pledges_asymmetry_and_secrecy_are_those_of_the_codings(real: World) -> None:
    for treaty in real.register.treaties.values():
        found, coded = kinds(treaty, real), code_treaty(treaty).whole
        for name in ("defense", "offense", "neutrality", "nonaggression", "consultation", "secret"):
            assert found[name].value == coded[name], (treaty.id, name)
        assert found["asymmetric"].value in {coded["asymmetric"], None}, treaty.id


def test_on_a_day_only_parties_and_clauses_of_that_day_count(real: World) -> None:
    nato = real.register.treaty("nato")
    then, now = (kinds(nato, real, Day.parse(day)) for day in ("1949-12-31", "2024-12-31"))
    assert "12 parties" in then["membership"].because
    assert "32 parties" in now["membership"].because
    assert "Great Powers on 1949-12-31" in then["major_minor"].because


def test_a_treaty_has_no_kind_on_a_day_on_which_it_was_not_in_force(real: World) -> None:
    with pytest.raises(FoedusError, match="nato was not in force on 1948-01-01"):
        kinds(real.register.treaty("nato"), real, Day.parse("1948-01-01"))


# --- rule by rule -----------------------------------------------------------------------------------------------------


def one(make: Make, **fields: Any) -> Any:
    """Return the kind of a made-up treaty of Alba and Brenn."""
    world = make(pact(**fields))
    return kinds(world.register.treaty("pact"), world)


@pytest.mark.parametrize(
    ("states", "value"),
    [(["alba"], "unilateral"), (["alba", "brenn"], "bilateral"), (["alba", "brenn", "corin"], "multilateral")],
)
def test_membership_counts_the_states_that_are_bound(states: list[str], value: str, world_of: Make) -> None:
    guarantee = clause(owes={"states": ["alba"]}, to={"states": ["brenn"]})
    assert one(world_of, parties=[{"states": states}], clauses=[guarantee])["membership"].value == value


@pytest.mark.parametrize(
    ("states", "value"),
    [
        (["alba", "brenn"], "regional"),
        (["alba", "corin"], "interregional"),
        (["alba", "corin", "dorne"], "global"),
        (["alba", "elun"], None),
    ],
)
def test_reach_is_where_the_capitals_lie(states: list[str], value: str | None, world_of: Make) -> None:
    assert one(world_of, parties=[{"states": states}])["reach"].value == value


def test_a_treaty_whose_pledges_hold_for_a_place_is_regional_wherever_its_members_are(world_of: Make) -> None:
    placed = clause(place=[{"region": ["europe"]}])
    members = [{"states": ["alba", "corin", "dorne"]}]
    assert one(world_of, parties=members, clauses=[placed])["reach"].value == "regional"
    both = [placed, clause(id="art-2", article="2")]
    assert one(world_of, parties=members, clauses=both)["reach"].value == "global"


def test_what_is_owed_by_one_alone_is_asymmetric_and_its_article_is_named(world_of: Make) -> None:
    guarantee = clause(owes={"states": ["alba"]}, to={"states": ["brenn"]})
    answer = one(world_of, clauses=[guarantee])["asymmetric"]
    assert answer.value is True
    assert "art. 1" in answer.because
    assert one(world_of)["asymmetric"].value is False


@pytest.mark.parametrize(
    ("fields", "condition"),
    [
        ({"place": [{"region": ["europe"]}]}, "place"),
        ({"adversary": [{"adversary": {"states": ["dorne"]}}]}, "adversary"),
        ({"act": [{"unprovoked": True}]}, "provocation"),
        ({"procedure": [{"request": {"for": "assistance"}}]}, "request"),
        ({"procedure": [{"finding": {"what": ["act_of_aggression"], "by": "organ"}}]}, "decision"),
        ({"strength": "collective_decision"}, "decision"),
        ({"beneficiary_is": ["at_war"]}, "war_under_way"),
    ],
    ids=str,
)
def test_a_condition_is_told_with_its_article(fields: dict[str, Any], condition: str, world_of: Make) -> None:
    found = one(world_of, clauses=[clause(**fields)])
    assert found["conditional"].value is True
    assert [name for name, answer in found.answers.items() if name.startswith("condition_") and answer.value] == [
        f"condition_{condition}"
    ]
    assert found[f"condition_{condition}"].because == "art. 1"


def test_without_a_pledge_nothing_is_known_of_conditions(world_of: Make) -> None:
    power = clause(obligation="discretionary_action", strength="unspecified")
    assert one(world_of, clauses=[power])["conditional"].value is None


def test_a_declaration_is_no_formal_alliance(world_of: Make) -> None:
    assert one(world_of, character="political_declaration")["form"].value == "declaratory"


def test_great_powers_and_others_together_are_major_and_minor(world_of: Make) -> None:
    great = StateClass("great_power", "Great Powers", (("alba", ALWAYS),))
    for powers, value in ((great, True), (StateClass("great_power", "", (("corin", ALWAYS),)), False)):
        world = world_of(pact(), classes={"great_power": powers})
        assert kinds(world.register.treaty("pact"), world)["major_minor"].value is value


# --- coalitions -------------------------------------------------------------------------------------------------------


def test_a_coalition_for_one_operation_is_ad_hoc_and_that_of_an_alliance_is_not(real: World) -> None:
    found = {one.id: kinds_of_operation(one, real) for one in real.register.operations.values()}
    assert found["gulf-coalition-1990"]["form"].value == "ad_hoc"
    assert found["kfor"]["form"].value == "standing"
    assert "nato" in found["kfor"]["form"].because
    assert found["gulf-coalition-1990"]["reach"].value == "global"
