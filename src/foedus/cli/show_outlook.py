"""What may come of a contingency, on a terminal: compact, and in bands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from foedus.assessment.band import Band
from foedus.assessment.likelihood import FIRST, LAST, Likelihood
from foedus.assessment.outlook import Outlook
from foedus.assessment.responses import Duty, Response, Responses
from foedus.assessment.unknown import Unknown
from foedus.cli.output import STYLES, said
from foedus.cli.show_findings import FindingsScreen
from foedus.cli.show_power import PowerScreen, not_known, why
from foedus.domain.vocabulary import Obligation
from foedus.register.register import Register

_DOES: dict[Obligation, str] = {"defend": "defend", "offense": "join the attack", "neutrality": "stay out"}
_FEW = 3


class OutlookScreen:
    """Prints outlooks.

    Parameters
    ----------
    console : rich.console.Console
        Where to.
    register : Register
        For the names of treaties.
    findings : FindingsScreen
        Of the same contingency, for the names of actors.
    """

    def __init__(self, console: Console, register: Register, findings: FindingsScreen) -> None:
        self._console = console
        self._register = register
        self._findings = findings
        self._power = PowerScreen(console, register, findings)

    def show(self, outlooks: Sequence[Outlook]) -> None:
        """Print every outlook."""
        for outlook in outlooks:
            when = f" of {outlook.event.date}" if len(outlooks) > 1 else ""
            self._console.print(f"[bold underline]Would it be enough? What can be said{when}[/]\n")
            self._responses(outlook)
            self._power.show(outlook)

    def _responses(self, outlook: Outlook) -> None:
        self._heading("Likely responses: is the alliance kept, once a war puts it to the test?")
        held = outlook.responses
        if isinstance(held, Unknown):
            not_known(self._console, held)
            return
        event = outlook.event.id
        for alike in _alike([one for one in held.held if one.fights]):
            names = "; ".join(self._register.treaties[one.treaty].name for one in alike)
            self._print(f"[bold]{escape(names)}[/bold]", 2)
            self._print("; ".join(dict.fromkeys(self._duty(duty, event) for one in alike for duty in one.duties)), 4)
            self._kept(alike[0].likelihood)
            self._otherwise(alike[0].likelihood)
        for alike in _alike([one for one in held.held if not one.fights]):
            self._staying(alike, outlook)
        self._below(held)
        self._rests_on(held, outlook)

    def _staying(self, alike: Sequence[Response], outlook: Outlook) -> None:
        """Print treaties of neutrality of which the same is said, by their states."""
        event = outlook.event
        states = {state for one in alike for duty in one.duties for state in duty.obligors}
        owed = {duty.side for one in alike for duty in one.duties}
        to = self._findings.names([state for side in sorted(owed) for state in getattr(event, side)], event.id)
        statuses = ", ".join(dict.fromkeys(said(duty.status) for one in alike for duty in one.duties))
        treaties = f"{len(alike)} treaties" if len(alike) > 1 else "1 treaty"
        names = self._findings.names(states, event.id)
        self._print(f"[bold]Neutrality[/bold] owed to {to}: {names} ({treaties}, {statuses})", 2)
        self._kept(alike[0].likelihood)

    def _duty(self, duty: Duty, event: str) -> str:
        many = len(duty.obligors) > _FEW
        states = f"{len(duty.obligors)} states" if many else self._findings.names(duty.obligors, event)
        waits = f", waits for {escape(', '.join(duty.waits_for))}" if duty.waits_for else ""
        return f"{states} to {_DOES[duty.obligation]} ([{STYLES[duty.status]}]{said(duty.status)}[/]{waits})"

    def _kept(self, likelihood: Likelihood | Unknown) -> None:
        if isinstance(likelihood, Unknown):
            self._print(f"[cyan]not known:[/] {escape(likelihood.reason)}", 4)
            return
        of = likelihood.reference
        like = f"of its like ({of.name}) {of.happened} of {of.cases} kept, in {of.wars} wars"
        self._print(f"[bold]{likelihood.band.numbers}[/bold], {likelihood.band.words}; {like}", 4)

    def _otherwise(self, likelihood: Likelihood | Unknown) -> None:
        if isinstance(likelihood, Unknown):
            return
        others = [f"{one.band.numbers} {one.what}" for one in likelihood.changes]
        if isinstance(likelihood.untested, Band):
            others.append(f"up to {100 * likelihood.untested.high:.0f} % with those never tested")
        self._print(f"[dim]{escape('; '.join(others))}[/dim]", 4)

    def _below(self, held: Responses) -> None:
        if held.below:
            names = {self._register.treaties[one.treaty].name for one in held.below}
            what = "Rights to act, and help below full combat, under"
            self._print(f"[dim]{what} {escape('; '.join(sorted(names)))}: not modelled[/dim]", 2)

    def _rests_on(self, held: Responses, outlook: Outlook) -> None:
        card, given = held.card, outlook.assumptions
        told = (
            f"95 % bands from {card.cases} alliances tested in {card.wars} wars, {FIRST}–{LAST} ({card.data} "
            f"{card.version}): of the alliance, not of a member, and only where deterrence had failed. Sanctions, "
            f"arms and bases are not modelled. Those never tested: assuming {100 * given.tested_share:g} % ever are, "
            f"and that keeping and deterring correlate by up to {given.together:g} (--assume)."
        )
        after = any(isinstance(one.likelihood, Likelihood) and one.likelihood.beyond for one in held.held)
        late = (
            f" The event is later than all of these cases: what has changed since {LAST} is not in them."
            if after
            else ""
        )
        self._print(f"[dim]{escape(told + late)}[/dim]", 2)
        for missing in dict.fromkeys(_missing(held)):
            self._print(f"[cyan]of those never tested nothing is known:[/] {escape(why(missing))}", 2)
        self._console.print()

    def _heading(self, text: str) -> None:
        self._console.print(f"[bold]{escape(text)}[/bold]")

    def _print(self, markup: str, indent: int) -> None:
        self._console.print(Padding(Text.from_markup(markup), (0, 0, 0, indent), expand=False))


def _missing(held: Responses) -> Iterator[Unknown]:
    for one in held.held:
        if isinstance(one.likelihood, Likelihood) and isinstance(one.likelihood.untested, Unknown):
            yield one.likelihood.untested


def _alike(held: Iterable[Response]) -> list[list[Response]]:
    """Return responses of which the same is said in one list: alike in band, kinds and, if they fight, states."""
    gathered: dict[object, list[Response]] = {}
    for one in held:
        states = one.duties if one.fights else tuple(sorted({(duty.status, duty.side) for duty in one.duties}))
        gathered.setdefault((one.likelihood, states), []).append(one)
    return list(gathered.values())
