"""NATO on a day: parties, articles, how it decides, its structures, and where its guarantee ends."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from foedus._base.dates import Day
from foedus.catalogue.arrangement_answers import AllianceAnswer
from foedus.domain.treaty import Treaty
from foedus.measures.capability.figures import bundled
from foedus.obligations.answer import envelope
from foedus.register.arrangements import BoundBy, load_arrangements
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.report.alliance import alliance_json, alliance_on
from foedus.report.arrangements import Teller
from foedus.report.casebook import parts_of, written_cases
from foedus.report.treaties import party_name
from foedus.report.wording import group_words, known_words, spell_words
from foedus.web.answer import Answer, json_answer
from foedus.web.days import On, day_of, uncovered
from foedus.web.documented import documented
from foedus.web.render import page, query
from foedus.web.serving import served

router = APIRouter()
TREATY = "nato"
GUIDELINE = 2.0
"""Per cent of output, the guideline of the Wales summit, 2014."""


@router.get("/nato", include_in_schema=False)
async def nato(request: Request, on: On = "") -> Response:
    """Show NATO on a day."""
    return await served(request, nato_page, on)


@router.get("/nato.json", **documented(AllianceAnswer))
async def nato_json(request: Request, on: On = "") -> Response:
    """Give NATO on a day: parties, organs and their rules, structures, sharing, forces."""
    return await served(request, nato_whole, on)


def nato_whole(on: str) -> Answer:
    """Return NATO on a day as JSON."""
    register = load_register()
    day = day_of(on, register)
    return json_answer(envelope("alliance", register, on=day.iso(), alliance=_alliance(day, register)))


def nato_page(on: str) -> Answer:
    """Return NATO on a day as a page."""
    register = load_register()
    day = day_of(on, register)
    treaty = register.treaty(TREATY)
    return page(
        "nato.html",
        title="NATO",
        on=day.iso(),
        notes=uncovered(day, register),
        alliance=_alliance(day, register),
        accessions=_accessions(treaty, register),
        articles=_articles(treaty, day, register),
        spending=_spending(treaty, day, register),
        guideline=GUIDELINE,
        operations=_operations(register),
        cases=_cases(),
        address=query(on=on),
    )


def _alliance(day: Day, register: Register) -> dict[str, Any]:
    tell = Teller(register, day, BoundBy(register))
    return alliance_json(alliance_on(TREATY, day, register, load_arrangements()), tell)


def _accessions(treaty: Treaty, register: Register) -> list[tuple[str, list[tuple[str, str]]]]:
    held: dict[str, list[tuple[str, str]]] = {}
    for party in sorted(treaty.parties, key=lambda one: one.bound.start.first if one.bound and one.bound.start else 0):
        if party.bound and party.bound.start:
            held.setdefault(spell_words(party.bound), []).append((party.state, party_name(party, register)))
    return list(held.items())


def _articles(treaty: Treaty, day: Day, register: Register) -> list[dict[str, Any]]:
    return [
        {
            "id": one.id,
            "article": one.article,
            "obligation": one.obligation,
            "strength": one.strength,
            "summary": one.summary,
            "who": f"{group_words(one.owes, register)} → {group_words(one.to, register)}",
            "verified": one.evidence.verified,
            "known": known_words(one.evidence),
        }
        for one in treaty.clauses
        if one.spell.possibly(day)
    ]


def _spending(treaty: Treaty, day: Day, register: Register) -> list[dict[str, Any]]:
    """Return what each ally spends by the figures that come with Foedus, those above the guideline first."""
    rows = []
    for state in sorted({party.state for party in treaty.parties if party.may_be_bound_on(day)}):
        held = bundled().get(state)
        figure = held.figures.get("expenditure_share") if held else None
        name = register.actors[state].name_on(day)
        known = {"share": figure.value, "year": figure.year} if figure else {"share": None, "year": None}
        rows.append({"id": state, "name": name, **known})
    return sorted(rows, key=lambda row: (row["share"] is None, -(row["share"] or 0), row["name"]))


def _operations(register: Register) -> list[tuple[str, str]]:
    """Return the operations that ran within the alliance, the earliest first."""
    held = [one for one in register.operations.values() if TREATY in one.alliances]
    held.sort(key=lambda one: one.spell.start.first if one.spell.start else 0)
    return [(one.name, spell_words(one.spell)) for one in held]


def _cases() -> list[tuple[str, str]]:
    """Return the worked cases in which the treaty is asked for, by id and title."""
    return [
        (case["id"], case.get("title", case["id"]))
        for case in written_cases()
        if any(part["treaty"] == TREATY for part in parts_of(case))
    ]
