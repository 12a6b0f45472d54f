"""Coalitions and the second round, as the documented JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from foedus.assessment.alliances import Alliance
from foedus.assessment.answer_power import Actors, Treaty, band_json
from foedus.assessment.band import Band
from foedus.assessment.coalitions import LEVELS, Coalitions, Shares
from foedus.assessment.escalation import Course, Escalation, Joining


def coalitions_json(held: Coalitions, actors: Actors, treaty: Treaty) -> dict[str, Any]:
    """Return who comes together."""
    return {
        "drawn": {"draws": held.draws, "seed": held.seed, "in_step": held.in_step},
        "alliances": [
            _alliance(one, coming, actors, treaty) for one, coming in zip(held.alliances, held.coming, strict=True)
        ],
        "outcomes": [
            {
                "alliances": list(one.alliances),
                "treaties": [treaty(held.alliances[number].treaty) for number in one.alliances],
                "coming": band_json(one.band),
                "fewest_cases": one.cases,
            }
            for one in held.held
        ],
        "shares": [_shares(one, actors) for one in held.shares],
        "left_out": [{"treaty": treaty(one), "reason": why.reason} for one, why in held.left_out],
    }


def _alliance(held: Alliance, coming: Band, actors: Actors, treaty: Treaty) -> dict[str, Any]:
    return {
        "treaty": treaty(held.treaty),
        "to": held.side,
        "states": actors(held.states),
        "due": held.due,
        "second_round": held.second,
        "after": list(held.after),
        "coming": band_json(coming),
        "reference": asdict(held.reference),
    }


def _shares(held: Shares, actors: Actors) -> dict[str, Any]:
    fewest, most = (
        {f"{level:g}": round(value, 4) for level, value in zip(LEVELS, values, strict=True)}
        for values in (held.fewest, held.most)
    )
    return {
        "lens": held.lens,
        "heading": held.heading,
        "quantiles": {"fewest_count": fewest, "most_count": most},
        "targets_ahead": band_json(held.ahead),
        "without_figure": actors(held.missing),
    }


def escalation_json(held: Escalation, actors: Actors, treaty: Treaty) -> dict[str, Any]:
    """Return the second round."""
    return {
        "label": held.label,
        "adds": held.adds,
        "letter": [_course(one, actors, treaty) for one in held.letter],
        "all_pledges": [_course(one, actors, treaty) for one in held.all_pledges],
    }


def _course(held: Course, actors: Actors, treaty: Treaty) -> dict[str, Any]:
    return {
        "choices": list(held.choices),
        "rounds": [[_joining(one, actors, treaty) for one in joined] for joined in held.rounds],
        "torn": list(held.torn),
        "at_war": {side: actors(states) for side, states in held.sides.items()},
        "pairs_at_war": held.pairs,
        "with_nuclear_weapons": actors(held.nuclear),
    }


def _joining(held: Joining, actors: Actors, treaty: Treaty) -> dict[str, Any]:
    return {
        "states": actors(held.states),
        "to": held.side,
        "beside": actors(held.beside),
        "treaties": list(map(treaty, held.treaties)),
        "live": held.live,
        "in_arms": held.in_arms,
    }
