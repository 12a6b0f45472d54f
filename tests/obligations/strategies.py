"""Contingencies drawn from the real vocabularies, states and dates."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from foedus._base.dates import Day
from foedus.domain import vocabulary as words
from foedus.register.register import Register

MISSING: Any = object()


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw a value, or leave the field out."""
    return st.just(MISSING) | values


def given_of(fields: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """Draw a mapping in which fields may be left out."""
    return st.fixed_dictionaries({key: maybe(values) for key, values in fields.items()}).map(
        lambda drawn: {key: value for key, value in drawn.items() if value is not MISSING}
    )


@st.composite
def contingencies(draw: st.DrawFn, register: Register, *, day: Day | None = None) -> dict[str, Any]:
    """Draw a contingency document among states that existed on its day, by id."""
    day = day or Day.from_number(draw(st.integers(Day.parse("1860-01-01").first, Day.parse("2025-12-31").first)))
    bound = sorted(
        {
            party.state
            for treaty in register.treaties.values()
            if treaty.life and treaty.life.possibly(day)
            for party in treaty.parties
            if party.bound and party.bound.possibly(day)
        }
    ) or ["france", "united-kingdom", "russia"]
    states = [state for state in bound if register.actors[state].existed_on(day)]
    states += [state for state in ("france", "russia", "china", "japan", "spain") if state not in states]
    chosen = draw(st.lists(st.sampled_from(states), min_size=3, max_size=5, unique=True))
    attackers, targets = chosen[:1], chosen[1:2]
    place = draw(
        given_of(
            {
                "kind": st.sampled_from(get_args(words.PlaceKind)),
                "object": st.sampled_from(get_args(words.PlaceObject)),
                "region": st.sampled_from(get_args(words.Region)),
                "sovereign": st.sampled_from([*chosen, "disputed", None]),
                "administered_by": st.sampled_from(chosen),
                "claimants": st.just(chosen[:2]),
                "within_recognised_borders": st.booleans(),
            }
        )
    )
    if draw(st.booleans()):
        place |= {"lat": draw(st.floats(-89, 89)), "lon": draw(st.floats(-179, 179))}
    act = draw(
        given_of(
            {
                "kind": st.sampled_from(get_args(words.ActKind)),
                "gravity": st.sampled_from(get_args(words.Gravity)),
                "means": st.lists(st.sampled_from(get_args(words.Means)), max_size=2),
                "first_use_of_force": st.sampled_from([[chosen[0]], [chosen[1]], ["disputed"]]),
                "provoked": st.sampled_from([True, False, "disputed"]),
                "external_direction": st.sampled_from([True, False, "disputed"]),
                "indirect": st.booleans(),
                "declared_war": st.booleans(),
            }
        )
    )
    document: dict[str, Any] = {
        "date": day.text,
        "attackers": attackers,
        "targets": targets,
        "place": place,
        "act": act,
    }
    if draw(st.booleans()):
        purpose = draw(st.sampled_from(["assistance", "consultation"]))
        document["requests"] = [{"by": targets[0], "to": chosen[2:], "date": day.text, "for": purpose}]
    if draw(st.booleans()):
        document["resists"] = {targets[0]: draw(st.booleans())}
    if draw(st.booleans()):
        document["belligerents"] = [{"side_a": [chosen[2]], "side_b": attackers, "since": day.text}]
    return document
