"""Which alliance of ATOP a treaty of the register corresponds to.

The rule. A treaty and a phase of an alliance are candidates for each other if they were signed within 31 days of each
other (which bridges the thirteen days of Old Style), at least two states founded both, and the common founders are at
least half of all (Jaccard); or if they were signed within a year and the common founders are at least three quarters.
Of several candidates the best has, in this order: signatures within 31 days, the larger share of common founders, the
nearer signature. Two that tie make the treaty ambiguous. A phase belongs to the treaty it fits best; two treaties that
tie for it are both ambiguous. Later phases of the alliance that begin while the treaty was law, and that no other
treaty takes, correspond to it as well.

Nothing is dropped in silence: what is ambiguous or unmatched is listed with the reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from foedus._base.dates import Day
from foedus.domain.treaty import Treaty
from foedus.measures.concordance.alliances import Phase, apart
from foedus.register.register import Register

MONTH = 31
YEAR = 366
LEAST_COMMON, LEAST_COMMON_IF_FAR = 0.5, 0.75


@dataclass(frozen=True, slots=True)
class Pair:
    """A treaty and the phases that correspond to it.

    Attributes
    ----------
    common : float
        The share of founders that both have.
    gap : int
        Days between the signatures.
    """

    treaty: Treaty
    phases: tuple[Phase, ...]
    common: float
    gap: int

    @property
    def alliance(self) -> int:
        """The number of the alliance."""
        return self.phases[0].alliance


@dataclass(frozen=True, slots=True)
class Left:
    """A treaty or alliance without a counterpart, and why."""

    id: str
    why: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """What corresponds, and what does not."""

    pairs: tuple[Pair, ...]
    ambiguous: tuple[Left, ...]
    treaties_left: tuple[Left, ...]
    alliances_left: tuple[Left, ...]


class _Rank(NamedTuple):
    """How well a phase fits a treaty; the least is best."""

    is_far: bool
    unlike: float
    gap: int


@dataclass(frozen=True, slots=True)
class _Candidate:
    treaty: Treaty
    phase: Phase
    rank: _Rank


def state_numbers(register: Register, treaty: Treaty) -> dict[str, int]:
    """Return the Correlates of War numbers of a treaty's parties, by actor id; those without one are left out."""
    numbers: dict[str, int] = {}
    for state, places in treaty.spells_of.items():
        actor = register.actors.get(state)
        number = actor.number_on("cow", places[0].signed or treaty.signed) if actor else None
        if number is not None:
            numbers[state] = number
    return numbers


def founders(register: Register, treaty: Treaty) -> frozenset[int]:
    """Return the numbers of the parties that signed within a month of the treaty."""
    numbers = state_numbers(register, treaty)
    return frozenset(
        numbers[party.state]
        for party in treaty.parties
        if party.state in numbers and party.signed and apart(party.signed, treaty.signed) <= MONTH
    )


def pair(
    register: Register,
    treaties: Iterable[Treaty],
    alliances: Mapping[int, tuple[Phase, ...]],
    years: tuple[int, int],
) -> Pairing:
    """Return which alliances correspond to treaties, by the rule of this module.

    Parameters
    ----------
    register : Register
        Where the numbers of states are from.
    treaties : iterable of Treaty
        Those to pair.
    alliances : mapping of int to tuple of Phase
        The phases of each alliance.
    years : tuple of int
        First and last year that the alliances cover.
    """
    asked = sorted(treaties, key=lambda treaty: (treaty.signed, treaty.id))
    candidates = {treaty.id: _candidates(register, treaty, alliances) for treaty in asked}
    chosen, ambiguous, left = _choose(asked, candidates)
    left = [replace(one, why=_why_left(register, register.treaties[one.id], years)) for one in left]
    taken, also_ambiguous, outdone = _settle(chosen)
    pairs = _with_later_phases(taken, alliances)
    met = {held.alliance for held in pairs}
    unmet = [Left(str(number), _called(held)) for number, held in sorted(alliances.items()) if number not in met]
    return Pairing(pairs, (*ambiguous, *also_ambiguous), (*left, *outdone), tuple(unmet))


def _candidates(register: Register, treaty: Treaty, alliances: Mapping[int, tuple[Phase, ...]]) -> list[_Candidate]:
    own = founders(register, treaty)
    found = []
    for held in alliances.values():
        for phase in held:
            gap, common = apart(treaty.signed, phase.start), own & phase.founders
            share = len(common) / len(own | phase.founders) if common else 0.0
            least = LEAST_COMMON if gap <= MONTH else LEAST_COMMON_IF_FAR
            if gap <= YEAR and len(common) >= 2 and share >= least:
                found.append(_Candidate(treaty, phase, _Rank(gap > MONTH, -share, gap)))
    return sorted(found, key=lambda one: (one.rank, one.phase.alliance, one.phase.number))


def _choose(
    asked: list[Treaty], candidates: Mapping[str, list[_Candidate]]
) -> tuple[list[_Candidate], list[Left], list[Left]]:
    chosen: list[_Candidate] = []
    ambiguous: list[Left] = []
    left: list[Left] = []
    for treaty in asked:
        fitting = candidates[treaty.id]
        best = [one for one in fitting if one.rank == fitting[0].rank]
        if not best:
            left.append(Left(treaty.id, ""))
        elif len(best) > 1:
            names = ", ".join(_named(one.phase) for one in best)
            ambiguous.append(Left(treaty.id, f"fits {names} equally well"))
        else:
            chosen.append(best[0])
    return chosen, ambiguous, left


def _why_left(register: Register, treaty: Treaty, years: tuple[int, int]) -> str:
    if not years[0] <= treaty.signed.year <= years[1]:
        return f"signed outside the years of the data, {years[0]} to {years[1]}"
    if len(founders(register, treaty)) < 2:
        return "fewer than two of its founders have a number of the Correlates of War project"
    return "no alliance with enough of its founders was signed within a year of it"


def _settle(chosen: list[_Candidate]) -> tuple[list[_Candidate], list[Left], list[Left]]:
    """Give each phase to the treaty that it fits best."""
    rivals: dict[tuple[int, int], list[_Candidate]] = defaultdict(list)
    for one in chosen:
        rivals[one.phase.alliance, one.phase.number].append(one)
    taken: list[_Candidate] = []
    ambiguous: list[Left] = []
    outdone: list[Left] = []
    for held in rivals.values():
        best = [one for one in held if one.rank == min(held, key=lambda other: other.rank).rank]
        if len(best) == 1:
            taken.append(best[0])
        else:
            names = " and ".join(one.treaty.id for one in best)
            ambiguous.extend(Left(one.treaty.id, f"{_named(one.phase)} fits {names} equally well") for one in best)
        beaten = (one.treaty.id for one in held if one not in best)
        outdone.extend(
            Left(treaty_id, f"{_named(best[0].phase)} fits {best[0].treaty.id} better") for treaty_id in beaten
        )
    return taken, ambiguous, outdone


def _with_later_phases(taken: list[_Candidate], alliances: Mapping[int, tuple[Phase, ...]]) -> tuple[Pair, ...]:
    begun = {(one.phase.alliance, one.phase.number) for one in taken}
    pairs = []
    for one in taken:
        later: list[Phase] = []
        for phase in alliances[one.phase.alliance]:
            if phase.start <= one.phase.start:
                continue
            if (phase.alliance, phase.number) in begun or not _was_law(one.treaty, phase.start):
                break
            later.append(phase)
        pairs.append(Pair(one.treaty, (one.phase, *later), -one.rank.unlike, one.rank.gap))
    return tuple(sorted(pairs, key=lambda held: held.treaty.id))


def _was_law(treaty: Treaty, day: Day) -> bool:
    return treaty.ended is None or day.first <= treaty.ended.last


def _named(phase: Phase) -> str:
    return f"{phase.alliance}" + (f" phase {phase.number}" if phase.number else "")


def _called(held: tuple[Phase, ...]) -> str:
    members = sorted(held[0].members)
    shown = ", ".join(map(str, members[:6])) + (" …" if len(members) > 6 else "")
    return f"signed {held[0].start.iso()} by {shown}"
