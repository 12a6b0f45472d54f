"""Major powers, as the Correlates of War project lists them: in any year that the status touches."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from foedus.panel.addition import Added, Addition, Options, fixed
from foedus.panel.columns import masked
from foedus.panel.workspace import Workspace
from foedus.sources.extra import pl


def _majors(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
    """Return 1 for a major power, 0 for another state of the system, and nothing outside the list's years."""
    spells = work.table("cow-majors", "spells")
    states, years = work.membership.size
    held = np.zeros((states, years), np.int8)
    for number, start, end in spells.select("ccode", "start", "end").iter_rows():
        touched = pl.Series(range(start.year, end.year + 1), dtype=pl.Int64)
        place, year = work.stand(pl.repeat(number, len(touched), dtype=pl.Int64, eager=True), touched, "cow")
        held[place[place >= 0], year[place >= 0]] = 1
    covered = work.is_covered(work.coverage("cow-majors"))
    flat, known = held.ravel(), work.has("cow").ravel()
    found = {}
    for suffix, cells in zip(work.layout.suffixes, work.layout.cells, strict=True):
        at = np.where(cells < 0, 0, cells)
        is_known = (covered & known[at] | (flat[at] == 1)) & (cells >= 0)
        found[f"cowmaj{suffix}"] = masked(flat[at], is_known, f"cowmaj{suffix}")
    return found


MAJORS = Addition(
    name="cow-majors",
    summary="Major powers",
    columns=fixed(Added("cowmaj", "flag", "whether it was a major power on some day of the year", is_of_each=True)),
    compute=_majors,
    sources=("cow-majors",),
)
