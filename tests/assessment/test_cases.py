"""Seven crises: what the parts say, beside what happened, failures included.

A failure here is no fault of the code: it shows what treaties, capabilities and past cases do not tell. The cases are
also in docs/assessment.md.
"""

from __future__ import annotations

from typing import Any

import pytest

from foedus.assessment.balance import Balance
from foedus.assessment.decision import Decisions
from foedus.assessment.deterrence import Deterrence
from foedus.assessment.likelihood import Likelihood
from foedus.assessment.outlook import Outlook
from foedus.assessment.responses import Response, Responses
from foedus.assessment.unknown import Unknown


def invasion(day: str, attacker: str, target: str, place: tuple[float, float], **more: Any) -> dict[str, Any]:
    """Return an unprovoked invasion of a state's own soil that it resists."""
    lat, lon = place
    return {
        "date": day,
        "attackers": [attacker],
        "targets": [target],
        "place": {
            "kind": "metropolitan",
            "object": "territory",
            "sovereign": target,
            "administered_by": target,
            "within_recognised_borders": True,
            "lat": lat,
            "lon": lon,
        },
        "act": {
            "kind": "armed_attack",
            "means": ["invasion"],
            "gravity": "major",
            "first_use_of_force": attacker,
            "provoked": False,
        },
        "resists": {target: True},
        **more,
    }


KOREA = invasion("1950-06-25", "North Korea", "South Korea", (37.57, 126.98))
KUWAIT = invasion(
    "1990-08-02",
    "Iraq",
    "Kuwait",
    (29.37, 47.98),
    requests=[{"by": "Kuwait", "to": "arab-league", "date": "1990-08-02", "for": "assistance"}],
)
UKRAINE = invasion("2022-02-24", "Russia", "Ukraine", (50.45, 30.52))
MEMBER = [{"state": "Ukraine", "joins": "nato", "from": "2021-01-01"}]


def fighting(outlook: Outlook) -> dict[str, Response]:
    held = outlook.responses
    return {} if isinstance(held, Unknown) else {one.treaty: one for one in held.held if one.fights}


def band(response: Response) -> tuple[int, int]:
    """Return the band in whole per cent."""
    assert isinstance(response.likelihood, Likelihood)
    return round(100 * response.likelihood.band.low), round(100 * response.likelihood.band.high)


def reckoned(outlook: Outlook) -> Deterrence:
    assert isinstance(outlook.deterrence, Deterrence)
    return outlook.deterrence


def ahead_through(outlook: Outlook) -> dict[str, bool]:
    """Return through which lenses the targets alone are ahead of the attackers."""
    assert isinstance(outlook.balance, Balance)
    return {lens.name: lens.times([lens.targets]) > 1 for lens in outlook.balance.lenses}


def test_july_1914_sees_montenegro_and_greece_and_not_russia(ahead: Any) -> None:
    """Montenegro came, Greece stayed out until 1917; Russia came without a treaty, which no part can see."""
    found = fighting(ahead("july-1914"))
    assert {treaty: one.duties[0].status for treaty, one in found.items()} == {
        "serbia-montenegro-1912": "due",
        "greece-serbia-1913": "contested",
    }
    states = {state for one in found.values() for duty in one.duties for state in duty.obligors}
    assert "russia" not in states
    assert band(found["serbia-montenegro-1912"]) == (16, 52)


@pytest.mark.data
def test_july_1914_was_not_deterred_and_is_told_so(ahead_with_data: Any) -> None:
    outlook = ahead_with_data("july-1914")
    assert reckoned(outlook).verdict == "not deterred"
    assert reckoned(outlook).needed.low is None  # Serbia's own allies were too weak, however sure


def test_poland_1939_has_three_allies_and_misjudges_two_others(ahead: Any) -> None:
    """Britain and France declared war on 3 September. Italy, likeliest of all to be kept, stayed out until June 1940.

    The Soviet Union, more likely than not to stay out, came in on 17 September. Romania was not called upon.
    """
    found = fighting(ahead("september-1939"))
    assert {"uk-pl-1939", "fr-pl-1921", "locarno-fr-pl", "pl-ro-1931", "pact-of-steel"} == set(found)
    assert band(found["uk-pl-1939"]) == (30, 72)
    assert band(found["pact-of-steel"]) == (77, 95)
    held = ahead("september-1939").responses
    assert isinstance(held, Responses)
    soviet = next(one for one in held.held if one.treaty == "sov-pl-1932")
    assert band(soviet) == (58, 87)


@pytest.mark.data
def test_poland_1939_was_not_deterred_though_its_allies_were_a_match(ahead_with_data: Any) -> None:
    outlook = ahead_with_data("september-1939")
    held = reckoned(outlook)
    assert held.verdict == "not deterred"
    assert held.sure < held.expected[0] < held.expected[1] < held.alone
    assert isinstance(outlook.balance, Balance)
    cinc = outlook.balance.lenses[0]
    assert 0.9 < cinc.times([cinc.targets, cinc.owing["due"]]) < 1


def test_korea_1950_had_no_ally_bound_to_fight(ahead: Any) -> None:
    """The United States came without a treaty, on a resolution: the cases of alliances tell nothing of that."""
    outlook = ahead(KOREA)
    assert fighting(outlook) == {}
    assert isinstance(outlook.responses, Responses)
    resolution = next(one for one in outlook.responses.held if one.treaty == "unsc-korea")
    assert isinstance(resolution.likelihood, Unknown)
    assert "un resolution" in resolution.likelihood.reason


@pytest.mark.data
def test_korea_1950_is_called_deterred_and_was_not(ahead_with_data: Any) -> None:
    """A failure: by CINC the South was the stronger; by soldiers, which decided the first weeks, it was not."""
    outlook = ahead_with_data(KOREA)
    assert reckoned(outlook).verdict == "deterred"
    assert ahead_through(outlook)["cinc"] is True
    assert ahead_through(outlook)["personnel"] is False
    assert next(one for one in reckoned(outlook).swings if one.assumption == "lens").decides


def test_falklands_1982_waits_for_a_request_that_was_not_made(ahead: Any) -> None:
    """Portugal gave bases and was asked for no more; nobody else was bound."""
    found = fighting(ahead("falklands-1982"))
    assert set(found) == {"anglo-portuguese"}
    assert found["anglo-portuguese"].duties[0].waits_for == ("a request for assistance by United Kingdom",)


@pytest.mark.data
def test_falklands_1982_is_called_deterred_and_was_not(ahead_with_data: Any) -> None:
    """A failure of every lens but distance: the junta counted on the way from London, and on no answer at all."""
    outlook = ahead_with_data("falklands-1982")
    assert reckoned(outlook).verdict == "deterred"
    through = ahead_through(outlook)
    assert through["cinc"] is True
    assert through["cinc-at-place"] is False
    assert isinstance(outlook.balance, Balance)
    assert "alone" in outlook.balance.disagree


def test_kuwait_1990_waits_for_the_league(ahead: Any) -> None:
    """The Council condemned and did not act as one; the coalition came under a resolution, led by no treaty ally."""
    outlook = ahead(KUWAIT)
    found = fighting(outlook)
    assert set(found) == {"arab-league"}
    assert {duty.status for duty in found["arab-league"].duties} == {"conditional"}
    assert band(found["arab-league"]) == (2, 10)
    assert isinstance(outlook.decisions, Decisions)
    council = outlook.decisions.held[0]
    assert (council.part, council.decision.organ.name) == ("finds", "Council of the League")
    states = {state for duty in found["arab-league"].duties for state in duty.obligors}
    assert "united-states" not in states


@pytest.mark.data
def test_kuwait_1990_was_not_deterred_and_is_told_so(ahead_with_data: Any) -> None:
    held = reckoned(ahead_with_data(KUWAIT))
    assert held.verdict == "not deterred"
    assert held.sure < held.status_quo < held.expected[0]  # the whole League would have been enough
    assert held.needed.low is not None


def test_ukraine_2022_had_nobody_bound_to_fight(ahead: Any) -> None:
    outlook = ahead(UKRAINE)
    assert fighting(outlook) == {}
    assert isinstance(outlook.decisions, Unknown)
    held = reckoned(outlook)
    assert (held.blocks, held.verdict) == ((), "not deterred")


def test_ukraine_2022_as_a_supposed_member_has_thirty_allies(ahead: Any) -> None:
    """What would have happened nobody knows; the calculation moves, and rests on what is assumed."""
    outlook = ahead(UKRAINE, MEMBER)
    (duty,) = fighting(outlook)["nato"].duties
    assert (duty.status, len(duty.obligors)) == ("due", 30)
    held, without = reckoned(outlook), reckoned(ahead(UKRAINE))
    assert held.alone == without.alone
    assert held.expected[0] < without.expected[0]
    assert held.sure < held.status_quo < without.sure
    assert isinstance(outlook.decisions, Decisions)
    assert outlook.decisions.held[0].decision.needed == 31


def test_ukraine_2022_kept_those_out_who_had_promised_to_stay_out_but_one(ahead: Any) -> None:
    """A failure: Belarus, bound to both sides, unlikely to likely to stay out, let the attack start from its soil."""
    held = ahead(UKRAINE).responses
    assert isinstance(held, Responses)
    belarus = next(one for one in held.held if one.treaty == "belarus-ukraine-1995")
    assert band(belarus) == (18, 68)
    assert [(duty.obligation, duty.side) for duty in belarus.duties] == [("neutrality", "targets")]


def test_a_baltic_contingency_depends_on_who_comes(ahead: Any) -> None:
    """It has not happened: whatever is said of it rests on cases that ended in 2003, none of them NATO's own."""
    outlook = ahead("baltic-2026")
    found = fighting(outlook)
    assert {"nato", "teu-42-7"} == set(found)
    assert all(isinstance(one.likelihood, Likelihood) and one.likelihood.beyond for one in found.values())
    held = reckoned(outlook)
    assert held.verdict == "depends"
    assert next(one for one in held.swings if one.assumption == "who comes").decides
    assert isinstance(outlook.decisions, Decisions)
    assert outlook.decisions.held[0].part == "directs"
