"""Find what is wrong with treaty files beside each other: names used twice, duplicates, and chains that do not hold.

A *chain* is a treaty and what it replaces. What contradicts itself is a fault. What only needs a word of explanation is
a warning: a gap or an overlap, which ``succession_note`` explains, and a link that only one of two treaties names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from foedus._base.dates import Day
from foedus._base.documents import Path_
from foedus._base.errors import Fault
from foedus.domain.treaty import Party, Treaty
from foedus.register.decode import decode_treaty
from foedus.register.files import TreatyFile
from foedus.register.gazetteer import folded
from foedus.register.register import Register

SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The files under examination among the treaties of the register."""

    register: Register
    files: Sequence[TreatyFile]
    treaties: Mapping[str, Treaty]

    def find(self, name: str) -> Treaty | None:
        """Return a treaty by its id or an alias; None for one that is not held."""
        return self.treaties.get(name) or self.treaties.get(self.register.aliases.get(name, ""))

    def links(self, file: TreatyFile) -> Iterator[tuple[Path_, Treaty, Treaty]]:
        """Yield each link of a chain the file names: its place, the older treaty and the newer one."""
        own = self.treaties[file.checked["id"]]
        for key in ("replaces", "replaced_by"):
            for at, name in enumerate(file.checked.get(key, ())):
                other = self.find(name)
                if other is not None:
                    yield ((key, at), other, own) if key == "replaces" else ((key, at), own, other)


def check_together(files: Sequence[TreatyFile], register: Register) -> Iterator[Fault]:
    """Yield what contradicts itself among some files and the treaties of the register."""
    yield from _ask(files, register, FAULTS)


def warn_together(files: Sequence[TreatyFile], register: Register) -> Iterator[Fault]:
    """Yield what is not explained among some files and the treaties of the register."""
    yield from _ask(files, register, WARNINGS)


def _ask(files: Sequence[TreatyFile], register: Register, questions: Sequence[_Question]) -> Iterator[Fault]:
    decoded = {file.checked["id"]: decode_treaty(file.checked) for file in files}
    shelf = _Shelf(register, files, {**register.treaties, **decoded})
    for question in questions:
        yield from question(shelf)


_Question = Callable[[_Shelf], Iterator[Fault]]


def _names_are_used_once(shelf: _Shelf) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for file in shelf.files:
        aliases = [(("aliases", at), alias) for at, alias in enumerate(file.checked.get("aliases", ()))]
        for path, name in [(("id",), file.checked["id"]), *aliases]:
            where = file.document.where(path)
            if name in first:
                what = f"the id {name!r} is used in {first[name]} too"
                yield Fault(what, where, "an id or alias of its own", "keep it in one of the two places")
            first.setdefault(name, where)


def _is_no_duplicate(shelf: _Shelf) -> Iterator[Fault]:
    """Whether another treaty has the title, the day of signature and the parties of this one."""
    held: dict[tuple[str, Day, frozenset[str]], str] = {}
    for treaty in shelf.treaties.values():
        held.setdefault(_likeness(treaty), treaty.id)
    for file in shelf.files:
        treaty = shelf.treaties[file.checked["id"]]
        other = held[_likeness(treaty)]
        if other != treaty.id:
            what = f"{other} has the same title, day of signature and parties"
            yield Fault(what, file.document.where(("name",)), "one file a treaty", "merge the two, or name them apart")


def _likeness(treaty: Treaty) -> tuple[str, Day, frozenset[str]]:
    return folded(treaty.name), treaty.signed, frozenset(party.state for party in treaty.parties)


def _successors_are_later(shelf: _Shelf) -> Iterator[Fault]:
    for file in shelf.files:
        for path, old, new in shelf.links(file):
            if new.signed.last < old.signed.first:
                what = f"{new.id} (signed {new.signed}) would replace {old.id}, which was signed later ({old.signed})"
                allowed = "a treaty signed on that day or before"
                yield Fault(what, file.document.where(path), allowed, "turn the link round, or take it out")


def _chains_have_an_end(shelf: _Shelf) -> Iterator[Fault]:
    for file in shelf.files:
        own = file.checked["id"]
        if own in _before(own, shelf):
            key = "replaces" if file.checked.get("replaces") else "replaced_by"
            what = f"following what it replaces leads back to {own}"
            yield Fault(what, file.document.where((key,)), "a chain with a first treaty", "take one of its links out")


def _before(own: str, shelf: _Shelf) -> set[str]:
    """Return the ids of all treaties that lie before one in its chain, by whichever side names the link."""
    older: dict[str, set[str]] = {}
    for treaty in shelf.treaties.values():
        for name in treaty.replaces:
            older.setdefault(treaty.id, set()).add(name if (one := shelf.find(name)) is None else one.id)
        for name in treaty.replaced_by:
            older.setdefault(name if (one := shelf.find(name)) is None else one.id, set()).add(treaty.id)
    seen: set[str] = set()
    waiting = [own]
    while waiting:
        fresh = older.get(waiting.pop(), set()) - seen
        seen |= fresh
        waiting.extend(fresh)
    return seen


def _parties_succeed_parties(shelf: _Shelf) -> Iterator[Fault]:
    """Whether one that steps into another's place finds it held before, and given up."""
    for file, path, party, places in _steps_into(shelf):
        name = party.succeeds
        where = file.document.where(path)
        if name == party.state:
            yield Fault(f"{name} would succeed itself", where, "another state", "take it out")
        elif any(place.succeeds == party.state for place in places):
            yield Fault(
                f"{party.state} and {name} succeed each other", where, "a first party", "take one of the two out"
            )
        elif not places:
            yield Fault(f"{name} is no party of this treaty", where, "a state listed among the parties", f"list {name}")
        elif all(place.bound and party.bound and place.bound.overlaps(party.bound) for place in places):
            what = f"{name} was still bound ({places[-1].bound}) when {party.state} took its place ({party.bound})"
            yield Fault(what, where, "a place that has ended", "give the earlier place an end (until)")


def _steps_into(shelf: _Shelf) -> Iterator[tuple[TreatyFile, Path_, Party, list[Party]]]:
    for file in shelf.files:
        treaty = shelf.treaties[file.checked["id"]]
        parties = iter(treaty.parties)
        for position, part in enumerate(file.checked["parties"]):
            for _ in part["states"]:
                party = next(parties)
                if party.succeeds:
                    places = [place for place in treaty.places_of(party.succeeds) if place is not party]
                    yield file, ("parties", position, "succeeds"), party, places


def _links_are_named_by_both(shelf: _Shelf) -> Iterator[Fault]:
    for file in shelf.files:
        for path, old, new in shelf.links(file):
            key, silent, name = ("replaced_by", old, new) if path[0] == "replaces" else ("replaces", new, old)
            if name.id not in {one.id for one in map(shelf.find, getattr(silent, key)) if one}:
                what = f"{silent.id} does not name {name.id} in its {key}"
                yield Fault(what, file.document.where(path), remedy=f"write {key}: [{name.id}] in {silent.id}.yaml")


def _spells_meet(shelf: _Shelf) -> Iterator[Fault]:
    """Whether each state passes from the older treaty to the newer one without a gap or an overlap."""
    for file in shelf.files:
        for path, old, new in shelf.links(file):
            if path[0] == "replaces" and "succession_note" not in file.checked:
                for what in _seams(old, new):
                    remedy = "explain it in succession_note, or correct the dates"
                    yield Fault(what, file.document.where(path), "spells that meet", remedy)


def _seams(old: Treaty, new: Treaty) -> Iterator[str]:
    states: dict[str, list[str]] = {}
    for state in old.spells_of:
        what = _seam(old.places_of(state)[-1], new.places_of(state)[:1], old, new)
        if what:
            states.setdefault(what, []).append(state)
    for what, named in states.items():
        more = f" and {len(named) - SHOWN} more" if len(named) > SHOWN else ""
        yield f"{', '.join(named[:SHOWN])}{more}: {what}"


def _seam(last: Party, first: Sequence[Party], old: Treaty, new: Treaty) -> str:
    """Return what parts or doubles a state's places under two treaties; a date that is in doubt proves nothing."""
    if not first or last.bound is None or first[0].bound is None or first[0].bound.start is None:
        return ""
    end, start = last.bound.end or old.ended, first[0].bound.start
    if start.is_uncertain or (end and end.is_uncertain):
        return ""
    if end is None:
        return f"still bound by {old.id}, which {new.id} replaced from {start}"
    if end.first > start.last:
        return f"bound by {old.id} until {end} and by {new.id} from {start}: an overlap"
    if start.first > end.last + 1:
        return f"bound by {old.id} until {end} and by {new.id} from {start}: a gap"
    return ""


FAULTS: tuple[_Question, ...] = (
    _names_are_used_once,
    _is_no_duplicate,
    _successors_are_later,
    _chains_have_an_end,
    _parties_succeed_parties,
)
WARNINGS: tuple[_Question, ...] = (_links_are_named_by_both, _spells_meet)
