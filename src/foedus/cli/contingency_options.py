"""A contingency from a file or from flags: both build the same document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from foedus._base.documents import Document, read_bytes
from foedus._base.errors import BadInput, Fault
from foedus.cli.output import day_given, read_argument
from foedus.obligations.intake import Intake, read_contingency
from foedus.register.compiled import load_register
from foedus.register.register import Register

CaseArgument = Annotated[
    Path | None,
    typer.Argument(metavar="[CASE]", help="A contingency in YAML or JSON; - reads standard input."),
]
AttackerOption = Annotated[list[str] | None, typer.Option("--attacker", help="Who attacks (may be repeated).")]
TargetOption = Annotated[list[str] | None, typer.Option("--target", help="Who is attacked (may be repeated).")]
OnOption = Annotated[str | None, typer.Option("--on", help="The day, YYYY-MM-DD.")]
AtOption = Annotated[str | None, typer.Option("--at", help="LAT,LON in degrees, or capital:STATE.")]
ActOption = Annotated[
    str | None,
    typer.Option("--act", help="armed_attack, threat, internal, non_state_attack or cyber."),
]
GravityOption = Annotated[str | None, typer.Option("--gravity", help="below_armed_attack, armed_attack or major.")]
FactOption = Annotated[
    list[str] | None,
    typer.Option("--fact", metavar="FIELD=VALUE", help="Any other fact, as place.administered_by=Japan (repeatable)."),
]
LawOption = Annotated[str | None, typer.Option("--law-on", help="Apply the law as it stood on this day.")]
PublicOption = Annotated[
    bool,
    typer.Option("--public-only", help="Leave out instruments that were still secret."),
]

SupposeOption = Annotated[
    Path | None,
    typer.Option("--suppose", metavar="FILE", help="Suppositions: who joins or leaves what, which treaty ends."),
]

_FLAGS = "--attacker, --target and --on"


def register_under(suppositions: Path | None) -> Register:
    """Return the register, under the suppositions of a file if one is given.

    Raises
    ------
    BadInput
        If the file is at fault.
    """
    register = load_register()
    if suppositions is None:
        return register
    from foedus.register.suppose import suppose  # noqa: PLC0415 - its schema is read only where it is needed

    return suppose(read_argument(suppositions), register)


def contingency_from(
    register: Register,
    case: Path | None,
    *,
    attackers: Sequence[str] | None,
    targets: Sequence[str] | None,
    on: str | None,
    at: str | None,
    act: str | None,
    gravity: str | None,
    facts: Sequence[str] | None = None,
) -> Intake:
    """Return the contingency a command was given.

    Raises
    ------
    BadInput
        If neither or both forms were used, or what they say is at fault.
    """
    flags = [attackers, targets, on, at, act, gravity, facts]
    if case is not None:
        if any(flags):
            raise BadInput(Fault("a case file and flags were both given", allowed=f"either CASE or {_FLAGS}"))
        return read_contingency(read_argument(case), register)
    if not (attackers and targets and on):
        raise BadInput(
            Fault(
                "no contingency was given",
                allowed=f"a CASE file, or {_FLAGS}",
                remedy="foedus assess CASE.yaml, or foedus demo to see one",
            )
        )
    told: dict[str, Any] = {"date": on, "attackers": list(attackers), "targets": list(targets)}
    if at:
        told["place"] = _place(at, on, register)
    stated = {"kind": act, "gravity": gravity}
    if any(stated.values()):
        told["act"] = {key: value for key, value in stated.items() if value}
    for fact in facts or ():
        _state(fact, told)
    return read_contingency(Document("options", told), register)


def _state(fact: str, told: dict[str, Any]) -> None:
    """Put a fact such as ``place.object=vessel`` where it belongs; its value is read as in a file."""
    field, equals, value = fact.partition("=")
    part, dot, key = field.partition(".")
    if not (equals and dot and key) or part not in {"place", "act"}:
        raise BadInput(Fault(f"{fact!r} is no fact", "--fact", "place.FIELD=VALUE or act.FIELD=VALUE"))
    told.setdefault(part, {})[key] = read_bytes(f"[{value}]".encode(), "--fact").value[0] if value else None


def _place(at: str, on: str, register: Register) -> dict[str, Any]:
    if at.startswith("capital:"):
        return _capital(at.removeprefix("capital:"), on, register)
    try:
        lat, lon = (float(part) for part in at.split(","))
    except ValueError as error:
        fault = Fault(f"{at!r} is no place", "--at", "LAT,LON in degrees, or capital:STATE")
        raise BadInput(fault) from error
    return {"lat": lat, "lon": lon}


def _capital(name: str, on: str, register: Register) -> dict[str, Any]:
    day = day_given(on, "--on")
    try:
        actor = register.actors.find(name, day)
    except BadInput as error:
        raise BadInput(fault.inside(f"--at capital:{name}") for fault in error.faults) from error
    seat = actor.capital_on(day)
    if seat is None:
        raise BadInput(Fault(f"no capital of {actor.name_on(day)} is known on {on}", "--at", "LAT,LON in degrees"))
    return {
        "name": seat.name,
        "lat": seat.lat,
        "lon": seat.lon,
        "kind": "metropolitan",
        "object": "territory",
        "sovereign": actor.id,
        "administered_by": actor.id,
        "within_recognised_borders": True,
    }
