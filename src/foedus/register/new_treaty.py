"""Begin a treaty file: answers checked one by one, written out as a file that passes every check.

Nothing is claimed that was not said: all evidence is ``knowledge``, strengths are ``unspecified``, and no condition is
written.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from foedus._base.dates import Day
from foedus._base.documents import read_bytes
from foedus._base.errors import BadInput, Fault
from foedus.domain.vocabulary import Obligation
from foedus.register.check import check_treaty
from foedus.register.files import treaty_of
from foedus.register.gazetteer import folded
from foedus.register.register import Register

OBLIGATIONS: tuple[Obligation, ...] = get_args(Obligation)
UNKNOWN, NEVER = "unknown", "never"
_WORD = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 ()'.;/_–-]*[A-Za-z0-9).]|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SAID = frozenset({"true", "false", "null"})
_MOST_WORDS = 5
_LONGEST_ID = 80
_LONGEST_CLAUSE_ID = 70


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of a treaty to begin with.

    Attributes
    ----------
    parties : tuple of str
        Names by which the states are found on the day of signature.
    duties : tuple of (str, str)
        Each kind of duty with its article.
    """

    id: str
    name: str
    signed: str
    in_force: str
    parties: tuple[str, ...]
    duties: tuple[tuple[Obligation, str], ...]
    summary: str


def suggested_id(name: str, signed: str) -> str:
    """Return an id made of the first words of a title and the year of signature."""
    plain = "".join(letter for letter in folded(name).replace(":", " ") if letter.isascii())
    words = [word for word in plain.split() if word not in {"of", "the", "and", "between", "a", "to"}]
    year = f"{abs(Day.parse(signed).year):04d}"
    stem = "-".join(word for word in words[:_MOST_WORDS] if word != year)[: _LONGEST_ID - len(year) - 1]
    return f"{stem.rstrip('-')}-{year}".lstrip("-")


def century_of(signed: str) -> str:
    """Return the folder of the century in which a treaty was signed: ``c20`` for 1901 to 2000."""
    year = Day.parse(signed).year
    return f"c{(year - 1) // 100 + 1:02d}" if year > 0 else f"bc{-year // 100 + 1:02d}"


def valid_text(text: str) -> str:
    """Return a text that says something.

    Raises
    ------
    BadInput
        If it is empty.
    """
    if not text.strip():
        raise BadInput(Fault("nothing is said", allowed="a text"))
    return " ".join(text.split())


def valid_id(text: str, register: Register) -> str:
    """Return an id that has the right form and is free.

    Raises
    ------
    BadInput
        If it has not, or belongs to a treaty of the register.
    """
    if not _WORD.fullmatch(text) or len(text) > _LONGEST_ID:
        allowed = f"lower case, digits and hyphens, at most {_LONGEST_ID} characters"
        raise BadInput(Fault(f"{text[:_LONGEST_ID]!r} has the wrong form", allowed=allowed))
    holder = register.aliases.get(text, text)
    if holder in register.treaties:
        what = f"the id {text!r} belongs to {register.treaties[holder].name}"
        raise BadInput(Fault(what, remedy=f"choose another, or change {holder}.yaml"))
    return text


def valid_signed(text: str) -> str:
    """Return the date of signature.

    Raises
    ------
    BadInput
        If it is no date, or not known at all.
    """
    if Day.parse(text).precision == UNKNOWN:
        raise BadInput(Fault("a treaty needs a date of signature", allowed="at least a year, such as 1912 or 1912~"))
    return text


def valid_in_force(text: str, signed: str) -> str:
    """Return the date of entry into force, ``unknown`` or ``never``.

    Raises
    ------
    BadInput
        If it is no date, or lies before signature.
    """
    if text != NEVER and Day.parse(text).last < Day.parse(signed).first:
        raise BadInput(Fault(f"in force ({text}) before it was signed ({signed})", allowed="a date, unknown or never"))
    return text


def valid_party(text: str, signed: str, in_force: str, register: Register) -> str:
    """Return the name by which a state is found on the day of signature.

    Raises
    ------
    BadInput
        If nobody, or more than one, was so called; or it did not exist when the treaty bound.
    """
    day = Day.parse(signed)
    actor = register.actors.find(text.strip(), day)
    bound = day if in_force in {UNKNOWN, NEVER} else Day.parse(in_force)
    if not actor.existed_on(bound):
        lives = ", ".join(map(str, actor.exists))
        raise BadInput(Fault(f"{actor.name_on(day)} existed {lives}, not on {bound}", allowed="a state of that day"))
    name = actor.name_on(day)
    try:
        return name if register.actors.find(name, day) is actor else actor.id
    except BadInput:
        return actor.id


def valid_obligation(text: str) -> Obligation:
    """Return a kind of duty.

    Raises
    ------
    BadInput
        If there is none of that name.
    """
    for word in OBLIGATIONS:
        if word == text.strip():
            return word
    raise BadInput(Fault(f"{text[:60]!r} is no kind of duty", allowed=", ".join(OBLIGATIONS)))


def file_text(answers: Answers) -> str:
    """Return the treaty file that holds the answers and nothing else."""
    articles = dict.fromkeys(article for _, article in answers.duties)
    lines = [
        f"id: {answers.id}",
        f"name: {_scalar(answers.name)}",
        "character: treaty",
        f"summary: {_scalar(answers.summary)}",
        f"signed: {_scalar(answers.signed)}",
        f"in_force: {_scalar(answers.in_force)}",
        "sources:",
        "  - id: not-looked-up",
        "    title: none yet; all of this file is from memory",
        "    kind: secondary",
        "dates_known: {verified: knowledge}",
        "instruments:",
        "  - id: treaty",
        f"    title: {_scalar(answers.name)}",
        "    character: treaty",
        "    articles:",
        *(f"      {_quoted(article)}:" for article in articles),
        "parties:",
        f"  - states: [{', '.join(map(_scalar, answers.parties))}]",
        "clauses:",
    ]
    for at, (obligation, article) in enumerate(answers.duties):
        lines += _clause(_clause_id(at, answers.duties), obligation, article)
    return "\n".join(lines) + "\n"


def _clause(clause_id: str, obligation: Obligation, article: str) -> list[str]:
    said = obligation.replace("_", " ")
    return [
        f"  - id: {clause_id}",
        f"    article: {_quoted(article)}",
        "    instrument: treaty",
        f"    obligation: {obligation}",
        "    strength: unspecified",
        f"    summary: {_scalar(f'{said} under article {article}; the conditions are not encoded yet')}",
        "    known: {verified: knowledge}",
    ]


def _clause_id(at: int, duties: Sequence[tuple[Obligation, str]]) -> str:
    """Return an id of the article, and of the duty where the article has several; numbered if that is not enough."""
    obligation, article = duties[at]
    words = ["art", *re.findall(r"[a-z0-9]+", article.lower())]
    if sum(other == article for _, other in duties) > 1:
        words.append(obligation.replace("_", "-"))
    earlier = [_clause_id(before, duties) for before in range(at)]
    stem = "-".join(words)[:_LONGEST_CLAUSE_ID].rstrip("-")
    return f"{stem}-{at + 1}" if stem in earlier else stem


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and text not in _SAID else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def write_new(answers: Answers, folder: Path, register: Register) -> Path:
    """Write the file into a folder, whole or not at all, and return its path.

    Raises
    ------
    BadInput
        If the file would not pass a check, exists already, or cannot be written.
    """
    path = folder / f"{answers.id}.yaml"
    text = file_text(answers)
    document = read_bytes(text.encode(errors="surrogatepass"), str(path))
    faults = list(check_treaty(treaty_of(document, register.actors), register))
    if faults:
        raise BadInput(faults)
    try:
        _write_once(path, text)
    except FileExistsError as error:
        raise BadInput(Fault("the file is there already", str(path), remedy="choose another id or folder")) from error
    except OSError as error:
        raise BadInput(Fault(f"cannot be written ({error.strerror})", str(path), "a folder to write to")) from error
    return path


def _write_once(path: Path, text: str) -> None:
    """Write a file that must not exist: first beside its place, then into it in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=path.parent, prefix=".new-", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        Path(file.name).chmod(0o644)
        os.link(file.name, path)
