"""The pledges of the register on the grid of states and years."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from foedus.panel.membership import Codes, Stretch
from foedus.panel.numbers import Numbers
from foedus.panel.pledges import Pledge, Reading, bonds
from foedus.register.register import Register


def pledge_years(
    register: Register, numbers: Numbers, reading: Reading, years: Callable[[Stretch], slice] | None = None
) -> Iterator[tuple[Pledge, Codes, Codes, Codes]]:
    """Yield each bond with the places of its debtor and its creditor, and the years, as places, in which it holds.

    Parameters
    ----------
    reading : {"surely", "possibly"}
        Where dates are known only roughly: the days within every reading of them, or within some.
    years : callable or None
        Which years, as places, a stretch of days counts for; those it touches if None.

    Notes
    -----
    The three arrays go together; years in which one of the two was no member of the system are left out.
    """
    members = numbers.membership
    within = int(members.new_years[0]), int(members.new_years[-1]) - 1
    for bond in bonds(register, reading, within):
        debtor, creditor = numbers.place.get(bond.debtor), numbers.place.get(bond.creditor)
        if debtor is None or creditor is None:
            continue
        when = years((bond.first, bond.last)) if years else members.years_of(bond.first, bond.last)
        year = np.arange(when.start, when.stop)
        year = year[(debtor[year] >= 0) & (creditor[year] >= 0)]
        if len(year):
            yield bond.pledge, debtor[year], creditor[year], year
