"""Treaties: the list with its facets, and each treaty clause by clause."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from foedus._base.dates import Day
from foedus.catalogue.register_answers import TreatiesAnswer, TreatyAnswer
from foedus.domain.treaty import Clause, Party, Treaty
from foedus.domain.vocabulary import Obligation
from foedus.obligations.answer import envelope
from foedus.register.compiled import load_register
from foedus.register.gazetteer import folded
from foedus.register.register import Register
from foedus.report.treaties import party_name, treaty_head, treaty_whole, unread_told
from foedus.report.wording import duration_words, group_words, known_words, spell_words
from foedus.web.answer import Answer, json_answer
from foedus.web.documented import documented
from foedus.web.render import page, query
from foedus.web.serving import served

router = APIRouter()
PAGE_SIZE = 50


class TreatyQuery(BaseModel):
    """What a list of treaties is narrowed to."""

    model_config = ConfigDict(extra="ignore")

    q: Annotated[str, Field(max_length=100, description="Words of the name, an alias or the summary.")] = ""
    state: Annotated[str, Field(max_length=100, description="A state that was ever a party: name or code.")] = ""
    on: Annotated[str, Field(max_length=20, description="A day on which it may have been law, YYYY-MM-DD.")] = ""
    pledge: Annotated[Obligation | Literal[""], Field(description="A kind of duty that one of its clauses holds.")] = ""
    century: Annotated[str, Field(pattern=r"^(|-?\d{1,4})$", description="Of its signature: 1900 for 1900–1999.")] = ""
    start: Annotated[int, Field(ge=0, le=100_000, description="How many to pass over.")] = 0


Asked = Annotated[TreatyQuery, Query()]


@router.get("/treaties", include_in_schema=False)
async def treaties(request: Request, asked: Asked) -> Response:
    """Show the treaties."""
    return await served(request, treaties_page, asked.model_dump())


@router.get("/treaties.json", **documented(TreatiesAnswer))
async def treaties_json(request: Request, asked: Asked) -> Response:
    """List treaties."""
    return await served(request, treaties_list, asked.model_dump())


@router.get("/treaties/{treaty}.json", **documented(TreatyAnswer))
async def treaty_json(request: Request, treaty: str) -> Response:
    """Give a treaty: parties with their spells, clauses, provisions, sources."""
    return await served(request, treaty_whole_json, treaty)


@router.get("/treaties/{treaty}", include_in_schema=False)
async def treaty(request: Request, treaty: str, on: Annotated[str, Query(max_length=20)] = "") -> Response:
    """Show a treaty."""
    return await served(request, treaty_page, treaty, on)


# --- the list -----------------------------------------------------------------------------------------------------


def treaties_list(asked: dict[str, Any]) -> Answer:
    """Return the treaties that fit, as JSON."""
    register = load_register()
    held = [treaty_head(one) for one in _fitting(register, asked)]
    return json_answer(envelope("treaties", register, treaties=held))


def treaties_page(asked: dict[str, Any]) -> Answer:
    """Return the list as a page."""
    register = load_register()
    held = _fitting(register, asked)
    shown = held[asked["start"] : asked["start"] + PAGE_SIZE]
    return page(
        "treaties.html",
        title="Treaties",
        asked=asked,
        count=len(held),
        of=len(register.treaties),
        rows=[_row(one) for one in shown],
        facets=_facets(held),
        names=register.actors.names,
        earlier=_moved(asked, -PAGE_SIZE) if asked["start"] else "",
        later=_moved(asked, PAGE_SIZE) if asked["start"] + PAGE_SIZE < len(held) else "",
        address=query(**asked),
    )


def _fitting(register: Register, asked: dict[str, Any]) -> list[Treaty]:
    held: Iterable[Treaty] = sorted(register.treaties.values(), key=lambda one: (one.signed, one.id))
    if asked["on"]:
        day = Day.parse(asked["on"])
        held = [one for one in held if one.life and one.life.possibly(day)]
    if asked["state"]:
        states = register.actors.ever_called(asked["state"])
        held = [one for one in held if any(one.places_of(state) for state in states)]
    if asked["pledge"]:
        held = [one for one in held if any(clause.obligation == asked["pledge"] for clause in one.clauses)]
    if asked["century"]:
        held = [one for one in held if _century(one) == int(asked["century"])]
    words = folded(asked["q"]).split()
    return [one for one in held if all(word in _text(one) for word in words)]


def _text(treaty: Treaty) -> str:
    return folded(" ".join((treaty.id, treaty.name, *treaty.aliases, treaty.summary)))


def _century(treaty: Treaty) -> int:
    return treaty.signed.year // 100 * 100


def _facets(held: list[Treaty]) -> dict[str, list[tuple[Any, int]]]:
    pledges = Counter(kind for one in held for kind in {clause.obligation for clause in one.clauses})
    centuries = Counter(map(_century, held))
    return {"pledge": pledges.most_common(), "century": sorted(centuries.items())}


def _row(treaty: Treaty) -> dict[str, Any]:
    head = treaty_head(treaty)
    pledges = list(dict.fromkeys(clause.obligation for clause in treaty.clauses))
    return {**head, "pledges": pledges, "parties": len(treaty.spells_of)}


def _moved(asked: dict[str, Any], by: int) -> str:
    return query(**{**asked, "start": max(0, asked["start"] + by)})


# --- one treaty ---------------------------------------------------------------------------------------------------


def treaty_whole_json(treaty: str) -> Answer:
    """Return a treaty as JSON."""
    register = load_register()
    return json_answer(envelope("treaty", register, treaty=treaty_whole(register.treaty(treaty), register)))


def treaty_page(treaty: str, on: str) -> Answer:
    """Return a treaty as a page."""
    register = load_register()
    found = register.treaty(treaty)
    day = Day.parse(on) if on else None
    parties = [one for one in found.parties if day is None or one.may_be_bound_on(day)]
    clauses = [one for one in found.clauses if day is None or one.spell.possibly(day)]
    return page(
        "treaty.html",
        title=found.name,
        treaty=found,
        on=on,
        parties=list(_parties(parties, register)),
        clauses=[_clause(one, found, register) for one in clauses],
        unread=unread_told(found),
        duration="; ".join(duration_words(found.duration)) if found.duration else "",
        links=[
            (word, [(other, register.treaties[other].name) for other in others if other in register.treaties])
            for word, others in (("Replaces", found.replaces), ("Replaced by", found.replaced_by))
            if others
        ],
        address=query(on=on),
    )


@dataclass(frozen=True, slots=True)
class _Bound:
    """Parties of one role that were bound for the same spell."""

    role: str
    spell: str
    names: list[tuple[str, str]]


def _parties(parties: Iterable[Party], register: Register) -> Iterator[_Bound]:
    held: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for one in parties:
        spell = (spell_words(one.bound) or "at all times") if one.bound else "never bound"
        held.setdefault((one.role, spell), []).append((one.state, party_name(one, register)))
    for (role, spell), names in held.items():
        yield _Bound(role, spell, names)


def _clause(clause: Clause, treaty: Treaty, register: Register) -> dict[str, Any]:
    instrument = treaty.instrument_of[clause.instrument]
    return {
        "id": clause.id,
        "article": clause.article,
        "instrument": instrument.title,
        "secret": instrument.secret is not None,
        "obligation": clause.obligation,
        "strength": clause.strength,
        "owes": group_words(clause.owes, register),
        "to": group_words(clause.to, register),
        "summary": clause.summary,
        "spell": spell_words(clause.spell),
        "verified": clause.evidence.verified,
        "known": known_words(clause.evidence),
        "readers": clause.evidence.readers,
        "exceptions": [one.summary for one in clause.exceptions],
        "readings": [(one.id, one.summary, ", ".join(one.holders)) for one in clause.readings],
    }
