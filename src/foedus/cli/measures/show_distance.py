"""The distances of two places: gathered, as JSON, as a table, as a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rich.markup import escape

from foedus._base.dates import Day
from foedus._base.errors import BadInput, DataMissing, Fault, FoedusError
from foedus.cli.measures.asked import km, numbers_table, register_told
from foedus.cli.output import console
from foedus.measures.projection.geodesic import KM_A_MILE, KM_A_NAUTICAL_MILE, geodesic, great_circle
from foedus.measures.projection.land import LandWay, borders_on, land_way
from foedus.measures.projection.minimum import minimum_distance
from foedus.measures.projection.places import Place
from foedus.measures.projection.sea import CLOSED, PASSAGES, SeaWay, closed_on, sea_way
from foedus.register.register import Register
from foedus.report.charts.bars import Bar, bars
from foedus.report.charts.chart import Chart
from foedus.report.charts.theme import Words
from foedus.sources.store import Store


@dataclass(frozen=True, slots=True)
class BySea:
    """A way by sea, or none, with what was asked to be closed for it, and all that was."""

    closed: tuple[str, ...]
    shut: frozenset[str]
    way: SeaWay | None

    @property
    def label(self) -> str:
        """What it is called in a table."""
        return "by sea" + (f", {' and '.join(PASSAGES[one] for one in self.closed)} closed" if self.closed else "")


@dataclass(frozen=True, slots=True)
class Distances:
    """All that is told of how far two places are.

    Attributes
    ----------
    land, minimum : value and data it comes from, or None
    unknown : mapping of str to str
        What is not told, and why.
    """

    start: Place
    end: Place
    day: Day
    sphere: float
    ellipsoid: float
    sea: tuple[BySea, ...]
    land: tuple[LandWay, str] | None
    minimum: tuple[float, str] | None
    unknown: Mapping[str, str]
    register: Register


def distances(start: Place, end: Place, day: Day, closed: Sequence[str], register: Register) -> Distances:
    """Return how far two places are by every rule for which there is data."""
    unknown: dict[str, str] = {}
    ways = [()] if not closed else [(), tuple(dict.fromkeys(closed))]
    always = closed_on(day)
    sea = tuple(BySea(shut, always | set(shut), sea_way(start, end, always | set(shut))) for shut in ways)
    unknown |= {one.label: "what is closed leaves no way" for one in sea if one.way is None}
    land = minimum = None
    if start.state and end.state:
        land = _known("over land", unknown, lambda: _over_land(start.state, end.state, day, register))
        minimum = _known(
            "between territories",
            unknown,
            lambda: minimum_distance(start.state, end.state, day, register, Store.default()),
        )
    return Distances(
        start=start,
        end=end,
        day=day,
        sphere=float(great_circle(start.lat, start.lon, end.lat, end.lon)),
        ellipsoid=geodesic(start.lat, start.lon, end.lat, end.lon),
        sea=sea,
        land=land,
        minimum=minimum,
        unknown=unknown,
        register=register,
    )


def _known(what: str, unknown: dict[str, str], find: Any) -> Any:
    """Return what is found, or say under `unknown` why it is not."""
    try:
        return find()
    except (DataMissing, BadInput) as error:
        unknown[what] = _short(error)
    return None


def _short(error: FoedusError) -> str:
    fault = error.faults[0]
    return f"{fault.what}; {fault.remedy or fault.allowed}"


def _over_land(one: str, other: str, day: Day, register: Register) -> tuple[LandWay, str]:
    held = borders_on(day, register, Store.default())
    way = land_way(held.capitals, held.pairs, one, other)
    if way is None:
        what = "no chain of neighbours leads from one to the other"
        raise BadInput(Fault(what, allowed="there is water between them"))
    return way, f"Direct Contiguity {held.version}"


def _rows(found: Distances) -> list[tuple[str, float | None, str]]:
    """Return each distance with its label, in kilometres, and what is to be said of it."""
    rows: list[tuple[str, float | None, str]] = [
        ("great circle", found.sphere, "on a sphere of 6371.0088 km"),
        ("ellipsoid", found.ellipsoid, "WGS 84"),
    ]
    rows += [(one.label, one.way.km if one.way else None, _of_the_sea(one.way) if one.way else "") for one in found.sea]
    if found.land:
        way, data = found.land
        rows.append(("over land", way.km, f"{len(way.states) - 1} borders; {data}"))
    if found.minimum:
        rows.append(("between territories", found.minimum[0], found.minimum[1]))
    return [(label, value, note or found.unknown.get(label, "")) for label, value, note in rows]


def _of_the_sea(way: SeaWay) -> str:
    through = ", ".join(PASSAGES[one] for one in way.passages)
    told = f"by {through}" if through else "through nothing that can be closed"
    return f"{told}; {km(way.to_sea)} km to the lanes and {km(way.from_sea)} km from them come to it"


def show_distances(found: Distances, names: Mapping[str, str]) -> None:
    """Print the distances."""
    screen = console()
    screen.print(f"[bold]{escape(found.start.name)}[/bold] to [bold]{escape(found.end.name)}[/bold] on {found.day}")
    table = numbers_table("", "km", "miles", "nautical miles")
    table.add_column("")
    for label, value, note in _rows(found):
        units = ("", "", "") if value is None else (km(value), km(value / KM_A_MILE), km(value / KM_A_NAUTICAL_MILE))
        table.add_row(escape(label), *units, f"[dim]{escape(note)}[/dim]")
    screen.print(table)
    if found.land:
        screen.print(f"[dim]over land: {escape(' > '.join(names[one] for one in found.land[0].states))}[/dim]")
    screen.print(f"[dim]{escape(_sources(found))}[/dim]")
    told = {label for label, _, _ in _rows(found)}
    for what, why in found.unknown.items():
        if what not in told:
            screen.print(f"[dim]{escape(what)}: not known ({escape(why)})[/dim]")


def _sources(found: Distances) -> str:
    """Return where capitals and lanes are from, and which canals were not there yet."""
    told = f"Capitals by {register_told(found.register)}; by sea along the lanes of searoute."
    missing = [PASSAGES[name] for name in sorted(closed_on(found.day) - CLOSED)]
    return told + (f" Not opened yet: {', '.join(missing)}." if missing else "")


def distances_json(found: Distances) -> dict[str, Any]:
    """Return the distances as the documented JSON."""
    return {
        "day": found.day.iso(),
        "start": place_json(found.start),
        "end": place_json(found.end),
        "great_circle_km": found.sphere,
        "ellipsoid_km": found.ellipsoid,
        "sea": [_sea_json(one.shut, one.way) for one in found.sea if one.way],
        "land": found.land and {**asdict(found.land[0]), "data": found.land[1]},
        "minimum": found.minimum and {"km": found.minimum[0], "data": found.minimum[1]},
        "unknown": [{"what": what, "why": why} for what, why in found.unknown.items()],
    }


def place_json(place: Place) -> dict[str, Any]:
    """Return a place as the documented JSON."""
    return {"name": place.name, "lat": place.lat, "lon": place.lon, "state": place.state or None}


def _sea_json(shut: frozenset[str], way: SeaWay) -> dict[str, Any]:
    return {
        "closed": sorted(shut),
        "km": way.km,
        "to_sea_km": way.to_sea,
        "from_sea_km": way.from_sea,
        "passages": list(way.passages),
    }


def _left_out(found: Distances) -> str:
    """Return what the bars by sea leave out, and what was closed for all of them."""
    shut = ", ".join(PASSAGES[one] for one in sorted(closed_on(found.day)))
    way = next((one.way for one in found.sea if one.way), None)
    if way is None:
        return f"Closed to ships: {shut}"
    straight = f"{km(way.to_sea)} km to them and {km(way.from_sea)} km from them come to it"
    return f"By sea along the lanes alone: {straight}. Closed to ships: {shut}"


def picture_of_distances(found: Distances) -> Chart:
    """Return the distances as bars."""
    sources = [register_told(found.register), "searoute (shipping lanes)"]
    sources += [held[1] for held in (found.land, found.minimum) if held]
    words = Words(
        f"How far it is from {found.start.name} to {found.end.name}, {found.day}",
        "kilometres",
        "; ".join(sources),
        _left_out(found),
    )
    return bars([Bar(label, value) for label, value, _ in _rows(found)], words)
