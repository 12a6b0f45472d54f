"""The compiled register: rebuilt when a file has changed, whole or not written at all."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from foedus import BadInput
from foedus._base.dates import Day
from foedus.register.compiled import COMPILED, build, contents_of, from_compiled, from_contents, load_register
from foedus.register.files import read_contents
from foedus.register.folder import DATA, content_hash, treaty_files

KEPT = {"dual-1879.yaml", "pl-ro-1931.yaml"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the register's files with two treaties."""
    copy = tmp_path / "data"
    shutil.copytree(DATA, copy, ignore=shutil.ignore_patterns("_compiled"))
    for path in treaty_files(copy):
        if path.name not in KEPT:
            path.unlink()
    return copy


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Return where the compiled file goes."""
    return tmp_path / "compiled" / "register.jsonl"


def a_treaty(folder: Path) -> Path:
    return folder / "treaties" / "c19" / "dual-1879.yaml"


def test_the_compiled_file_holds_what_the_yaml_files_say(folder: Path, target: Path) -> None:
    build(target, folder)
    assert contents_of(target.read_bytes()) == read_contents(folder)


def test_the_compiled_file_gives_back_the_register(folder: Path, target: Path) -> None:
    build(target, folder)
    compiled = from_compiled(target.read_bytes())
    read = from_contents(read_contents(folder))
    assert dict(compiled.treaties) == dict(read.treaties)
    assert dict(compiled.operations) == dict(read.operations)
    assert list(compiled.actors) == list(read.actors)
    assert (compiled.classes, compiled.areas, compiled.disputed) == (read.classes, read.areas, read.disputed)


def test_the_edition_says_version_hash_and_cutoff(folder: Path) -> None:
    contents = read_contents(folder)
    edition = from_contents(contents).edition
    assert (edition.version, edition.content_hash, edition.cutoff) == (
        contents["version"],
        content_hash(folder),
        contents["cutoff"],
    )


def test_the_hash_stays_while_nothing_changes(folder: Path) -> None:
    assert content_hash(folder) == content_hash(folder)


@pytest.mark.parametrize("change", ["content", "name", "removal", "addition"])
def test_any_change_of_a_file_changes_the_hash(folder: Path, change: str) -> None:
    before, path = content_hash(folder), a_treaty(folder)
    match change:
        case "content":
            path.write_bytes(path.read_bytes() + b"\n")
        case "name":
            path.rename(path.with_name("renamed.yaml"))
        case "removal":
            path.unlink()
        case _:
            (folder / "treaties" / "new.yaml").write_bytes(b"")
    assert content_hash(folder) != before


def test_the_hash_does_not_depend_on_where_the_files_lie(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "elsewhere")
    assert content_hash(tmp_path / "elsewhere") == content_hash(folder)


USE = """
import shutil, sys
from pathlib import Path
from foedus.register import compiled
print(compiled.load_register().treaty("dual-1879").summary)
"""


def installed(folder: Path) -> Path:
    """Return a copy of the package whose register is the folder."""
    package = folder.parent / "site" / "foedus"
    shutil.copytree(DATA.parents[1], package, ignore=shutil.ignore_patterns("data", "__pycache__"))
    folder.rename(package / "register" / "data")
    return package.parent


def summary_in(site: Path) -> str:
    """Return what a new process reads from that installation."""
    code = f"import sys; sys.path.insert(0, {str(site)!r}){USE}"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_an_installation_compiles_its_register_when_a_file_has_changed(folder: Path) -> None:
    site = installed(folder)
    data = site / "foedus" / "register" / "data"
    first = summary_in(site)
    path = a_treaty(data)
    text = path.read_text(encoding="utf-8")
    start = text.index("summary:")
    end = text.index("\nsigned:")
    path.write_text(text[:start] + "summary: changed by a test" + text[end:], encoding="utf-8")
    assert (first != "changed by a test", summary_in(site)) == (True, "changed by a test")
    assert contents_of((data / "_compiled" / "register.jsonl").read_bytes())["hash"] == content_hash(data)


@pytest.mark.parametrize("spoilt", [b"", b"{", b"[]", b"\xff\xfe", b'{"hash": "of another register"}'])
def test_a_spoilt_compiled_file_is_rebuilt(folder: Path, spoilt: bytes) -> None:
    site = installed(folder)
    held = site / "foedus" / "register" / "data" / "_compiled" / "register.jsonl"
    held.parent.mkdir()
    held.write_bytes(spoilt)
    assert summary_in(site)
    assert contents_of(held.read_bytes())["version"]


def test_a_compiled_file_cut_short_is_rebuilt(folder: Path) -> None:
    site = installed(folder)
    whole = summary_in(site)
    held = site / "foedus" / "register" / "data" / "_compiled" / "register.jsonl"
    held.write_bytes(held.read_bytes().rpartition(b"\n")[0])
    assert summary_in(site) == whole


@pytest.mark.parametrize("day", ["1756-05-01", "1914-08-01", "1939-09-01", "1958-10-31", "2025-06-01"])
def test_the_index_knows_which_treaties_may_be_law(day: str) -> None:
    asked = Day.parse(day)
    plain = from_contents({**contents_of(COMPILED.read_bytes())})
    indexed = load_register()
    assert [one.id for one in indexed.treaties_on(asked)] == [one.id for one in plain.treaties_on(asked)]


def test_no_operation_is_decoded_until_it_is_asked_for() -> None:
    operations = from_compiled(COMPILED.read_bytes()).operations
    assert (operations._decoded, "isaf" in operations) == ({}, True)
    assert list(operations._decoded) == []
    operations.find("isaf")
    assert list(operations._decoded) == ["isaf"]


def test_a_compiled_file_without_one_of_its_operations_is_not_whole() -> None:
    with pytest.raises(ValueError, match="lines for"):
        from_compiled(COMPILED.read_bytes().rpartition(b"\n")[0])


KILLED = """
import os, signal
from pathlib import Path
from foedus.register import compiled
whole = Path.write_bytes
def dying(path, text):
    whole(path, text[: len(text) // 2])
    os.kill(os.getpid(), signal.SIGKILL)
Path.write_bytes = dying
compiled.build(Path({target!r}), Path({folder!r}))
"""


def test_a_killed_write_leaves_the_old_file(folder: Path, target: Path) -> None:
    build(target, folder)
    before = target.read_bytes()
    a_treaty(folder).unlink()
    code = KILLED.format(target=str(target), folder=str(folder))
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert (done.returncode, target.read_bytes() == before) == (-signal.SIGKILL, True)


def test_a_faulty_file_leaves_the_old_file(folder: Path, target: Path) -> None:
    build(target, folder)
    before = target.read_bytes()
    a_treaty(folder).write_text("id: dual-1879\n", encoding="utf-8")
    with pytest.raises(BadInput):
        build(target, folder)
    assert target.read_bytes() == before


def test_a_build_leaves_nothing_beside_its_file(folder: Path, target: Path) -> None:
    build(target, folder)
    assert list(target.parent.iterdir()) == [target]


# --- the files --------------------------------------------------------------------------------------------------------


def test_faults_of_several_treaty_files_are_gathered(folder: Path) -> None:
    for path in treaty_files(folder):
        path.write_text(path.read_text(encoding="utf-8").replace("character: treaty", "character: pact", 1))
    with pytest.raises(BadInput) as caught:
        read_contents(folder)
    assert {Path(fault.where.split(":")[0]).name for fault in caught.value.faults} == KEPT


def test_an_operation_id_used_twice_is_told_with_both_places(folder: Path) -> None:
    first = folder / "operations" / "isaf.yaml"
    twin = first.with_name("twin.yaml")
    shutil.copy(first, twin)
    with pytest.raises(BadInput, match="the id 'isaf' is used twice") as caught:
        read_contents(folder)
    (fault,) = caught.value.faults
    assert (fault.where, fault.remedy) == (f"{twin}:1: id", f"first used at {first}:1: id")


def test_faults_of_several_actor_files_are_gathered(folder: Path) -> None:
    for name in ("asia", "europe"):
        (folder / "actors" / f"{name}.yaml").write_text("actors: [{id: Nowhere}]\n")
    with pytest.raises(BadInput) as caught:
        read_contents(folder)
    assert {Path(fault.where.split(":")[0]).name for fault in caught.value.faults} == {"asia.yaml", "europe.yaml"}


def test_an_actor_id_used_twice_is_told_with_both_places(folder: Path) -> None:
    twin = folder / "actors" / "twin.yaml"
    twin.write_text("actors:\n  - {id: germany, kind: state, names: [{name: Twin}]}\n")
    with pytest.raises(BadInput, match="the id 'germany' is used twice") as caught:
        read_contents(folder)
    (fault,) = caught.value.faults
    assert fault.where == f"{twin}:2: actors[0].id"
    assert "europe.yaml:" in fault.remedy


def test_every_yaml_file_is_part_of_the_hash(folder: Path) -> None:
    assert set(treaty_files(folder)) < set(folder.rglob("*.yaml"))
