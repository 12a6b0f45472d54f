"""Groups of parties: who gives, who owes, to whom."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """Who owes, or to whom: parties in roles, or named states, less exceptions; or everyone."""

    roles: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    excepted: tuple[str, ...] = ()
    anyone: bool = False

    def holds(self, state: str, role: str) -> bool:
        """Whether a party in that role belongs to the group."""
        if state in self.excepted:
            return False
        return self.anyone or state in self.states or role in self.roles
