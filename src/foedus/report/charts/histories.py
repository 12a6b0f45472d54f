"""Treaties over the years, and who was bound by one, joined it and left it, drawn from the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from foedus._base.dates import Day, Spell
from foedus.domain.treaty import Party, Treaty
from foedus.register.register import Register
from foedus.report.charts.chart import Chart
from foedus.report.charts.pledge_looks import LOOKS, strongest_of
from foedus.report.charts.series import Uncovered
from foedus.report.charts.spells import Bound, spells
from foedus.report.charts.theme import Words
from foedus.report.timeline import Row

PARTY = "party"
_ROLES = {
    PARTY: ("#0b4f8a", ""),
    "guarantor": ("#d55e00", "G"),
    "protected": ("#e8b23a", "P"),
    "associated": ("#8fc1e3", "A"),
    "another role": ("#b9a7c7", "O"),
}


def source_of(register: Register) -> str:
    """Return the words that name the register as a source."""
    edition = register.edition
    return f"Foedus register {edition.version}, kept to {edition.cutoff}"


def day_notes(register: Register, day: Day, choice: str) -> Iterator[str]:
    """Yield what the register does not cover of a day: its early days are a choice, its cut-off is its end.

    Parameters
    ----------
    choice : str
        What it holds of early days, and what may therefore be missing: "a choice of treaties: an empty square".
    """
    edition = register.edition
    if edition.covers_since and day < Day.parse(edition.covers_since):
        yield f"Before {Day.parse(edition.covers_since).year} the register holds {choice} may not be covered."
    if edition.cutoff and day > Day.parse(edition.cutoff):
        yield f"What was signed, joined or left after {edition.cutoff} is not covered."


def coverage_note(register: Register, years: range) -> str:
    """Return what the register does not cover of some years; empty if it covers them."""
    since = register.edition.covers_since
    if since and years[0] < Day.parse(since).year:
        return (
            f"Before {Day.parse(since).year} the register holds a choice of treaties: a gap is not covered, not empty"
        )
    return "" if since else "The register holds a choice of treaties: a gap is not covered, not empty"


def after_cutoff(register: Register, years: range) -> tuple[Uncovered, ...]:
    """Return the years after the register's cut-off among some years."""
    last = Day.parse(register.edition.cutoff).year if register.edition.cutoff else years[-1]
    return (Uncovered(max(last + 1, years[0]), years[-1], "not covered"),) if years[-1] > last else ()


def treaties_over_time(register: Register, rows: Sequence[Row], years: range, title: str) -> Chart:
    """Return treaties as bars, oldest first, each in the colour and with the letter of its strongest pledge."""
    held = [
        Bound(row.treaty.name, known.spell, strongest_of(row.treaty), _faint(row.treaty), mark=row.treaty.id)
        for row in rows
        for known in row.spells
    ]
    words = Words(title, "by the strongest pledge of the treaty", source_of(register), coverage_note(register, years))
    words = words.noting("Pale: dormant or a dead letter. Dashed: date in doubt. Arrow: still law")
    return spells(held, words, years, LOOKS, after_cutoff(register, years))


def _faint(treaty: Treaty) -> tuple[Spell, ...]:
    return tuple(state.spell for state in treaty.vitality if state.grade != "live")


def parties_over_time(register: Register, treaties: Sequence[Treaty], years: range, title: str) -> Chart:
    """Return the parties of treaties as bars, in the order in which they were bound; who left is marked with why."""
    held = [bound for treaty in treaties for bound in _parties(register, treaty, heading=len(treaties) > 1)]
    never = [
        register.actors[party.state].name_on(party.signed or treaty.signed)
        for treaty in treaties
        for party in treaty.parties
        if party.bound is None
    ]
    note = f"Signed or invited, never bound: {', '.join(dict.fromkeys(never))}" if never else ""
    words = Words(title, "years in which each was bound; arrow: still bound", source_of(register), note)
    return spells(held, words, years, _ROLES, after_cutoff(register, years))


def _parties(register: Register, treaty: Treaty, *, heading: bool) -> Iterable[Bound]:
    dated = [
        party
        for party in treaty.parties
        if party.bound and party.bound.start and party.bound.start.precision != "unknown"
    ]
    for party in sorted(dated, key=lambda party: (_start(party), register.actors[party.state].names[-1].text)):
        end = party.bound.end if party.bound else None
        left = _left(party, treaty, end)
        name = register.actors[party.state].name_on(Day.from_number(_start(party)))
        spell = Spell(party.bound.start if party.bound else None, end or treaty.ended)
        kind = party.role if party.role in _ROLES else "another role"
        yield Bound(name, spell, kind, _faint(treaty), left, treaty.name if heading else "")


def _start(party: Party) -> int:
    return party.bound.start.first if party.bound and party.bound.start else 0


def _left(party: Party, treaty: Treaty, end: Day | None) -> str:
    """Return how a party left before the treaty ended; empty if it stayed."""
    if end is None or (treaty.ended and end.last >= treaty.ended.first):
        return ""
    return f"× {_MANNERS.get(party.how_ended, party.how_ended or 'left')} {end.year}"


_MANNERS = {"replaced": "succeeded by another", "extinction": "state ended"}
