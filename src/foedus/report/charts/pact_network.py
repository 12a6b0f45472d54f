"""Networks drawn from the register: all pacts of a day, the pacts of a few treaties, or those around one state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from foedus._base.dates import Day
from foedus.panel.pledges import Pledge
from foedus.register.register import Register
from foedus.report.charts.chart import Chart
from foedus.report.charts.figures import some_of
from foedus.report.charts.histories import day_notes, source_of
from foedus.report.charts.network import Node, Tie, network
from foedus.report.charts.pacts import Pact, Pacts, pacts_on
from foedus.report.charts.pledge_looks import WORDS
from foedus.report.charts.theme import Words


def pact_network(register: Register, pacts: Pacts, title: str, state: str = "") -> Chart:
    """Return the pacts of a day as a network.

    Parameters
    ----------
    state : str
        The id of a state: only the pacts it stands in, and its partners with the ties among them; all if empty.
    """
    hubs = [pact for pact in (*pacts.drawn, *pacts.like) if not state or state in (*pact.members, *pact.beside)]
    ways = _ways(pacts)
    near = {one for pair in ways for one in pair if state in pair} | {one for hub in hubs for one in _of(hub)} | {state}
    kept = {pair: mutual for pair, mutual in ways.items() if not state or set(pair) <= near}
    ids = sorted({one for pair in kept for one in pair} | {one for hub in hubs for one in _of(hub)} | ({state} - {""}))
    at = {one: number for number, one in enumerate(ids)}
    nodes = [Node(register.actors[one].name_on(pacts.day), is_middle=one == state) for one in ids]
    nodes += [Node(hub.treaty.name, is_hub=True, mark=hub.treaty.id) for hub in hubs]
    ties = [Tie(at[one], at[other], mutual) for (one, other), mutual in kept.items()]
    for number, hub in enumerate(hubs, len(ids)):
        ties += [Tie(at[one], number) for one in hub.members]
        ties += [Tie(number, at[one], is_mutual=False) for one in hub.beside]
    lifeless = [pact for pact in pacts.lifeless if not state or state in _of(pact)]
    return network(nodes, ties, _words(register, replace(pacts, lifeless=tuple(lifeless)), title))


def state_network(register: Register, state: str, day: Day, pledge: Pledge = "defense", title: str = "") -> Chart:
    """Return the pacts around a state on a day: its partners, and the ties among them."""
    name = register.actors[state].name_on(day)
    return pact_network(
        register, pacts_on(register, day, pledge), title or f"{name}: pacts of {WORDS[pledge]} on {day}", state
    )


def _of(pact: Pact) -> tuple[str, ...]:
    return (*pact.members, *pact.beside)


def _ways(pacts: Pacts) -> Mapping[tuple[str, str], bool]:
    """Return the pairs tied by treaties of two, each from debtor to creditor, and whether it goes both ways."""
    owed = set(pacts.owed)
    return {pair: pair[::-1] in owed for pair in pacts.owed if pair[::-1] not in owed or pair[0] < pair[1]}


def _words(register: Register, pacts: Pacts, title: str) -> Words:
    pledge = WORDS[pacts.pledge]
    unit = f"Who owes {pledge} to whom on {pacts.day}: coloured boxes are pacts of three or more, arrows go one way"
    notes = list(day_notes(register, pacts.day, "a choice: who is missing"))
    if pacts.lifeless:
        names = some_of([f"{pact.treaty.id} ({len(pact.members)})" for pact in pacts.lifeless], 12)
        notes.append(f"Not drawn, dormant or a dead letter: {names}.")
    return Words(title, unit, source_of(register), " ".join(notes))
