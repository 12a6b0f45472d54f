"""A comparison in rows: what differs first, the same apart, and what is told of neither side invented."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.report.outlook.test_page import ACTIVE, FETCHING, HOSTILE, Reader

import foedus as package
from foedus import Register, assess, read_contingency, read_file
from foedus._base.documents import Document
from foedus.assessment.comparison.compare import Assessed, Comparison, compare
from foedus.assessment.comparison.pair import Pair
from foedus.assessment.outlook import outlooks
from foedus.assessment.unknown import Unknown
from foedus.measures.capability.reading import Tables
from foedus.register.suppose import suppose
from foedus.report.comparison import sections as told
from foedus.report.comparison.lines import line_by_line
from foedus.report.comparison.page import comparison_page
from foedus.report.comparison.rows import NONE, UNKNOWN, Row, Section, reasons, row, section
from foedus.report.outlook.told import Grid, Line, Told
from foedus.sources.store import Store

EXAMPLES = Path(package.__file__).parent / "examples"
Comparing = Callable[..., Comparison]


@pytest.fixture(scope="module")
def comparing(register: Register, tmp_path_factory: pytest.TempPathFactory) -> Comparing:
    """Return the comparison of two contingencies, or of one as it is with one under suppositions."""
    tables = Tables(Store(tmp_path_factory.mktemp("empty")))

    def side(name: str, case: str | dict[str, Any], supposed: list[dict[str, str]] | None) -> Assessed:
        held = suppose(Document("suppositions", supposed), register) if supposed else register
        document = read_file(EXAMPLES / f"{case}.yaml") if isinstance(case, str) else Document("case", case)
        contingency = read_contingency(document, held).contingency
        found = assess(held, contingency)
        return Assessed(name, held, found, outlooks(held, found, tables=tables))

    def look(a: Any, b: Any, supposed: Any = None, names: tuple[str, str] = ("one", "other")) -> Comparison:
        return compare(side(names[0], a, None), side(names[1], b, supposed))

    return look


@pytest.fixture(scope="module")
def membership(comparing: Comparing) -> Comparison:
    supposed = [{"state": "Ukraine", "joins": "nato", "from": "2021-01-01"}]
    return comparing("ukraine-2022", "ukraine-2022", supposed)


@pytest.fixture(scope="module")
def two_wars(comparing: Comparing) -> Comparison:
    return comparing("baltic-2026", "september-1939")


def titled(comparison: Comparison, start: str) -> Section:
    return next(one for one in told.sections(comparison, 0) if one.title.startswith(start))


# ------------------------------------------------------------------------------------------------------------- rows


def test_a_side_that_has_none_and_one_that_does_not_know_are_told_apart() -> None:
    assert row("x", Pair(None, 1), str) == Row("x", NONE, "1", "only in B")
    assert row("x", Pair(1, Unknown("no data")), str) == Row("x", "1", UNKNOWN, "not known")
    assert row("x", Pair(Unknown("no data"), Unknown("no data")), str).how == "same"


def test_what_is_told_alike_is_the_same() -> None:
    assert row("x", Pair(1.001, 1.002), lambda one: f"{one:.2f}").how == "same"
    assert row("x", Pair(1.0, 2.0), str).how == "differs"


def test_a_section_keeps_what_is_the_same_apart() -> None:
    same, other = Row("x", "1", "1", "same"), Row("y", "1", "2", "differs")
    assert section("title", [same, other]) == Section("title", (other,), (same,))


def test_the_reason_of_what_is_not_known_names_its_side() -> None:
    (line,) = reasons(Pair(1, Unknown("no figure", "foedus data pull nmc")))
    assert line.text == "B: not known: no figure (foedus data pull nmc)"


# --------------------------------------------------------------------------------------------------------- sections


def test_duties_alike_in_all_but_their_obligors_stand_in_one_row(membership: Comparison) -> None:
    held = titled(membership, "Who owes what")
    (article, consultation) = held.rows
    assert article.label.startswith("30 states → Ukraine: North Atlantic Treaty, article 5: defend")
    assert (article.a, article.how) == ("no such duty", "only in B")
    assert article.b.startswith("due: ")
    assert "article 4: consult" in consultation.label


def test_states_are_named_where_it_is_told_who_is_bound(membership: Comparison) -> None:
    (bound,) = titled(membership, "Who is bound").rows
    assert bound.label.startswith("for the targets: Albania, ")
    assert bound.label.endswith("United States (30)")
    assert (bound.a, bound.b) == ("not bound", "bound: due")


def test_the_band_of_a_treaty_stands_with_the_cases_of_its_like(membership: Comparison) -> None:
    (nato,) = titled(membership, "Likely responses").rows
    assert "4 to 20 %, very unlikely to unlikely; of its like 6 of 43 kept" in nato.b


def test_who_is_bound_may_differ_where_the_band_does_not(comparing: Comparing) -> None:
    left = [{"state": "United States", "leaves": "nato", "from": "2025-06-01"}]
    (nato,) = titled(comparing("baltic-2026", "baltic-2026", left), "Likely responses").rows
    assert nato.words == "who is bound differs, the band does not"


def test_a_lens_that_sees_nothing_on_a_side_is_not_known_there_with_the_reason(two_wars: Comparison) -> None:
    held = titled(two_wars, "Balance")
    assert {(one.how, one.b) for one in held.rows} == {("not known", UNKNOWN)}
    assert any(line.text.startswith("B: not known: no figure of 1939") for line in held.notes)


def test_in_short_nothing_is_left_out_that_is_the_same(membership: Comparison) -> None:
    held = titled(membership, told.SHORT)
    assert {"same", "differs"} <= {one.how for one in held.rows}
    assert held.same == ()


def test_every_section_has_a_title_of_its_own(membership: Comparison) -> None:
    titles = [one.title for one in told.sections(membership, 0)]
    assert len(set(titles)) == len(titles)


def test_a_part_without_a_teller_of_its_own_is_told_line_by_line(
    membership: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parts of the outlook that come later stand in a comparison too."""

    def new_part(outlook: Any, _: Any) -> Iterator[Told]:
        lines = [Line("as before")]
        if outlook is membership.sides.b.outlooks[0]:
            lines.append(Line("something new"))
        yield Told("deciders", "A part that came later", tuple(lines), Grid(("", "men"), (("army", "7"),)))

    monkeypatch.setattr(told, "TELLERS", {})
    monkeypatch.setattr(told, "told_of", new_part)
    held = titled(membership, "A part that came later")
    assert held.rows == (Row("", NONE, "something new", "only in B"),)
    assert [one.a for one in held.same] == ["army; men 7", "as before"]


@pytest.mark.parametrize(
    ("a", "b", "how"),
    [
        ("2 to 9 %: one pact (9 states)", "3 to 8 %: one pact (8 states)", ["differs"]),
        ("2 to 9 %: one pact (9 states)", "2 to 9 %: another pact", ["only in A", "only in B"]),
        ("then 36 on the targets' side: with France", "then 35 on the targets' side: with nobody", ["differs"]),
        ("nobody comes", "nobody comes", ["same"]),
    ],
)
def test_lines_alike_but_for_their_numbers_stand_beside_each_other(a: str, b: str, how: list[str]) -> None:
    pair = Pair(*(Told("deciders", "A part", (Line(text),)) for text in (a, b)))
    held = line_by_line(pair, Pair("one", "other"))
    assert [one.how for one in (*held.rows, *held.same)] == how


@pytest.mark.parametrize(
    ("a", "b", "row"),
    [
        ("act.gravity: 1 to 2", "act.gravity: 1 to 3", Row("act.gravity", "1 to 2", "1 to 3", "differs")),
        ("act.gravity: low", "", Row("act.gravity", "low", NONE, "only in A")),
        ("no colon here", "", Row("", "no colon here", NONE, "only in A")),
        (f"{'long ' * 20}: low", "", Row("", f"{'long ' * 20}: low", NONE, "only in A")),
    ],
)
def test_what_lines_begin_with_up_to_a_colon_is_the_label_of_their_row(a: str, b: str, row: Row) -> None:
    sides = ([line for line in (text, "the same on both sides of it") if line] for text in (a, b))
    pair = Pair(*(Told("deciders", "A part", tuple(map(Line, lines))) for lines in sides))
    assert row in line_by_line(pair, Pair("one", "other")).rows


def test_a_part_that_one_side_does_not_know_is_not_compared_line_by_line() -> None:
    told = Pair(Told("deciders", "A part", (Line("not known: no data"),)), Told("deciders", "A part", (Line("seven"),)))
    held = line_by_line(told, Pair(Unknown("no data"), 7))
    assert held.rows == (Row("", UNKNOWN, "seven", "not known"),)
    assert [line.text for line in held.notes] == ["A: not known: no data"]


# ------------------------------------------------------------------------------------------------------------- page


@pytest.fixture(scope="module")
def page(membership: Comparison) -> Reader:
    return Reader(comparison_page(membership))


def test_the_page_runs_nothing_and_fetches_nothing(page: Reader) -> None:
    assert ACTIVE.isdisjoint(page.tags)
    assert [name for name, _ in page.attributes if name.startswith("on") or name in FETCHING] == []


def test_names_and_places_from_outside_stay_text(comparing: Comparing) -> None:
    case = {"date": "2025-06-01", "attackers": ["Russia"], "targets": ["Estonia"], "place": {"name": HOSTILE}}
    held = Reader(comparison_page(comparing(case, case, names=(HOSTILE, "other"))))
    assert ACTIVE.isdisjoint(held.tags)
    assert [name for name, _ in held.attributes if name.startswith("on")] == []
    assert HOSTILE in held.text


def test_every_difference_is_marked_in_words_and_not_by_colour_alone(membership: Comparison, page: Reader) -> None:
    classes = [value for name, value in page.attributes if name == "class"]
    rows = [row for one in told.sections(membership, 0) for row in (*one.rows, *one.same)]
    assert classes.count("mark") == len(rows)
    assert all(one.words in page.text for one in rows)


def test_every_cell_names_its_side_for_a_narrow_screen(page: Reader) -> None:
    sides = [value for name, value in page.attributes if name == "data-side"]
    assert sides == ["A", "B"] * (len(sides) // 2)
    assert sides


def test_the_picture_names_both_sides_and_each_bar_its_own(two_wars: Comparison) -> None:
    text = Reader(comparison_page(two_wars)).text
    assert "A: one; B: other. Per cent, 95 % bands; in brackets how many of its like were kept" in text
    assert "20 A" in text
    assert "72 B" in text


def test_the_page_says_which_register_answered_and_what_was_supposed(page: Reader, register: Register) -> None:
    assert f"Register {register.edition.version}, kept to {register.edition.cutoff}" in page.text
    assert "Supposing, against the facts: Ukraine joins North Atlantic Treaty from " in page.text
    assert "Do not make a decision about force" in page.text
