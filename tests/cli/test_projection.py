"""``foedus measures projection``: with nothing downloaded, with data, and refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from foedus.catalogue.schemas import json_schema

NMC = "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n" + "".join(
    f"X,{code},1985,1,1,1,1,1,1,{share},2011\n" for code, share in ((2, 0.14), (200, 0.03), (365, 0.17), (732, 0.02))
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOEDUS_HOME", str(tmp_path / "home"))


@pytest.fixture
def with_nmc(foedus: Any, tmp_path: Path) -> None:
    (tmp_path / "NMC_5_0.csv").write_text(NMC)
    assert foedus("data", "add", "nmc@5.0", "NMC_5_0.csv", "--part").status == 0


def answer(said: Any, kind: str) -> Any:
    assert (said.status, said.err) == (0, "")
    told = json.loads(said.out)
    Draft202012Validator(json_schema(f"{kind}-answer")).validate(told)
    assert told["kind"] == kind
    return told


def test_distances_are_told_with_nothing_downloaded(foedus: Any) -> None:
    said = foedus("measures", "projection", "distance", "Egypt", "Iran", "--on", "2010-01-01", "--close", "suez")
    assert said.status == 0
    text = " ".join(said.out.split())
    assert "Cairo, Egypt to Tehran, Iran on 2010-01-01" in text
    assert "by sea, the Suez Canal" in text
    assert "over land: not known (contiguity is not in the store; foedus data pull contiguity" in text
    assert max(map(len, said.out.splitlines())) <= 80


def test_before_it_was_dug_no_way_leads_through_a_canal(foedus: Any) -> None:
    words = ("measures", "projection", "distance", "51.5,0", "19,72.8", "--on")
    early, late = (answer(foedus(*words, day, "--json"), "distance")["sea"][0] for day in ("1850-01-01", "1900-01-01"))
    assert (early["closed"], late["closed"]) == (["northwest", "panama", "suez"], ["northwest", "panama"])
    assert "suez" in late["passages"]
    assert "south_africa" in early["passages"]
    assert early["km"] > late["km"] + 5_000
    assert "Not opened yet: the Panama Canal, the Suez Canal." in " ".join(foedus(*words, "1850-01-01").out.split())


def test_the_picture_says_what_the_way_by_sea_leaves_out(foedus: Any, tmp_path: Path) -> None:
    words = ("measures", "projection", "distance", "France", "Russia", "--on", "1900-01-01", "--svg", "far.svg")
    assert foedus(*words).status == 0
    drawn = (tmp_path / "far.svg").read_text(encoding="utf-8")
    assert "By sea along the lanes alone: 152 km to them" in drawn
    assert "the Northwest Passage, the Panama Canal" in drawn


def test_the_answer_on_distance(foedus: Any) -> None:
    told = answer(
        foedus("measures", "projection", "distance", "44.1,28.7", "Egypt", "--close", "bosporus", "--json"), "distance"
    )
    assert told["start"] == {"name": "44.1, 28.7", "lat": 44.1, "lon": 28.7, "state": None}
    assert told["ellipsoid_km"] == pytest.approx(told["great_circle_km"], rel=6e-3)
    assert [one["closed"] for one in told["sea"]] == [["northwest"]]
    assert told["unknown"] == [{"what": "by sea, the Bosporus closed", "why": "what is closed leaves no way"}]


def test_the_boundary_of_two_parties(foedus: Any) -> None:
    words = ("--strength", "10", "--strength", "8", "--loss", "1", "--loss", "1", "--apart", "10")
    assert "at 6 from the first and 4 from the second" in " ".join(
        foedus("measures", "projection", "boundary", *words).out.split()
    )
    assert answer(foedus("measures", "projection", "boundary", *words, "--json"), "boundary")["boundary"] == 6


def test_where_there_is_no_boundary_it_is_said_who_is_the_stronger(foedus: Any) -> None:
    words = ("--strength", "1", "--strength", "80", "--loss", "1", "--loss", "1", "--apart", "10")
    assert "the second party is the stronger" in foedus("measures", "projection", "boundary", *words).out


def test_the_discount_by_era(foedus: Any) -> None:
    told = answer(foedus("measures", "projection", "discount", "--miles", "5000", "--json"), "distance-discount")
    assert [round(one["left"], 5) for one in told["left"]] == [0.03665, 0.04851, 0.05786]
    assert "0.05786" in foedus("measures", "projection", "discount").out


@pytest.mark.usefixtures("with_nmc")
def test_what_states_bring_to_a_place(foedus: Any) -> None:
    words = ("measures", "projection", "deliverable", "South Korea", "--on", "1985-06-01")
    told = answer(foedus(*words, "--json"), "deliverable")
    felt = [one["from_nearest"] for one in told["states"]]
    assert felt == sorted(felt, reverse=True)
    states = {one["state"]: one for one in told["states"]}
    assert states["united-states"]["nearest"]["footing"] == "stationed"
    assert states["south-korea"]["home_km"] == 0
    only = answer(foedus(*words, "--state", "USA", "--from", "home", "--json"), "deliverable")
    assert [one["nearest"]["footing"] for one in only["states"]] == ["home"]
    assert "no chance of winning" in " ".join(foedus(*words).out.split())


@pytest.mark.usefixtures("with_nmc")
def test_reach_is_written_and_told(foedus: Any, tmp_path: Path) -> None:
    words = (
        "measures",
        "projection",
        "reach",
        "nato",
        "--against",
        "warsaw-pact",
        "--on",
        "1985-06-01",
        "--step",
        "30",
    )
    told = answer(foedus(*words, "-o", "reach.csv", "--json"), "reach")
    assert told["sides"][0]["states"] == ["united-kingdom", "united-states"]
    assert "france" in told["sides"][0]["left_out"]
    assert len(told["points"]) == 6 * 12
    lines = (tmp_path / "reach.csv").read_text().splitlines()
    assert lines[0] == "lat,lon,strength1,strength2,share1"
    assert len(lines) == 73
    lat, lon, *strengths, share = map(float, lines[1].split(","))
    assert (lat, lon) == (75, -165)
    assert share == pytest.approx(strengths[0] / sum(strengths), abs=1e-5)
    assert "left out, without a figure or a capital" in " ".join(foedus(*words).out.split())


def test_reach_works_with_figures_that_come_with_the_project(foedus: Any) -> None:
    words = ("measures", "projection", "reach", "Estonia", "--on", "2025-06-01", "--shares", "bundled", "--step", "45")
    told = answer(foedus(*words, "--json"), "reach")
    assert told["points"][0]["share"] is None
    assert "World Factbook" in told["figures"]


def test_without_data_it_is_told_what_brings_them(foedus: Any) -> None:
    said = foedus("measures", "projection", "deliverable", "France", "--on", "1985-06-01")
    assert said.status == 3
    assert "foedus data pull nmc" in said.err
    assert "--shares bundled" in said.err


@pytest.mark.usefixtures("with_nmc")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("distance Atlantis France", "no actor is called 'Atlantis'"),
        ("distance 99,0 France", "'99,0' is no place"),
        ("distance France Japan --close kattegat", "no strait or canal of the network is called kattegat"),
        ("boundary --strength 1 --loss 1 --apart 1", "two strengths and two losses"),
        ("deliverable France --on 1985-06-01 --from moon", "forces do not start from 'moon'"),
        ("deliverable France --on 1990-06-01", "has no figures of 1990"),
        ("deliverable France --on 1985-06-01 --shares gold", "no shares are called 'gold'"),
        ("deliverable France --shares bundled --figures 1985", "bundled figures are of no one year"),
        ("reach nato --on 1985-06-01 --step 7", "a grid of 7 degrees"),
        ("reach nato --on 1940-06-01 --figures 1985", "bound nobody on 1940-06-01"),
        ("reach Tuvalu --on 2005-06-01 --figures 1985", "no member of Tuvalu has a figure"),
        ("reach nato --on 1985-06-01 -o reach.txt", "does not end in .csv"),
        ("reach nato --against nato --shares bundled", "--against: both sides are the same states"),
        ("deliverable Estonia --state Iceland --shares bundled", "has no figure of Iceland"),
        ("discount --miles inf", "inf miles are further than any place"),
        ("boundary --strength nan --strength 8 --loss 1 --loss 1 --apart 10", "no number of 0 or more"),
    ],
)
def test_bad_input_is_told(foedus: Any, words: str, said: str) -> None:
    found = foedus("measures", "projection", *words.split())
    assert found.status == 2
    assert said in " ".join(found.err.split())


def test_pictures_are_drawn(foedus: Any, tmp_path: Path) -> None:
    assert foedus("measures", "projection", "discount", "--svg", "discount.svg").status == 0
    assert "statute miles from home" in (tmp_path / "discount.svg").read_text(encoding="utf-8")
    words = ("reach", "Estonia", "--on", "2025-06-01", "--shares", "bundled", "--step", "30", "--svg", "reach.svg")
    assert foedus("measures", "projection", *words).status == 0
    drawn = (tmp_path / "reach.svg").read_text(encoding="utf-8")
    assert "Tallinn" in drawn
    assert "no chance of winning" in drawn
