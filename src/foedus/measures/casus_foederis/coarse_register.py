"""ATOP's alliances as a register of coarse treaties, on which the engine runs.

Each phase of an alliance is a treaty, in force from the entry of its first member to the exit of its last, as ATOP
dates them (from signature). Each pledge is a clause that the members with the same codes owe to every other member.

A condition becomes a trigger as far as its code says what it means; where the code says only that there is a condition,
the clause has one that is never settled (`Undisclosed`), so that the duty is undetermined or not due, never due:

======================  ===============================================================================================
adversary (``adv``)     met by a state that is named as a threat; else not settled
conflict (``con``)      the war in which it was made, if it was made in one; else not settled
location (``loc``),     not settled: the codes do not say where, which demand, or whether many adversaries are needed
demand (``dem``),       or one only
number (``num``)
provocation (``npr``)   unprovoked
attack (``att``)        the partner is the target; otherwise neutrality is owed in every war of the partner
request (``req``)       requested
``olimob``, ``obvary``  not settled, for every pledge of the member (``obvary`` only where it has several partners)
======================  ===============================================================================================

A code that is missing is a condition that is not settled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from foedus._base.dates import Day, Spell
from foedus._base.errors import BadInput
from foedus.domain import condition as conditions
from foedus.domain.condition import AllOf, AnyOf, Condition, Leaf, Tree
from foedus.domain.evidence import Evidence
from foedus.domain.group import Group
from foedus.domain.treaty import Clause, Instrument, Party, Steps, Treaty
from foedus.domain.vocabulary import ActKind, Obligation, Standing, Strength
from foedus.measures.concordance.alliances import Phase, Row, entry, leave
from foedus.register.register import Register

MAIN = "text"
_EVIDENCE = Evidence("secondary", "atop")
_UNSETTLED = {
    "loc": "in which places",
    "con": "in which conflict",
    "dem": "which demand",
    "num": "how many adversaries",
}


@dataclass(frozen=True, slots=True)
class _Pledge:
    """How a pledge of ATOP becomes a clause.

    Attributes
    ----------
    stem : str
        What the columns of its conditions begin with; empty if it has none.
    """

    column: str
    stem: str
    obligation: Obligation
    strength: Strength
    beneficiary_is: tuple[Standing, ...]
    act: tuple[ActKind, ...]
    conditions: tuple[str, ...]


_ATTACK: tuple[ActKind, ...] = ("armed_attack",)
_PLEDGES = (
    _Pledge(
        "defense", "def", "defend", "unspecified", ("target",), _ATTACK, ("adv", "loc", "con", "num", "dem", "npr")
    ),
    _Pledge(
        "offense",
        "off",
        "offense",
        "unspecified",
        ("target", "attacker", "at_war"),
        _ATTACK,
        ("adv", "loc", "con", "num", "dem"),
    ),
    _Pledge(
        "neutral",
        "neu",
        "neutrality",
        "unspecified",
        ("target", "attacker", "at_war"),
        _ATTACK,
        ("adv", "loc", "con", "num", "dem", "npr"),
    ),
    _Pledge("nonagg", "", "nonaggression", "strict", ("target",), (), ()),
    _Pledge("consul", "con", "consult", "unspecified", ("target", "requester"), (), ("adv", "loc", "con", "req")),
)


def coarse_register(register: Register, alliances: Mapping[int, tuple[Phase, ...]]) -> Register:
    """Return a register of alliances beside the real one, whose actors and classes it shares.

    Parameters
    ----------
    register : Register
        Where states are looked up by their numbers.
    alliances : mapping of int to tuple of Phase
        The phases of each alliance.
    """
    treaties = [coarse_treaty(register, phase) for held in alliances.values() for phase in held]
    return replace(register, treaties={treaty.id: treaty for treaty in treaties}, known_aliases={})


def coarse_treaty(register: Register, phase: Phase) -> Treaty:
    """Return a phase of an alliance as a treaty."""
    states = {row["member"]: state_id(register, row["member"], entry(row)) for row in phase.rows}
    name = f"Alliance {phase.alliance}" + (f", phase {phase.number}" if phase.number else "")
    return Treaty(
        id=treaty_id(phase),
        name=f"{name} (ATOP)",
        aliases=(),
        character="treaty",
        summary="An alliance as its codes tell of it.",
        signed=phase.start,
        in_force=phase.start,
        ended=phase.end,
        instruments=(Instrument(MAIN, "Text", "treaty", phase.start, Spell(phase.start, phase.end), {}),),
        parties=tuple(
            Party(states[row["member"]], "party", entry(row), Spell(entry(row), leave(row))) for row in phase.rows
        ),
        clauses=tuple(_clauses(register, phase, states)),
        sources=(),
        dates_evidence=_EVIDENCE,
    )


def treaty_id(phase: Phase) -> str:
    """Return the id of the treaty that a phase becomes."""
    return f"atop-{phase.alliance}" + (f"-{phase.number}" if phase.number else "")


def state_id(register: Register, number: int, day: Day) -> str:
    """Return the actor with a Correlates of War number on a day; one the register does not have keeps its number."""
    try:
        return register.actors.find(f"cow:{number}", day).id
    except BadInput:
        return f"cow-{number}"


def _clauses(register: Register, phase: Phase, states: Mapping[int, str]) -> Iterator[Clause]:
    for pledge in _PLEDGES:
        owing: dict[tuple[Steps, tuple[Standing, ...]], list[str]] = defaultdict(list)
        for row in phase.rows:
            if row[pledge.column] == 1:
                asked = _steps(register, pledge, row, has_several=len(phase.members) > 2)
                owing[asked].append(states[row["member"]])
        for at, ((steps, standing), members) in enumerate(owing.items(), 1):
            yield Clause(
                id=f"{pledge.column}-{at}",
                article="",
                instrument=MAIN,
                obligation=pledge.obligation,
                strength=pledge.strength,
                owes=Group(states=tuple(dict.fromkeys(members))),
                to=Group(roles=("party",)),
                beneficiary_is=standing,
                summary=f"as ATOP codes {pledge.column}",
                steps=steps,
                evidence=_EVIDENCE,
            )


def _steps(register: Register, pledge: _Pledge, row: Row, *, has_several: bool) -> tuple[Steps, tuple[Standing, ...]]:
    """Return the conditions of a member's pledge, and how the partner must stand."""
    given = {name: row.get(f"{pledge.stem}co{name}") for name in pledge.conditions}
    act: list[Tree] = [Leaf(conditions.ActIs(pledge.act))] if pledge.act else []
    if given.get("npr", 0) != 0:
        unprovoked = Leaf(conditions.Unprovoked(True))
        act.append(unprovoked if given["npr"] else AnyOf((unprovoked, _unsettled("whether provoked"))))
    adversary = _adversary(register, row, given.get("adv", 0))
    if given.get("con") == 1 and row.get("wartime") == 1:
        given["con"] = 0
        adversary.append(Leaf(conditions.AlreadyAtWar(True)))
    open_ones = [words for name, words in _UNSETTLED.items() if name in given and given[name] != 0]
    if row.get("olimob") != 0:
        open_ones.append("a limit of another kind")
    if has_several and row.get("obvary") != 0:
        open_ones.append("towards which partner")
    asked = [Leaf(conditions.Request(conditions.RequestMade("assistance")))] if given.get("req") == 1 else []
    procedure = [*map(_unsettled, open_ones), *asked]
    attacked = row.get("neucoatt") if pledge.column == "neutral" else 0
    procedure += [_unsettled("whether only if the partner is attacked")] if attacked is None else []
    standing: tuple[Standing, ...] = ("target",) if attacked == 1 else pledge.beneficiary_is
    return Steps(_all(act), None, _all(adversary), _all(procedure)), standing


def _adversary(register: Register, row: Row, code: int | None) -> list[Tree]:
    """Return the condition on the adversary, as far as the codes name it."""
    if code == 0:
        return []
    numbers = [row.get(column) or 0 for column in ("statthr1", "statthr2")]
    named = tuple(state_id(register, number, entry(row)) for number in numbers if number > 0)
    if not named or code is None:
        return [_unsettled("which adversaries")]
    those = Leaf(conditions.AdversaryIs(conditions.AdversarySet(states=named)))
    return [AnyOf((those, _unsettled("which other adversaries")))]


def _unsettled(words: str) -> Tree:
    condition: Condition = conditions.Undisclosed(words)
    return Leaf(condition)


def _all(trees: Iterable[Tree]) -> Tree | None:
    branches = tuple(trees)
    if not branches:
        return None
    return branches[0] if len(branches) == 1 else AllOf(branches)
