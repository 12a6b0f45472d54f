"""The typology as columns: each year is described as the command describes its last day."""

from __future__ import annotations

import polars as pl
import pytest

from foedus import FoedusError
from foedus._base.dates import Day
from foedus.catalogue.additions import create
from foedus.measures.typology.kinds import kinds
from foedus.measures.typology.world import World


@pytest.fixture(scope="module")
def panel() -> pl.DataFrame:
    """Return the alliance-years of the early Cold War and of its end."""
    return create("alliance-years", first=1947, last=1992).add("typology").frame()


def test_a_year_says_what_the_command_says_of_its_last_day(panel: pl.DataFrame, real: World) -> None:
    for row in panel.sample(150, seed=3).iter_rows(named=True):
        treaty = real.register.treaty(row["treaty"])
        last = Day.parse(f"{row['year']}-12-31")
        day = min(last, treaty.ended, key=lambda one: one.last) if treaty.ended else last
        found = kinds(treaty, real, Day.from_number(day.last))
        for name in ("membership", "reach", "asymmetric", "secret", "milinst", "depth_low"):
            value = found[name].value
            assert row[f"typ_{name}"] == (int(value) if isinstance(value, bool) else value), (
                row["treaty"],
                row["year"],
            )


def test_an_alliance_changes_as_members_come(panel: pl.DataFrame) -> None:
    nato = panel.filter(pl.col("treaty") == "nato").sort("year")
    assert nato["typ_membership"].unique().to_list() == ["multilateral"]
    assert nato.row(0, named=True)["typ_milinst"] != 2
    assert nato.row(-1, named=True)["typ_milinst"] == 2


def test_members_of_one_treaty_share_its_description() -> None:
    frame = create("member-years", first=1960, last=1961).add("typology").frame()
    shared = frame.group_by("treaty", "year").agg(pl.col("typ_reach").n_unique())
    assert shared["typ_reach"].max() == 1


def test_other_universes_are_refused() -> None:
    with pytest.raises(FoedusError, match="typology cannot be added to state-years"):
        create("state-years", first=1960, last=1961).add("typology").frame()
