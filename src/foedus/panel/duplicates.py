"""Rows that stand twice: a check for a user's own table before it is joined to a panel."""

from __future__ import annotations

import re
from collections.abc import Sequence

from foedus._base.errors import BadInput, Fault
from foedus.sources.extra import pl

KEY = re.compile(r"treaty|dispnum|(?:ccode|gwcode)[0-9]*|year|start")
"""What tells the rows of panels apart, as far as a table has it."""


def duplicates(table: pl.DataFrame, keys: Sequence[str] = ()) -> pl.DataFrame:
    """Return the rows whose keys another row has too, sorted by them; none in any panel.

    Parameters
    ----------
    table : polars.DataFrame
        Any table.
    keys : sequence of str
        The columns that should tell its rows apart; those of panels that it has if none is named.

    Raises
    ------
    BadInput
        If it has no such column.
    """
    by = list(keys) or [name for name in table.columns if KEY.fullmatch(name)]
    lacking = [name for name in by if name not in table.columns]
    if lacking or not by:
        what = f"the table has no column {lacking[0]!r}" if lacking else "the table has no key that is known"
        raise BadInput(Fault(what, "keys", ", ".join(table.columns[:20])))
    return table.filter(table.select(by).is_duplicated()).sort(by)
