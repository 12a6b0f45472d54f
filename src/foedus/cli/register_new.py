"""``foedus register new``: begin a treaty file, by questions or by flags."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from foedus._base.errors import BadInput, Fault
from foedus.domain.vocabulary import Obligation
from foedus.register.compiled import load_register
from foedus.register.new_treaty import (
    OBLIGATIONS,
    UNKNOWN,
    Answers,
    century_of,
    suggested_id,
    valid_id,
    valid_in_force,
    valid_obligation,
    valid_party,
    valid_signed,
    valid_text,
    write_new,
)

T = TypeVar("T")
EPILOG = (
    'Examples:  foedus register new   |   foedus register new --name "Treaty of Friendship" --signed 1934-02-09 '
    "--party Greece --party Turkey --obligation defend --article 1 --summary ... --folder ."
)
TREATIES = Path("src/foedus/register/data/treaties")
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Form:
    """Answers come from flags; what no flag gives is asked, where somebody is there to answer.

    Attributes
    ----------
    is_asked : bool
        Whether questions can be put.
    """

    is_asked: bool

    def one(
        self, flag: str, given: str | None, question: str, valid: Callable[[str], T], *, default: str | None = None
    ) -> T:
        """Return one answer that is valid."""
        if given is not None:
            return _checked(flag, given, valid)
        if self.is_asked:
            return _ask(question, valid, default)
        if default is None:
            raise BadInput(Fault("this answer is missing", flag, remedy=f"give {flag}, or run it on a terminal"))
        return _checked(flag, default, valid)

    def several(
        self, flag: str, given: Sequence[str] | None, question: str, valid: Callable[[str], T], *, fewest: int = 1
    ) -> tuple[T, ...]:
        """Return several answers that are valid, each once; an empty line ends them."""
        checked = [_checked(flag, text, valid) for text in given or ()]
        unique = tuple(dict.fromkeys(checked or self._asked(flag, question, valid, fewest)))
        if len(unique) < fewest:
            raise BadInput(Fault(f"{len(unique)} is too few", flag, f"at least {fewest} different ones"))
        return unique

    def _asked(self, flag: str, question: str, valid: Callable[[str], T], fewest: int) -> list[T]:
        found = [self.one(flag, None, question, valid)]
        while self.is_asked and len(set(found)) < fewest:
            found.append(_ask(question, valid, None))
        while self.is_asked:
            more = _ask(f"{question} (empty: no more)", lambda text: valid(text) if text else None, "")
            if more is None:
                break
            found.append(more)
        return found


def _checked(flag: str, text: str, valid: Callable[[str], T]) -> T:
    try:
        return valid(text)
    except BadInput as error:
        raise error.inside(flag) from error


def _ask(question: str, valid: Callable[[str], T], default: str | None) -> T:
    """Put a question until the answer is valid."""
    while True:
        text = typer.prompt(question, default=default, show_default=bool(default), err=True)
        try:
            return valid(str(text).strip())
        except BadInput as error:
            for fault in error.faults:
                typer.echo(f"  {fault}".replace("\n", "\n  "), err=True)


def new(
    name: Annotated[str | None, typer.Option("--name", help="The title of the treaty.")] = None,
    signed: Annotated[str | None, typer.Option("--signed", help="When it was signed; a year is enough.")] = None,
    in_force: Annotated[str | None, typer.Option("--in-force", help="A date, unknown (if left out) or never.")] = None,
    party: Annotated[list[str] | None, typer.Option("--party", help="A state, by its name then (repeat it).")] = None,
    treaty_id: Annotated[str | None, typer.Option("--id", help="Left out, made of title and year.")] = None,
    obligation: Annotated[
        list[str] | None, typer.Option("--obligation", help="defend, consult, neutrality … (may be repeated).")
    ] = None,
    article: Annotated[
        list[str] | None, typer.Option("--article", help="Its article: one for all, or one for each.")
    ] = None,
    summary: Annotated[str | None, typer.Option("--summary", help="What it promises, in your own words.")] = None,
    folder: Annotated[Path | None, typer.Option("--folder", help="Where to write it.")] = None,
) -> None:
    """Begin a treaty file: what no flag gives is asked, and each answer is checked at once.

    What you did not say is not claimed: the file holds no conditions, and everything in it counts as remembered.
    """
    register = load_register()
    form = Form(sys.stdin.isatty())
    title = form.one("--name", name, "Title", valid_text)
    when = form.one("--signed", signed, "Signed on", valid_signed)
    bound = form.one("--in-force", in_force, "In force since", lambda text: valid_in_force(text, when), default=UNKNOWN)
    parties = form.several(
        "--party", party, "Party", lambda text: valid_party(text, when, bound, register), fewest=FEWEST
    )
    chosen = form.one("--id", treaty_id, "Id", lambda text: valid_id(text, register), default=suggested_id(title, when))
    duties = _duties(form, obligation, article)
    words = form.one("--summary", summary, "Summary, in your own words", valid_text)
    where = folder or Path(form.one("--folder", None, "Folder", valid_text, default=str(_folder(when))))
    answers = Answers(chosen, title, when, bound, parties, duties, words)
    _tell(write_new(answers, where, register))


def _duties(
    form: Form, obligations: Sequence[str] | None, articles: Sequence[str] | None
) -> tuple[tuple[Obligation, str], ...]:
    kinds = form.several("--obligation", obligations, f"Duty ({', '.join(OBLIGATIONS)})", valid_obligation)
    if articles and len(articles) not in {1, len(kinds)}:
        allowed = f"one, or {len(kinds)}: one for each --obligation"
        raise BadInput(Fault(f"{len(articles)} articles for {len(kinds)} duties", "--article", allowed))
    given: list[str | None] = list(articles) if articles else [None]
    each = given if len(given) == len(kinds) else given * len(kinds)
    return tuple(
        (kind, form.one("--article", one, f"Article of the duty to {kind}", valid_text))
        for kind, one in zip(kinds, each, strict=True)
    )


def _folder(signed: str) -> Path:
    """Return the century's folder where one stands in a checkout, else this one."""
    return TREATIES / century_of(signed) if TREATIES.is_dir() else Path()


def _tell(path: Path) -> None:
    typer.echo(f"written: {path}")
    typer.echo("next: read the text; add conditions, sources and `known` by docs/treaty-format.md; then")
    typer.echo(f"      foedus register check {path}")
