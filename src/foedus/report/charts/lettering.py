"""Widths of text, so that words can be wrapped, shortened and kept apart before anything is drawn.

The typeface is Liberation Sans, which the renderer brings with it; its advance widths are those of Arial and Helvetica.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

FONT = "Liberation Sans, Arial, Helvetica, DejaVu Sans Condensed, sans-serif"
"""The first is bundled with the renderer; the next two have the same widths, for browsers that draw the SVG.

Where a machine has none of them, the condensed cut runs nearly as wide; the plain one would be cut off at the edges.
"""

_PRINTABLE = range(0x20, 0x7F)
_WIDTHS = (
    *(278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278),
    *(556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556),
    *(1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778),
    *(667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556),
    *(333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556),
    *(556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584),
)
_WIDTH_OF = {chr(code): width for code, width in zip(_PRINTABLE, _WIDTHS, strict=True)}
_WIDTH_OF |= {"–": 556, "—": 1000, "…": 1000, "’": 222, "“": 333, "”": 333, "·": 278, "→": 1000, "×": 584}
_OTHER, _WIDE = 667, 1000
BOLD = 1.08
"""How much wider bold letters run, at most on average."""


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line of text in pixels at a size in pixels."""
    total = sum(_advance(char) for char in text)
    return total * size / 1000 * (BOLD if bold else 1)


def _advance(char: str) -> int:
    if char in _WIDTH_OF:
        return _WIDTH_OF[char]
    plain = unicodedata.normalize("NFKD", char)[:1]
    if plain in _WIDTH_OF:
        return _WIDTH_OF[plain]
    if unicodedata.combining(char):
        return 0
    return _WIDE if unicodedata.east_asian_width(char) in "WF" else _OTHER


def shortened(text: str, width: float, size: float) -> str:
    """Return the text, cut with an ellipsis where it is wider than `width` pixels."""
    if width_of(text, size) <= width:
        return text
    kept = text
    while kept and width_of(f"{kept}…", size) > width:
        kept = kept[:-1]
    return f"{kept.rstrip(' ,;-–')}…"


def marked(text: str, mark: str, width: float, size: float) -> str:
    """Return the text; where it is cut, followed by a short word that tells it apart."""
    if not mark or width_of(text, size) <= width:
        return shortened(text, width, size)
    return f"{shortened(text, width - width_of(f' {mark}', size), size)} {mark}"


def wrapped(text: str, width: float, size: float, most: int = 0) -> list[str]:
    """Return the text in lines of at most `width` pixels, broken between words; a word that is too long is cut.

    Parameters
    ----------
    most : int
        The most lines, the last one cut with an ellipsis; 0 for as many as it takes.
    """
    lines = list(_lines(text, width, size))
    if most and len(lines) > most:
        rest = " ".join(lines[most - 1 :])
        cut = shortened(rest, width, size)
        return [*lines[: most - 1], cut if cut.endswith("…") else shortened(f"{rest} …", width, size)]
    return lines


def _lines(text: str, width: float, size: float) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and width_of(longer, size) > width:
            yield shortened(line, width, size)
            line = word
        else:
            line = longer
    if line:
        yield shortened(line, width, size)
