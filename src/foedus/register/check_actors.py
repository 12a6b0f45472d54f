"""Find what is wrong with the actors beside each other: successions that lead nowhere, or round in a circle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from foedus._base.documents import Document, Path_, read_file
from foedus._base.errors import Fault
from foedus.register.folder import DATA


@dataclass(frozen=True, slots=True)
class _Link:
    """One succession, as a file states it, turned so that it runs from the older to the newer."""

    document: Document
    path: Path_
    older: str
    newer: str
    date: str


def check_actors(folder: Path = DATA) -> Iterator[Fault]:
    """Yield the faults of the actors' successions, with file and line.

    A state may be annexed and restored, so a circle is a fault only if its links bear one and the same date.
    """
    links: list[_Link] = []
    known: set[str] = set()
    for path in sorted((folder / "actors").glob("*.yaml")):
        document = read_file(path)
        for position, actor in enumerate(document.value["actors"]):
            known.add(actor["id"])
            links.extend(_links(document, position))
    yield from _unknown(links, known)
    yield from _circles(links)


def _links(document: Document, position: int) -> Iterator[_Link]:
    actor = document.value["actors"][position]
    for key in ("predecessors", "successors"):
        for at, link in enumerate(actor.get(key) or ()):
            pair = (link["actor"], actor["id"]) if key == "predecessors" else (actor["id"], link["actor"])
            yield _Link(document, ("actors", position, key, at), *pair, str(link.get("date", "")))


def _unknown(links: list[_Link], known: set[str]) -> Iterator[Fault]:
    for link in links:
        for name in (link.older, link.newer):
            if name not in known:
                allowed = "the id of an actor"
                yield Fault(
                    f"no actor has the id {name!r}", link.document.where(link.path), allowed, "see foedus state list"
                )


def _circles(links: list[_Link]) -> Iterator[Fault]:
    newer: dict[tuple[str, str], set[str]] = {}
    for link in links:
        newer.setdefault((link.older, link.date), set()).add(link.newer)
    for link in links:
        if link.older in _after(link.newer, link.date, newer):
            what = f"{link.older} and {link.newer} come before each other on one date ({link.date or 'not given'})"
            remedy = "take one of the links out, or correct its date"
            yield Fault(what, link.document.where(link.path), "successions that run forward", remedy)


def _after(actor: str, date: str, newer: dict[tuple[str, str], set[str]]) -> set[str]:
    """Return an actor with all that came after it on that same date."""
    seen = {actor}
    waiting = [actor]
    while waiting:
        fresh = newer.get((waiting.pop(), date), set()) - seen
        seen |= fresh
        waiting.extend(fresh)
    return seen
