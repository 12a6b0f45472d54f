"""The logit of Leeds and Anac, against the run of the authors' own command on their file."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import polars as pl
import pytest
from statsmodels.api import Logit

from foedus.response.fulfilment.leeds_anac import OTHER_TERMS, OUTCOME, TERMS, design, fit_leeds_anac
from foedus.response.logit import probabilities

PRINTED = 5e-5  # half of the last printed digit
pytestmark = pytest.mark.data


def test_coefficients_errors_and_likelihood(leeds_anac: pl.DataFrame) -> None:
    found = fit_leeds_anac(leeds_anac)
    assert len(leeds_anac) == 137
    assert found.coefficients == pytest.approx([3.6907, -0.7092, -0.9287, -1.5466, -1.4604, -1.3593], abs=PRINTED)
    assert found.errors == pytest.approx([0.6391, 0.2977, 0.3586, 0.5163, 0.6041, 0.4805], abs=PRINTED)
    assert found.log_likelihood == pytest.approx(-57.3446, abs=PRINTED)


def test_how_many_it_tells_right(leeds_anac: pl.DataFrame) -> None:
    kept = leeds_anac["honor3"].cast(pl.Int64).to_numpy() == 1
    told = probabilities(design(leeds_anac), fit_leeds_anac(leeds_anac).coefficients) > 0.5
    table = [[int(np.sum((kept == one) & (told == other))) for other in (False, True)] for one in (False, True)]
    assert kept.sum() == 93
    assert table == [[27, 17], [8, 85]]


Variant = tuple[str, tuple[str, ...], Mapping[str, int]]
VARIANTS: dict[str, Variant] = {
    "the main run": (OUTCOME, TERMS, {}),
    "another reading of what was kept": ("honor2", TERMS, {}),
    **{f"with {name}": (OUTCOME, terms, {}) for name, terms in OTHER_TERMS.items()},
    "alliances made in peace": (OUTCOME, TERMS, {"wartime": 0}),
    "alliances with active support": (OUTCOME, TERMS, {"active": 1}),
}
"""What the authors' command file runs besides: outcome, terms, and which rows."""


def _rows(table: pl.DataFrame, where: Mapping[str, int]) -> pl.DataFrame:
    return table.filter(**where) if where else table


@pytest.mark.parametrize("name", VARIANTS)
def test_each_run_is_that_of_another_library(leeds_anac: pl.DataFrame, name: str) -> None:
    outcome, terms, where = VARIANTS[name]
    rows = _rows(leeds_anac, where)
    ours = fit_leeds_anac(rows, outcome, terms)
    theirs = Logit(rows[outcome].to_numpy().astype(float), design(rows, terms)).fit(disp=False)
    assert ours.coefficients == pytest.approx(theirs.params, abs=1e-5)
    assert ours.errors == pytest.approx(theirs.bse, abs=1e-5)
    assert ours.log_likelihood == pytest.approx(theirs.llf, abs=1e-6)


@pytest.mark.parametrize("name", VARIANTS)
def test_the_signs_are_those_of_the_main_run_in_each(leeds_anac: pl.DataFrame, name: str) -> None:
    """Institutions, formality, change and being an original target make a promise less safe, however it is coded."""
    outcome, terms, where = VARIANTS[name]
    found = fit_leeds_anac(_rows(leeds_anac, where), outcome, terms)
    assert found.coefficients[0] > 0
    assert (found.coefficients[1:6] < 0).all()


def test_how_many_commitments_each_run_rests_on(leeds_anac: pl.DataFrame) -> None:
    assert [len(_rows(leeds_anac, where)) for _, _, where in VARIANTS.values()] == [137] * 6 + [104, 93]
