"""``foedus demo``: the main job on a bundled contingency."""

from __future__ import annotations

from importlib.resources import as_file, files

import typer

from foedus._base.documents import read_file
from foedus.assessment.assess import assess
from foedus.assessment.outlook import outlooks
from foedus.cli.output import console
from foedus.cli.show_findings import FindingsScreen
from foedus.cli.show_outlook import show_outlooks
from foedus.obligations.answer import Answers
from foedus.obligations.intake import read_contingency
from foedus.register.compiled import load_register

app = typer.Typer(add_completion=False)

EXAMPLE = "falklands-1982.yaml"


@app.command(epilog="Examples:  foedus demo")
def command() -> None:
    """Assess the landing at Stanley on 2 April 1982: who owed what, why NATO did not, and if it was enough."""
    register = load_register()
    with as_file(files("foedus") / "examples" / EXAMPLE) as path:
        intake = read_contingency(read_file(path), register)
    assessment = assess(register, intake.contingency)
    screen = FindingsScreen(console(), register, intake.contingency)
    screen.answer(assessment.findings, assessment.permissions)
    answers = Answers(register, intake.contingency)
    show_outlooks(outlooks(register, assessment), register, answers, console())
    screen.edition()
    console().print(
        "Next: [bold]foedus obligations CASE --explain STATE TREATY[/bold] shows every test; "
        "[bold]foedus assess --help[/bold] shows how to ask your own."
    )
