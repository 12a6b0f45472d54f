"""``foedus assess``: the main job."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from foedus._base.files import written_whole
from foedus.assessment.assess import assess
from foedus.assessment.assumptions import NAMES, assumed
from foedus.assessment.coalitions import MOST_DRAWS, Drawing
from foedus.assessment.outlook import outlooks
from foedus.assessment.prior import priors_given
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
from foedus.cli.show_short import show_short
from foedus.obligations.answer import Answers
from foedus.report.outlook.answer import assessment_json
from foedus.report.outlook.page import assessment_page
from foedus.simulation.runners import runner_at

app = typer.Typer(add_completion=False)

EPILOG = (
    "Examples:  foedus assess case.yaml   |   foedus assess case.yaml --short   |   "
    "foedus assess case.yaml --json   |   "
    "foedus assess --attacker Russia --target Estonia --on 2025-06-01 --at capital:Estonia "
    "--act armed_attack --gravity major   |   foedus assess case.yaml --brief --assume status_quo=0.5   |   "
    "foedus assess case.yaml --draws 1000000 --seed 7 --cluster tcp://HOST:PORT   |   "
    "foedus assess case.yaml --prior act.provoked=0.2"
)

AssumeOption = Annotated[
    list[str] | None,
    typer.Option("--assume", metavar="NAME=VALUE", help=f"Another assumption (repeatable): {', '.join(NAMES)}."),
]
PriorOption = Annotated[
    list[str] | None,
    typer.Option(
        "--prior",
        metavar="FIELD=P",
        help="How likely you hold an unknown fact to be true, or FIELD=WORD:P,WORD:P… (repeatable). Only then are "
        "probabilities told, as what follows from it.",
    ),
]
HtmlOption = Annotated[
    Path | None, typer.Option("--html", metavar="FILE", help="Write it all to a page with pictures instead.")
]
DrawsOption = Annotated[int, typer.Option("--draws", metavar="N", help=f"Draws of who comes, 1 to {MOST_DRAWS}.")]
SeedOption = Annotated[int, typer.Option("--seed", metavar="N", help="Of the draws; the same seed, the same answer.")]
ClusterOption = Annotated[
    str | None,
    typer.Option("--cluster", metavar="ADDRESS", help="Draw on an existing Dask cluster: tcp://HOST:PORT."),
]
ShortOption = Annotated[bool, typer.Option("--short", help="All of it on one screen: what leads each part.")]
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
    draws: DrawsOption = 10_000,
    seed: SeedOption = 1,
    cluster_at: ClusterOption = None,
    prior: PriorOption = None,
    brief: BriefOption = False,
    short: ShortOption = False,
    html: HtmlOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say who must act, who may, why not the others, and whether it would be enough as far as that can be said.

    A contingency is a file, or flags. A fact that is not given is unknown and shows up as an open question, never as
    a guess.
    """
    assumptions, drawing = assumed(assume or ()), Drawing(draws, seed)
    priors = priors_given(prior or ())
    register = register_under(suppose)
    intake = contingency_from(
        register, case, attackers=attacker, targets=target, on=on, at=at, act=act, gravity=gravity, facts=fact
    )
    day = day_option(law_on, "--law-on")
    assessment = assess(register, intake.contingency, law_on=day, public_only=public_only)
    with runner_at(cluster_at) as runner:
        ahead = outlooks(register, assessment, assumptions, drawing=replace(drawing, runner=runner), priors=priors)
    answers = Answers(register, intake.contingency)
    if html is not None:
        _write_page(html, assessment_page(register, assessment, ahead, answers))
    if as_json:
        print_json(assessment_json(register, intake, assessment, ahead, law_on))
    elif short and html is None:
        show_short(register, assessment, ahead, answers, console())
    elif html is None:
        screen = FindingsScreen(console(), register, intake.contingency)
        screen.answer(assessment.findings, assessment.permissions, brief=brief)
        show_outlooks(ahead, register, answers, console())
        screen.edition()


def _write_page(path: Path, page: str) -> None:
    with written_whole(path) as place:
        place.write_text(page, encoding="utf-8")
    typer.echo(f"written to {path}", err=True)
