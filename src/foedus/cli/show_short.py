"""An assessment on one screen: who must fight, who may, and what leads each part of the outlook."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from foedus.assessment.assess import Assessment
from foedus.assessment.outlook import Outlook
from foedus.obligations.answer import Answers
from foedus.register.register import Register
from foedus.report.outlook.leading import leading, title_of
from foedus.report.outlook.sections import sections
from foedus.report.outlook.short import NOT, Short, Who, in_short
from foedus.report.outlook.told import Namer

MOST_WHO = 2
MOST_NAMES = 4


def show_short(
    register: Register, assessment: Assessment, outlooks: Sequence[Outlook], answers: Answers, screen: Console
) -> None:
    """Print every event on a screen of its own."""
    for outlook in outlooks:
        event = outlook.event
        namer = Namer(register, answers, event.id)
        attack = f"{namer.states(event.attackers)} against {namer.states(event.targets)}"
        screen.print(Text(f"{event.date}: {attack}", style="bold"))
        for note in register.naming_notes(event.place.point, event.date):
            screen.print(Padding(Text(note, style="dim"), (0, 0, 0, 2), expand=False))
        for part in in_short(assessment.findings, event, namer):
            _show_part(part, screen)
        for section in sections(outlook, namer):
            _show(title_of(section), leading(section), screen)
    screen.print(
        Text(
            "Law is law, bands are from past cases under stated assumptions; without --short, the whole answer.", "dim"
        )
    )


def _show_part(part: Short, screen: Console) -> None:
    if part.title == NOT and part.held:
        states = {state for one in part.held for state in one.states}
        told: tuple[str, ...] = (f"{len(states)} states; the whole answer says why",)
    else:
        told = tuple(map(_told, part.held[:MOST_WHO])) or (part.nobody,)
        left = len(part.held) - MOST_WHO
        told = (*told, f"and {left} more") if left > 0 else told
    _show(part.title, told, screen)


def _told(who: Who) -> str:
    named = ", ".join(who.states) if len(who.states) <= MOST_NAMES else f"{len(who.states)} states"
    return f"{named} {who.told}"


def _show(title: str, lines: Sequence[str], screen: Console) -> None:
    first, *rest = lines or ("",)
    screen.print(Text.assemble((f"{title}: ", "bold"), first))
    for line in rest:
        screen.print(Padding(Text(line), (0, 0, 0, 4), expand=False))
