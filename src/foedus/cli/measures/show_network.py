"""Places in networks of alliances and key players: as tables, as JSON, as pictures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.markup import escape
from rich.padding import Padding

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.cli.measures.asked import numbers_table, register_told
from foedus.cli.output import console
from foedus.measures.influence.brokerage import ROLES, brokerage, communities, constraint
from foedus.measures.influence.centrality import CENTRALITIES
from foedus.measures.influence.network import AllianceNetwork, alliance_network
from foedus.measures.influence.players import Player, reasons
from foedus.measures.projection.standing import bonds_on
from foedus.measures.projection.strength import Strengths
from foedus.panel.pledges import Pledge
from foedus.register.arrangements import BoundBy
from foedus.register.register import Register
from foedus.report.charts.bars import Bar, bars
from foedus.report.charts.chart import Chart
from foedus.report.charts.theme import Words

PLEDGE_WORDS: Mapping[Pledge, str] = {
    "defense": "defence",
    "offense": "offence",
    "neutrality": "neutrality",
    "nonaggression": "non-aggression",
    "consultation": "consultation",
}
OUTSIDE = "none of them"
UNITS = {
    "degree": "states tied to it",
    "strength": "sum of the weights of its ties",
    "closeness": "closeness (Wasserman and Faust), 0 to 1 where ties weigh 1",
    "betweenness": "share of shortest paths between two others, 0 to 1",
    "eigenvector": "part of the central vector, whose length is 1",
}


@dataclass(frozen=True, eq=False, slots=True)
class Networked:
    """A network of a day, with the figures its ties are weighed by, or None."""

    day: Day
    pledge: Pledge
    network: AllianceNetwork
    figures: Strengths | None
    register: Register
    names: Mapping[str, str]

    @property
    def title(self) -> str:
        """What it is, in words."""
        weighed = "" if self.figures is None else ", ties weighed by capability"
        return f"Network of {PLEDGE_WORDS[self.pledge]} pledges, {self.day}{weighed}"

    @property
    def source(self) -> str:
        """The data, and that they are a choice where they are."""
        told = register_told(self.register)
        since = self.register.edition.covers_since
        if since and self.day < Day.parse(since):
            told += f", before {since[:4]} a choice of treaties: ties may be missing"
        return told if self.figures is None else f"{told}; {self.figures.told}"


def network_on(
    day: Day, pledge: Pledge, figures: Strengths | None, register: Register, names: Mapping[str, str]
) -> Networked:
    """Return the network of the members of the state system on a day.

    Raises
    ------
    BadInput
        If there were none.
    """
    members = [actor.id for actor in register.actors if actor.in_system_on(day)]
    if not members:
        raise BadInput(Fault(f"the state system has no members on {day}", "--on", "since 1816"))
    held = alliance_network(members, bonds_on(day, register), pledge, None if figures is None else figures.of)
    return Networked(day, pledge, held, figures, register, names)


# ---------------------------------------------------------------------------------------------------------- centrality


def _places(held: Networked) -> dict[str, NDArray[np.float64]]:
    return {name: _place(held, name) for name in CENTRALITIES}


def _place(held: Networked, name: str) -> NDArray[np.float64]:
    """Return a centrality of all states; ties are counted whether they have a weight or not."""
    network = held.network
    return CENTRALITIES[name](network.ties.astype(np.float64) if name == "degree" else network.weights)


def _unweighed(held: Networked) -> str:
    """Return in words how many states have no figure, so that their ties weigh nothing."""
    if held.figures is None:
        return ""
    without = int(np.isnan(held.network.capability).sum())
    return f" Ties of {without} states without a figure weigh nothing." if without else ""


def _order(values: NDArray[np.float64], held: Networked) -> list[int]:
    """Return the places of states, the largest value first, those alike by name; what is missing last."""
    names = [held.names[state] for state in held.network.states]
    keys = [(bool(np.isnan(value)), -round(float(np.nan_to_num(value)), 12)) for value in values]
    return sorted(range(len(values)), key=lambda at: (*keys[at], names[at]))


def show_centrality(held: Networked, by: str, top: int) -> None:
    """Print the most central states."""
    screen = console()
    found = _places(held)
    ties = int(held.network.ties.sum()) // 2
    screen.print(f"[bold]{held.title}[/bold]: {len(held.network.states)} states, {ties} ties")
    table = numbers_table("state", *CENTRALITIES)
    for at in _order(found[by], held)[:top]:
        values = (f"{found[name][at]:.0f}" if name == "degree" else f"{found[name][at]:.4g}" for name in CENTRALITIES)
        table.add_row(escape(held.names[held.network.states[at]]), *values)
    screen.print(table)
    screen.print(
        f"[dim]{escape(held.source)}.{_unweighed(held)} Closeness counts how much of the network is within reach; "
        "the eigenvector tells nothing of states outside the component it belongs to.[/dim]"
    )


def centrality_json(held: Networked, by: str) -> dict[str, Any]:
    """Return all states' places as the documented JSON, the most central first."""
    found = _places(held)
    return {
        "day": held.day.iso(),
        "pledge": held.pledge,
        "figures": held.figures.told if held.figures else None,
        "ties": int(held.network.ties.sum()) // 2,
        "states": [
            {
                "state": held.network.states[at],
                **{name: int(values[at]) if name == "degree" else float(values[at]) for name, values in found.items()},
                "partners": held.network.partners(at),
            }
            for at in _order(found[by], held)
        ],
    }


def centrality_picture(held: Networked, by: str, top: int) -> Chart:
    """Return the most central states as bars."""
    values = _place(held, by)
    words = Words(f"{held.title}: {by}", UNITS[by], held.source)
    return bars([_bar(held, at, values) for at in _order(values, held)[:top]], words)


def _bar(held: Networked, at: int, values: NDArray[np.float64]) -> Bar:
    return Bar(held.names[held.network.states[at]], float(values[at]))


# ----------------------------------------------------------------------------------------------------------- brokerage


@dataclass(frozen=True, eq=False, slots=True)
class Grouped:
    """A network whose states are in groups, with their roles and constraint."""

    held: Networked
    groups: NDArray[np.int64]
    titles: tuple[str, ...]
    grouping: str
    roles: Mapping[str, NDArray[np.int64]]
    constraint: NDArray[np.float64]

    @property
    def total(self) -> NDArray[np.float64]:
        """How many pairs each state stands between."""
        pairs: NDArray[np.float64] = np.sum(list(self.roles.values()), axis=0).astype(np.float64)
        return pairs


def grouped(held: Networked, blocs: Sequence[str]) -> Grouped:
    """Return the network in groups: parties of treaties, each state in the first that binds it, or by modularity.

    With treaties, all states outside them are one more group.
    """
    if blocs:
        groups, titles = _blocs(held, blocs)
        grouping = f"parties of {', '.join(titles[:-1])}, and all others together"
    else:
        groups = communities(held.network.ties)
        titles = tuple(_title(held, groups, number) for number in range(int(groups.max(initial=-1)) + 1))
        grouping = "communities by modularity, each called by its best tied state"
    roles = brokerage(held.network.ties, groups)
    return Grouped(held, groups, titles, grouping, roles, constraint(held.network.weights))


def _blocs(held: Networked, blocs: Sequence[str]) -> tuple[NDArray[np.int64], tuple[str, ...]]:
    ids = [held.register.treaty_id(name) for name in blocs]
    twice = next((one for one in ids if ids.count(one) > 1), None)
    if twice is not None:
        raise BadInput(Fault(f"{twice} is given twice", "--bloc", "each treaty once"))
    bound = [set(BoundBy(held.register)(treaty, held.day)) for treaty in ids]
    idle = next((treaty for treaty, states in zip(ids, bound, strict=True) if not states), None)
    if idle is not None:
        raise BadInput(Fault(f"{idle} bound nobody on {held.day}", "--bloc", "a treaty that was law on the day"))
    groups = np.full(len(held.network.states), len(ids))
    for number in reversed(range(len(bound))):
        groups[[state in bound[number] for state in held.network.states]] = number
    return groups, (*ids, OUTSIDE)


def _title(held: Networked, groups: NDArray[np.int64], number: int) -> str:
    """Return what a community is called: the state that has most ties."""
    members = np.flatnonzero(groups == number)
    first = members[np.argmax(held.network.ties[members].sum(axis=1))]
    return held.names[held.network.states[first]]


def _ranking(found: Grouped, by: str) -> list[int]:
    values = found.total if by == "brokerage" else -found.constraint
    order = _order(values, found.held)
    return [at for at in order if (found.total[at] > 0 if by == "brokerage" else np.isfinite(found.constraint[at]))]


def show_brokers(found: Grouped, by: str, top: int) -> None:
    """Print the brokers."""
    screen = console()
    screen.print(f"[bold]{found.held.title}[/bold]; groups: {escape(found.grouping)}")
    table = numbers_table("state", *ROLES, "constraint")
    table.columns[0].overflow = "fold"
    table.add_column("group", overflow="fold")
    for at in _ranking(found, by)[:top]:
        counts = (f"{found.roles[role][at]:,}" for role in ROLES)
        name = escape(found.held.names[found.held.network.states[at]])
        table.add_row(name, *counts, f"{found.constraint[at]:.3f}", escape(_group(found, at) or ""))
    screen.print(table)
    for role, what in ROLES.items():
        screen.print(f"[dim]{role}: {what}[/dim]")
    screen.print(f"[dim]{escape(found.held.source)}. A broker in the network need not broker anything.[/dim]")


def _group(found: Grouped, at: int) -> str | None:
    return found.titles[found.groups[at]] if found.groups[at] >= 0 else None


def brokers_json(found: Grouped, by: str) -> dict[str, Any]:
    """Return the brokers as the documented JSON, the first first."""
    held = found.held
    return {
        "day": held.day.iso(),
        "pledge": held.pledge,
        "grouping": found.grouping,
        "states": [
            {
                "state": held.network.states[at],
                "group": _group(found, at),
                **{role: int(counts[at]) for role, counts in found.roles.items()},
                "constraint": float(found.constraint[at]) if np.isfinite(found.constraint[at]) else None,
            }
            for at in _ranking(found, by)
        ],
    }


def brokers_picture(found: Grouped, by: str, top: int) -> Chart:
    """Return the brokers as bars."""
    values = found.total if by == "brokerage" else found.constraint
    unit = "pairs of others it stands between" if by == "brokerage" else "Burt's constraint: the lower, the freer"
    note = f"Groups: {found.grouping}" if by == "brokerage" else ""
    words = Words(f"{found.held.title}: {by}", unit, found.held.source, note)
    return bars([_bar(found.held, at, values) for at in _ranking(found, by)[:top]], words)


# --------------------------------------------------------------------------------------------------------- key players


def show_players(held: Networked, found: Sequence[Player]) -> None:
    """Print key players with their reasons."""
    screen = console()
    screen.print(f"[bold]Key players, {held.day}[/bold]  [dim]score: mean part of the largest, 0 to 1[/dim]")
    for rank, one in enumerate(found, 1):
        screen.print(f"{rank:3}. [bold]{escape(held.names[one.state])}[/bold]  [dim]{one.score:.3f}[/dim]")
        screen.print(Padding(escape("; ".join(reasons(one, PLEDGE_WORDS[held.pledge]))), (0, 0, 0, 5), expand=False))
    screen.print(f"[dim]{escape(held.source)}. Ranks count what is held, not what others can be persuaded of.[/dim]")


def players_json(held: Networked, found: Sequence[Player]) -> dict[str, Any]:
    """Return key players as the documented JSON."""
    return {
        "day": held.day.iso(),
        "pledge": held.pledge,
        "figures": held.figures.told if held.figures else None,
        "states": [{**asdict(one), "reasons": reasons(one, PLEDGE_WORDS[held.pledge])} for one in found],
    }


def players_picture(held: Networked, found: Sequence[Player]) -> Chart:
    """Return the scores of key players as bars."""
    words = Words(
        f"Key players, {held.day}",
        "mean part of the largest in partners, betweenness, vetoes, forces abroad"
        + ("" if held.figures is None else " and capability"),
        held.source,
        "A summary without unit; the reasons stand in the table",
    )
    return bars([Bar(held.names[one.state], one.score) for one in found], words)
