"""Pictures drawn from the register say what the register says, and no more."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.sources.made_up import FILES

import foedus
from foedus import BadInput, Contingency, Day, Register
from foedus._base.dates import Day as AnyDay
from foedus.domain.finding import Finding
from foedus.obligations.cascade import cascade
from foedus.obligations.resolve import explain, scenes
from foedus.report.charts.chain import chain
from foedus.report.charts.countries import todays_countries
from foedus.report.charts.histories import parties_over_time, treaties_over_time
from foedus.report.charts.pact_map import pact_map, treaty_map
from foedus.report.charts.pact_network import pact_network, state_network
from foedus.report.charts.pacts import areas_of, pacts_on
from foedus.report.charts.pledge_matrix import NOTHING, pledge_matrix
from foedus.report.charts.spells import year_of
from foedus.report.charts.theme import COLOURS, tinted
from foedus.report.charts.trace import leading_trace
from foedus.report.timeline import timeline
from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.store import Store

Said = Callable[[str], list[str]]
SUMMER_1955 = Day.parse("1955-06-15")


def case(name: str, register: Register) -> Contingency:
    path = Path(foedus.__file__).parent / "examples" / f"{name}.yaml"
    return foedus.read_contingency(foedus.read_file(path), register).contingency


# --- over the years ---------------------------------------------------------------------------------------------------


def test_a_day_has_its_place_in_the_year() -> None:
    assert year_of(AnyDay.parse("1914-01-01").first) == 1914
    assert year_of(AnyDay.parse("1914-07-02").first) == pytest.approx(1914.5, abs=0.002)
    assert year_of(AnyDay.parse("1916-12-31").first) == pytest.approx(1917, abs=0.003)
    assert year_of(AnyDay.parse("-0479").first) == -479


def test_every_party_of_nato_has_its_bar(register: Register, said: Said) -> None:
    chart = parties_over_time(register, [register.treaty("nato")], range(1949, 2031), "NATO")
    rows = {(row[1], row[3], row[4]) for row in chart.figures.rows}
    assert ("Sweden", "2024-03-07", "still held") in rows
    assert ("West Germany", "1955-05-06", "1990-10-02") in rows
    drawn = said(chart.svg())
    assert {"Sweden", "West Germany", "not covered"} <= set(drawn)
    assert "× succeeded by another 1990" in drawn


def test_those_who_left_are_marked_with_how(register: Register, said: Said) -> None:
    held = [register.treaty("warsaw-pact"), register.treaty("tiar")]
    drawn = said(parties_over_time(register, held, range(1947, 2026), "Two").svg())
    assert "× denounced 1968" in drawn
    assert "× denounced 2004" in drawn
    assert "Inter-American Treaty of Reciprocal Assistance" in drawn


def test_no_bar_enters_years_that_are_not_covered(register: Register) -> None:
    chart = parties_over_time(register, [register.treaty("nato")], range(1949, 2061), "NATO")
    ends = [float(str(row["to"])) for data in _values(chart.spec) for row in data if row.get("look") == "sure"]
    assert max(ends) <= Day.parse(register.edition.cutoff).year + 1


def _values(spec: object) -> list[list[dict[str, object]]]:
    found = []
    if isinstance(spec, dict):
        found += [spec["values"]] if isinstance(spec.get("values"), list) else []
        found += [values for part in spec.values() for values in _values(part)]
    if isinstance(spec, list):
        found += [values for part in spec for values in _values(part)]
    return found


def test_before_the_register_is_whole_the_picture_says_so(register: Register, said: Said) -> None:
    years = range(1871, 1915)
    rows = timeline(register, years, register.actors.ever_called("France"))
    drawn = " ".join(said(treaties_over_time(register, rows, years, "France").svg()))
    assert "not covered, not empty" in drawn
    assert "Franco-Russian Alliance" in drawn


# --- a day ------------------------------------------------------------------------------------------------------------


def test_the_pacts_of_1955(register: Register) -> None:
    pacts = pacts_on(register, SUMMER_1955)
    members = {pact.treaty.id: set(pact.members) for pact in pacts.drawn}
    assert len(members["nato"]) == 15
    assert members["warsaw-pact"] == {
        "albania", "bulgaria", "czechoslovakia", "east-germany", "hungary", "poland", "romania", "russia",
    }  # fmt: skip
    assert members["anzus"] == {"australia", "new-zealand", "united-states"}
    seato = next(pact for pact in pacts.drawn if pact.treaty.id == "seato")
    assert set(seato.beside) == {"cambodia", "laos", "south-vietnam"}
    assert ("russia", "mongolia") in pacts.owed


def test_a_pact_like_another_or_without_life_is_told_and_not_drawn(register: Register, said: Said) -> None:
    pacts = pacts_on(register, SUMMER_1955)
    assert "oas-charter-1948" in {pact.treaty.id for pact in pacts.like}
    assert "ankara-1939" in {pact.treaty.id for pact in pacts.lifeless}
    drawn = " ".join(said(pact_map(register, pacts, "1955").svg()))
    assert "oas-charter-1948 (19)" in drawn
    assert "ankara-1939 (3)" in drawn


def test_the_areas_of_nato_change_with_its_articles(register: Register) -> None:
    nato = register.treaty("nato")
    assert "algerian-departments" in areas_of(nato, SUMMER_1955)
    assert "algerian-departments" not in areas_of(nato, Day.parse("1963-01-01"))


def test_a_map_names_disputed_places_by_all_their_names(register: Register, said: Said) -> None:
    drawn = " ".join(said(pact_map(register, pacts_on(register, Day.parse("2025-01-01")), "2025").svg()))
    for words in ("Republic of China / Taiwan", "Kosovo / Kosovo and Metohija", "A mark recognises nobody"):
        assert words in drawn


def test_a_map_before_1945_says_that_the_register_is_a_choice(register: Register, said: Said) -> None:
    drawn = " ".join(said(pact_map(register, pacts_on(register, Day.parse("1939-08-31")), "1939").svg()))
    assert "Before 1945 the register holds a choice of treaties" in drawn


def test_a_map_after_the_cutoff_says_so(register: Register, said: Said) -> None:
    drawn = " ".join(said(pact_map(register, pacts_on(register, Day.parse("2030-01-01")), "2030").svg()))
    assert f"after {register.edition.cutoff} is not covered" in drawn


def test_a_map_of_a_treaty_says_what_its_letters_mean(register: Register, said: Said) -> None:
    drawn = said(treaty_map(register, register.treaty("nato"), SUMMER_1955).svg())
    assert {"a", "b", "c"} <= set(drawn)
    assert any("b: the North Atlantic area" in line for line in drawn)
    assert "North Atlantic Treaty (15)" in drawn


def test_a_treaty_that_binds_nobody_has_no_map(register: Register) -> None:
    with pytest.raises(BadInput, match="nobody is bound"):
        treaty_map(register, register.treaty("nato"), Day.parse("1930-01-01"))


def test_filled_countries_are_said_to_be_todays(register: Register, said: Said, tmp_path: Path) -> None:
    make, _ = FILES["natural-earth"]
    store = Store(tmp_path / "home")
    store.put(load(source("natural-earth"), make(tmp_path), is_part=True), is_part=True)
    countries = todays_countries(store)
    assert set(countries.outlines) == {"FRA", "Beland"}
    pacts = pacts_on(register, Day.parse("2020-01-01"), chosen=("nato",))
    svg = pact_map(register, pacts, "2020", countries=countries).svg()
    drawn = " ".join(said(svg))
    assert "Today's borders, not those of 2020-01-01" in drawn
    assert "Natural Earth 4.1.0" in drawn
    assert svg.count(f'fill="{tinted(COLOURS[0])}"') >= 1


def test_a_network_holds_every_state_once(register: Register, said: Said) -> None:
    pacts = pacts_on(register, SUMMER_1955)
    chart = pact_network(register, pacts, "1955")
    states = {state for pact in (*pacts.drawn, *pacts.like) for state in (*pact.members, *pact.beside)}
    states |= {state for pair in pacts.owed for state in pair}
    drawn = said(chart.svg())
    for state in states:
        assert drawn.count(register.actors[state].name_on(SUMMER_1955)) == 1


def test_a_network_around_a_state_holds_its_partners_alone(register: Register, said: Said) -> None:
    drawn = set(said(state_network(register, "united-kingdom", SUMMER_1955).svg()))
    assert {"United Kingdom", "Canada", "Jordan", "Portugal", "Pakistan"} <= drawn
    assert drawn.isdisjoint({"Poland", "Brazil", "Syria"})


def test_the_matrix_is_that_of_the_bonds(register: Register) -> None:
    states = ["united-states", "canada", "russia", "poland", "sweden"]
    chart = pledge_matrix(register, SUMMER_1955, states, ["defense"], "five")
    held = {(row, column): kind for row, column, kind in chart.figures.rows}
    assert held["United States", "Canada"] == held["Canada", "United States"] == "defence"
    assert held["Soviet Union", "Poland"] == "defence"
    assert held["United States", "Soviet Union"] == NOTHING
    assert len(held) == 20
    order = list(dict.fromkeys(row for row, *_ in chart.figures.rows))
    assert abs(order.index("United States") - order.index("Canada")) == 1
    assert order[-1] == "Sweden"


# --- a contingency ----------------------------------------------------------------------------------------------------


def explained(name: str, state: str, treaty: str, register: Register) -> tuple[Contingency, list[Finding]]:
    contingency = case(name, register)
    found = [
        finding
        for scene in scenes(register, contingency)
        for finding in explain(scene, register.actors.find(state, scene.event.date).id, register.treaty(treaty))
    ]
    return contingency, found


def test_a_trace_tells_every_test_in_words(register: Register, said: Said) -> None:
    contingency, found = explained("falklands-1982", "United States", "tiar", register)
    chart = leading_trace(found, register, contingency)
    drawn = said(chart.svg())
    assert {"met", "not met", "disputed", "in force", "roles", "Not due"} <= set(drawn)
    assert any("Falkland Islands / Islas Malvinas: administered by" in line for line in drawn)
    finding = next(one for one in found if one.clause == "art-3-1")
    marks = [line for line in drawn if line in {"met", "not met", "unknown", "disputed", "open"}]
    assert len(marks) == sum(line.step != "result" for line in finding.trace)
    assert len(chart.figures.rows) == len(finding.trace)


def test_of_several_traces_the_nearest_to_a_duty_is_drawn(register: Register) -> None:
    contingency, found = explained("baltic-2026", "Germany", "nato", register)
    chart = leading_trace(found, register, contingency)
    assert chart.title.endswith("North Atlantic Treaty, article 5")
    assert chart.description.startswith("Due")


def test_a_picture_of_a_contingency_holds_no_probability(register: Register, said: Said) -> None:
    contingency, found = explained("baltic-2026", "Germany", "nato", register)
    pictures = [leading_trace(found, register, contingency)]
    pictures.append(chain(cascade(register, contingency), contingency, register, "A chain"))
    for picture in pictures:
        drawn = " ".join(said(picture.svg()))
        assert not re.search(r"\d\s*%|probab|likel", drawn)
        assert re.search("not a forecast", drawn, re.IGNORECASE)


def test_a_cascade_shows_each_state_once_with_its_treaties(register: Register, said: Said) -> None:
    contingency = case("september-1939", register)
    found = cascade(register, contingency)
    drawn = said(chain(found, contingency, register, "1939").svg())
    for name in ("Germany", "Poland", "France", "United Kingdom", "Romania", "Egypt"):
        assert drawn.count(name) == 1
    assert any("uk-pl-1939" in line for line in drawn)
    assert {"The act", "Round 1", "Round 2"} <= set(drawn)


def test_a_duty_that_was_not_honoured_stands_apart(register: Register, said: Said) -> None:
    contingency = case("july-1914", register)
    found = cascade(register, contingency, "as-entered")
    drawn = said(chain(found, contingency, register, "1914").svg())
    assert "due for Russia" in drawn
    assert "duty due, and not come in" in drawn


def test_a_cascade_of_nobody_says_so(register: Register, said: Said) -> None:
    contingency = case("baltic-2026", register)
    drawn = " ".join(said(chain(cascade(register, contingency, "as-entered"), contingency, register, "x").svg()))
    assert "Nobody else comes in" in drawn
