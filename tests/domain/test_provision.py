"""Terms and provisions: yes, no and not known are three answers, and silence of the text is a fourth thing."""

from __future__ import annotations

from typing import get_args

import pytest

from foedus._base.dates import ALWAYS, Day, Spell
from foedus.domain.evidence import Evidence
from foedus.domain.provision import Duration, Provision, Provisions
from foedus.domain.vocabulary import Denunciation, FirstTerm, ProvisionKind, Renewal

READ = Evidence("text", "text", "article 10", 1)


def provisions(*kinds: ProvisionKind, complete: bool = False, absent: tuple[ProvisionKind, ...] = ()) -> Provisions:
    items = tuple(Provision(kind, "as the text has it", READ) for kind in kinds)
    return Provisions(complete, READ, items, frozenset(absent))


@pytest.mark.parametrize("complete", [True, False])
def test_what_is_listed_is_provided(complete: bool) -> None:
    assert provisions("bases", complete=complete).provides("bases") is True


def test_what_a_complete_list_leaves_out_is_not_provided() -> None:
    assert provisions("bases", complete=True).provides("organ") is False


def test_what_an_incomplete_list_leaves_out_is_not_known() -> None:
    assert provisions("bases").provides("organ") is None


def test_what_is_known_to_be_absent_is_not_provided() -> None:
    held = provisions("bases", absent=("organ",))
    assert (held.provides("organ"), held.provides("transit")) == (False, None)


@pytest.mark.parametrize("kind", get_args(ProvisionKind))
def test_a_complete_list_answers_for_every_kind(kind: ProvisionKind) -> None:
    assert provisions(complete=True).provides(kind) is False
    assert provisions().provides(kind) is None


def for_a_time(start: str, end: str) -> Provisions:
    spell = Spell(Day.parse(start), Day.parse(end))
    return Provisions(complete=True, evidence=READ, items=(Provision("bases", "a lease", READ, spell=spell),))


@pytest.mark.parametrize(
    ("day", "provided"),
    [("1949-12-31", False), ("1950-01-01", True), ("1959-12-31", True), ("1960-01-01", False), ("1949", False)],
)
def test_a_provision_holds_in_its_own_time(day: str, provided: bool) -> None:
    assert for_a_time("1950-01-01", "1959-12-31").provides("bases", Day.parse(day)) is provided


def test_a_provision_with_its_own_time_is_provided_at_some_time() -> None:
    assert for_a_time("1950-01-01", "1959-12-31").provides("bases") is True


def test_a_day_within_an_uncertain_date_leaves_the_answer_open() -> None:
    assert for_a_time("1950", "1959-12-31").provides("bases", Day.parse("1950-06-01")) is None


def test_provisions_of_a_kind_keep_their_order() -> None:
    one, other = Provision("bases", "one", READ), Provision("bases", "other", READ)
    held = Provisions(complete=True, evidence=READ, items=(one, Provision("organ", "a council", READ), other))
    assert held.of_kind("bases") == (one, other)


LIMITED: dict[FirstTerm | None, bool | None] = {
    "years": True,
    "until": True,
    "indefinite": False,
    "not_stated": False,
    None: None,
}
RENEWS: dict[Renewal | None, bool | None] = {
    "automatic": True,
    "by_agreement": False,
    "none": False,
    "not_stated": False,
    None: None,
}
DENOUNCED: dict[Denunciation | None, bool | None] = {
    "any_time": True,
    "after_first_term": True,
    "end_of_term": True,
    "allowed": True,
    "excluded": False,
    "not_stated": False,
    None: None,
}


@pytest.mark.parametrize("term", [*get_args(FirstTerm), None])
def test_a_term_of_years_or_until_an_event_is_limited(term: FirstTerm | None) -> None:
    assert Duration(READ, first_term=term).is_limited is LIMITED[term]


@pytest.mark.parametrize("renewal", [*get_args(Renewal), None])
def test_only_an_automatic_renewal_needs_nobody(renewal: Renewal | None) -> None:
    assert Duration(READ, renewal=renewal).renews_itself is RENEWS[renewal]


@pytest.mark.parametrize("denunciation", [*get_args(Denunciation), None])
def test_a_party_may_go_where_the_text_lets_it(denunciation: Denunciation | None) -> None:
    assert Duration(READ, denunciation=denunciation).may_be_denounced is DENOUNCED[denunciation]


def test_a_provision_has_no_end_of_its_own_unless_given() -> None:
    assert Provision("organ", "a council", READ).spell == ALWAYS
