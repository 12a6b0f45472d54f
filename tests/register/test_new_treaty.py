"""A treaty file that is begun: each answer is checked, the file is sound, and it claims nothing that was not said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus import BadInput, Register, load_register
from foedus._base.documents import read_bytes
from foedus.domain.vocabulary import Obligation
from foedus.register import new_treaty as new
from foedus.register.check import check_treaty
from foedus.register.files import read_treaty, treaty_of

PACT = new.Answers(
    id="test-balkan-1934",
    name="Pact of Balkan Understanding",
    signed="1934-02-09",
    in_force="unknown",
    parties=("Greece", "Turkey"),
    duties=(("defend", "1"), ("consult", "2")),
    summary="They guarantee each other's frontiers in the Balkans.",
)


def test_the_file_passes_every_check(tmp_path: Path, register: Register) -> None:
    path = new.write_new(PACT, tmp_path, register)
    assert path == tmp_path / "test-balkan-1934.yaml"
    assert list(check_treaty(read_treaty(path, register.actors), register)) == []
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_the_file_claims_nothing_that_was_not_said(tmp_path: Path, register: Register) -> None:
    checked = read_treaty(new.write_new(PACT, tmp_path, register), register.actors).checked
    assert checked["dates_known"] == {"verified": "knowledge"}
    for clause in checked["clauses"]:
        assert clause["known"] == {"verified": "knowledge"}
        assert clause["strength"] == "unspecified"
        assert not {"act", "place", "adversary", "procedure"} & set(clause)


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path, register: Register) -> None:
    path = new.write_new(PACT, tmp_path, register)
    before = path.read_bytes()
    with pytest.raises(BadInput, match="the file is there already"):
        new.write_new(replace(PACT, summary="another"), tmp_path, register)
    assert path.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_is_not_there_is_made(tmp_path: Path, register: Register) -> None:
    assert new.write_new(PACT, tmp_path / "treaties" / "c20", register).exists()


def test_a_folder_that_is_a_file_is_told(tmp_path: Path, register: Register) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BadInput, match=r"is there already|cannot be written"):
        new.write_new(PACT, tmp_path / "file", register)


@pytest.mark.parametrize("name", ["Pact\x1b[2J", "Pact\u202e", "half \udce9"])
def test_a_title_that_acts_on_the_screen_is_refused_and_nothing_is_written(
    name: str, tmp_path: Path, register: Register
) -> None:
    with pytest.raises(BadInput):
        new.write_new(replace(PACT, name=name), tmp_path, register)
    assert list(tmp_path.iterdir()) == []


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp")), min_size=1, max_size=40
)


@given(name=WORDS, summary=WORDS, article=WORDS)
def test_any_words_are_read_back_as_they_were_said(name: str, summary: str, article: str) -> None:
    register = load_register()
    said = [" ".join(text.split()) for text in (name, summary, article)]
    if not all(said):
        return
    answers = replace(PACT, name=said[0], summary=said[1], duties=(("defend", said[2]), ("consult", said[2])))
    file = treaty_of(read_bytes(new.file_text(answers).encode(), "made up"), register.actors)
    assert (file.checked["name"], file.checked["summary"]) == tuple(said[:2])
    assert {clause["article"] for clause in file.checked["clauses"]} == {said[2]}
    assert len({clause["id"] for clause in file.checked["clauses"]}) == 2


def test_articles_that_make_the_same_id_are_numbered() -> None:
    duties: tuple[tuple[Obligation, str], ...] = (
        ("defend", "1"),
        ("neutrality", "1"),
        ("consult", "(2)"),
        ("consult", "2."),
        ("consult", ":"),
    )
    ids = [line for line in new.file_text(replace(PACT, duties=duties)).splitlines() if line.startswith("  - id: art")]
    assert [line.split(": ")[1] for line in ids] == ["art-1-defend", "art-1-neutrality", "art-2", "art-2-4", "art"]


@pytest.mark.parametrize(
    ("name", "signed", "expected"),
    [
        ("Treaty of Mutual Guarantee", "1925-10-16", "treaty-mutual-guarantee-1925"),
        ("Pact of 1938: \u00c9toile", "1938", "pact-etoile-1938"),
        ("The", "1912-09?", "1912"),
        ("a" * 200, "1912", "a" * 75 + "-1912"),
        ("\u6761\u7d04", "1912", "1912"),
    ],
)
def test_an_id_is_suggested(name: str, signed: str, expected: str) -> None:
    assert new.suggested_id(name, signed) == expected


@pytest.mark.parametrize(
    ("signed", "folder"), [("1900-12-31", "c19"), ("1901", "c20"), ("1373-06-16", "c14"), ("-0430", "bc05")]
)
def test_a_treaty_lies_in_the_folder_of_its_century(signed: str, folder: str) -> None:
    assert new.century_of(signed) == folder


REFUSED = [
    (lambda _: new.valid_text(" "), "nothing is said"),
    (lambda held: new.valid_id("Not An Id", held), "has the wrong form"),
    (lambda held: new.valid_id("../climbs", held), "has the wrong form"),
    (lambda held: new.valid_id("nato", held), "belongs to North Atlantic Treaty"),
    (lambda held: new.valid_id("rio-treaty", held), "belongs to Inter-American Treaty"),
    (lambda _: new.valid_signed("1934-02-30"), "is not a day"),
    (lambda _: new.valid_signed("unknown"), "needs a date of signature"),
    (lambda _: new.valid_in_force("1933", "1934"), "before it was signed"),
    (lambda held: new.valid_party("Grease", "1934", "unknown", held), "no actor is called"),
    (lambda held: new.valid_party("Yugoslavia", "1905", "unknown", held), "nobody was called"),
    (lambda held: new.valid_party("Austria", "1936", "1940", held), "existed"),
    (lambda _: new.valid_obligation("defence"), "is no kind of duty"),
]


@pytest.mark.parametrize(("answer", "what"), REFUSED, ids=[what for _, what in REFUSED])
def test_an_answer_that_cannot_stand_is_refused(answer: object, what: str, register: Register) -> None:
    assert callable(answer)
    with pytest.raises(BadInput, match=what):
        answer(register)


def test_a_state_is_written_by_its_name_then(register: Register) -> None:
    assert new.valid_party("gw:640", "1856", "unknown", register) == "Ottoman Empire"
