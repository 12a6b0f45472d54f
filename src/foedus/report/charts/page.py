"""A picture as HTML without any network: the SVG in place, its words, and its data as a table."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from html import escape

from foedus.report.charts.figures import Figures

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_STYLE = (
    "body{font-family:system-ui,sans-serif;color:#1b1f24;margin:1.5rem;max-width:75rem}"
    ".foedus-chart{margin:0}.foedus-chart svg{max-width:100%;height:auto}"
    ".foedus-chart figcaption{color:#5c6570;max-width:48rem;line-height:1.4}"
    ".foedus-chart table{border-collapse:collapse;font-size:.9rem}"
    ".foedus-chart th,.foedus-chart td{border-bottom:1px solid #d9dde2;padding:.15rem .7rem .15rem 0;text-align:left}"
)
_ID = re.compile(r'(\bid="|url\(#|href="#)([\w-]+)')


def fragment(svg: str, title: str, lines: Iterable[str], figures: Figures) -> str:
    """Return a ``figure``: picture, caption, and the table of its data, folded.

    Parameters
    ----------
    svg : str
        As the renderer drew it; its ids are made its own, so that several pictures may stand on a page.
    lines : iterable of str
        What stands under the picture; text, which is escaped.
    """
    mark = hashlib.sha256(svg.encode()).hexdigest()[:8]
    own = _ID.sub(rf"\1c{mark}-\2", svg)
    name = escape(title, quote=True)
    drawn = own.replace("<svg", f'<svg role="img" aria-label="{name}"', 1)
    told = "".join(f"<br>{escape(line)}" for line in lines)
    caption = f"<figcaption><strong>{escape(title)}</strong>{told}</figcaption>"
    return f'<figure class="foedus-chart">\n{drawn}\n{caption}\n{_table(figures)}</figure>\n'


def _table(figures: Figures) -> str:
    if not figures.rows:
        return ""
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in figures.columns)
    body = "\n".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in figures.rows)
    table = f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    return f"<details>\n<summary>The data as a table</summary>\n{table}\n</details>\n"


def page(figure: str, title: str, style: str = "") -> str:
    """Return a whole page around a figure; its policy lets it load nothing and run nothing.

    Parameters
    ----------
    figure : str
        HTML, as `fragment` makes it.
    title : str
        Text, which is escaped.
    style : str
        Further rules, in CSS.
    """
    head = (
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}{style}</style>"
    )
    return f'<!doctype html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body>\n{figure}</body>\n</html>\n'
