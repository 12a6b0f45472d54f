"""Find what is wrong with the files on organs, structures, nuclear standing and stationed forces, beyond their schema.

Each check takes a file and what surrounds it, and yields a path into the file with what is wrong there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from foedus._base.dates import Day, Spell
from foedus._base.documents import Path_
from foedus._base.errors import BadInput, Fault
from foedus.domain.actor import Actor
from foedus.domain.condition import FindingOf
from foedus.domain.treaty import belongs_to
from foedus.register.arrangement_files import ArrangementFile, read_arrangement
from foedus.register.check import conditions_of
from foedus.register.conditions_file import spell_of
from foedus.register.register import Register

Found = Iterator[tuple[Path_, str]]


@dataclass(frozen=True, slots=True)
class Subject:
    """A file under examination."""

    file: ArrangementFile
    register: Register

    def parts(self, *keys: str) -> Iterator[tuple[Path_, dict[str, Any]]]:
        """Yield every mapping that stands in a list under one of the keys, with its path."""
        for path, part in _mappings(self.file.checked, ()):
            if len(path) > 1 and path[-2] in keys:
                yield path, part


def check_arrangement_files(paths: Sequence[Path], register: Register) -> Iterator[Fault]:
    """Yield every fault of some files, by themselves and beside each other."""
    read: list[ArrangementFile] = []
    for path in paths:
        try:
            read.append(read_arrangement(path, register.actors))
        except BadInput as error:
            yield from error.faults
        else:
            yield from check_arrangement(read[-1], register)
    yield from check_arrangements_together(read)


def check_arrangement(file: ArrangementFile, register: Register) -> Iterator[Fault]:
    """Yield every fault of one file, with file, line and field."""
    subject = Subject(file, register)
    for question in CHECKS:
        for path, what in question(subject):
            yield Fault(what, file.document.where(path))


def check_arrangements_together(files: Sequence[ArrangementFile]) -> Iterator[Fault]:
    """Yield every id that two files of a kind share."""
    first: dict[tuple[str, str], str] = {}
    for file in files:
        name = file.checked["id"]
        where = file.document.where(("id",))
        if (file.kind, name) in first:
            yield Fault(f"the id {name!r} is used in {first[file.kind, name]} too", where, "an id of its own")
        first.setdefault((file.kind, name), where)


def _mappings(part: Any, path: Path_) -> Iterator[tuple[Path_, dict[str, Any]]]:
    if isinstance(part, dict):
        yield path, part
        for key, child in part.items():
            yield from _mappings(child, (*path, key))
    elif isinstance(part, list):
        for at, child in enumerate(part):
            yield from _mappings(child, (*path, at))


def _life(part: dict[str, Any]) -> Spell:
    """Return the spell of a statement; an assurance that never bound has none of its own."""
    return Spell() if part.get("from") == "never" else spell_of(part)


# --- names and references ---------------------------------------------------------------------------------------------


def _is_named_after_its_id(subject: Subject) -> Found:
    stem = Path(subject.file.document.name).stem
    if subject.file.checked["id"] != stem:
        yield ("id",), f"the file is called {stem}, its id {subject.file.checked['id']}"


def _ids_are_unique(subject: Subject) -> Found:
    """Whether an id stands once in its list; a rule may change, so that its id stands once a spell."""
    lists: dict[Path_, list[tuple[Path_, str]]] = {}
    for path, part in subject.parts("sources", "organs", "structures", "sharing", "umbrellas", "zones", "presences"):
        lists.setdefault(path[:-1], []).append(((*path, "id"), part["id"]))
    for held in lists.values():
        counts = Counter(name for _, name in held)
        yield from ((path, f"the id {name!r} is used {counts[name]} times") for path, name in held if counts[name] > 1)


def _treaties_exist(subject: Subject) -> Found:
    for path, name in _treaties_named(subject):
        if name not in subject.register.treaties:
            holder = subject.register.aliases.get(name)
            yield path, f"no treaty has the id {name!r}" + (f" (it is an alias of {holder})" if holder else "")


def _treaties_named(subject: Subject) -> Iterator[tuple[Path_, str]]:
    for path, part in _mappings(subject.file.checked, ()):
        for key in ("treaty", "parties_of"):
            if key in part:
                yield (*path, key), part[key]
        yield from (((*path, "treaties", at), name) for at, name in enumerate(part.get("treaties", ())))


def _clauses_exist(subject: Subject) -> Found:
    for path, link in subject.parts("needed_for"):
        treaty = subject.register.treaties.get(link["treaty"])
        if treaty is not None and link["clause"] not in {clause.id for clause in treaty.clauses}:
            known = ", ".join(clause.id for clause in treaty.clauses)
            yield (*path, "clause"), f"{treaty.id} has no clause {link['clause']!r} (clauses: {known})"


def _needed_findings_are_waited_for(subject: Subject) -> Found:
    """Whether a duty for which a body's finding is needed waits for a finding in its own procedure."""
    for path, link in subject.parts("needed_for"):
        treaty = subject.register.treaties.get(link["treaty"])
        for clause in treaty.clauses if treaty else ():
            if clause.id == link["clause"] and not any(isinstance(one, FindingOf) for one in conditions_of(clause)):
                yield (*path, "clause"), f"{clause.id} of {link['treaty']} waits for no finding"


def _articles_exist(subject: Subject) -> Found:
    """Whether an article stands in the treaty it is cited from; a rule's is that of its body's treaty."""
    for path, organ in subject.parts("organs"):
        treaty = subject.register.treaties.get(organ.get("treaty", ""))
        known = {article for text in treaty.instruments for article in text.articles} if treaty else set()
        cited = [(path, organ), *(((*path, "rules", at), rule) for at, rule in enumerate(organ["rules"]))]
        for place, part in cited:
            if "article" in part and treaty is None:
                yield (*place, "article"), "an article is cited, but no treaty of the register"
            elif "article" in part and not any(belongs_to(part["article"], article) for article in known):
                yield (*place, "article"), f"{organ['treaty']} has no article {part['article']!r}"


def _sources_exist(subject: Subject) -> Found:
    known = {source["id"] for source in subject.file.checked.get("sources", ())}
    for path, part in _mappings(subject.file.checked, ()):
        if path[-1:] == ("known",) and "source" in part and part["source"] not in known:
            listed = ", ".join(sorted(known)) or "none"
            yield (*path, "source"), f"no source is called {part['source']!r} (sources: {listed})"


def _evidence_has_locator(subject: Subject) -> Found:
    for path, part in _mappings(subject.file.checked, ()):
        if path[-1:] == ("known",) and part["verified"] != "knowledge" and not {"source", "locator"} <= part.keys():
            yield path, f"verified: {part['verified']} needs the source that was read and the place in it"


# --- dates ------------------------------------------------------------------------------------------------------------


def _dates_run_forward(subject: Subject) -> Found:
    for path, part in _mappings(subject.file.checked, ()):
        spell = _life(part) if {"from", "until"} & part.keys() else Spell()
        if spell.start and spell.end and spell.end.last < spell.start.first:
            yield (*path, "until"), f"it ends before it begins: {spell}"


def _parts_lie_within_the_whole(subject: Subject) -> Found:
    """Whether seats, rules and parts lie within the life of what they belong to."""
    for path, whole in subject.parts("organs", "structures", "umbrellas", "zones", "presences"):
        life = _life(whole)
        for key in ("seats", "rules", "parts", "over", "parties", "basis"):
            for at, part in enumerate(whole.get(key, ())):
                yield from _outside((*path, key, at), part, life, f"{whole['id']} lived")


def _outside(path: Path_, part: dict[str, Any], life: Spell, whose: str) -> Found:
    own = _life(part)
    if own.start and life.start and own.start.last < life.start.first:
        yield (*path, "from"), f"it begins {own.start}, but {whose} {life}"
    if own.end and life.end and own.end.first > life.end.last:
        yield (*path, "until"), f"it ends {own.end}, but {whose} {life}"
    if own.start and life.end and own.start.first > life.end.last:
        yield (*path, "from"), f"it begins {own.start}, but {whose} {life}"


def _treaties_were_alive(subject: Subject) -> Found:
    """Whether what rests on a treaty lies between its signature and its end."""
    for path, part in subject.parts("organs", "sharing", "umbrellas", "zones", "basis"):
        treaty = subject.register.treaties.get(part.get("treaty", ""))
        if treaty is not None:
            yield from _outside(path, part, Spell(treaty.signed, treaty.ended), f"{treaty.id} lived")


def _states_existed(subject: Subject) -> Found:
    """Whether those named existed when the statement begins, and still when it ends."""
    sender = subject.file.checked.get("sender")
    for path, part in _mappings(subject.file.checked, ()):
        named: list[tuple[str, str]] = [(key, part[key]) for key in ("state", "host", "owner", "by") if key in part]
        named += [(key, state) for key in ("states", "vetoes", "contributors") for state in part.get(key, ())]
        if "host" in part and sender:
            named.append(("", sender))
        for key, state in named:
            what = _unborn(subject.register.actors[state], _within(subject, path))
            if what:
                yield ((*path, key) if key else path), what


def _within(subject: Subject, path: Path_) -> Spell:
    """Return the spell in which the statement at a path holds: its own, and beyond that those it stands in."""
    start: Day | None = None
    end: Day | None = None
    part: Any = subject.file.checked
    for step in path:
        part = part[step]
        own = _life(part) if isinstance(part, dict) else Spell()
        start, end = own.start or start, own.end or end
    return Spell(start, end)


def _unborn(actor: Actor, spell: Spell) -> str:
    for day, word in ((spell.start, "begins"), (spell.end, "ends")):
        if day is not None and day.precision != "unknown" and not actor.existed_on(day):
            lives = ", ".join(map(str, actor.exists))
            return f"the statement {word} {day}, but {actor.names[-1].text} existed {lives}"
    return ""


def _spells_do_not_overlap(subject: Subject) -> Found:
    """Whether one state, or one rule, has two spells at a time where there can be but one."""
    for places in _told_of_one(subject):
        for (_, first), (path, second) in combinations(places, 2):
            if _life(first).overlaps(_life(second)):
                yield path, f"another statement holds {_life(first)}, which overlaps {_life(second)}"


def _told_of_one(subject: Subject) -> Iterator[list[tuple[Path_, dict[str, Any]]]]:
    """Yield, for each thing of which only one statement can hold at a time, the statements about it."""
    told: dict[tuple[Any, ...], list[tuple[Path_, dict[str, Any]]]] = {}
    for path, part in subject.parts("seats", "parts", "over", "parties"):
        for name in (*part.get("states", ()), *([part["parties_of"]] if "parties_of" in part else ())):
            told.setdefault((path[:-1], name), []).append((path, part))
    for path, part in subject.parts("rules"):
        told.setdefault((path[:-1], part["id"]), []).append((path, part))
    for path, part in subject.parts("status", "assurances"):
        told.setdefault((path[:-1], part["state"], part.get("protocol")), []).append((path, part))
    for path, part in subject.parts("sharing"):
        told.setdefault((path[:-1], part["owner"], part["host"], part.get("systems")), []).append((path, part))
    yield from told.values()


# --- sense ------------------------------------------------------------------------------------------------------------


def _forces_stand_on_others_soil(subject: Subject) -> Found:
    sender = subject.file.checked.get("sender")
    for path, part in subject.parts("presences"):
        if part["host"] == sender and not (part["kind"] == "battlegroup" and "contributors" in part):
            yield (*path, "host"), "forces on a state's own soil stand here only as a framework nation's battlegroup"
        if part.get("consent", "agreed") == "agreed" and "basis" not in part:
            yield path, "forces that were agreed to rest on something: give the basis, or say that consent is contested"
    for path, part in subject.parts("sharing"):
        if part["host"] == part["owner"]:
            yield (*path, "host"), "weapons on their owner's soil are not shared"


def _majorities_have_numbers(subject: Subject) -> Found:
    for path, rule in subject.parts("rules"):
        words = {rule["rule"], rule.get("failing")}
        if ("qualified_majority" in words) != ("majority" in rule):
            yield path, "a qualified majority has its numbers in majority, and no other rule has"


CHECKS: tuple[Callable[[Subject], Found], ...] = (
    _is_named_after_its_id,
    _ids_are_unique,
    _treaties_exist,
    _clauses_exist,
    _needed_findings_are_waited_for,
    _articles_exist,
    _sources_exist,
    _evidence_has_locator,
    _dates_run_forward,
    _parts_lie_within_the_whole,
    _treaties_were_alive,
    _states_existed,
    _spells_do_not_overlap,
    _forces_stand_on_others_soil,
    _majorities_have_numbers,
)
