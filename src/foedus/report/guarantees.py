"""Guarantees laid out for readers: a table of rows, counts, and what changed between two answers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from foedus.domain.vocabulary import Obligation, Status
from foedus.obligations.compiled.truths import STATUSES
from foedus.obligations.guarantee_changes import Change
from foedus.obligations.guarantees import Guarantees
from foedus.register.register import Register

COLUMNS = (
    "attacker",
    "attacker_ccode",
    "target",
    "target_ccode",
    "obligor",
    "obligor_ccode",
    "beneficiary",
    "beneficiary_ccode",
    "treaty",
    "clause",
    "obligation",
    "strength",
    "status",
)
"""The columns of the table; a ``ccode`` is the number in the Correlates of War state system, empty if there is none."""

Cell = str | int | None

PAGE = 50_000


def rows(held: Guarantees, register: Register) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of the table in the order of `COLUMNS`, sorted by attacker, target, treaty, clause, obligor."""
    told = [_told(register, actor, held) for actor in held.actors]
    duties = [
        (treaty.id, clause.id, _kind(clause.obligation), clause.strength) for treaty, clause in held.statuses.clauses
    ]
    attacker, target = held.attacker.tolist(), held.target.tolist()
    ordered = held.sorted().statuses
    for start in range(0, len(ordered), PAGE):
        page = ordered.at(slice(start, start + PAGE))
        columns = (page.event, page.obligor, page.beneficiary, page.clause, page.status)
        for event, obligor, beneficiary, duty, status in zip(*(one.tolist() for one in columns), strict=True):
            states = (attacker[event], target[event], obligor, beneficiary)
            yield *(cell for state in states for cell in told[state]), *duties[duty], STATUSES[status]


def _told(register: Register, actor_id: str, held: Guarantees) -> tuple[str, int | None]:
    actor = register.actors[actor_id]
    return actor.name_on(held.day), actor.number_on("cow", held.day)


def _kind(obligation: Obligation) -> str:
    return "nonaggression_breached" if obligation == "nonaggression" else obligation


@dataclass(frozen=True, slots=True)
class Summary:
    """Guarantees in numbers.

    Attributes
    ----------
    counts : mapping of (obligation, status) to int
        Findings of each kind.
    defenders : sequence of (state, int)
        For each state, by how many it is owed defence (due) by whoever it is attacked: the least over all attackers
        outside its alliances; most first.
    """

    states: int
    attacks: int
    counts: dict[tuple[Obligation, Status], int]
    defenders: tuple[tuple[str, int], ...]

    @property
    def undefended(self) -> tuple[str, ...]:
        """The states to whom nobody owes defence against anyone."""
        return tuple(state for state, count in self.defenders if not count)


def summary(held: Guarantees) -> Summary:
    """Return guarantees in numbers."""
    found = held.statuses
    obligations = [clause.obligation for _, clause in found.clauses]
    pairs = Counter(zip(found.clause.tolist(), found.status.tolist(), strict=True))
    counts: Counter[tuple[Obligation, Status]] = Counter()
    for (duty, status), count in pairs.items():
        counts[obligations[duty], STATUSES[status]] += count
    defenders: dict[str, set[str]] = {held.actors[code]: set() for code in set(held.target.tolist())}
    pledged = {number for number, kind in enumerate(obligations) if kind == "defend"}
    seen = set(
        zip(
            found.beneficiary.tolist(),
            found.obligor.tolist(),
            found.clause.tolist(),
            found.status.tolist(),
            strict=True,
        )
    )
    for beneficiary, obligor, duty, status in seen:
        if duty in pledged and STATUSES[status] == "due" and held.actors[beneficiary] in defenders:
            defenders[held.actors[beneficiary]].add(held.actors[obligor])
    ranked = sorted(((state, len(by)) for state, by in defenders.items()), key=lambda one: (-one[1], one[0]))
    return Summary(len(defenders), len(held.attacker), dict(counts), tuple(ranked))


@dataclass(frozen=True, slots=True)
class Shift:
    """What changed under one clause around one state.

    Attributes
    ----------
    owed_by, owes_to : tuple of str
        Who owes the state, and to whom it owes, in some attack now and not before (or the other way round).
    """

    treaty: str
    clause: str
    obligation: Obligation
    before: Status | None
    after: Status | None
    state: str
    owed_by: tuple[str, ...]
    owes_to: tuple[str, ...]


def shifts(found: Iterable[Change]) -> list[Shift]:
    """Gather changes around the states that most of them touch, clause by clause."""
    groups: dict[tuple[str, str, Obligation, Status | None, Status | None], set[tuple[str, str]]] = defaultdict(set)
    for one in found:
        groups[one.treaty, one.clause, one.obligation, one.before, one.after].add((one.obligor, one.beneficiary))
    return [Shift(*duty, *told) for duty, pairs in sorted(groups.items(), key=_in_order) for told in _around(pairs)]


def _in_order(item: tuple[tuple[str, str, Obligation, Status | None, Status | None], object]) -> tuple[str, ...]:
    treaty, clause, _, before, after = item[0]
    return treaty, clause, before or "", after or ""


def _around(pairs: set[tuple[str, str]]) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Yield the state that most pairs share, with the others of each pair, until every pair is told."""
    left = set(pairs)
    while left:
        shared = Counter(state for pair in left for state in pair)
        state = min(shared, key=lambda one: (-shared[one], one))
        owed_by = sorted(obligor for obligor, beneficiary in left if beneficiary == state)
        owes_to = sorted(beneficiary for obligor, beneficiary in left if obligor == state)
        yield state, tuple(owed_by), tuple(owes_to)
        left = {pair for pair in left if state not in pair}


def change_rows(
    found: Sequence[Change], register: Register, before: Guarantees, after: Guarantees
) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of a table of changes, in the order of `CHANGE_COLUMNS`."""
    told: dict[str, tuple[str, int | None]] = {}
    for actor in after.actors:
        held = after if register.actors[actor].existed_on(after.day) else before
        told[actor] = _told(register, actor, held)
    for one in found:
        states = (one.attacker, one.target, one.obligor, one.beneficiary)
        cells = (cell for state in states for cell in told[state])
        yield *cells, one.treaty, one.clause, _kind(one.obligation), one.before, one.after


CHANGE_COLUMNS = (*COLUMNS[:-2], "before", "after")
"""The columns of a table of changes; an empty status is one that is not due, or an attack that could not be."""
