"""``foedus compare``: two contingencies, or two set-ups of alliances, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from foedus._base.documents import Document
from foedus._base.errors import BadInput, Fault
from foedus._base.files import written_whole
from foedus.assessment.assess import assess
from foedus.assessment.assumptions import Assumptions, assumed
from foedus.assessment.coalitions import Drawing
from foedus.assessment.comparison.answer import comparison_json
from foedus.assessment.comparison.compare import Assessed, compare
from foedus.assessment.comparison.pair import Pair
from foedus.assessment.outlook import outlooks
from foedus.cli.assess import AssumeOption, ClusterOption, DrawsOption, HtmlOption, SeedOption
from foedus.cli.contingency_options import PublicOption, register_under
from foedus.cli.output import JsonOption, console, day_option, print_json, read_argument
from foedus.cli.show_comparison import show_comparison
from foedus.obligations.answer import envelope
from foedus.obligations.intake import read_contingency
from foedus.register.compiled import load_register
from foedus.report.comparison.page import comparison_page
from foedus.simulation.runners import runner_at

app = typer.Typer(add_completion=False)

EPILOG = (
    "Examples:  foedus compare a.yaml b.yaml   |   foedus compare case.yaml --suppose joined.yaml   |   "
    "foedus compare case.yaml --law-on-a 1998-01-01 --html page.html   |   "
    "foedus compare case.yaml --suppose-a one.yaml --suppose-b other.yaml --names one other --json"
)
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class _Side:
    """What was asked of a side."""

    letter: str
    case: Document
    suppositions: Path | None
    law_on: str | None


@dataclass(frozen=True, slots=True)
class _Given:
    """What both sides are assessed with."""

    assumptions: Assumptions
    drawing: Drawing
    public_only: bool


@app.command(epilog=EPILOG)
def command(
    first: Annotated[Path, typer.Argument(metavar="A", help="A contingency in YAML or JSON; - reads standard input.")],
    second: Annotated[
        Path | None, typer.Argument(metavar="[B]", help="Another; the same one under another law if left out.")
    ] = None,
    suppose: Annotated[
        Path | None, typer.Option("--suppose", metavar="FILE", help="A as it is beside A under these suppositions.")
    ] = None,
    suppose_a: Annotated[Path | None, typer.Option("--suppose-a", metavar="FILE", help="Suppositions of A.")] = None,
    suppose_b: Annotated[Path | None, typer.Option("--suppose-b", metavar="FILE", help="Suppositions of B.")] = None,
    law_on_a: Annotated[str | None, typer.Option("--law-on-a", help="The day whose law is applied in A.")] = None,
    law_on_b: Annotated[str | None, typer.Option("--law-on-b", help="The day whose law is applied in B.")] = None,
    public_only: PublicOption = False,
    assume: AssumeOption = None,
    draws: DrawsOption = 10_000,
    seed: SeedOption = 1,
    cluster_at: ClusterOption = None,
    names: Annotated[
        tuple[str, str] | None, typer.Option("--names", metavar="A B", help="What the two sides are called.")
    ] = None,
    show_all: Annotated[bool, typer.Option("--all", help="Show what is the same on both sides too.")] = False,
    html: HtmlOption = None,
    as_json: JsonOption = False,
) -> None:
    """Lay two contingencies, or one under two set-ups of alliances, side by side, and say in what they differ.

    Duties, states bound to fight, likely responses, balance, deterrence, time to decide, and what decides it.
    """
    assumptions = assumed(assume or ())
    drawing = Drawing(draws, seed)
    supposed = _suppositions(suppose, Pair(suppose_a, suppose_b), second)
    law = Pair(law_on_a, law_on_b)
    if second is None and supposed.a == supposed.b and law.a == law.b:
        remedy = "give a second contingency, --suppose FILE, or --law-on-a DATE"
        raise BadInput(Fault("there is nothing to compare it with", "A [B]", "two sides that can differ", remedy))
    _check_streams(first, second, supposed.a, supposed.b)
    case = read_argument(first)
    cases = Pair(case, case if second is None else read_argument(second))
    called = _called(names, Pair(first, second or first), supposed, law)
    asked = Pair(_Side("a", cases.a, supposed.a, law.a), _Side("b", cases.b, supposed.b, law.b))
    with runner_at(cluster_at) as runner:
        given = _Given(assumptions, replace(drawing, runner=runner), public_only)
        a, shown_a = _assessed(asked.a, called.a, given)
        b, shown_b = _assessed(asked.b, called.b, given)
    found = compare(a, b)
    if html is not None:
        _write_page(html, comparison_page(found))
    if as_json:
        print_json(envelope("comparison", load_register(), **comparison_json(found, Pair(shown_a, shown_b))))
    elif html is None:
        show_comparison(found, console(), show_all=show_all)


def _suppositions(both: Path | None, each: Pair[Path | None], second: Path | None) -> Pair[Path | None]:
    """Return the suppositions of either side.

    Raises
    ------
    BadInput
        If it is not clear which side they are of.
    """
    if both is None:
        return each
    if second is not None or each != Pair(None, None):
        allowed = "--suppose FILE with one contingency; else --suppose-a and --suppose-b"
        raise BadInput(Fault("it is not clear which side supposes that", "--suppose", allowed))
    return Pair(None, both)


def _check_streams(*paths: Path | None) -> None:
    if [str(path) for path in paths].count("-") > 1:
        fault = Fault("standard input can be read once only", "A B", "one of the files as -, the others by their names")
        raise BadInput(fault)


def _called(
    given: tuple[str, str] | None, cases: Pair[Path], supposed: Pair[Path | None], law: Pair[str | None]
) -> Pair[str]:
    """Return the names of the sides: those given, else by what differs between them.

    Raises
    ------
    BadInput
        If names are empty, too long or the same.
    """
    if given is not None:
        names = [name.strip() for name in given]
        if not all(0 < len(name) <= LONGEST_NAME for name in names) or names[0] == names[1]:
            raise BadInput(
                Fault("these are no two names", "--names", f"two that differ, of 1 to {LONGEST_NAME} letters")
            )
        return Pair(names[0], names[1])
    parts: list[Pair[str]] = []
    if cases.a != cases.b:
        parts.append(cases.each(lambda case: "standard input" if str(case) == "-" else case.stem))
    if supposed.a != supposed.b:
        parts.append(supposed.each(lambda file: f"supposing {file.stem}" if file else "as it is"))
    if law.a != law.b:
        parts.append(law.each(lambda day: f"under the law of {day}" if day else "under the law of its day"))
    named = Pair(", ".join(one.a for one in parts), ", ".join(one.b for one in parts))
    return named if named.a != named.b else Pair("first", "second")


def _assessed(side: _Side, name: str, given: _Given) -> tuple[Assessed, Mapping[str, Any]]:
    """Return a side with the contingency as it was read."""
    register = register_under(side.suppositions)
    intake = read_contingency(side.case, register)
    day = day_option(side.law_on, f"--law-on-{side.letter}")
    found = assess(register, intake.contingency, law_on=day, public_only=given.public_only)
    ahead = outlooks(register, found, given.assumptions, drawing=given.drawing)
    return Assessed(name, register, found, ahead), intake.checked


def _write_page(path: Path, page: str) -> None:
    with written_whole(path) as place:
        place.write_text(page, encoding="utf-8")
    typer.echo(f"written to {path}", err=True)
