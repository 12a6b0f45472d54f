"""Distances over land, from state to neighbouring state.

The rule: two states are neighbours if they are contiguous by land or river in the year (`contiguity`, type 1); from
capital to neighbour's capital one goes along the great circle; the land distance is the shortest way made of such legs.
It is therefore no road's length: it says through whose soil forces must pass, and about how far that is. States of
which no chain of neighbours leads to the other have none: there is water between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.measures.extra import nx
from foedus.measures.projection.geodesic import great_circle
from foedus.measures.projection.places import Place, capital
from foedus.register.register import Register
from foedus.sources.extra import pl
from foedus.sources.registry import source
from foedus.sources.store import Store

BY_LAND = 1
"""The type of contiguity by land or river in the data."""


@dataclass(frozen=True, slots=True)
class LandWay:
    """A way over land; `states` are those passed from the first to the last, by id."""

    km: float
    states: tuple[str, ...]


def land_way(capitals: Mapping[str, Place], borders: Iterable[tuple[str, str]], one: str, other: str) -> LandWay | None:
    """Return the shortest way over land between two states; None if there is none.

    Parameters
    ----------
    capitals : mapping of str to Place
        By state; a state without one is not passed.
    borders : iterable of pairs of str
        Which states are neighbours by land.
    """
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(capitals)
    for here, there in borders:
        if here in capitals and there in capitals:
            start, end = capitals[here], capitals[there]
            network.add_edge(here, there, km=float(great_circle(start.lat, start.lon, end.lat, end.lon)))
    if one not in network or other not in network or not nx.has_path(network, one, other):
        return None
    states = nx.dijkstra_path(network, one, other, weight="km")
    return LandWay(float(nx.path_weight(network, states, weight="km")), tuple(states))


@dataclass(frozen=True, slots=True)
class Borders:
    """The land borders of a year, as pairs of states by id, and the version of the data."""

    pairs: frozenset[tuple[str, str]]
    capitals: Mapping[str, Place]
    version: str


def borders_on(day: Day, register: Register, store: Store) -> Borders:
    """Return the land borders of the year of a day, with the capitals of the states on the day.

    Raises
    ------
    DataMissing
        If the store holds no ``contiguity``.
    BadInput
        If the data do not reach the year.
    """
    table, entry = store.read_entry("contiguity", "directed_dyad_years")
    first, last = source("contiguity").version(entry.version).years  # type: ignore[union-attr]
    if not first <= day.year <= last:
        raise BadInput(Fault(f"the land borders of {day.year} are not in the data", "--on", f"{first} to {last}"))
    members = {one.number_on("cow", day): one for one in register.actors if one.in_system_on(day)}
    rows = table.filter((pl.col("year") == day.year) & (pl.col("conttype") == BY_LAND))
    pairs = frozenset(
        (members[one].id, members[other].id)
        for one, other in rows.select("ccode1", "ccode2").iter_rows()
        if one in members and other in members
    )
    seats = {one.id: seat for one in members.values() if (seat := capital(one, day)) is not None}
    return Borders(pairs, seats, entry.version)
