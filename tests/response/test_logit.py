"""Logits: against statsmodels, with and without clusters, and what must hold of shrinkage."""

from __future__ import annotations

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given
from hypothesis import strategies as st

from foedus import BadInput
from foedus.response.logit import fit

SAME = 1e-6  # both stop at a step of 1e-8 or less


def made_up(seed: int, rows: int = 200) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    chance = np.random.default_rng(seed)
    design = np.column_stack([np.ones(rows), chance.normal(size=(rows, 2))])
    clusters = chance.integers(0, 20, rows)
    shared = chance.normal(size=20)[clusters]
    outcome = (chance.random(rows) < 1 / (1 + np.exp(-(design @ [0.3, 1.0, -0.5] + shared)))).astype(float)
    return design, outcome, clusters


@pytest.mark.parametrize("seed", range(4))
def test_coefficients_and_errors_are_those_of_statsmodels(seed: int) -> None:
    design, outcome, clusters = made_up(seed)
    theirs = sm.Logit(outcome, design)
    plain = theirs.fit(disp=0)
    assert fit(design, outcome).coefficients == pytest.approx(plain.params, abs=SAME)
    assert fit(design, outcome).errors == pytest.approx(plain.bse, abs=SAME)
    assert fit(design, outcome).log_likelihood == pytest.approx(plain.llf, abs=SAME)
    kwds = {"groups": clusters, "use_correction": False}
    clustered = theirs.fit(disp=0, cov_type="cluster", cov_kwds=kwds)
    assert fit(design, outcome, clusters=clusters).errors == pytest.approx(clustered.bse, abs=SAME)


@given(st.integers(0, 50), st.floats(0.05, 5))
def test_a_narrower_prior_shrinks(seed: int, spread: float) -> None:
    design, outcome, _ = made_up(seed, 60)
    held = [fit(design, outcome, spread=np.array([np.inf, width, width])) for width in (spread, spread * 3)]
    lengths = [np.linalg.norm(one.coefficients[1:]) for one in held]
    assert lengths[0] <= lengths[1] + SAME
    assert held[0].log_likelihood <= held[1].log_likelihood + SAME


def test_no_best_fit_is_said() -> None:
    line = np.linspace(-1, 1, 20)
    with pytest.raises(BadInput, match="tell the outcome apart"):
        fit(np.column_stack([np.ones(20), line]), (line > 0).astype(float))
    with pytest.raises(BadInput, match="repeat one another"):
        fit(np.column_stack([np.ones(20), np.ones(20)]), (np.arange(20) % 2).astype(float))


def test_errors_of_what_the_prior_decides_are_those_of_the_prior() -> None:
    design, outcome, clusters = made_up(1)
    width = 0.01  # of data that would tell an error of about 0.2 next to nothing is left
    found = fit(design, outcome, spread=np.array([np.inf, width, width]), clusters=clusters)
    assert found.errors[1:] == pytest.approx([width, width], rel=0.01)


def test_intervals_of_shrunk_coefficients_hold_the_truth_as_often_as_they_say() -> None:
    """Coefficients drawn from the prior; 95 per cent intervals of sums of terms, 45 clusters, as in the models."""
    chance, width, held = np.random.default_rng(11), 0.5, []
    for _ in range(300):
        design = np.column_stack([np.ones(150), chance.random((150, 6)) < 0.4]).astype(float)
        true = np.concatenate([chance.normal(size=1), chance.normal(0, width, 6)])
        outcome = (chance.random(150) < 1 / (1 + np.exp(-design @ true))).astype(float)
        spread = np.array([np.inf, *[width] * 6])
        found = fit(design, outcome, spread=spread, clusters=chance.integers(0, 45, 150))
        error = np.sqrt(np.einsum("ij,jk,ik->i", design[:20], found.covariance, design[:20]))
        held.append(float(np.mean(np.abs(design[:20] @ (found.coefficients - true)) < 1.96 * error)))
    assert 0.91 < np.mean(held) < 0.97  # few clusters cost a few per cent; without the prior in the middle it is 0.88
