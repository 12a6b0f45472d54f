"""Symmetric or asymmetric: in what the parties owe, and in what they are."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from foedus._base.dates import Day
from foedus.domain.treaty import Treaty
from foedus.measures.concordance.coding import PLEDGES, is_asymmetric, pledged, secrecy
from foedus.measures.typology.answer import Answer, cited
from foedus.measures.typology.on_day import members
from foedus.register.register import Register


def pledges_differ(treaty: Treaty) -> Answer:
    """Return whether two parties differ in what they owe, or in its conditions (the rule of the codings)."""
    if len(members(treaty)) < 2:
        return Answer(None, "fewer than two parties bound")
    if not is_asymmetric(treaty):
        return Answer(False, "the parties owe the same kinds of pledge on the same conditions")
    some = [
        clause
        for name in PLEDGES
        for clause in pledged(treaty, name)
        if not all(clause.owes.holds(party.state, party.role) for party in treaty.parties if party.bound)
    ]
    return Answer(True, f"owed by some only: {cited(some, treaty)}")


def major_and_minor(treaty: Treaty, register: Register, day: Day) -> Answer:
    """Return whether a great power and one that is none are bound together.

    Such an alliance trades security for autonomy (Morrow 1991, American Journal of Political Science 35: 904-933).
    """
    held = members(treaty)
    great = register.classes.get("great_power")
    if len(held) < 2 or great is None:
        return Answer(None, "fewer than two parties bound" if great else "the register lists no Great Powers")
    powers = [state for state in held if state in great.members_on(day)]
    names = ", ".join(register.actors[state].name_on(day) for state in powers)
    return Answer(0 < len(powers) < len(held), f"Great Powers on {day.iso()}: {names or 'none'}")


def strongest_share(cinc: Mapping[str, float | None], source: str) -> Answer:
    """Return the strongest member's share of the members' joint capability, 0 to 1.

    Parameters
    ----------
    cinc : mapping of str to float or None
        CINC of each member; None is missing, and then so is the share.
    source : str
        What the figures are, for the reader.
    """
    known = [value for value in cinc.values() if value is not None]
    lacking = [state for state, value in cinc.items() if value is None]
    if lacking or len(known) < 2 or sum(known) == 0:
        return Answer(None, f"{source}: no figure for {', '.join(lacking) or 'two members'}")
    strongest = max(cinc, key=lambda state: cinc[state] or 0.0)
    return Answer(max(known) / sum(known), f"{source}: {strongest} is the strongest of {len(known)}")


_SECRECY = MappingProxyType(
    {
        "open": "no instrument is secret",
        "partly": "secret in part",
        "secret": "all instruments with clauses are secret",
    }
)


def secret(treaty: Treaty) -> Answer:
    """Return whether a treaty was made ``open``, ``partly`` secret or ``secret`` (the rule of the codings)."""
    value = secrecy(treaty)
    hidden = [one for one in treaty.instruments if one.secret is not None]
    titles = "; ".join(
        one.title + (f", published {one.secret.published.iso()}" if one.secret and one.secret.published else "")
        for one in hidden
    )
    return Answer(value, f"{_SECRECY[value]}: {titles}" if titles else _SECRECY[value])
