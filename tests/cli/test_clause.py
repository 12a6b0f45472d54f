"""``foedus clause test``: the two worked questions of the laboratory, what a reader sees, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import foedus as package
from foedus import load_register
from foedus._base.documents import read_file
from foedus.catalogue.schemas import json_schema
from foedus.obligations.casebook import read_cases
from foedus.obligations.grid import Trial
from foedus.obligations.laboratory import Experiment, Text, experiment, status_of
from foedus.register.draft import Draft, drop_articles, read_draft
from foedus.report.casebook import CASES

EXAMPLE = Path(package.__file__).parent / "examples" / "drafts" / "nato-without-article-6.yaml"


@pytest.fixture(scope="module")
def cases() -> list[Trial]:
    """Return the casebook as trials."""
    return [Trial(name, contingency) for name, contingency in read_cases(read_file(CASES), load_register())]


def put_to_the_test(draft: Draft, against: str, cases: list[Trial]) -> Experiment:
    register = load_register()
    own = Text(draft.treaty, draft.put_in(register), draft.called)
    return experiment(own, Text(register.treaties[against], register, against), cases)


def changes(held: Experiment, name: str, place: str = "", obligation: str = "defend") -> set[tuple[str, str]]:
    """Return how the statuses of a case, or of an act of the grid at a place, change."""
    return {
        (status_of(one.other), status_of(one.draft))
        for one in held.differences
        for trial in [held.trials[one.duty.trial]]
        if trial.name == name and trial.place.startswith(place) and one.duty.obligation == obligation
    }


def test_without_article_6_the_falklands_would_have_been_a_case_for_article_5(cases: list[Trial]) -> None:
    held = put_to_the_test(read_draft(EXAMPLE, load_register()), "nato", cases)
    assert changes(held, "1982-04-02-falklands") == {("not_due", "due")}
    assert changes(held, "armed attack, unprovoked", "overseas") == {("not_due", "due")}
    assert changes(held, "armed attack, unprovoked", "capital") == set()
    assert changes(held, "2001-09-11-september-11") == set()
    assert {one.duty.obligation for one in held.differences} == {"defend"}


def test_the_example_is_the_treaty_with_the_article_dropped(cases: list[Trial]) -> None:
    register = load_register()
    nato = register.treaties["nato"]
    dropped = put_to_the_test(drop_articles(Draft(nato, nato, "nato"), ["6"]), "nato", cases)
    written = put_to_the_test(read_draft(EXAMPLE, register), "nato", cases)
    assert {duty: found.status for duty, found in dropped.behaviour.items()} == {
        duty: found.status for duty, found in written.behaviour.items()
    }


def test_the_union_s_clause_covers_territory_anywhere_and_nato_s_ships_on_the_atlantic(cases: list[Trial]) -> None:
    register = load_register()
    union = register.treaties["teu-42-7"]
    held = put_to_the_test(Draft(union, union, "teu-42-7"), "nato", cases)
    assert changes(held, "armed attack, unprovoked", "overseas") == {("not_due", "due")}
    assert changes(held, "armed attack, unprovoked", "vessel on the high seas, North Atlantic") == {("due", "not_due")}
    assert changes(held, "2015-11-13-paris") == {("conditional", "due")}
    assert "consult" in held.only_in_other


def test_a_reader_sees_counts_and_differences_and_that_it_is_no_forecast(foedus: Any) -> None:
    said = foedus("clause", "test", str(EXAMPLE))
    assert (said.status, said.err) == (0, "")
    text = " ".join(said.out.split())
    for words in ("not a forecast", "Casebook: law in", "Grid:", "Differences", "not due → due; 1982-04-02-falklands:"):
        assert words in text
    assert max(map(len, said.out.splitlines())) <= 80


def test_a_treaty_alone_is_shown_for_what_it_does(foedus: Any) -> None:
    text = " ".join(foedus("clause", "test", "uk-pl-1939").out.split())
    assert "What it does" in text
    assert "defend: due; 1939-09-01-germany-poland: United Kingdom → Poland" in text
    assert "defend: due; armed attack, unprovoked, by Germany | any place" in text


def test_the_answer_holds_to_its_published_schema(foedus: Any) -> None:
    answer = json.loads(foedus("clause", "test", "uk-pl-1939", "--drop-article", "3", "--json").out)
    Draft202012Validator(json_schema("clause-test-answer")).validate(answer)
    assert answer["kind"] == "clause-test"
    assert answer["against"]["called"] == "uk-pl-1939 in the register"
    assert answer["label"] == "The behaviour of a text, not a forecast."


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["nope"], "DRAFT: no treaty has the id 'nope'"),
        (["nope.yaml"], "nope.yaml: no such file"),
        (["n" * 5000], "DRAFT: no treaty has the id"),
        (["no\0pe"], "DRAFT: no treaty has the id"),
        (["."], "DRAFT: no treaty has the id '.'"),
        (["nato", "--against", "nope"], "--against: no treaty has the id 'nope'"),
        (["nato", "--drop-article", "77"], "--drop-article: no clause or condition of nato cites an article '77'"),
        (["nato", "--on", "soon"], "--on: 'soon' is not a date"),
        (["nato", "--on", "1850-01-01"], "--on: no state is bound by nato on 1850-01-01"),
        (["nato", "--against", "triple-alliance"], "never law together"),
        (["empty.yaml"], "the document is empty"),
        (["broken.yaml"], "broken.yaml"),
    ],
)
def test_bad_input_is_told(words: list[str], what: str, foedus: Any, tmp_path: Path) -> None:
    (tmp_path / "empty.yaml").write_text("", encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("id: [", encoding="utf-8")
    said = foedus("clause", "test", *words)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("error: ")
    assert what in said.err
