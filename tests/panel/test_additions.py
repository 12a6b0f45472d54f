"""What stands beside the rows: on made-up files, and by what must hold of every addition."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from foedus import BadInput, FoedusError
from foedus._base.errors import DataMissing
from foedus.panel.additions.disputes import WHITTLED, whittled
from foedus.panel.additions.state_values import one_row_a_state, troops_of_states
from foedus.panel.catalogue import HOMES, addition
from foedus.panel.panel import Panel, create
from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.store import Store

STATES = ("alliances", "atop", "contiguity", "cow-majors", "gml-mid", "inter-state-war", "neighbours", "nmc")
OF_STATES = [name for name in STATES if addition(name).rows == "states"]
FIRST, LAST = 1949, 1953


def panel(
    store: Store, universe: str = "dyad-years", *, directed: bool = False, first: int = FIRST, last: int = LAST
) -> Panel:
    return replace(create(universe, directed=directed, first=first, last=last), store=store)


def cell(frame: pl.DataFrame, name: str, **where: int) -> object:
    return frame.filter(**where)[name].item()


@settings(max_examples=20)
@given(st.lists(st.sampled_from(STATES), unique=True, max_size=4), st.booleans())
def test_additions_keep_the_rows_and_twice_is_as_once(small: Store, names: list[str], directed: bool) -> None:
    bare = panel(small, directed=directed)
    once = bare.add(*names)
    frame = once.frame()
    assert frame.select(bare.frame().columns).equals(bare.frame())
    assert once.add(*names).frame().equals(frame)
    assert frame.columns == [*bare.frame().columns, *(column.name for column in once.columns)]


@settings(max_examples=10)
@given(st.lists(st.sampled_from(OF_STATES), unique=True, min_size=1, max_size=2))
def test_each_state_of_a_set_has_its_own_columns(small: Store, names: list[str]) -> None:
    states = panel(small, "state-years", first=1950, last=1950).add(*names).frame()
    triads = panel(small, "k-ads", first=1950, last=1950).add(*names).frame()
    for place in "123":
        of_place = triads.select(
            pl.col(f"ccode{place}").alias("ccode"), *(pl.col(f"{n}{place}").alias(n) for n in states.columns[2:])
        ).unique()
        held = states.drop("year").join(of_place, on="ccode", how="semi")
        assert of_place.sort("ccode").equals(held.select(of_place.columns).sort("ccode"))


@pytest.mark.parametrize("name", ["atop", "contiguity", "gml-mid", "inter-state-war", "cow-majors"])
def test_outside_a_sources_coverage_nothing_is_zero(small: Store, name: str) -> None:
    """Zeros after the data end are what users of other tools fell for (alliances, contiguity, major powers)."""
    last = {"atop": 2018, "contiguity": 2016, "gml-mid": 2010, "inter-state-war": 2007, "cow-majors": 2016}[name]
    frame = panel(small, first=last, last=last + 2).add(name).frame()
    new = frame.columns[3:]
    within, beyond = (frame.filter((pl.col("year") > last) == is_beyond) for is_beyond in (False, True))
    assert beyond.select(pl.col(new).is_null().all()).row(0) == (True,) * len(new)
    assert any(0 in set(within[column]) for column in new)


def test_what_the_publisher_leaves_out_is_missing(small: Store) -> None:
    frame = panel(small).add("nmc").frame()
    assert cell(frame, "milex1", ccode1=2, ccode2=200, year=1951) is None
    assert cell(frame, "milex1", ccode1=2, ccode2=200, year=1950) == 100
    assert cell(frame, "cinc2", ccode1=2, ccode2=200, year=1950) == 0.1
    assert frame.filter(ccode1=20)["milex1"].null_count() == frame.filter(ccode1=20).height


def test_in_a_year_of_change_the_nearer_contiguity_counts(small: Store) -> None:
    frame = panel(small).add("contiguity").frame()
    assert [cell(frame, "conttype", ccode1=2, ccode2=20, year=year) for year in (1949, 1950, 1951)] == [0, 1, 1]


def test_a_pledge_of_one_side_stands_in_one_direction_and_in_the_undirected_pair(small: Store) -> None:
    """The United States owe Japan defence and not the reverse; an undirected pair must show it all the same."""
    directed = panel(small, directed=True).add("atop").frame()
    one_way, other_way = {"ccode1": 2, "ccode2": 740, "year": 1952}, {"ccode1": 740, "ccode2": 2, "year": 1952}
    assert (cell(directed, "atop_defense", **one_way), cell(directed, "atop_defense", **other_way)) == (1, 0)
    assert (cell(directed, "atop_nonagg", **one_way), cell(directed, "atop_nonagg", **other_way)) == (0, 1)
    assert (cell(directed, "atop_alliance", **one_way), cell(directed, "atop_alliance", **other_way)) == (1, 1)
    undirected = panel(small).add("atop").frame()
    assert (cell(undirected, "atop_defense", **one_way), cell(undirected, "atop_nonagg", **one_way)) == (1, 1)


def test_of_several_disputes_the_rules_keep_one(small: Store) -> None:
    frame = panel(small).add("gml-mid").frame()
    at = {"ccode1": 2, "ccode2": 365, "year": 1950}
    assert (cell(frame, "dispnum", **at), cell(frame, "hostlev1", **at)) == (8, 3)
    kept = panel(small).add("gml-mid", exclude="start-month").frame()
    assert cell(kept, "dispnum", **at) == 7


def test_initiators_are_told_by_the_rule_that_is_named(small: Store) -> None:
    at = {"ccode1": 2, "ccode2": 365, "year": 1950}
    for rule, expected in (("sidea-all-joiners", 0), ("sidea-with-joiners", 0), ("sidea-orig", 0)):
        frame = panel(small, directed=True).add("gml-mid", init=rule).frame()
        assert (cell(frame, "init1", **at), cell(frame, "init2", **at)) == (expected, 1)


def test_every_case_exclusion_rule_leaves_one_dispute_a_year(small: Store) -> None:
    table = small.read("gml-mid", "directed_dispute_years")
    for rule in WHITTLED:
        assert whittled(table, (rule,)).select("ccode1", "ccode2", "year").is_duplicated().sum() == 0


def test_enemies_are_at_war_only_while_both_fight(small: Store) -> None:
    frame = panel(small, first=1950, last=1954, directed=True).add("inter-state-war").frame()
    war = frame.filter(cowinterongoing=1)
    assert war.filter(ccode1=2, ccode2=731)["year"].to_list() == [1950, 1951, 1952, 1953]
    assert war.filter(ccode1=2, ccode2=732).is_empty()
    assert war.filter(ccode1=731, ccode2=732, cowinteronset=1)["cowinterinit1"].to_list() == [1]


def test_a_version_is_read_when_it_is_named(small: Store) -> None:
    assert panel(small).add("nmc@5.0").collect().versions == {"nmc": "5.0"}
    with pytest.raises(DataMissing, match=r"7\.0"):
        panel(small).add("nmc@7.0").frame()
    with pytest.raises(BadInput, match="no version"):
        panel(small).add("nmc@99")


def test_a_version_counts_wherever_it_is_named_and_two_are_refused(small: Store) -> None:
    named_later = panel(small).add("nmc").add("nmc@7.0")
    with pytest.raises(DataMissing, match=r"7\.0"):
        named_later.frame()
    with pytest.raises(BadInput, match=r"as 7\.0 and as 5\.0"):
        named_later.add("nmc@5.0")
    with pytest.raises(BadInput, match="no versions"):
        panel(small).add("codes@5.0")


def test_a_data_set_that_is_not_there_names_the_command_that_brings_it(small: Store) -> None:
    with pytest.raises(DataMissing, match="sipri") as raised:
        panel(small).add("sipri").frame()
    assert "foedus data add sipri" in str(raised.value)


def test_relevance_needs_contiguity_and_major_powers(small: Store) -> None:
    with pytest.raises(BadInput, match="contiguity for conttype"):
        panel(small).add("relevance")
    frame = panel(small).add("contiguity", "cow-majors", "relevance").frame()
    assert cell(frame, "prd", ccode1=2, ccode2=20, year=1949) == 1
    assert cell(frame, "prd", ccode1=20, ccode2=70, year=1949) == 0


@pytest.mark.parametrize(
    ("universe", "name", "options"),
    [
        ("state-years", "contiguity", {}),
        ("alliance-years", "nmc", {}),
        ("state-days", "nmc", {}),
        ("dyad-years", "nmc", {"on": "jan1"}),
        ("dyad-years", "alliances", {"on": "noon"}),
        ("dyad-years", "gml-mid", {"exclude": "whim"}),
        ("dyad-years", "peace-years", {"event": "cinc1"}),
        ("dyad-years", "lag", {"column": "nothing"}),
        ("dyad-years", "no-such-thing", {}),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(
    small: Store, universe: str, name: str, options: dict[str, str]
) -> None:
    with pytest.raises(FoedusError) as raised:
        panel(small, universe).add(name, **options).frame()
    assert "allowed" in str(raised.value) or raised.value.faults[0].allowed or raised.value.faults[0].remedy


def test_the_same_addition_with_other_options_would_bring_its_columns_twice(small: Store) -> None:
    with pytest.raises(BadInput, match="second time"):
        panel(small).add("alliances").add("alliances", on="jan1")


@pytest.mark.parametrize("name", HOMES)
def test_every_addition_resolves_and_says_what_it_is(name: str) -> None:
    found = addition(name)
    assert found.name == name
    assert found.summary


def test_spells_count_from_whatever_events_are_there(small: Store) -> None:
    """Without the disputes that are the default, the wars that are there."""
    frame = panel(small, "state-years", first=1950, last=1953).add("inter-state-war", "spells").frame()
    assert frame.columns[-1] == "cowinterspell"
    states = panel(small, "state-years", first=1950, last=1953).add("gml-mid").add("spells", event="gmlmidongoing_init")
    assert states.frame().columns[-1] == "gmlmidinitspell"


def test_a_state_enters_a_war_once_whoever_comes_in_later(small: Store) -> None:
    """Colombia came into the Korean War in 1952: an onset for it and for its pairs, not for North Korea."""
    states = panel(small, "state-years", first=1950, last=1953).add("inter-state-war").frame().filter(cowinteronset=1)
    assert states.filter(ccode=731)["year"].to_list() == [1950]
    assert states.filter(ccode=100)["year"].to_list() == [1952]
    pairs = panel(small, first=1950, last=1953).add("inter-state-war").frame().filter(cowinteronset=1)
    assert pairs.filter(ccode1=100, ccode2=731)["year"].to_list() == [1952]


def test_a_state_under_two_names_has_what_its_names_have_between_them() -> None:
    """Rows of the same state and year were taken by their order, so that an empty one could hide the other."""
    table = pl.DataFrame(
        {
            "state": ["USSR", "Russia", "Russia", "Yemen", "Yemen, North", "nowhere"],
            "ccode": [365, 365, 365, 678, 678, None],
            "year": [1990, 1990, 1991, 1990, 1990, 1990],
            "usd": [5.0, None, 6.0, 1.0, 2.0, 9.0],
            "share": [0.2, 0.3, 0.1, 0.4, 0.4, 0.9],
        }
    )
    rows = one_row_a_state(table, "ccode", ["usd", "share"]).sort("ccode", "year").rows()
    assert rows == [(365, 1990, 5.0, 0.2), (365, 1991, 6.0, 0.1), (678, 1990, None, 0.4)]


def test_troops_are_summed_over_the_names_of_a_state_and_never_below_zero() -> None:
    services = ("troops_ad", "army_ad", "navy_ad", "air_force_ad", "marine_corps_ad")
    rows = {"ccode": [316, 316, 350], "year": [2024, 2024, 1959]}
    table = pl.DataFrame(rows | {name: [16, 0, -322] for name in services})
    assert troops_of_states(table)["marine_corps_ad"].to_list() == [None, 16]


@pytest.mark.data
def test_published_lists_with_two_names_for_a_state_lose_nothing(shared_data: Path, tmp_path: Path) -> None:
    """North Macedonia, 2024: 11 under its name of today, and 0 under the one before; the USSR beside Russia."""
    store = Store(tmp_path / "home")
    store.put(load(source("troops"), [shared_data / "troops" / "troopdata-rebuild-country-year.csv"], is_part=True))
    store.put(load(source("sipri"), [shared_data / "sipri" / "SIPRI-Milex-data-1949-2024_2.xlsx"]))
    frame = panel(store, "state-years", first=1989, last=2024).add("troops", "sipri").frame()
    assert cell(frame, "us_troops_ad", ccode=343, year=2024) == 11
    assert cell(frame, "sipri_constant_usd", ccode=365, year=1989) == pytest.approx(262132.32, abs=0.01)
    assert cell(frame, "sipri_current_usd", ccode=365, year=1989) == pytest.approx(218759.66, abs=0.01)
    raw = pl.read_csv(shared_data / "troops" / "troopdata-rebuild-country-year.csv", infer_schema_length=None)
    states = frame.filter(year=2013)["ccode"].implode()
    listed = raw.filter(pl.col("year") == 2013, pl.col("ccode").is_in(states))["troops_ad"].cast(pl.Int64).sum()
    assert frame.filter(year=2013)["us_troops_ad"].sum() == listed
