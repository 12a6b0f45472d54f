"""What is told of the system year by year: groups of numbers, each with the data it needs and what it does not say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus.measures.capability.concentration import effective_number
from foedus.measures.system.balance import balance, signs
from foedus.measures.system.blocs import blocs
from foedus.measures.system.dependence import dependence
from foedus.measures.system.history import Need, SystemYear
from foedus.measures.system.polarity import concentration, movement, poles, transition
from foedus.measures.system.rivalry import DISPUTES, WINDOW, rivals
from foedus.measures.system.security import dispute_table, war_rate
from foedus.measures.system.ties import Network, survival, ties
from foedus.measures.system.war_stability import war_stability

Row = dict[str, float | None]
Rows = Callable[[Sequence[SystemYear], float], list[Row]]
SURVIVAL_YEARS = 5


@dataclass(frozen=True, slots=True)
class Column:
    """A number of a year; `label` is what a picture calls it."""

    name: str
    meaning: str
    unit: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Numbers that belong together.

    Attributes
    ----------
    needs : tuple of str
        What it needs beside alliances.
    drawn : tuple of str
        The columns that its picture shows; they have one unit.
    warning : str
        What the numbers do not say.
    is_of_alliances : bool
        Whether it needs alliances at all.
    rows : callable
        Given the years and gamma (the advantage of defence), a row of the columns for each year; None where a value is
        missing.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    needs: tuple[Need, ...]
    drawn: tuple[str, ...]
    warning: str
    rows: Rows
    is_of_alliances: bool = True


def _value(number: float) -> float | None:
    return None if np.isnan(number) else float(number)


def _ties(years: Sequence[SystemYear], _: float) -> list[Row]:
    networks = [Network(one.year, one.states, one.allied) for one in years]
    later = {network.year: network for network in networks}
    rows: list[Row] = []
    for network in networks:
        states, count = len(network.states), ties(network)
        pair = [network, later[network.year + SURVIVAL_YEARS]] if network.year + SURVIVAL_YEARS in later else [network]
        rows.append(
            {
                "states": states,
                "ties": count,
                "allies_per_state": 2 * count / states,
                "without_ally": float(np.count_nonzero(~network.tied.any(axis=0))),
                "survival": _value(survival(pair, SURVIVAL_YEARS).share),
            }
        )
    return rows


def _majors(one: SystemYear) -> dict[int, float]:
    """Return the capabilities of the major powers of a year; nothing where they, or one of theirs, are not known."""
    if one.capability is None or one.major is None:
        return {}
    held = dict(zip(one.states[one.major].tolist(), one.capability[one.major].tolist(), strict=True))
    return held if np.all(np.isfinite(list(held.values()))) else {}


def _polarity(years: Sequence[SystemYear], _: float) -> list[Row]:
    rows: list[Row] = []
    before: dict[int, float] = {}
    for one in years:
        held = _majors(one)
        row: Row = dict.fromkeys(("majors", "concentration", "movement", "transition", "poles", "effective_number"))
        if held:
            row |= _spread(np.array(list(held.values())))
        both = sorted(set(before) & set(held))
        if both:  # only those that were major powers in both years: status is no capability
            old, new = (np.array([year[state] for state in both]) for year in (before, held))
            row |= {"movement": _value(movement(old, new)), "transition": _value(transition(old, new))}
        rows.append(row)
        before = held
    return rows


def _spread(held: NDArray[np.float64]) -> Row:
    return {
        "majors": len(held),
        "concentration": _value(concentration(held)),
        "poles": int(poles(held).sum()),
        "effective_number": effective_number(held),
    }


def _blocs(years: Sequence[SystemYear], _: float) -> list[Row]:
    rows: list[Row] = []
    for one in years:
        found = blocs(one.allied)
        rows.append(
            {
                "modularity": _value(found.modularity),
                "blocs": len(found.members),
                "largest": max(map(len, found.members), default=0),
                "across": _value(found.across),
                "reach": _value(found.reach),
            }
        )
    return rows


def _balance(years: Sequence[SystemYear], _: float) -> list[Row]:
    rows: list[Row] = []
    for one in years:
        row: Row = dict.fromkeys(("triads", "balanced", "hostile_allies", "two_camps"))
        if one.disputing is not None:
            found = balance(signs(one.allied, one.disputing))
            hostile = np.count_nonzero(np.triu(one.allied & (one.disputing | one.disputing.T), 1))
            row = {
                "triads": found.triads,
                "balanced": _value(found.share),
                "hostile_allies": int(hostile),
                "two_camps": float(found.camps is not None),
            }
        rows.append(row)
    return rows


def _stability(years: Sequence[SystemYear], gamma: float) -> list[Row]:
    rows: list[Row] = []
    for one in years:
        row: Row = dict.fromkeys(("counted", "vulnerable", "idle", "tempting"))
        if one.capability is not None:
            known = np.isfinite(one.capability)
            allied = one.allied[np.ix_(known, known)]
            found = war_stability(allied, one.capability[known], gamma)
            unlinked = np.count_nonzero(~allied[np.triu_indices(len(allied), 1)])
            linked = np.count_nonzero(np.triu(allied, 1))
            row = {
                "counted": int(known.sum()),
                "vulnerable": len(found.vulnerable) / max(int(known.sum()), 1),
                "idle": len(found.idle) / int(linked) if linked else None,
                "tempting": len(found.tempting) / int(unlinked) if unlinked else None,
            }
        rows.append(row)
    return rows


def _dependence(years: Sequence[SystemYear], _: float) -> list[Row]:
    rows: list[Row] = []
    for one in years:
        row: Row = dict.fromkeys(("guaranteed", "reliance", "on_one", "mostly_on_one", "largest_guarantor"))
        if one.capability is not None:
            found = dependence(one.owes, one.capability)
            held = (found.guarantor >= 0) & np.isfinite(found.on_one)
            wards = np.bincount(found.guarantor[held], minlength=len(one.states))
            row |= {"guaranteed": int(held.sum())}
            if held.any():
                row |= {
                    "reliance": float(np.median(found.reliance[held])),
                    "on_one": float(np.median(found.on_one[held])),
                    "mostly_on_one": float(np.mean(found.on_one[held] > 0.5)),
                    "largest_guarantor": float(wards.max() / held.sum()),
                }
        rows.append(row)
    return rows


def _security(years: Sequence[SystemYear], _: float) -> list[Row]:
    rows: list[Row] = []
    for one, rival in zip(years, rivals(years), strict=True):
        row: Row = dict.fromkeys(("disputes", "allied_disputes", "other_disputes", "wars"))
        if one.disputes_begun is not None:
            table = dispute_table([one])
            row |= {
                "disputes": table.both + table.second_only,
                "allied_disputes": _value(1000 * table.with_first),
                "other_disputes": _value(1000 * table.without_first),
            }
        if one.wars_begun is not None:
            row |= {"wars": _value(1000 * war_rate([one]))}
        row |= {
            "rivals": None if rival is None else len(rival.pairs),
            "allied_rivals": None if rival is None else rival.allied,
            "backed_rivals": None if rival is None else rival.backed,
        }
        rows.append(row)
    return rows


SHARE = "share, 0 to 1"
SECTIONS: tuple[Section, ...] = (
    Section(
        "ties",
        "Allies and how long ties last",
        (
            Column("states", "members of the system", "states"),
            Column("ties", "pairs of which either owes the other defence", "pairs"),
            Column("allies_per_state", "allies a state has on average", "allies", "allies a state"),
            Column("without_ally", "states without one", "states"),
            Column("survival", f"ties that are still there {SURVIVAL_YEARS} years later", SHARE),
        ),
        (),
        ("allies_per_state",),
        "Ties are counted, not weighed: a pledge may be conditional, narrow, or not believed.",
        _ties,
    ),
    Section(
        "polarity",
        "How capability is spread over the major powers",
        (
            Column("majors", "major powers", "states"),
            Column(
                "concentration", "CON: 0 if all have the same, 1 if one has everything", "0 to 1", "concentration (CON)"
            ),
            Column(
                "movement", "MOVE: capability that changed hands since the year before", "0 to 1", "movement (MOVE)"
            ),
            Column("transition", "TRANS: pairs that changed places since the year before", SHARE),
            Column("poles", "states with at least half of what the strongest has", "states"),
            Column("effective_number", "equal states that would be as concentrated", "states"),
        ),
        ("capability", "majors"),
        ("concentration", "movement"),
        "Who counts as a major power is a judgement of the data set; CINC weighs industry and numbers, not quality.",
        _polarity,
        is_of_alliances=False,
    ),
    Section(
        "polarisation",
        "Whether alliances part the states into blocs",
        (
            Column("modularity", "ties inside blocs beyond chance", "-1/2 to 1", "modularity"),
            Column("blocs", "blocs of two and more", "blocs"),
            Column("largest", "states in the largest bloc", "states"),
            Column("across", "ties that join two blocs", SHARE, "ties across blocs"),
            Column("reach", "pairs that some chain of alliances joins", SHARE, "pairs in a chain"),
        ),
        (),
        ("modularity", "across", "reach"),
        "Blocs are found greedily and are not named: other divisions may be as good, and none is a claim about intent.",
        _blocs,
    ),
    Section(
        "balance",
        "Whether allies and opponents form balanced triads",
        (
            Column("triads", "sets of three states all tied by alliance or dispute", "triads"),
            Column("balanced", "of them balanced", SHARE, "balanced triads"),
            Column("hostile_allies", "allies with a dispute between them, counted as opponents", "pairs"),
            Column("two_camps", "whether the whole falls into two camps", "0 or 1"),
        ),
        ("disputes",),
        ("balanced",),
        "A dispute of a year stands for hostility; lasting rivals without a dispute in the year are not seen.",
        _balance,
    ),
    Section(
        "stability",
        "Who could be beaten, and which ties would last without trade",
        (
            Column("counted", "states whose capability is known", "states"),
            Column("vulnerable", "of them could be beaten by a state and its allies", SHARE, "could be beaten"),
            Column("idle", "ties that keep nobody safe", SHARE, "idle ties"),
            Column("tempting", "pairs without a tie that could beat somebody with one", SHARE),
        ),
        ("capability",),
        ("vulnerable", "idle"),
        "Distance, will, nuclear weapons and trade are left out: a theory's number, no forecast of any attack.",
        _stability,
    ),
    Section(
        "dependence",
        "How far protection rests on one guarantor",
        (
            Column("guaranteed", "states that somebody owes defence", "states"),
            Column("reliance", "median part of their protection that is not their own", SHARE, "not their own"),
            Column("on_one", "median part that is their strongest guarantor's", SHARE, "one guarantor's"),
            Column("mostly_on_one", "of them with more than half from one guarantor", SHARE),
            Column("largest_guarantor", "of them whose strongest guarantor is the commonest one", SHARE),
        ),
        ("capability",),
        ("reliance", "on_one"),
        "A guarantor stands in full behind each state it guarantees; nothing is said of whether it would come.",
        _dependence,
    ),
    Section(
        "security",
        "Disputes among allies and others, wars, and rivals",
        (
            Column("disputes", "pairs between which a dispute began", "pairs"),
            Column("allied_disputes", "disputes begun for 1,000 pairs of allies", "per 1,000", "allies"),
            Column("other_disputes", "disputes begun for 1,000 pairs of others", "per 1,000", "others"),
            Column("wars", "inter-state wars begun for 1,000 pairs", "per 1,000"),
            Column("rivals", f"rivals: {DISPUTES} disputes and more within {WINDOW} years", "pairs"),
            Column("allied_rivals", "of them allied with each other", "pairs"),
            Column("backed_rivals", "of them with an ally on both sides", "pairs"),
        ),
        ("disputes", "wars"),
        ("allied_disputes", "other_disputes"),
        "Allies are often neighbours, and neighbours quarrel: a difference is not the work of alliances.",
        _security,
    ),
)
"""The sections in the order they are shown."""
