"""Pages from templates: everything escaped, every page with the edition of the register it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from foedus import __version__
from foedus.register.compiled import load_register
from foedus.report import wording
from foedus.web.answer import Answer
from foedus.web.edition import edition_mark
from foedus.web.site import SECTIONS


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("foedus.web"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        plain=plain,
        listed=listed,
        spell=wording.spell_words,
        dated=wording.dated,
        upper_first=upper_first,
        ordinal=ordinal,
    )
    environment.globals.update(sections=SECTIONS, version=__version__, known_as=wording.KNOWN)
    return environment


def page(template: str, *, title: str, status: int = 200, **parts: Any) -> Answer:
    """Return a page.

    Parameters
    ----------
    template : str
        Its file under ``templates``; it extends ``base.html``.
    title : str
        Of the page, as text.
    parts
        What the template names; text is escaped.
    """
    edition = load_register().edition
    text = (
        _environment()
        .get_template(template)
        .render(title=title, edition=edition, edition_mark=edition_mark(edition), **parts)
    )
    return Answer(text.encode(errors="replace"), status=status)


SAID = {"nonaggression": "non-aggression", "defense": "defence", "offense": "offence"}
"""Words of a vocabulary that the pages spell otherwise."""


def upper_first(text: str) -> str:
    """Return a text that begins a sentence."""
    return text[:1].upper() + text[1:]


def plain(word: str) -> str:
    """Return a word of a vocabulary as people write it."""
    return SAID.get(word, wording.plain(word))


def ordinal(number: int) -> str:
    """Return a number as a place in a row: 1st, 2nd, 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def listed(words: Iterable[str]) -> str:
    """Return words in a row: one, two and three."""
    held = list(words)
    return " and ".join(filter(None, (", ".join(held[:-1]), held[-1]))) if held else ""


def query(**fields: Any) -> str:
    """Return the query of an address; fields without a value are left out."""
    return urlencode([(name, value) for name, value in fields.items() if value not in (None, "", False)], doseq=True)
