"""Balance, deterrence, decisions and what decides it, as the documented JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any

from foedus.assessment.balance import LEFT_OUT, Balance
from foedus.assessment.band import Band
from foedus.assessment.deciders import Deciders
from foedus.assessment.decision import Deciding, Decisions
from foedus.assessment.deterrence import Block, Deterrence, Swing
from foedus.assessment.deterrence_kinds import Named
from foedus.assessment.lens import Lens, Sum
from foedus.assessment.outcomes import Chances, Outcomes
from foedus.response.decision.delay import QUANTILES

Actors = Callable[[Iterable[str]], list[dict[str, Any]]]
Treaty = Callable[[str], dict[str, str]]


def band_json(band: Band) -> dict[str, Any]:
    """Return a band: its ends, and the same in words."""
    return {"low": round(band.low, 4), "high": round(band.high, 4), "words": band.words}


def balance_json(balance: Balance, actors: Actors) -> dict[str, Any]:
    """Return capability through every lens."""
    return {
        "lenses": [_lens(one, actors) for one in balance.lenses],
        "unseen": [{"lens": name, "reason": one.reason, "remedy": one.remedy} for name, one in balance.unseen],
        "dispute_outcomes": _outcomes(balance.outcomes, actors) if balance.outcomes else None,
        "lenses_disagree": list(balance.disagree),
        "left_out": list(LEFT_OUT),
    }


def _outcomes(held: Outcomes, actors: Actors) -> dict[str, Any]:
    return {
        "source": held.source,
        "year": held.year,
        "cases": held.cases,
        "pairs": [
            {
                "attacker": actors([one.attacker])[0],
                "target": actors([one.target])[0],
                "attacker_is_likelier_to_win_than_to_lose": one.is_ahead,
                "if_the_attacker_begins": _chances(one.begun),
                "if_the_target_had_begun": _chances(one.answered) if one.answered else None,
            }
            for one in held.pairs
        ],
        "without_score": [actors(pair) for pair in held.missing],
    }


def _chances(held: Chances) -> dict[str, Any]:
    return {
        "attacker_wins": band_json(held.win),
        "stalemate": band_json(held.stalemate),
        "target_wins": band_json(held.lose),
    }


def _lens(lens: Lens, actors: Actors) -> dict[str, Any]:
    return {
        "name": lens.name,
        "title": lens.title,
        "heading": lens.heading,
        "unit": lens.unit,
        "source": lens.source,
        "years": list(lens.years),
        "note": lens.note,
        "attackers": _sum(lens.attackers, actors),
        "targets": _sum(lens.targets, actors),
        "owe_the_targets": {status: _sum(one, actors) for status, one in lens.owing.items()},
        "owe_the_attackers": {status: _sum(one, actors) for status, one in lens.behind.items()},
    }


def _sum(held: Sum, actors: Actors) -> dict[str, Any]:
    return {"total": held.total, "states": actors(held.states), "without_figure": actors(held.missing)}


def deterrence_json(held: Deterrence, actors: Actors, treaty: Treaty) -> dict[str, Any]:
    """Return the challenger's calculation."""
    return {
        "lens": held.lens,
        "alliances": [_block(one, actors, treaty) for one in held.blocks],
        "attack_is_worth": {
            "if_nobody_comes": held.alone,
            "if_all_come": held.sure,
            "at_high_end_of_bands": held.expected[0],
            "at_low_end_of_bands": held.expected[1],
        },
        "status_quo_is_worth": held.status_quo,
        "intervention_needed": {"low": held.needed.low, "high": held.needed.high},
        "verdict": held.verdict,
        "sensitivity": [_swing(one) for one in held.swings],
        "not_modelled": dict(held.not_modelled),
        "record": held.record,
    }


def _block(held: Block, actors: Actors, treaty: Treaty) -> dict[str, Any]:
    return {
        "treaty": treaty(held.treaty),
        "due": held.due,
        "states": actors(held.states),
        "without_figure": actors(held.missing),
        "capability": held.capability,
        "coming": band_json(held.coming),
    }


def _swing(held: Swing) -> dict[str, Any]:
    return {
        "assumption": held.assumption,
        "low": held.low,
        "high": held.high,
        "margins": list(held.margins),
        "decides": held.decides,
    }


def kind_json(held: Named, actors: Actors, treaty: Treaty) -> dict[str, Any]:
    """Return what there is of a kind of deterrence."""
    return {
        "kind": held.kind.name,
        "meaning": held.kind.meaning,
        "answered": held.answered,
        "told": held.told,
        "states": {what: actors(states) for what, states in held.groups.items()},
        "not_kept": [
            {"treaty": treaty(one.treaty), **band_json(one.band), "reference": asdict(one.reference)}
            for one in held.forsaken
        ],
        "source": held.kind.source,
    }


def decisions_json(held: Decisions, treaty: Treaty) -> dict[str, Any]:
    """Return the bodies that decide."""
    return {"days_of_a_member": held.days, "bodies": [_deciding(one, treaty) for one in held.held]}


def _deciding(held: Deciding, treaty: Treaty) -> dict[str, Any]:
    found = held.decision
    return {
        "treaty": treaty(held.treaty),
        "part": held.part,
        "organ": {"id": found.organ.id, "name": found.organ.name},
        "rule": found.rule.rule,
        "seats": len(found.delay.speeding),
        "needed": found.needed,
        "vetoes": list(found.vetoes),
        "days": {f"{level:g}": days for level, days in zip(QUANTILES, found.delay.quantiles, strict=True)},
        "note": found.note,
    }


def deciders_json(held: Deciders, actors: Actors, treaty: Treaty) -> dict[str, Any]:
    """Return what decides it."""
    return {
        "facts": [
            {"field": one.field, "to_fight": one.to_fight, "treaties": list(map(treaty, one.treaties))}
            for one in held.facts
        ],
        "readings": [
            {
                "treaty": treaty(one.treaty),
                "clause": one.clause,
                "article": one.article,
                "obligors": actors(one.obligors),
                "by_reading": [
                    {"reading": each.reading, "status": each.status, "because": each.because} for each in one.readings
                ],
            }
            for one in held.disputes
        ],
        "assumption": _swing(held.swing) if held.swing else None,
    }
