"""The map of a contingency: where it fell, who attacks, who is attacked, and who is bound to fight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from foedus._base.dates import Day
from foedus.domain.contingency import Event
from foedus.domain.finding import Finding
from foedus.domain.vocabulary import FORCE
from foedus.register.register import Register
from foedus.report.charts.atlas import Entry, Site, base_layers, legend_layers, site_layers
from foedus.report.charts.chart import Chart
from foedus.report.charts.extra import alt
from foedus.report.charts.figures import Figures, some_of
from foedus.report.charts.globe import around
from foedus.report.charts.histories import source_of
from foedus.report.charts.theme import Words, chart
from foedus.report.groups import section_of
from foedus.report.outlook.told import Namer

PLACE, ATTACKS, ATTACKED, BOUND, OPEN = 7, 1, 0, 3, 6
"""Kinds of marks, by the numbers of their looks."""
WORDS = {
    PLACE: "where it falls",
    ATTACKS: "attacks",
    ATTACKED: "is attacked",
    BOUND: "bound to fight: due",
    OPEN: "may have to fight: disputed, or not yet",
}


@dataclass(frozen=True, slots=True)
class _Stand:
    """A state and how it stands."""

    state: str
    kind: int


def of_places(register: Register, findings: Iterable[Finding], event: Event, namer: Namer) -> Chart:
    """Return the place of an event and the capitals of those it concerns, on a map without borders."""
    stands = list(_stands(findings, event))
    seats = {one.state: _site(register, one, event.date, namer) for one in stands}
    sites = [site for site in seats.values() if site is not None]
    if event.place.point is not None:
        sites.append(
            Site(event.place.name or "the place", event.place.point.lat, event.place.point.lon, (PLACE,), (), 9)
        )
    view = around([(site.lat, site.lon) for site in sites])
    kinds = [kind for kind in WORDS if any(kind in site.kinds for site in sites)]
    legend, end = legend_layers([Entry(kind, WORDS[kind]) for kind in kinds], 0, view.height + 18, view.width)
    picture = alt.layer(*base_layers(view), *site_layers(sites, view), *legend)
    missing = [namer.state(state) for state, site in seats.items() if site is None]
    words = Words(
        f"Where it falls, and whom it concerns, {event.date}",
        "states at their capitals of that day, without borders",
        source_of(register),
        ". ".join(one.rstrip(".") for one in _notes(register, event, missing)),
    )
    told = "; ".join(f"{WORDS[kind]}: {some_of(_named(sites, kind))}" for kind in kinds)
    rows = tuple((namer.state(one.state), WORDS[one.kind]) for one in stands)
    picture = picture.properties(width=view.width, height=end)
    return chart(
        picture, words, told or "no place is known", Figures(("state", "how it stands"), rows), view.width - 240
    )


def _stands(findings: Iterable[Finding], event: Event) -> Iterator[_Stand]:
    """Yield every state once, by the strongest it can be called."""
    held = dict.fromkeys(event.attackers, ATTACKS) | dict.fromkeys(event.targets, ATTACKED)
    fights = [
        one
        for one in findings
        if one.event == event.id and one.obligation in FORCE and section_of(one) not in {"dead_letter", "not_due"}
    ]
    for kind in (BOUND, OPEN):
        for one in fights:
            if (one.status == "due") == (kind == BOUND):
                held.setdefault(one.obligor, kind)
    for state, kind in held.items():
        yield _Stand(state, kind)


def _site(register: Register, stand: _Stand, day: Day, namer: Namer) -> Site | None:
    actor = register.actors.get(stand.state)
    seat = actor.capital_on(day) if actor else None
    weight = 5.0 if stand.kind in {ATTACKS, ATTACKED} else 1.0
    return Site(namer.state(stand.state), seat.lat, seat.lon, (stand.kind,), (), weight) if seat else None


def _named(sites: Iterable[Site], kind: int) -> list[str]:
    return [site.name for site in sites if kind in site.kinds]


def _notes(register: Register, event: Event, missing: list[str]) -> Iterator[str]:
    yield "What a clause obliges, not what a state will do"
    yield from register.naming_notes(event.place.point, event.date)
    if event.place.point is None:
        yield "The place is not given"
    if missing:
        yield f"No capital is known of {some_of(missing)}"
