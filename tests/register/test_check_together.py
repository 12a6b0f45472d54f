"""Treaty files beside each other: each contradiction and each unexplained seam is found; the register has none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from foedus import Register
from foedus._base.errors import Fault
from foedus.register.check_actors import check_actors
from foedus.register.check_together import check_together, warn_together
from foedus.register.files import TreatyFile, read_treaties
from foedus.register.folder import treaty_files

Pact = Callable[..., Path]
Shelf = Callable[..., list[TreatyFile]]

LATER = {
    "id: test-pact": "id: next-pact",
    "name: Test Pact": "name: Next Pact",
    "aliases: [the-pact]": "replaces: [test-pact]",
    "signed: 1902-01-30\nin_force: 1902-02-01\nended: 1912-02-01": "signed: 1911-06-01\nin_force: 1912-02-01",
    "    signed: 1902-01-30\n": "",
    "    from: 1905-01-01\n    until: 1907-01-01\n": "    from: never\n",
}
NAMED = ("aliases: [the-pact]", "aliases: [the-pact]\nreplaced_by: [next-pact]")


@pytest.fixture
def shelf(pact: Pact, tmp_path: Path, register: Register) -> Shelf:
    """Return a function that writes the pact and its successor, each with pieces replaced, and reads both."""

    def write(first: dict[str, str], second: dict[str, str]) -> list[TreatyFile]:
        old = pact(*NAMED)
        text = pact().read_text(encoding="utf-8")
        for piece, new in LATER.items():
            assert piece in text
            text = text.replace(piece, new, 1)
        paths = [old, tmp_path / "next-pact.yaml"]
        for path, held, changes in zip(paths, [pact(*NAMED).read_text("utf-8"), text], [first, second], strict=True):
            for piece, new in changes.items():
                assert piece in held, piece
                held = held.replace(piece, new, 1)  # noqa: PLW2901 - the text as it is changed
            path.write_text(held, encoding="utf-8")
        return list(read_treaties(paths, register.actors))

    return write


def told(faults: list[Fault]) -> list[str]:
    """Return the faults without the names of folders."""
    return [f"{fault.where.rsplit('/', 1)[-1]}: {fault.what}" for fault in faults]


def test_a_chain_that_holds_has_no_fault_and_no_warning(shelf: Shelf, register: Register) -> None:
    files = shelf({}, {})
    assert told(list(check_together(files, register))) == []
    assert told(list(warn_together(files, register))) == []


def test_the_register_has_no_fault(register: Register) -> None:
    files = list(read_treaties(treaty_files(), register.actors))
    assert told(list(check_together(files, register))) == []
    assert told(list(check_actors())) == []


# what is changed in the older file and in the newer, where the fault stands, and what it says
FAULTS = [
    (
        {},
        {"replaces: [test-pact]": "aliases: [test-pact]"},
        "next-pact.yaml:3: aliases[0]",
        "the id 'test-pact' is used in",
    ),
    ({}, {"replaces: [test-pact]": "aliases: [x, x]"}, "next-pact.yaml:3: aliases[1]", "the id 'x' is used in"),
    (
        {},
        {
            "name: Next Pact": "name: TEST-PACT",
            "signed: 1911-06-01\nin_force: 1912-02-01": "signed: 1902-01-30\nin_force: 1902-02-01",
        },
        "next-pact.yaml:2: name",
        "test-pact has the same title, day of signature and parties",
    ),
    (
        {"replaced_by: [next-pact]": "replaces: [next-pact]"},
        {"replaces: [test-pact]": "replaced_by: [test-pact]"},
        "test-pact.yaml:4: replaces[0]",
        "test-pact (signed 1902-01-30) would replace next-pact, which was signed later (1911-06-01)",
    ),
    (
        {"replaced_by: [next-pact]": "replaces: [next-pact]"},
        {},
        "test-pact.yaml:4: replaces",
        "following what it replaces leads back to test-pact",
    ),
    (
        {"    role: guest\n": "    role: guest\n    succeeds: China\n"},
        {},
        "test-pact.yaml:25: parties[1].succeeds",
        "china is no party of this treaty",
    ),
    (
        {"    role: guest\n": "    role: guest\n    succeeds: Japan\n"},
        {},
        "test-pact.yaml:25: parties[1].succeeds",
        "japan was still bound (1902-02-01/..) when russia took its place",
    ),
    (
        {"    role: guest\n": "    role: guest\n    succeeds: Russia\n"},
        {},
        "test-pact.yaml:25: parties[1].succeeds",
        "russia would succeed itself",
    ),
]


@pytest.mark.parametrize(("first", "second", "where", "what"), FAULTS, ids=[row[3][:40] for row in FAULTS])
def test_a_contradiction_is_a_fault_on_its_line(
    shelf: Shelf, register: Register, first: dict[str, str], second: dict[str, str], where: str, what: str
) -> None:
    found = list(check_together(shelf(first, second), register))
    assert [line for line in told(found) if line.startswith(f"{where}: ") and what in line], told(found)
    assert all(fault.allowed and fault.remedy for fault in found)


START = "in_force: 1912-02-01"
# what is changed in the older file and in the newer, and what the warning says
WARNINGS = [
    ({"\nreplaced_by: [next-pact]": ""}, {}, "test-pact does not name next-pact in its replaced_by"),
    ({}, {"replaces: [test-pact]\n": ""}, "next-pact does not name test-pact in its replaces"),
    ({}, {START: "in_force: 1912-06-01"}, "until 1912-02-01 and by next-pact from 1912-06-01: a gap"),
    ({}, {START: "in_force: 1912-01-01"}, "until 1912-02-01 and by next-pact from 1912-01-01: an overlap"),
    ({"ended: 1912-02-01\n": ""}, {}, "still bound by test-pact, which next-pact replaced from 1912-02-01"),
]


@pytest.mark.parametrize(("first", "second", "what"), WARNINGS, ids=[row[2][-40:] for row in WARNINGS])
def test_what_is_not_explained_is_a_warning(
    shelf: Shelf, register: Register, first: dict[str, str], second: dict[str, str], what: str
) -> None:
    files = shelf(first, second)
    assert [line for line in told(list(warn_together(files, register))) if what in line]
    assert told(list(check_together(files, register))) == []


@pytest.mark.parametrize(
    "changes",
    [
        {START: "in_force: 1912-06-01\nsuccession_note: nothing bound them in the spring"},
        {START: "in_force: 1912-06-01?"},
        {START: "in_force: 1912-02-02"},
    ],
)
def test_a_gap_that_is_explained_in_doubt_or_none_is_no_warning(
    shelf: Shelf, register: Register, changes: dict[str, str]
) -> None:
    assert told(list(warn_together(shelf({}, changes), register))) == []


ACTORS = """\
actors:
  - id: alba
    successors: [{actor: brenn, how: merger, date: 1900-01-01}]
  - id: brenn
    successors: [{actor: alba, how: split, date: DATE}]
"""


@pytest.mark.parametrize(("date", "count"), [("1900-01-01", 2), ("1910-01-01", 0)])
def test_a_circle_of_successions_on_one_date_is_a_fault(tmp_path: Path, date: str, count: int) -> None:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "a.yaml").write_text(ACTORS.replace("DATE", date), encoding="utf-8")
    found = told(list(check_actors(tmp_path)))
    assert len(found) == count
    assert all("come before each other on one date (1900-01-01)" in line for line in found)
    assert not found or found[0].startswith("a.yaml:3: actors[0].successors[0]: ")


def test_a_succession_to_nobody_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "a.yaml").write_text(ACTORS.replace("actor: alba", "actor: atlantis"), encoding="utf-8")
    (fault,) = check_actors(tmp_path)
    assert fault.what == "no actor has the id 'atlantis'"


def test_a_command_tells_the_warnings_of_the_files_it_is_given(shelf: Shelf, foedus: Any) -> None:
    shelf({}, {START: "in_force: 1912-06-01"})
    said = foedus("register", "check", "test-pact.yaml", "next-pact.yaml")
    assert said.status == 0
    assert said.err.startswith("warning: ")
    assert "a gap" in said.err
    assert said.out == "2 treaty files, 0 faults, 1 warning\n"
