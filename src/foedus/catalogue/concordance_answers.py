"""The shape of the JSON answers of ``foedus register concordance``."""

from __future__ import annotations

from typing import Literal

from foedus.catalogue.answers import Envelope, Shape
from foedus.measures.concordance.dyad_years import Dating


class AgreementShape(Shape):
    """How far two codings agree; null is not defined. Dates have no kappa."""

    n: int
    agreement: float | None
    kappa: float | None
    standard_error: float | None
    interval: list[float] | None


class ScoreShape(Shape):
    """One variable, raw and without the disagreements that count as excused."""

    variable: str
    units: int
    unknown_ours: int
    unknown_theirs: int
    raw: AgreementShape
    after_excuses: AgreementShape
    excused: int
    excused_over_limit: int


class PairShape(Shape):
    """A treaty and the phases of an alliance that correspond to it."""

    treaty: str
    alliance: int
    phases: list[int]
    common_founders: float
    days_apart: int


class LeftShape(Shape):
    """What has no counterpart, and why."""

    id: str
    why: str


class PairingShape(Shape):
    """What corresponds, and what does not."""

    pairs: list[PairShape]
    ambiguous: list[LeftShape]
    treaties_unmatched: list[LeftShape]
    alliances_unmatched: list[LeftShape]


class OverlapShape(Shape):
    """Directed dyad-years with a pledge of defence: in the register, in the other coding, in both."""

    dating: Dating
    ours: int
    theirs: int
    both: int
    recall: float | None
    precision: float | None


class ConcordanceAnswer(Envelope):
    """The answer of ``foedus register concordance atop`` and ``sheet`` with ``--json``; a sheet needs no pairing."""

    kind: Literal["concordance"]
    since: int | None
    scores: list[ScoreShape]
    pairing: PairingShape | None
    excuses_without_a_disagreement: list[str]
    defence_dyad_years: list[OverlapShape]
