"""How the register is known: every treaty and clause is counted once, in its century."""

from __future__ import annotations

from tests.obligations.builders import clause, register, treaty

from foedus import Register
from foedus.report.coverage import GRADES, coverage, coverage_json

READ = {"verified": "text", "source": "text", "locator": "article 1", "readers": 2}


def test_each_clause_counts_in_the_century_of_its_treaty() -> None:
    held = register(
        treaty("old", clause(known=READ), clause(id="art-2"), signed="1850-01-01", in_force="1850-01-01"),
        treaty("new", signed="1901-01-01", in_force="1901-01-01"),
    )
    old, new, everything = coverage(held)
    assert (old.century, old.treaties, old.clauses, old.checked_twice) == (19, 1, 2, 1)
    assert old.grades == {"text": 1, "secondary": 0, "knowledge": 1}
    assert (new.century, new.share("knowledge")) == (20, 1.0)
    assert (everything.century, everything.treaties, everything.clauses) == (None, 2, 3)


def test_1900_is_the_last_year_of_its_century_and_years_before_1_have_theirs() -> None:
    held = register(
        treaty("last", signed="1900-12-31", in_force="1901-01-01"),
        treaty("ancient", signed="-0430-01-01", in_force="-0430-01-01"),
    )
    assert [part.century for part in coverage(held)] == [-4, 19, None]


def test_rival_readings_are_counted() -> None:
    reading = {"id": "narrow", "holders": ["somebody"], "duty": False}
    assert coverage(register(treaty("pact", clause(readings=[reading]))))[-1].with_readings == 1


def test_treaties_that_nobody_read_to_the_end_are_counted() -> None:
    held = register(treaty("pact"), treaty("pact-ii", unread=["consult"]))
    assert coverage(held)[-1].half_read == 1


def test_the_centuries_add_up(register: Register) -> None:
    *centuries, everything = map(coverage_json, coverage(register))
    for key in ("treaties", "clauses", *GRADES, "checked_twice", "with_readings", "half_read"):
        assert sum(part[key] or 0 for part in centuries) == everything[key]
