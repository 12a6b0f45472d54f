"""Panels to take away: which rows, which columns, which format; laid out as a job, off the request."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from fastapi import APIRouter, Form, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from foedus._base.dates import Day
from foedus.catalogue.additions import ADDITIONS, create
from foedus.panel.catalogue import UNIVERSES, addition
from foedus.panel.export import check_names, write
from foedus.panel.panel import Panel
from foedus.register.compiled import load_register
from foedus.web.answer import Answer, Refusal
from foedus.web.render import page
from foedus.web.serving import Serving, refused, served

router = APIRouter(include_in_schema=False)
Rows = Literal["state-years", "dyad-years", "alliance-years", "member-years"]
Format = Literal["csv", "parquet", "arrow", "dta"]


class Wanted(BaseModel):
    """The panel that a reader wants."""

    model_config = ConfigDict(extra="ignore")

    universe: Rows
    first: int
    last: int
    system: Literal["cow", "gw"] = "cow"
    add: Annotated[list[str], Field(max_length=30)] = []
    kind: Format = "csv"
    directed: bool = False


@router.get("/data/panels")
async def panels(request: Request) -> Response:
    """Show what a panel may be made of."""
    return await served(request, panels_page)


@router.post("/data/panels")
async def ask(request: Request, wanted: Annotated[Wanted, Form()]) -> Response:
    """Start laying out a panel, and go to the page that tells how far it is."""
    serving: Serving = request.app.state.serving
    asked = wanted.model_dump()
    checked = await serving.workers.run("light", checked_panel, asked)
    if isinstance(checked, Refusal):
        return refused(request, checked)
    title = f"{wanted.universe}, {wanted.first} to {wanted.last}"
    filename = f"{wanted.universe}-{wanted.first}-{wanted.last}.{wanted.kind}"
    job = serving.jobs.start(title, filename, laid_out, asked)
    if isinstance(job, Refusal):
        return refused(request, job)
    return RedirectResponse(f"/data/jobs/{job.id}", 303)


def panels_page() -> Answer:
    """Return what a panel may be made of as a page."""
    last = Day.parse(load_register().edition.cutoff).year
    offered = [(name, UNIVERSES[name]) for name in get_args(Rows)]
    held = [one for name in ADDITIONS if (one := addition(name, ADDITIONS)).needs is None]
    return page("panels.html", title="Panels", universes=offered, additions=held, last=last, formats=get_args(Format))


def checked_panel(wanted: dict[str, Any]) -> Answer:
    """Return nothing, if a panel can be made of what is wanted.

    Raises
    ------
    FoedusError
        If it cannot: what is unknown, does not fit, or needs data that the store lacks.
    """
    _panel(wanted)
    return Answer(b"")


def laid_out(wanted: dict[str, Any], file: str, note: str) -> None:
    """Lay out a panel and write it.

    Parameters
    ----------
    note : str
        The path of the file that tells how far it is.
    """

    def tell(what: str, done: int, whole: int) -> None:
        Path(note).write_text(f"{what}: {done} of {whole}", encoding="utf-8")

    panel = _panel(wanted)
    check_names(Path(file), panel.column_names)
    made = panel.collect(tell)
    Path(note).write_text(f"writing {made.frame.height:,} rows", encoding="utf-8")
    write(made, Path(file))


def _panel(wanted: dict[str, Any]) -> Panel:
    panel = create(
        wanted["universe"],
        first=wanted["first"],
        last=wanted["last"],
        system=wanted["system"],
        directed=wanted["directed"],
    )
    for name in sorted(wanted["add"], key=lambda one: addition(one, ADDITIONS).needs is not None):
        panel = panel.add(name)
    return panel
