"""How often promises were kept: the shares of the published table."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from foedus.response.fulfilment.tested import PLEDGES, Flags, Tested
from foedus.response.rate import Rate, rate

ERAS = ("1816-1944", "1945-2003")


def rates(held: Tested) -> tuple[Rate, ...]:
    """Return the shares of the published table: overall, by era, by pledge, and for defence by era."""
    return tuple(rate(name, held.kept[chosen], held.war[chosen]) for name, chosen in _parts(held) if chosen.any())


def _parts(held: Tested) -> Iterator[tuple[str, Flags]]:
    eras = dict(zip(ERAS, (~held.since_1945, held.since_1945), strict=True))
    yield "all", np.ones(len(held), bool)
    yield from eras.items()
    for pledge in PLEDGES:
        yield pledge, held.pledge[pledge]
        yield from ((f"{pledge}, {era}", held.pledge[pledge] & chosen) for era, chosen in eras.items())
