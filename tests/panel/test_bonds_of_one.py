"""Bonds narrowed to a state or a pledge are those of all bonds that fit."""

from __future__ import annotations

from collections import Counter

import pytest

from foedus._base.dates import Day
from foedus.panel.pledges import PLEDGES, bonds
from foedus.register.compiled import load_register


@pytest.mark.parametrize("on", ["1914-08-01", "1955-06-15"])
def test_bonds_of_one_state_or_one_pledge_are_those_among_all(on: str) -> None:
    register = load_register()
    day = Day.parse(on)
    within = (day.first, day.last)
    everything = list(bonds(register, "surely", within))
    for state in ("france", "germany", "switzerland"):
        found = Counter(bonds(register, "surely", within, state=state))
        assert found == Counter(one for one in everything if state in {one.debtor, one.creditor})
    for pledge in PLEDGES:
        expected = [one for one in everything if one.pledge == pledge]
        assert list(bonds(register, "surely", within, pledge=pledge)) == expected
