"""Organs, structures, nuclear standing and forces: compiled, decoded when asked for, and looked up on a day."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from foedus import Day, Register
from foedus.register import arrangements as module
from foedus.register.arrangement_files import read_arrangements
from foedus.register.arrangements import FOLDERS, Arrangements, BoundBy, compiled, from_compiled, load_arrangements
from foedus.register.folder import DATA


@pytest.fixture(scope="module")
def held() -> Arrangements:
    return load_arrangements()


def test_the_compiled_file_holds_what_the_yaml_files_say(held: Arrangements, register: Register) -> None:
    checked = read_arrangements(register.actors)
    again = from_compiled(compiled("hash", checked))
    assert again.organs == held.organs
    assert again.structures == held.structures
    assert again.nuclear == held.nuclear
    assert again.presences == held.presences


def test_a_folder_is_decoded_only_when_it_is_asked_for() -> None:
    broken = from_compiled(b'{"hash": ""}\n[]\n[]\nnot json\n[]')
    assert broken.organs == ()
    assert broken.presences == ()
    with pytest.raises(ValueError, match="Expecting value"):
        _ = broken.nuclear


def test_every_file_belongs_to_the_hash_and_every_folder_has_files() -> None:
    files = set(DATA.rglob("*.yaml"))
    for folder in FOLDERS:
        inside = set((DATA / folder).rglob("*.yaml"))
        assert inside
        assert inside <= files


@pytest.mark.parametrize("text", [b"", b"{", b'{"hash": "old"}\n[]\n[]\n[]\n[]', b'{"hash": "new"}\n[]'])
def test_a_file_that_is_old_or_cut_short_is_not_used(text: bytes, tmp_path: Path, monkeypatch: Any) -> None:
    path = tmp_path / "arrangements.jsonl"
    path.write_bytes(text)
    monkeypatch.setattr(module, "COMPILED", path)
    assert module._held("new") is None


def test_a_whole_file_of_the_register_s_hash_is_used(tmp_path: Path, monkeypatch: Any) -> None:
    path = tmp_path / "arrangements.jsonl"
    path.write_bytes(compiled("new", {folder: [] for folder in FOLDERS}))
    monkeypatch.setattr(module, "COMPILED", path)
    assert module._held("new") == path.read_bytes()


def test_it_is_built_anew_in_one_move(register: Register, tmp_path: Path) -> None:
    target = tmp_path / "new" / "arrangements.jsonl"
    text = module.build_arrangements(register, target)
    assert target.read_bytes() == text
    assert list(target.parent.iterdir()) == [target]


# --- what the register says -------------------------------------------------------------------------------------------


def part(held: Arrangements, register: Register, structure: str, state: str, day: str) -> str | None:
    (found,) = [one for one in held.structures if one.id == structure]
    member = found.parts_on(Day.parse(day), BoundBy(register)).get(state)
    return member.part if member else None


@pytest.mark.parametrize(
    ("structure", "state", "day", "expected"),
    [
        ("integrated-military-structure", "france", "1966-06-30", "full"),
        ("integrated-military-structure", "france", "1966-07-01", "outside"),
        ("integrated-military-structure", "france", "2009-04-04", "full"),
        ("integrated-military-structure", "greece", "1974-08-14", "outside"),
        ("integrated-military-structure", "greece", "1980-10-20", "full"),
        ("integrated-military-structure", "spain", "1998-12-31", "outside"),
        ("integrated-military-structure", "spain", "1999-01-01", "full"),
        ("integrated-military-structure", "spain", "1980-01-01", None),
        ("integrated-military-structure", "iceland", "2000-01-01", "without_forces"),
        ("nuclear-planning", "france", "2020-01-01", "outside"),
        ("joint-command", "albania", "1965-01-01", "outside"),
        ("joint-command", "romania", "1970-01-01", "partial"),
        ("pesco", "denmark", "2023-05-22", "outside"),
        ("pesco", "denmark", "2023-05-23", "full"),
        ("pesco", "malta", "2024-01-01", "outside"),
        ("csdp-operations", "denmark", "2022-07-01", "full"),
    ],
)
def test_a_member_s_part_on_a_day(
    structure: str, state: str, day: str, expected: str | None, held: Arrangements, register: Register
) -> None:
    assert part(held, register, structure, state, day) == expected


@pytest.mark.parametrize(
    ("alliance", "organ", "subject", "day", "rule"),
    [
        ("nato", "council", "operation", "1999-03-23", "consensus"),
        ("nato", "council", "accession", "2023-01-01", "unanimity"),
        ("arab-league", "council", "measures", "2005-03-22", "simple_majority"),
        ("arab-league", "council", "operation", "2005-03-22", "unanimity"),
        ("arab-league", "council", "operation", "2011-03-12", "consensus"),
        ("jdt-1950", "joint-defence-council", "casus_foederis", "1967-06-05", "two_thirds"),
        ("tiar", "organ-of-consultation", "measures", "1962-01-31", "two_thirds"),
        ("covenant", "council", "settlement", "1935-10-07", "unanimity_less_party_concerned"),
        ("jef", "participants", "operation", "2024-01-01", "lead_nation"),
    ],
)
def test_a_body_s_rule_on_a_day(
    alliance: str, organ: str, subject: Any, day: str, rule: str, held: Arrangements
) -> None:
    (body,) = [one for one in held.organs_of(alliance) if one.id == organ]
    found = body.rule_on(subject, Day.parse(day))
    assert found is not None
    assert found.rule == rule


@pytest.mark.parametrize(
    ("day", "votes", "of", "china"),
    [("1950-06-25", 7, 11, "taiwan"), ("1971-10-24", 9, 15, "taiwan"), ("1971-10-25", 9, 15, "china")],
)
def test_the_security_council_s_majority_and_vetoes(
    day: str, votes: int, of: int, china: str, held: Arrangements
) -> None:
    (council,) = held.organs_of("united-nations")
    rule = council.rule_on("measures", Day.parse(day))
    assert rule is not None
    assert rule.majority is not None
    assert (rule.majority.votes, rule.majority.of) == (votes, of)
    assert set(rule.vetoes) == {china, "france", "russia", "united-kingdom", "united-states"}


@pytest.mark.parametrize(
    ("state", "day", "standing"),
    [
        ("united-states", "1945-07-15", None),
        ("united-states", "1945-07-16", "acknowledged"),
        ("ukraine", "1994-12-05", "inherited"),
        ("ukraine", "1996-06-02", None),
        ("south-africa", "1985-01-01", "undeclared"),
        ("israel", "2020-01-01", "undeclared"),
        ("germany", "2020-01-01", None),
    ],
)
def test_a_state_s_weapons_on_a_day(state: str, day: str, standing: str | None, held: Arrangements) -> None:
    status = held.nuclear.status_on(state, Day.parse(day))
    assert (status.standing if status else None) == standing


def test_the_umbrella_of_nato_follows_its_members(held: Arrangements, register: Register) -> None:
    def covered(day: str) -> bool:
        over = held.nuclear.umbrellas_over("finland", Day.parse(day), BoundBy(register))
        return any(one.by == "united-states" for one in over)

    assert (covered("2023-04-03"), covered("2023-04-04")) == (False, True)


def test_no_sharing_is_called_certain_without_papers_or_a_word_of_the_owner(held: Arrangements) -> None:
    present = held.nuclear.shared_on(Day.parse("2025-06-01"))
    assert {one.certainty for one in present} <= {"reported", "announced", "disputed"}


def test_every_figure_has_a_source(held: Arrangements) -> None:
    figures = [size for one in held.presences for size in one.sizes if size.persons is not None]
    assert figures
    assert all(size.evidence.verified != "knowledge" and size.evidence.source for size in figures)
