"""The nine disputed places that are fixed tests of neutral naming, and the page that promises them."""

from __future__ import annotations

from pathlib import Path

import pytest

from foedus import Day, Register
from foedus.domain.area import Point

RESPONSIBLE_USE = Path(__file__).parents[2] / "RESPONSIBLE_USE.md"
HEADING = "| place, by all its names | administered by | claimed by |"

# place, a point in it, a day, two of its names, who administered and who claimed it
FIXED = [
    ("taiwan", 25.03, 121.56, "2024-01-01", ("Taiwan", "Republic of China"), {"taiwan"}, {"china", "taiwan"}),
    ("kosovo", 42.66, 21.16, "2024-01-01", ("Kosovo", "Kosovo and Metohija"), {"kosovo"}, {"kosovo", "serbia"}),
    (
        "palestine",
        31.90,
        35.20,
        "2024-01-01",
        ("Palestine", "Occupied Palestinian Territory"),
        {"israel", "palestine"},
        {"israel", "palestine"},
    ),
    (
        "western-sahara",
        24.50,
        -13.50,
        "2024-01-01",
        ("Western Sahara", "Sahrawi Arab Democratic Republic"),
        {"morocco", "western-sahara"},
        {"morocco", "western-sahara"},
    ),
    (
        "crimea",
        45.05,
        34.10,
        "2020-01-01",
        ("Crimea", "Autonomous Republic of Crimea and Sevastopol"),
        {"russia"},
        {"russia", "ukraine"},
    ),
    (
        "falklands",
        -51.70,
        -57.85,
        "1982-04-01",
        ("Falkland Islands", "Islas Malvinas"),
        {"united-kingdom"},
        {"argentina", "united-kingdom"},
    ),
    (
        "senkaku",
        25.77,
        123.53,
        "2024-01-01",
        ("Senkaku Islands", "Diaoyu Islands"),
        {"japan"},
        {"japan", "china", "taiwan"},
    ),
    (
        "kurils",
        44.03,
        145.86,
        "2024-01-01",
        ("Southern Kuril Islands", "Northern Territories"),
        {"russia"},
        {"japan", "russia"},
    ),
    ("dokdo", 37.24, 131.87, "2024-01-01", ("Dokdo", "Takeshima"), {"south-korea"}, {"japan", "south-korea"}),
]


def note_at(register: Register, lat: float, lon: float, day: str) -> str:
    notes: tuple[str, ...] = register.naming_notes(Point(lat, lon), Day.parse(day))
    assert len(notes) == 1
    return notes[0]


def test_the_fixed_places_are_all_there_are(register: Register) -> None:
    assert {place.id for place in register.disputed} == {row[0] for row in FIXED}


@pytest.mark.parametrize(("place", "lat", "lon", "day"), [row[:4] for row in FIXED])
def test_a_point_in_a_disputed_place_is_known_as_such(
    register: Register, place: str, lat: float, lon: float, day: str
) -> None:
    assert [found.id for found in register.disputed_at(Point(lat, lon), Day.parse(day))] == [place]


@pytest.mark.parametrize(("lat", "lon", "day", "names"), [row[1:5] for row in FIXED])
def test_a_disputed_place_is_shown_with_both_names(
    register: Register, lat: float, lon: float, day: str, names: tuple[str, str]
) -> None:
    assert all(name in note_at(register, lat, lon, day).split(":")[0].split(" / ") for name in names)


@pytest.mark.parametrize(("place", "day", "administered"), [(row[0], row[3], row[5]) for row in FIXED])
def test_a_disputed_place_has_its_administrators(
    register: Register, place: str, day: str, administered: set[str]
) -> None:
    found = next(part for part in register.disputed if part.id == place)
    assert set(found.administrators_on(Day.parse(day))) == administered


@pytest.mark.parametrize(("place", "day", "claimed"), [(row[0], row[3], row[6]) for row in FIXED])
def test_a_disputed_place_has_its_claimants(register: Register, place: str, day: str, claimed: set[str]) -> None:
    found = next(part for part in register.disputed if part.id == place)
    assert set(found.claimants_on(Day.parse(day))) == claimed


@pytest.mark.parametrize(("lat", "lon", "day", "administered", "claimed"), [(*row[1:4], *row[5:]) for row in FIXED])
def test_the_note_names_administrators_and_claimants(
    register: Register, lat: float, lon: float, day: str, administered: set[str], claimed: set[str]
) -> None:
    def names(actors: set[str]) -> set[str]:
        return {register.actors[actor].name_on(Day.parse(day)) for actor in actors}

    _, after = note_at(register, lat, lon, day).split(": administered by ")
    holders, rest = after.split(", claimed by ")
    claimants, _ = rest.split(". No recognition")
    assert (set(holders.split(", ")), set(claimants.split(", "))) == (names(administered), names(claimed))


@pytest.mark.parametrize(("lat", "lon", "day"), [row[1:4] for row in FIXED])
def test_the_note_recognises_nobody(register: Register, lat: float, lon: float, day: str) -> None:
    assert note_at(register, lat, lon, day).endswith("No recognition is implied.")


@pytest.mark.parametrize(
    ("day", "holder"), [("1982-04-01", "United Kingdom"), ("1982-05-01", "Argentina"), ("1982-07-01", "United Kingdom")]
)
def test_the_administrator_is_that_of_the_day(register: Register, day: str, holder: str) -> None:
    assert f"administered by {holder}," in note_at(register, -51.7, -57.85, day)


@pytest.mark.parametrize(
    ("lat", "lon", "day"), [(45.05, 34.10, "2010-01-01"), (42.66, 21.16, "1990-01-01"), (48.86, 2.35, "2024-01-01")]
)
def test_what_was_not_in_dispute_that_day_has_no_note(register: Register, lat: float, lon: float, day: str) -> None:
    assert register.naming_notes(Point(lat, lon), Day.parse(day)) == ()


def test_an_unknown_point_has_no_note(register: Register) -> None:
    assert register.naming_notes(None, Day.parse("2024-01-01")) == ()


# --- the page ---------------------------------------------------------------------------------------------------------


def table() -> list[list[str]]:
    lines = RESPONSIBLE_USE.read_text(encoding="utf-8").splitlines()
    start = lines.index(HEADING) + 2
    rows = [line.strip("|").split("|") for line in lines[start:] if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows]


def test_the_page_lists_every_place_by_all_its_names_in_no_order_of_rank(register: Register) -> None:
    held = {" / ".join(place.names) for place in register.disputed}
    assert {names for names, _, _ in table()} == held
    assert all(list(place.names) == sorted(place.names) for place in register.disputed)
