"""``foedus demo``: the main job on bundled contingencies."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer

from foedus._base.documents import read_file
from foedus._base.files import written_whole
from foedus.assessment.assess import assess
from foedus.assessment.outlook import outlooks
from foedus.cli.output import console
from foedus.cli.show_findings import FindingsScreen
from foedus.cli.show_outlook import show_outlooks
from foedus.cli.show_short import show_short
from foedus.obligations.answer import Answers
from foedus.obligations.intake import Intake, read_contingency
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.report.outlook.page import assessment_page

app = typer.Typer(add_completion=False)

HISTORY, AHEAD = "falklands-1982.yaml", "baltic-2026.yaml"


@app.command(epilog="Examples:  foedus demo   |   foedus demo --html demo.html")
def command(
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write the assessment to a page with pictures too.")
    ] = None,
) -> None:
    """Assess the landing at Stanley in 1982, on one screen, and a contingency at Narva, whole."""
    register = load_register()
    screen = console()
    past = _bundled(register, HISTORY)
    found = assess(register, past.contingency)
    show_short(register, found, outlooks(register, found), Answers(register, past.contingency), screen)
    screen.print()
    intake = _bundled(register, AHEAD)
    assessment = assess(register, intake.contingency)
    ahead, answers = outlooks(register, assessment), Answers(register, intake.contingency)
    findings = FindingsScreen(screen, register, intake.contingency)
    findings.answer(assessment.findings, assessment.permissions, brief=True)
    show_outlooks(ahead, register, answers, screen)
    findings.edition()
    if html is not None:
        page = assessment_page(register, assessment, ahead, answers)
        with written_whole(html) as place:
            place.write_text(page, encoding="utf-8")
        screen.print(f"The same as a page with pictures: [bold]{html}[/bold]")
    screen.print(
        "Next: [bold]foedus obligations CASE --explain STATE TREATY[/bold] shows every test; "
        "[bold]foedus assess --help[/bold] shows how to ask your own; [bold]foedus serve[/bold] opens the workbench."
    )


def _bundled(register: Register, name: str) -> Intake:
    with as_file(files("foedus") / "examples" / name) as path:
        return read_contingency(read_file(path), register)
