"""How often promises were kept: the shares of the published table."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from foedus.response.fulfilment.tested import PLEDGES, Flags, Tested
from foedus.response.rate import Rate, rate

ERAS = ("1816-1944", "1945-2003")
SIZES = ("two parties", "more than two parties")


def rates(held: Tested) -> tuple[Rate, ...]:
    """Return the shares of the published table, overall, by era and by pledge, and those of pledge, era and size."""
    return tuple(rate(name, held.kept[chosen], held.war[chosen]) for name, chosen in _parts(held) if chosen.any())


def _parts(held: Tested) -> Iterator[tuple[str, Flags]]:
    eras = dict(zip(ERAS, (~held.since_1945, held.since_1945), strict=True))
    sizes = dict(zip(SIZES, (~held.multilateral, held.multilateral), strict=True))
    yield "all", np.ones(len(held), bool)
    yield from eras.items()
    for pledge in PLEDGES:
        yield pledge, held.pledge[pledge]
        for era, chosen in eras.items():
            within = held.pledge[pledge] & chosen
            yield f"{pledge}, {era}", within
            yield from ((f"{pledge}, {era}, {size}", within & of) for size, of in sizes.items())
