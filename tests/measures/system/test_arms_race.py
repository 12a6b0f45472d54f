"""Richardson's race: the budgets of 1909 to 1913, the paths of scipy's integrator, and coefficients found again."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import integrate

from foedus import BadInput
from foedus.measures.system.arms_race import ArmsRace, fit, growth

BUDGETS = np.array(
    [
        [48.6, 50.9, 57.1, 63.2, 74.7],  # France, millions of pounds, 1909 to 1913
        [66.7, 68.5, 70.7, 81.8, 92.0],  # Russia
        [63.1, 62.0, 62.5, 68.2, 95.4],  # Germany
        [20.8, 23.4, 24.6, 25.5, 26.9],  # Austria-Hungary
    ]
)
coefficients = st.floats(-2, 2).map(lambda value: round(value, 3))
races = st.builds(ArmsRace, *[coefficients] * 6)


def test_the_race_of_1909_to_1913() -> None:
    assert BUDGETS.sum(axis=0).tolist() == pytest.approx([199.2, 204.8, 214.9, 238.7, 289.0], abs=0.05)  # to the digit
    found = growth(BUDGETS.sum(axis=0))
    assert found.slope == pytest.approx(0.73, abs=0.005)  # Richardson's two figures, to what he printed
    assert found.rest == pytest.approx(194, abs=1.5)
    assert found.slope == pytest.approx(0.7310, abs=5e-5)
    assert found.rest == pytest.approx(194.9, abs=0.05)
    assert found.correlation == pytest.approx(0.99955, abs=5e-6)
    assert found.years == 4


@given(races, st.floats(-5, 5), st.floats(-5, 5))
def test_a_path_is_that_of_an_integrator(race: ArmsRace, x: float, y: float) -> None:
    times = np.array([0.0, 0.5, 1.5])

    def rates(_: float, arms: np.ndarray) -> list[float]:
        return [
            race.k * arms[1] - race.a * arms[0] + race.g,
            race.l * arms[0] - race.b * arms[1] + race.h,
        ]

    theirs = integrate.solve_ivp(rates, (0, 1.5), [x, y], t_eval=times, rtol=1e-9, atol=1e-9).y.T
    assert race.path((x, y), times) == pytest.approx(theirs, rel=1e-5, abs=1e-5)


@given(races)
def test_at_the_equilibrium_nothing_moves(race: ArmsRace) -> None:
    assume(abs(race.a * race.b - race.k * race.l) > 0.01)
    assert race.equilibrium is not None
    x, y = race.equilibrium
    assert race.k * y - race.a * x + race.g == pytest.approx(0, abs=1e-7)
    assert race.l * x - race.b * y + race.h == pytest.approx(0, abs=1e-7)


@given(races)
def test_stable_is_that_all_eigenvalues_draw_back(race: ArmsRace) -> None:
    eigenvalues = np.linalg.eigvals(np.array([[-race.a, race.k], [race.l, -race.b]]))
    assume(np.all(np.abs(eigenvalues.real) > 1e-6))
    assert race.is_stable == bool(np.all(eigenvalues.real < 0))


def test_the_closed_form_of_the_equilibrium() -> None:
    race = ArmsRace(k=1, a=2, g=3, l=1, b=4, h=5)
    assert race.is_stable
    assert race.equilibrium == pytest.approx(((1 * 5 + 4 * 3) / 7, (1 * 3 + 2 * 5) / 7))
    assert race.path((0, 0), np.array([60.0]))[0] == pytest.approx(race.equilibrium)
    assert ArmsRace(1, 1, 1, 1, 1, 1).equilibrium is None


@given(races, st.lists(st.floats(-3, 3), min_size=10, max_size=10))
def test_a_fit_finds_the_coefficients_that_made_the_series(race: ArmsRace, start: list[float]) -> None:
    """Series that follow the midway rule exactly are solved exactly, if the two do not move in step."""
    step = np.array([[-race.a, race.k], [race.l, -race.b]]) / 2
    assume(abs(np.linalg.det(np.eye(2) - step)) > 0.2)
    arms = [np.array([start[0], start[1] + 1.0])]
    for _ in range(6):
        arms.append(np.linalg.solve(np.eye(2) - step, (np.eye(2) + step) @ arms[-1] + [race.g, race.h]))
    held = np.array(arms)
    levels = np.column_stack([(held[1:] + held[:-1]) / 2, np.ones(6)])
    assume(np.linalg.cond(levels) < 1e4)
    found = fit(held[:, 0], held[:, 1])
    for name in "kaglbh":
        assert getattr(found, name) == pytest.approx(getattr(race, name), abs=1e-5)


@pytest.mark.parametrize("totals", [[1.0, 2.0], [1.0, np.nan, 3.0], [2.0, 2.0, 2.0]])
def test_growth_needs_three_years_that_change(totals: list[float]) -> None:
    with pytest.raises(BadInput):
        growth(np.array(totals))


def test_series_that_move_in_step_are_refused() -> None:
    one = np.array([1.0, 2.0, 4.0, 7.0, 9.0])
    with pytest.raises(BadInput, match="move in step"):
        fit(one, 2 * one)
    with pytest.raises(BadInput, match="differ in length"):
        fit(one, one[:3])
    with pytest.raises(BadInput, match="a coefficient is missing"):
        ArmsRace(1, 1, 1, 1, 1, float("nan"))
