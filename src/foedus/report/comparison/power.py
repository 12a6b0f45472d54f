"""What may come of two sides, in rows: responses, balance, deterrence, bodies, and what decides it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from foedus.assessment.balance import LEFT_OUT, STANDS
from foedus.assessment.band import Band
from foedus.assessment.comparison.compare import EventPair
from foedus.assessment.comparison.pair import Pair
from foedus.assessment.comparison.parts import BEHIND, LensPair, ResponsePair, Seen, shift
from foedus.assessment.deciders import Deciders, Dispute, Fact
from foedus.assessment.decision import Deciding
from foedus.assessment.deterrence import Deterrence
from foedus.assessment.responses import Response
from foedus.assessment.unknown import Unknown
from foedus.report.comparison.rows import SOME, Names, Row, Section, reasons, row, section
from foedus.report.outlook.power import BALANCE, DECIDERS, DETERRENCE, VERDICTS, body_told, needed_told, swing_told
from foedus.report.outlook.power import STANDS as WHO
from foedus.report.outlook.responses import DOES, TITLE
from foedus.report.outlook.told import Line
from foedus.report.wording import plain

DECISIONS = "Time to decide"
CALCULATION: Mapping[str, Callable[[Deterrence], str]] = MappingProxyType(
    {
        "verdict": lambda one: VERDICTS[one.verdict],
        "attack is worth, if nobody comes": lambda one: f"{one.alone:.2f}",
        "attack is worth, as the bands have it": lambda one: f"{one.expected[0]:.2f} to {one.expected[1]:.2f}",
        "attack is worth, if all come": lambda one: f"{one.sure:.2f}",
        "leaving things as they are is worth": lambda one: f"{one.status_quo:.2f}",
        "reckoned through": lambda one: one.lens,
    }
)
"""The rows of the challenger's calculation."""


def responses_told(event: EventPair, names: Names) -> Section:
    """Return the bands by treaty, those with a duty to fight first, treaties to stay out of it together."""
    fights = [one for one in event.responses if _fights(one)]
    neutral = [one for one in event.responses if not _fights(one)]
    rows = [*(_response(one, names) for one in fights), *_staying(neutral, names)]
    return section(TITLE, rows, reasons(event.parts["responses"]))


def balance_told(event: EventPair, _: Names) -> Section:
    """Return multiples of the attackers' capability, lens by lens, and their sources."""
    notes = [*_unseen(event.lenses), *_sources(event.lenses)]
    rows = [one for lens in event.lenses for one in _through(lens)]
    return section(BALANCE, rows, notes, is_short=True)


def deterrence_told(event: EventPair, _: Names) -> Section:
    """Return the challenger's calculation."""
    held: Pair[Deterrence | Unknown] = event.parts["deterrence"]
    rows = [row(label, held, tell) for label, tell in CALCULATION.items()]
    rows.append(row("what it would take", held, needed_in_short))
    return section(DETERRENCE, rows, reasons(held))


def decisions_told(event: EventPair, names: Names) -> Section:
    """Return the bodies that decide."""
    rows = [row(names.treaty(one.treaty), one.held, body_told) for one in event.bodies]
    return section(DECISIONS, rows, reasons(event.parts["decisions"]))


def deciders_told(event: EventPair, names: Names) -> Section:
    """Return the facts, readings and assumptions on which the answers hang."""
    held: Pair[Deciders | Unknown] = event.parts["deciders"]
    swing = held.each(lambda one: one if isinstance(one, Unknown) else one.swing)
    rows = [
        *(_fact(one) for one in event.facts),
        *(_dispute(one, names) for one in event.disputes),
        *([] if swing == Pair(None, None) else [row("the assumption that tells most", swing, swing_told)]),
    ]
    return section(DECIDERS, rows, reasons(held))


def times_told(one: Seen, stand: str) -> str:
    """Return a multiple of the attackers' capability."""
    return f"{one.times[stand]:.2f}"


def needed_in_short(one: Deterrence) -> str:
    """Return with how much probability allies would have to come, if any are known."""
    return needed_told(one) if one.blocks else "nobody is known to owe the target a fight"


def body_in_short(one: Deciding) -> str:
    """Return a body with the days in which it has decided one time in two."""
    found = one.decision
    if found.rule.rule == "self_judging":
        return f"{found.organ.name}: each member for itself"
    return f"{found.organ.name}: one time in two within {found.delay.quantiles[1]:.0f} days"


def band_told(response: Response) -> str:
    """Return the band of a treaty with the cases of its like; why there is none, if there is none."""
    held = response.likelihood
    if isinstance(held, Unknown):
        return f"not known: {held.reason}"
    of = held.reference
    most = (
        f"; up to {100 * held.untested.high:.0f} % with those never tested" if isinstance(held.untested, Band) else ""
    )
    return f"{held.band.numbers}, {held.band.words}; of its like {of.happened} of {of.cases} kept{most}"


def _fights(pair: ResponsePair) -> bool:
    return any(isinstance(one, Response) and one.fights for one in (pair.held.a, pair.held.b))


def _response(pair: ResponsePair, names: Names) -> Row:
    told = row(names.treaty(pair.treaty), pair.held, lambda one: f"{_duties(one)}: {band_told(one)}")
    return replace(told, change=_change(pair) if told.how == "differs" else "")


def _duties(response: Response) -> str:
    return "; ".join(
        f"{len(duty.obligors)} to {DOES[duty.obligation]} ({plain(duty.status)})" for duty in response.duties
    )


def _change(pair: ResponsePair) -> str:
    a, b = pair.tested.a, pair.tested.b
    if not (isinstance(a, Band) and isinstance(b, Band)):
        return ""
    moved = shift(Pair(a, b))
    return "who is bound differs, the band does not" if moved == "same" else f"the band is {moved} in B"


def _staying(pairs: Sequence[ResponsePair], names: Names) -> Iterator[Row]:
    """Yield the treaties under which states are to stay out of it, those of which the same is told together."""
    gathered: dict[Row, list[str]] = {}
    for pair in pairs:
        gathered.setdefault(row("", pair.held, _neutral), []).append(names.treaty(pair.treaty))
    for told, treaties in gathered.items():
        called = "; ".join(treaties) if len(treaties) <= SOME else f"{len(treaties)} treaties"
        yield replace(told, label=f"neutrality: {called}")


def _neutral(response: Response) -> str:
    statuses = ", ".join(dict.fromkeys(plain(duty.status) for duty in response.duties))
    return f"{statuses}: {band_told(response)}"


def _through(lens: LensPair) -> Iterator[Row]:
    """Yield a row for each who may stand against the attackers, and one for those behind them if there are any."""
    known = [one for one in (lens.held.a, lens.held.b) if isinstance(one, Seen)]
    heading = known[0].heading
    for stand, who in (*zip(STANDS, WHO, strict=True), (BEHIND, "owe the attackers")):
        waits = stand != STANDS[-1] or any(one.times[STANDS[-1]] != one.times[STANDS[-2]] for one in known)
        if waits and (stand != BEHIND or any(one.times[BEHIND] for one in known)):
            yield row(f"{heading}: {who}", lens.held, partial(times_told, stand=stand))


def _unseen(lenses: Sequence[LensPair]) -> Iterator[Line]:
    gathered = dict.fromkeys(line for one in lenses for line in reasons(one.held))
    yield from gathered


def _sources(lenses: Sequence[LensPair]) -> Iterator[Line]:
    known = [one for lens in lenses for one in (lens.held.a, lens.held.b) if isinstance(one, Seen)]
    if known:
        first, last = min(one.years[0] for one in known), max(one.years[1] for one in known)
        sources = "; ".join(sorted({one.source for one in known}))
        yield Line(f"{sources}; figures of {first} to {last}. Left out: {', '.join(LEFT_OUT)}", "quiet")


def _fact(pair: Pair[Fact | Unknown | None]) -> Row:
    field = next(one.field for one in (pair.a, pair.b) if isinstance(one, Fact))
    return row(f"the fact {field}", pair, _asked, "not asked for")


def _asked(fact: Fact) -> str:
    what = "a duty to fight" if fact.to_fight else "a duty"
    count = len(fact.treaties)
    return f"{what} hangs on it, under {count} {'treaty' if count == 1 else 'treaties'}"


def _dispute(pair: Pair[Dispute | Unknown | None], names: Names) -> Row:
    one = next(one for one in (pair.a, pair.b) if isinstance(one, Dispute))
    readings = "; ".join(f"“{each.reading}”: {plain(each.status)}" for each in one.readings)
    label = f"the reading of {names.treaty(one.treaty)}, article {one.article} ({readings})"
    return row(label, pair, lambda held: names.states(held.obligors), "no such dispute")
