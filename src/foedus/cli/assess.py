"""``foedus assess``: the main job."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from foedus._base.files import written_whole
from foedus.assessment.assess import assess
from foedus.assessment.assumptions import NAMES, assumed
from foedus.assessment.outlook import outlooks
from foedus.cli.contingency_options import (
    ActOption,
    AtOption,
    AttackerOption,
    CaseArgument,
    FactOption,
    GravityOption,
    LawOption,
    OnOption,
    PublicOption,
    SupposeOption,
    TargetOption,
    contingency_from,
    register_under,
)
from foedus.cli.output import JsonOption, console, day_option, print_json
from foedus.cli.show_findings import FindingsScreen
from foedus.cli.show_outlook import show_outlooks
from foedus.obligations.answer import Answers
from foedus.report.outlook.answer import assessment_json
from foedus.report.outlook.page import assessment_page

app = typer.Typer(add_completion=False)

EPILOG = (
    "Examples:  foedus assess case.yaml   |   foedus assess case.yaml --json   |   "
    "foedus assess --attacker Russia --target Estonia --on 2025-06-01 --at capital:Estonia "
    "--act armed_attack --gravity major   |   foedus assess case.yaml --brief --assume status_quo=0.5"
)

AssumeOption = Annotated[
    list[str] | None,
    typer.Option("--assume", metavar="NAME=VALUE", help=f"Another assumption (repeatable): {', '.join(NAMES)}."),
]
HtmlOption = Annotated[
    Path | None, typer.Option("--html", metavar="FILE", help="Write it all to a page with pictures instead.")
]
BriefOption = Annotated[bool, typer.Option("--brief", help="The law in a line a duty: those to fight or not to.")]


@app.command(epilog=EPILOG)
def command(
    case: CaseArgument = None,
    attacker: AttackerOption = None,
    target: TargetOption = None,
    on: OnOption = None,
    at: AtOption = None,
    act: ActOption = None,
    gravity: GravityOption = None,
    fact: FactOption = None,
    law_on: LawOption = None,
    public_only: PublicOption = False,
    suppose: SupposeOption = None,
    assume: AssumeOption = None,
    brief: BriefOption = False,
    html: HtmlOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say who must act, who may, why not the others, and whether it would be enough as far as that can be said.

    A contingency is a file, or flags. A fact that is not given is unknown and shows up as an open question, never as
    a guess.
    """
    assumptions = assumed(assume or ())
    register = register_under(suppose)
    intake = contingency_from(
        register, case, attackers=attacker, targets=target, on=on, at=at, act=act, gravity=gravity, facts=fact
    )
    day = day_option(law_on, "--law-on")
    assessment = assess(register, intake.contingency, law_on=day, public_only=public_only)
    ahead = outlooks(register, assessment, assumptions)
    answers = Answers(register, intake.contingency)
    if html is not None:
        _write_page(html, assessment_page(register, assessment, ahead, answers))
    if as_json:
        print_json(assessment_json(register, intake, assessment, ahead, law_on))
    elif html is None:
        screen = FindingsScreen(console(), register, intake.contingency)
        screen.answer(assessment.findings, assessment.permissions, brief=brief)
        show_outlooks(ahead, register, answers, console())
        screen.edition()


def _write_page(path: Path, page: str) -> None:
    with written_whole(path) as place:
        place.write_text(page, encoding="utf-8")
    typer.echo(f"written to {path}", err=True)
