"""The figures that come with the project: whose they are, what is missing, and that nonsense is refused."""

from __future__ import annotations

import pytest

from foedus import FoedusError, Register
from foedus._base.dates import Day
from foedus._base.documents import read_bytes
from foedus.measures.capability.figures import UNITS, Figure, bundled, read_figures
from foedus.register.arrangements import BoundBy

HEAD = """
sources:
  office: {publisher: Office, title: Book, terms: public domain, address: "https://example.org/", known: page}
states:
"""
STATE = "  - {state: france, source: office, page: 'https://example.org/fr', "


def read(text: str, register: Register | None = None) -> object:
    return read_figures(read_bytes((HEAD + text).encode(), "figures.yaml"), register)


def test_every_state_is_one_of_the_register(register: Register) -> None:
    assert read_figures(register=register).keys() == bundled().keys()


def test_every_member_of_nato_and_the_large_military_powers_are_there(register: Register) -> None:
    members = set(BoundBy(register)("nato", Day.parse(register.edition.cutoff)))
    assert len(members) == 32
    others = {"russia", "china", "india", "japan", "south-korea", "north-korea", "israel", "iran", "saudi-arabia"}
    more = {"ukraine", "australia", "brazil", "pakistan", "egypt", "argentina", "taiwan"}
    assert members | others | more <= bundled().keys()


def test_every_figure_says_whose_it_is_and_is_plausible() -> None:
    for state in bundled().values():
        assert state.publisher.terms
        assert state.publisher.known == "copy"
        assert state.page.startswith(state.publisher.address)
        for name, figure in state.figures.items():
            assert name in UNITS
            assert figure.low <= figure.value <= figure.high
            assert 2020 <= figure.year <= 2026
        share, people = state.figures.get("expenditure_share"), state.figures["population"]
        assert share is None or 0 < share.value < 15
        assert 1e5 < people.value < 2e9
        if "personnel" in state.figures:
            assert state.figures["personnel"].value < 0.06 * people.value


def test_what_the_publisher_does_not_give_is_missing_and_said_so() -> None:
    assert "expenditure_share" not in bundled()["north-korea"].figures
    assert not {"expenditure_share", "personnel"} & bundled()["iceland"].figures.keys()
    assert bundled()["iceland"].note
    unexplained = [one.state for one in bundled().values() if set(UNITS) - set(one.figures) and not one.note]
    assert unexplained == []


def test_a_range_counts_by_its_middle() -> None:
    held = read(STATE + "personnel: {low: 10, high: 20, year: 2024}}")
    assert held["france"].figures == {"personnel": Figure(10, 20, 2024)}  # type: ignore[index]
    assert Figure(10, 20, 2024).value == 15


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (STATE + "gdp: {year: 2024}}", "a figure is a value, or a low and a high"),
        (STATE + "gdp: {low: 5, high: 4, year: 2024}}", "a figure is a value, or a low and a high"),
        (STATE + "gdp: {value: 5, low: 4, high: 6, year: 2024}}", "a figure is a value, or a low and a high"),
        (STATE + "gdp: {value: -5, year: 2024}}", "0"),
        (STATE + "tanks: {value: 5, year: 2024}}", "tanks"),
        (STATE.replace("office", "nobody") + "gdp: {value: 5, year: 2024}}", "no source is called 'nobody'"),
        (STATE.replace("france", "atlantis") + "gdp: {value: 5, year: 2024}}", "no actor has the id 'atlantis'"),
        (STATE + "gdp: {value: 5, year: 2024}}\n" + STATE + "gdp: {value: 5, year: 2024}}", "france is there twice"),
        (STATE.replace("https", "http") + "gdp: {value: 5, year: 2024}}", "page"),
    ],
)
def test_a_broken_file_is_refused_with_the_place(text: str, said: str, register: Register) -> None:
    with pytest.raises(FoedusError) as error:
        read(text, register)
    assert said in str(error.value)
    assert "figures.yaml:" in str(error.value)
