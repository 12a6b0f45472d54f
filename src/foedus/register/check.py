"""Find what is wrong with the register beyond its schema: small checks, each a question with its faults.

A check takes a treaty file and what surrounds it, and yields a path into the file with what is wrong there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from foedus._base.dates import Day, Spell
from foedus._base.documents import Path_
from foedus._base.errors import Fault
from foedus.domain.area import Area, named_in
from foedus.domain.condition import AdversaryIs, AllOf, AnyOf, Bound, Condition, InArea, Leaf, Not, Tree
from foedus.domain.evidence import Evidence
from foedus.domain.group import Group
from foedus.domain.provision import Duration, Provision
from foedus.domain.treaty import Clause, Party, Treaty, belongs_to
from foedus.domain.vocabulary import ProvisionKind
from foedus.register.conditions_file import decode_tree
from foedus.register.decode import decode_treaty
from foedus.register.files import TreatyFile
from foedus.register.folder import DATA
from foedus.register.register import Register

Found = Iterator[tuple[Path_, str]]


@dataclass(frozen=True, slots=True)
class Subject:
    """A treaty under examination."""

    checked: dict[str, Any]
    treaty: Treaty
    register: Register
    is_the_one_held: bool


def check_treaty(file: TreatyFile, register: Register, *, replaces: bool = False) -> Iterator[Fault]:
    """Yield every fault of one treaty file, with file, line and field.

    Parameters
    ----------
    replaces : bool
        The file stands in for the register's treaty of the same id, whose names it may use.
    """
    is_embedded = DATA in Path(file.document.name).resolve().parents
    subject = Subject(file.checked, decode_treaty(file.checked), register, replaces or is_embedded)
    for question in CHECKS:
        for path, what in question(subject):
            yield Fault(what, file.document.where(path))


def _ids_are_unique(subject: Subject) -> Found:
    lists: list[tuple[Path_, list[dict[str, Any]]]] = [
        ((key,), subject.checked[key]) for key in ("sources", "instruments", "clauses")
    ]
    for position, clause in enumerate(subject.checked["clauses"]):
        lists.append((("clauses", position, "readings"), clause.get("readings", [])))
    for path, parts in lists:
        counts = Counter(part["id"] for part in parts)
        for position, part in enumerate(parts):
            if counts[part["id"]] > 1:
                yield (*path, position, "id"), f"the id {part['id']!r} is used {counts[part['id']]} times"


def _names_are_its_own(subject: Subject) -> Found:
    """Whether another treaty of the register goes by its id or an alias."""
    treaty, register = subject.treaty, subject.register
    for path, name in [(("id",), treaty.id), *((("aliases", at), alias) for at, alias in enumerate(treaty.aliases))]:
        holder = register.aliases.get(name, name)
        if holder in register.treaties and not (subject.is_the_one_held and holder == treaty.id):
            yield path, f"the id {name!r} belongs to {register.treaties[holder].name}"


def _dates_run_forward(subject: Subject) -> Found:
    treaty = subject.treaty
    if treaty.in_force and treaty.in_force.last < treaty.signed.first:
        yield ("in_force",), f"in force ({treaty.in_force}) before it was signed ({treaty.signed})"
    if treaty.ended and treaty.ended.last < treaty.signed.first:
        yield ("ended",), f"ended ({treaty.ended}) before it was signed ({treaty.signed})"
    for position, party in enumerate(subject.checked["parties"]):
        yield from _party_runs_forward(("parties", position), party, treaty)
    for position, clause in enumerate(treaty.clauses):
        if _is_backward(clause.spell):
            yield ("clauses", position, "until"), f"the clause ends before it begins: {clause.spell}"
    for path, item in _provided(treaty):
        if _is_backward(item.spell):
            yield (*path, "until"), f"the provision ends before it begins: {item.spell}"


def _provided(treaty: Treaty) -> Iterator[tuple[Path_, Provision]]:
    for position, item in enumerate(treaty.provisions.items if treaty.provisions else ()):
        yield ("provisions", "items", position), item


def _is_backward(spell: Spell) -> bool:
    return bool(spell.start and spell.end and spell.end.last < spell.start.first)


def _party_runs_forward(path: Path_, party: dict[str, Any], treaty: Treaty) -> Found:
    start = party.get("from")
    entry = Day.parse(start) if start and start != "never" else treaty.in_force
    signed = party.get("signed")
    if signed and entry and start not in (None, "never") and entry.last < Day.parse(signed).first:
        yield (*path, "from"), f"bound ({entry}) before it signed ({signed})"
    until = party.get("until")
    if until and entry and Day.parse(until).last < entry.first:
        yield (*path, "until"), f"the exit ({until}) lies before the entry ({entry})"
    if until and treaty.ended and Day.parse(until).first > treaty.ended.last:
        yield (*path, "until"), f"bound until {until}, but the treaty ended on {treaty.ended}"


def _parties_existed(subject: Subject) -> Found:
    for path, party in _placed(subject):
        actor = subject.register.actors[party.state]
        if party.bound is None or party.bound.start is None or party.bound.start.precision == "unknown":
            continue
        if not actor.existed_on(party.bound.start):
            lives = ", ".join(map(str, actor.exists))
            yield path, f"{actor.names[-1].text} was bound from {party.bound.start}, but existed {lives}"


def _placed(subject: Subject) -> Iterator[tuple[Path_, Party]]:
    """Yield each party with its place in the file, which may name several states at once."""
    parties = iter(subject.treaty.parties)
    for position, part in enumerate(subject.checked["parties"]):
        for at, _ in enumerate(part["states"]):
            yield ("parties", position, "states", at), next(parties)


def _spells_do_not_overlap(subject: Subject) -> Found:
    places: dict[tuple[str, str], list[tuple[Path_, Party]]] = {}
    for path, party in _placed(subject):
        places.setdefault((party.state, party.role), []).append((path, party))
    for held in places.values():
        for (_, first), (path, second) in combinations(held, 2):
            if first.bound and second.bound and first.bound.overlaps(second.bound):
                yield path, f"{second.state} is already bound {first.bound}, which overlaps {second.bound}"


def _clauses_cite_articles(subject: Subject) -> Found:
    texts = subject.treaty.instrument_of
    for position, clause in enumerate(subject.treaty.clauses):
        instrument = texts.get(clause.instrument)
        if instrument is not None and not any(belongs_to(clause.article, article) for article in instrument.articles):
            known = ", ".join(instrument.articles) or "none"
            yield (
                ("clauses", position, "article"),
                f"article {clause.article!r} does not stand in {instrument.id!r} (articles: {known})",
            )


def _provisions_cite_articles(subject: Subject) -> Found:
    treaty = subject.treaty
    cited: list[tuple[Path_, Provision | Duration]] = list(_provided(treaty))
    if treaty.duration:
        cited.append((("duration",), treaty.duration))
    for path, part in cited:
        texts = [text for text in treaty.instruments if part.instrument in {"", text.id}]
        articles = [article for text in texts for article in text.articles]
        if part.article and texts and not any(belongs_to(part.article, article) for article in articles):
            where = repr(part.instrument) if part.instrument else "any instrument"
            known = ", ".join(articles) or "none"
            yield (*path, "article"), f"article {part.article!r} does not stand in {where} (articles: {known})"


def _provisions_agree_with_clauses(subject: Subject) -> Found:
    """Whether a list denies what a clause of the same file provides."""
    treaty = subject.treaty
    for clause in treaty.clauses:
        kinds: list[ProvisionKind] = ["contributions"] if clause.contingent else []
        if "no_separate_peace" in clause.effects:
            kinds.append("no_separate_peace")
        for kind in kinds:
            if treaty.provides(kind) is False:
                yield ("provisions",), f"the clause {clause.id!r} gives {kind!r}, which the list denies"


def _articles_have_content(subject: Subject) -> Found:
    for position, instrument in enumerate(subject.treaty.instruments):
        cited = [c.article for c in subject.treaty.clauses if c.instrument == instrument.id]
        cited += [item.article for _, item in _provided(subject.treaty) if item.instrument in ("", instrument.id)]
        for article, summary in instrument.articles.items():
            if not summary and not any(belongs_to(text, article) for text in cited):
                yield (
                    ("instruments", position, "articles", article),
                    "the article has neither a clause nor a summary",
                )


def _sources_exist(subject: Subject) -> Found:
    known = {source.id for source in subject.treaty.sources}
    for path, source in _values_of("source", subject.checked, ()):
        if source not in known:
            yield path, f"no source is called {source!r} (sources: {', '.join(sorted(known))})"


def _values_of(key: str, part: Any, path: Path_) -> Iterator[tuple[Path_, str]]:
    """Yield every text that stands under a key, below the top of the file."""
    if isinstance(part, dict):
        for name, child in part.items():
            if name == key and path and isinstance(child, str):
                yield (*path, name), child
            else:
                yield from _values_of(key, child, (*path, name))
    elif isinstance(part, list):
        for position, child in enumerate(part):
            yield from _values_of(key, child, (*path, position))


def _evidence_has_locator(subject: Subject) -> Found:
    for path, known in _evidence_of(subject):
        if known.verified != "knowledge" and not (known.source and known.locator):
            yield path, f"verified: {known.verified} needs the source that was read and the place in it"


def _evidence_of(subject: Subject) -> Iterator[tuple[Path_, Evidence]]:
    treaty = subject.treaty
    for position, clause in enumerate(treaty.clauses):
        yield ("clauses", position, "known"), clause.evidence
    if treaty.duration:
        yield ("duration", "known"), treaty.duration.evidence
    if treaty.provisions:
        yield ("provisions", "known"), treaty.provisions.evidence
    for path, item in _provided(treaty):
        if "known" in subject.checked["provisions"]["items"][path[-1]]:
            yield (*path, "known"), item.evidence


def _roles_are_held(subject: Subject) -> Found:
    roles = {party.role for party in subject.treaty.parties}
    for path, group in _groups(subject.treaty):
        for role in group.roles:
            if role not in roles:
                yield path, f"no party has the role {role!r}"


def _groups(treaty: Treaty) -> Iterator[tuple[Path_, Group]]:
    for position, clause in enumerate(treaty.clauses):
        yield ("clauses", position, "owes"), clause.owes
        yield ("clauses", position, "to"), clause.to
    for path, item in _provided(treaty):
        for key, group in (("of", item.of), ("to", item.to)):
            if group is not None:
                yield (*path, key), group


def _conditions_refer_to_what_exists(subject: Subject) -> Found:
    for position, clause in enumerate(subject.treaty.clauses):
        for condition in conditions_of(clause):
            for what in _dangling(condition, subject):
                yield ("clauses", position), what
    for term, part in subject.checked.get("terms", {}).items():
        for condition in _leaves(decode_tree(part["when"], {})):
            for what in _dangling(condition, subject):
                yield ("terms", term), what


def conditions_of(clause: Clause) -> Iterator[Condition]:
    """Yield every condition of a clause, of its carve-outs and of its readings."""
    steps = (clause.steps, *(reading.steps for reading in clause.readings))
    trees = [tree for step in steps for tree in (step.act, step.place, step.adversary, step.procedure)]
    for tree in (*trees, *(carve_out.when for carve_out in clause.exceptions)):
        if tree is not None:
            yield from _leaves(tree)


def _leaves(tree: Tree) -> Iterator[Condition]:
    match tree:
        case Leaf(condition):
            yield condition
        case AllOf(branches) | AnyOf(branches):
            for branch in branches:
                yield from _leaves(branch)
        case Not(branch):
            yield from _leaves(branch)


def _dangling(condition: Condition, subject: Subject) -> Iterator[str]:
    register = subject.register
    match condition:
        case InArea(area) if area not in subject.treaty.area_of and area not in register.areas:
            yield f"no area is called {area!r}"
        case Bound(bound) if bound.treaty not in register.treaties and bound.treaty not in register.aliases:
            yield f"no treaty has the id {bound.treaty!r}"
        case AdversaryIs(wanted) if not (wanted.states or wanted.classes):
            yield "an adversary needs states or classes"
    for class_id in _classes_in(condition):
        if class_id not in register.classes:
            yield f"no class is called {class_id!r}"


def _classes_in(value: object) -> Iterator[str]:
    for name in getattr(type(value), "__slots__", ()):
        part = getattr(value, name)
        if name == "classes":
            yield from part
        elif hasattr(type(part), "__dataclass_fields__"):
            yield from _classes_in(part)


def _unread_is_not_held(subject: Subject) -> Found:
    """Whether what may stand in articles nobody has read is not held by a clause already, and is said once."""
    held = {clause.obligation for clause in subject.treaty.clauses}
    for at, kind in enumerate(subject.checked.get("unread", ())):
        if kind in held:
            yield ("unread", at), f"a clause holds {kind!r} already"
        elif kind in subject.checked["unread"][:at]:
            yield ("unread", at), f"{kind!r} stands here twice"


def _instruments_exist(subject: Subject) -> Found:
    known = set(subject.treaty.instrument_of)
    for path, instrument in _values_of("instrument", subject.checked, ()):
        if instrument not in known:
            yield path, f"no instrument is called {instrument!r} (instruments: {', '.join(sorted(known))})"


def _areas_refer_to_what_exists(subject: Subject) -> Found:
    known = {**subject.register.areas, **subject.treaty.area_of}
    for area in subject.treaty.areas:
        for name in named_in(area.shape):
            if name not in known:
                yield ("areas", area.id), f"no area is called {name!r}"
        if _reaches(area.id, area, known):
            yield ("areas", area.id), f"the area {area.id!r} refers to itself"


def _reaches(target: str, area: Area, known: Mapping[str, Area]) -> bool:
    """Whether following the areas an area refers to leads to one of that id."""
    seen: set[str] = set()
    waiting = list(named_in(area.shape))
    while waiting:
        name = waiting.pop()
        if name == target:
            return True
        if name not in seen and name in known:
            seen.add(name)
            waiting.extend(named_in(known[name].shape))
    return False


CHECKS: tuple[Callable[[Subject], Found], ...] = (
    _ids_are_unique,
    _names_are_its_own,
    _dates_run_forward,
    _parties_existed,
    _spells_do_not_overlap,
    _instruments_exist,
    _clauses_cite_articles,
    _provisions_cite_articles,
    _provisions_agree_with_clauses,
    _articles_have_content,
    _unread_is_not_held,
    _sources_exist,
    _evidence_has_locator,
    _roles_are_held,
    _conditions_refer_to_what_exists,
    _areas_refer_to_what_exists,
)
