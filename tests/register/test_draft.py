"""A draft is a treaty file put to the test: checked like one, it stands in for its namesake, and may lose articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from foedus import BadInput, Register
from foedus.register.draft import Draft, drop_articles, read_draft
from foedus.register.folder import treaty_files

NATO = next(path for path in treaty_files() if path.stem == "nato")


@pytest.fixture
def nato(register: Register) -> Draft:
    """Return the text of the register as a draft."""
    return Draft(register.treaties["nato"], register.treaties["nato"], "nato")


def test_a_new_treaty_replaces_nothing(pact: Callable[..., Path], register: Register) -> None:
    draft = read_draft(pact(), register)
    assert draft.replaced is None
    held = draft.put_in(register)
    assert held.treaty("the-pact") is held.treaties["test-pact"] is draft.treaty
    assert "test-pact" not in register.treaties


def test_a_text_of_the_same_id_stands_in_for_the_treaty(tmp_path: Path, register: Register) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        NATO.read_text(encoding="utf-8").replace("signed: 1949-04-04\n", "signed: 1949-04-03\n", 1), "utf-8"
    )
    draft = read_draft(path, register)
    assert draft.replaced is register.treaties["nato"]
    assert draft.put_in(register).treaty("nato").signed.text == "1949-04-03"
    assert register.treaty("nato").signed.text == "1949-04-04"


def test_a_draft_is_checked_like_a_treaty(pact: Callable[..., Path], register: Register) -> None:
    with pytest.raises(BadInput, match="no party has the role 'guarantor'"):
        read_draft(pact("    place: [{term: in-strait}]", "    owes: {roles: [guarantor]}"), register)


def test_a_draft_may_not_take_another_treaty_s_name(pact: Callable[..., Path], register: Register) -> None:
    with pytest.raises(BadInput, match="belongs to North Atlantic Treaty"):
        read_draft(pact("aliases: [the-pact]", "aliases: [nato]"), register)


def test_without_an_article_its_clauses_are_gone(nato: Draft) -> None:
    left = drop_articles(nato, ["4"]).treaty
    assert {clause.id for clause in nato.treaty.clauses} - {clause.id for clause in left.clauses} == {"art-4"}


def test_a_condition_that_rests_on_a_dropped_article_is_not_tested(nato: Draft) -> None:
    left = {clause.id: clause for clause in drop_articles(nato, ["6"]).treaty.clauses}
    held = {clause.id: clause for clause in nato.treaty.clauses}
    assert left["art-5"].steps.place is None
    assert left["art-5"].steps.act == held["art-5"].steps.act
    assert left["art-5-space"] == held["art-5-space"]


def test_dropping_part_of_an_article_leaves_the_rest(nato: Draft) -> None:
    left = {clause.id: clause for clause in drop_articles(nato, ["6(ii)"]).treaty.clauses}
    assert left["art-5"].steps.place is not None
    assert left["art-5-cyber"] == {clause.id: clause for clause in nato.treaty.clauses}["art-5-cyber"]


def test_what_is_left_of_a_tree_has_no_empty_branches(nato: Draft) -> None:
    """§14.4: an alternative that rests on the article is gone, and with the last of them the test."""

    def empty(tree: object) -> int:
        branches = getattr(tree, "branches", None)
        return int(branches == ()) + sum(map(empty, branches or ()))

    left = {clause.id: clause for clause in drop_articles(nato, ["6(i)"]).treaty.clauses}
    assert left["art-5-cyber"].steps.place is None
    assert left["art-5"].steps.place is not None
    assert empty(left["art-5"].steps.place) == 0


@pytest.mark.parametrize(
    ("articles", "what"), [(["77"], "cites an article '77'"), (["1", "4", "5"], "no clause of nato is left")]
)
def test_an_article_must_be_there_and_leave_something(nato: Draft, articles: list[str], what: str) -> None:
    with pytest.raises(BadInput, match=what):
        drop_articles(nato, articles)
