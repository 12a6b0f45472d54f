"""Bodies that decide: those of the treaties that matter, at the pace assumed, by closed forms of order statistics."""

from __future__ import annotations

from typing import Any

import pytest

from foedus.assessment.decision import Deciding, Decisions
from foedus.assessment.outlook import Outlook
from foedus.assessment.unknown import Unknown


def bodies(outlook: Outlook) -> tuple[Deciding, ...]:
    assert isinstance(outlook.decisions, Decisions)
    return outlook.decisions.held


def body(outlook: Outlook, treaty: str) -> Deciding:
    return next(one for one in bodies(outlook) if one.treaty == treaty)


def test_the_council_directs_and_needs_all_allies(ahead: Any) -> None:
    council = body(ahead("baltic-2026"), "nato")
    assert council.part == "directs"  # for an armed attack by a state the text asks for no finding
    assert (council.decision.needed, len(council.decision.members)) == (32, 32)


def test_thirty_two_alike_take_as_long_as_the_harmonic_number_says(ahead: Any) -> None:
    """H(32) = 4.0585 times the pace of one (Rényi 1953)."""
    expected = body(ahead("baltic-2026"), "nato").decision.delay.expected
    assert expected == pytest.approx(7 * sum(1 / n for n in range(1, 33)), rel=1e-5)


def test_days_scale_with_the_pace_that_is_assumed(ahead: Any) -> None:
    slow, quick = (body(ahead("baltic-2026", days=days), "nato").decision.delay for days in (14, 7))
    assert slow.quantiles == pytest.approx([2 * days for days in quick.quantiles], rel=1e-9)


def test_a_duty_that_waits_for_a_finding_names_the_body_that_finds(ahead: Any) -> None:
    outlook = ahead({"date": "2025-06-01", "attackers": ["Russia"], "targets": ["Estonia"], "act": {"kind": "cyber"}})
    assert body(outlook, "nato").part == "finds"


def test_bodies_whose_finding_is_waited_for_stand_first(ahead: Any) -> None:
    outlook = ahead({"date": "2025-06-01", "attackers": ["Russia"], "targets": ["Estonia"], "act": {"kind": "cyber"}})
    parts = [one.part for one in bodies(outlook)]
    assert parts == sorted(parts, key=lambda part: part != "finds")


def test_where_no_body_is_on_record_that_is_said(ahead: Any) -> None:
    held = ahead("july-1914").decisions
    assert isinstance(held, Unknown)
    assert "no body is on record" in held.reason


def test_a_supposed_member_has_a_seat(ahead: Any) -> None:
    supposed = [{"state": "Ukraine", "joins": "nato", "from": "2021-01-01"}]
    outlook = ahead(
        {"date": "2022-02-24", "attackers": ["Russia"], "targets": ["Ukraine"], "act": {"kind": "armed_attack"}},
        supposed,
    )
    assert "ukraine" in body(outlook, "nato").decision.members
