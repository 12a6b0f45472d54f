"""Reading YAML: which values it gives, on which lines, and what is refused."""

from __future__ import annotations

import pytest

from foedus._base.documents import MAX_DEPTH, MAX_NODES, MAX_SCALAR, Document, field_path, read_bytes
from foedus._base.errors import BadDocument


def read(text: str) -> Document:
    return read_bytes(text.encode(), "case.yaml")


def refusal(text: str) -> str:
    with pytest.raises(BadDocument) as caught:
        read(text)
    return str(caught.value)


BILLION_LAUGHS = "\n".join(
    ["a: &a [ha, ha, ha]"]
    + [f"{new}: &{new} [*{old}, *{old}, *{old}]" for old, new in zip("abcdefgh", "bcdefghi", strict=True)]
)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),  # Norway
        ("yes", "yes"),
        ("off", "off"),
        ("True", "True"),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("''", ""),
        ("'true'", "true"),
        ('"5"', "5"),
        ("5", 5),
        ("-5", -5),
        ("1.50", 1.5),
        ("-0.5", -0.5),
        ("1.0e3", 1000.0),
        ("010", "010"),  # no octal numbers
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("1:30", "1:30"),  # no numbers to the base of sixty
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("NaN", "NaN"),
        ("1914-08-01", "1914-08-01"),  # a date stays text
        ("1914-08", "1914-08"),
        ("0479", "0479"),
    ],
)
def test_a_plain_word_means_what_it_says(written: str, value: object) -> None:
    read_back = read(f"key: {written}").value["key"]
    assert (read_back, type(read_back)) == (value, type(value))


def test_a_value_left_out_is_nothing() -> None:
    assert read("ended:\n").value == {"ended": None}


def test_the_word_no_is_also_no_boolean_as_a_key() -> None:
    assert read("NO: Norway").value == {"NO": "Norway"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: &x 1\nb: *x", "case.yaml:1: anchors and aliases are not read"),
        ("a: 1\nb: *x", "case.yaml:2: anchors and aliases are not read"),
        (BILLION_LAUGHS, "anchors and aliases are not read"),
        ("a: !!python/object:os.system {}", "the tag 'tag:yaml.org,2002:python/object:os.system' is not read"),
        ("a: !!str 1", "the tag 'tag:yaml.org,2002:str' is not read"),
        ("a: !own 1", "the tag '!own' is not read"),
        ("a: {x: 1}\nb:\n  <<: {y: 2}", "case.yaml:3: merge keys"),
        ("a: 1\nb: 2\na: 3", "case.yaml:3: the key 'a' is given twice (first on line 1)"),
        ("x: {a: 1, 'a': 2}", "the key 'a' is given twice"),
        ("? [a]\n: 1", "a key must be a word"),
        ("? {a: 1}\n: 1", "a key must be a word"),
        ("a: 1\n---\nb: 2", "a second document begins here"),
        ("a: [1, 2", "not readable as YAML"),
        ("a:\n\t- 1", "case.yaml:2: not readable as YAML"),
        ("a: 1\nb: @", "case.yaml:2: not readable as YAML"),
        ('a: "\\ud800"', "not readable as YAML"),
        ("a: \x00", "not readable as YAML"),
        ("", "the document is empty"),
        ("# only a comment\n", "the document is empty"),
        ("---\n...\n", "the document is empty"),
    ],
)
def test_what_is_not_plain_yaml_is_refused(text: str, reason: str) -> None:
    assert reason in refusal(text)


@pytest.mark.parametrize("levels", [MAX_DEPTH + 1, 5_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_a_document_nested_too_deeply_is_refused(levels: int, opening: str, closing: str) -> None:
    assert "nest" in refusal(opening * levels + closing * levels)


def test_a_document_as_deep_as_allowed_is_read() -> None:
    value = read("[" * MAX_DEPTH + "]" * MAX_DEPTH).value
    for _ in range(MAX_DEPTH - 1):
        (value,) = value
    assert value == []


def test_a_text_that_is_too_long_is_refused() -> None:
    assert "a text of 100,001 characters is too long" in refusal("a: " + "x" * (MAX_SCALAR + 1))


def test_a_text_as_long_as_allowed_is_read() -> None:
    assert len(read("a: " + "x" * MAX_SCALAR).value["a"]) == MAX_SCALAR


def test_a_document_with_too_many_parts_is_refused() -> None:
    assert "too many parts" in refusal("[" + "1," * MAX_NODES + "1]")


NESTED = """\
# a comment
id: nato
parties:
  - states: [Belgium,
      Canada]
  - states:
      - France
    until: 1966
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 2),
        (("id",), 2),
        (("parties",), 3),
        (("parties", 0), 4),
        (("parties", 0, "states", 1), 5),
        (("parties", 1, "states"), 6),
        (("parties", 1, "states", 0), 7),
        (("parties", 1, "until"), 8),
    ],
)
def test_every_part_knows_its_line(path: tuple[str | int, ...], line: int) -> None:
    assert read(NESTED).lines[path] == line


def test_a_place_is_told_with_file_line_and_field() -> None:
    assert read(NESTED).where(("parties", 1, "until")) == "case.yaml:8: parties[1].until"


def test_a_place_that_is_not_there_is_told_by_what_surrounds_it() -> None:
    assert read(NESTED).where(("parties", 1, "role")) == "case.yaml:6: parties[1].role"


def test_a_part_keeps_its_lines() -> None:
    part = read(NESTED).part(("parties", 1))
    assert (part.value["until"], part.where(("until",))) == (1966, "case.yaml:8: until")


@pytest.mark.parametrize(
    ("path", "text"),
    [((), ""), (("a",), "a"), (("a", 0), "a[0]"), (("a", 0, "b", "c"), "a[0].b.c"), ((3, "a"), "[3].a")],
)
def test_a_path_is_written_with_dots_and_brackets(path: tuple[str | int, ...], text: str) -> None:
    assert field_path(path) == text
