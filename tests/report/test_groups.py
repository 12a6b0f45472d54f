"""Grouping loses nothing and invents nothing: every finding is in exactly one group, with its own reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import foedus
from foedus import assess, load_register, read_contingency, read_file
from foedus.assessment.assess import Assessment
from foedus.report.groups import HEADINGS, ORDER, grouped, grouped_permissions, section_of, without_failed_siblings

EXAMPLES = sorted((Path(foedus.__file__).parent / "examples").glob("*.yaml"))


@pytest.fixture(params=EXAMPLES, ids=lambda path: path.stem)
def assessment(request: pytest.FixtureRequest) -> Assessment:
    """Return the assessment of a bundled contingency."""
    contingency = read_contingency(read_file(request.param), load_register()).contingency
    found: Assessment = assess(load_register(), contingency)
    return found


def test_every_status_has_a_place_and_a_heading() -> None:
    assert set(ORDER) == set(HEADINGS)
    assert ORDER[0] == "due"
    assert ORDER[-1] == "not_due"


def test_every_finding_stands_in_one_group_of_its_status(assessment: Assessment) -> None:
    told = [
        (finding.treaty, finding.clause, obligor, beneficiary, status)
        for event in assessment.contingency.events
        for status in ORDER
        for group in grouped(assessment.findings, event.id, status)
        for finding in group.findings
        for obligor in group.obligors
        for beneficiary in group.beneficiaries
    ]
    found = {(f.treaty, f.clause, f.obligor, f.beneficiary, section_of(f)) for f in assessment.findings}
    assert found <= set(told), "a finding is not shown"


def test_no_group_claims_a_pair_that_has_no_finding(assessment: Assessment) -> None:
    found = {(f.treaty, f.clause, f.obligor, f.beneficiary, section_of(f)) for f in assessment.findings}
    for event in assessment.contingency.events:
        for status in ORDER:
            for group in grouped(assessment.findings, event.id, status):
                pairs = {(o, b) for o in group.obligors for b in group.beneficiaries}
                for finding in group.findings:
                    claimed = {(finding.treaty, finding.clause, o, b, status) for o, b in pairs if o != b}
                    assert claimed <= found, "a group says of a pair what no finding says"


def test_a_group_is_of_one_treaty_one_status_and_one_reason(assessment: Assessment) -> None:
    for event in assessment.contingency.events:
        for status in ORDER:
            for group in grouped(assessment.findings, event.id, status):
                assert {section_of(finding) for finding in group.findings} == {status}
                assert len({(finding.treaty, finding.because) for finding in group.findings}) == 1


def test_findings_of_another_event_are_left_out(assessment: Assessment) -> None:
    for status in ORDER:
        assert grouped(assessment.findings, "another event", status) == []


def test_permissions_are_gathered_by_answer(assessment: Assessment) -> None:
    for event in assessment.contingency.events:
        groups = grouped_permissions(assessment.permissions, event.id)
        told = [(first.beneficiary, state, first.status) for first, states in groups for state in states]
        assert sorted(told) == sorted((p.beneficiary, p.state, p.status) for p in assessment.permissions)


def test_two_pairs_with_one_reason_do_not_become_four(assessment: Assessment) -> None:
    one = assessment.findings[0]
    pairs = [("france", "chile"), ("italy", "peru")]
    findings = [replace(one, obligor=obligor, beneficiary=beneficiary) for obligor, beneficiary in pairs]
    groups = grouped(findings, one.event, section_of(one))
    assert [(group.obligors, group.beneficiaries) for group in groups] == [((o,), (b,)) for o, b in pairs]


def test_a_duty_of_a_dead_letter_stands_apart_and_a_failed_one_does_not(assessment: Assessment) -> None:
    one = assessment.findings[0]
    assert section_of(replace(one, status="due", obligation="defend", vitality="dead_letter")) == "dead_letter"
    assert section_of(replace(one, status="not_due", vitality="dead_letter")) == "not_due"


def test_a_variant_of_an_article_that_is_owed_is_not_told_as_failed(assessment: Assessment) -> None:
    one = replace(assessment.findings[0], status="due", clause="art-5", article="5")
    variant = replace(one, status="not_due", clause="art-5-cyber")
    other = replace(variant, obligor="somebody-else")
    assert without_failed_siblings([one, variant, other]) == [one, other]
