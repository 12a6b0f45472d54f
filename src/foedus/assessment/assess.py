"""Gather one result: what the alliances owe, and whether those who owe it may act.

Likely responses, power at the place and time join here as those rooms are built.
"""

from __future__ import annotations

from dataclasses import dataclass

from foedus._base.dates import Day
from foedus.domain.contingency import Contingency
from foedus.domain.finding import Finding, Permission
from foedus.obligations.permission import permissions
from foedus.obligations.resolve import resolve, scenes
from foedus.register.register import Register


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is known of a contingency.

    Attributes
    ----------
    findings : tuple of Finding
        Who owes what to whom.
    permissions : tuple of Permission
        Whether those with a live duty or power may use force.
    law_on : Day or None
        The day whose law was applied; None for the day of each event.
    public_only : bool
        Whether secret instruments were left out.
    """

    contingency: Contingency
    findings: tuple[Finding, ...]
    permissions: tuple[Permission, ...]
    law_on: Day | None = None
    public_only: bool = False


def assess(
    register: Register,
    contingency: Contingency,
    *,
    law_on: Day | None = None,
    public_only: bool = False,
) -> Assessment:
    """Return the assessment of a contingency.

    Parameters
    ----------
    register : Register
        The law, and what is known of states.
    contingency : Contingency
        What happened.
    law_on : Day, optional
        Apply the law of this day instead of that of each event.
    public_only : bool
        Leave out instruments that were secret and not yet published.
    """
    findings = resolve(register, contingency, law_on=law_on, public_only=public_only)
    may = tuple(
        permission
        for scene in scenes(register, contingency, law_on=law_on, public_only=public_only)
        for permission in permissions(scene, findings)
    )
    return Assessment(contingency, findings, may, law_on, public_only)
