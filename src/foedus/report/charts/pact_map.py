"""The pacts of a day on a map: states as marks at their capitals of that day, shaped and coloured by pact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.domain.actor import Capital
from foedus.domain.area import Point
from foedus.domain.treaty import Treaty
from foedus.panel.pledges import PLEDGES
from foedus.register.register import Register
from foedus.report.charts.areas import inside, on_view
from foedus.report.charts.atlas import (
    LAND,
    Entry,
    Ground,
    Site,
    base_layers,
    cover_layers,
    ground_layers,
    legend_layers,
    letters_of,
    link_layers,
    look,
    site_layers,
)
from foedus.report.charts.chart import Chart
from foedus.report.charts.countries import Countries
from foedus.report.charts.extra import Picture, alt
from foedus.report.charts.figures import Figures, some_of
from foedus.report.charts.globe import View, around, world
from foedus.report.charts.histories import day_notes, source_of
from foedus.report.charts.pacts import Pact, Pacts, areas_of, pacts_on, shapes_by
from foedus.report.charts.pledge_looks import WORDS
from foedus.report.charts.theme import INK, Words, chart, tinted

_LETTERS = "abcdefghijklmnop"
_MANY, _NORTH = 8, 62.0
"""From how many capitals in Europe on it has a map of its own, and up to which parallel that one reaches."""


def pact_map(
    register: Register,
    pacts: Pacts,
    title: str,
    *,
    region: str = "",
    areas: Treaty | None = None,
    countries: Countries | None = None,
) -> Chart:
    """Return the pacts of a day on a map without borders, which therefore fits any time.

    The map of the world has one of Europe beside its legend, where many capitals lie close together.

    Parameters
    ----------
    region : str
        The id of an area of the register to which the map is cut; if empty the whole world, or what `areas` fill.
    areas : Treaty, optional
        Whose areas are drawn; the map is cut to its parties.
    countries : Countries, optional
        Those of today, which are then filled by the largest pact each stands in; disputed places are covered in grey.
    """
    seats = _seats(register, pacts)
    sites = {state: _site(register, pacts, state, seat) for state, seat in seats.items() if seat is not None}
    views = _views(register, sites, region, (areas, pacts.day) if areas else None)
    grounds, called = _grounds(register, areas, pacts.day, views[0])
    filled = _filled(register, pacts, sites, countries) if countries else {}
    sheet = _Sheet(register, pacts, sites, grounds, filled)
    layers = _panel(sheet, views[0], far=len(views) == 1)
    layers += [layer for view in views[1:] for layer in _panel(sheet, view)]
    left, top = (views[1].width + 24, views[1].top + 10) if len(views) > 1 else (0, views[0].height + 18)
    legend, end = legend_layers(_entries(pacts, sites, areas), left, top, views[0].width - left)
    picture = alt.layer(*layers, *legend)
    height = max(end, *(view.top + view.height for view in views), 0)
    unit = f"States at their capitals on {pacts.day}, by pledge of {WORDS[pacts.pledge]}; a mark for each pact"
    shown = {state: seats[state] for state, site in sites.items() if _is_shown(site, views[0])}
    missing = [state for state, seat in seats.items() if seat is None]
    words = Words(title, unit, source_of(register), " ".join(_notes(register, pacts, shown, missing, called)))
    words = _with_borders(words, countries, pacts.day) if countries else words
    picture = picture.properties(width=views[0].width, height=height)
    return chart(picture, words, _told(register, pacts), _figures(register, pacts), views[0].width - 130)


def treaty_map(register: Register, treaty: Treaty, day: Day, title: str = "") -> Chart:
    """Return a treaty's parties on a day and the areas it draws, by its strongest pledge that binds somebody.

    Raises
    ------
    BadInput
        If nobody owes anything under it on the day.
    """
    for pledge in PLEDGES:
        pacts = pacts_on(register, day, pledge, (treaty.id,))
        if pacts.drawn or pacts.owed:
            return pact_map(register, pacts, title or f"{treaty.name}, {day}", areas=treaty)
    what = f"nobody is bound by a pledge of {treaty.id} on {day}"
    raise BadInput(Fault(what, "--on", "a day on which it was in force", f"foedus treaty show {treaty.id}"))


def _is_shown(site: Site, view: View) -> bool:
    x, y = view.place(site.lat, site.lon)
    return view.holds(float(x), float(y), 3)


def _with_borders(words: Words, countries: Countries, day: Day) -> Words:
    source = f"{words.source}; {countries.source}"
    return replace(
        words, source=source, note=f"Today's borders, not those of {day}, filled by the largest pact. {words.note}"
    )


def _filled(
    register: Register, pacts: Pacts, sites: dict[str, Site], countries: Countries
) -> dict[str, list[dict[str, Any]]]:
    """Return the outlines to fill by colour: the tint of the largest pact of the state that has the code on the day."""
    colour_of: dict[str, str] = {}
    for state, site in sites.items():
        code = register.actors[state].iso3_on(pacts.day)
        if code and site.kinds:
            fill, edge = look(site.kinds[0])[1:]
            colour_of[code] = tinted(fill if edge == INK else edge)
    filled: dict[str, list[dict[str, Any]]] = {}
    for code, outline in countries.outlines.items():
        filled.setdefault(colour_of.get(code, LAND), []).append(outline)
    return filled


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is drawn on every panel of a map.

    Attributes
    ----------
    filled : mapping of str to sequence of dict
        GeoJSON geometries by the colour they are filled with.
    """

    register: Register
    pacts: Pacts
    sites: Mapping[str, Site]
    grounds: Sequence[Ground]
    filled: Mapping[str, Sequence[dict[str, Any]]]


def _panel(sheet: _Sheet, view: View, *, far: bool = True) -> list[Picture]:
    sites = sheet.sites
    disputes = _disputes(sheet.register, sheet.pacts.day, view)
    held = [*disputes, *sheet.grounds]
    shown = [site for site in sites.values() if _is_shown(site, view)]
    letters = letters_of(held, shown, view)
    links = [(sites[one], sites[other]) for one, other in sheet.pacts.pairs if one in sites and other in sites]
    covers = cover_layers(disputes, view) if sheet.filled else []
    layers = [*base_layers(view, sheet.filled), *covers, *ground_layers(held, view, letters)]
    return [*layers, *link_layers(links, view), *site_layers(shown, view, letters, far=far)]


def _entries(pacts: Pacts, sites: dict[str, Site], cut: Treaty | None) -> list[Entry]:
    pledge = WORDS[pacts.pledge]
    entries = [
        Entry(at, f"{pact.treaty.name} ({len(pact.members)})", f"{pact.treaty.id} ({len(pact.members)})")
        for at, pact in enumerate(pacts.drawn)
    ]
    if any(site.hollow for site in sites.values()):
        entries.append(Entry("hollow", f"hollow: owed {pledge}, or owing it, one way only"))
    if any(not site.kinds and not site.hollow for site in sites.values()):
        entries.append(Entry("ring", "state that is no party" if cut else "state in none of these pacts"))
    if pacts.owed:
        entries.append(Entry("line", f"{pledge} owed between two by another treaty"))
    return entries


def _seats(register: Register, pacts: Pacts) -> dict[str, Capital | None]:
    """Return the capitals of the states of the day, and of others that stand in a pact; None where none is known."""
    bound = {state for pact in pacts.drawn for state in pact.members} | {one for pair in pacts.owed for one in pair}
    return {
        actor.id: actor.capital_on(pacts.day)
        for actor in register.actors
        if actor.id in bound or actor.in_system_on(pacts.day)
    }


def _site(register: Register, pacts: Pacts, state: str, seat: Capital) -> Site:
    kinds = tuple(at for at, pact in enumerate(pacts.drawn) if state in pact.members)
    hollow = tuple(at for at, pact in enumerate(pacts.drawn) if state in pact.beside)
    ties = sum(state in pair for pair in pacts.pairs) + 2 * len(kinds)
    name = register.actors[state].name_on(pacts.day)
    weight = ties + (100 if kinds else 0) - len(name) / 50 if ties or hollow else -len(name) / 50
    return Site(name, seat.lat, seat.lon, kinds, hollow, weight)


def _views(register: Register, sites: dict[str, Site], region: str, cut: tuple[Treaty, Day] | None) -> list[View]:
    if region:
        return [around(_within(register, sites, region))]
    if cut is not None:
        members = [(s.lat, s.lon) for s in sites.values() if s.kinds or s.hollow]
        return [around([*members, *_reach(register, *cut)])]
    whole = world()
    europe = [(lat, lon) for lat, lon in _within(register, sites, "europe") if lat < _NORTH]
    if len(europe) < _MANY:
        return [whole]
    return [whole, around(europe, 620, 34).moved(0, whole.height + 14)]


def _reach(register: Register, treaty: Treaty, day: Day) -> list[tuple[float, float]]:
    """Return places a few degrees apart that lie in the areas of a treaty, but for the polar regions."""
    lat, lon = (grid.ravel() for grid in np.meshgrid(np.arange(-58.0, 79, 4), np.arange(-180.0, 180, 4)))
    named = shapes_by(register, treaty)
    held = [inside(named(area), lat, lon, named) for area in areas_of(treaty, day)]
    found = np.logical_or.reduce(held) if held else np.zeros(lat.shape, dtype=bool)
    return list(zip(lat[found].tolist(), lon[found].tolist(), strict=True))


def _within(register: Register, sites: dict[str, Site], region: str) -> list[tuple[float, float]]:
    area = register.areas[region]
    return [(s.lat, s.lon) for s in sites.values() if register.lies_in(Point(s.lat, s.lon), area)]


def _grounds(
    register: Register, treaty: Treaty | None, day: Day, view: View
) -> tuple[list[Ground], list[tuple[str, str]]]:
    """Return the areas of a treaty on a day, and what each letter on the map stands for."""
    if treaty is None:
        return [], []
    named = shapes_by(register, treaty)
    grounds, called = [], []
    for letter, area in zip(_LETTERS, areas_of(treaty, day), strict=False):
        mask = on_view(named(area), view, named)
        grounds.append(Ground(mask, letter))
        called.append((letter, treaty.area_of[area].name + ("" if mask.any() else " (too small to be drawn)")))
    return grounds, called


def _disputes(register: Register, day: Day, view: View) -> list[Ground]:
    """Return the disputed places of a day, drawn alike whoever holds them."""
    named = {area_id: area.shape for area_id, area in register.areas.items()}.__getitem__
    held = [on_view(place.shape, view, named) for place in register.disputed if place.claimants_on(day)]
    return [Ground(mask, is_quiet=True) for mask in held if mask.any()]


def _notes(
    register: Register,
    pacts: Pacts,
    shown: Mapping[str, Capital | None],
    missing: Sequence[str],
    called: Sequence[tuple[str, str]],
) -> Iterator[str]:
    """Yield what must travel with the map: what is not covered, not drawn, disputed, and what letters mean."""
    day = pacts.day
    if called:
        yield f"{'; '.join(f'{letter}: {name}' for letter, name in called)}."
    yield from day_notes(register, day, "a choice of treaties: a pact that is missing here")
    if pacts.like:
        yield f"Not drawn, for nearly the same states or want of room: {_called(pacts.like)}."
    if pacts.lifeless:
        yield f"Not drawn, dormant or a dead letter: {_called(pacts.lifeless)}."
    if missing:
        yield f"No capital known: {some_of([register.actors[state].name_on(day) for state in missing])}."
    disputed = _disputed_seats(register, shown, day)
    yield f"A mark recognises nobody{f'. {some_of(disputed, 20)}' if disputed else ''}."


def _called(pacts: Sequence[Pact]) -> str:
    return some_of([f"{pact.treaty.id} ({len(pact.members)})" for pact in pacts], 12)


def _disputed_seats(register: Register, seats: Mapping[str, Capital | None], day: Day) -> list[str]:
    """Return how the disputed places are called in which a mark stands."""
    notes = [
        note.removesuffix(" No recognition is implied.").rstrip(".")
        for seat in seats.values()
        if seat is not None
        for note in register.naming_notes(Point(seat.lat, seat.lon), day)
    ]
    return list(dict.fromkeys(notes))


def _told(register: Register, pacts: Pacts) -> str:
    parts = [
        f"{pact.treaty.name}: {', '.join(register.actors[state].name_on(pacts.day) for state in pact.members)}"
        for pact in pacts.drawn
    ]
    return "; ".join(parts) or "no pact of three or more"


def _figures(register: Register, pacts: Pacts) -> Figures:
    def name(state: str) -> str:
        return register.actors[state].name_on(pacts.day)

    rows = [(name(state), pact.treaty.name, pact.treaty.id) for pact in pacts.drawn for state in pact.members]
    rows += [(f"{name(one)} and {name(other)}", "another treaty", "") for one, other in pacts.pairs]
    return Figures(("state", f"pact of {WORDS[pacts.pledge]}", "id"), tuple(rows))
