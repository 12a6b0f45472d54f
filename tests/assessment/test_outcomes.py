"""The scores of disputes: of two alone, as tenths with their number of cases, and a voice where lenses disagree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from foedus import assess, read_contingency
from foedus._base.dates import Day
from foedus._base.documents import Document
from foedus.assessment.answer import OutlookAnswers
from foedus.assessment.balance import DISPUTES, STANDS, Balance
from foedus.assessment.band import Band
from foedus.assessment.lens import Camps
from foedus.assessment.outcomes import Outcomes, outcomes, tenths
from foedus.assessment.outlook import outlooks
from foedus.assessment.unknown import Unknown
from foedus.catalogue.schemas import json_schema
from foedus.domain.contingency import Event
from foedus.measures.capability.reading import Question, Tables
from foedus.obligations.answer import Answers
from foedus.report.outlook.power import balance_told
from foedus.report.outlook.told import Namer
from foedus.sources.reading import load
from foedus.sources.registry import source
from foedus.sources.store import Store

DEFINITIONS = {"$defs": json_schema("assessment-answer")["$defs"]}
WORDS = "very unlikely to unlikely"
SCORES = """year,ccode_a,ccode_b,pr_win_a,pr_stalemate,pr_win_b
1982,160,200,0.06,0.84,0.1
1982,200,160,0.31,0.59,0.1
1982,155,200,0.35,0.6,0.05
"""
RESOURCES = """stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version
UKG,200,1982,9,9,9,9,9,9,.9,2011
ARG,160,1982,1,1,1,1,1,1,.1,2011
CHL,155,1982,1,1,1,1,1,1,.1,2011
"""


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Tables:
    """Return the tables of a store with made-up scores and capabilities of 1982."""
    folder = tmp_path_factory.mktemp("scored")
    store = Store(folder / "store")
    for name, file, text in (("doe", "doe-dir-dyad-2.0.csv", SCORES), ("nmc", "NMC_5_0.csv", RESOURCES)):
        (folder / file).write_text(text)
        store.put(load(source(name), [folder / file], is_part=True), is_part=True)
    return Tables(store)


@pytest.fixture
def expected(register: Any, scored: Tables) -> Any:
    def found(attackers: tuple[str, ...], targets: tuple[str, ...], date: str = "1982-04-02") -> Outcomes | Unknown:
        event = Event(id="e", date=Day.parse(date), attackers=attackers, targets=targets)
        question = Question((*attackers, *targets), event.date, event.date.year, register, scored)
        return outcomes(Camps(attackers, targets, {}, {}), question)

    return found


def test_who_begins_comes_first_and_the_other_order_is_what_would_change_it(expected: Any) -> None:
    found = expected(("argentina",), ("united-kingdom",))
    (pair,) = found.pairs
    assert (pair.begun.win, pair.begun.stalemate, pair.begun.lose) == (Band(0.0, 0.1), Band(0.8, 0.9), Band(0.1, 0.2))
    assert pair.answered.win == Band(0.1, 0.2)
    assert pair.answered.lose == Band(0.3, 0.4)
    assert not pair.is_ahead
    assert (found.source, found.year, found.cases) == ("doe 2.0", 1982, 1_482)


def test_every_attacker_meets_every_target_alone(expected: Any) -> None:
    found = expected(("argentina", "chile"), ("united-kingdom",))
    assert [(one.attacker, one.target, one.is_ahead) for one in found.pairs] == [
        ("argentina", "united-kingdom", False),
        ("chile", "united-kingdom", True),
    ]
    assert found.pairs[1].answered is None


def test_pairs_without_a_score_are_named(expected: Any) -> None:
    found = expected(("argentina",), ("united-kingdom", "chile"))
    assert found.missing == (("argentina", "chile"),)
    assert expected(("argentina",), ("chile",)).reason == "doe 2.0 has none of the pairs for 1982"


def test_years_that_the_scores_do_not_reach_are_said_to_be_beyond_them(expected: Any) -> None:
    assert expected(("argentina",), ("united-kingdom",), "2020-01-01").reason == "the scores cover 1816 to 2012"


def test_without_the_file_the_command_that_brings_it_is_told(register: Any, no_data: Any) -> None:
    day = Day.parse("1982-04-02")
    question = Question(("argentina", "united-kingdom"), day, day.year, register, no_data)
    found = outcomes(Camps(("argentina",), ("united-kingdom",), {}, {}), question)
    assert isinstance(found, Unknown)
    assert "foedus data add doe" in found.remedy


@given(st.floats(0, 1))
def test_a_score_lies_in_its_tenth(score: float) -> None:
    band = tenths(score)
    assert band.low - 1e-12 <= score <= band.high + 1e-12
    assert band.high - band.low == pytest.approx(0.1)


@pytest.mark.parametrize(("attacker", "differs"), [("Argentina", False), ("Chile", True)])
def test_the_scores_have_a_voice_where_lenses_disagree(
    attacker: str, differs: bool, looking: Any, scored: Tables
) -> None:
    """By capabilities Britain is nine times ahead of either; by the scores Chile is likelier to win than to lose."""
    case = {"date": "1982-04-02", "attackers": [attacker], "targets": ["United Kingdom"]}
    found = looking(scored)(case | {"act": {"kind": "armed_attack"}}).balance
    assert isinstance(found, Balance)
    assert (STANDS[0] in found.disagree) is differs
    assert DISPUTES not in dict(found.unseen)


def test_no_score_is_told_as_one_number_on_a_screen_or_in_json(looking: Any, scored: Tables, register: Any) -> None:
    case = {"date": "1982-04-02", "attackers": ["Argentina"], "targets": ["United Kingdom"]}
    document = Document("case", case | {"act": {"kind": "armed_attack"}})
    contingency = read_contingency(document, register).contingency
    (outlook,) = outlooks(register, assess(register, contingency), tables=scored)
    answers = Answers(register, contingency)
    namer = Namer(register, answers, outlook.event.id)
    assert isinstance(outlook.balance, Balance)
    lines, _ = balance_told(outlook.balance, namer)
    told = " ".join(line.text for line in lines)
    assert "Argentina wins 0 to 10 %, stalemate 80 to 90 %, United Kingdom wins 10 to 20 %" in told
    assert "had United Kingdom begun, Argentina wins 10 to 20 %" in told
    assert "a model of 1,482 past disputes" in told
    assert "no allies" in told
    written = OutlookAnswers(register, answers).outlook(outlook)
    Draft202012Validator({**DEFINITIONS, "$ref": "#/$defs/OutlookShape"}).validate(written)
    (pair,) = written["balance"]["dispute_outcomes"]["pairs"]
    assert pair["if_the_attacker_begins"]["attacker_wins"] == {"low": 0.0, "high": 0.1, "words": WORDS}
    assert not {0.06, 0.84} & set(numbers(written))


def numbers(held: Any) -> Iterator[float]:
    """Yield every number of a document."""
    if isinstance(held, dict | list):
        for part in held.values() if isinstance(held, dict) else held:
            yield from numbers(part)
    elif isinstance(held, float):
        yield held
