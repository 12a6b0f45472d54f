"""Text with a separator: every line must have as many fields as the heading, or the file is refused."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator

from foedus.sources.extra import pl
from foedus.sources.formats.content import Content
from foedus.sources.raw import Raw, heading_key, wrong_file

MAX_HEADING = 300
SEPARATORS = (",", ";", "\t")
_ROWS_AT_ONCE = 100_000
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_delimited(content: Content, headings: Iterable[str], encoding: str = "") -> Raw:
    """Return a text file as columns of text; an empty field is null.

    Parameters
    ----------
    content : Content
        The file.
    headings : iterable of str
        What is looked for, to tell one separator from another.
    encoding : str
        Tried where the file is not UTF-8.

    Raises
    ------
    BadInput
        If it is in another encoding, quoted wrongly, or a line has too few or too many fields.
    """
    text = decoded(content, encoding)
    rows = _rows(text, content.name, _separator(text, headings))
    try:
        _, heading = next(rows)
    except StopIteration:
        raise wrong_file(content.name, "holds no heading") from None
    names = unique_headings(heading, content.name)
    return Raw(content.name, _frame(rows, names, content.name), first=2)


def decoded(content: Content, encoding: str = "") -> str:
    """Return the text of a file: by its byte-order mark, else as UTF-8, else in the encoding its publisher uses.

    Raises
    ------
    BadInput
        If it is neither, or holds null characters.
    """
    marked = [name for mark, name in _MARKS if content.data.startswith(mark)]
    tried = [*marked, *(["utf-8"] if not marked else []), *([encoding] if encoding else [])]
    for name in tried:
        try:
            text = content.data.decode(name)
        except UnicodeError:
            continue
        text = text.removeprefix("\ufeff").removeprefix("ï»¿")
        if "\x00" in text:
            raise wrong_file(content.name, "holds null characters, so it is no text")
        return text
    raise wrong_file(content.name, "is not UTF-8 text", remedy="take the publisher's file, or save it as UTF-8")


def unique_headings(heading: Iterable[str], name: str) -> list[str]:
    """Return the headings of a file; an unnamed column gets a name that nothing asks for.

    Raises
    ------
    BadInput
        If two are the same, or one is no text to show.
    """
    names = [text.strip() or f"unnamed {place}" for place, text in enumerate(heading)]
    seen: dict[str, str] = {}
    for text in names:
        if len(text) > MAX_HEADING or not text.isprintable():
            raise wrong_file(name, f"has the heading {text[:40]!r}", allowed=f"up to {MAX_HEADING} plain characters")
        key = heading_key(text)
        if key in seen:
            raise wrong_file(name, f"has the column {text[:60]!r} twice")
        seen[key] = text
    return names


def _separator(text: str, headings: Iterable[str]) -> str:
    wanted = {heading_key(heading) for heading in headings}
    lines = text[:100_000].splitlines()[:1] or [""]

    def found(separator: str) -> int:
        return len(wanted & {heading_key(field.strip('"')) for field in lines[0].split(separator)})

    return max(SEPARATORS, key=found)


def _rows(text: str, name: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for row in reader:
            if row:
                yield reader.line_num, row
    except csv.Error as error:
        where = f"{name}:{reader.line_num}"
        raise wrong_file(where, f"is not written as CSV should be ({error})") from error


def _frame(rows: Iterator[tuple[int, list[str]]], names: list[str], name: str) -> pl.DataFrame:
    parts: list[pl.DataFrame] = []
    held: list[list[str]] = []
    schema = dict.fromkeys(names, pl.String)
    for line, row in rows:
        if len(row) != len(names):
            where = f"{name}:{line}"
            raise wrong_file(
                where,
                f"has {len(row)} fields where the heading has {len(names)}",
                remedy="the file may be cut off or edited: take the publisher's file unchanged",
            )
        held.append(row)
        if len(held) == _ROWS_AT_ONCE:
            parts.append(pl.DataFrame(held, schema=schema, orient="row"))
            held = []
    parts.append(pl.DataFrame(held, schema=schema, orient="row"))
    blank = pl.all().str.strip_chars()
    return pl.concat(parts).with_columns(pl.when(blank != "").then(blank).otherwise(None).name.keep())
