"""Parts of a treaty in words: groups of parties, how long it runs, and how something is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from foedus._base.dates import Spell
from foedus.domain.evidence import Evidence
from foedus.domain.group import Group
from foedus.domain.provision import Duration
from foedus.register.register import Register

KNOWN = {
    "text": "read in the text",
    "secondary": "from a secondary work",
    "knowledge": "from memory, not looked up",
}
RENEWAL = {
    "automatic": "renewed automatically",
    "by_agreement": "renewed by agreement",
    "none": "no renewal",
    "not_stated": "nothing said of renewal",
}
DENUNCIATION = {
    "any_time": "may be denounced at any time",
    "after_first_term": "may be denounced after the first term",
    "end_of_term": "may be denounced to the end of a term",
    "allowed": "may be denounced",
    "excluded": "may not be denounced",
    "not_stated": "nothing said of denunciation",
}


def known_words(evidence: Evidence) -> str:
    """Return how a statement is known, and the place in the source."""
    return KNOWN[evidence.verified] + (f" ({evidence.locator})" if evidence.locator else "")


def group_words(group: Group, register: Register) -> str:
    """Return who belongs to a group."""
    if group.anyone:
        return "all the world"
    names = [register.actors[state].names[-1].text for state in group.states]
    words = [*(f"each {plain(role)}" for role in group.roles), *sorted(names)]
    without = [register.actors[state].names[-1].text for state in group.excepted]
    return ", ".join(words) + (f", but not {', '.join(without)}" if without else "")


def duration_words(rule: Duration) -> Iterator[str]:
    """Yield how long a treaty runs by its own text: its term, its renewal, how it may be left."""
    match rule.first_term:
        case None:
            yield "first term not known"
        case "years":
            yield f"{_number(rule.years)} years"
        case "until":
            yield f"until {rule.until}"
        case "indefinite":
            yield "without limit"
        case "not_stated":
            yield "nothing said of a term"
    yield _renewal(rule)
    yield DENUNCIATION[rule.denunciation] if rule.denunciation else "denunciation not known"
    if rule.notice_months is not None:
        yield _notice(rule.notice_months)


def _renewal(rule: Duration) -> str:
    if rule.renewal is None:
        return "renewal not known"
    if rule.renewed_for is None:
        return RENEWAL[rule.renewal]
    length = "without limit" if rule.renewed_for == "indefinite" else f"for {_number(rule.renewed_for)} years"
    return f"{RENEWAL[rule.renewal]} {length}"


def _notice(months: float | str) -> str:
    if isinstance(months, str):
        return "nothing said of notice"
    return f"{_number(months)} months' notice" if months else "no notice needed"


def _number(value: float | None) -> str:
    return f"{value:g}"


def plain(word: str) -> str:
    """Return a word of a vocabulary as people write it."""
    return word.replace("_", " ")


def spell_words(spell: Spell) -> str:
    """Return a stretch of time as people say it; empty if it has neither beginning nor end."""
    if spell.start and spell.end:
        return f"{spell.start} to {spell.end}"
    if spell.start:
        return f"since {spell.start}"
    return f"until {spell.end}" if spell.end else ""


def dated(text: str) -> str:
    """Return words in which spells such as ``1949-08-24/..`` read as people say them."""
    since = re.sub(r"(\S*\d[?~%]?)/\.\.", r"since \1", text)
    until = re.sub(r"\.\./(\d\S*)", r"until \1", since)
    return re.sub(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)", r"from \1 to \2", until)


def supposed_words(register: Register) -> list[str]:
    """Return what a register supposes against the facts, a clause of a sentence each."""
    return [_supposed(one, register) for one in register.suppositions]


def _supposed(one: Mapping[str, str], register: Register) -> str:
    treaty = register.treaties[register.treaty_id(one.get("joins") or one.get("leaves") or one["treaty"])].name
    if "ends" in one:
        return f"{treaty} ends on {one['ends']}"
    role = f" as {one['role']}" if "role" in one else ""
    return f"{one['state']} {'joins' if 'joins' in one else 'leaves'} {treaty} from {one['from']}{role}"
