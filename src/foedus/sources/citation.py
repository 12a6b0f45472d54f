"""How a data set is cited: one entry, printed as text and as BibTeX."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Citation:
    """A work that the makers of a data set ask to be cited.

    Attributes
    ----------
    authors : tuple of str
        Each as ``Surname, Given``.
    within : str
        The journal, or the book.
    place : str
        Publisher, or where a report can be had.
    editors : str
        Of the book.
    """

    key: str
    kind: Literal["article", "incollection", "book", "misc"]
    authors: tuple[str, ...]
    year: int
    title: str
    within: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    editors: str = ""
    place: str = ""
    doi: str = ""

    @property
    def text(self) -> str:
        """The citation as a sentence."""
        parts = [f"{self._names()} ({self.year}). {self.title}."]
        if self.within:
            editors = f"{self.editors} (ed.), " if self.editors else ""
            parts.append(f"{'In ' if self.kind == 'incollection' else ''}{editors}{self.within}{self._numbers()}.")
        if self.place:
            parts.append(f"{self.place}.")
        if self.doi:
            parts.append(f"https://doi.org/{self.doi}.")
        return " ".join(parts)

    @property
    def bibtex(self) -> str:
        """The citation for LaTeX."""
        container = {"article": "journal", "incollection": "booktitle"}.get(self.kind, "howpublished")
        place = "publisher" if self.kind in {"incollection", "book"} else "note"
        fields = {
            "author": " and ".join(self.authors),
            "title": self.title,
            "year": str(self.year),
            container: self.within,
            "volume": self.volume,
            "number": self.number,
            "pages": self.pages.replace("-", "--"),
            "editor": self.editors,
            place: self.place,
            "doi": self.doi,
        }
        escaped = {name: value.replace("&", "\\&") for name, value in fields.items() if value}
        lines = [f"  {name} = {{{value}}}" for name, value in escaped.items()]
        return f"@{self.kind}{{{self.key},\n" + ",\n".join(lines) + "\n}"

    def _names(self) -> str:
        first, *others = self.authors
        turned = [" ".join(reversed(name.split(", ", 1))) for name in others]
        return first if not turned else f"{', '.join([first, *turned[:-1]])} and {turned[-1]}"

    def _numbers(self) -> str:
        number = f"({self.number})" if self.number else ""
        pages = f": {self.pages}" if self.pages else ""
        return f" {self.volume}{number}{pages}" if self.volume else (f", {self.pages}" if self.pages else "")
