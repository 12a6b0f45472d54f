"""What ties two states, and on which days: made-up treaties, and what the register holds of well-known pairs."""

from __future__ import annotations

from typing import Any

import pytest
from tests.measures.concordance.made_up import held, pact
from tests.obligations.builders import clause

from foedus._base.dates import Day
from foedus.measures.interoperability.links import (
    TREATY_WEIGHTS,
    Link,
    operation_links,
    presence_links,
    structure_links,
    treaty_links,
)
from foedus.measures.typology.world import World

PAIR = ("alba", "brenn")
KNOWN = {"known": {"verified": "knowledge"}}


def links(*documents: dict[str, Any]) -> list[Link]:
    """Return the links of Alba and Brenn by some treaties."""
    world = World(held(*documents))
    return [link for link in treaty_links(world.register.treaties.values(), world) if link.pair == PAIR]


@pytest.mark.parametrize(
    ("obligation", "strength", "kind"),
    [
        ("defend", "all_means", "defence"),
        ("offense", "unspecified", "offence"),
        ("consult", "unspecified", "consultation"),
        ("neutrality", "strict", "neutrality"),
        ("nonaggression", "strict", "non-aggression"),
    ],
)
def test_a_treaty_counts_by_its_kind(obligation: str, strength: str, kind: str) -> None:
    (link,) = links(pact(clauses=[clause(obligation=obligation, strength=strength)]))
    assert (link.kind, link.weight) == (kind, TREATY_WEIGHTS[kind])  # type: ignore[index]


def test_a_treaty_of_several_kinds_counts_once_by_the_weightiest() -> None:
    other = clause(id="art-2", article="2", obligation="consult", strength="unspecified")
    (link,) = links(pact(clauses=[clause(), other]))
    assert link.kind == "defence"


def test_a_kind_that_ends_early_leaves_a_lighter_piece() -> None:
    other = clause(id="art-2", article="2", obligation="consult", strength="unspecified")
    found = links(pact(ended="1920-12-31", clauses=[clause(until="1909-12-31"), other]))
    days = [(link.kind, Day.from_number(link.first).iso(), Day.from_number(link.last).iso()) for link in found]
    assert days == [("defence", "1900-02-01", "1909-12-31"), ("consultation", "1910-01-01", "1920-12-31")]


def test_a_treaty_ties_whichever_way_it_is_owed() -> None:
    for owes, to in (("alba", "brenn"), ("brenn", "alba")):
        (link,) = links(pact(clauses=[clause(owes={"states": [owes]}, to={"states": [to]})]))
        assert link.pair == PAIR


def test_military_provisions_without_a_pledge_are_cooperation() -> None:
    power = clause(obligation="discretionary_action", strength="unspecified")
    listed = [{"kind": "bases", "article": "1", "summary": "ports may be used"}]
    (link,) = links(pact(clauses=[power], provisions={"complete": True, "items": listed, **KNOWN}))
    assert link.kind == "cooperation"


def test_a_declaration_and_a_dead_letter_tie_nobody() -> None:
    assert not links(pact(character="political_declaration"))
    dead = {"grade": "dead_letter", "from": "1910-01-01"}
    (link,) = links(pact(vitality=[dead]))
    assert Day.from_number(link.last).iso() == "1909-12-31"


# --- the register -----------------------------------------------------------------------------------------------------


def on(found: Any, pair: tuple[str, str], day: str) -> set[str]:
    """Return what ties a pair on a day."""
    number = Day.parse(day).first
    return {link.what for link in found if link.pair == pair and link.first <= number <= link.last}


def test_a_global_treaty_ties_as_collective_security_only(real: World) -> None:
    kellogg = [real.register.treaty("kellogg")]
    assert {link.kind for link in treaty_links(kellogg, real)} == {"collective security"}


def test_treaties_that_are_dead_letters_do_not_tie_allies_of_today(real: World) -> None:
    pair = ("united-kingdom", "united-states")
    treaties = on(treaty_links(real.register.treaties.values(), real), pair, "2000-12-31")
    assert "nato" in treaties
    assert not treaties & {"seato", "four-power-1921"}


def test_france_left_the_command_and_came_back(real: World) -> None:
    pair, command = ("france", "italy"), "NATO integrated military structure"
    held_on = {
        year: any(link.what == command for link in structure_links(real, Day.parse(f"{year}-12-31"), frozenset(pair)))
        for year in (1960, 1980, 2010)
    }
    assert held_on == {1960: True, 1980: False, 2010: True}


def test_only_forces_by_agreement_tie(real: World) -> None:
    assert real.arrangements is not None
    presences = real.arrangements.presences
    tied = list(presence_links(presences))
    occupying = {(one.sender, one.host) for one in presences if one.consent == "occupation"}
    agreed = {(one.sender, one.host) for one in presences if one.consent == "agreed"}
    alone = {tuple(sorted(pair)) for pair in occupying} - {tuple(sorted(pair)) for pair in agreed}
    assert alone
    assert not alone & {link.pair for link in tied if link.kind != "battlegroup"}
    assert on(tied, ("japan", "united-states"), "1990-01-01")


def test_those_who_never_were_in_an_operation_together_are_not_tied_by_it(real: World) -> None:
    for link in operation_links(real.register.operations.values()):
        operation = real.register.operations[link.what]
        assert all(operation.parts_of(state) for state in link.pair)
        assert link.first <= link.last
