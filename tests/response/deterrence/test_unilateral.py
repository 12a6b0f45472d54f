"""The unilateral deterrence game: the published example, and no type can do better than its equilibrium says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import BadInput
from foedus.response.deterrence.unilateral import (
    ChallengerPayoffs,
    DefenderPayoffs,
    Equilibrium,
    Game,
    equilibria,
)

CHALLENGER = ChallengerPayoffs(concession=1, status_quo=0.6, conflict_hard=0.3, retreat=0.2, conflict_soft=0)
DEFENDER = DefenderPayoffs(status_quo=1, retreat=0.8, conflict_hard=0.5, concession=0.3, conflict_soft=0)
EXACT = 1e-9  # closed forms in double precision


def test_the_worked_example_bluffs_or_is_steadfast() -> None:
    game = Game(CHALLENGER, DEFENDER, challenger_hard=0.3, defender_hard=0.2)
    limits = game.thresholds
    assert limits.soft_demands == pytest.approx(0.5, abs=EXACT)
    assert limits.hard_demands == pytest.approx(4 / 7, abs=EXACT)
    assert limits.soft_resists == pytest.approx(0.625, abs=EXACT)
    bluff, steadfast = equilibria(game)
    assert (bluff.name, steadfast.name) == ("bluff", "steadfast deterrence")
    assert bluff.soft_demands == pytest.approx(0.18 / 0.7, abs=EXACT)
    assert bluff.soft_resists == pytest.approx(0.375, abs=EXACT)
    assert (bluff.demand, bluff.resist, bluff.conflict) == pytest.approx((0.48, 0.5, 0.15), abs=EXACT)
    assert steadfast.demand == steadfast.conflict == 0


@pytest.mark.parametrize(
    ("challenger_hard", "defender_hard", "names"),
    [
        (0.9, 0.9, {"certain deterrence"}),
        (0.9, 0.55, {"separating"}),
        (0.9, 0.2, {"attack"}),
        (0.1, 0.9, {"certain deterrence", "steadfast deterrence"}),
        (0.1, 0.55, {"separating", "steadfast deterrence"}),
    ],
)
def test_beliefs_choose_the_equilibrium(challenger_hard: float, defender_hard: float, names: set[str]) -> None:
    found = equilibria(Game(CHALLENGER, DEFENDER, challenger_hard, defender_hard))
    assert {one.name for one in found} == names


@st.composite
def games(draw: st.DrawFn) -> Game:
    def ordered() -> list[float]:
        values = draw(st.lists(st.integers(0, 1000), min_size=5, max_size=5, unique=True))
        return [value / 1000 for value in sorted(values, reverse=True)]

    hard = [draw(st.floats(0, 1)) for _ in range(2)]
    return Game(ChallengerPayoffs(*ordered()), DefenderPayoffs(*ordered()), *hard)


def challenger_gains(game: Game, found: Equilibrium, *, hard: bool) -> float:
    """Return how much more a type of challenger gets by a demand than by none."""
    ch = game.challenger
    after = ch.conflict_hard if hard else ch.retreat
    return found.resist * after + (1 - found.resist) * ch.concession - ch.status_quo


def defender_gains(game: Game, belief: float) -> float:
    """Return how much more a soft defender gets by resisting than by conceding, if it thinks so of the challenger."""
    de = game.defender
    return belief * de.conflict_soft + (1 - belief) * de.retreat - de.concession


def is_best(gain: float, probability: float) -> bool:
    """Say whether a type that gains so much by an act does it with a probability that fits."""
    slack = 1e-9
    return (gain >= -slack or probability < slack) and (gain <= slack or probability > 1 - slack)


@given(games())
def test_no_type_can_do_better_and_beliefs_follow_from_what_is_done(game: Game) -> None:
    no_type_can_do_better(game)


def no_type_can_do_better(game: Game) -> None:
    """Hold every equilibrium of a game to the definition."""
    found = equilibria(game)
    assert found, "a finite game has an equilibrium"
    for one in found:
        assert is_best(challenger_gains(game, one, hard=True), one.hard_demands)
        assert is_best(challenger_gains(game, one, hard=False), one.soft_demands)
        if one.demand > 1e-12:
            belief = game.challenger_hard * one.hard_demands / one.demand
            assert is_best(defender_gains(game, belief), one.soft_resists)
        assert 0 <= one.conflict <= one.demand <= 1


@pytest.mark.parametrize(
    ("challenger_hard", "defender_hard", "names"),
    [
        (0.9, "hard_demands", {"certain deterrence", "separating"}),
        (0.9, "soft_demands", {"separating", "attack"}),
        (0.1, "soft_demands", {"separating", "bluff", "steadfast deterrence"}),
        ("soft_resists", 0.2, {"attack", "bluff", "steadfast deterrence"}),
        ("soft_resists", "soft_demands", {"separating", "attack", "bluff", "steadfast deterrence"}),
        (0.0, 0.0, {"steadfast deterrence"}),
        (0.0, 1.0, {"certain deterrence", "steadfast deterrence"}),
        (1.0, 0.0, {"attack"}),
        (1.0, 1.0, {"certain deterrence"}),
    ],
)
def test_on_a_threshold_what_holds_on_either_side_holds(
    challenger_hard: float | str, defender_hard: float | str, names: set[str]
) -> None:
    limits = Game(CHALLENGER, DEFENDER, 0.5, 0.5).thresholds
    hard = [getattr(limits, one) if isinstance(one, str) else one for one in (challenger_hard, defender_hard)]
    game = Game(CHALLENGER, DEFENDER, *hard)
    assert {one.name for one in equilibria(game)} == names
    no_type_can_do_better(game)


def test_payoffs_in_another_order_are_refused() -> None:
    with pytest.raises(BadInput, match="another order"):
        Game(ChallengerPayoffs(0, 1, 2, 3, 4), DEFENDER, 0.5, 0.5)
    with pytest.raises(BadInput, match="no probability"):
        Game(CHALLENGER, DEFENDER, 1.5, 0.5)
