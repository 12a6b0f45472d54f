"""The compiled engine finds what `resolve` finds: on random contingencies and registers, and the casebook (§13.2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.obligations import made_up
from tests.obligations.builders import clause, contingency, facts, register, treaty, without
from tests.obligations.strategies import contingencies

import foedus as package
from foedus import load_register, read_file
from foedus._base.dates import Day
from foedus.domain.condition import Condition, Leaf
from foedus.domain.contingency import Contingency
from foedus.domain.vocabulary import FORCE, Standing
from foedus.obligations.casebook import read_cases
from foedus.obligations.compiled.statuses import statuses
from foedus.obligations.resolve import resolve
from foedus.register.register import Register

REGISTER = load_register()

Found = set[tuple[str, ...]]


def plain(held: Register, asked: Contingency, **options: Any) -> Found:
    found = resolve(held, asked, **options)
    return {
        (asked.title, f.event, f.obligor, f.beneficiary, f.treaty, f.clause, f.status)
        for f in found
        if f.status != "not_due"
    }


def compiled(held: Register, asked: Iterable[Contingency], **options: Any) -> Found:
    return {
        (scenes[number].contingency.title, scenes[number].event.id, *rest)
        for scenes, found in statuses(held, asked, **options)
        for number, *rest in found.rows()
    }


def titled(documents: Sequence[dict[str, Any]], held: Register) -> list[Contingency]:
    return [replace(contingency(held, one), title=f"case {at}") for at, one in enumerate(documents)]


def assert_equal(held: Register, asked: Sequence[Contingency], **options: Any) -> None:
    expected: Found = set().union(*(plain(held, one, **options) for one in asked))
    assert compiled(held, asked, **options) == expected


@given(contingencies(REGISTER))
def test_on_a_contingency_among_real_states(document: dict[str, Any]) -> None:
    assert_equal(REGISTER, titled([document], REGISTER))


@given(st.lists(contingencies(REGISTER, day=Day.parse("1938-09-15")), min_size=2, max_size=4), st.booleans())
def test_on_many_contingencies_of_one_day_at_once(documents: list[dict[str, Any]], public_only: bool) -> None:
    assert_equal(REGISTER, titled(documents, REGISTER), public_only=public_only)


VARIANTS = 100
STANDINGS: tuple[tuple[Standing, ...], ...] = (("target",), ("target", "attacker"))


@settings(max_examples=100)
@given(made_up.registers(), made_up.contingencies(), st.integers(0, 2**32), st.booleans())
def test_on_ten_thousand_contingencies_with_every_condition(
    held: Register, document: dict[str, Any], seed: int, public_only: bool
) -> None:
    random, asked = Random(seed), contingency(held, document)
    varied = [replace(made_up.variant(asked, random), title=f"case {at}") for at in range(VARIANTS)]
    assert_equal(held, varied, public_only=public_only)


@pytest.mark.parametrize("kind", made_up.CONDITIONS, ids=lambda kind: kind.__name__)
@settings(max_examples=6)
@given(st.data())
def test_on_a_condition_by_itself(kind: type, data: st.DataObject) -> None:
    """Its looks name all that it looks at: rows that differ in anything else alone have one outcome."""
    leaf, standing = Leaf(data.draw(made_up.CONDITIONS[kind])), data.draw(st.sampled_from(STANDINGS))
    held, random = made_up.register_of(leaf, standing), Random(data.draw(st.integers(0, 2**32)))
    asked = contingency(held, data.draw(made_up.contingencies()))
    varied = [replace(made_up.variant(asked, random), title=f"case {at}") for at in range(VARIANTS // 2)]
    assert_equal(held, varied)


def casebook() -> list[Contingency]:
    book = read_file(Path(package.__file__).parent / "casebook" / "cases.yaml")
    return [replace(asked, title=case) for case, asked in read_cases(book, REGISTER)]


def test_on_the_casebook() -> None:
    asked = casebook()
    assert len(asked) == 54
    assert_equal(REGISTER, asked)


def test_asked_of_duties_to_fight_alone_it_finds_just_those_that_it_finds_among_all() -> None:
    asked = casebook()
    kinds = {(treaty.id, one.id): one.obligation for treaty in REGISTER.treaties.values() for one in treaty.clauses}
    fights = {row for row in compiled(REGISTER, asked) if kinds[row[4], row[5]] in FORCE}
    assert compiled(REGISTER, asked, of=FORCE) == fights
    assert len(fights) > 100


def test_under_the_law_of_another_day() -> None:
    asked = titled([facts(date="1910-06-01"), facts(date="1899-06-01")], held := register())
    assert_equal(held, asked, law_on=Day.parse("1905-01-01"))


@pytest.mark.parametrize("act", ["act.provoked", "place.sovereign", "act.first_use_of_force"])
def test_a_dispute_is_asked_on_every_side(act: str) -> None:
    """§2.3, §3.5."""
    part, key = act.split(".")
    disputed = facts(**{part: {key: "disputed"}})
    disputed["place"]["claimants"] = ["Alba", "Dorne"]
    pact = treaty(
        "pact", clause(act=[{"unprovoked": True}, {"first_use": "adversary"}], place=[{"territory_of": "parties"}])
    )
    held = register(pact)
    (found,) = {row[-1] for row in compiled(held, titled([disputed], held))}
    assert found == "contested"


def test_a_missing_fact_leaves_its_row_undetermined_and_no_other() -> None:
    """§3.3."""
    held = register(treaty("pact", clause(act=[{"gravity": "armed_attack"}])))
    found = compiled(held, titled([facts(), without(facts(), "act", "gravity")], held))
    assert {row[0]: row[-1] for row in found} == {"case 0": "due", "case 1": "undetermined"}


def test_every_condition_is_made_up() -> None:
    assert set(made_up.CONDITIONS) == set(get_args(Condition))
