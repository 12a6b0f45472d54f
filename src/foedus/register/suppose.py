"""Counterfactuals: the register as it would stand if a state had joined or left, or a treaty had ended.

A supposition changes spells and nothing else: the state that joins takes a place like any other party, under the
clauses as they are. The register itself is not touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Any

from pydantic import Field, RootModel, model_validator

from foedus._base.dates import Day, Spell
from foedus._base.documents import Document, Path_
from foedus._base.errors import BadInput, Fault
from foedus._base.validation import check
from foedus.domain.treaty import Party, Treaty
from foedus.register.file_model import ActorName, DateText, FileModel, Word
from foedus.register.register import DatedTreaties, Register


class SuppositionIn(FileModel):
    """A state joins or leaves a treaty from a day on, or a treaty ends on a day."""

    state: ActorName | None = None
    joins: Word | None = None
    leaves: Word | None = None
    start: DateText | None = Field(None, alias="from")
    role: Word | None = None
    treaty: Word | None = None
    ends: DateText | None = None

    @model_validator(mode="after")
    def _one_form(self) -> SuppositionIn:
        given = self.model_fields_set - {"role"}
        if given not in ({"state", "joins", "start"}, {"state", "leaves", "start"}, {"treaty", "ends"}):
            message = "a supposition is {state, joins, from}, {state, leaves, from} or {treaty, ends}"
            raise ValueError(message)
        return self


class SuppositionsIn(RootModel[Annotated[list[SuppositionIn], Field(min_length=1, max_length=500)]]):
    """A list of suppositions."""


def suppose(document: Document, register: Register) -> Register:
    """Return the register under the suppositions of a document, applied in order.

    Raises
    ------
    BadInput
        With every fault: unknown names, a state that joins where it is bound or leaves where it is not.
    """
    read: Any = check(SuppositionsIn, document)
    changed: dict[str, Treaty] = {}
    faults: list[Fault] = []
    for at, part in enumerate(read):
        try:
            treaty_id = register.treaty_id(part.get("joins") or part.get("leaves") or part["treaty"])
            treaty = changed.get(treaty_id, register.treaties[treaty_id])
            changed[treaty_id] = _changed(treaty, part, register)
        except BadInput as error:
            path: Path_ = (at,)
            faults.extend(error.inside(document.where(path)).faults)
    if faults:
        raise BadInput(faults)
    return replace(register, treaties=_Supposed(changed, register), suppositions=tuple(read))


class _Supposed(DatedTreaties):
    """The treaties of a register, some of them changed."""

    def __init__(self, changed: Mapping[str, Treaty], register: Register) -> None:
        self._changed = changed
        self._register = register

    def __getitem__(self, treaty_id: str) -> Treaty:
        return self._changed.get(treaty_id) or self._register.treaties[treaty_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._register.treaties)

    def __len__(self) -> int:
        return len(self._register.treaties)

    def may_live_on(self, day: Day) -> Iterable[str]:
        return {*self._changed, *(treaty.id for treaty in self._register.treaties_on(day))}


def _changed(treaty: Treaty, part: dict[str, Any], register: Register) -> Treaty:
    if "ends" in part:
        return _ended(treaty, Day.parse(part["ends"]))
    day = Day.parse(part["from"])
    actor = register.actors.find(part["state"], day)
    if not actor.existed_on(day):
        raise BadInput(Fault(f"{actor.names[-1].text} did not exist on {day}"))
    if "joins" in part:
        return _joined(treaty, actor.id, day, part.get("role"), actor.name_on(day))
    return _left(treaty, actor.id, day, actor.name_on(day))


def _ended(treaty: Treaty, day: Day) -> Treaty:
    if treaty.life is None or not treaty.life.possibly(day):
        raise BadInput(Fault(f"{treaty.name} was not in force on {day}"))
    return replace(treaty, ended=day)


def _joined(treaty: Treaty, state: str, day: Day, role: str | None, name: str) -> Treaty:
    roles = {party.role for party in treaty.parties if party.bound is not None}
    chosen = role or ("party" if "party" in roles else next(iter(roles)) if len(roles) == 1 else None)
    if chosen not in roles:
        raise BadInput(Fault(f"{name} would join {treaty.name} as what?", "role", ", ".join(sorted(roles))))
    if treaty.places_on(state, day):
        raise BadInput(Fault(f"{name} is already bound by {treaty.name} on {day}"))
    later = [place.bound.start for place in treaty.places_of(state) if place.bound and place.bound.start]
    after = [start for start in later if start.first > day.first]
    until = min(after).shifted(-1) if after else None
    party = Party(state=state, role=chosen, signed=day, bound=Spell(day, until), note="supposed")
    return replace(treaty, parties=(*treaty.parties, party))


def _left(treaty: Treaty, state: str, day: Day, name: str) -> Treaty:
    if not treaty.places_on(state, day):
        raise BadInput(Fault(f"{name} is not bound by {treaty.name} on {day}"))
    last = day.shifted(-1)
    kept = (party if party.state != state else _cut(party, last) for party in treaty.parties)
    return replace(treaty, parties=tuple(kept))


def _cut(party: Party, last: Day) -> Party:
    """Return a place that is given up after a day; one that lies behind it altogether was never taken."""
    if party.bound is None:
        return party
    if party.bound.start and party.bound.start.first > last.last:
        return replace(party, bound=None, note="supposed to have left before")
    if party.bound.end and party.bound.end.last <= last.first:
        return party
    return replace(party, bound=Spell(party.bound.start, last), how_ended="denounced")
