"""Who is meant by a name on a date: an ambiguous name is an error, never a guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import Day, Register, load_register
from foedus._base.errors import AmbiguousName, BadInput, UnknownName
from foedus.register.gazetteer import folded

MEANT = [
    # Germany and Prussia are one actor; the two states of 1949 are two others
    ("Prussia", "1866-06-16", "germany"),
    ("Germany", "1914-08-01", "germany"),
    ("German Empire", "1914-08-01", "germany"),
    ("Germany", "1939-09-01", "germany"),
    ("Germany", "1990-10-03", "germany"),
    ("West Germany", "1955-05-06", "west-germany"),
    ("East Germany", "1955-05-14", "east-germany"),
    ("Federal Republic of Germany", "1989-11-09", "west-germany"),
    ("Federal Republic of Germany", "2020-01-01", "germany"),
    # Russia and the Soviet Union are one actor
    ("Russia", "1914-08-01", "russia"),
    ("Soviet Union", "1941-06-22", "russia"),
    ("USSR", "1950-02-14", "russia"),
    ("Russia", "2022-02-24", "russia"),
    # two Yemens beside the earlier and the later one
    ("Yemen", "1950-01-01", "yemen-arab-republic"),
    ("South Yemen", "1980-01-01", "south-yemen"),
    ("Yemen Arab Republic", "1980-01-01", "yemen-arab-republic"),
    ("Yemen", "2015-03-26", "yemen"),
    # one Korea, then two
    ("Korea", "1904-02-23", "korea"),
    ("South Korea", "1950-06-25", "south-korea"),
    ("North Korea", "1950-06-25", "north-korea"),
    # the Habsburg monarchy and the republic
    ("Austria", "1756-05-01", "austria-hungary"),
    ("Austria-Hungary", "1879-10-07", "austria-hungary"),
    ("Austria", "1934-07-25", "austria"),
    ("Austria", "2020-01-01", "austria"),
    # Serbia and Yugoslavia are one actor
    ("Serbia", "1914-07-28", "serbia"),
    ("Yugoslavia", "1941-04-06", "serbia"),
    ("Yugoslavia", "1999-03-24", "serbia"),
    ("Serbia", "2020-01-01", "serbia"),
    # Vietnam before, during and after the division
    ("South Vietnam", "1965-03-08", "south-vietnam"),
    ("North Vietnam", "1965-03-08", "vietnam"),
    ("Vietnam", "1979-02-17", "vietnam"),
    # one name, two bearers in turn
    ("Republic of China", "1945-08-14", "china"),
    ("Republic of China", "1954-12-02", "taiwan"),
    ("Sardinia", "1855-01-26", "italy"),
    ("Ottoman Empire", "1914-08-02", "turkey"),
]


@pytest.mark.parametrize(("name", "day", "actor"), MEANT)
def test_a_name_means_the_bearer_of_the_day(register: Register, name: str, day: str, actor: str) -> None:
    assert register.actors.find(name, Day.parse(day)).id == actor


@pytest.mark.parametrize(
    ("name", "day", "candidates"),
    [
        ("Germany", "1960-01-01", "East Germany (east-germany), West Germany (west-germany)"),
        ("Korea", "1950-06-25", "North Korea (north-korea), South Korea (south-korea)"),
        ("Vietnam", "1960-01-01", "North Vietnam (vietnam), South Vietnam (south-vietnam)"),
        ("Yemen", "1980-01-01", "South Yemen (south-yemen), Yemen Arab Republic (yemen-arab-republic)"),
        ("SWZ", "2000-01-01", "Eswatini (eswatini), Switzerland (switzerland)"),  # ISO of one, COW of the other
        ("970", "2010-01-01", "Kiribati (kiribati), Nauru (nauru)"),  # GW of one, COW of the other
    ],
)
def test_an_ambiguous_name_lists_its_candidates(register: Register, name: str, day: str, candidates: str) -> None:
    with pytest.raises(AmbiguousName) as caught:
        register.actors.find(name, Day.parse(day))
    listed = caught.value.faults[0].allowed
    assert {part.split(" (")[1] for part in listed.split(", ")} == {
        part.split(" (")[1] for part in candidates.split(", ")
    }


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Germany", "1866-06-16"),  # it was Prussia then
        ("Germany", "1947-01-01"),  # under occupation
        ("West Germany", "1990-10-03"),
        ("East Germany", "2020-01-01"),
        ("Austria-Hungary", "1925-01-01"),
        ("Austria", "1943-01-01"),
        ("Serbia", "1925-01-01"),
        ("Yugoslavia", "1914-07-28"),
        ("South Vietnam", "1980-01-01"),
        ("Korea", "1925-01-01"),
        ("Czechoslovakia", "1995-01-01"),
    ],
)
def test_a_name_nobody_bore_on_that_day_is_refused(register: Register, name: str, day: str) -> None:
    with pytest.raises(UnknownName, match=f"nobody was called '{name}' on {day}"):
        register.actors.find(name, Day.parse(day))


def test_a_refused_name_tells_how_its_bearer_was_called(register: Register) -> None:
    with pytest.raises(UnknownName, match=r"to do: the actor was then called Prussia \(germany\)"):
        register.actors.find("Germany", Day.parse("1866-06-16"))


def test_a_refused_name_tells_when_its_bearer_lived(register: Register) -> None:
    with pytest.raises(UnknownName, match=r"to do: South Vietnam existed .*/"):
        register.actors.find("South Vietnam", Day.parse("1980-01-01"))


def test_a_misspelt_name_gets_suggestions(register: Register) -> None:
    with pytest.raises(UnknownName, match=r"did you mean .*Germany"):
        register.actors.find("Germny", Day.parse("1914-08-01"))


def test_a_name_like_no_other_tells_which_codes_are_read(register: Register) -> None:
    with pytest.raises(UnknownName, match="allowed: a name, an actor id, cow:NUMBER, gw:NUMBER"):
        register.actors.find("Atlantis", Day.parse("1914-08-01"))


@pytest.mark.parametrize("written", ["germany", "cow:255", "gw:255", "255", "GMY", "DEU", "  GERMANY ", "germany."])
def test_an_actor_answers_to_all_its_codes(register: Register, written: str) -> None:
    assert register.actors.find(written, Day.parse("2020-01-01")).id == "germany"


def test_an_id_needs_no_date(register: Register) -> None:
    assert register.actors.find("south-vietnam", Day.parse("2020-01-01")).id == "south-vietnam"


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Korea", {"korea", "north-korea", "south-korea"}),
        ("Prussia", {"germany"}),
        ("prussia", {"germany"}),
        ("italy", {"italy"}),
    ],
)
def test_all_who_ever_bore_a_name_are_found(register: Register, name: str, ids: set[str]) -> None:
    assert register.actors.ever_called(name) == ids


def test_a_name_nobody_ever_bore_is_refused(register: Register) -> None:
    with pytest.raises(UnknownName):
        register.actors.ever_called("Atlantis")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Côte d’Ivoire", "cote d ivoire"),
        ("  SÃO  Tomé ", "sao tome"),
        ("GW:255", "gw:255"),
        ("Weiß", "weiss"),
        ("U.S.", "u s"),
    ],
)
def test_a_name_is_compared_without_case_accents_and_marks(text: str, plain: str) -> None:
    assert folded(text) == plain


@given(st.text(st.characters(codec="latin-1"), max_size=30))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


ACTORS = st.sampled_from([actor.id for actor in load_register().actors])
DAYS = st.dates().map(lambda day: Day.parse(day.isoformat()))


@given(ACTORS, DAYS)
def test_the_name_of_the_day_leads_back_or_is_ambiguous_with_it(actor_id: str, day: Day) -> None:
    gazetteer = load_register().actors
    assert actor_id in gazetteer.ever_called(gazetteer[actor_id].name_on(day))


@given(st.text(max_size=20), DAYS)
def test_any_text_is_an_actor_or_bad_input(text: str, day: Day) -> None:
    gazetteer = load_register().actors
    try:
        found = gazetteer.find(text, day)
    except BadInput:
        return
    assert found.existed_on(day) or found.id == text
