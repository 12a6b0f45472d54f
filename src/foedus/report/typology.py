"""The typology as JSON, and its pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from foedus.measures.typology.kinds import Kinds
from foedus.measures.typology.types import Count
from foedus.register.register import Edition
from foedus.report.charts.bars import Bar, bars
from foedus.report.charts.chart import Chart
from foedus.report.charts.series import Point, series
from foedus.report.charts.theme import Words

SPAN = 20
"""Years that a point of the picture stands for."""
LEAST = 10
"""Of fewer treaties no share is drawn."""
DRAWN = ("defence", "bilateral", "conditional", "asymmetric", "secret")
SCALES = {"depth": 1.0, "milinst": 2.0, "formal": 2.0}
"""What can be drawn of single treaties, and its highest value."""
_TITLES = {
    "depth": ("How deep the alliances are", "share of eight costly provisions; the line spans what is not known"),
    "milinst": ("Military institutions of the alliances", "0 none, 1 moderate, 2 high (Leeds and Anac 2005)"),
    "formal": ("Formality of the alliances", "0 to 2: public treaty, organisation (Leeds and Anac 2005)"),
}


def kinds_json(one: Kinds) -> dict[str, Any]:
    """Return what a treaty or a coalition is as the documented JSON."""
    return {
        "id": one.id,
        "name": one.name,
        "signed": one.signed.iso(),
        "on": one.day.iso() if one.day else None,
        "regions": list(one.parts),
        "answers": [
            {"question": question, "value": answer.value, "because": answer.because}
            for question, answer in one.answers.items()
        ],
    }


def count_json(one: Count) -> dict[str, Any]:
    """Return a count as the documented JSON."""
    return {"type": one.type, "century": one.since, "yes": one.yes, "known": one.known, "of": one.of}


def source(edition: Edition) -> str:
    """Return what the register is called on a picture."""
    return f"Foedus register {edition.version}, kept to {edition.cutoff}"


def shares_drawn(counted: Iterable[Count], edition: Edition) -> Chart:
    """Return the share of treaties signed in each span of years that are of a type, since enough were in each span."""
    held = [one for one in counted if one.type in DRAWN]
    first = _first_of_enough(held)
    points = [Point(one.since + SPAN // 2, one.share, one.type) for one in held if one.since >= first]
    words = Words(
        "Types of treaties, by when they were signed",
        f"share of those of which it is known, {SPAN} years a point, {LEAST} treaties or more in each",
        source(edition),
        f"before {edition.covers_since[:4]} the register is a choice, not all alliances",
    )
    return series(points, words)


def _first_of_enough(held: Sequence[Count]) -> int:
    """Return the first span of years from which on every span has enough treaties."""
    sizes = {one.since: one.of for one in held}
    first = max(sizes, default=0)
    while sizes.get(first - SPAN, 0) >= LEAST:
        first -= SPAN
    return first


def drawn(held: Sequence[Kinds], what: str, edition: Edition) -> Chart:
    """Return bars of one number of some treaties.

    Parameters
    ----------
    what : {"depth", "milinst", "formal"}
        The number; a depth that is known in part is drawn as far as it is on record, with a line to what it may be.
    """
    title, unit = _TITLES[what]
    days = {one.day.iso() for one in held if one.day}
    note = f"on {', '.join(sorted(days))}" if days else "over the whole life of each treaty"
    return bars([_bar(one, what) for one in held], Words(title, unit, source(edition), note))


def _bar(one: Kinds, what: str) -> Bar:
    if what != "depth":
        value = one[what].value
        return Bar(one.id, None if value is None else float(value))
    low, high = (float(one[name].value or 0.0) for name in ("depth_low", "depth_high"))
    return Bar(one.id, low) if low == high else Bar(one.id, low, low, high)
