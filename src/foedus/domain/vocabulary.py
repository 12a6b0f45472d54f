"""The closed vocabularies of the field: a word that is not listed is bad input."""

from __future__ import annotations

from typing import Literal

Obligation = Literal["defend", "discretionary_action", "offense", "consult", "neutrality", "nonaggression"]
Strength = Literal[
    "all_means",
    "all_available_forces",
    "fixed_contingent",
    "as_deemed_necessary",
    "constitutional_process",
    "facilities_only",
    "unspecified",
    "economic_measures",
    "readiness_on_request",
    "political_only",
    "collective_decision",
    "benevolent",
    "strict",
]
Status = Literal["due", "contested", "conditional", "undetermined", "not_due"]
Character = Literal[
    "treaty",
    "exchange_of_notes",
    "executive_agreement",
    "unilateral_guarantee",
    "military_convention",
    "political_declaration",
    "domestic_law",
    "executive_order",
    "un_resolution",
    "draft",
]
Verified = Literal["text", "secondary", "knowledge"]
EndingManner = Literal[
    "expired",
    "denounced",
    "replaced",
    "dissolved",
    "abrogated",
    "lapsed",
    "war",
    "extinction",
    "agreement",
]
VitalityGrade = Literal["live", "dormant", "dead_letter"]
Effect = Literal[
    "no_separate_peace",
    "command_transfer",
    "compensation",
    "joint_mobilisation",
    "war_aims",
    "peace_terms",
]
FirstTerm = Literal["years", "until", "indefinite", "not_stated"]
Renewal = Literal["automatic", "by_agreement", "none", "not_stated"]
Denunciation = Literal["any_time", "after_first_term", "end_of_term", "allowed", "excluded", "not_stated"]
ProvisionKind = Literal[
    "organ",
    "military_contact",
    "integrated_command",
    "subordination",
    "bases",
    "transit",
    "military_aid",
    "economic_aid",
    "intelligence",
    "contributions",
    "dispute_settlement",
    "no_separate_peace",
    "no_counter_alliance",
    "territorial_settlement",
    "arms_limits",
]
Standing = Literal["target", "attacker", "at_war", "requester", "partner"]
ActorKind = Literal["state", "polity", "organisation", "non_state"]

PlaceKind = Literal[
    "metropolitan",
    "overseas_territory",
    "forces_at_sea",
    "forces_abroad",
    "occupied_territory",
    "demilitarised_zone",
    "leased_territory",
    "disputed_territory",
    "vassal_territory",
    "mandate_or_unassigned",
    "maritime_zone",
    "high_seas",
]
PlaceObject = Literal[
    "territory",
    "forces",
    "vessel",
    "public_vessel",
    "merchant_vessel",
    "aircraft",
    "base",
    "cable_or_pipeline",
    "spacecraft",
    "nationals",
    "mission",
]
Region = Literal[
    "africa",
    "asia",
    "caribbean",
    "central_america",
    "europe",
    "mediterranean",
    "middle_east",
    "north_america",
    "north_atlantic",
    "oceania",
    "pacific",
    "south_america",
    "south_atlantic",
    "indian_ocean",
    "arctic",
    "space",
]
ActKind = Literal["armed_attack", "threat", "internal", "non_state_attack", "cyber"]
Gravity = Literal["below_armed_attack", "armed_attack", "major"]
Means = Literal[
    "invasion",
    "bombardment",
    "blockade",
    "quarantine",
    "seizure_of_vessel",
    "sinking_of_vessel",
    "shooting_down_of_aircraft",
    "mining",
    "armed_bands",
    "use_of_territory",
    "drone_incursion",
    "cable_cutting",
    "jamming",
    "space_attack",
    "nuclear_threat",
    "nuclear_use",
    "ultimatum",
    "annexation",
    "hostage_taking",
    "sabotage",
    "cyber_operation",
    "information_operation",
    "stray_fire",
]
EntryManner = Literal["declared_war", "assistance", "attacked"]
RequestPurpose = Literal["assistance", "consultation"]
FindingMatter = Literal[
    "external_direction",
    "act_of_aggression",
    "casus_foederis",
    "flagrant_violation",
    "threat_established",
    "breach_of_the_peace",
    "situation_endangering_peace",
    "measures_recommended",
    "evacuation_demanded",
    "federal_mobilisation_ordered",
    "joint_action_agreed",
    "joint_intervention_announced",
    "duty_waived",
    "authorisation",
]

OperationKind = Literal[
    "ad_hoc_coalition",
    "alliance_operation",
    "regional_operation",
    "treaty_force",
    "un_command",
    "un_peacekeeping",
]
"""Who answers for an operation: states joined for the purpose, a standing alliance, a regional organisation, a force
set up by a treaty of its own, a state commanding for the United Nations, the United Nations themselves."""
OperationPurpose = Literal[
    "air_exclusion",
    "collective_defence",
    "counter_insurgency",
    "counter_terrorism",
    "deterrence",
    "enforcement",
    "evacuation",
    "humanitarian_protection",
    "intervention",
    "maritime_security",
    "observation",
    "peacekeeping",
    "stabilisation",
    "training",
]
OperationRole = Literal["lead", "framework", "troop_contributor", "support", "facilities", "funding"]
MandateBasis = Literal[
    "security_council",
    "general_assembly",
    "host_consent",
    "organ_decision",
    "self_defence",
    "treaty",
    "none",
]
CommandArrangement = Literal[
    "lead_nation",
    "rotating_lead",
    "alliance_chain",
    "organisation_chain",
    "un_chain",
    "treaty_organ",
    "dual_key",
    "hybrid",
    "parallel",
    "coordination",
]
OperationEnd = Literal["completed", "handed_over", "withdrawn", "host_request", "mandate_expired", "collapsed"]
StatementGroup = Literal["dates", "participants", "mandates", "command", "opponents"]
"""The groups of statements on an operation that are each known in one way; `dates` covers the place and the end too."""

FORCE: frozenset[Obligation] = frozenset({"defend", "offense"})
"""The duties to fight."""
NO_HELP_IN_ARMS: frozenset[Strength] = frozenset({"facilities_only", "economic_measures"})
"""What a clause to defend may be limited to without being a pledge of defence."""


def asks_to_fight(obligation: Obligation, strength: Strength) -> bool:
    """Say whether a duty is one to fight, and asks for no less than help in arms."""
    return obligation in FORCE and strength not in NO_HELP_IN_ARMS


Rung = Literal[
    "none",
    "diplomatic",
    "sanctions",
    "money",
    "arms",
    "intelligence",
    "training",
    "bases_and_transit",
    "posture",
    "enforcement",
    "limited_combat",
    "full_combat",
    "other_side",
]
"""How far an ally may go, from staying out to fighting on the other side: `posture` is forces set up on the soil of the
one it helps, `enforcement` is force to hold a line such as a blockade or a closed sky."""
