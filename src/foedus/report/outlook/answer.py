"""An assessment as the documented JSON, whoever asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from foedus.assessment.answer import OutlookAnswers
from foedus.assessment.assess import Assessment
from foedus.assessment.outlook import Outlook
from foedus.obligations.answer import Answers, envelope, law_json
from foedus.obligations.intake import Intake
from foedus.register.register import Register


def assessment_json(
    register: Register, intake: Intake, assessment: Assessment, ahead: Sequence[Outlook], law_on: str | None
) -> dict[str, Any]:
    """Return an assessment in its envelope.

    Parameters
    ----------
    ahead : sequence of Outlook
        One for each event.
    law_on : str or None
        The day whose law was applied, as it was written.
    """
    answers = Answers(register, intake.contingency)
    parts = {
        "contingency": intake.checked,
        "law": law_json(register, law_on, public_only=assessment.public_only),
        "naming": answers.naming_notes(),
        "findings": [answers.finding(finding) for finding in assessment.findings],
        "permissions": [answers.permission(permission) for permission in assessment.permissions],
        "outlook": [OutlookAnswers(register, answers).outlook(one) for one in ahead],
    }
    return envelope("assessment", register, **parts)
