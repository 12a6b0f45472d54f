"""Term and provisions in a file: what is written is read, what is left out is unknown, what is wrong is found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from foedus import BadInput, Day, Register, Treaty
from foedus._base.dates import Spell
from foedus.domain.evidence import Evidence
from foedus.domain.group import Group
from foedus.register.check import check_treaty
from foedus.register.decode import decode_treaty
from foedus.register.files import read_treaty

Pact = Callable[..., Path]

DURATION = """\
duration:
  first_term: {years: 10}
  renewal: automatic
  renewed_for: 5
  denunciation: end_of_term
  notice_months: 12
  article: "2"
  known: {verified: text, source: text, locator: article 2}
"""
PROVISIONS = """\
provisions:
  complete: false
  absent: [organ]
  known: {verified: text, source: text, locator: article 2}
  items:
    - kind: bases
      article: "2"
      summary: a harbour is lent
      of: {states: [Great Britain]}
      to: {states: [Japan]}
      from: 1903-01-01
      until: 1904-12-31
      known: {verified: knowledge}
    - {kind: transit, summary: troops pass}
"""


@pytest.fixture
def write(pact: Pact) -> Callable[..., Path]:
    """Return a function that writes the pact with both parts, one piece of them replaced."""

    def with_both(old: str = "", new: str = "") -> Path:
        parts = DURATION + PROVISIONS
        assert old in parts
        return pact("areas:", parts.replace(old, new, 1) + "areas:")

    return with_both


@pytest.fixture
def read(write: Callable[..., Path], register: Register) -> Callable[..., Treaty]:
    return lambda old="", new="": decode_treaty(read_treaty(write(old, new), register.actors).checked)


Read = Callable[..., Treaty]


def faults(path: Path, register: Register) -> list[str]:
    try:
        return [str(fault) for fault in check_treaty(read_treaty(path, register.actors), register)]
    except BadInput as error:
        return [str(fault) for fault in error.faults]


# --- the term ---------------------------------------------------------------------------------------------------------


def test_the_term_is_read(read: Read) -> None:
    rule = read().duration
    assert rule is not None
    assert (rule.first_term, rule.years, rule.renewal, rule.renewed_for) == ("years", 10, "automatic", 5)
    assert (rule.denunciation, rule.notice_months, rule.article) == ("end_of_term", 12, "2")
    assert rule.evidence == Evidence("text", "text", "article 2", 1)


def test_a_term_may_end_with_an_event(read: Read) -> None:
    rule = read("{years: 10}", "{until: the end of the war}").duration
    assert rule is not None
    assert (rule.first_term, rule.years, rule.until) == ("until", None, "the end of the war")


@pytest.mark.parametrize("word", ["indefinite", "not_stated"])
def test_a_term_may_be_a_word(read: Read, word: str) -> None:
    rule = read("{years: 10}", word).duration
    assert rule is not None
    assert (rule.first_term, rule.years, rule.until) == (word, None, "")


def test_a_field_left_out_is_not_known_and_silence_is(read: Read) -> None:
    unknown, silent = read("  notice_months: 12\n", "").duration, read("12", "not_stated").duration
    assert unknown is not None
    assert silent is not None
    assert (unknown.notice_months, silent.notice_months) == (None, "not_stated")


def test_a_treaty_without_either_part_answers_nothing(pact: Pact, register: Register) -> None:
    treaty = decode_treaty(read_treaty(pact(), register.actors).checked)
    assert (treaty.duration, treaty.provisions, treaty.provides("bases")) == (None, None, None)


# --- provisions -------------------------------------------------------------------------------------------------------


def test_provisions_are_read(read: Read) -> None:
    held = read().provisions
    assert held is not None
    bases, transit = held.items
    assert (bases.of, bases.to) == (Group(states=("united-kingdom",)), Group(states=("japan",)))
    assert bases.spell == Spell(Day.parse("1903-01-01"), Day.parse("1904-12-31"))
    assert (transit.of, transit.to, transit.article) == (None, None, "")


def test_evidence_left_out_is_that_of_the_list(read: Read) -> None:
    held = read().provisions
    assert held is not None
    assert [item.evidence.verified for item in held.items] == ["knowledge", "text"]


def test_a_treaty_tells_what_it_provides(read: Read) -> None:
    treaty = read()
    assert [treaty.provides(kind) for kind in ("bases", "organ", "arms_limits")] == [True, False, None]
    assert treaty.provides("arms_limits", Day.parse("1903-06-01")) is None
    assert treaty.provides("bases", Day.parse("1903-06-01")) is True


def test_a_sound_file_with_both_has_no_fault(write: Callable[..., Path], register: Register) -> None:
    assert faults(write(), register) == []


# what is replaced, by what, the field at fault, words of the message
BROKEN = [
    ("{years: 10}", "{years: 0}", "duration.first_term.years", "greater than 0"),
    ("{years: 10}", "{years: ten}", "duration.first_term.years", "number"),
    ("{years: 10}", "{years: 10, until: peace}", "duration.first_term.until", "not known here"),
    ("{years: 10}", "forever", "duration.first_term", "indefinite"),
    ("automatic", "silent", "duration.renewal", "by_agreement"),
    ("renewal: automatic", "renewal: none", "duration", "renewed_for needs renewal"),
    ("end_of_term", "excluded", "duration", "notice_months needs a denunciation"),
    ("notice_months: 12", "notice_months: -1", "duration.notice_months", "greater than or equal to 0"),
    ('article: "2"\n  known', 'article: "9"\n  known', "duration.article", "article '9' does not stand in any"),
    ('article: "2"\n  known', 'article: "2"\n  instrument: annex\n  known', "duration.instrument", "'annex'"),
    (", locator: article 2}\nprov", "}\nprov", "duration.known", "the place in it"),
    ("complete: false", "complete: perhaps", "provisions.complete", "boolean"),
    ("complete: false", "complete: true", "provisions", "says already"),
    ("[organ]", "[bases]", "provisions", "'bases' is listed and said to be absent"),
    ("[organ]", "[fleet]", "provisions.absent[0]", "military_contact"),
    ("kind: bases", "kind: base", "provisions.items[0].kind", "bases"),
    ('article: "2"\n      summary', 'article: "9"\n      summary', "provisions.items[0].article", "article '9'"),
    ("[Great Britain]", "[Atlantis]", "provisions.items[0].of.states[0]", "no actor is called 'Atlantis'"),
    ("{states: [Japan]}", "{roles: [king]}", "provisions.items[0].to", "no party has the role 'king'"),
    ("until: 1904-12-31", "until: 1902-12-31", "provisions.items[0].until", "the provision ends before it begins"),
    ("{verified: knowledge}", "{verified: secondary}", "provisions.items[0].known", "the place in it"),
    ("{verified: knowledge}", "{verified: text, source: book}", "provisions.items[0].known.source", "'book'"),
]


@pytest.mark.parametrize(("old", "new", "field", "message"), BROKEN)
def test_a_fault_is_found_in_its_field(
    write: Callable[..., Path], register: Register, old: str, new: str, field: str, message: str
) -> None:
    found = faults(write(old, new), register)
    assert any(f" {field}: " in fault and message in fault for fault in found), found


def test_a_duration_that_says_nothing_is_refused(pact: Pact, register: Register) -> None:
    (fault,) = faults(pact("areas:", "duration: {known: {verified: knowledge}}\nareas:"), register)
    assert "leave it out where none is known" in fault


def test_a_provision_gives_an_article_its_content(pact: Pact, register: Register) -> None:
    item = '{kind: bases, article: "3", summary: a harbour}'
    provided = f"provisions: {{complete: false, known: {{verified: knowledge}}, items: [{item}]}}"
    path = pact('      "2": peace and friendship', '      "2": peace and friendship\n      "3":')
    assert any("neither a clause nor a summary" in fault for fault in faults(path, register))
    path.write_text(path.read_text(encoding="utf-8") + provided + "\n", encoding="utf-8")
    assert faults(path, register) == []


CLAUSE = "summary: help against attack"


@pytest.mark.parametrize(
    ("clause", "kind"),
    [("contingent: {men: 30000}", "contributions"), ("effects: [no_separate_peace]", "no_separate_peace")],
)
@pytest.mark.parametrize("complete", ["true", "false"])
def test_a_complete_list_does_not_leave_out_what_a_clause_provides(
    pact: Pact, register: Register, clause: str, kind: str, complete: str
) -> None:
    path = pact(CLAUSE, f"{CLAUSE}\n    {clause}")
    provided = f"provisions: {{complete: {complete}, known: {{verified: knowledge}}}}\n"
    path.write_text(path.read_text(encoding="utf-8") + provided, encoding="utf-8")
    found = [fault for fault in faults(path, register) if f"provisions: the clause 'help' gives {kind!r}" in fault]
    assert bool(found) is (complete == "true")
