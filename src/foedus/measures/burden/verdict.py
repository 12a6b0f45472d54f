"""What a year's burdens say: whether the larger carry more, and whether burdens match benefits."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from foedus.measures.burden.accounts import Accounts
from foedus.measures.burden.matched_pairs import SignedRanks, wilcoxon
from foedus.measures.burden.rank_tests import RankTest, kendall, spearman
from foedus.measures.burden.shares import Burdens, burdens_of

FEWEST = 3
"""With fewer members ranks say nothing."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The tests of a year.

    Attributes
    ----------
    spearman, kendall : RankTest
        Of burdens with GDP: high and unlikely where the small exploit the great.
    against_benefit : SignedRanks
        Shares of spending beside shares of the benefit: unlikely where burdens do not match benefits.
    against_ability : SignedRanks
        Shares of spending beside shares of GDP.
    """

    spearman: RankTest
    kendall: RankTest
    against_benefit: SignedRanks
    against_ability: SignedRanks


def shares_of(accounts: Accounts) -> Burdens:
    """Return what each member carries, by its accounts."""
    return burdens_of(accounts.expenditure, accounts.gdp, accounts.population)


def verdict(accounts: Accounts) -> Verdict | None:
    """Return the tests of the accounts; None if fewer than `FEWEST` members have a burden and GDP."""
    known = np.isfinite(accounts.burden) & np.isfinite(accounts.gdp)
    if known.sum() < FEWEST:
        return None
    shares = shares_of(accounts)
    return Verdict(
        spearman(accounts.burden, accounts.gdp),
        kendall(accounts.burden, accounts.gdp),
        wilcoxon(shares.spending, shares.benefit),
        wilcoxon(shares.spending, shares.ability),
    )
