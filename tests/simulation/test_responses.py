"""Ensembles of responses: the same bits wherever they are drawn, and the probabilities that were put in."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import BadInput
from foedus.response.fulfilment.design import row
from foedus.response.model_card import read_card
from foedus.simulation.responses import BLOCK, Drawn, Plan, _part, draw
from foedus.simulation.runners import Runner, cluster, parts, serial, threads


def plan(allies: int = 5, *, sure: bool = False, together: float = 0.3) -> Plan:
    card = read_card("fulfilment")
    terms = np.concatenate(
        [
            row(since_1945=one % 2 == 0, pledges=["defence"], multilateral=one % 3 == 0, major_power=one % 5 == 0)
            for one in range(allies)
        ]
    )
    covariance = card.matrix * 1e-18 if sure else card.matrix
    return Plan(terms, card.vector, covariance, np.linspace(0.1, 1, allies), 0.2, 1.0, together)


def chained() -> Plan:
    """Return five allies of whom the third waits for the first, the fifth for the second or third, one against all."""
    return replace(plan(), after=((), (), (0,), (), (1, 2)), against=(3,))


def same(one: Drawn, other: Drawn) -> bool:
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in ("come", "packed"))


@given(st.integers(1, 400), st.integers(1, 150), st.integers(0, 99))
def test_the_answer_does_not_depend_on_how_draws_are_cut(draws: int, size: int, seed: int) -> None:
    for held in (replace(plan(), seed=seed), replace(chained(), seed=seed)):
        assert same(draw(held, draws, size=size), draw(held, draws, size=draws))


@pytest.mark.parametrize("size", [300, 1000])
@pytest.mark.parametrize("runner", [threads(2), threads(3)], ids=["two threads", "three threads"])
def test_threads_give_the_same_bits(runner: Runner, size: int) -> None:
    for held in (plan(), chained()):
        assert same(draw(held, 2000, runner=runner, size=size), draw(held, 2000, runner=serial))


@pytest.mark.filterwarnings("default")  # those of the cluster's own libraries
@pytest.mark.parametrize("size", [300, 1000])
def test_a_cluster_gives_the_same_bits(workers: str, size: int) -> None:
    with cluster(workers) as runner:
        for held in (plan(), chained()):
            assert same(draw(held, 2000, runner=runner, size=size), draw(held, 2000, runner=serial))


@pytest.mark.parametrize("together", [0.0, 0.5, 0.9])
def test_each_ally_comes_as_often_as_the_model_says_however_they_are_tied(together: float) -> None:
    held, draws = plan(sure=True, together=together), 40_000
    chance = 1 / (1 + np.exp(-held.terms @ held.coefficients))
    error = np.sqrt(chance * (1 - chance) / draws)
    assert np.all(np.abs(draw(held, draws).coming - chance) < 4.5 * error)


def test_the_more_they_are_tied_the_more_they_come_or_stay_away_together() -> None:
    spreads = [draw(plan(together=one), 20_000).come.sum(axis=1).std() for one in (0.0, 0.4, 0.8)]
    assert spreads == sorted(spreads)


def test_shares_follow_from_who_comes() -> None:
    held = plan()
    drawn = draw(held, 5000)
    defending = held.target + drawn.come @ held.capability
    assert held.share(drawn.come) == pytest.approx(defending / (defending + held.challenger))


def test_those_who_come_beside_the_challenger_stand_on_the_other_side_of_the_share() -> None:
    held = chained()
    drawn = draw(held, 2000)
    beside = [0, 1, 2, 4]
    defending = held.target + drawn.come[:, beside] @ held.capability[beside]
    attacking = held.challenger + drawn.come[:, 3] * held.capability[3]
    assert held.share(drawn.come) == pytest.approx(defending / (defending + attacking))


def test_another_seed_is_another_ensemble() -> None:
    assert not same(draw(plan(), 500), draw(replace(plan(), seed=2), 500))


def test_what_makes_no_sense_is_refused() -> None:
    with pytest.raises(BadInput, match="no such correlation"):
        plan(together=1.0)
    with pytest.raises(BadInput, match="capability"):
        replace(plan(), challenger=float("nan"))
    for wrong in (np.zeros((7, 7)), np.full((7, 7), np.nan), -np.eye(7)):
        with pytest.raises(BadInput, match="no covariance"):
            replace(plan(), covariance=wrong)
    for circle in (((), (2,), (1,), (), ()), ((0,), (), (), (), ()), ((), ())):
        with pytest.raises(BadInput, match="comes no earlier"):
            replace(plan(), after=circle)
    with pytest.raises(BadInput, match="draws"):
        parts(0, 5)


@pytest.mark.filterwarnings("default")
def test_where_no_cluster_answers_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("foedus.simulation.runners.WAIT", 0.5)
    with pytest.raises(BadInput, match="no cluster answers"), cluster("tcp://127.0.0.1:9"):
        pass


def test_blocks_share_their_memory_and_leave_nothing_in_it_for_the_next() -> None:
    held = plan(7)
    whole = draw(held, 2 * BLOCK + 3, size=5 * BLOCK)
    for first, last in ((0, BLOCK), (BLOCK, 2 * BLOCK), (2 * BLOCK, 2 * BLOCK + 3)):
        assert np.array_equal(_part(held, (first, last)), whole.packed[first:last])
