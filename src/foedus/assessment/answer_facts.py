"""Bounds over the unknown facts as the documented JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from foedus.assessment.fact_bounds import Bound, FactBounds
from foedus.assessment.fact_verdicts import Share
from foedus.assessment.fact_worth import Worth
from foedus.assessment.unknown import Unknown

Actors = Callable[[Iterable[str]], list[dict[str, Any]]]


def facts_json(held: FactBounds, actors: Actors) -> dict[str, Any]:
    """Return what is so whatever the unknown facts are; probabilities stand in it only where a prior was given."""
    verdicts = held.verdicts
    return {
        "scenarios": held.scenarios,
        "facts": [_fact(one) for one in held.worths],
        "not_varied": [{"field": one.field, "reason": one.reason} for one in held.unvaried],
        "bound_to_fight": {side: {"least": least, "most": most} for side, (least, most) in held.counts.items()},
        "states": [_state(one, actors) for one in held.states],
        "balance": [_share(one) for one in held.shares],
        "verdicts": {} if isinstance(verdicts, Unknown) else dict(verdicts),
        "verdicts_not_known": verdicts.reason if isinstance(verdicts, Unknown) else "",
        "priors": [{"field": one.field, "weights": dict(one.weights)} for one in held.priors],
    }


def _fact(held: Worth) -> dict[str, Any]:
    return {
        "field": held.fact.field,
        "values": [{"value": one.word, "stands_for": list(one.stands_for)} for one in held.fact.values],
        "worth": {
            "width": held.width,
            "width_known_on_average": round(held.on_average, 4),
            "width_known_at_worst": held.at_worst,
            "duties_turned": held.turns,
            "turns_verdict": held.turns_verdict,
        },
    }


def _state(held: Bound, actors: Actors) -> dict[str, Any]:
    (state,) = actors([held.state])
    return {
        "state": state,
        "side": held.side,
        "due_in": held.when,
        "scenarios_due": held.due,
        "scenarios_due_or_open": held.may,
        "weight_by_priors": _chance(held.chance) if held.chance else None,
    }


def _chance(ends: tuple[float, float]) -> dict[str, float]:
    return {"low": round(ends[0], 4), "high": round(ends[1], 4)}


def _share(held: Share) -> dict[str, Any]:
    return {"lens": held.lens.name, "heading": held.lens.heading, "least": held.least, "most": held.most}
