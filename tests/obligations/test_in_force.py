"""Step 1, is the instrument alive: section 4 of the semantics."""

from __future__ import annotations

import pytest
from tests.obligations.builders import clause, contingency, facts, findings, register, status, treaty

from foedus.obligations.resolve import explain, scenes


def on(day: str) -> dict[str, object]:
    return {**facts(), "date": day}


@pytest.mark.parametrize(
    ("day", "expected"),
    [("1899-12-31", "none"), ("1900-01-15", "none"), ("1900-01-31", "none"), ("1900-02-01", "due"),
     ("1920-05-05", "due"), ("1920-05-06", "none")],
)  # fmt: skip
def test_a_treaty_is_law_from_its_entry_into_force_to_its_end_both_included(day: str, expected: str) -> None:
    """§4.1."""
    assert status(register(treaty("pact", ended="1920-05-05")), on(day)) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [("1905-01-01", "none"), ("1905-01-02", "due"), ("1910-12-31", "due"), ("1911-01-01", "none")],
)
def test_each_party_has_its_own_spell(day: str, expected: str) -> None:
    """§4.1."""
    parties = [{"states": ["alba"]}, {"states": ["brenn"], "from": "1905-01-02", "until": "1910-12-31"}]
    assert status(register(treaty(parties=parties)), on(day)) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [("1901-12-31", "none"), ("1902-06-01", "undetermined"), ("1903-01-01", "due")],
)
def test_a_date_known_to_the_year_leaves_that_year_open(day: str, expected: str) -> None:
    """§4.2."""
    assert status(register(treaty(in_force="1902")), on(day)) == expected


def test_an_entry_into_force_that_cannot_be_established_is_never_a_guess() -> None:
    """§4.2."""
    held = register(treaty(in_force="unknown"))
    assert status(held, on("1899-12-31")) == "none"
    assert status(held, on("1950-01-01")) == "undetermined"


def test_a_suspension_silences_two_states_and_nobody_else() -> None:
    """§4.3: the shape of ANZUS since 1986."""
    pause = {"between": [["alba"], ["brenn"]], "from": "1909-01-01", "until": "1911-01-01"}
    held = register(treaty(suspensions=[pause]))
    assert status(held, facts(), "brenn") == "not_due"
    assert status(held, facts(), "corin") == "due"
    assert status(held, on("1911-01-02"), "brenn") == "due"
    reverse = facts(targets=["Brenn"])
    assert {(f.obligor, f.status) for f in findings(held, reverse)} == {("alba", "not_due"), ("corin", "due")}


def test_a_suspension_does_not_touch_a_duty_owed_to_all_the_world() -> None:
    """§4.3."""
    pause = {"between": [["alba"], ["brenn"]], "from": "1909-01-01"}
    duty = clause(obligation="nonaggression", to={"anyone": True})
    held = register(treaty("pact", duty, suspensions=[pause]))
    assert status(held, facts(attackers=["Brenn"])) == "due"


def secret(published: str | None) -> dict[str, object]:
    said = {"known_to": ["alba", "brenn", "corin"]} | ({"published": published} if published else {})
    main = {"id": "main", "title": "Secret text", "character": "treaty", "articles": {"1": "all"}, "secret": said}
    return treaty(instruments=[main])


@pytest.mark.parametrize(
    ("published", "public"),
    [("1909-01-01", "due"), ("1911-01-01", "none"), (None, "none"), ("unknown", "undetermined")],
)
def test_a_secret_treaty_is_law_and_public_only_from_its_publication(published: str | None, public: str) -> None:
    """§4.4."""
    held = register(secret(published))
    assert status(held, facts()) == "due"
    assert status(held, facts(), public_only=True) == public


def test_a_condition_of_a_secret_protocol_is_left_out_until_it_was_published() -> None:
    """§4.4: "European Power" in the Anglo-Polish agreement of 1939."""
    texts = [
        {"id": "main", "title": "Open text", "character": "treaty", "articles": {"1": "all"}},
        {**secret("1911-01-01")["instruments"][0], "id": "protocol"},  # type: ignore[index]
    ]
    limited = clause(adversary=[{"adversary": {"states": ["elun"]}, "instrument": "protocol"}])
    held = register(treaty("pact", limited, instruments=texts))
    assert status(held, facts()) == "not_due"
    assert status(held, facts(), public_only=True) == "due"
    assert status(held, on("1911-01-01"), public_only=True) == "not_due"


def test_one_that_was_invited_and_never_joined_owes_nothing() -> None:
    """§4.5: Argentina in 1873, Saxony in 1746."""
    parties = [{"states": ["alba", "corin"]}, {"states": ["brenn"], "role": "invited_not_joined", "from": "never"}]
    assert status(register(treaty(parties=parties)), facts()) == "none"


@pytest.mark.parametrize(("day", "expected"), [("1904-12-31", "none"), ("1905-01-01", "due"), ("1906-01-01", "none")])
def test_a_provision_may_have_a_life_of_its_own(day: str, expected: str) -> None:
    """§4.5."""
    held = register(treaty("pact", clause(**{"from": "1905-01-01", "until": "1905-12-31"})))
    assert status(held, on(day)) == expected


def test_an_instrument_that_never_came_into_force_binds_nobody() -> None:
    """§4.5."""
    main = {"id": "main", "title": "Draft", "character": "draft", "in_force": "never", "articles": {"1": "all"}}
    assert status(register(treaty(instruments=[main])), facts()) == "none"


def test_a_dead_letter_is_law_and_says_that_it_is_dead() -> None:
    """§10.4: the Tripartite Treaty of 1856, the Four-Power Treaty of 1921."""
    held = register(treaty(vitality=[{"grade": "dead_letter", "from": "1908-01-01"}]))
    (early, *_), (late, *_) = findings(held, on("1907-01-01")), findings(held, facts())
    assert (early.status, early.vitality) == ("due", "live")
    assert (late.status, late.vitality) == ("due", "dead_letter")


def test_an_explanation_says_why_nothing_is_in_force_yet() -> None:
    """§1.4."""
    held = register(treaty())
    (scene,) = scenes(held, contingency(held, on("1899-06-01")))
    (found,) = explain(scene, "brenn", held.treaties["pact"])[:1]
    assert (found.status, found.because) == ("not_due", "signed only on 1900-01-01")
