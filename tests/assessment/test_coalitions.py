"""Coalitions: products and the chain rule where they hold, every way of counting within the band, the same bits."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product
from math import prod
from typing import Any

import numpy as np
import pytest

from foedus import BadInput
from foedus.assessment.alliances import Alliance, Gathered
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.coalitions import MOST_DRAWS, Coalitions, Drawing, coalitions
from foedus.assessment.lens import Lens, Sum
from foedus.assessment.responses import Side
from foedus.assessment.terms import Terms
from foedus.assessment.unknown import Unknown
from foedus.response.fulfilment.design import row
from foedus.response.fulfilment.model import estimate
from foedus.response.model_card import ModelCard, read_card
from foedus.response.rate import Rate
from foedus.simulation.runners import threads

CARD = read_card("fulfilment")
KINDS = (
    Terms(("defence",), 2, since_1945=False, major_power=False),
    Terms(("offence",), 2, since_1945=False, major_power=False),
    Terms(("defence",), 5, since_1945=False, major_power=False),
    Terms(("defence",), 2, since_1945=True, major_power=False),
)
CLASS = Rate("defence, 1816-1944", 30, 59, 20, 0.3, 0.6)
APART = Assumptions(in_step=0.0)


def sure() -> ModelCard:
    """Return the model as if its coefficients were known."""
    return replace(CARD, covariance=tuple(map(tuple, CARD.matrix * 1e-18)))


def chance(kind: int) -> float:
    terms = KINDS[kind]
    held = row(since_1945=terms.since_1945, pledges=terms.pledges, multilateral=terms.multilateral, major_power=False)
    return float(1 / (1 + np.exp(-held @ CARD.vector))[0])


def alliance(
    kind: int, *, due: bool = True, after: tuple[int, ...] = (), side: Side = "targets", cases: int = 59
) -> Alliance:
    return Alliance(f"t{kind}", side, (f"s{kind}",), due, bool(after), after, KINDS[kind], replace(CLASS, cases=cases))


def found(
    *held: Alliance, card: ModelCard | None = None, lens: Lens | None = None, given: Assumptions = APART, **how: Any
) -> Coalitions:
    answer = coalitions(Gathered(held, ()), card or sure(), [lens] if lens else [], given, Drawing(**how))
    assert isinstance(answer, Coalitions)
    return answer


def middles(held: Coalitions) -> dict[tuple[int, ...], float]:
    """Return the probability of each coalition, of which the coefficients leave no doubt."""
    assert all(one.band.high - one.band.low < 1e-6 for one in held.held)
    return {one.alliances: one.band.low for one in held.held}


def test_of_independent_alliances_each_set_has_the_product() -> None:
    p = [chance(kind) for kind in range(3)]
    expected = {
        come: prod(p[one] if one in come else 1 - p[one] for one in range(3))
        for many in range(4)
        for come in combinations(range(3), many)
    }
    assert middles(found(*map(alliance, range(3)))) == pytest.approx(expected, abs=1e-6)


def test_one_that_waits_for_another_follows_the_chain_rule() -> None:
    first, second = chance(0), chance(3)
    held = found(alliance(0), alliance(3, after=(0,)))
    expected = {(): 1 - first, (0,): first * (1 - second), (0, 1): first * second}
    assert middles(held) == pytest.approx(expected, abs=1e-6)
    assert held.coming[1].low == pytest.approx(first * second, abs=1e-6)


def test_those_beside_the_attackers_part_no_coalitions() -> None:
    alone, beside = found(alliance(0)), found(alliance(0), alliance(3, side="attackers", after=(0,)))
    assert middles(beside) == pytest.approx(middles(alone), abs=1e-9)
    assert beside.coming[1].low == pytest.approx(chance(0) * chance(3), abs=1e-6)


def test_whichever_of_those_that_may_come_due_count_the_probability_lies_in_the_band() -> None:
    p = [chance(kind) for kind in range(4)]
    held = found(alliance(0), *(alliance(kind, due=False) for kind in (1, 2, 3)))
    bands = {one.alliances: one.band for one in held.held}
    seen: dict[tuple[int, ...], list[float]] = {}
    for counts in product((True, False), repeat=3):
        able = [0, *(kind for kind, one in zip((1, 2, 3), counts, strict=True) if one)]
        for many in range(len(able) + 1):
            for come in combinations(able, many):
                seen.setdefault(come, []).append(prod(p[one] if one in come else 1 - p[one] for one in able))
    for come, values in seen.items():
        if max(values) < 0.01:
            assert come not in bands
            continue
        low = min(values) if len(values) == 8 else 0.0  # where not all of it counts it cannot come
        assert bands[come].low == pytest.approx(low, abs=1e-6)
        assert bands[come].high == pytest.approx(max(values), abs=1e-6)


def test_one_that_may_not_be_bound_comes_with_anything_from_nothing_up() -> None:
    held = found(alliance(0), alliance(1, due=False))
    assert held.coming[0].low == pytest.approx(chance(0), abs=1e-6)
    assert held.coming[1].low == 0.0
    assert held.coming[1].high == pytest.approx(chance(1), abs=1e-6)


@pytest.mark.parametrize("kind", range(4))
def test_the_band_of_one_alliance_is_that_of_its_likelihood(kind: int) -> None:
    """Both are 95 per cent of a normal on the scale of the logit, one drawn and one worked out."""
    terms = KINDS[kind]
    expected = estimate(
        CARD, since_1945=terms.since_1945, pledges=terms.pledges, multilateral=terms.multilateral, major_power=False
    )
    band = found(alliance(kind), card=CARD).coming[0]
    assert (band.low, band.high) == pytest.approx((expected.low, expected.high), abs=0.03)  # of 400 draws


def test_the_more_in_step_the_more_all_come_or_nobody() -> None:
    ends = [middles(found(*map(alliance, range(3)), given=Assumptions(in_step=tied))) for tied in (0.0, 0.3, 0.6, 0.95)]
    together = [one[()] + one[0, 1, 2] for one in ends]
    assert together == sorted(together)


def test_coalitions_stand_by_the_middle_of_their_bands_and_name_the_thinnest_class() -> None:
    held = found(alliance(0, cases=59), alliance(3, cases=43), card=CARD)
    middle = [one.band.low + one.band.high for one in held.held]
    assert middle == sorted(middle, reverse=True)
    assert {one.alliances: one.cases for one in held.held} == {(): 43, (0,): 59, (1,): 43, (0, 1): 43}


def lens(target: float, challenger: float, **of: float) -> Lens:
    sums = {"attackers": Sum(challenger, ("a",), ()), "targets": Sum(target, ("t",), ()), "owing": {}, "behind": {}}
    return Lens("x", "X", "x", "units", "made up", (1914, 1914), "", is_bundled=False, of=of, **sums)  # type: ignore[arg-type]


def test_shares_and_who_is_ahead_are_those_of_the_sets() -> None:
    held = found(alliance(0), alliance(1, side="attackers"), lens=lens(1.0, 2.0, s0=4.0, s1=3.0))
    (shares,) = held.shares
    assert set(shares.fewest) <= {1 / 3, 5 / 7, 1 / 6, 1 / 2}
    assert shares.fewest == tuple(sorted(shares.fewest)) == shares.most
    assert shares.ahead.low == pytest.approx(chance(0) * (1 - chance(1)), abs=1e-6)
    assert shares.ahead.high == pytest.approx(shares.ahead.low, abs=1e-6)


def test_at_the_ends_of_the_share_the_fewest_and_the_most_duties_to_the_target_count() -> None:
    held = found(alliance(0, due=False), alliance(1, due=False, side="attackers"), lens=lens(1.0, 2.0, s0=4.0, s1=3.0))
    (shares,) = held.shares
    assert set(shares.fewest) <= {1 / 3, 1 / 6}
    assert set(shares.most) <= {1 / 3, 5 / 7}
    assert shares.ahead.low == 0.0
    assert shares.ahead.high == pytest.approx(chance(0), abs=1e-6)


def test_a_state_without_a_figure_is_named_and_counts_as_nothing() -> None:
    (shares,) = found(alliance(0), lens=lens(1.0, 2.0)).shares
    assert shares.missing == ("s0",)
    assert set(shares.fewest) == {1 / 3}


def test_the_same_seed_gives_the_same_answer_in_threads_too_and_another_seed_another_band() -> None:
    held = alliance(0), alliance(1, due=False), alliance(3, after=(0,), side="attackers")
    once = found(*held, card=CARD, draws=30_000)
    assert once == found(*held, card=CARD, draws=30_000, runner=threads(2))
    assert once != found(*held, card=CARD, draws=30_000, seed=2)
    assert (once.draws, once.seed) == (30_000, 1)


def test_where_only_the_attackers_have_allies_there_is_no_coalition_to_tell_of() -> None:
    held = found(alliance(0, side="attackers"), lens=lens(3.0, 2.0, s0=4.0))
    assert held.held == ()
    assert held.shares[0].ahead.high == pytest.approx(1 - chance(0), abs=1e-6)


def test_where_nothing_is_known_of_any_alliance_that_is_said() -> None:
    reason = Unknown("the tested cases begin in 1816")
    assert coalitions(Gathered((), (("t", reason),)), CARD, [], APART, Drawing()) == reason


@pytest.mark.parametrize("draws", [0, -1, MOST_DRAWS + 1])
def test_too_many_draws_or_none_are_refused(draws: int) -> None:
    with pytest.raises(BadInput, match="draws"):
        Drawing(draws)
