"""Who carries how much: burdens beside what each can pay, and beside what each gains."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from foedus._base.errors import BadInput, Fault
from foedus.measures.capability.concentration import shares_of_group

Numbers = NDArray[np.float64]


def burdens(expenditure: Numbers, gdp: Numbers) -> Numbers:
    """Return defence expenditure by GDP, in per cent: what Olson and Zeckhauser call the burden.

    Parameters
    ----------
    expenditure, gdp : array, shape (n,)
        In one unit; NaN where not known.

    Returns
    -------
    array, shape (n,)
        NaN where either is not known or GDP is 0.
    """
    shares: Numbers = np.divide(expenditure, gdp, out=np.full(expenditure.shape, np.nan), where=gdp > 0)
    return 100 * shares


def ability_shares(gdp: Numbers, population: Numbers, exemption: float = 0.0) -> Numbers:
    """Return each member's share of what the members can pay.

    With no exemption this is its share of their GDP. An exemption leaves out of account, as a progressive tax does,
    what each person needs first.

    Parameters
    ----------
    gdp, population : array, shape (n,)
        NaN where not known.
    exemption : float
        GDP a head that is not asked, in the unit of `gdp`.
    """
    return shares_of_group(np.maximum(gdp - exemption * population, 0.0))


def benefit_shares(proxies: Any) -> Numbers:
    """Return each member's share of the benefit: the mean of its shares of what the alliance protects.

    Sandler and Forbes (1980, Economic Inquiry 18: 425) take output, people and exposed borders for what is protected;
    each counts alike.

    Parameters
    ----------
    proxies : array, shape (n, k)
        A row a member, a column a thing protected, in any unit; NaN where not known.

    Returns
    -------
    array, shape (n,)
        NaN for a member of whom one proxy is not known.

    Raises
    ------
    BadInput
        If a value is negative, or there is no proxy.
    """
    table = np.asarray(proxies, np.float64)
    if table.ndim != 2 or not table.shape[1]:
        raise BadInput(Fault("no proxy of the benefit is given", "proxies", "a column for each"))
    complete = np.where(np.isfinite(table).all(axis=1, keepdims=True), table, np.nan)
    shares: Numbers = np.mean([shares_of_group(column) for column in complete.T], axis=0)
    return shares


@dataclass(frozen=True, slots=True)
class Burdens:
    """What each member of an alliance carries; arrays of shape (n,), NaN where not known.

    Attributes
    ----------
    burden : array
        Expenditure by GDP, per cent.
    per_head : array
        Expenditure a person.
    spending, ability, benefit : array
        Shares of the members' expenditure, of their GDP, and of what is protected (GDP and people).
    """

    burden: Numbers
    per_head: Numbers
    spending: Numbers
    ability: Numbers
    benefit: Numbers

    @property
    def over_ability(self) -> Numbers:
        """The share of spending less the share of what members can pay: above 0 carries more than its part."""
        return self.spending - self.ability


def burdens_of(expenditure: Numbers, gdp: Numbers, population: Numbers) -> Burdens:
    """Return what each member carries; shares are among members of whom everything is known.

    Parameters
    ----------
    expenditure, gdp : array, shape (n,)
        In one unit; NaN where not known.
    population : array, shape (n,)
        Persons.
    """
    known = np.isfinite(expenditure) & np.isfinite(gdp) & np.isfinite(population)
    spent, output, people = (np.where(known, values, np.nan) for values in (expenditure, gdp, population))
    return Burdens(
        burden=burdens(expenditure, gdp),
        per_head=np.divide(expenditure, population, out=np.full(expenditure.shape, np.nan), where=population > 0),
        spending=shares_of_group(spent),
        ability=ability_shares(output, people),
        benefit=benefit_shares(np.column_stack([output, people])),
    )
