"""The challenger's calculation: against every set of allies counted out, and as theory says it must move."""

from __future__ import annotations

from itertools import product
from math import isclose, prod
from typing import Any

import pytest

from foedus.assessment.deterrence import Block, Deterrence
from foedus.assessment.outlook import Outlook
from foedus.assessment.unknown import Unknown


def reckoned(outlook: Outlook) -> Deterrence:
    assert isinstance(outlook.deterrence, Deterrence)
    return outlook.deterrence


def by_counting(outlook: Outlook, coming: list[float], stake: float = 1.0, cost: float = 0.2) -> float:
    """Return what attack is worth: the mean over every set of blocks, each set's worth written out."""
    held = reckoned(outlook)
    assert not isinstance(outlook.balance, Unknown)
    lens = next(one for one in outlook.balance.lenses if one.heading == held.lens)
    worth = 0.0
    for come in product((False, True), repeat=len(held.blocks)):
        chance = prod(p if here else 1 - p for p, here in zip(coming, come, strict=True))
        against = lens.targets.total + sum(
            block.capability for block, here in zip(held.blocks, come, strict=True) if here
        )
        wins = lens.attackers.total / (lens.attackers.total + against)
        worth += chance * (wins * stake - 2 * cost * (1 - wins))
    return worth


def low(block: Block) -> float:
    return block.coming.low if block.due else 0.0


def test_attack_is_worth_what_every_set_of_allies_counted_out_makes_it(ahead: Any) -> None:
    outlook = ahead("baltic-2026")
    held = reckoned(outlook)
    many = len(held.blocks)
    assert many > 1
    counted = [
        by_counting(outlook, [block.coming.high for block in held.blocks]),
        by_counting(outlook, [low(block) for block in held.blocks]),
        by_counting(outlook, [0.0] * many),
        by_counting(outlook, [1.0] * many),
    ]
    for found, expected in zip((*held.expected, held.alone, held.sure), counted, strict=True):
        assert isclose(found, expected, abs_tol=1e-12)  # sums in another order


def test_at_the_probability_needed_attack_is_worth_no_more_than_leaving_things(ahead: Any) -> None:
    outlook = ahead("baltic-2026")
    needed = reckoned(outlook).needed
    assert needed.at is not None
    many = len(reckoned(outlook).blocks)
    assert by_counting(outlook, [needed.at] * many) <= 0.3
    assert by_counting(outlook, [needed.at - 1e-5] * many) > 0.3  # the search stops at 1e-6
    assert needed.low is not None
    assert needed.low <= needed.at
    assert needed.high is None or needed.high >= needed.at


def test_a_state_stands_under_one_treaty_only(ahead: Any) -> None:
    blocks = reckoned(ahead("baltic-2026")).blocks
    states = [state for block in blocks for state in (*block.states, *block.missing)]
    assert len(states) == len(set(states)) == 35  # 31 allies, and the four members of the Union that are not
    assert {block.treaty for block in blocks} == {"nato", "teu-42-7"}


def test_a_promise_not_yet_tested_reaches_as_far_as_all_promises(ahead: Any) -> None:
    outlook = ahead("baltic-2026")
    of = {one.treaty: one.likelihood.untested for one in outlook.responses.held}
    assert all(block.coming == of[block.treaty] for block in reckoned(outlook).blocks)


@pytest.mark.parametrize(
    ("name", "values", "rises"),
    [
        ("status_quo", (0.0, 0.2, 0.4, 0.6), True),
        ("cost", (0.0, 0.2, 0.5), True),
        ("effectiveness", (0.0, 0.5, 1.0), True),
        ("stake", (0.5, 1.0, 1.5), False),
    ],
)
def test_the_margin_moves_as_theory_says(name: str, values: tuple[float, ...], rises: bool, ahead: Any) -> None:
    found = [reckoned(ahead("baltic-2026", **{name: value})) for value in values]
    margins = [one.status_quo - one.expected[0] for one in found]
    assert margins == sorted(margins, reverse=not rises)


def test_the_verdict_is_that_of_both_ends(ahead: Any) -> None:
    depends = reckoned(ahead("baltic-2026"))
    high, low_end = depends.expected
    assert high <= depends.status_quo < low_end
    assert depends.verdict == "depends"
    assert reckoned(ahead("baltic-2026", status_quo=1.0)).verdict == "deterred"
    assert reckoned(ahead("baltic-2026", status_quo=-1.0)).verdict == "not deterred"


def test_swings_are_sorted_and_their_ends_are_margins_at_those_values(ahead: Any) -> None:
    held = reckoned(ahead("baltic-2026"))
    assert [one.width for one in held.swings] == sorted((one.width for one in held.swings), reverse=True)
    assert {"stake", "status_quo", "cost", "effectiveness", "who comes", "lens"} == {
        one.assumption for one in held.swings
    }
    who = next(one for one in held.swings if one.assumption == "who comes")
    assert who.margins == pytest.approx((held.status_quo - held.expected[1], held.status_quo - held.expected[0]))
    assert who.decides is (held.verdict == "depends")


def test_where_nobody_owes_the_target_a_fight_all_ends_are_one(ahead: Any) -> None:
    held = reckoned(
        ahead({"date": "2024-06-01", "attackers": ["Russia"], "targets": ["Ukraine"], "act": {"kind": "armed_attack"}})
    )
    assert held.blocks == ()
    assert held.alone == held.sure == held.expected[0] == held.expected[1]


def test_without_a_balance_there_is_no_calculation(ahead: Any) -> None:
    held = ahead("july-1914").deterrence
    assert isinstance(held, Unknown)
    assert "without a balance" in held.reason


def test_what_is_not_modelled_is_listed_and_the_record_said_to_be_disputed(ahead: Any) -> None:
    held = reckoned(ahead("baltic-2026"))
    assert {"nuclear umbrella", "fait accompli", "distance", "allies of the challenger"} <= set(held.not_modelled)
    assert "disputed" in held.record
    assert "Johnson and Leeds 2011" in held.record
