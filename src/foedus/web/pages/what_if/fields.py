"""The fields of the form, named by their place in a contingency, so that a fault finds its field by its path."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from foedus.assessment.assumptions import NAMES, Assumptions
from foedus.domain import vocabulary as words
from foedus.domain.cascade import Mode

Kind = Literal["text", "state", "states", "choice", "several", "number", "truth", "answer", "yaml", "flag"]
TRUTHS = ("true", "false")
ANSWERS = ("true", "false", "disputed")
YES_NO = {"true": "yes", "false": "no"}
ROWS = (1, 2, 3)
"""Suppositions that have a row of their own."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form.

    Attributes
    ----------
    name : str
        The path in the contingency, or of an option.
    words : tuple of str
        What may be chosen.
    """

    name: str
    label: str
    kind: Kind = "text"
    hint: str = ""
    words: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """What the page calls it."""
        return self.name.replace(".", "-")


WHO = (
    Field("date", "Day", hint="YYYY-MM-DD, any year"),
    Field("attackers", "Who attacks", "states", "a state; several by semicolons"),
    Field("targets", "Who is attacked", "states", "a state; several by semicolons"),
)
ACT = (
    Field("act.kind", "Act", "choice", "what kind of act", get_args(words.ActKind)),
    Field("act.gravity", "How grave", "choice", "major: a large regular operation", get_args(words.Gravity)),
)
PLACE = (
    Field("place.name", "Place", hint="as people call it"),
    Field("place.lat", "Latitude", "number", "degrees north, to -90 in the south"),
    Field("place.lon", "Longitude", "number", "degrees east, to -180 in the west"),
)
PLACE_MORE = (
    Field("place.kind", "Kind of place", "choice", words=get_args(words.PlaceKind)),
    Field("place.object", "What is hit", "choice", words=get_args(words.PlaceObject)),
    Field("place.sovereign", "Sovereign", "state", "a state, disputed, or none for no sovereign"),
    Field("place.administered_by", "Administered by", "state", "a state, or none for nobody"),
    Field("place.claimants", "Claimed by", "states", "several by semicolons"),
    Field("place.within_recognised_borders", "Within the target's recognised borders", "truth", words=TRUTHS),
    Field("place.region", "Region", "choice", "reckoned from the coordinates if not given", get_args(words.Region)),
)
ACT_MORE = (
    Field("act.means", "Means", "several", words=get_args(words.Means)),
    Field("act.first_use_of_force", "Who used force first", "states", "a state, several by semicolons, or disputed"),
    Field("act.provoked", "Provoked", "answer", words=ANSWERS),
    Field("act.external_direction", "Directed from outside", "answer", "of internal troubles", ANSWERS),
    Field("act.indirect", "Indirect", "truth", "through others", TRUTHS),
    Field("act.declared_war", "War declared", "truth", words=TRUTHS),
    Field("act.internationally_authorised", "Authorised internationally", "truth", words=TRUTHS),
    Field("resists", "Does the target resist", "truth", words=TRUTHS),
)
MORE = (
    Field("title", "Title", hint="what you call this"),
    Field("hypothetical", "Hypothetical", "truth", "has not happened", TRUTHS),
    Field(
        "more",
        "More facts, in YAML",
        "yaml",
        "belligerents, entries, mobilisations, requests, findings, non_state, resists, events",
    ),
)
OPTIONS = (
    Field("law_on", "Law as it stood on", hint="YYYY-MM-DD; that of the day if empty"),
    Field("public_only", "Leave out instruments that were still secret", "flag"),
    Field("chain", "Follow the chain", "choice", words=get_args(Mode)),
)
_ASSUMED = {"tested_share": "Share of promises ever tested", "together": "Keeping and deterring together"}
ASSUMPTIONS = tuple(
    Field(
        f"assume.{name}",
        _ASSUMED.get(name, name.replace("_", " ").capitalize()),
        "number",
        f"{getattr(Assumptions(), name):g} if empty",
    )
    for name in NAMES
)
DOES = ("joins", "leaves", "ends")


def suppose_row(number: int, side: str = "") -> tuple[Field, ...]:
    """Return the fields of a supposition; `side` is ``b.`` for those of the second set-up."""
    at = f"{side}suppose.{number}"
    return (
        Field(f"{at}.state", "State", "state"),
        Field(f"{at}.does", "What it does", "choice", words=DOES),
        Field(f"{at}.treaty", "Treaty", hint="its id, such as nato"),
        Field(f"{at}.from", "From", hint="YYYY-MM-DD"),
    )


SUPPOSE = (
    *(field for number in ROWS for field in suppose_row(number)),
    Field("suppose.more", "More suppositions, in YAML", "yaml", "- {state: Finland, leaves: nato, from: 2024-01-01}"),
)
SECOND = (
    *(field for number in ROWS[:2] for field in suppose_row(number, "b.")),
    Field("b.suppose.more", "More suppositions, in YAML", "yaml"),
    Field("b.case", "Another contingency, in YAML", "yaml", "as foedus assess takes it; the one above if empty"),
)

CASE = (*WHO, *ACT, *PLACE, *PLACE_MORE, *ACT_MORE, *MORE)
"""What makes the contingency."""
FIELDS: dict[str, Field] = {field.name: field for field in (*CASE, *OPTIONS, *ASSUMPTIONS, *SUPPOSE, *SECOND)}
