"""Each check finds its fault, on the line where it stands; and the register has none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from foedus import BadInput, Register
from foedus.register.check import check_treaty
from foedus.register.files import read_treaty
from foedus.register.folder import treaty_files

Pact = Callable[..., Path]

HELP = "place: [{term: in-strait}]"


def faults(path: Path, register: Register) -> list[str]:
    """Return the faults of a file, without the name of its folder."""
    try:
        found = list(check_treaty(read_treaty(path, register.actors), register))
    except BadInput as error:
        found = list(error.faults)
    return [f"{fault.where}: {fault.what}".removeprefix(f"{path.parent}/") for fault in found]


def line_of(path: Path, piece: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if piece in line)


def test_a_sound_treaty_has_no_fault(pact: Pact, register: Register) -> None:
    assert faults(pact(), register) == []


@pytest.mark.parametrize("path", treaty_files(), ids=lambda path: path.stem)
def test_a_treaty_of_the_register_has_no_fault(path: Path, register: Register) -> None:
    assert faults(path, register) == []


SOURCE = "  - {id: text, title: Made up, kind: text}\n"
GUEST = "    from: 1905-01-01\n    until: 1907-01-01\n"

# what is replaced, by what, a piece of the line at fault, the field, and words of the message
BROKEN = [
    # ids are unique
    (SOURCE, SOURCE + SOURCE.replace("Made up", "Twin"), "Twin", "sources[1].id", "the id 'text' is used 2 times"),
    # dates run forward
    (
        "in_force: 1902-02-01",
        "in_force: 1901-02-01",
        "in_force:",
        "in_force",
        "in force (1901-02-01) before it was signed",
    ),
    ("ended: 1912-02-01", "ended: 1900-02-01", "ended:", "ended", "ended (1900-02-01) before it was signed"),
    (GUEST, GUEST.replace("1907", "1904"), "until:", "parties[1].until", "the exit (1904-01-01) lies before the entry"),
    (
        GUEST,
        GUEST.replace("1907", "1913"),
        "until:",
        "parties[1].until",
        "bound until 1913-01-01, but the treaty ended",
    ),
    (
        HELP,
        "from: 1905-01-01\n    until: 1903-01-01",
        "until: 1903",
        "clauses[0].until",
        "the clause ends before it begins",
    ),
    # parties existed
    (
        "states: [Russia]",
        "states: [poland]",
        "states: [poland]",
        "parties[1].states[0]",
        "Poland was bound from 1905-01-01, but existed",
    ),
    # clauses cite articles that stand in their instrument
    (
        'article: "1(2)"',
        'article: "12"',
        'article: "12"',
        "clauses[0].article",
        "article '12' does not stand in 'main' (articles: 1, 2)",
    ),
    (
        "instrument: main",
        "instrument: annex",
        "instrument: annex",
        "clauses[0].instrument",
        "no instrument is called 'annex'",
    ),
    # articles have a clause or a summary
    ("peace and friendship", "", '"2":', "instruments[0].articles.2", "the article has neither a clause nor a summary"),
    # sources exist
    (
        GUEST,
        GUEST + "    source: memoir\n",
        "memoir",
        "parties[1].source",
        "no source is called 'memoir' (sources: text)",
    ),
    (
        "known: {verified: text, source: text, locator: article 1}",
        "known: {verified: text, source: x, locator: '1'}",
        "source: x",
        "clauses[0].known.source",
        "no source is called 'x'",
    ),
    # evidence that was read has a source and a place
    (
        "known: {verified: text, source: text, locator: article 1}",
        "known: {verified: text}",
        "    known:",
        "clauses[0].known",
        "verified: text needs the source that was read",
    ),
    (
        "known: {verified: text, source: text, locator: article 1}",
        "known: {verified: secondary, source: text}",
        "    known:",
        "clauses[0].known",
        "verified: secondary needs",
    ),
    # roles are held
    (HELP, "owes: {roles: [guarantor]}", "owes:", "clauses[0].owes", "no party has the role 'guarantor'"),
    (HELP, "to: {roles: [guarantor]}", "to: {roles", "clauses[0].to", "no party has the role 'guarantor'"),
    # conditions refer to what exists
    (HELP, "place: [{area: atlantis}]", "- id: help", "clauses[0]", "no area is called 'atlantis'"),
    (HELP, "act: [{not: {any: [{area: atlantis}]}}]", "- id: help", "clauses[0]", "no area is called 'atlantis'"),
    (
        HELP,
        "exceptions: [{summary: x, when: [{area: atlantis}]}]",
        "- id: help",
        "clauses[0]",
        "no area is called 'atlantis'",
    ),
    (
        HELP,
        "readings: [{id: r, holders: [somebody], act: [{area: atlantis}]}]",
        "- id: help",
        "clauses[0]",
        "no area is called 'atlantis'",
    ),
    (HELP, "place: [{territory_of: {classes: [giants]}}]", "- id: help", "clauses[0]", "no class is called 'giants'"),
    (HELP, "adversary: [{adversary: {classes: [giants]}}]", "- id: help", "clauses[0]", "no class is called 'giants'"),
    (
        HELP,
        "procedure: [{bound: {treaty: lost, state: Japan}}]",
        "- id: help",
        "clauses[0]",
        "no treaty has the id 'lost'",
    ),
    # areas refer to what exists
    (
        "{polygon: [[0, 0], [0, 1], [1, 1]]}",
        "{not: {area: atlantis}}",
        "  strait:",
        "areas.strait",
        "no area is called 'atlantis'",
    ),
    # names, before any check
    (
        "states: [Russia]",
        "states: [Atlantis]",
        "states: [Atlantis]",
        "parties[1].states[0]",
        "no actor is called 'Atlantis'",
    ),
    # what nobody has read is held by no clause
    (
        "clauses:\n",
        "unread: [defend]\nclauses:\n",
        "unread:",
        "unread[0]",
        "a clause holds 'defend' already",
    ),
    ("clauses:\n", "unread: [consult, consult]\nclauses:\n", "unread:", "unread[1]", "'consult' stands here twice"),
    (
        "states: [Russia]",
        "states: [Korea, Yugoslavia]",
        "states: [Korea",
        "parties[1].states[1]",
        "nobody was called 'Yugoslavia' on 1905-01-01",
    ),
]


@pytest.mark.parametrize(("old", "new", "piece", "field", "message"), BROKEN)
def test_a_fault_is_found_on_its_line(  # noqa: PLR0917 - one row of the table above
    pact: Pact, register: Register, old: str, new: str, piece: str, field: str, message: str
) -> None:
    path = pact(old, new)
    expected = f"test-pact.yaml:{line_of(path, piece)}: {field}: "
    assert [fault for fault in faults(path, register) if fault.startswith(expected) and message in fault], faults(
        path, register
    )


def test_spells_of_a_party_do_not_overlap(pact: Pact, register: Register) -> None:
    path = pact("areas:", "  - states: [Russia]\n    role: guest\n    from: 1906-01-01\nareas:")
    (fault,) = faults(path, register)
    assert "russia is already bound 1905-01-01/1907-01-01, which overlaps 1906-01-01/.." in fault


def test_two_roles_of_a_party_may_overlap(pact: Pact, register: Register) -> None:
    assert faults(pact("areas:", "  - states: [Russia]\n    from: 1906-01-01\nareas:"), register) == []


def test_all_faults_of_a_file_are_gathered(pact: Pact, register: Register) -> None:
    path = pact(HELP, "owes: {roles: [guarantor]}\n    place: [{area: atlantis}, {territory_of: {classes: [giants]}}]")
    assert len(faults(path, register)) == 3


def test_all_unknown_names_of_a_file_are_gathered(pact: Pact, register: Register) -> None:
    assert len(faults(pact("[Great Britain, Japan]", "[Atlantis, Lemuria]"), register)) == 2


@pytest.mark.parametrize("article", ["1", "1(2)", "1 (2)", "1a", "2 bis"])
def test_a_clause_may_cite_a_part_of_an_article(pact: Pact, register: Register, article: str) -> None:
    found = faults(pact('article: "1(2)"', f'article: "{article}"'), register)
    stands = article != "1a"
    assert any("does not stand in" in fault for fault in found) is not stands


def test_the_ids_of_the_register_are_unique_and_name_their_files(register: Register) -> None:
    assert sorted(path.stem for path in treaty_files()) == sorted(register.treaties)


def test_no_alias_is_the_id_or_alias_of_another_treaty(register: Register) -> None:
    aliases = [alias for treaty in register.treaties.values() for alias in treaty.aliases]
    assert sorted({*aliases} - {*register.treaties}) == sorted(aliases)
