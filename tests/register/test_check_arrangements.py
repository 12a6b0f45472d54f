"""Each check of organs, structures, nuclear standing and forces finds its fault, on its line; the register has none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from foedus import BadInput, Register
from foedus.register.arrangement_files import arrangement_files, is_arrangement, read_arrangement
from foedus.register.check_arrangements import check_arrangement_files
from foedus.register.folder import DATA

ORGANS = """\
id: made-up
name: Made Up
treaties: [nato]
sources:
  - {id: text, title: Made up, kind: text}
organs:
  - id: council
    name: Council
    treaty: nato
    article: "9"
    from: 1950-01-01
    until: 1960-12-31
    seats:
      - {parties_of: nato}
      - {states: [France], from: 1951-01-01, until: 1952-01-01, part: outside}
    rules:
      - id: rule
        subject: casus_foederis
        rule: consensus
        needed_for: [{treaty: nato, clause: art-5-cyber}]
        summary: all agree
        known: {verified: text, source: text, locator: article 9}
    known: {verified: knowledge}
"""
FORCES = """\
id: made-up
name: Made Up
sender: united-states
presences:
  - id: iceland
    host: Iceland
    kind: base
    from: 1951-05-07
    until: 2006-09-30
    basis:
      - {treaty: nato}
    sizes:
      - {year: 1990, order: thousands, persons: 3000, known: {verified: knowledge}}
    known: {verified: knowledge}
"""
NUCLEAR = """\
id: made-up
name: Made Up
status:
  - {state: India, standing: undeclared, from: 1974-05-18, until: 1998-05-10, known: {verified: knowledge}}
sharing:
  - id: italy
    owner: United States
    host: Italy
    custody: dual_key
    certainty: reported
    treaty: nato
    from: 1957
    known: {verified: knowledge}
zones:
  - id: zone
    name: Zone
    from: 1986-12-11
    summary: none there
    parties: [{states: [Fiji]}]
    assurances:
      - {state: China, from: never}
    known: {verified: knowledge}
"""

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes a file with one piece of it replaced."""

    def written(text: str, old: str = "", new: str = "") -> Path:
        assert old in text, f"the file has no {old!r}"
        path = tmp_path / "made-up.yaml"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return path

    return written


def faults(path: Path, register: Register) -> list[str]:
    return [
        f"{fault.where}: {fault.what}".removeprefix(f"{path}:") for fault in check_arrangement_files([path], register)
    ]


@pytest.mark.parametrize("text", [ORGANS, FORCES, NUCLEAR])
def test_a_sound_file_has_no_fault(text: str, write: Write, register: Register) -> None:
    assert faults(write(text), register) == []


@pytest.mark.parametrize("path", arrangement_files(), ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_file_of_the_register_has_no_fault(path: Path, register: Register) -> None:
    assert faults(path, register) == []


# the file, what is replaced, by what, and the fault with its line
BROKEN = [
    (ORGANS, "id: made-up", "id: other", "1: id: the file is called made-up, its id other"),
    (ORGANS, "treaties: [nato]", "treaties: [nata]", "3: treaties[0]: no treaty has the id 'nata'"),
    (
        ORGANS,
        "treaties: [nato]",
        "treaties: [washington-treaty-1949]",
        "3: treaties[0]: no treaty has the id 'washington-treaty-1949' (it is an alias of nato)",
    ),
    (ORGANS, "parties_of: nato", "parties_of: nata", "14: organs[0].seats[0].parties_of: no treaty has the id 'nata'"),
    (ORGANS, 'article: "9"', 'article: "99"', "10: organs[0].article: nato has no article '99'"),
    (
        ORGANS,
        "    treaty: nato\n",
        "",
        "9: organs[0].article: an article is cited, but no treaty of the register",
    ),
    (
        ORGANS,
        "clause: art-5-cyber",
        "clause: art-55",
        "20: organs[0].rules[0].needed_for[0].clause: nato has no clause",
    ),
    (
        ORGANS,
        "clause: art-5-cyber",
        "clause: art-5",
        "20: organs[0].rules[0].needed_for[0].clause: art-5 of nato waits for no finding",
    ),
    (ORGANS, "source: text", "source: memoir", "22: organs[0].rules[0].known.source: no source is called 'memoir'"),
    (
        ORGANS,
        "source: text, locator: article 9",
        "source: text",
        "22: organs[0].rules[0].known: verified: text needs the source that was read",
    ),
    (ORGANS, "until: 1960-12-31", "until: 1949-12-31", "12: organs[0].until: it ends before it begins"),
    (
        ORGANS,
        "from: 1951-01-01",
        "from: 1949-06-01",
        "15: organs[0].seats[1].from: it begins 1949-06-01, but council lived 1950-01-01/1960-12-31",
    ),
    (
        ORGANS,
        "until: 1952-01-01",
        "until: 1962-01-01",
        "15: organs[0].seats[1].until: it ends 1962-01-01, but council lived 1950-01-01/1960-12-31",
    ),
    (
        ORGANS,
        "from: 1950-01-01",
        "from: 1948-01-01",
        "11: organs[0].from: it begins 1948-01-01, but nato lived 1949-04-04/..",
    ),
    (
        ORGANS,
        "part: outside}\n",
        "part: outside}\n      - {states: [france], from: 1951-06-01}\n",
        "16: organs[0].seats[2]: another statement holds 1951-01-01/1952-01-01, which overlaps 1951-06-01/..",
    ),
    (
        ORGANS,
        "rule: consensus",
        "rule: qualified_majority",
        "17: organs[0].rules[0]: a qualified majority has its numbers in majority",
    ),
    (ORGANS, "[France]", "[Atlantis]", "15: organs[0].seats[1].states[0]: no actor is called 'Atlantis'"),
    (ORGANS, "[France]", "[germany]", "15: organs[0].seats[1].states: the statement begins 1951-01-01, but Germany"),
    (
        ORGANS,
        "states: [France]",
        "parties_of: nato, states: [France]",
        "15: organs[0].seats[1]: name states, or the treaty whose parties are meant",
    ),
    (
        ORGANS,
        "states: [France]",
        "except: [Italy], states: [France]",
        "15: organs[0].seats[1]: except takes states out of parties_of",
    ),
    (FORCES, "host: Iceland", "host: United States", "6: presences[0].host: forces on a state's own soil"),
    (
        FORCES,
        "    basis:\n      - {treaty: nato}\n",
        "",
        "5: presences[0]: forces that were agreed to rest on something",
    ),
    (FORCES, "{treaty: nato}", "{from: 1955-01-01}", "11: presences[0].basis[0]: a basis is a treaty of the register"),
    (FORCES, "order: thousands", "order: tens", "13: presences[0].sizes[0]: 3,000 is not of the order tens"),
    (
        FORCES,
        "{treaty: nato}",
        "{treaty: warsaw-pact, until: 1995-01-01}",
        "11: presences[0].basis[0].until: it ends 1995-01-01, but warsaw-pact lived",
    ),
    (
        FORCES,
        "sender: united-states",
        "sender: south-vietnam",
        "5: presences[0]: the statement ends 2006-09-30, but South Vietnam existed",
    ),
    (
        NUCLEAR,
        "sharing:\n",
        "  - {state: India, standing: acknowledged, from: 1998-01-01, known: {verified: knowledge}}\nsharing:\n",
        "5: status[1]: another statement holds 1974-05-18/1998-05-10, which overlaps 1998-01-01/..",
    ),
    (NUCLEAR, "host: Italy", "host: United States", "8: sharing[0].host: weapons on their owner's soil are not shared"),
    (NUCLEAR, "from: 1957", "from: 1947", "12: sharing[0].from: it begins 1947, but nato lived"),
    (NUCLEAR, "standing: undeclared", "standing: secret", "4: status[0].standing: 'secret' is not a word"),
]


@pytest.mark.parametrize(("text", "old", "new", "fault"), BROKEN, ids=lambda part: part.strip()[:40])
def test_a_check_finds_its_fault_on_the_line(
    text: str, old: str, new: str, fault: str, write: Write, register: Register
) -> None:
    found = faults(write(text, old, new), register)
    assert [one for one in found if one.startswith(fault)], found


def test_a_rule_that_changes_keeps_its_id_as_long_as_its_spells_do_not_overlap(
    write: Write, register: Register
) -> None:
    body = "id: rule, subject: all, rule: unanimity, summary: x, known: {verified: knowledge}"
    first = f"      - {{{body}, until: 1955-01-01}}\n"
    second = first.replace("until: 1955-01-01", "from: 1955-01-02")
    rules = ORGANS[ORGANS.index("      - id: rule") : ORGANS.rindex("    known:")]
    assert faults(write(ORGANS, rules, first + second), register) == []
    (fault,) = faults(write(ORGANS, rules, first + second.replace("1955-01-02", "1954-06-01")), register)
    assert "which overlaps 1954-06-01/.." in fault


def test_an_id_that_two_files_of_a_kind_share_is_told_with_both_places(tmp_path: Path, register: Register) -> None:
    paths = [tmp_path / folder / "made-up.yaml" for folder in ("a", "b")]
    for path in paths:
        path.parent.mkdir()
        path.write_text(FORCES, encoding="utf-8")
    (fault,) = check_arrangement_files(paths, register)
    assert fault.what == f"the id 'made-up' is used in {paths[0]}:1: id too"
    assert fault.where == f"{paths[1]}:1: id"


def test_a_file_of_another_form_is_refused(tmp_path: Path, register: Register) -> None:
    path = tmp_path / "other.yaml"
    path.write_text("id: other\nname: Other\n", encoding="utf-8")
    with pytest.raises(BadInput, match="not clear what this file holds"):
        read_arrangement(path, register.actors)


def test_files_are_told_apart_by_their_keys() -> None:
    treaty = DATA / "treaties" / "c20" / "nato.yaml"
    assert not is_arrangement(treaty)
    assert all(map(is_arrangement, arrangement_files()))
    assert not is_arrangement(DATA / "nowhere.yaml")
