"""Burdens as the documented JSON."""

from __future__ import annotations

from typing import Any

import numpy as np

from foedus.cli.measures.capability_json import number_json
from foedus.cli.measures.groups import Group
from foedus.measures.burden.guidelines import Guideline
from foedus.measures.burden.ledger import NO_FIGURES, Ledger, Prediction
from foedus.measures.burden.matched_pairs import SignedRanks
from foedus.measures.burden.rank_tests import RankTest
from foedus.measures.burden.verdict import Verdict
from foedus.measures.capability.reading import Numbers
from foedus.obligations.answer import actor_json
from foedus.register.register import Register

Json = dict[str, Any]


def members_json(ledger: Ledger, group: Group, register: Register) -> list[Json]:
    """Return what each member carries."""
    return [
        {"state": actor_json(register, state, group.day, {}), **_member(ledger, at)}
        for at, state in enumerate(group.states)
    ]


def _member(ledger: Ledger, at: int) -> Json:
    accounts, shares = ledger.accounts, ledger.shares
    numbers = {
        "expenditure": accounts.expenditure,
        "gdp": accounts.gdp,
        "population": accounts.population,
        "per_cent_of_gdp": accounts.burden,
        "per_head": shares.per_head,
        "equipment_per_cent": accounts.equipment,
        "share_of_spending": shares.spending,
        "share_of_ability": shares.ability,
        "share_of_benefit": shares.benefit,
    }
    return {
        "year": accounts.years[at],
        **{name: number_json(values[at]) for name, values in numbers.items()},
        "gaps": [{"guideline": one.id, "points": number_json(gap[at])} for one, gap in ledger.gaps.items()],
        "nash": number_json(ledger.prediction.paid[at]) if ledger.prediction else None,
    }


def guideline_json(guideline: Guideline, gap: Numbers) -> Json:
    """Return a guideline, and how many members meet it."""
    known = int(np.isfinite(gap).sum())
    return {
        "id": guideline.id,
        "per_cent": guideline.per_cent,
        "of": guideline.of,
        "on": guideline.on,
        "agreed": guideline.agreed.iso(),
        "due": guideline.due.iso(),
        "source": guideline.source,
        "met": None if guideline.id in NO_FIGURES or not known else met(gap),
        "known": known,
    }


def met(gap: Numbers) -> int:
    """Return how many members meet a guideline, as the figures are rounded."""
    return int((gap[np.isfinite(gap)] <= 0).sum())


def verdict_json(verdict: Verdict | None) -> Json | None:
    """Return the tests of a year."""
    if verdict is None:
        return None
    return {
        "spearman": _rank(verdict.spearman),
        "kendall": _rank(verdict.kendall),
        "against_benefit": _signed(verdict.against_benefit),
        "against_ability": _signed(verdict.against_ability),
    }


def model_json(prediction: Prediction | None) -> Json | None:
    """Return the model that was asked for, and what all pay together."""
    if prediction is None:
        return None
    model = prediction.model
    return {
        "weight": model.weight,
        "private": model.private,
        "nash": prediction.total,
        "efficient": prediction.efficient,
    }


def _rank(test: RankTest) -> Json:
    return {
        "coefficient": number_json(test.coefficient),
        "greater": number_json(test.greater),
        "two_sided": number_json(test.two_sided),
        "pairs": test.pairs,
        "method": test.method,
    }


def _signed(test: SignedRanks) -> Json:
    return {
        "positive": test.positive,
        "negative": test.negative,
        "two_sided": number_json(test.two_sided),
        "pairs": test.pairs,
    }
