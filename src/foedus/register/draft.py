"""A draft: a treaty text that is put to the test, in the place of the one the register holds or beside the others."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from foedus._base.errors import BadInput, Fault
from foedus.domain.condition import AllOf, AnyOf, Leaf, Not, Tree
from foedus.domain.treaty import Clause, Steps, Treaty, belongs_to
from foedus.register.check import check_treaty
from foedus.register.decode import decode_treaty
from foedus.register.files import read_treaty
from foedus.register.register import Register


@dataclass(frozen=True, slots=True)
class Draft:
    """A text, and the register's own text of the same id if there is one.

    Attributes
    ----------
    called : str
        What to call the text: its file, or the id of the treaty it was taken from.
    """

    treaty: Treaty
    replaced: Treaty | None
    called: str

    def put_in(self, register: Register) -> Register:
        """Return the register with this text in it; the register itself is not touched."""
        treaties = ChainMap({self.treaty.id: self.treaty}, dict(register.treaties))
        aliases = {**register.aliases, **dict.fromkeys(self.treaty.aliases, self.treaty.id)}
        return replace(register, treaties=treaties, known_aliases=aliases)


def read_draft(path: Path, register: Register) -> Draft:
    """Return the draft a treaty file holds.

    Raises
    ------
    BadInput
        With every fault that a check of the register would find in it.
    """
    file = read_treaty(path, register.actors)
    faults = list(check_treaty(file, register, replaces=True))
    if faults:
        raise BadInput(faults)
    treaty = decode_treaty(file.checked)
    return Draft(treaty, register.treaties.get(treaty.id), path.name)


def drop_articles(draft: Draft, articles: Sequence[str]) -> Draft:
    """Return the draft without some articles: their clauses, and what other clauses take from them.

    A condition that rests on a dropped article is not tested any more; an alternative that rests on it is gone.

    Raises
    ------
    BadInput
        If an article is cited nowhere, or no clause is left.
    """
    treaty = draft.treaty
    cited = sorted({article for clause in treaty.clauses for article in _cited(clause)})
    for article in articles:
        if not any(belongs_to(one, article) for one in cited):
            raise BadInput(
                Fault(
                    f"no clause or condition of {treaty.id} cites an article {article!r}",
                    "--drop-article",
                    ", ".join(cited),
                )
            )
    clauses = tuple(_without(clause, articles) for clause in treaty.clauses if not _rests_on(clause.article, articles))
    if not clauses:
        raise BadInput(Fault(f"no clause of {treaty.id} is left", "--drop-article", "fewer articles"))
    called = f"{draft.called} without article {' and '.join(articles)}"
    return replace(draft, treaty=replace(treaty, clauses=clauses), called=called)


def _cited(clause: Clause) -> Iterator[str]:
    yield clause.article
    yield from (carve_out.article for carve_out in clause.exceptions if carve_out.article)
    for tree in _trees(clause):
        yield from _articles(tree)


def _trees(clause: Clause) -> Iterator[Tree]:
    steps = (clause.steps, *(reading.steps for reading in clause.readings))
    trees = (tree for step in steps for tree in (step.act, step.place, step.adversary, step.procedure))
    yield from (tree for tree in trees if tree is not None)


def _articles(tree: Tree) -> Iterator[str]:
    if tree.article:
        yield tree.article
    match tree:
        case Leaf():
            return
        case AllOf(branches) | AnyOf(branches):
            for branch in branches:
                yield from _articles(branch)
        case Not(branch):
            yield from _articles(branch)


def _rests_on(cited: str, articles: Iterable[str]) -> bool:
    return any(belongs_to(cited, article) for article in articles)


def _without(clause: Clause, articles: Sequence[str]) -> Clause:
    return replace(
        clause,
        steps=_kept_steps(clause.steps, articles),
        exceptions=tuple(part for part in clause.exceptions if not _rests_on(part.article, articles)),
        readings=tuple(replace(one, steps=_kept_steps(one.steps, articles)) for one in clause.readings),
    )


def _kept_steps(steps: Steps, articles: Sequence[str]) -> Steps:
    def kept(tree: Tree | None) -> Tree | None:
        return None if tree is None else _kept(tree, articles)

    return Steps(kept(steps.act), kept(steps.place), kept(steps.adversary), kept(steps.procedure))


def _kept(tree: Tree, articles: Sequence[str]) -> Tree | None:
    """Return what is left of a tree; None where nothing is."""
    if _rests_on(tree.article, articles):
        return None
    match tree:
        case Leaf():
            return tree
        case Not(branch):
            left = _kept(branch, articles)
            return None if left is None else replace(tree, branch=left)
        case AllOf(branches) | AnyOf(branches):
            parts = tuple(part for part in (_kept(branch, articles) for branch in branches) if part is not None)
            return replace(tree, branches=parts) if parts or not branches else None
