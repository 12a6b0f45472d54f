"""``foedus alliance`` and ``foedus state show`` as people read them, and wrong input."""

from __future__ import annotations

from typing import Any

import pytest


def plain(text: str) -> str:
    """Return text without its line breaks."""
    return " ".join(text.split())


def test_it_says_who_sat_how_they_decided_and_who_stayed_outside(foedus: Any) -> None:
    said = foedus("alliance", "show", "nato", "--on", "1975-01-01")
    assert said.status == 0
    told = plain(said.out)
    for piece in (
        "North Atlantic Treaty Organization on 1975-01-01",
        "Bound on the day (15): Belgium",
        "all: consensus, binds all, by silence too, invoked by any party or secretary general",
        "needed before these duties mature: nato art-5-non-state",
        "outside (2): France, Greece",
        "without forces (1): Iceland",
        "weapons of United States in Turkey, in its owner's hands alone, reported",
        "from memory, not looked up",
    ):
        assert piece in told


def test_an_alliance_that_was_not_yet_there_has_nothing_on_record(foedus: Any) -> None:
    told = plain(foedus("alliance", "show", "nato", "--on", "1948-01-01").out)
    assert "Bound on the day (0): nobody" in told
    assert told.count("none on record") == 4


def test_a_day_before_the_signature_is_told(foedus: Any) -> None:
    assert "was signed later, on 1949-04-04" in foedus("alliance", "show", "nato", "--on", "1940-01-01").out


def test_without_a_day_it_is_the_register_s_cutoff(foedus: Any, register: Any) -> None:
    assert f"on {register.edition.cutoff}" in foedus("alliance", "show", "csto").out


@pytest.mark.parametrize(
    "asked", [("alliance", "show", "nato"), ("state", "show", "Estonia"), ("treaty", "show", "nato")]
)
def test_a_day_after_the_cutoff_is_said_not_to_be_covered(asked: tuple[str, ...], foedus: Any, register: Any) -> None:
    after = plain(foedus(*asked, "--on", "2090-01-01").out)
    assert after.endswith(f"kept to {register.edition.cutoff}. What was signed, joined or left since is not covered.")
    assert plain(foedus(*asked, "--on", "2000-01-01").out).endswith(f"kept to {register.edition.cutoff}.")


def test_vetoes_and_majorities_are_told(foedus: Any) -> None:
    told = plain(foedus("alliance", "show", "united-nations", "--on", "1990-11-29").out)
    assert "9 votes of 15, veto of China, France, Soviet Union, United Kingdom, United States" in told


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("alliance", "show", "natoo"), "no treaty has the id 'natoo'"),
        (("alliance", "show", "nato", "--on", "1975-13-01"), "'1975-13-01' has no month 13"),
        (("alliance", "show"), "Missing argument"),
        (("alliance", "tell"), "No such command"),
    ],
)
def test_wrong_input_is_told_and_ends_with_status_2(arguments: tuple[str, ...], message: str, foedus: Any) -> None:
    said = foedus(*arguments)
    assert said.status == 2
    assert message in said.err


def test_a_roster_that_is_not_whole_says_so(foedus: Any) -> None:
    pieces = ("others sat whom the register does not hold", "full (5): China")
    whole = plain(foedus("alliance", "show", "nato", "--on", "1975-01-01").out)
    partial = plain(foedus("alliance", "show", "united-nations", "--on", "1990-11-29").out)
    assert all(piece in partial for piece in pieces)
    assert pieces[0] not in whole


def test_alliances_are_listed(foedus: Any) -> None:
    said = foedus("alliance", "list")
    assert {"nato", "warsaw-pact", "csto", "norad"} <= {line.split()[0] for line in said.out.splitlines()}


def test_a_state_shows_its_weapons_and_forces(foedus: Any) -> None:
    told = plain(foedus("state", "show", "Russia", "--on", "2015-01-01").out)
    assert "weapons acknowledged since 1949-08-29, first test 1949-08-29" in told
    assert "Russia in Armenia (Gyumri (102nd base), Erebuni): base, since 1995-03-16, thousands in 2014" in told
    assert "Russia in Ukraine (Crimea and Sevastopol): garrison, since 2014-02-27" in told
    assert "consent: occupation" in told


def test_a_state_without_any_shows_no_empty_titles(foedus: Any) -> None:
    told = foedus("state", "show", "Switzerland", "--on", "2015-01-01").out
    assert "Nuclear weapons" not in told
    assert "forces" not in told


def test_check_takes_a_file_of_this_kind_and_says_line_and_reason(foedus: Any, tmp_path: Any) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        "id: mine\nname: Mine\nsender: france\npresences:\n"
        "  - {id: x, host: Mali, kind: base, known: {verified: knowledge}}\n",
        encoding="utf-8",
    )
    said = foedus("register", "check", str(path))
    assert said.status == 1
    assert f"{path}:5: presences[0]: forces that were agreed to rest on something" in said.err
    assert "1 other files, 1 faults" in said.out


def test_the_summary_counts_them(foedus: Any) -> None:
    said = foedus("register", "check", "--summary")
    assert said.status == 0
    rows = {line.split()[0]: line.split() for line in said.out.splitlines() if line.strip()}
    for folder in ("organs", "structures", "nuclear", "stationed"):
        assert int(rows[folder][2]) >= int(rows[folder][1]) > 0
