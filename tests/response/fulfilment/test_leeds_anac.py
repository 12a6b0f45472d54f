"""The logit of Leeds and Anac, against the run of the authors' own command on their file."""

from __future__ import annotations

import numpy as np
import polars as pl
import pytest

from foedus.response.fulfilment.leeds_anac import design, fit_leeds_anac
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
