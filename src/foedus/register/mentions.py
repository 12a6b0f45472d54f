"""Where a checked treaty file names actors, and the day on which each name is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from foedus._base.dates import Day
from foedus._base.documents import Path_

_LISTS = frozenset({"states", "except", "known_to", "by", "actors"})
_NO_DATE = frozenset({"never", "unknown"})


@dataclass(frozen=True, slots=True)
class Mention:
    """One name of an actor in a document."""

    path: Path_
    name: str
    day: str


def mentions(checked: dict[str, Any]) -> Iterator[Mention]:
    """Yield every actor named in a treaty file; a party's names are meant on its own dates."""
    signed = checked["signed"]
    for key, part in checked.items():
        if key == "parties":
            for position, party in enumerate(part):
                yield from _within(party, (key, position), _date_of(party, signed))
        else:
            yield from _within(part, (key,), signed)


def _date_of(part: dict[str, Any], signed: str) -> str:
    start = part.get("from")
    if start and start not in _NO_DATE:
        return str(start)
    return str(part.get("signed", signed))


def _within(part: Any, path: Path_, day: str) -> Iterator[Mention]:
    if isinstance(part, list):
        for position, child in enumerate(part):
            yield from _within(child, (*path, position), day)
    elif isinstance(part, dict):
        if path[-2:-1] == ("suspensions",):
            day = _date_of(part, day)
        for key, child in part.items():
            yield from _under(key, child, (*path, key), day)


def _under(key: str, child: Any, path: Path_, day: str) -> Iterator[Mention]:
    if key == "succeeds":
        yield Mention(path, child, Day.parse(day).shifted(-1).text)
    elif key == "state":
        yield Mention(path, child, day)
    elif key == "between":
        for side, names in enumerate(child):
            yield from (Mention((*path, side, at), name, day) for at, name in enumerate(names))
    elif key in _LISTS and isinstance(child, list):
        yield from (Mention((*path, at), name, day) for at, name in enumerate(child))
    else:
        yield from _within(child, path, day)


def replace_mentions(checked: dict[str, Any], find: Callable[[Mention], str]) -> None:
    """Put the actor's id in the place of every name, in the document itself."""
    for mention in list(mentions(checked)):
        holder: Any = checked
        for step in mention.path[:-1]:
            holder = holder[step]
        holder[mention.path[-1]] = find(mention)
