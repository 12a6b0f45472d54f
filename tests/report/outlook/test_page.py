"""The page of an assessment: nothing asked from anywhere, nothing run, all told, every estimate a band."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import foedus as package
from foedus import Register, assess, read_contingency, read_file
from foedus._base.documents import Document
from foedus.assessment.alliances import Alliance, Gathered
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.coalitions import Coalitions, Drawing, coalitions
from foedus.assessment.outlook import outlooks
from foedus.assessment.terms import Terms
from foedus.measures.capability.reading import Tables
from foedus.obligations.answer import Answers
from foedus.register.suppose import suppose
from foedus.report.outlook.page import assessment_page
from foedus.report.outlook.pictures import of_coalitions
from foedus.report.outlook.told import Namer
from foedus.response.model_card import read_card
from foedus.sources.store import Store

EXAMPLES = Path(package.__file__).parent / "examples"
HOSTILE = "<script>alert(1)</script>\"' onload=alert(1) <img src=https://example.org/x.png>"
ACTIVE = {"script", "img", "iframe", "object", "embed", "link", "base", "form", "foreignobject", "image"}
FETCHING = {"src", "srcset", "data", "action", "poster", "background"}


class Reader(HTMLParser):
    """Gathers elements, attributes, headings and text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.headings: list[tuple[str, str]] = []
        self.text = ""
        self._open = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if re.fullmatch(r"h\d", tag):
            self.headings.append((tag, ""))
        self._open = tag

    def handle_data(self, data: str) -> None:
        if self._open in {"style", "title"}:
            return
        self.text += data
        if re.fullmatch(r"h\d", self._open):
            self.headings[-1] = (self._open, self.headings[-1][1] + data)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - whichever ends
        self._open = ""


@pytest.fixture(scope="module")
def written(register: Register, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return what makes the page of a contingency."""
    tables = Tables(Store(tmp_path_factory.mktemp("empty")))

    def write(case: str | dict[str, Any], supposed: list[dict[str, str]] | None = None) -> str:
        held = suppose(Document("suppositions", supposed), register) if supposed else register
        document = read_file(EXAMPLES / f"{case}.yaml") if isinstance(case, str) else Document("case", case)
        contingency = read_contingency(document, held).contingency
        found = assess(held, contingency)
        return assessment_page(held, found, outlooks(held, found, tables=tables), Answers(held, contingency))

    return write


@pytest.fixture(scope="module")
def baltic(written: Any) -> Reader:
    return Reader(written("baltic-2026"))


def test_a_policy_forbids_what_the_page_does_not_need(written: Any) -> None:
    page = written("falklands-1982")
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', page)
    assert "default-src &#x27;none&#x27;" in policy
    assert "script" not in policy


def test_nothing_runs_and_nothing_is_fetched(baltic: Reader) -> None:
    assert ACTIVE.isdisjoint(baltic.tags)
    assert [name for name, _ in baltic.attributes if name.startswith("on")] == []
    assert [value for name, value in baltic.attributes if name in FETCHING] == []
    links = [value for name, value in baltic.attributes if name in {"href", "xlink:href"}]
    assert all(link.startswith("#") for link in links)
    assert not [value for name, value in baltic.attributes if name == "style" and "url(http" in value]


def test_what_a_file_says_stays_text(written: Any) -> None:
    page = Reader(
        written(
            {
                "date": "2025-06-01",
                "attackers": ["Russia"],
                "targets": ["Estonia"],
                "place": {"name": HOSTILE, "lat": 59.4, "lon": 24.7},
                "act": {"kind": "armed_attack"},
            }
        )
    )
    assert ACTIVE.isdisjoint(page.tags)
    assert [name for name, _ in page.attributes if name.startswith("on")] == []
    assert HOSTILE in page.text


def test_headings_follow_one_another_without_a_leap(baltic: Reader) -> None:
    levels = [int(tag[1]) for tag, _ in baltic.headings]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_law_and_all_parts_are_there(baltic: Reader) -> None:
    titles = [text for _, text in baltic.headings]
    wanted = [
        "2026-01-15: Russia against Estonia",
        "Who owes what",
        "Due",
        "May they use force?",
        "Would it be enough?",
    ]
    wanted += ["Likely responses", "Balance", "Coalitions", "The second round"]
    wanted += ["Deterrence", "Time to decide", "What decides it"]
    places = [next(at for at, title in enumerate(titles) if title.startswith(start)) for start in wanted]
    assert places == sorted(places)


def test_every_picture_has_a_name_its_data_as_a_table_and_a_place_the_keyboard_reaches(baltic: Reader) -> None:
    assert baltic.tags.count("figure") == 6  # map, trace, responses, balance, coalitions, assumptions
    assert baltic.tags.count("svg") == 6
    names = [value for name, value in baltic.attributes if name == "aria-label"]
    assert all(names)
    assert baltic.tags.count("details") >= 4
    assert baltic.attributes.count(("tabindex", "0")) == 7  # and the table of the balance


def test_coalitions_of_treaties_with_long_names_have_a_row_each(register: Register) -> None:
    terms, rate = Terms(("defence",), 40, since_1945=True, major_power=True), read_card("fulfilment").rates[0]
    many = [tuple(state for state in list(register.actors)[first : first + 9]) for first in (0, 9)]
    held = tuple(
        Alliance(treaty, "targets", states, True, False, (), terms, rate)
        for treaty, states in zip(("teu-42-7", "nato"), many, strict=True)
    )
    found = coalitions(Gathered(held, ()), read_card("fulfilment"), [], Assumptions(), Drawing(2000))
    assert isinstance(found, Coalitions)
    case = {"date": "2025-06-01", "attackers": ["Russia"], "targets": ["Estonia"], "act": {"kind": "armed_attack"}}
    contingency = read_contingency(Document("case", case), register).contingency
    namer = Namer(register, Answers(register, contingency), contingency.events[0].id)
    rows = of_coalitions(found, namer).figures.rows
    assert len({label for label, *_ in rows}) == len(rows) == 4
    assert all(len(label) < 40 for label, *_ in rows)


def test_the_language_and_the_width_are_stated(baltic: Reader) -> None:
    assert ("lang", "en") in baltic.attributes
    assert ("content", "width=device-width, initial-scale=1") in baltic.attributes
    assert "main" in baltic.tags


def test_every_share_of_kept_promises_has_two_ends(baltic: Reader) -> None:
    text = " ".join(baltic.text.partition("Would it be enough?")[2].split())
    found = re.findall(r"(\d+ to (?:over )?\d+ %|up to \d+ %|95 % bands|\d+ % ever are|\d+ %)", text)
    assert found
    assert [one for one in found if re.fullmatch(r"\d+ %", one)] == []


def test_what_is_not_known_is_said_and_not_drawn(written: Any) -> None:
    page = Reader(written("july-1914"))
    assert "not known: no figure of 1914 in the store" in page.text
    assert page.tags.count("svg") == 4  # the map, the trace, the responses and the coalitions


def test_a_supposition_stands_before_the_answer(written: Any) -> None:
    case = {"date": "2022-02-24", "attackers": ["Russia"], "targets": ["Ukraine"], "act": {"kind": "armed_attack"}}
    text = Reader(written(case, [{"state": "Ukraine", "joins": "nato", "from": "2021-01-01"}])).text
    assert "Supposing, against the facts" in text
    assert text.index("Supposing") < text.index("Who owes what")


def test_the_page_says_which_register_answered_and_what_was_assumed(baltic: Reader, register: Register) -> None:
    assert f"Register {register.edition.version}, kept to {register.edition.cutoff}" in baltic.text
    assert "Assumed: tested share 0.2; together 0.5" in baltic.text
    assert "Do not make a decision about force" in baltic.text
