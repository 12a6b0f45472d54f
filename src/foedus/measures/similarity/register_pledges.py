"""Portfolios of promises by the treaties of the register, with nothing to download."""

from __future__ import annotations

import numpy as np

from foedus.measures.similarity.coefficients import Levels
from foedus.measures.similarity.portfolio import HIGHEST_PROMISE, PROMISES, Portfolios, members
from foedus.panel.membership import Membership, membership
from foedus.panel.numbers import numbers_of
from foedus.panel.pledge_years import pledge_years
from foedus.register.register import Register


def register_portfolios(register: Register, first: int, last: int) -> tuple[Portfolios, ...]:
    """Return the portfolios of each year, by the pledges that bind on some day of it.

    Parameters
    ----------
    first, last : int
        The years, both included. Those before the register's stated coverage hold only the treaties it has.

    Notes
    -----
    A bond whose dates are not well known counts where it holds by every reading of them.
    """
    held = membership(register, "cow", first, last)
    levels = register_levels(register, held)
    return tuple(_of_year(levels, held, year) for year in range(first, last + 1))


def register_levels(register: Register, held: Membership) -> Levels:
    """Return what the register says each state promises every other in each year, shape (years, states, states).

    Towards itself a state has no level here. A bond whose dates are not well known counts where it holds by every
    reading of them.
    """
    states, years = held.size
    levels = np.zeros((years, states, states), np.int8)
    for pledge, one, other, year in pledge_years(register, numbers_of(held), "surely"):
        levels[year, one, other] = np.maximum(levels[year, one, other], PROMISES[pledge])
    return levels


def _of_year(levels: Levels, held: Membership, year: int) -> Portfolios:
    there = held.present[:, year - held.first]
    mine = levels[year - held.first][np.ix_(there, there)]
    np.fill_diagonal(mine, HIGHEST_PROMISE)
    return Portfolios(members(held, year), mine, HIGHEST_PROMISE)
