"""Figures that the project brings with it: of the latest year a permissive publisher gives for each state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from foedus._base.documents import Document, read_file
from foedus._base.errors import BadInput, Fault
from foedus._base.validation import check
from foedus.measures.capability.figures_file import FiguresFile
from foedus.register.register import Register

FIGURES = Path(__file__).parent / "figures.yaml"
UNITS: Mapping[str, str] = {
    "expenditure_share": "per cent of GDP",
    "personnel": "persons on active duty",
    "population": "persons",
    "gdp": "million US$, official exchange rates",
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a year; `low` and `high` are alike where the publisher gives no range."""

    low: float
    high: float
    year: int

    @property
    def value(self) -> float:
        """The middle of its range."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes figures; `known` says where they were read: ``page``, ``copy`` or ``secondary``."""

    id: str
    publisher: str
    title: str
    terms: str
    address: str
    known: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class StateFigures:
    """The figures of a state by name, those that the publisher gives; `page` is where they stand."""

    state: str
    publisher: Publisher
    page: str
    figures: Mapping[str, Figure]
    note: str = ""


def read_figures(document: Document | None = None, register: Register | None = None) -> Mapping[str, StateFigures]:
    """Return the figures of a document, or of the project's own file, by state.

    Parameters
    ----------
    document : Document or None
        The project's own file if none is given.
    register : Register or None
        Given, every state must be one of its actors.

    Raises
    ------
    BadInput
        With every fault: a state named twice or unknown, a source that the file does not describe.
    """
    read = document or read_file(FIGURES)
    parts: Any = check(FiguresFile, read)
    publishers = {name: Publisher(id=name, **about) for name, about in parts["sources"].items()}
    faults = list(_faults(read, parts["states"], publishers, register))
    if faults:
        raise BadInput(faults)
    return {part["state"]: _figures(part, publishers) for part in parts["states"]}


@cache
def bundled() -> Mapping[str, StateFigures]:
    """Return the project's own figures by state."""
    return read_figures()


def _faults(read: Document, states: Any, publishers: Mapping[str, Publisher], register: Register | None) -> list[Fault]:
    seen: set[str] = set()
    faults = []
    for at, part in enumerate(states):
        if part["state"] in seen:
            faults.append(Fault(f"{part['state']} is there twice", read.where(("states", at, "state"))))
        seen.add(part["state"])
        if part["source"] not in publishers:
            where = read.where(("states", at, "source"))
            faults.append(Fault(f"no source is called {part['source']!r}", where, ", ".join(publishers)))
        if register is not None and part["state"] not in register.actors:
            where = read.where(("states", at, "state"))
            faults.append(Fault(f"no actor has the id {part['state']!r}", where, "an id of the register"))
    return faults


def _figures(part: Mapping[str, Any], publishers: Mapping[str, Publisher]) -> StateFigures:
    figures = {name: _figure(part[name]) for name in UNITS if part.get(name)}
    return StateFigures(part["state"], publishers[part["source"]], part["page"], figures, part.get("note", ""))


def _figure(part: Mapping[str, Any]) -> Figure:
    if part.get("value") is not None:
        return Figure(part["value"], part["value"], part["year"])
    return Figure(part["low"], part["high"], part["year"])
