"""Places by the names people give them: a state's capital on a day, or degrees."""

from __future__ import annotations

from dataclasses import dataclass

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.domain.actor import Actor
from foedus.register.register import Register

ALLOWED = "a state (its capital on the day is meant), capital:STATE, or LAT,LON in degrees"


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere on the earth; degrees north and east.

    Attributes
    ----------
    state : str
        The id of the state whose capital it is; empty if it is none.
    """

    name: str
    lat: float
    lon: float
    state: str = ""


def capital(actor: Actor, day: Day) -> Place | None:
    """Return the seat of government of a state on a day; None if the register knows none."""
    seat = actor.capital_on(day)
    if seat is None:
        return None
    state = actor.name_on(day)
    name = seat.name if seat.name == state else f"{seat.name}, {state}"
    return Place(name, seat.lat, seat.lon, actor.id)


def place_of(text: str, day: Day, register: Register) -> Place:
    """Return the place that a text means on a day.

    Raises
    ------
    BadInput
        If it means none, or a state whose capital is not known.
    """
    degrees = _degrees(text)
    if degrees is not None:
        return degrees
    actor = register.actors.find(text.removeprefix("capital:"), day)
    seat = capital(actor, day)
    if seat is None:
        raise BadInput(Fault(f"no capital of {actor.name_on(day)} is known on {day}", text[:60], ALLOWED))
    return seat


def _degrees(text: str) -> Place | None:
    parts = text.split(",")
    try:
        lat, lon = (float(part) for part in parts)
    except ValueError:
        return None
    if not (abs(lat) <= 90 and abs(lon) <= 180):
        raise BadInput(Fault(f"{text[:40]!r} is no place", "place", "-90 to 90 north, -180 to 180 east"))
    return Place(f"{lat:g}, {lon:g}", lat, lon)
