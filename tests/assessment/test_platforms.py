"""The lenses of platforms: beside the others, counted in their disagreement, and never the challenger's measure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from foedus.assessment.balance import Balance
from foedus.assessment.deterrence import Deterrence
from foedus.assessment.outlook import Outlook
from foedus.assessment.unknown import Unknown
from foedus.measures.capability.platforms import DOMAINS
from foedus.measures.capability.reading import Tables
from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.store import Store

pytestmark = pytest.mark.data


@pytest.fixture(scope="module")
def counted(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return the tables of a store with platforms, and with CINC if asked."""

    def tables(*, has_cinc: bool) -> Tables:
        store = Store(tmp_path_factory.mktemp("counted"))
        store.put(load(source("rdmc"), [shared_data / "capabilities" / "rDMC_wide_v1.rds"]))
        if has_cinc:
            store.put(load(source("nmc"), [shared_data / "cow" / "cow_nmc.rda"]))
        return Tables(store)

    return tables


def seen(outlook: Outlook) -> Balance:
    assert isinstance(outlook.balance, Balance)
    return outlook.balance


def test_each_domain_has_a_row_of_its_own_from_the_year_of_the_event(looking: Any, counted: Any) -> None:
    """Against the file: Britain reports 87 principal surface combatants and submarines in 1982, Argentina 11."""
    found = seen(looking(counted(has_cinc=True))("falklands-1982"))
    held = {one.name: one for one in found.lenses if one.name in DOMAINS}
    assert list(held) == list(DOMAINS)
    assert held["sea-platforms"].of["united-kingdom"] == 87
    assert held["sea-platforms"].of["argentina"] == 11
    assert {one.years for one in held.values()} == {(1982, 1982)}


def test_the_challenger_reckons_with_states_as_a_whole(looking: Any, counted: Any) -> None:
    outlook = looking(counted(has_cinc=True))("falklands-1982")
    assert isinstance(outlook.deterrence, Deterrence)
    assert outlook.deterrence.lens == "CINC"
    (lens,) = [one for one in outlook.deterrence.swings if one.assumption == "lens"]
    assert "platforms" not in lens.low + lens.high


def test_platforms_alone_make_a_balance_and_no_calculation(looking: Any, counted: Any) -> None:
    outlook = looking(counted(has_cinc=False))("falklands-1982")
    assert {one.name for one in seen(outlook).lenses} == set(DOMAINS)
    assert isinstance(outlook.deterrence, Unknown)
    assert "no capability as a whole" in outlook.deterrence.reason


def test_platforms_count_where_lenses_disagree(looking: Any, counted: Any) -> None:
    """Against the file: of 1990 Turkey has more armoured vehicles and ships than Greece, and fewer aircraft."""
    case = {"date": "1990-08-02", "attackers": ["Greece"], "targets": ["Turkey"], "act": {"kind": "armed_attack"}}
    found = seen(looking(counted(has_cinc=False))(case))
    assert {one.name: one.times([one.targets]) > 1 for one in found.lenses} == {
        "land-platforms": True,
        "sea-platforms": True,
        "air-platforms": False,
    }
    assert "alone" in found.disagree


def test_attackers_without_a_ship_are_no_measure_of_a_fleet(looking: Any, counted: Any) -> None:
    case = {"date": "1990-08-02", "attackers": ["Kuwait"], "targets": ["Iraq"], "act": {"kind": "armed_attack"}}
    found = seen(looking(counted(has_cinc=False))(case))
    assert "counts no sea platforms of the attackers: Kuwait" in dict(found.unseen)["sea-platforms"].reason
