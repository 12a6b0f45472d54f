"""A chain of alliances followed through: who comes in, beside whom, under which clause, round by round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from foedus.domain.contingency import Event
from foedus.domain.finding import Finding

Mode = Literal["letter", "all-pledges", "as-entered"]

_BOUND = "If every pledge were honoured and nobody else moved: a legal bound, not a forecast."
LABELS: Mapping[Mode, str] = MappingProxyType(
    {
        "letter": _BOUND,
        "all-pledges": _BOUND,
        "as-entered": "As the listed states came in, with the duties that called for it: the law, not a forecast.",
    }
)
"""What an answer is and is not, by mode."""


@dataclass(frozen=True, slots=True)
class Move:
    """A state that comes in.

    Attributes
    ----------
    beside, against : tuple of str
        For whom and against whom it fights.
    duties : tuple of Finding
        What obliges it; empty for one that came in without a duty.
    in_the_way : tuple of str
        Its own duties towards those it would fight, in words.
    """

    state: str
    beside: tuple[str, ...]
    against: tuple[str, ...]
    duties: tuple[Finding, ...]
    in_the_way: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """One step of the chain: the events it starts from and the moves they lead to.

    Attributes
    ----------
    torn : tuple of str
        States whose duties would set them on both sides, in words.
    uncalled : tuple of Finding
        Duties to fight that are due by now, of states that had not come in (as entered only).
    """

    number: int
    events: tuple[Event, ...]
    moves: tuple[Move, ...]
    torn: tuple[str, ...] = ()
    uncalled: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """One course of the chain; `choices` says what states with conflicting duties did in it."""

    choices: tuple[str, ...]
    rounds: tuple[Round, ...]
    belligerents: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cascade:
    """Every course of the chain.

    Attributes
    ----------
    is_cut : bool
        Whether it was cut at the limit of rounds or courses; there may be more.
    undetermined : tuple of Finding
        Duties to fight that the contingency leaves undetermined, and that no course follows (none as entered).
    """

    mode: Mode
    branches: tuple[Branch, ...]
    is_cut: bool = False
    undetermined: tuple[Finding, ...] = ()

    @property
    def left_open(self) -> tuple[str, ...]:
        """The states of those duties, but for those that come in in every course all the same."""
        come = [{move.state for one in branch.rounds for move in one.moves} for branch in self.branches]
        always = set.intersection(*come) if come else set()
        return tuple(sorted({duty.obligor for duty in self.undetermined} - always))

    @property
    def label(self) -> str:
        """What the answer is and is not."""
        return LABELS[self.mode]
