"""The actors of the register by their numbers in a state system, year by year, and one system's numbers in another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from foedus.panel.membership import Codes, Membership


@dataclass(frozen=True, eq=False)
class Numbers:
    """Where each actor stands in a membership.

    Attributes
    ----------
    place : mapping of str to array of int, each of shape (years,)
        The place of an actor among the members in each year, -1 where it was none.
    """

    membership: Membership
    place: Mapping[str, Codes]

    def in_year(self, actor: str, year: int) -> int | None:
        """Return the number of an actor in the year at a place; None where it was no member."""
        places = self.place.get(actor)
        if places is None or places[year] < 0:
            return None
        return int(self.membership.numbers[places[year]])


def numbers_of(members: Membership) -> Numbers:
    """Return where each actor stands in a membership, in every year that its spells touch."""
    place: dict[str, Codes] = {}
    for spell in members.spells:
        held = place.setdefault(spell.actor, np.full(members.size[1], -1))
        held[members.years_of(spell.first, spell.last)] = spell.place
    return Numbers(members, place)


def across(members: Membership, others: Membership) -> Codes:
    """Return where each member of one system stands in another, for the same years.

    Returns
    -------
    array of int, shape (states of `members`, years)
        The place among `others` of whoever bears the number in a year; -1 where it is no member there.
    """
    theirs = numbers_of(others).place
    found = np.full(members.size, -1)
    for spell in members.spells:
        held = theirs.get(spell.actor)
        if held is not None:
            years = members.years_of(spell.first, spell.last)
            found[spell.place, years] = held[years]
    return found
