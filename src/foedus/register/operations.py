"""The operations of the register, with the questions the other rooms ask of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cached_property
from typing import Any

from foedus._base.dates import Day
from foedus._base.errors import Fault, UnknownName
from foedus.domain.operation import Operation, Participant
from foedus.register.decode_operation import decode_operation


class Operations(Mapping[str, Operation]):
    """Operations by id, each decoded when it is first asked for.

    Parameters
    ----------
    checked : mapping of str to mapping
        Checked operation files by id; a mapping may read them on demand.
    """

    def __init__(self, checked: Mapping[str, Any]) -> None:
        self._checked = checked
        self._decoded: dict[str, Operation] = {}

    def __getitem__(self, operation_id: str) -> Operation:
        if operation_id not in self._decoded:
            self._decoded[operation_id] = decode_operation(self._checked[operation_id])
        return self._decoded[operation_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._checked)

    def __len__(self) -> int:
        return len(self._checked)

    def __contains__(self, operation_id: object) -> bool:
        return operation_id in self._checked

    @cached_property
    def aliases(self) -> dict[str, str]:
        """The ids of operations by their aliases."""
        return {alias: operation.id for operation in self.values() for alias in operation.aliases}

    def find(self, name: str) -> Operation:
        """Return the operation with that id or alias.

        Raises
        ------
        UnknownName
            If there is none.
        """
        if name in self._checked:
            return self[name]
        if name in self.aliases:
            return self[self.aliases[name]]
        close = get_close_matches(name, [*self, *self.aliases], 3)
        remedy = f"did you mean {' or '.join(close)}?" if close else "see foedus operation list"
        raise UnknownName(Fault(f"no operation has the id {name[:80]!r}", remedy=remedy))

    def on(self, day: Day) -> tuple[Operation, ...]:
        """Return the operations that may have run on a day, oldest first."""
        return tuple(operation for operation in self.oldest_first() if operation.spell.possibly(day))

    def of(self, state: str, day: Day | None = None) -> tuple[tuple[Operation, Participant], ...]:
        """Return what a state took part in, ever or as it may have been on a day, with each of its parts."""
        return tuple(
            (operation, part)
            for operation in self.oldest_first()
            for part in operation.parts_of(state)
            if day is None or part.spell.possibly(day)
        )

    def led_by(self, lead: str) -> tuple[Operation, ...]:
        """Return the operations that an actor, or the alliance of a treaty, led at any time."""
        return tuple(
            operation
            for operation in self.oldest_first()
            if any(lead in {one.actor, one.treaty} for one in operation.leads)
        )

    def oldest_first(self) -> tuple[Operation, ...]:
        """Return all of them by their first day."""
        return self._oldest_first

    @cached_property
    def _oldest_first(self) -> tuple[Operation, ...]:
        return tuple(sorted(self.values(), key=lambda operation: (operation.spell.start, operation.id)))
