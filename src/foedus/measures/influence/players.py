"""Key players: states ranked by several kinds of influence at once, with the reasons in words.

The score is the mean, over the criteria that are known of a state, of its value as a part of the largest that any state
has: a summary that has no unit, and no weighting but that each criterion counts alike. A veto counts by how many others
there are to each who holds one: 14/5 in the Security Council, 31/32 in a body of 32 that decides by consensus, 1/2 in
one of two. The reasons are the numbers themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from foedus._base.dates import Day
from foedus.domain.membership import Parties
from foedus.domain.organ import Organ
from foedus.domain.stationing import Presence, abroad_on, on_soil_of
from foedus.measures.influence.bodies import voters
from foedus.measures.influence.centrality import betweenness
from foedus.measures.influence.network import AllianceNetwork

Numbers = NDArray[np.float64]

UNANIMOUS = frozenset({"consensus", "unanimity"})
"""Rules under which every vote is a veto."""

CRITERIA = ("partners", "between", "vetoes", "hosts", "capability")


@dataclass(frozen=True, slots=True)
class Veto:
    """A body in which a state can stop a decision; `is_one_of` is how many can, `votes` how many vote."""

    organ: str
    is_one_of: int
    votes: int

    @property
    def others_to_each(self) -> float:
        """How many others there are to each who can."""
        return (self.votes - 1) / self.is_one_of


@dataclass(frozen=True, slots=True)
class Player:
    """What is counted of a state.

    Attributes
    ----------
    partners : int
        States tied to it in the network.
    between : float
        Its betweenness.
    vetoes : tuple of Veto
        The bodies in which it can stop a decision, the rarest power first.
    hosts : int
        States on whose soil its forces stand.
    guests : int
        States whose forces stand on its own; told, and not counted in the score.
    capability : float or None
        Its share of the world's; None if not known.
    score : float
        From 0 to 1: see the module.
    """

    state: str
    partners: int
    between: float
    vetoes: tuple[Veto, ...]
    hosts: int
    guests: int
    capability: float | None
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Scene:
    """What is held of bodies and presences on a day."""

    day: Day
    organs: tuple[Organ, ...]
    presences: tuple[Presence, ...]
    parties: Parties


def key_players(network: AllianceNetwork, scene: Scene) -> list[Player]:
    """Return every state of the network that has any influence by these criteria, the highest score first."""
    vetoes = vetoes_on(scene)
    between = np.round(betweenness(network.ties.astype(np.float64)), 12)  # those alike stay so
    found = [_counted(network, scene, at, float(between[at]), vetoes) for at in range(len(network.states))]
    scores = _scores(found)
    ranked = [
        replace(one, score=float(score))
        for one, score in zip(found, scores, strict=True)
        if one.partners or one.vetoes or one.hosts
    ]
    return sorted(ranked, key=lambda one: (-one.score, one.state))


def vetoes_on(scene: Scene) -> Mapping[str, tuple[Veto, ...]]:
    """Return in which bodies each state can stop a decision on a day, the rarest power first.

    By the body's rule for everything that has no rule of its own; a body without such a rule is left out.
    """
    found: dict[str, list[Veto]] = {}
    for organ in scene.organs:
        rule = organ.rule_on("all", scene.day)
        if rule is None:
            continue
        members = set(voters(organ, scene.day, scene.parties))
        holders = members if (rule.failing or rule.rule) in UNANIMOUS else members & set(rule.vetoes)
        votes = (rule.majority and rule.majority.of) or len(members)
        for state in holders:
            found.setdefault(state, []).append(Veto(f"{organ.heading.id}/{organ.id}", len(holders), votes))
    return {state: tuple(sorted(held, key=_rareness)) for state, held in found.items()}


def _rareness(veto: Veto) -> tuple[float, int, str]:
    return -veto.others_to_each, -veto.votes, veto.organ


def _counted(
    network: AllianceNetwork, scene: Scene, at: int, between: float, vetoes: Mapping[str, tuple[Veto, ...]]
) -> Player:
    state, capability = network.states[at], float(network.capability[at])
    return Player(
        state=state,
        partners=int(network.ties[at].sum()),
        between=between,
        vetoes=vetoes.get(state, ()),
        hosts=len({one.host for one in abroad_on(scene.presences, state, scene.day)}),
        guests=len({one.sender for one in on_soil_of(scene.presences, state, scene.day)}),
        capability=None if np.isnan(capability) else capability,
    )


def _scores(held: Sequence[Player]) -> Numbers:
    columns = {
        "partners": [one.partners for one in held],
        "between": [one.between for one in held],
        "vetoes": [sum(veto.others_to_each for veto in one.vetoes) for one in held],
        "hosts": [one.hosts for one in held],
        "capability": [np.nan if one.capability is None else one.capability for one in held],
    }
    parts = np.array([relative(np.array(columns[name], np.float64)) for name in CRITERIA])
    known = np.isfinite(parts)
    sums = np.where(known, parts, 0.0).sum(axis=0)
    scores: Numbers = sums / np.maximum(known.sum(axis=0), 1)
    return scores


def relative(values: Numbers) -> Numbers:
    """Return values as parts of the largest, shape (n,), from 0 to 1.

    Parameters
    ----------
    values : array, shape (n,)
        0 or more; NaN where not known, which stays so. All are 0 where the largest is.
    """
    largest = np.nanmax(values, initial=0.0)
    found: Numbers = values / largest if largest > 0 else values * 0.0
    return found


def reasons(one: Player, pledge: str) -> list[str]:
    """Return in words why a state stands where it does, the strongest reasons first.

    Parameters
    ----------
    pledge : str
        What the ties of the network are, as in "defence".
    """
    found = [f"{pledge} pledges with {_states(one.partners)}"] if one.partners else []
    if one.vetoes:
        found.append(_vetoes(one.vetoes))
    if one.capability is not None:
        found.append(f"capability {one.capability:.1%} of all")
    if one.hosts:
        found.append(f"forces in {_states(one.hosts)}")
    if one.guests:
        found.append(f"hosts forces of {_states(one.guests)}")
    if one.between >= 0.005:
        found.append(f"on {one.between:.1%} of the shortest ways between others")
    return found


def _vetoes(held: Sequence[Veto]) -> str:
    """Return the two rarest in words, and how many more there are."""
    told = " and ".join(f"{veto.organ} (one of {veto.is_one_of})" for veto in held[:2])
    more = f", and {len(held) - 2} more" if len(held) > 2 else ""
    return f"holds a veto in {told}{more}"


def _states(number: int) -> str:
    return f"{number} state{'s' if number != 1 else ''}"
