"""What tells some cases from others: a logit shrunk by the wars it learns from, or a share."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from foedus.response.fulfilment.shrunk import told
from foedus.response.fulfilment.tested import Flags, Tested
from foedus.response.logit import Floats

Predict = Callable[[Flags, Flags], Floats]
"""Given the cases to learn from and the cases to tell, the probabilities of the latter."""


def by_logit(terms: Floats, held: Tested) -> Predict:
    """Return what tells by a logit on some terms, shape (cases, terms), the constant first."""
    kept = held.kept.astype(np.float64)
    return lambda learn, tell: told(terms, kept, held.war, learn, tell)


def by_share(held: Tested) -> Predict:
    """Return what tells by the share of all."""
    return lambda learn, tell: np.full(int(tell.sum()), held.kept[learn].mean())


def by_era(held: Tested) -> Predict:
    """Return what tells by the share of the era; of all where nothing of the era is to be learnt from."""

    def predict(learn: Flags, tell: Flags) -> Floats:
        eras = (~held.since_1945, held.since_1945)
        early, late = (float(held.kept[learn & era if (learn & era).any() else learn].mean()) for era in eras)
        chance: Floats = np.where(held.since_1945[tell], late, early)
        return chance

    return predict
