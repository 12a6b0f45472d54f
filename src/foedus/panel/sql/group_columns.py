"""Groups of parties as four columns: by role, by name, less exceptions, or everyone."""

from __future__ import annotations

from foedus.domain.group import Group
from foedus.panel.sql.cells import Row, words
from foedus.panel.sql.view import Column


def group_columns(prefix: str, who: str) -> tuple[Column, ...]:
    """Return the columns of a group.

    Parameters
    ----------
    prefix : str
        Of their names.
    who : str
        What the members do, as it follows "actors".
    """
    return (
        Column(f"{prefix}_roles", "VARCHAR[]", f"roles of the parties {who}"),
        Column(f"{prefix}_states", "VARCHAR[]", f"actors {who}, by id"),
        Column(f"{prefix}_except", "VARCHAR[]", f"actors that are excepted of those {who}"),
        Column(f"{prefix}_anyone", "BOOLEAN", f"whether it is everyone {who}"),
    )


def group_cells(group: Group | None) -> Row:
    """Return the cells of a group; all null where there is none."""
    if group is None:
        return None, None, None, None
    return words(group.roles), words(group.states), words(group.excepted), group.anyone
