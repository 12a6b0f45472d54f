"""Turn a checked operation file into the domain's operation. Actor names are ids by now."""

from __future__ import annotations

from foedus._base.dates import Day, Spell
from foedus.domain.operation import (
    Command,
    Lead,
    Mandate,
    Operation,
    OperationEnding,
    Opponent,
    Participant,
    Size,
)
from foedus.domain.treaty import Source
from foedus.register.conditions_file import Checked
from foedus.register.decode import decode_evidence


def decode_operation(checked: Checked) -> Operation:
    """Return the operation; a part without dates of its own has those of the operation."""
    life = Spell(_day(checked["began"]), _day(checked.get("ended")))
    return Operation(
        id=checked["id"],
        name=checked["name"],
        aliases=tuple(checked.get("aliases", ())),
        other_names=tuple(checked.get("other_names", ())),
        kind=checked["kind"],
        purposes=tuple(checked["purposes"]),
        summary=checked["summary"],
        spell=life,
        hosts=tuple(checked.get("hosts", ())),
        theatre=checked["theatre"],
        leads=tuple(_lead(part, life) for part in checked["leads"]),
        participants=tuple(
            _participant(part, state, life) for part in checked["participants"] for state in part["states"]
        ),
        mandates=tuple(map(_mandate, checked["mandates"])),
        commands=tuple(Command(part["arrangement"], part["text"], _within(life, part)) for part in checked["commands"]),
        sources=tuple(Source(**part) for part in checked.get("sources", ())),
        known={group: decode_evidence(part) for group, part in checked["known"].items()},
        ending=_ending(checked.get("ending")),
        alliances=tuple(checked.get("alliances", ())),
        opponents=tuple(opponent for part in checked.get("opponents", ()) for opponent in _opponents(part, life)),
        sizes=tuple(map(_size, checked.get("sizes", ()))),
        note=checked.get("note", ""),
    )


def _day(text: str | None) -> Day | None:
    return Day.parse(text) if text else None


def _within(life: Spell, checked: Checked) -> Spell:
    """Return a part's own spell, its open ends closed by those of the operation."""
    return Spell(_day(checked.get("from")) or life.start, _day(checked.get("until")) or life.end)


def _lead(checked: Checked, life: Spell) -> Lead:
    return Lead(_within(life, checked), checked.get("actor", ""), checked.get("treaty", ""), checked.get("note", ""))


def _participant(checked: Checked, state: str, life: Spell) -> Participant:
    return Participant(
        state=state,
        role=checked.get("role", "troop_contributor"),
        spell=_within(life, checked),
        dated=not checked.keys().isdisjoint({"from", "until", "throughout"}),
        size=_size(checked["size"]) if "size" in checked else None,
        caveats=checked.get("caveats", ""),
        note=checked.get("note", ""),
    )


def _opponents(checked: Checked, life: Spell) -> list[Opponent]:
    spell = _within(life, checked)
    if "name" in checked:
        return [Opponent(spell, name=checked["name"])]
    return [Opponent(spell, actor) for actor in checked["actors"]]


def _mandate(checked: Checked) -> Mandate:
    return Mandate(**{**checked, "date": _day(checked.get("date"))})


def _size(checked: Checked) -> Size:
    return Size(checked["personnel"], Day.parse(checked["on"]), checked.get("source", ""), checked.get("note", ""))


def _ending(checked: Checked | None) -> OperationEnding | None:
    if checked is None:
        return None
    return OperationEnding(checked["how"], tuple(checked.get("to", ())), checked.get("note", ""))
