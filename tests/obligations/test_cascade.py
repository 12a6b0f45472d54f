"""The chain followed through: section 12 of the semantics, on made-up treaties and on July 1914 and September 1939."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.obligations.builders import clause, contingency, facts, register, treaty, without

import foedus
from foedus import load_register, read_contingency, read_file
from foedus._base.dates import Day
from foedus.domain.cascade import Cascade, Round
from foedus.obligations.cascade import MAX_ROUNDS, cascade

UNPROVOKED = clause(act=[{"unprovoked": True}])
EXAMPLES = Path(foedus.__file__).parent / "examples"


def two(name: str, one: str, other: str, *clauses: dict[str, Any]) -> dict[str, Any]:
    return treaty(name, *clauses, parties=[{"states": [one, other]}])


def chain(*treaties: dict[str, Any], mode: Any = "letter", **fields: Any) -> Cascade:
    held = register(*treaties)
    return cascade(held, contingency(held, facts(**fields)), mode)


def moves(rounds: tuple[Round, ...]) -> list[list[tuple[str, tuple[str, ...], tuple[str, ...]]]]:
    return [[(move.state, move.beside, move.against) for move in one.moves] for one in rounds]


def test_an_ally_comes_in_and_the_enemys_ally_after_it() -> None:
    """§12.1, §12.2."""
    held = two("ab", "alba", "brenn"), two("dc", "dorne", "corin")
    (branch,) = chain(*held).branches
    assert moves(branch.rounds) == [
        [("brenn", ("alba",), ("dorne",))],
        [("corin", ("dorne",), ("brenn",))],
        [("alba", ("brenn",), ("corin",))],
    ]


def test_after_so_many_rounds_as_are_asked_for_the_chain_is_cut() -> None:
    """The rounds that are followed are those of the whole chain."""
    held = register(two("ab", "alba", "brenn"), two("dc", "dorne", "corin"))
    asked = contingency(held, facts())
    whole, two_rounds, none = (cascade(held, asked, rounds=most) for most in (12, 2, 0))
    assert len(whole.branches[0].rounds) == 3
    assert two_rounds.branches[0].rounds == whole.branches[0].rounds[:2]
    assert none.branches[0].rounds == ()
    assert (whole.is_cut, two_rounds.is_cut, none.is_cut) == (False, True, True)


def test_help_to_the_attacked_is_no_unprovoked_attack_on_the_attacker() -> None:
    """§12.2."""
    (branch,) = chain(two("ab", "alba", "brenn"), two("dc", "dorne", "corin", UNPROVOKED)).branches
    assert moves(branch.rounds) == [[("brenn", ("alba",), ("dorne",))]]


def test_nobody_bound_means_nobody_comes_in() -> None:
    """§12.1."""
    (branch,) = chain(two("bc", "brenn", "corin")).branches
    assert branch.rounds == ()


@pytest.mark.parametrize(("mode", "comes"), [("letter", False), ("all-pledges", True)])
def test_a_dormant_pledge_counts_with_all_pledges_alone(mode: str, comes: bool) -> None:
    """§12.1."""
    asked = clause(procedure=[{"request": {"for": "assistance"}}])
    (branch,) = chain(two("ab", "alba", "brenn", asked), mode=mode).branches
    assert bool(branch.rounds) is comes


def test_a_state_bound_to_both_sides_parts_the_chain() -> None:
    """§12.3: each course says what it did."""
    war = {"side_a": ["Alba"], "side_b": ["Dorne"], "since": "1910-06-01"}
    offence = clause(obligation="offense", beneficiary_is=["at_war"])
    held = two("ab", "alba", "brenn"), two("db", "dorne", "brenn", offence)
    found = chain(*held, belligerents=[war])
    assert {branch.choices for branch in found.branches} == {("Brenn stands by Alba",), ("Brenn stands by Dorne",)}
    assert found.branches[0].rounds[0].torn == ("Brenn is bound to Alba and to Dorne",)


def test_one_that_has_taken_a_side_does_not_turn_on_it() -> None:
    """§12.3."""
    held = two("ab", "alba", "brenn"), two("ac", "alba", "corin"), two("cb", "corin", "brenn")
    (branch,) = chain(*held).branches
    assert all("brenn" not in move.against for one in branch.rounds for move in one.moves if move.state == "corin")


def test_the_chain_ends_and_the_order_of_treaties_does_not_matter() -> None:
    """§12.4."""
    held = [two("ab", "alba", "brenn"), two("dc", "dorne", "corin"), two("ce", "corin", "elun")]
    assert chain(*held) == chain(*held[::-1])
    assert not chain(*held).is_cut


def test_july_1914_by_the_letter_stops_with_montenegro() -> None:
    """§12.1: no treaty bound Russia to Serbia, and Germany had promised help against a Russian attack."""
    (branch,) = example("july-1914", "letter").branches
    assert moves(branch.rounds) == [[("montenegro", ("serbia",), ("austria-hungary",))]]


def test_july_1914_as_entered_round_by_round() -> None:
    """§12.5: each entry with the duty that called for it, and who was bound and had not come in."""
    (branch,) = example("july-1914", "as-entered").branches
    told = [
        [(move.state, move.against, sorted({duty.treaty for duty in move.duties})) for move in one.moves]
        for one in branch.rounds
    ]
    assert told == [
        [("germany", ("russia",), [])],
        [("germany", ("france",), [])],
        [("belgium", ("germany",), []), ("united-kingdom", ("germany",), ["london-1839"])],
        [("montenegro", ("austria-hungary",), ["serbia-montenegro-1912"])],
        [("austria-hungary", ("russia",), ["dual-1879", "triple-alliance"])],
    ]
    waiting = {duty.obligor for duty in branch.rounds[0].uncalled}
    assert waiting == {"france", "montenegro"}


def test_september_1939_by_the_letter_brings_in_britain_and_france_first() -> None:
    """§12.1: and Italy, whose pact asked no question, as well as Romania, bound to Poland since 1931."""
    (branch,) = example("september-1939", "letter").branches
    first = {(move.state, move.beside) for move in branch.rounds[0].moves}
    assert first == {
        ("france", ("poland",)),
        ("italy", ("germany",)),
        ("romania", ("poland",)),
        ("united-kingdom", ("poland",)),
    }


def test_september_1939_as_entered_tells_who_came_and_who_did_not() -> None:
    """§12.5: the pact with Poland stood in the way of the Soviet Union."""
    (branch,) = example("september-1939", "as-entered").branches
    told = [{(move.state, move.against) for move in one.moves} for one in branch.rounds]
    assert {("france", ("germany",)), ("united-kingdom", ("germany",))} < told[0]
    assert told[2] == {("russia", ("poland",))}
    assert any("Non-Aggression" in words for move in branch.rounds[2].moves for words in move.in_the_way)
    assert {(duty.obligor, duty.beneficiary) for duty in branch.rounds[0].uncalled} == {
        ("italy", "germany"),
        ("romania", "poland"),
    }


def test_a_baltic_contingency_brings_in_the_alliance_and_the_union_first() -> None:
    """§12.1, §12.4: against Russia alone every other party of article 5 and of article 42(7); then the chain ends."""
    held, day = load_register(), Day.parse("2026-01-15")
    chain_held = example("baltic-2026", "letter")
    (branch,) = chain_held.branches
    allies = {
        party.state
        for treaty_id in ("nato", "teu-42-7")
        for party in held.treaties[treaty_id].parties
        if party.may_be_bound_on(day)
    }
    first = {move.state for move in branch.rounds[0].moves}
    assert first == allies - {"estonia"}
    assert {move.against for move in branch.rounds[0].moves} == {("russia",)}
    assert not chain_held.is_cut


def example(name: str, mode: Any) -> Cascade:
    asked = read_contingency(read_file(EXAMPLES / f"{name}.yaml"), load_register()).contingency
    return cascade(load_register(), asked, mode)


def test_a_chain_cut_after_some_rounds_begins_like_the_whole_one() -> None:
    held = register(two("ab", "alba", "brenn"), two("dc", "dorne", "corin"))
    asked = contingency(held, facts())
    whole, begun = (cascade(held, asked, "letter", rounds) for rounds in (MAX_ROUNDS, 2))
    assert begun.is_cut
    assert len(whole.branches[0].rounds) == 3
    assert begun.branches[0].rounds == whole.branches[0].rounds[:2]


def test_what_is_undetermined_is_not_followed_and_is_told() -> None:
    """§12.1: by the letter only what is due is done."""
    held = register(two("ab", "alba", "brenn", UNPROVOKED), two("ac", "alba", "corin"))
    told, silent = facts(), without(facts(), "act", "provoked")
    found = cascade(held, contingency(held, silent))
    assert [(one.obligor, one.treaty, one.status) for one in found.undetermined] == [("brenn", "ab", "undetermined")]
    assert found.left_open == ("brenn",)
    assert moves(found.branches[0].rounds) == [[("corin", ("alba",), ("dorne",))]]
    assert cascade(held, contingency(held, told)).left_open == ()
