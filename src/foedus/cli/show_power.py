"""Balance, deterrence, time to decide and what decides it, on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from foedus.assessment.balance import LEFT_OUT, Balance, stand
from foedus.assessment.band import Band
from foedus.assessment.deciders import Deciders, Dispute
from foedus.assessment.decision import Deciding, Decisions
from foedus.assessment.deterrence import Deterrence, Swing
from foedus.assessment.lens import Lens, Sum
from foedus.assessment.outlook import Outlook
from foedus.assessment.unknown import Unknown
from foedus.cli.output import said
from foedus.cli.show_findings import FindingsScreen
from foedus.measures.capability.quantities import QUANTITIES
from foedus.register.register import Register

_VERDICTS = {
    "deterred": "[green]deterred[/green] at either end of the bands",
    "not deterred": "[red]not deterred[/red] at either end of the bands",
    "depends": "[magenta]it depends[/magenta]: deterred at one end of the bands and not at the other",
}
_PARTS = {"finds": "a duty waits for its finding", "directs": "directs; no duty waits for it"}
_MOST_TOLD = 4


class PowerScreen:
    """Prints what may come of an event beyond the responses.

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

    def show(self, outlook: Outlook) -> None:
        """Print the parts."""
        event = outlook.event.id
        self._heading("Balance: capability at hand, the attackers' being 1")
        if isinstance(outlook.balance, Unknown):
            not_known(self._console, outlook.balance)
        else:
            self._balance(outlook.balance, event)
        self._heading("Deterrence: the challenger's calculation, under assumptions")
        if isinstance(outlook.balance, Unknown):
            self._print("[cyan]not known:[/] there is no balance to reckon with\n", 2)
        elif isinstance(outlook.deterrence, Deterrence):
            self._deterrence(outlook.deterrence)
        self._heading(f"Time to decide, if a member takes {outlook.assumptions.days:g} days on average (assumed)")
        if isinstance(outlook.decisions, Unknown):
            not_known(self._console, outlook.decisions)
        else:
            self._decisions(outlook.decisions)
        self._heading("What decides it")
        if isinstance(outlook.deciders, Unknown):
            not_known(self._console, outlook.deciders)
        else:
            self._deciders(outlook.deciders, event)

    def _balance(self, held: Balance, event: str) -> None:
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
        table.add_column("")
        for name in ("targets", "with all whose\nduty is due", "and all whose\nmay come due", "owe the\nattackers"):
            table.add_column(name, justify="right")
        for lens in held.lenses:
            table.add_row(*_row(lens))
        self._console.print(Padding(table, (0, 0, 0, 2), expand=False))
        if held.disagree:
            self._print(f"[magenta]the lenses disagree on who is ahead[/magenta] {escape(', '.join(held.disagree))}", 2)
        missing = sorted({state for lens in held.lenses for one in _sums(lens) for state in one.missing})
        if missing:
            self._print(
                f"[dim]at least, for some lens has no figure of {self._findings.names(missing, event)}[/dim]", 2
            )
        blind: dict[str, list[str]] = {}
        for name, reason in held.unseen:
            blind.setdefault(reason.reason, []).append(QUANTITIES[name].heading if name in QUANTITIES else name)
        also = "".join(f". Not seen: {', '.join(names)}, for {reason}" for reason, names in blind.items())
        sources = "; ".join(dict.fromkeys(lens.source for lens in held.lenses))
        self._print(f"[dim]{escape(sources)}. Left out: {', '.join(LEFT_OUT)}{escape(also)}[/dim]", 2)
        self._console.print()

    def _deterrence(self, held: Deterrence) -> None:
        high, low = held.expected
        self._print(
            f"attack is worth {held.alone:.2f} if nobody comes, {high:.2f} to {low:.2f} as the bands have it, "
            f"{held.sure:.2f} if all come; leaving things as they are {held.status_quo:.2f} "
            f"({held.lens}; winning is worth the stake)",
            2,
        )
        self._print(_VERDICTS[held.verdict], 2)
        if held.blocks:
            self._print(f"{_needed(held)}; by the bands, those never tested included, {_coming(held)}", 2)
        else:
            self._print("nobody owes the target a fight", 2)
        told = "; ".join(_swing(one) for one in held.swings[:_MOST_TOLD])
        self._print(f"[dim]margin of leaving over attack: {escape(told)}[/dim]", 2)
        self._print(f"[dim]{escape(held.record)} Not modelled: {', '.join(held.not_modelled)}.[/dim]", 2)
        self._console.print()

    def _decisions(self, held: Decisions) -> None:
        for one in held.held:
            self._print(_deciding(one), 2)
            if one.decision.note:
                self._print(f"[yellow]{escape(one.decision.note)}[/yellow]", 4)
        self._console.print()

    def _deciders(self, held: Deciders, event: str) -> None:
        lines = []
        for fact in held.facts:
            what = "a duty to fight" if fact.to_fight else "a duty"
            lines.append(f"the fact [cyan]{escape(fact.field)}[/cyan]: {what} under {self._treaties(fact.treaties)}")
        by_treaty = {treaty: [one for one in held.disputes if one.treaty == treaty] for treaty in _disputed(held)}
        lines.extend(self._dispute(disputes, event) for disputes in by_treaty.values())
        if held.swing:
            lines.append(f"the assumption {escape(_swing(held.swing))}{_decides(held.swing)}")
        for number, line in enumerate(dict.fromkeys(lines), 1):
            self._print(f"{number}. {line}", 2)
        self._console.print()

    def _dispute(self, held: Sequence[Dispute], event: str) -> str:
        states = self._findings.names({state for one in held for state in one.obligors}, event)
        readings = [each for one in held for each in one.readings]
        bound = dict.fromkeys(each.reading for each in readings if each.status != "not_due")
        free = dict.fromkeys(each.reading for each in readings if each.status == "not_due")
        told = f"bound on “{'”, “'.join(bound)}”; not on “{'”, “'.join(free)}”"
        return f"the reading of {escape(self._register.treaties[held[0].treaty].name)}: {states}, {escape(told)}"

    def _treaties(self, treaties: tuple[str, ...]) -> str:
        names = [self._register.treaties[one].name for one in treaties[:2]]
        rest = f" and {len(treaties) - 2} more" if len(treaties) > 2 else ""
        return escape("; ".join(names) + rest)

    def _heading(self, text: str) -> None:
        self._console.print(f"[bold]{escape(text)}[/bold]")

    def _print(self, markup: str, indent: int) -> None:
        self._console.print(Padding(Text.from_markup(markup), (0, 0, 0, indent), expand=False))


def not_known(console: Console, unknown: Unknown) -> None:
    """Print that a part is not known, and why."""
    text = Text.from_markup(f"[cyan]not known:[/] {escape(why(unknown))}")
    console.print(Padding(text, (0, 0, 1, 2), expand=False))


def why(unknown: Unknown) -> str:
    """Return the reason, with what would bring the answer."""
    return f"{unknown.reason} ({unknown.remedy})" if unknown.remedy else unknown.reason


def _row(lens: Lens) -> tuple[str, ...]:
    years = f"{lens.years[0]}" if lens.years[0] == lens.years[1] else f"{lens.years[0]}–{lens.years[1]}"
    behind = list(lens.behind.values())
    cells = (f"{lens.times(sums):.2f}" for sums in stand(lens).values())
    attackers = f"{lens.times(behind):.2f}" if any(one.states for one in behind) else "–"
    return (f"{lens.heading} [dim]{years}[/dim]", *cells, attackers)


def _sums(lens: Lens) -> list[Sum]:
    return [*lens.owing.values(), *lens.behind.values()]


def _needed(held: Deterrence) -> str:
    low, high = held.needed.low, held.needed.high
    if low is None:
        return "not even certainty that all allies come would deter, over all the ranges tried"
    if high == 0:
        return "nobody would have to come, over all the ranges tried"
    most = "over 100" if high is None else f"{100 * high:.0f}"
    return f"to deter, each alliance must be expected to come with {100 * low:.0f} to {most} % over the ranges tried"


def _disputed(held: Deciders) -> dict[str, None]:
    return dict.fromkeys(one.treaty for one in held.disputes)


def _coming(held: Deterrence) -> str:
    return Band(min(one.coming.low for one in held.blocks), max(one.coming.high for one in held.blocks)).numbers


def _swing(one: Swing) -> str:
    return f"{said(one.assumption)} {one.low} → {one.high}: {one.margins[0]:+.2f} → {one.margins[1]:+.2f}"


def _decides(one: Swing) -> str:
    return ", which changes the verdict" if one.decides else ", which does not change the verdict"


def _deciding(one: Deciding) -> str:
    found = one.decision
    name = f"[bold]{escape(found.organ.name)}[/bold] ({_PARTS[one.part]}): {said(found.rule.rule)}"
    if found.rule.rule == "self_judging":
        return name
    first, middle, last = found.delay.quantiles
    return (
        f"{name}, {found.needed} of {len(found.delay.speeding)}; one time in ten within {first:.0f} days, in two "
        f"{middle:.0f}, in ten not before {last:.0f}"
    )
