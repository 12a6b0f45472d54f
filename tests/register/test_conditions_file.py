"""Conditions of a treaty file: every one has a schema, an evaluator, a name in traces, and its words on the page."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest

from foedus._base.dates import ALWAYS, Day, Spell
from foedus._base.documents import Document
from foedus._base.errors import BadInput
from foedus._base.validation import check
from foedus.domain import condition as conditions
from foedus.domain.condition import ActorSet, AllOf, AnyOf, Leaf, Not
from foedus.obligations.evaluate import EVALUATORS, TEST_NAMES
from foedus.register.conditions_file import LEAVES, decode_leaf, decode_tree, spell_of
from foedus.register.schema import TermIn

PAGE = Path(__file__).parents[2] / "docs" / "treaty-format.md"

# each condition as it stands in a file, and what it means
WRITTEN: dict[str, tuple[Any, conditions.Condition]] = {
    "act": (["armed_attack", "threat"], conditions.ActIs(("armed_attack", "threat"))),
    "gravity": ("major", conditions.GravityAtLeast("major")),
    "means": (["nuclear_use"], conditions.MeansUsed(("nuclear_use",))),
    "unprovoked": (True, conditions.Unprovoked(unprovoked=True)),
    "first_use": ("adversary", conditions.FirstUse("adversary")),
    "declared_war": (False, conditions.WarDeclared(declared_war=False)),
    "externally_directed": (True, conditions.ExternallyDirected(externally_directed=True)),
    "indirect": (True, conditions.Indirect(indirect=True)),
    "authorised": (False, conditions.Authorised(authorised=False)),
    "mobilised": (
        {"states": ["germany"], "count": 1},
        conditions.Mobilised(conditions.MobilisedBy(states=("germany",))),
    ),
    "region": (["europe"], conditions.InRegion(("europe",))),
    "area": ("treaty-area", conditions.InArea("treaty-area")),
    "territory_of": ("beneficiary", conditions.TerritoryOf("beneficiary")),
    "administered_by": ({"classes": ["great_power"]}, conditions.AdministeredBy(ActorSet((), ("great_power",)))),
    "kind": (["metropolitan"], conditions.PlaceIs(("metropolitan",))),
    "object": (["vessel"], conditions.ObjectHit(("vessel",))),
    "recognised": (True, conditions.Recognised(recognised=True)),
    "adversary": (
        {"states": ["germany"], "or_allies": True},
        conditions.AdversaryIs(conditions.AdversarySet(states=("germany",), or_allies=True)),
    ),
    "adversaries": ({"at_least": 2}, conditions.Adversaries(conditions.AdversaryNumber(2))),
    "adversary_is_party": (False, conditions.AdversaryIsParty(adversary_is_party=False)),
    "already_at_war": (True, conditions.AlreadyAtWar(already_at_war=True)),
    "request": ({"for": "assistance"}, conditions.Request(conditions.RequestMade("assistance"))),
    "finding": (
        {"what": ["casus_foederis"], "by": {"actors": ["league-council"]}},
        conditions.FindingOf(
            conditions.FindingMade(("casus_foederis",), conditions.Finder(actors=("league-council",)))
        ),
    ),
    "entry": ({"states": ["france"]}, conditions.Entry(conditions.EntryMade(("france",)))),
    "resists": ("beneficiary", conditions.Resists("beneficiary")),
    "undisclosed": ("which adversaries", conditions.Undisclosed("which adversaries")),
    "bound": (
        {"treaty": "dual-1879", "state": "germany"},
        conditions.Bound(conditions.BoundUnder("dual-1879", "germany")),
    ),
}

EVERY = pytest.mark.parametrize("key", LEAVES)


def checked(node: Any) -> Any:
    """Return a node as the schema accepts it."""
    return check(TermIn, Document("f", {"called": "x", "when": [node]}))["when"][0]


def test_every_condition_of_the_domain_can_be_written() -> None:
    assert set(LEAVES.values()) == set(get_args(conditions.Condition))


@EVERY
def test_a_condition_has_one_field_the_key_of_the_file(key: str) -> None:
    assert [field.name for field in fields(LEAVES[key])] == [key]


@EVERY
def test_a_condition_has_an_evaluator(key: str) -> None:
    assert LEAVES[key] in EVALUATORS or LEAVES[key] is conditions.Bound  # which the resolver brings


@EVERY
def test_a_condition_has_a_name_in_traces(key: str) -> None:
    assert TEST_NAMES[LEAVES[key]]


@EVERY
def test_a_condition_is_explained_on_the_page(key: str) -> None:
    assert re.search(rf"^\|[^|]*\| `{key}: ", PAGE.read_text(encoding="utf-8"), re.MULTILINE)


@EVERY
def test_a_condition_passes_the_schema_and_is_read(key: str) -> None:
    written, condition = WRITTEN[key]
    assert decode_leaf(key, checked({key: written})[key]) == condition


@EVERY
def test_a_condition_refuses_what_is_no_value_of_it(key: str) -> None:
    with pytest.raises(BadInput):
        checked({key: [["nonsense"]]})


@pytest.mark.parametrize(
    ("node", "message"),
    [
        ({}, "a condition has exactly one of the keys"),
        ({"article": "5"}, "a condition has exactly one of the keys"),
        ({"gravity": "major", "act": ["threat"]}, "a condition has exactly one of the keys"),
        ({"gravty": "major"}, "a condition has exactly one of the keys"),
        ({"gravity": "huge"}, "allowed: below_armed_attack, armed_attack, major"),
        ({"request": {"for": "assistance", "to": "france"}}, "'to' is not known here"),
        ({"mobilised": {"nations": ["germany"]}}, "'nations' is not known here"),
        ({"all": []}, "at least 1 item"),
        ({"not": [{"gravity": "major"}]}, "a condition has exactly one of the keys"),
        ({"gravity": "major", "from": "1912-13"}, "has no month 13"),
    ],
)
def test_a_wrong_condition_is_refused(node: dict[str, Any], message: str) -> None:
    with pytest.raises(BadInput) as caught:
        checked(node)
    assert message in str(caught.value)


MAJOR, THREAT = {"gravity": "major"}, {"act": ["threat"]}
IS_MAJOR, IS_THREAT = Leaf(conditions.GravityAtLeast("major")), Leaf(conditions.ActIs(("threat",)))


@pytest.mark.parametrize(
    ("nodes", "tree"),
    [
        ([MAJOR], IS_MAJOR),
        ([MAJOR, THREAT], AllOf((IS_MAJOR, IS_THREAT))),
        ([{"all": [MAJOR, THREAT]}], AllOf((IS_MAJOR, IS_THREAT))),
        ([{"any": [MAJOR, THREAT]}], AnyOf((IS_MAJOR, IS_THREAT))),
        ([{"not": MAJOR}], Not(IS_MAJOR)),
        ([{"any": [{"not": {"all": [MAJOR]}}]}], AnyOf((Not(AllOf((IS_MAJOR,))),))),
        ([{"any": [MAJOR], "called": "grave"}], AnyOf((IS_MAJOR,), called="grave")),
        ([{**MAJOR, "article": 6}], Leaf(IS_MAJOR.condition, "6")),
        ([{"term": "grave"}], AllOf((IS_MAJOR,), "5", called="a grave act")),
        ([{"term": "plain", "article": "9"}], AllOf((IS_MAJOR,), "9", called="a plain act")),
    ],
)
def test_a_tree_is_read(nodes: list[dict[str, Any]], tree: conditions.Tree) -> None:
    terms = {
        "grave": {"called": "a grave act", "article": "5", "when": [MAJOR]},
        "plain": {"called": "a plain act", "when": [MAJOR]},
    }
    assert decode_tree([checked(node) for node in nodes], terms) == tree


def test_a_condition_keeps_the_time_it_was_law() -> None:
    tree = decode_tree([checked({**MAJOR, "from": 1949, "until": "1962-07-03"})], {})
    assert tree.spell == Spell(Day.parse("1949"), Day.parse("1962-07-03"))


@pytest.mark.parametrize(
    ("written", "spell"),
    [
        ({}, ALWAYS),
        ({"from": None, "until": None}, ALWAYS),
        ({"from": "1949"}, Spell(Day.parse("1949"), None)),
        ({"until": "1949"}, Spell(None, Day.parse("1949"))),
    ],
)
def test_a_spell_left_open_has_no_end(written: dict[str, Any], spell: Spell) -> None:
    assert spell_of(written) == spell
