"""The burden of command: relations to oversee, levels of a hierarchy.

References
----------
Graicunas (1933), "Relationship in Organization".
"""

from __future__ import annotations

from foedus._base.errors import BadInput, Fault


def relations(subordinates: int) -> int:
    """Return how many relations a commander of so many subordinates has: direct, cross and group ones together."""
    if subordinates < 0:
        raise BadInput(Fault(f"{subordinates} subordinates", "subordinates", "0 or more"))
    return subordinates * (2 ** (subordinates - 1) + subordinates - 1) if subordinates else 0


def levels(units: int, span: int) -> int:
    """Return how many levels of command so many units need if nobody leads more than `span`."""
    if units < 1 or span < 2:
        raise BadInput(Fault(f"{units} units under a span of {span}", "units, span", "1 or more, 2 or more"))
    height, reach = 0, 1
    while reach < units:
        height, reach = height + 1, reach * span
    return height
