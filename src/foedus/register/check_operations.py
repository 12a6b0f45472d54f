"""Find what is wrong with an operation file beyond its schema: small checks, each a question with its faults."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from foedus._base.dates import Day, Spell
from foedus._base.documents import Path_
from foedus._base.errors import Fault
from foedus.domain.actor import Actor
from foedus.domain.operation import Operation, Participant
from foedus.register.decode_operation import decode_operation
from foedus.register.folder import DATA
from foedus.register.operation_files import OperationFile, names_of
from foedus.register.register import Register

Found = Iterator[tuple[Path_, str]]


@dataclass(frozen=True, slots=True)
class _Subject:
    """An operation under examination."""

    checked: dict[str, Any]
    operation: Operation
    register: Register
    is_the_one_held: bool


def check_operation(file: OperationFile, register: Register) -> Iterator[Fault]:
    """Yield every fault of one operation file, with file, line and field."""
    is_embedded = DATA in Path(file.document.name).resolve().parents
    subject = _Subject(file.checked, decode_operation(file.checked), register, is_embedded)
    for question in CHECKS:
        for path, what in question(subject):
            yield Fault(what, file.document.where(path))


def _names_are_its_own(subject: _Subject) -> Found:
    """Whether another operation of the register goes by its id or an alias."""
    held = subject.register.operations
    for path, name in names_of(subject.checked):
        holder = held.aliases.get(name, name)
        if holder in held and not (subject.is_the_one_held and holder == subject.operation.id):
            yield path, f"the id {name!r} belongs to {held[holder].name}"


def _dates_run_forward(subject: _Subject) -> Found:
    life = subject.operation.spell
    if _is_backward(life):
        yield ("ended",), f"ended ({life.end}) before it began ({life.start})"


def _is_backward(spell: Spell) -> bool:
    return bool(spell.start and spell.end and spell.end.last < spell.start.first)


def _spells_lie_within_the_operation(subject: _Subject) -> Found:
    life = subject.operation.spell
    for key in ("leads", "participants", "opponents", "commands"):
        for position, part in enumerate(subject.checked.get(key, ())):
            own = Spell(_day(part.get("from")), _day(part.get("until")))
            if _is_backward(own):
                yield (key, position, "until"), f"it ends before it begins: {own}"
            for field, day in (("from", own.start), ("until", own.end)):
                if day is not None and not life.possibly(day):
                    yield (key, position, field), f"{day} lies outside the operation, which ran {life}"


def _day(text: str | None) -> Day | None:
    return Day.parse(text) if text else None


def _actors_existed(subject: _Subject) -> Found:
    for path, part in _placed(subject):
        yield from _existed(path, subject.register.actors[part.state], part.spell)
    life = subject.operation.spell
    for at, host in enumerate(subject.operation.hosts):
        actor = subject.register.actors[host]
        if actor.exists and not any(life.overlaps(spell) for spell in actor.exists):
            lives = ", ".join(map(str, actor.exists))
            yield ("hosts", at), f"{actor.names[-1].text} is a host, but existed {lives}"


def _existed(path: Path_, actor: Actor, spell: Spell) -> Found:
    """Whether an actor lived at both ends of a spell; a state may be born or die while it is a host."""
    for day, word in ((spell.start, "from"), (spell.end, "until")):
        if day is not None and not actor.existed_on(day):
            lives = ", ".join(map(str, actor.exists))
            yield path, f"{actor.names[-1].text} stands here {word} {day}, but existed {lives}"
            return


def _placed(subject: _Subject) -> Iterator[tuple[Path_, Participant]]:
    """Yield each participant with its place in the file, which may name several states at once."""
    parts = iter(subject.operation.participants)
    for position, part in enumerate(subject.checked["participants"]):
        for at, _ in enumerate(part["states"]):
            yield ("participants", position, "states", at), next(parts)


def _parts_are_not_told_twice(subject: _Subject) -> Found:
    places: dict[tuple[str, str], list[tuple[Path_, Participant]]] = {}
    for path, part in _placed(subject):
        places.setdefault((part.state, part.role), []).append((path, part))
    for held in places.values():
        for (_, first), (path, second) in combinations(held, 2):
            if first.spell.overlaps(second.spell):
                yield path, f"{second.state} is already named {first.spell} in the same role"


def _leads_take_part(subject: _Subject) -> Found:
    """Whether a state that leads is named among the participants too."""
    states = {part.state for part in subject.operation.participants}
    for position, lead in enumerate(subject.operation.leads):
        actor = subject.register.actors.get(lead.actor)
        if actor is not None and actor.kind == "state" and actor.id not in states:
            yield ("leads", position, "actor"), f"{actor.names[-1].text} leads, but is not among the participants"


def _treaties_exist(subject: _Subject) -> Found:
    register = subject.register
    named: list[tuple[Path_, str]] = [
        (("leads", at, "treaty"), lead.treaty) for at, lead in enumerate(subject.operation.leads) if lead.treaty
    ]
    named.extend((("alliances", at), treaty) for at, treaty in enumerate(subject.operation.alliances))
    for path, treaty in named:
        if treaty not in register.treaties:
            held = register.aliases.get(treaty)
            hint = f" (an alias of {held!r}: write the id)" if held else ""
            yield path, f"no treaty has the id {treaty!r}{hint}"


def _successors_exist(subject: _Subject) -> Found:
    ending = subject.operation.ending
    for at, name in enumerate(ending.to if ending else ()):
        if name not in subject.register.operations:
            yield ("ending", "to", at), f"no operation has the id {name!r}"
        elif name == subject.operation.id:
            yield ("ending", "to", at), "the operation hands over to itself"


def _mandates_run_with_it(subject: _Subject) -> Found:
    end = subject.operation.spell.end
    for position, mandate in enumerate(subject.operation.mandates):
        if end is not None and mandate.date is not None and mandate.date.first > end.last:
            yield ("mandates", position, "date"), f"the mandate is of {mandate.date}, but the operation ended {end}"
        if mandate.resolution and mandate.date is None:
            yield ("mandates", position), f"resolution {mandate.resolution} has no date"


def _sizes_are_of_its_time(subject: _Subject) -> Found:
    parts = subject.checked["participants"]
    named: list[tuple[Path_, dict[str, Any], dict[str, Any]]] = [
        (("participants", at, "size"), part["size"], part) for at, part in enumerate(parts) if "size" in part
    ]
    named.extend((("sizes", at), size, {}) for at, size in enumerate(subject.checked.get("sizes", ())))
    life = subject.operation.spell
    for path, size, part in named:
        own = Spell(_day(part.get("from")) or life.start, _day(part.get("until")) or life.end)
        if not own.possibly(Day.parse(size["on"])):
            yield (*path, "on"), f"counted {size['on']}, outside {own}"


def _sources_are_listed_once(subject: _Subject) -> Found:
    counts = Counter(source.id for source in subject.operation.sources)
    for position, source in enumerate(subject.operation.sources):
        if counts[source.id] > 1:
            yield ("sources", position, "id"), f"the id {source.id!r} is used {counts[source.id]} times"


def _sources_exist(subject: _Subject) -> Found:
    listed = {source.id for source in subject.operation.sources}
    for path, source in _cited(subject.checked):
        if source not in listed:
            yield path, f"no source is called {source!r} (sources: {', '.join(sorted(listed)) or 'none'})"


def _cited(checked: dict[str, Any]) -> Iterator[tuple[Path_, str]]:
    for group, known in checked["known"].items():
        if "source" in known:
            yield ("known", group, "source"), known["source"]
    for position, size in enumerate(checked.get("sizes", ())):
        if "source" in size:
            yield ("sizes", position, "source"), size["source"]
    for position, part in enumerate(checked["participants"]):
        if "source" in part.get("size", {}):
            yield ("participants", position, "size", "source"), part["size"]["source"]


def _evidence_has_locator(subject: _Subject) -> Found:
    for group, known in subject.operation.known.items():
        if known.verified != "knowledge" and not (known.source and known.locator):
            yield ("known", group), f"verified: {known.verified} needs the source that was read and the place in it"


CHECKS: tuple[Callable[[_Subject], Found], ...] = (
    _names_are_its_own,
    _dates_run_forward,
    _spells_lie_within_the_operation,
    _actors_existed,
    _parts_are_not_told_twice,
    _leads_take_part,
    _treaties_exist,
    _successors_exist,
    _mandates_run_with_it,
    _sizes_are_of_its_time,
    _sources_are_listed_once,
    _sources_exist,
    _evidence_has_locator,
)
