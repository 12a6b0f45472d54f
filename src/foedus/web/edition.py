"""The edition of the register in an address: a permanent link says on what it was made."""

from __future__ import annotations

from html import escape

from foedus.register.register import Edition

HASH_LETTERS = 12
PLACE = b"<!--edition-->"
"""Where a page has room for the notice that its address was made on another edition."""


def edition_mark(edition: Edition) -> str:
    """Return the mark of an edition: its version, and enough of the hash of its content to know it again."""
    return f"{edition.version}-{edition.content_hash.removeprefix('sha256:')[:HASH_LETTERS]}"


def noticed(body: bytes, asked: str, edition: Edition) -> bytes:
    """Return a page with a notice if its address names another edition than the one at hand.

    Parameters
    ----------
    asked : str
        The mark that the address names; empty if it names none.
    """
    mark = edition_mark(edition)
    if not asked or asked == mark:
        return body
    told = f"This link was made on register {asked[:60]}; what you see is register {mark}, and may say otherwise."
    return body.replace(PLACE, f'<p class="note" role="note">{escape(told)}</p>'.encode(), 1)
