"""The kinds of deterrence: each has its answer or the reason why not, from what stands elsewhere in the outlook."""

from __future__ import annotations

from typing import Any

import pytest

from foedus import Register
from foedus._base.dates import Day
from foedus.assessment.at_place import SUFFIX
from foedus.assessment.balance import Balance
from foedus.assessment.band import Band
from foedus.assessment.deterrence import Deterrence
from foedus.assessment.deterrence_kinds import Named
from foedus.assessment.likelihood import Likelihood
from foedus.assessment.outlook import Outlook
from foedus.assessment.register_deterrence import tripwire
from foedus.assessment.responses import Responses
from foedus.assessment.unknown import Unknown
from foedus.domain.contingency import Event, Place
from foedus.register.arrangements import load_arrangements
from foedus.response.deterrence.kinds import KINDS

EXAMPLES = ("august-1914", "baltic-2026", "falklands-1982", "july-1914", "september-1939")


def kind(outlook: Outlook, name: str) -> Named:
    return next(one for one in outlook.kinds if one.kind.name == name)


@pytest.mark.parametrize("case", EXAMPLES)
def test_every_kind_is_answered_or_said_not_to_be(case: str, ahead: Any) -> None:
    outlook = ahead(case)
    assert [one.kind for one in outlook.kinds] == list(KINDS)
    for one in outlook.kinds:
        assert one.told
        assert one.answered in {one.kind.answered, "not known"}
        assert (one.kind.answered == "not modelled") == (one.answered == "not modelled")
        assert all(one.groups.values()), "no group is empty"


def test_direct_and_extended_are_the_calculation_without_and_with_allies(ahead: Any) -> None:
    outlook = ahead("baltic-2026")
    held = outlook.deterrence
    assert isinstance(held, Deterrence)
    assert held.alone > held.status_quo
    assert kind(outlook, "direct deterrence").told.startswith("not deterred by the target alone")
    assert f"{held.expected[0]:.2f} to {held.expected[1]:.2f}" in kind(outlook, "extended deterrence").told
    bound = kind(outlook, "extended deterrence").groups["bound"]
    assert {"united-states", "france", "poland"} <= set(bound)
    assert {"russia", "estonia"}.isdisjoint(bound)


def test_denial_is_the_lens_at_the_place(ahead: Any) -> None:
    outlook = ahead("baltic-2026")
    assert isinstance(outlook.balance, Balance)
    lens = next(one for one in outlook.balance.lenses if one.name.endswith(SUFFIX))
    assert f"{lens.times([lens.targets]):.2f} alone" in kind(outlook, "denial").told


def test_abandonment_is_one_less_the_band_of_being_kept(ahead: Any) -> None:
    outlook = ahead("baltic-2026")
    assert isinstance(outlook.responses, Responses)
    kept = {one.treaty: one.likelihood for one in outlook.responses.held}
    forsaken = {one.treaty: one for one in kind(outlook, "abandonment").forsaken}
    assert "nato" in forsaken
    for treaty, one in forsaken.items():
        likelihood = kept[treaty]
        assert isinstance(likelihood, Likelihood)
        assert one.band == Band(1 - likelihood.band.high, 1 - likelihood.band.low)
        assert one.reference == likelihood.reference


def test_a_promise_to_the_attackers_abandons_no_target(ahead: Any) -> None:
    outlook = ahead("september-1939")
    held = {one.treaty for one in kind(outlook, "abandonment").forsaken}
    assert "uk-pl-1939" in held
    assert "pact-of-steel-1939" not in held


def test_the_tripwire_is_who_stands_there_on_the_day_by_the_register(ahead: Any) -> None:
    """Estonia: the battlegroup at Tapa under the United Kingdom, and American forces."""
    found = kind(ahead("baltic-2026"), "tripwire")
    assert found.answered == "named"
    assert {"united-kingdom", "united-states"} <= set(found.groups["bound to fight"])
    assert "not told" in found.told


def standing(register: Register, date: str, target: str, **place: Any) -> Any:
    event = Event(id="e", date=Day.parse(date), attackers=("russia",), targets=(target,), place=Place(**place))
    return tripwire(event, (), register, load_arrangements().presences)


def test_an_occupier_is_no_tripwire(register: Register) -> None:
    told, groups = standing(register, "2022-02-24", "ukraine")
    assert told == "no forces of others on that soil are on record"
    assert groups == {}


def test_forces_of_states_that_are_not_bound_stand_apart(register: Register) -> None:
    _, groups = standing(register, "2025-01-01", "japan", kind="metropolitan")
    assert groups["not bound"] == ("united-states",)
    assert groups["bound to fight"] == ()


def test_off_home_soil_the_register_does_not_tell(register: Register) -> None:
    found = standing(register, "1982-04-02", "united-kingdom", kind="overseas_territory")
    assert isinstance(found, Unknown)
    assert "overseas territory" in found.reason


def test_the_soil_is_that_of_who_administers_the_place(register: Register) -> None:
    _, groups = standing(register, "2025-01-01", "ukraine", kind="metropolitan", administered_by="japan")
    assert groups["not bound"] == ("united-states",)


def test_an_umbrella_is_told_with_the_word_it_rests_on_and_what_is_disputed_apart(ahead: Any) -> None:
    found = kind(ahead("baltic-2026"), "nuclear umbrella")
    assert found.groups["by treaty"] == ("united-states",)
    assert "united-kingdom" in found.groups["by declaration"]
    assert found.groups["disputed"] == ("france",)
    assert found.groups["attackers that have weapons"] == ("russia",)


def test_before_there_were_such_weapons_nobody_is_under_an_umbrella(ahead: Any) -> None:
    found = kind(ahead("september-1939"), "nuclear umbrella")
    assert found.told == "no state is on record with nuclear weapons"
    assert not found.groups


def test_what_needs_a_balance_is_not_known_without_one_and_the_rest_is(ahead: Any) -> None:
    outlook = ahead("falklands-1982")
    assert isinstance(outlook.balance, Unknown)
    for name in ("immediate deterrence", "direct deterrence", "denial"):
        assert kind(outlook, name).answered == "not known"
    assert kind(outlook, "extended deterrence").groups == {"bound": ("portugal",)}
    assert kind(outlook, "nuclear umbrella").answered == "named"


def test_who_is_bound_on_either_side_may_be_drawn_in(ahead: Any) -> None:
    found = kind(ahead("september-1939"), "entrapment")
    assert {"france", "united-kingdom"} <= set(found.groups["to the targets"])
    assert "italy" in found.groups["to the attackers"]


def test_where_nobody_is_bound_there_is_nothing_to_abandon(ahead: Any) -> None:
    case = {"date": "2025-06-01", "attackers": ["Russia"], "targets": ["Ukraine"], "act": {"kind": "armed_attack"}}
    outlook = ahead(case)
    assert kind(outlook, "abandonment").forsaken == ()
    assert "nobody owes the target a fight" in kind(outlook, "extended deterrence").told
