"""Each check of an operation finds its fault, on the line where it stands; and the register has none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from foedus import BadInput, Register
from foedus._base.documents import read_file
from foedus.register.check_operations import check_operation
from foedus.register.folder import operation_files
from foedus.register.operation_files import names_used_twice, operation_of, read_operations

Force = Callable[..., Path]


def faults(path: Path, register: Register) -> list[str]:
    """Return the faults of a file, without the name of its folder."""
    try:
        found = list(check_operation(operation_of(read_file(path), register.actors), register))
    except BadInput as error:
        found = list(error.faults)
    return [f"{fault.where}: {fault.what}".removeprefix(f"{path.parent}/") for fault in found]


def line_of(path: Path, piece: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if piece in line)


def test_a_sound_operation_has_no_fault(force: Force, register: Register) -> None:
    assert faults(force(), register) == []


@pytest.mark.parametrize("path", operation_files(), ids=lambda path: path.stem)
def test_an_operation_of_the_register_has_no_fault(path: Path, register: Register) -> None:
    assert faults(path, register) == []
    assert operation_of(read_file(path), register.actors).checked["id"] == path.stem


SOURCE = "  - {id: book, title: Made up, kind: secondary}\n"

# what is replaced, by what, a piece of the line at fault, the field, and words of the message
BROKEN = [
    # the schema
    ("kind: ad_hoc_coalition", "kind: crusade", "crusade", "kind", "'crusade' is not a word of this field"),
    ("theatre: Sinai\n", "", "id: test-force", "theatre", "this field is missing"),
    ("ending: {how: handed_over, to: [isaf]}\n", "", "id:", "", "what has ended has both `ended` and `ending`"),
    ("  opponents: {verified: knowledge}\n", "", "id:", "", "`known` says how each group of statements is known"),
    ("{actor: Canada, until", "{actor: Canada, treaty: nato, until", "treaty: nato", "leads[0]", "one of the two"),
    ("{name: raiders}", "{name: raiders, actors: [Israel]}", "raiders", "opponents[0]", "one of the two"),
    (", resolution: 998 (ES-I)", "", "general_assembly", "mandates[0]", "a resolution's number stands with"),
    ("basis: general_assembly", "basis: none", "basis: none", "mandates[0]", "a resolution's number stands with"),
    ("states: [Brazil]", "states: [Brazil, Peru]", "Brazil", "participants[1]", "a size belongs to one state"),
    ("throughout: true", "throughout: true, from: 1957", "Norway", "participants[0]", "has no dates of its own"),
    # unknown states, and names that were not borne
    ("states: [India]", "states: [Indya]", "Indya", "participants[2].states[0]", "no actor is called 'Indya'"),
    ("states: [India]", "states: [Botswana]", "Botswana", "participants[2].states[0]", "nobody was called 'Botswana'"),
    # names are its own
    ("id: test-force", "id: isaf", "id: isaf", "id", "the id 'isaf' belongs to International Security"),
    ("aliases: [the-force]", "aliases: [unc]", "unc", "aliases[0]", "the id 'unc' belongs to United Nations Command"),
    # dates run forward, within the operation
    ("ended: 1967-06", "ended: 1955", "ended: 1955", "ended", "ended (1955) before it began (1956-11-07)"),
    ("until: 1958-03", "until: 1956-12", "Brazil", "participants[1].until", "it ends before it begins: 1957/1956-12"),
    ("until: 1958-03", "until: 1970", "Brazil", "participants[1].until", "1970 lies outside the operation"),
    ("from: 1958-01-01", "from: 1955-01-01", "treaty: nato", "leads[1].from", "1955-01-01 lies outside the operation"),
    # states existed
    ("states: [India]", "states: [botswana]", "botswana", "participants[2].states[0]", "Botswana stands here from"),
    ("hosts: [Egypt]", "hosts: [south-sudan]", "hosts:", "hosts[0]", "South Sudan is a host, but existed"),
    # told once
    ("states: [India]", "states: [Canada]", "no fighting", "participants[2].states[0]", "canada is already named"),
    ("{actor: Canada", "{actor: Peru", "actor: Peru", "leads[0].actor", "Peru leads, but is not among"),
    # treaties and successors exist
    ("alliances: [nato]", "alliances: [nota]", "alliances:", "alliances[0]", "no treaty has the id 'nota'"),
    ("alliances: [nato]", "alliances: [unsc-83-1950]", "alliances:", "alliances[0]", "an alias of 'unsc-korea'"),
    ("{treaty: nato", "{treaty: nota", "nota", "leads[1].treaty", "no treaty has the id 'nota'"),
    ("to: [isaf]", "to: [isfa]", "isfa", "ending.to[0]", "no operation has the id 'isfa'"),
    # mandates and counts are of its time
    ("date: 1956-11-04", "date: 1968", "1968", "mandates[0].date", "the mandate is of 1968, but the operation ended"),
    (", date: 1956-11-04", "", "general_assembly", "mandates[0]", "resolution 998 (ES-I) has no date"),
    ("on: 1957-06", "on: 1960", "on: 1960", "participants[1].size.on", "counted 1960, outside 1957/1958-03"),
    # sources
    (SOURCE, SOURCE + SOURCE.replace("Made up", "Twin"), "Twin", "sources[1].id", "the id 'book' is used 2 times"),
    ("source: book}}", "source: boko}}", "boko", "participants[1].size.source", "no source is called 'boko'"),
    ("source: book, locator: page 1", "source: boko, locator: page 1", "boko", "known.dates.source", "no source is"),
    (
        "source: book, locator: page 2",
        "source: book",
        "participants: {verified",
        "known.participants",
        "and the place in it",
    ),
]


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case[-1])
def test_a_fault_is_found_where_it_stands(
    force: Force, register: Register, case: tuple[str, str, str, str, str]
) -> None:
    old, new, piece, field, words = case
    path = force(old, new)
    where = f"test-force.yaml:{line_of(path, piece.strip())}" + (f": {field}" if field else "")
    found = faults(path, register)
    assert any(fault.startswith(f"{where}: ") and words in fault for fault in found), found


def test_an_id_used_by_two_files_is_told_with_both_places(force: Force, register: Register, tmp_path: Path) -> None:
    first = force()
    second = tmp_path / "twin.yaml"
    second.write_text(first.read_text(encoding="utf-8"), encoding="utf-8")
    files = [operation_of(read_file(path), register.actors) for path in (first, second)]
    told = list(names_used_twice(files))
    assert [fault.what for fault in told] == ["the id 'test-force' is used twice", "the id 'the-force' is used twice"]
    assert told[0].where == f"{second}:1: id"
    assert told[0].remedy == f"first used at {first}:1: id"
    with pytest.raises(BadInput, match="used twice"):
        read_operations([first, second], register.actors)


def test_faults_of_several_files_are_gathered(force: Force, register: Register, tmp_path: Path) -> None:
    first = force("states: [India]", "states: [Indya]")
    second = tmp_path / "other.yaml"
    second.write_text("id: other\nparticipants: []\n", encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        read_operations([first, second], register.actors)
    assert {Path(fault.where.split(":")[0]).name for fault in caught.value.faults} == {first.name, second.name}
