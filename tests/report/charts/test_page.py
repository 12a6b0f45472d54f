"""A picture as a page needs no network, runs nothing, and says in words and numbers what it shows."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from foedus import BadInput
from foedus.report.charts.bars import Bar, bars
from foedus.report.charts.canvas import Text, texts
from foedus.report.charts.extra import alt
from foedus.report.charts.matrix import Cell, matrix
from foedus.report.charts.network import Node, Tie, network
from foedus.report.charts.scatter import Dot, scatter
from foedus.report.charts.series import Point, series
from foedus.report.charts.theme import Words, chart

HOSTILE = (
    "<script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '" onload="alert(1)',
    "]]><svg onload=alert(1)>",
    "{{7*7}} ${7*7} '+alert(1)+'",
    "https://example.org/x.png",
)
ACTIVE = {"script", "img", "iframe", "object", "embed", "link", "base", "form", "foreignobject", "image", "use"}


class Reader(HTMLParser):
    """Gathers the elements of a page, their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("bad", HOSTILE)
def test_no_name_becomes_an_element_or_a_handler(bad: str) -> None:
    words = Words(bad, bad, bad, bad)
    pictures = [
        bars([Bar(bad, 1.0, group=bad), Bar("x", None)], words),
        series([Point(1900, 1.0, bad), Point(1901, 2.0, bad)], words),
        scatter([Dot(bad, 1, 2, bad)], words, bad),
        matrix([Cell(bad, "x", kind=bad), Cell("x", bad, None)], words, kinds={bad: ("#0b4f8a", bad)}),
        network([Node(bad), Node(bad, is_hub=True)], [Tie(0, 1)], words),
        chart(alt.layer(*texts([Text(0, 0, bad)])), words, bad),
    ]
    for picture in pictures:
        read = Reader(picture.html())
        assert ACTIVE.isdisjoint(read.tags)
        assert not any(name.startswith("on") for name, _ in read.attributes)
        assert not any(
            name in {"href", "src", "xlink:href"} and value and not value.startswith("#")
            for name, value in read.attributes
        )
        assert bad.split(maxsplit=1)[0] in read.text.replace("\n", " ")


def test_a_page_asks_no_network_for_anything(words: Words) -> None:
    page = bars([Bar("x", 1.0)], words).html()
    addresses = set(re.findall(r"https?://[^\s\"'<>]+", page))
    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert "default-src &#x27;none&#x27;" in page
    assert page.startswith("<!doctype html>")


def test_a_page_holds_the_picture_its_words_and_its_numbers(words: Words) -> None:
    read = Reader(bars([Bar("here", 1.5), Bar("gone", None)], words).html())
    for told in ("A title", "units", "a note", "Source: a source, version 1", "here", "1.5", "gone", "no data"):
        assert told in read.text
    assert ("role", "img") in read.attributes
    assert ("aria-label", "A title") in read.attributes
    assert read.tags.count("tr") == 3


def test_two_pictures_share_no_id_on_one_page(words: Words) -> None:
    rows = [[Point(year, float(year % at), "a", 0.0, 3.0) for year in range(1900, 1910)] for at in (3, 4)]
    parts = [series(row, words).html(whole=False) for row in rows]
    ids = [set(re.findall(r'\bid="([^"]+)"', part)) for part in parts]
    assert ids[0]
    assert ids[0].isdisjoint(ids[1])
    for part, known in zip(parts, ids, strict=True):
        assert set(re.findall(r"url\(#([^)]+)\)", part)) <= known


@pytest.mark.parametrize("ending", [".png", ".svg", ".html", ".json"])
def test_the_ending_says_how_it_is_written(ending: str, words: Words, tmp_path: Path) -> None:
    path = tmp_path / f"picture{ending}"
    bars([Bar("x", 1.0)], words).write(path)
    start = {".png": b"\x89PNG", ".svg": b"<svg", ".html": b"<!doctype", ".json": b"{"}[ending]
    assert path.read_bytes().startswith(start)


def test_another_ending_is_refused(words: Words, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no kind of picture"):
        bars([Bar("x", 1.0)], words).write(tmp_path / "picture.gif")
    assert list(tmp_path.iterdir()) == []


def test_the_picture_names_no_address_to_draw_from(words: Words) -> None:
    assert '"url"' not in str(bars([Bar("x", 1.0)], words).spec)


def test_a_notebook_is_given_the_picture_and_the_words(words: Words) -> None:
    shown = bars([Bar("x", 1.0)], words)._repr_mimebundle_()
    assert shown["image/svg+xml"].startswith("<svg")
    assert shown["text/plain"] == "A title: x: 1"


def test_long_titles_are_wrapped(words: Words) -> None:
    long = Words("Word " * 60, "u", "s")
    title = bars([Bar("x", 1.0)], long).spec["title"]["text"]
    assert len(title) > 2
    assert " ".join(title).split() == ["Word"] * 60
