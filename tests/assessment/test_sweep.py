"""A row of a sweep says what the whole assessment of its attack says, and the grid is laid out, not searched."""

from __future__ import annotations

from typing import Any

import pytest

from foedus import BadInput, Register, assess
from foedus._base.dates import Day
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.balance import STANDS, Balance, stand
from foedus.assessment.deterrence import Deterrence
from foedus.assessment.likelihood import Likelihood
from foedus.assessment.outlook import Outlook, outlooks
from foedus.assessment.owing import owing
from foedus.assessment.responses import Responses
from foedus.assessment.sweep.figures import figures
from foedus.assessment.sweep.grid import Grid, Piece, days_between, pieces
from foedus.assessment.sweep.row import COLUMNS, rows_of
from foedus.measures.capability.reading import Tables
from foedus.obligations.guarantees import attack

Row = dict[str, Any]
SETTINGS = {
    "1914-07-01": (("Germany", "Russia"), ("France", "Belgium", "Italy")),
    "1939-08-30": (("Germany", "Soviet Union"), ("Poland", "Romania")),
    "1961-01-01": (("Soviet Union", "United States"), ("Turkey", "Poland", "Sweden")),
    "2025-01-01": (("Russia", "Azerbaijan"), ("Estonia", "Armenia", "Somalia", "Philippines")),
}


def rows(register: Register, grid: Grid, tables: Tables) -> dict[tuple[str, str], Row]:
    found = {}
    for piece in pieces(register, grid):
        held = rows_of(register, piece, figures(register, piece.day, tables), Assumptions())
        for pair, row in zip(piece.pairs, held, strict=True):
            found[pair] = dict(zip(COLUMNS, row, strict=True))
    return found


@pytest.mark.parametrize(("day", "store"), [("2025-01-01", "no_data"), *((day, "with_data") for day in SETTINGS)])
def test_a_row_says_what_the_whole_assessment_says(
    register: Register, day: str, store: str, request: pytest.FixtureRequest
) -> None:
    tables, date = request.getfixturevalue(store), Day.parse(day)
    found = rows(register, Grid((date,), *SETTINGS[day]), tables)
    assert len(found) >= 4
    for (attacker, target), row in found.items():
        assessment = assess(register, attack(register, attacker, target, date))
        (outlook,) = outlooks(register, assessment, Assumptions(), tables)
        assert {name: row[name] for name in told(outlook, register, date)} == told(outlook, register, date)
        firm = {one.obligor for one in assessment.findings if one.status == "undetermined"}
        assert set((row["undetermined_states"] or "").split("; ")) - {""} <= {
            register.actors[state].name_on(date) for state in firm
        }


def told(outlook: Outlook, register: Register, day: Day) -> Row:
    """Return what a whole assessment says of the columns of a row."""
    held = outlook.responses.held if isinstance(outlook.responses, Responses) else ()
    owed = owing(held, outlook.event, "targets")
    beside = owing(held, outlook.event, "attackers")
    states = {
        f"{status}_states": "; ".join(sorted(register.actors[one].name_on(day) for one in who)) or None
        for status, who in owed.items()
    }
    bands = [
        one.likelihood
        for one in held
        if isinstance(one.likelihood, Likelihood)
        and any(duty.side == "targets" and duty.obligation != "neutrality" for duty in one.duties)
    ]
    best = max(bands, key=lambda one: (one.band.high, one.band.low), default=None)
    kept = {
        "kept_low": best and round(best.band.low, 4),
        "kept_high": best and round(best.band.high, 4),
        "kept_cases": best and best.reference.cases,
    }
    beside_names = sorted(f"{register.actors[one].name_on(day)} ({how})" for how, who in beside.items() for one in who)
    return {**states, **kept, "beside_attacker_states": "; ".join(beside_names) or None, **power(outlook)}


def power(outlook: Outlook) -> Row:
    """Return what a whole assessment says of capability and deterrence."""
    names = ("times_alone", "times_with_due", "times_with_all")
    if not isinstance(outlook.balance, Balance):
        return {**dict.fromkeys((*names, "lens", "lens_source", "verdict")), "not_known": outlook.balance.reason}
    lens, found = outlook.balance.lenses[0], outlook.deterrence
    times = [float(f"{lens.times(stand(lens)[name]):.6g}") for name in STANDS]
    verdict = found.verdict if isinstance(found, Deterrence) else None
    return {
        "lens": lens.name,
        "lens_source": lens.source,
        "verdict": verdict,
        **dict(zip(names, times, strict=True)),
    }


def test_where_nothing_is_seen_nothing_is_said(register: Register, no_data: Tables) -> None:
    (row,) = rows(register, Grid((Day.parse("1961-01-01"),), ("Soviet Union",), ("Sweden",)), no_data).values()
    assert row["times_alone"] is None
    assert row["verdict"] is None
    assert row["not_known"]


def test_a_year_that_the_register_does_not_cover_has_no_empty_counts(register: Register, no_data: Tables) -> None:
    (row,) = rows(register, Grid((Day.parse("1830-01-01"),), ("France",), ("Sweden",)), no_data).values()
    assert (row["covered"], row["due"], row["due_states"]) == (0, None, None)
    assert "does not mean to hold" in row["kept_not_known"]


def test_the_grid_is_every_pair_of_the_states_of_each_day_by_name(register: Register) -> None:
    found = pieces(register, Grid((Day.parse("1870-01-01"), Day.parse("1950-01-01"))))
    keys = [
        (piece.day.first, register.actors[one].name_on(piece.day), register.actors[other].name_on(piece.day))
        for piece in found
        for one, other in piece.pairs
    ]
    assert keys == sorted(set(keys))
    assert max(len(piece.pairs) for piece in found) <= 8_000


def test_a_state_is_in_the_grid_on_the_days_on_which_it_was_one(register: Register) -> None:
    days = (Day.parse("1910-01-01"), Day.parse("1925-01-01"))
    assert pieces(register, Grid(days, ("Austria-Hungary",), ("France",))) == [
        Piece(days[0], ("austria-hungary",), ("france",))
    ]


def test_a_name_that_means_two_states_on_a_day_is_refused(register: Register) -> None:
    with pytest.raises(BadInput, match="--attacker: 'Germany' is ambiguous"):
        pieces(register, Grid((Day.parse("1985-01-01"),), ("Germany",), ("France",)))


def test_days_follow_by_year_or_by_month() -> None:
    by_year = days_between(Day.parse("1913-06-28"), Day.parse("1915-06-27"), "year")
    by_month = days_between(Day.parse("1914-11-01"), Day.parse("1915-02-01"), "month")
    assert [day.iso() for day in by_year] == ["1913-06-28", "1914-06-28"]
    assert [day.iso() for day in by_month] == ["1914-11-01", "1914-12-01", "1915-01-01", "1915-02-01"]


@pytest.mark.parametrize(
    ("attackers", "targets", "what"),
    [
        (("Narnia",), (), "Narnia"),
        ((), ("Narnia",), "Narnia"),
        (("Austria-Hungary",), ("France",), "Austria-Hungary"),
        (("cow:9999",), (), "9999"),
    ],
)
def test_who_is_no_state_of_any_day_is_refused(
    register: Register, attackers: tuple[str, ...], targets: tuple[str, ...], what: str
) -> None:
    with pytest.raises(BadInput, match=what):
        pieces(register, Grid((Day.parse("2020-01-01"),), attackers, targets))


def test_days_that_cannot_be_are_refused() -> None:
    with pytest.raises(BadInput, match="lies before"):
        days_between(Day.parse("1915-01-01"), Day.parse("1914-01-01"), "year")
    with pytest.raises(BadInput, match="not every month"):
        days_between(Day.parse("1914-01-31"), Day.parse("1914-12-31"), "month")
