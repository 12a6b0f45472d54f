"""Power indices: published tables, and the definitions by looking at every coalition and every order of joining.

Published values are those of the field's standard examples: the Council of six members of 1958 (Brams and Affuso
1976), the Security Council since 1965, the Councils of 15 and 27 members (Felsenthal and Machover 2001; Algaba et al.
2007). They are printed with 4 digits or as fractions; ours are exact, so the tolerance is half the last printed digit.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, permutations
from math import comb

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from foedus import FoedusError
from foedus.measures.influence import counts
from foedus.measures.influence.game import Quota, VotingGame, double_majority, heads, share_of, unanimity, weighted
from foedus.measures.influence.indices import power

EU15 = (10, 10, 10, 10, 8, 5, 5, 5, 5, 4, 4, 3, 3, 3, 2)
NICE = (29,) * 4 + (27,) * 2 + (14,) + (13,) + (12,) * 5 + (10,) * 3 + (7,) * 5 + (4,) * 5 + (3,)
HALF = 0.5e-4 + 1e-9
"""Half of the last digit of a number printed with four."""


def named(number: int) -> list[str]:
    return [f"p{player}" for player in range(number)]


def game_of(weights: Sequence[int], needed: int) -> VotingGame:
    return weighted(named(len(weights)), weights, needed)


def by_weight(weights: Sequence[int], values: Sequence[Fraction]) -> list[float]:
    """Return the value for each weight, from the largest; alike for those of a weight."""
    held: dict[int, set[Fraction]] = {}
    for weight, value in zip(weights, values, strict=True):
        held.setdefault(weight, set()).add(value)
    assert all(len(found) == 1 for found in held.values())
    return [float(held[weight].pop()) for weight in sorted(held, reverse=True)]


# ------------------------------------------------------------------------------------------------------ published


def test_the_council_of_six_of_1958() -> None:
    found = power(game_of((4, 4, 4, 2, 2, 1), 12))
    assert found.shapley == (Fraction(7, 30),) * 3 + (Fraction(3, 20),) * 2 + (Fraction(0),)
    assert found.normalised == (Fraction(5, 21),) * 3 + (Fraction(1, 7),) * 2 + (Fraction(0),)
    assert float(found.acting) == 0.21875


@pytest.mark.parametrize(
    "game",
    [game_of((7,) * 5 + (1,) * 10, 39), heads(named(15), 9, named(5))],
    ids=["as weights", "as nine of fifteen with five vetoes"],
)
def test_the_security_council_since_1965(game: VotingGame) -> None:
    found = power(game)
    assert found.shapley == (Fraction(421, 2145),) * 5 + (Fraction(4, 2145),) * 10
    assert [float(found.normalised[place]) for place in (0, 5)] == pytest.approx([0.1669, 0.0165], abs=HALF)
    assert float(found.acting) == pytest.approx(0.025879, abs=0.5e-6)
    assert found.preventing[0] == 1  # a veto


def test_the_security_council_before_1965() -> None:
    """Shapley and Shubik (1954): the five permanent members hold 76/77 of the power."""
    found = power(heads(named(11), 7, named(5)))
    assert sum(found.shapley[:5]) == Fraction(76, 77)
    assert found.shapley == power(game_of((5,) * 5 + (1,) * 6, 27)).shapley


def test_the_council_of_fifteen() -> None:
    found = power(game_of(EU15, 62))
    assert by_weight(EU15, found.shapley) == pytest.approx([0.1167, 0.0955, 0.0552, 0.0454, 0.0353, 0.0207], abs=HALF)
    assert by_weight(EU15, found.normalised) == pytest.approx(
        [0.1116, 0.0924, 0.0587, 0.0479, 0.0359, 0.0226], abs=HALF
    )
    assert float(found.acting) == pytest.approx(0.0778, abs=HALF)


def test_the_council_of_27_by_the_votes_of_nice() -> None:
    found = power(game_of(NICE, 255))
    assert by_weight(NICE, found.shapley) == pytest.approx(
        [0.0867, 0.0800, 0.0399, 0.0368, 0.0341, 0.0282, 0.0196, 0.0110, 0.0082], abs=HALF
    )
    assert by_weight(NICE, found.normalised) == pytest.approx(
        [0.0778, 0.0742, 0.0426, 0.0397, 0.0368, 0.0309, 0.0218, 0.0125, 0.0094], abs=HALF
    )
    assert float(found.acting) == pytest.approx(0.0203, abs=HALF)


@pytest.mark.parametrize("number", [1, 2, 12, 28, 32, 193])
def test_in_a_body_of_consensus_all_have_the_same_power(number: int) -> None:
    found = power(unanimity(named(number)))
    assert found.shapley == found.normalised == (Fraction(1, number),) * number
    assert found.acting == Fraction(1, 2**number)
    assert set(found.preventing) == {Fraction(1)}


def test_a_majority_of_many_needs_numbers_larger_than_the_machine_has() -> None:
    found = power(heads(named(193), 129))
    assert found.shapley == (Fraction(1, 193),) * 193
    assert found.winning == sum(comb(193, size) for size in range(129, 194))


# ------------------------------------------------------------------------------------- the definitions, by looking


def coalitions(number: int) -> list[frozenset[int]]:
    return [frozenset(one) for size in range(number + 1) for one in combinations(range(number), size)]


@st.composite
def games(draw: st.DrawFn, most: int = 7, largest: int = 9) -> VotingGame:
    """Draw games of one or two ways to win, each of one or two quotas."""
    number = draw(st.integers(1, most))
    weights = st.lists(st.integers(0, largest), min_size=number, max_size=number).map(tuple)
    units = st.just((1,) * number)
    quota = st.builds(lambda held, share: Quota(held, share_of(sum(held), share)), weights | units, st.fractions(0, 1))
    ways = draw(st.lists(st.lists(quota, min_size=1, max_size=2).map(tuple), min_size=1, max_size=2))
    assume(all(any(quota.needed > 0 for quota in way) for way in ways))
    return VotingGame(tuple(named(number)), tuple(ways))


@given(games())
def test_swings_are_those_found_by_looking_at_every_coalition(game: VotingGame) -> None:
    found = power(game)
    every = coalitions(len(game.players))
    won = [one for one in every if game.wins(one)]
    assert found.winning == len(won)
    for player, swings in enumerate(found.swings):
        assert swings == sum(player in one and not game.wins(one - {player}) for one in won)
        assert found.preventing[player] == Fraction(swings, len(won))
        assert found.initiating[player] == Fraction(swings, len(every) - len(won))


@given(games(most=5))
def test_shapley_and_shubik_is_how_often_a_player_is_the_pivot_of_an_order(game: VotingGame) -> None:
    number = len(game.players)
    pivots = [0] * number
    orders = list(permutations(range(number)))
    for order in orders:
        first = next(place for place in range(number) if game.wins(frozenset(order[: place + 1])))
        pivots[order[first]] += 1
    assert power(game).shapley == tuple(Fraction(times, len(orders)) for times in pivots)


def as_weighted_by_hand(weights: Sequence[int], needed: int) -> int:
    return sum(sum(weights[player] for player in one) >= needed for one in coalitions(len(weights)))


@given(st.lists(st.integers(1, 10**9), min_size=2, max_size=11), st.fractions(0, 1), st.integers(0, 11))
def test_large_weights_are_counted_by_halves_as_by_looking(weights: list[int], share: Fraction, size: int) -> None:
    number, needed = len(weights), max(1, share_of(sum(weights), share))
    game = VotingGame(tuple(named(number)), ((Quota(tuple(weights), needed), Quota((1,) * number, min(size, number))),))
    found = power(game)
    every = coalitions(number)
    assert found.winning == sum(game.wins(one) for one in every)
    assert found.swings == tuple(
        sum(player not in one and not game.wins(one) and game.wins(one | {player}) for one in every)
        for player in range(number)
    )


@given(st.lists(st.integers(0, 40), min_size=2, max_size=14), st.fractions(0, 1))
def test_halves_and_generating_functions_agree(weights: list[int], share: Fraction) -> None:
    assume(sum(weights) > 0)
    needed, number = max(1, share_of(sum(weights), share)), len(weights)
    quota = Quota(tuple(weights), needed)
    one = counts._by_generating_function([quota], number, 0)
    other = counts._by_halves(quota, number, 0)
    assert one.total.tolist() == other.total.tolist()
    assert one.of_player.tolist() == other.of_player.tolist()


# ----------------------------------------------------------------------------------------- what theory says of them


@given(games(), st.randoms(use_true_random=False))
def test_names_do_not_matter(game: VotingGame, random: object) -> None:
    order = list(range(len(game.players)))
    random.shuffle(order)  # type: ignore[attr-defined]
    turned = VotingGame(
        tuple(game.players[place] for place in order),
        tuple(tuple(Quota(tuple(q.weights[place] for place in order), q.needed) for q in way) for way in game.ways),
    )
    one, other = power(game), power(turned)
    assert other.shapley == tuple(one.shapley[place] for place in order)
    assert other.swings == tuple(one.swings[place] for place in order)
    assert one.acting == other.acting


@given(games())
def test_shares_add_up_and_bounds_hold(game: VotingGame) -> None:
    found = power(game)
    assert sum(found.shapley) == sum(found.normalised) == 1
    assert all(0 <= value <= 1 for value in (*found.shapley, *found.banzhaf, *found.preventing, *found.initiating))
    for banzhaf, prevent, start in zip(found.banzhaf, found.preventing, found.initiating, strict=True):
        if banzhaf:  # the absolute index is the harmonic mean of Coleman's two
            assert 2 / banzhaf == 1 / prevent + 1 / start


@given(st.lists(st.integers(0, 30), min_size=2, max_size=10), st.fractions(0, 1))
def test_in_a_weighted_game_more_weight_is_never_less_power(weights: list[int], share: Fraction) -> None:
    assume(sum(weights) > 0)
    weights = sorted(weights)
    found = power(game_of(weights, max(1, share_of(sum(weights), share))))
    assert list(found.shapley) == sorted(found.shapley)
    assert list(found.swings) == sorted(found.swings)


@settings(max_examples=10)
@given(st.lists(st.integers(10**5, 10**8), min_size=26, max_size=26))
def test_the_blocking_minority_of_four_only_makes_it_easier_to_act(people: list[int]) -> None:
    shares = Fraction(55, 100), Fraction(65, 100)
    names = named(len(people))
    strict = power(double_majority(names, people, *shares))
    eased = power(double_majority(names, people, *shares, blockers=4))
    assert strict.winning <= eased.winning
    assert eased.winning >= sum(comb(26, size) for size in range(23, 27))


def test_a_large_state_blocks_alone_unless_four_are_needed() -> None:
    people = (60, 10, 10, 10, 10)
    strict = power(double_majority(named(5), people, Fraction(55, 100), Fraction(65, 100)))
    eased = power(double_majority(named(5), people, Fraction(55, 100), Fraction(65, 100), blockers=2))
    assert strict.preventing[0] == 1
    assert eased.preventing[0] < 1


def test_shares_are_exact() -> None:
    assert share_of(27, Fraction(55, 100)) == 15
    assert share_of(28, Fraction(55, 100)) == 16
    assert share_of(20, Fraction(55, 100)) == 11  # 0.55 * 20 is 11.000000000000002 to a machine


# -------------------------------------------------------------------------------------------------------- bad input


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: game_of((), 1), "nobody votes"),
        (lambda: game_of((1, -1), 1), "a weight is -1"),
        (lambda: game_of((1, 1), 3), "all together do not meet the quota"),
        (lambda: game_of((1, 1), 0), "met when nobody votes"),
        (lambda: weighted(["a", "b"], (1,), 1), "1 weights for 2 players"),
        (lambda: heads(["a", "b"], 1, ["c"]), "c has a veto and no vote"),
    ],
)
def test_what_is_no_game_is_refused(make: object, said: str) -> None:
    with pytest.raises(FoedusError, match=said):
        make()  # type: ignore[operator]


def test_weights_larger_than_the_machine_has_are_refused() -> None:
    assert power(game_of((2**61, 5), 6)).banzhaf[0] == Fraction(1)
    with pytest.raises(FoedusError, match="the weights add up to"):
        power(game_of((10**21, 5), 6))


def test_too_many_large_weights_are_refused_rather_than_guessed() -> None:
    with pytest.raises(FoedusError, match="too many to count exactly"):
        power(game_of(tuple(10**7 + place for place in range(60)), 4 * 10**8))
