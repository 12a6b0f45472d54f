"""The concordance of the register with another coding, as rows and as the documented JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from foedus.measures.concordance.agreement import Cell, Score
from foedus.measures.concordance.dyad_years import Overlap
from foedus.measures.concordance.kappa import Agreement
from foedus.measures.concordance.pairing import Pairing

COLUMNS = ("treaty", "against", "member", "variable", "ours", "theirs", "alike")


def rows(cells: Iterable[Cell]) -> Iterator[tuple[str | None, ...]]:
    """Yield every cell as text; None is unknown."""
    for one in cells:
        told = (_told(value) for value in (one.ours, one.theirs, one.is_alike))
        yield one.treaty, one.against, one.member or None, one.variable, *told


def _told(value: bool | int | str | None) -> str | None:
    if value is None:
        return None
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def score_json(score: Score) -> dict[str, Any]:
    """Return a score as the documented JSON."""
    return {
        "variable": score.variable,
        "units": score.units,
        "unknown_ours": score.unknown_ours,
        "unknown_theirs": score.unknown_theirs,
        "raw": _agreement_json(score.raw),
        "after_excuses": _agreement_json(score.after),
        "excused": score.excused,
        "excused_over_limit": score.over,
    }


def _agreement_json(found: Agreement) -> dict[str, Any]:
    interval = found.interval
    return {
        "n": found.n,
        "agreement": found.observed,
        "kappa": found.kappa,
        "standard_error": found.error,
        "interval": list(interval) if interval else None,
    }


def pairing_json(pairing: Pairing) -> dict[str, Any]:
    """Return what corresponds, and what does not, as the documented JSON."""
    return {
        "pairs": [
            {
                "treaty": pair.treaty.id,
                "alliance": pair.alliance,
                "phases": [phase.number for phase in pair.phases],
                "common_founders": round(pair.common, 4),
                "days_apart": pair.gap,
            }
            for pair in pairing.pairs
        ],
        "ambiguous": [{"id": left.id, "why": left.why} for left in pairing.ambiguous],
        "treaties_unmatched": [{"id": left.id, "why": left.why} for left in pairing.treaties_left],
        "alliances_unmatched": [{"id": left.id, "why": left.why} for left in pairing.alliances_left],
    }


def overlap_json(overlap: Overlap) -> dict[str, Any]:
    """Return how far two sets of dyad-years agree as the documented JSON."""
    return {
        "dating": overlap.dating,
        "ours": overlap.ours,
        "theirs": overlap.theirs,
        "both": overlap.both,
        "recall": overlap.recall,
        "precision": overlap.precision,
    }
