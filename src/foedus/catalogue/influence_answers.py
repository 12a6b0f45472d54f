"""The shapes of the JSON answers of ``foedus measures influence``."""

from __future__ import annotations

from typing import Literal

from foedus.catalogue.answers import Envelope, Shape


class PlayerPowerShape(Shape):
    """The power of one who votes; the exact Shapley-Shubik index is a fraction as text."""

    player: str
    shapley: float
    shapley_exact: str
    swings: int
    banzhaf: float
    banzhaf_normalised: float
    preventing: float
    initiating: float


class PowerAnswer(Envelope):
    """``foedus measures influence power --json``."""

    kind: Literal["power"]
    id: str
    name: str
    rule: str
    source: str
    note: str
    winning: str
    acting: float
    players: list[PlayerPowerShape]


class BodyShape(Shape):
    """A body that can be measured; those of the register on a day have a rule for that day."""

    id: str
    name: str
    rule: str


class BodiesAnswer(Envelope):
    """``foedus measures influence bodies --json``."""

    kind: Literal["voting-bodies"]
    day: str
    textbook: list[BodyShape]
    register_bodies: list[BodyShape]


class CentralityShape(Shape):
    """A state's place in the network."""

    state: str
    degree: int
    strength: float
    closeness: float
    betweenness: float
    eigenvector: float
    partners: list[str]


class CentralityAnswer(Envelope):
    """``foedus measures influence centrality --json``; `figures` is null where every tie weighs 1."""

    kind: Literal["centrality"]
    day: str
    pledge: str
    figures: str | None
    ties: int
    states: list[CentralityShape]


class BrokerShape(Shape):
    """A state's brokerage; null group for one in none, null constraint without ties."""

    state: str
    group: str | None
    coordinator: int
    consultant: int
    gatekeeper: int
    liaison: int
    constraint: float | None


class BrokersAnswer(Envelope):
    """``foedus measures influence brokers --json``."""

    kind: Literal["brokers"]
    day: str
    pledge: str
    grouping: str
    states: list[BrokerShape]


class VetoShape(Shape):
    """A body in which a state can stop a decision: one of how many who can, of how many who vote."""

    organ: str
    is_one_of: int
    votes: int


class KeyPlayerShape(Shape):
    """A state with its reasons."""

    state: str
    score: float
    partners: int
    between: float
    vetoes: list[VetoShape]
    hosts: int
    guests: int
    capability: float | None
    reasons: list[str]


class PlayersAnswer(Envelope):
    """``foedus measures influence players --json``."""

    kind: Literal["key-players"]
    day: str
    pledge: str
    figures: str | None
    states: list[KeyPlayerShape]
