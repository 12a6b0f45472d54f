"""Worked cases, and what the engine says to each line of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from foedus._base.errors import BadInput, Fault, UnknownName
from foedus.catalogue.answers import CasebookAnswer
from foedus.obligations.answer import Answers, envelope
from foedus.obligations.casebook import CaseResult, Verdict
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.report.casebook import bundled_results, cases_json, parts_of, written_cases
from foedus.web.answer import Answer, json_answer
from foedus.web.documented import documented
from foedus.web.render import page
from foedus.web.serving import served

router = APIRouter()


@router.get("/casebook", include_in_schema=False)
async def casebook(request: Request) -> Response:
    """Show the cases."""
    return await served(request, casebook_page)


@router.get("/casebook/all", include_in_schema=False)
async def all_cases(request: Request) -> Response:
    """Show how the engine does on every case."""
    return await served(request, score_page, weight="heavy")


@router.get("/casebook.json", **documented(CasebookAnswer))
async def casebook_json(request: Request) -> Response:
    """Run every case and give each line."""
    return await served(request, casebook_whole, weight="heavy")


@router.get("/casebook/{case}.json", **documented(CasebookAnswer))
async def case_json(request: Request, case: str) -> Response:
    """Run a case and give each line."""
    return await served(request, case_whole, case, weight="heavy")


@router.get("/casebook/{case}", include_in_schema=False)
async def case(request: Request, case: str) -> Response:
    """Run a case and show each line."""
    return await served(request, case_page, case, weight="heavy")


def casebook_whole() -> Answer:
    """Return every case as JSON."""
    register = load_register()
    return json_answer(envelope("casebook", register, cases=cases_json(bundled_results(register), register)))


def case_whole(case: str) -> Answer:
    """Return a case as JSON."""
    register = load_register()
    return json_answer(envelope("casebook", register, cases=cases_json([_result(case)], register)))


def casebook_page() -> Answer:
    """Return the list of cases as a page."""
    rows = _by_day(_listed(one) for one in written_cases())
    return page("casebook.html", title="Casebook", rows=rows, counts=None)


def score_page() -> Answer:
    """Return the list of cases with how the engine does on each."""
    results = bundled_results(load_register())
    lines = sum(len(one.verdicts) for one in results)
    missed = sum(len(one.misses) for one in results)
    wrong = sum(len(one.unargued) for one in results)
    counts = {"cases": len(results), "lines": lines, "right": lines - missed, "wrong": wrong, "argued": missed - wrong}
    return page("casebook.html", title="Casebook", counts=counts, rows=_by_day(_row(one) for one in results))


def case_page(case: str) -> Answer:
    """Return a case as a page."""
    register = load_register()
    found = _result(case)
    answers = Answers(register, found.contingency)
    lines = [_line(one, found, answers, register) for one in found.verdicts]
    return page("case.html", title=found.title, case=found, lines=lines, notes=answers.naming_notes())


def _result(case: str) -> CaseResult:
    try:
        (found,) = bundled_results(load_register(), [case])
    except BadInput as error:
        fault = Fault(f"no case is called {case[:60]!r}", remedy="see the list of cases")
        raise UnknownName(fault) from error
    return found


def _by_day(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: str(row["date"]))


def _listed(case: Mapping[str, Any]) -> dict[str, Any]:
    lines = sum(len(part["state"]) for part in parts_of(case))
    date = case.get("date") or case["events"][0]["date"]
    return {"id": case["id"], "title": case.get("title", case["id"]), "date": date, "lines": lines}


def _row(result: CaseResult) -> dict[str, Any]:
    event = result.contingency.events[0]
    return {
        "id": result.id,
        "title": result.title,
        "date": event.date,
        "lines": len(result.verdicts),
        "right": len(result.verdicts) - len(result.misses),
        "argued": len(result.misses) - len(result.unargued),
    }


def _line(verdict: Verdict, result: CaseResult, answers: Answers, register: Register) -> dict[str, Any]:
    line = verdict.line
    event = result.contingency.events[0].id
    return {
        "state": answers.actor(line.state, event)["name"],
        "treaty": line.treaty,
        "treaty_name": register.treaties[line.treaty].name if line.treaty in register.treaties else "any other treaty",
        "expected": line.obligation or "no duty to fight",
        "agrees": verdict.agrees,
        "argued": verdict.argued,
        "findings": verdict.found,
    }
