"""The treaty laboratory (semantics, 14): one text on fixed contingencies, beside another."""

from __future__ import annotations

from typing import Any

import pytest
from tests.obligations import builders as b

from foedus import BadInput, Day, Register
from foedus.domain.treaty import Treaty
from foedus.obligations.grid import ACTS, Trial, grid, kinds_of_party
from foedus.obligations.laboratory import STRENGTH, Experiment, Text, day_of, experiment, status_of

DAY = Day.parse("1910-06-01")


def text(held: Register, treaty_id: str = "pact") -> Text:
    return Text(held.treaties[treaty_id], held, treaty_id)


def run(first: Text, other: Text | None = None, *cases: Any, **options: Any) -> Experiment:
    trials = [Trial(f"case-{at}", b.contingency(first.register, facts)) for at, facts in enumerate(cases)]
    return experiment(first, other, trials, **{"on": DAY, **options})


def changed(**fields: Any) -> Text:
    """Return the pact with a clause that differs in these fields."""
    return text(b.register(b.treaty("pact", b.clause(**fields))))


def test_the_same_text_behaves_the_same() -> None:
    """§14.1: nothing but the text makes a difference."""
    held = b.register()
    assert run(text(held), text(held), b.facts()).differences == ()


def test_a_test_that_is_added_shows_where_it_bites() -> None:
    """§14.1, §14.3: what is met without the test fails with it, and nothing else moves."""
    narrow = changed(place=[{"kind": ["metropolitan"]}])
    held = run(narrow, text(b.register()), b.facts(), b.facts(place={"kind": "overseas_territory"}))
    cases = [one for one in held.differences if not held.trials[one.duty.trial].is_of_grid]
    assert {(one.duty.trial, status_of(one.draft), status_of(one.other)) for one in cases} == {(1, "not_due", "due")}
    places = {held.trials[one.duty.trial].place for one in held.differences if held.trials[one.duty.trial].is_of_grid}
    assert "overseas territory, South Atlantic" in places
    assert not any(place.startswith("metropolitan") for place in places)


def test_the_grid_is_the_same_for_every_text() -> None:
    """§14.1: eight acts at each place, the unprovoked attack by another party too."""
    held = b.register()
    kinds = [["alba", "brenn", "corin"]]
    trials = list(grid(held.treaties["pact"], kinds, DAY, held))
    assert len(ACTS) == 8
    places = dict.fromkeys(trial.place for trial in trials)
    assert len(places) == 5  # the made-up states have no capital
    assert len(trials) == len(places) * (len(ACTS) + 1)
    assert all(trial.contingency.hypothetical for trial in trials)


def test_an_adversary_that_the_text_names_acts_on_the_grid() -> None:
    held = changed(adversary=[{"adversary": {"states": ["elun"]}}])
    adversaries = {trial.adversary for trial in run(held).trials}
    assert adversaries == {"an outside state", "an armed group", "another party", "Elun"}
    due = [duty for duty, finding in run(held).behaviour.items() if finding.status == "due"]
    assert {run(held).trials[duty.trial].adversary for duty in due} == {"Elun"}


def test_parties_that_stand_alike_are_of_one_kind(register: Register) -> None:
    """§14.2: by role, by being named in a clause, by continent."""
    day = Day.parse("2025-12-31")
    nato = register.treaties["nato"]
    kinds = kinds_of_party([nato], ["belgium", "canada", "norway", "united-states"], day, register)
    assert kinds == [["belgium", "norway"], ["canada", "united-states"]]


def test_one_named_apart_is_a_kind_of_its_own() -> None:
    held = changed(owes={"roles": ["party"], "except": ["corin"]})
    assert run(held).kinds == (("alba", "brenn"), ("corin",))


def test_a_draft_that_adds_a_party_shows_what_is_owed_to_it() -> None:
    wider = text(b.register(b.treaty(parties=[{"states": ["alba", "brenn", "corin", "elun"]}])))
    held = run(wider, text(b.register()), b.facts(targets=["Elun"], place={"sovereign": "Elun"}))
    assert {one.duty.obligor for one in held.differences if one.duty.trial == 0} == {"alba", "brenn", "corin"}
    assert "elun" in {state for kind in held.kinds for state in kind}


def test_kinds_beyond_the_limit_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """§14.2: a grid that does not show every kind of party says so."""
    monkeypatch.setattr("foedus.obligations.laboratory.MOST_KINDS", 2)
    states = ["alba", "brenn", "corin"]
    clauses = [b.clause(id=f"art-{state}", owes={"states": [state]}) for state in states]
    held = run(text(b.register(b.treaty("pact", *clauses))))
    assert (held.kinds, held.kinds_left_out) == ((("alba",), ("brenn",)), 1)


def test_the_strongest_status_of_a_pair_counts() -> None:
    """§14.3: two clauses of one kind of duty are one duty."""
    both = b.treaty("pact", b.clause(id="weak", act=[{"gravity": "major"}]), b.clause(id="strong"))
    held = run(text(b.register(both)), None, b.facts())
    found = [finding for duty, finding in held.behaviour.items() if not held.trials[duty.trial].is_of_grid]
    assert {(finding.clause, finding.status) for finding in found} == {("strong", "due")}
    assert STRENGTH == ("due", "contested", "undetermined", "conditional", "not_due")


def test_two_treaties_are_compared_for_the_states_that_both_bind() -> None:
    """§14.3: a state that one of them does not bind is left out."""
    other = b.treaty("league", b.clause(obligation="consult"), parties=[{"states": ["alba", "brenn", "elun"]}])
    held = b.register(b.treaty(), other)
    found = run(text(held), text(held, "league"), b.facts())
    states = {
        state for duty in (*found.behaviour, *found.other_behaviour) for state in (duty.obligor, duty.beneficiary)
    }
    assert states == {"alba", "brenn"}
    assert (found.only_in_draft, found.only_in_other) == (("defend",), ("consult",))


def test_the_law_of_one_day_may_be_put_to_all_cases() -> None:
    """§14.1: a treaty that was no law on a case's day can be asked about it all the same."""
    early = b.facts(date="1899-06-01")
    assert run(text(b.register()), None, early).in_force == 0
    assert run(text(b.register()), None, early, law_on=DAY).in_force == 1


def lasting(**fields: Any) -> Treaty:
    return b.register(b.treaty(**fields)).treaties["pact"]


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        ([{}], "2025-12-31"),
        ([{"signed": "2030-01-01", "in_force": "2030-01-01"}], "2030-01-01"),
        ([{"ended": "1914-08-01"}], "1900-02-01"),
        ([{}, {"in_force": "1905-01-01", "ended": "1910-01-01"}], "1905-01-01"),
    ],
)
def test_the_day_of_the_grid_is_one_on_which_the_texts_are_law(texts: list[dict[str, Any]], day: str) -> None:
    assert day_of([lasting(**fields) for fields in texts], Day.parse("2025-12-31")).text == day


@pytest.mark.parametrize(
    ("texts", "what"),
    [
        ([{"in_force": "never"}], "no known day"),
        ([{"in_force": "unknown"}], "no known day"),
        ([{}, {"in_force": "never"}], "no known day"),
        ([{"ended": "1901-01-01"}, {"in_force": "1902-01-01"}], "never law together"),
    ],
)
def test_texts_without_a_common_day_are_refused(texts: list[dict[str, Any]], what: str) -> None:
    with pytest.raises(BadInput, match=what):
        day_of([lasting(**fields) for fields in texts], Day.parse("2025-12-31"))


def test_a_day_on_which_nobody_is_bound_is_refused() -> None:
    with pytest.raises(BadInput, match="no state is bound by pact on 1850-01-01"):
        run(text(b.register()), on=Day.parse("1850-01-01"))
