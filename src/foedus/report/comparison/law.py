"""What is owed on two sides, in rows: duties, states bound to fight, and who may use force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from foedus.assessment.comparison.compare import EventPair
from foedus.assessment.comparison.duties import DutyPair, Standing, StandingPair
from foedus.assessment.comparison.pair import How, Pair
from foedus.assessment.responses import Side
from foedus.domain.finding import Finding, Permission
from foedus.report.comparison.rows import Names, Row, Section, row, section
from foedus.report.groups import ORDER, WEIGHTS, section_of
from foedus.report.outlook.told import Line
from foedus.report.wording import plain

DUTIES = "Who owes what"
BOUND = "Who is bound to fight"
MAY = "May they use force? The general law, beside the treaties"
NO_DUTY = "no such duty"
TO: Mapping[Side, str] = MappingProxyType({"targets": "for the targets", "attackers": "for the attackers"})
STANDS: Mapping[Standing | None, str] = MappingProxyType(
    {
        "due": "bound: due",
        "contested": "bound on one reading, not on another",
        "conditional": "bound once something further happens",
        "undetermined": "not settled: a fact is missing",
        "attacks": "attacks",
        "is attacked": "is attacked",
        None: "not bound",
    }
)
_HOWS: tuple[How, ...] = ("differs", "only in A", "only in B", "not known", "same")


@dataclass(frozen=True, slots=True)
class _Entry:
    """Duties of which the same is told."""

    obligors: frozenset[str]
    beneficiaries: frozenset[str]
    treaty: str
    duties: frozenset[str]
    row: Row


def duties_told(event: EventPair, names: Names) -> Section:
    """Return the duties that are live on a side, those that differ first; the others are counted."""
    live = [one for one in event.duties if one.is_live]
    quiet = [one for one in event.duties if not one.is_live]
    rows = [_row(one, names) for one in _merged([_entry(one) for one in sorted(live, key=_order)])]
    return section(DUTIES, rows, _counted(quiet))


def bound_told(event: EventPair, names: Names) -> Section:
    """Return the states that are bound to fight, those that stand alike on both sides together."""
    gathered: dict[tuple[Side, Pair[Standing | None]], list[StandingPair]] = {}
    for one in event.standing:
        gathered.setdefault((one.to, one.held), []).append(one)
    rows = [
        Row(f"{TO[to]}: {names.states(one.state for one in held)}", STANDS[pair.a], STANDS[pair.b], _how(pair))
        for (to, pair), held in gathered.items()
    ]
    notes = () if rows else (Line("nobody, on either side"),)
    return section(BOUND, rows, notes)


def permitted_told(event: EventPair, names: Names) -> Section:
    """Return who may use force for whom, by the general law."""
    gathered: dict[Row, list[str]] = {}
    for pair in event.permissions:
        one = pair.a or pair.b
        if one is not None:
            told = row(names.state(one.beneficiary), pair, _permitted, "not asked: no duty or right to act")
            gathered.setdefault(told, []).append(one.state)
    rows = [replace(told, label=f"{names.some(states)}, for {told.label}") for told, states in gathered.items()]
    return section(MAY, rows)


def counts(standing: Iterable[StandingPair], to: Side) -> Pair[str]:
    """Return how many states are bound to fight for a party on either side, by status."""
    held = [one.held for one in standing if one.to == to]
    return Pair(_count(one.a for one in held), _count(one.b for one in held))


def _count(standings: Iterable[Standing | None]) -> str:
    found = [one for one in standings if one in {"due", "contested", "conditional", "undetermined"}]
    told = [f"{found.count(one)} {plain(str(one))}" for one in ORDER if one in found]
    return ", ".join(told) or "nobody"


def _how(pair: Pair[Standing | None]) -> How:
    if "undetermined" in {pair.a, pair.b} and pair.differs:
        return "not known"
    return pair.how


def _permitted(permission: Permission) -> str:
    return f"{plain(permission.status)}. {permission.because}"


def _entry(pair: DutyPair) -> _Entry:
    one, apart = pair.any, "strength" in pair.differing
    a, b = (NO_DUTY if held is None else _cell(held, apart) for held in (pair.held.a, pair.held.b))
    change = f"differs in {', '.join(pair.differing)}" if pair.differing and "status" not in pair.differing else ""
    kind = plain("non-aggression" if one.obligation == "nonaggression" else one.obligation)
    words = f"article {one.article}: {kind}" + ("" if apart else f", {plain(one.strength)}")
    told = Row("", a, b, pair.how, change)
    return _Entry(frozenset({one.obligor}), frozenset({one.beneficiary}), one.treaty, frozenset({words}), told)


def _order(pair: DutyPair) -> tuple[int, int, int, str]:
    """Return the place of a duty: what differs first, then the firmest, then duties to fight."""
    firmest = min(ORDER.index(section_of(held)) for held in (pair.held.a, pair.held.b) if held is not None)
    return _HOWS.index(pair.how), firmest, WEIGHTS.index(pair.any.obligation), pair.any.treaty


def _cell(finding: Finding, apart: bool) -> str:
    status = "breached" if section_of(finding) == "breached" else plain(finding.status)
    strength = f", {plain(finding.strength)}" if apart else ""
    dropped = "" if finding.vitality == "live" else ", by the letter of a treaty that practice has dropped"
    waits = f"; waits for {', '.join(finding.conditional_on)}" if _also_waits(finding) else ""
    return f"{status}{strength}{dropped}: {finding.because}{waits}"


def _also_waits(finding: Finding) -> bool:
    return finding.status == "undetermined" and bool(finding.conditional_on)


def _merged(entries: Sequence[_Entry]) -> Sequence[_Entry]:
    """Return the entries, those alike but for obligors together, then those but for duties, then beneficiaries."""
    for field in ("obligors", "duties", "beneficiaries"):
        held: dict[_Entry, set[str]] = {}
        for one in entries:
            held.setdefault(_with(one, field, frozenset()), set()).update(getattr(one, field))
        entries = [_with(one, field, frozenset(found)) for one, found in held.items()]
    return entries


def _with(entry: _Entry, field: str, held: frozenset[str]) -> _Entry:
    changed: dict[str, Any] = {field: held}
    return replace(entry, **changed)


def _row(entry: _Entry, names: Names) -> Row:
    who = f"{names.some(entry.obligors)} → {names.states(entry.beneficiaries)}"
    return replace(entry.row, label=f"{who}: {names.treaty(entry.treaty)}, {'; '.join(sorted(entry.duties))}")


def _counted(quiet: Sequence[DutyPair]) -> Iterator[Line]:
    if quiet:
        other = sum(one.how != "same" for one in quiet)
        reason = f", {other} of them for another reason or on one side only" if other else ""
        yield Line(f"Not due on either side: {len(quiet)} more{reason}; the JSON has them all", "quiet")
