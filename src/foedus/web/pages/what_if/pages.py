"""The pages: the form, the answer under it, the whole chain, and the reasoning of one finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from foedus._base.errors import BadInput, Fault
from foedus.register.compiled import load_register
from foedus.report.charts.globe import View
from foedus.report.charts.picker import closer_view, world_view
from foedus.report.outlook.page import WARNING
from foedus.report.wording import supposed_words
from foedus.web.answer import Answer
from foedus.web.edition import edition_mark
from foedus.web.pages.what_if import fields as form_fields
from foedus.web.pages.what_if.asked import Pairs, first, values, with_values
from foedus.web.pages.what_if.beside import beside_told, comparison_of, has_second
from foedus.web.pages.what_if.case import SECOND, Case, case_of
from foedus.web.pages.what_if.examples import examples
from foedus.web.pages.what_if.export import finding_of, mode_of
from foedus.web.pages.what_if.fields import FIELDS, Field
from foedus.web.pages.what_if.place import FILLS, TOLD, address, coordinates
from foedus.web.pages.what_if.telling import FIRST_ROUNDS, answered, chain_of, chain_told, reasoned, title_of
from foedus.web.render import page

TEMPLATE = "what_if.html"
BUNDLED = "bundled"
"""What a link says of its figures where they all come with the project."""


@dataclass(frozen=True, slots=True)
class Form:
    """The form as it is shown: what was typed, and what is wrong with it."""

    pairs: Pairs
    faults: tuple[Fault, ...] = ()

    def first(self, field: Field) -> str:
        """Return what a field holds."""
        return first(self.pairs, field.name)

    def all(self, field: Field) -> list[str]:
        """Return everything a field holds."""
        return values(self.pairs, field.name)

    def faults_of(self, field: Field) -> list[Fault]:
        """Return what is wrong with a field."""
        return [one for one in self.faults if one.where == field.name]

    def is_filled(self, fields: Iterable[Field]) -> bool:
        """Whether any of some fields holds something or is at fault."""
        return any(self.all(one) or self.faults_of(one) for one in fields)

    @property
    def summary(self) -> list[tuple[str, str, Fault]]:
        """The faults with the name of their field and where the page has it."""
        held = []
        for one in self.faults:
            field = FIELDS.get(one.where)
            held.append((field.label if field else "", field.id if field else "form", one))
        return held


def form_page(pairs: Pairs, told: str = "") -> Answer:
    """Return the form, filled as far as it was."""
    title = "What if?"
    return page(TEMPLATE, title=title, answers=(), address=address(pairs), **_form(Form(pairs), TOLD.get(told, "")))


def refused_page(pairs: Pairs, faults: Sequence[Fault]) -> Answer:
    """Return the form with what is wrong beside its fields; what was typed stays."""
    form = Form(pairs, tuple(faults))
    title = "What if? This cannot be answered yet"
    return page(TEMPLATE, title=title, status=400, answers=(), address=address(pairs), **_form(form))


def answer_page(pairs: Pairs, stamp: str, made_on: str = "") -> Answer:
    """Return the answer with the form folded above it, or the form with its faults.

    Parameters
    ----------
    made_on : str
        The figures that a shared link was made on; empty if it names none.
    """
    try:
        case = case_of(pairs, stamp)
        beside = beside_told(comparison_of(case, case_of(pairs, stamp, SECOND))) if has_second(pairs) else []
    except BadInput as error:
        return refused_page(pairs, error.faults)
    told = [answered(case, outlook, at) for at, outlook in enumerate(case.outlooks)]
    event = case.outlooks[0].event
    figures = "; ".join(_figures(case))
    return page(
        TEMPLATE,
        title=title_of(event, case.namer(event.id)),
        answers=told,
        case=case,
        named=case.intake.contingency.title,
        warning=WARNING,
        supposed=supposed_words(case.register),
        chain=chain_told(chain_of(pairs, stamp, mode_of(pairs), FIRST_ROUNDS), case.namer(event.id)),
        figures=figures,
        other_figures=made_on if made_on not in {"", figures or BUNDLED} else "",
        bundled=BUNDLED,
        mark=edition_mark(case.register.edition),
        address=address(pairs),
        beside=beside,
        **_form(Form(pairs)),
    )


def _figures(case: Case) -> list[str]:
    """Return the data of the user's store that the answer rests on, each with its version."""
    held = [
        lens.source
        for outlook in case.outlooks
        for lens in getattr(outlook.balance, "lenses", ())
        if not lens.is_bundled
    ]
    return list(dict.fromkeys(held))


def _form(form: Form, told: str = "") -> dict[str, Any]:
    register = load_register()
    try:
        near: tuple[float, float] | None = coordinates(form.pairs)
    except BadInput:
        near = None
    return {
        "form": form,
        "fields": form_fields,
        "by_name": FIELDS,
        "names": register.actors.names,
        "examples": list(examples().values()),
        "fills": FILLS,
        "told": told,
        "world": _pixels(world_view()),
        "near": near,
        "near_view": _pixels(closer_view(*near)) if near else None,
        "json": f"/what-if.json?{address(form.pairs)}" if form.pairs and not form.faults else "",
    }


def _pixels(view: View) -> dict[str, float]:
    """Return what a script needs to know of a map to turn its pixels into degrees."""
    return {
        "meridian": round(view.meridian, 6),
        "scale": round(view.scale, 6),
        "across": round(view.across, 6),
        "down": round(view.down, 6),
        "width": view.width,
        "height": view.height,
    }


def chain_page(pairs: Pairs, stamp: str) -> Answer:
    """Return the whole chain, round by round."""
    try:
        case = case_of(pairs, stamp)
    except BadInput as error:
        return refused_page(pairs, error.faults)
    event = case.outlooks[0].event
    namer = case.namer(event.id)
    mode = mode_of(pairs)
    return page(
        "what_if_chain.html",
        title=f"The chain: {title_of(event, namer)}",
        chain=chain_told(chain_of(pairs, stamp, mode), namer),
        happened=title_of(event, namer),
        notes=case.answers.naming_notes(),
        asked=address(pairs),
        address=address(pairs),
        modes={one: address(with_values(pairs, {"chain": one})) for one in FIELDS["chain"].words},
        law=first(pairs, "law_on") or first(pairs, "public_only"),
    )


def trace_page(pairs: Pairs, stamp: str, number: int) -> Answer:
    """Return the reasoning of one finding, step by step and as a picture."""
    try:
        case = case_of(pairs, stamp)
    except BadInput as error:
        return refused_page(pairs, error.faults)
    finding = finding_of(case, number)
    namer = case.namer(finding.event)
    told = case.answers.finding(finding)
    return page(
        "what_if_trace.html",
        title=f"{told['obligor']['name']} → {told['beneficiary']['name']}: {told['treaty']['name']}",
        told=told,
        one=reasoned(finding, number, ""),
        happened=title_of(next(one.event for one in case.outlooks if one.event.id == finding.event), namer),
        notes=case.answers.naming_notes(),
        number=number,
        asked=address(pairs),
        address=f"{address(pairs)}&finding={number}",
    )
