"""Standing structures of alliances: commands, forces and planning bodies, and each member's part in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from foedus._base.dates import ALWAYS, Day, Spell
from foedus.domain.evidence import Evidence
from foedus.domain.membership import Heading, Membership, Parties, members_on

StructureKind = Literal[
    "integrated_command",
    "combined_command",
    "joint_command",
    "un_command",
    "planning_body",
    "response_force",
    "standing_force",
    "framework_force",
    "multinational_corps",
    "air_defence",
    "capability_framework",
    "operation_command",
]


@dataclass(frozen=True, slots=True)
class Structure:
    """A command, force or body that stands in peace."""

    heading: Heading
    id: str
    name: str
    kind: StructureKind
    parts: tuple[Membership, ...]
    evidence: Evidence
    spell: Spell = ALWAYS
    seat: str = ""
    summary: str = ""
    note: str = ""

    def stands_on(self, day: Day) -> bool:
        """Whether it may have stood on a day."""
        return self.spell.possibly(day)

    def parts_on(self, day: Day, parties: Parties) -> dict[str, Membership]:
        """Return each state's part on a day, those who stayed outside among them."""
        return members_on(self.parts, day, parties) if self.stands_on(day) else {}
