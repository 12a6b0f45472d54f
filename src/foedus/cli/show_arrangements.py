"""Organs, structures, nuclear arrangements and stationed forces in lines that people read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.text import Text

from foedus.cli.output import listed, said
from foedus.cli.wording import known_words
from foedus.domain.evidence import Evidence
from foedus.domain.membership import Membership
from foedus.domain.nuclear import FreeZone, NuclearStatus, Sharing, Umbrella
from foedus.domain.organ import DecisionRule, Majority, Organ
from foedus.domain.stationing import Presence
from foedus.domain.structure import Structure
from foedus.report.arrangements import Standing, Teller
from foedus.report.wording import spell_words

FEW = 6
"""How many states are named where their number says enough."""


def known(evidence: Evidence) -> str:
    """Return how a statement is known, in a few words."""
    return f"[dim]{known_words(evidence)}[/dim]"


def _line(screen: Console, markup: str, indent: int = 2) -> None:
    screen.print(Padding(Text.from_markup(markup), (0, 0, 0, indent), expand=False))


def _members(held: Mapping[str, Membership], tell: Teller) -> Iterable[str]:
    """Yield a line for each way of taking part, the plain members first."""
    parts: dict[str, list[str]] = {}
    for state, one in held.items():
        parts.setdefault(one.part, []).append(tell.name(state))
    for part in sorted(parts, key=lambda word: (word != "full", word)):
        yield f"{said(part)} ({len(parts[part])}): {listed(parts[part])}"


# --- organs and structures --------------------------------------------------------------------------------------------


def show_organ(organ: Organ, tell: Teller, screen: Console) -> None:
    """Print a body, who sits in it and how it decides."""
    _line(screen, f"[bold]{escape(organ.name)}[/bold] [dim]{organ.id}, {spell_words(organ.spell)}[/dim]")
    for line in _members(organ.members_on(tell.day, tell.parties), tell):
        _line(screen, line, 4)
    if organ.is_roster_partial:
        _line(screen, "[dim]others sat whom the register does not hold[/dim]", 4)
    for rule in organ.rules_on(tell.day):
        _show_rule(rule, tell, screen)
    if organ.note:
        _line(screen, f"[dim]note:[/dim] {escape(organ.note)}", 4)


def _show_rule(rule: DecisionRule, tell: Teller, screen: Console) -> None:
    article = f" [dim]art. {escape(rule.article)}[/dim]" if rule.article else ""
    _line(screen, f"[italic]{said(rule.subject)}[/italic]: {', '.join(_terms(rule, tell))}{article}", 4)
    _line(screen, escape(rule.summary), 6)
    if rule.silence and rule.silence.note:
        _line(screen, f"[dim]silence:[/dim] {escape(rule.silence.note)}", 6)
    if rule.needed_for:
        duties = ", ".join(f"{link.treaty} {link.clause}" for link in rule.needed_for)
        _line(screen, f"[dim]needed before these duties mature:[/dim] {escape(duties)}", 6)
    _line(screen, known(rule.evidence), 6)


def _terms(rule: DecisionRule, tell: Teller) -> Iterable[str]:
    yield said(rule.rule)
    if rule.majority:
        yield _majority(rule.majority)
    if rule.failing:
        yield f"failing that {said(rule.failing)}"
    if rule.vetoes:
        yield f"veto of {listed(map(tell.name, rule.vetoes))}"
    if rule.binds:
        yield {"all": "binds all", "concurring": "binds those who concur", "none": "recommends"}[rule.binds]
    if rule.silence:
        hours = f" of {rule.silence.hours} hours" if rule.silence.hours else ""
        yield f"by silence{hours} too"
    if rule.quorum:
        yield f"quorum: {escape(rule.quorum)}"
    if rule.invoked_by:
        yield f"invoked by {' or '.join(map(said, rule.invoked_by))}"


def _majority(majority: Majority) -> str:
    parts = []
    if majority.votes:
        parts.append(f"{majority.votes} votes" + (f" of {majority.of}" if majority.of else ""))
    if majority.members:
        parts.append(f"{majority.members:.0%} of members")
    if majority.population:
        parts.append(f"{majority.population:.0%} of the population")
    return " and ".join(parts)


def show_structure(structure: Structure, tell: Teller, screen: Console) -> None:
    """Print a structure and each state's part in it."""
    kind = said(structure.kind)
    _line(screen, f"[bold]{escape(structure.name)}[/bold] [dim]{kind}, {spell_words(structure.spell)}[/dim]")
    _line(screen, escape(structure.summary), 4)
    for line in _members(structure.parts_on(tell.day, tell.parties), tell):
        _line(screen, line, 4)
    if structure.note:
        _line(screen, f"[dim]note:[/dim] {escape(structure.note)}", 4)
    _line(screen, known(structure.evidence), 4)


# --- nuclear standing -------------------------------------------------------------------------------------------------


def show_status(status: NuclearStatus, screen: Console) -> None:
    """Print a state's own weapons."""
    test = f", first test {status.first_test}" if status.first_test else ""
    note = f": {escape(status.note)}" if status.note else ""
    _line(screen, f"weapons {said(status.standing)} {spell_words(status.spell)}{test}{note}  {known(status.evidence)}")


def show_umbrella(umbrella: Umbrella, tell: Teller, screen: Console) -> None:
    """Print an umbrella and whom it covers."""
    covered = umbrella.covers_on(tell.day, tell.parties)
    over = listed(map(tell.name, covered)) if len(covered) <= FEW else f"{len(covered)} states"
    what = escape(umbrella.instrument or umbrella.treaty)
    _line(screen, f"umbrella of {escape(tell.name(umbrella.by))} over {over}, {spell_words(umbrella.spell)}")
    _line(screen, f"[dim]by {said(umbrella.ground)}: {what}; {said(umbrella.certainty)}[/dim]", 4)
    _line(screen, f"{escape(umbrella.summary)}  {known(umbrella.evidence)}", 4)


def show_sharing(sharing: Sharing, tell: Teller, screen: Console) -> None:
    """Print one state's weapons on another's soil."""
    key = "under two keys" if sharing.custody == "dual_key" else "in its owner's hands alone"
    who = f"weapons of {escape(tell.name(sharing.owner))} in {escape(tell.name(sharing.host))}"
    _line(screen, f"{who}, {key}, {said(sharing.certainty)}, {spell_words(sharing.spell)}")
    systems = escape("; ".join(part for part in (sharing.systems, sharing.note) if part))
    _line(screen, f"{systems}  {known(sharing.evidence)}", 4)


def show_zone(zone: FreeZone, tell: Teller, screen: Console) -> None:
    """Print a zone without weapons, and who has given it assurances."""
    assured = listed(map(tell.name, dict.fromkeys(one.state for one in zone.assured_on(tell.day)))) or "nobody"
    _line(screen, f"{escape(zone.name)}, {spell_words(zone.spell)}; assurances bind {assured}  {known(zone.evidence)}")


# --- stationed forces -------------------------------------------------------------------------------------------------


def show_presence(presence: Presence, tell: Teller, screen: Console) -> None:
    """Print forces on another state's soil."""
    place = f" ({escape(presence.place)})" if presence.place else ""
    who = f"{escape(tell.name(presence.sender))} in {escape(tell.name(presence.host))}{place}"
    size = presence.size_on(tell.day)
    strength = f", {said(size.order)} in {size.year}" if size else ""
    _line(screen, f"{who}: {said(presence.kind)}, {spell_words(presence.spell)}{strength}")
    bases = (
        " ".join(filter(None, (one.treaty, one.agreement))) for one in presence.bases if one.spell.possibly(tell.day)
    )
    rests = escape("; ".join(bases)) or "nothing on record"
    consent = "" if presence.consent == "agreed" else f", consent: {said(presence.consent)}"
    others = f"; with {listed(map(tell.name, presence.contributors))}" if presence.contributors else ""
    _line(screen, f"[dim]rests on {rests}{consent}{others}[/dim]  {known(presence.evidence)}", 4)


def show_standing(standing: Standing, tell: Teller, screen: Console) -> None:
    """Print what is on record of a state's weapons and of forces, where there is anything."""
    if standing.status or standing.shared or standing.umbrellas or standing.zones:
        screen.print("\n[bold]Nuclear weapons[/bold]")
    if standing.status:
        show_status(standing.status, screen)
    for shared in standing.shared:
        show_sharing(shared, tell, screen)
    for umbrella in standing.umbrellas:
        show_umbrella(umbrella, tell, screen)
    for zone in standing.zones:
        show_zone(zone, tell, screen)
    for title, presences in (("Its forces abroad", standing.abroad), ("Others' forces", standing.on_its_soil)):
        if presences:
            screen.print(f"\n[bold]{title}[/bold] ({len(presences)})")
        for presence in presences:
            show_presence(presence, tell, screen)
