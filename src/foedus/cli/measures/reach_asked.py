"""The reach of one side or two over the world: who they are, from where they start, and the grid as JSON or a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer
from numpy.typing import NDArray

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault, UnknownName
from foedus._base.files import written_whole
from foedus.measures.projection.places import Place
from foedus.measures.projection.reach import Grid, reach, share
from foedus.measures.projection.standing import FOOTINGS, Footing, Grounds, grounds_on
from foedus.measures.projection.strength import Strengths
from foedus.register.arrangements import load_arrangements
from foedus.register.register import Register
from foedus.report.alliance import alliance_on

OutputOption = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the points as CSV.")]


@dataclass(frozen=True, slots=True)
class Side:
    """States taken together, with the capitals of those who bring something, and those who are left out."""

    name: str
    starts: dict[str, tuple[Place, ...]]
    homes: dict[str, Place]
    left_out: tuple[str, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Reach:
    """The strength of each side at each point of a grid."""

    day: Day
    sides: tuple[Side, ...]
    over: Grid
    strengths: tuple[NDArray[np.float64], ...]
    held: Strengths
    footings: tuple[Footing, ...]
    register: Register

    @property
    def share(self) -> NDArray[np.float64] | None:
        """The first side's part of both sides' strength; None with one side."""
        return share(*self.strengths) if len(self.strengths) > 1 else None


def footings_given(names: Sequence[str] | None) -> tuple[Footing, ...]:
    """Return from where forces may start; home always counts.

    Raises
    ------
    BadInput
        If a name is none of these.
    """
    unknown = sorted(set(names or ()) - set(FOOTINGS))
    if unknown:
        raise BadInput(Fault(f"forces do not start from {unknown[0][:40]!r}", "--from", ", ".join(FOOTINGS)))
    wanted = {"home", *(names or FOOTINGS)}
    return tuple(one for one in FOOTINGS if one in wanted)


def asked_sides(
    names: Sequence[str], day: Day, held: Strengths, footings: tuple[Footing, ...], over: Grid, register: Register
) -> Reach:
    """Return the reach of the sides that are named.

    Raises
    ------
    BadInput
        If a name is unknown or means nobody with a figure, or both sides are the same.
    """
    grounds = grounds_on(day, register, load_arrangements().presences)
    sides = tuple(_side(name, grounds, held, footings) for name in names)
    if len(sides) > 1 and sides[0].starts.keys() == sides[1].starts.keys():
        raise BadInput(Fault("both sides are the same states", "--against", "another state, treaty or alliance"))
    strengths = tuple(reach({one: held.of[one] for one in side.starts}, side.starts, over, day.year) for side in sides)
    return Reach(day, sides, over, strengths, held, footings, register)


def _side(name: str, grounds: Grounds, held: Strengths, footings: tuple[Footing, ...]) -> Side:
    title, states = _members(name, grounds)
    starts = {}
    homes = {}
    for state in states:
        places = [one.place for one in grounds.standings(state, footings)]
        if places and state in held.of:
            starts[state] = tuple(places)
            homes[state] = places[0]
    if not starts:
        what = f"no member of {title} has a figure and a known capital"
        raise BadInput(Fault(what, "SIDE", "states of the Correlates of War system"))
    return Side(title, starts, homes, tuple(state for state in states if state not in starts))


def _members(name: str, grounds: Grounds) -> tuple[str, tuple[str, ...]]:
    """Return the states that a name means: those of an alliance, or the one so called."""
    try:
        alliance = alliance_on(name, grounds.day, grounds.register, load_arrangements())
    except UnknownName:
        actor = grounds.register.actors.find(name, grounds.day)
        return actor.name_on(grounds.day), (actor.id,)
    if not alliance.parties:
        raise BadInput(Fault(f"{alliance.name} bound nobody on {grounds.day}", "--on", "a day of its life"))
    return alliance.name, alliance.parties


def reach_json(found: Reach) -> dict[str, Any]:
    """Return the reach as the documented JSON."""
    return {
        "day": found.day.iso(),
        "figures": found.held.told,
        "footings": list(found.footings),
        "step": found.over.step,
        "sides": [
            {"name": side.name, "states": list(side.starts), "left_out": list(side.left_out)} for side in found.sides
        ],
        "points": [
            {"lat": lat, "lon": lon, "strengths": list(strengths), "share": part}
            for lat, lon, part, *strengths in _points(found)
        ],
    }


def write_points(found: Reach, path: Path) -> None:
    """Write the points as CSV, with a column of strength for each side.

    Raises
    ------
    BadInput
        If the file is no CSV, or cannot be written.
    """
    if path.suffix.casefold() != ".csv":
        raise BadInput(Fault(f"{path.name[:60]!r} does not end in .csv", "--output", "*.csv"))
    names = ["strength"] if len(found.sides) == 1 else ["strength1", "strength2"]
    lines = [",".join(["lat", "lon", *names] + ([] if found.share is None else ["share1"]))]
    for lat, lon, part, *strengths in _points(found):
        tail = [] if found.share is None else ["" if part is None else f"{part:.6g}"]
        lines.append(",".join([f"{lat:g}", f"{lon:g}", *(f"{one:.6g}" for one in strengths), *tail]))
    with written_whole(path) as place:
        place.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _points(found: Reach) -> list[tuple[Any, ...]]:
    """Return latitude, longitude, share and strengths of each point."""
    shares = found.share
    flat = np.full(found.over.lat.size, np.nan) if shares is None else shares.ravel()
    parts = [None if np.isnan(one) else float(one) for one in flat]
    columns: list[list[Any]] = [found.over.lat.ravel().tolist(), found.over.lon.ravel().tolist(), parts]
    columns += [one.ravel().tolist() for one in found.strengths]
    return list(zip(*columns, strict=True))
