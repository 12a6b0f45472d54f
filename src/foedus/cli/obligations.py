"""``foedus obligations``: the legal part alone, and the explanation of a single pair."""

from __future__ import annotations

from typing import Annotated

import typer

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.catalogue.charts import maker
from foedus.cli.chart_options import PngOption, SvgOption, draw
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
from foedus.domain.contingency import Contingency
from foedus.domain.finding import Finding
from foedus.obligations.answer import Answers, envelope, law_json
from foedus.obligations.resolve import explain, resolve, scenes
from foedus.register.register import Register

app = typer.Typer(add_completion=False)

EPILOG = (
    "Examples:  foedus obligations case.yaml --json   |   "
    "foedus obligations case.yaml --explain 'Ottoman Empire' german-ottoman-1914   |   "
    "foedus obligations case.yaml --explain 'United States' tiar --png trace.png"
)


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
    explained: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--explain",
            metavar="STATE TREATY",
            help="Explain one state under one treaty, in force or not, test by test.",
        ),
    ] = None,
    law_on: LawOption = None,
    public_only: PublicOption = False,
    suppose: SupposeOption = None,
    clause: Annotated[
        str | None, typer.Option("--clause", help="With --explain: only this clause of the treaty, by its id.")
    ] = None,
    png: PngOption = None,
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say who owes what to whom under which article; `--explain` and `--json` give the trace of every test.

    With `--explain`, `--png` and `--svg` draw one trace as a tree: that of the heaviest duty, or of `--clause`.
    """
    register = register_under(suppose)
    intake = contingency_from(
        register, case, attackers=attacker, targets=target, on=on, at=at, act=act, gravity=gravity, facts=fact
    )
    contingency = intake.contingency
    day = day_option(law_on, "--law-on")
    if explained is not None:
        findings = _explained(register, contingency, explained, day, public_only=public_only)
        findings = _of_clause(findings, clause)
    else:
        findings = resolve(register, contingency, law_on=day, public_only=public_only)
    if png or svg:
        if explained is None:
            raise BadInput(Fault("a picture shows one trace", "--png", "with --explain STATE TREATY"))
        draw(lambda: maker("trace")(findings, register, contingency), png, svg)
    if as_json:
        answers = Answers(register, contingency)
        print_json(
            envelope(
                "obligations",
                register,
                contingency=intake.checked,
                law=law_json(register, law_on, public_only=public_only),
                naming=answers.naming_notes(),
                findings=[answers.finding(finding) for finding in findings],
            )
        )
        return
    screen = FindingsScreen(console(), register, contingency)
    if explained is None:
        screen.answer(findings, ())
        screen.edition()
        return
    for finding in findings:
        screen.trace(finding)


def _of_clause(findings: tuple[Finding, ...], clause: str | None) -> tuple[Finding, ...]:
    if clause is None:
        return findings
    held = tuple(finding for finding in findings if finding.clause == clause)
    if not held:
        known = ", ".join(dict.fromkeys(finding.clause for finding in findings))
        raise BadInput(Fault(f"no clause there has the id {clause[:60]!r}", "--clause", known))
    return held


def _explained(
    register: Register,
    contingency: Contingency,
    asked: tuple[str, str],
    law_on: Day | None,
    *,
    public_only: bool,
) -> tuple[Finding, ...]:
    name, treaty_name = asked
    findings: list[Finding] = []
    try:
        treaty = register.treaty(treaty_name)
        for scene in scenes(register, contingency, law_on=law_on, public_only=public_only):
            state = register.actors.find(name, scene.event.date).id
            findings.extend(explain(scene, state, treaty))
    except BadInput as error:
        raise BadInput(fault.inside("--explain") for fault in error.faults) from error
    if not findings:
        raise BadInput(
            Fault(
                f"{name} is the only state concerned, so it owes nobody anything here",
                "--explain",
                "a state other than the sole target or attacker",
            )
        )
    return tuple(findings)
