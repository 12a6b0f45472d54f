"""A cascade as a graph: who attacks whom, and round by round who comes in for whom under what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from foedus.domain.cascade import Branch, Cascade, Round
from foedus.domain.contingency import Contingency, Event
from foedus.obligations.answer import Answers
from foedus.register.register import Register
from foedus.report.cascade import MoveGroup, grouped_moves, left_open_told, nobody_told
from foedus.report.charts.canvas import Box, Line, Mark, Text, boxes, curve, lines, marks, texts
from foedus.report.charts.chart import Chart
from foedus.report.charts.extra import Picture, alt
from foedus.report.charts.figures import Figures, some_of
from foedus.report.charts.histories import source_of
from foedus.report.charts.lettering import BOLD, wrapped
from foedus.report.charts.theme import INK, PAPER, QUIET, Words, chart

Namer = Callable[[str], str]
Side: TypeAlias = Literal["target", "attacker", "due"]

COLUMN, SPACE, GAP = 178, 48, 16
_TEXT, _SMALL, _LEADING, _PAD = 11.0, 9.5, 14.0, 7.0
_MOST_LINES = 9
_LOOKS: dict[Side, tuple[str, str, tuple[int, ...]]] = {
    "target": ("#e3eef7", "#0b4f8a", (1, 0)),
    "attacker": ("#fbe6d6", "#d55e00", (5, 3)),
    "due": (PAPER, QUIET, (2, 3)),
}
_SIDES: dict[Side, str] = {
    "target": "on the side of those attacked",
    "attacker": "on the side of the attackers",
    "due": "duty due, and not come in",
}


@dataclass(slots=True)
class _Card:
    """States that come in together: a box of the graph."""

    column: int
    side: Side
    states: tuple[str, ...]
    head: list[str]
    foot: list[str]
    beside: tuple[str, ...] = ()
    y: float = 0.0
    callers: list[int] = field(default_factory=list)

    @property
    def x(self) -> float:
        return self.column * (COLUMN + SPACE)

    @property
    def height(self) -> float:
        return (len(self.head) + len(self.foot)) * _LEADING + 2 * _PAD

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


def chain(cascade: Cascade, contingency: Contingency, register: Register, title: str) -> Chart:
    """Return the first course of a cascade as a graph.

    Each column is a round in which somebody new comes in. A line leads from those who are helped to those who come in
    beside them; the box names the treaties. What the answer is and is not stands under the title, and how a disputed
    place is called.
    """
    answers = Answers(register, contingency)
    events = contingency.events

    def name(actor: str) -> str:
        return str(answers.actor(actor, events[0].id)["name"])

    branch = cascade.branches[0]
    cards = list(_cards(branch, events, name))
    rounds = _in_columns(cards)
    floor = _place(cards)
    lanes = _lanes(cards, floor)
    height = floor + 8 * len({line.points[2][1] for line in lanes}) + 30
    width = max(460, len(rounds) * (COLUMN + SPACE) - SPACE)
    unit = "Round by round: each line leads from those helped to those who come in beside them"
    notes = " ".join([_note(cascade, rounds, name), *answers.naming_notes()])
    words = Words(title, unit, source_of(register), notes)
    drawn = [*lines([*_lines(cards), *lanes]), *_boxes(cards), *_attacks(cards), *texts(_texts(cards, rounds))]
    picture = alt.layer(*drawn, *_key(cards, height)).properties(width=width, height=height)
    told = "; ".join(_told(finished, name) for finished in branch.rounds) or nobody_told(cascade).rstrip(".").lower()
    return chart(picture, words, told, _figures(branch, name), width - 100)


def _note(cascade: Cascade, rounds: Sequence[int], name: Namer) -> str:
    branch = cascade.branches[0]
    notes = [cascade.label]
    if len(cascade.branches) > 1:
        notes.append(f"Course 1 of {len(cascade.branches)}: {'; '.join(branch.choices) or 'no choice was needed'}")
    if cascade.is_cut:
        notes.append("There may be more: it was cut at the limit of rounds or courses")
    torn = [words for finished in branch.rounds for words in finished.torn]
    notes += [f"Torn: {'; '.join(torn)}"] if torn else []
    quiet = [str(finished.number) for finished in branch.rounds if finished.number not in rounds]
    if quiet:
        what = "states that are in come in against more adversaries, and nobody new"
        notes.append(f"Not drawn, round {', '.join(quiet)}: {what}")
    if not branch.rounds:
        notes.append(nobody_told(cascade))
    if open_told := left_open_told(cascade, name):
        words, states = open_told
        notes.append(f"{words}: {some_of(states)}")
    return " ".join(f"{note.rstrip('.')}." for note in notes)


def _cards(branch: Branch, events: Sequence[Event], name: Namer) -> Iterator[_Card]:
    """Yield the boxes, those of the act first; the side of a state is that of whom it stands beside."""
    attackers = tuple(dict.fromkeys(state for event in events for state in event.attackers))
    targets = tuple(dict.fromkeys(state for event in events for state in event.targets))
    sides: dict[str, Side] = {}
    sides.update(dict.fromkeys(attackers, "attacker"))
    sides.update(dict.fromkeys(targets, "target"))
    yield _card(0, "attacker", attackers, name, "attacks")
    yield _card(0, "target", targets, name, "is attacked" if len(targets) == 1 else "are attacked")
    waiting: set[tuple[str, str]] = set()
    for finished in branch.rounds:
        for group in grouped_moves(finished):
            fresh = tuple(state for state in group.states if state not in sides)
            side: Side = next((sides[ally] for ally in group.beside if ally in sides), "target")
            if fresh:
                yield _card(finished.number, side, fresh, name, _under(group, name), group.beside)
            sides |= dict.fromkeys(fresh, side)
        for beneficiary, obligors in _uncalled(finished).items():
            late = tuple(one for one in obligors if (one, beneficiary) not in waiting and one not in sides)
            waiting |= {(one, beneficiary) for one in late}
            if late:
                yield _card(finished.number, "due", late, name, f"due for {name(beneficiary)}", (beneficiary,))


def _under(group: MoveGroup, name: Namer) -> str:
    """Return beside and against whom, where that is short to say, and under what a group comes in."""
    parts = [
        f"{word} {', '.join(map(name, states))}"
        for word, states in (("beside", group.beside), ("against", group.against))
        if len(states) < 3
    ]
    said = " ".join(parts)
    return (f"{said}: " if said else "") + (", ".join(group.under) or "no duty in the register")


def _in_columns(cards: Sequence[_Card]) -> list[int]:
    """Return the round of each column, after numbering the columns of the boxes without gaps."""
    rounds = sorted({card.column for card in cards})
    for card in cards:
        card.column = rounds.index(card.column)
    return rounds


def _uncalled(finished: Round) -> dict[str, tuple[str, ...]]:
    held: dict[str, dict[str, None]] = {}
    for duty in finished.uncalled:
        held.setdefault(duty.beneficiary, {})[duty.obligor] = None
    return {beneficiary: tuple(sorted(obligors)) for beneficiary, obligors in held.items()}


def _card(
    column: int, side: Side, states: tuple[str, ...], name: Namer, under: str, beside: tuple[str, ...] = ()
) -> _Card:
    room = COLUMN - 2 * _PAD
    names = sorted(map(name, states))
    head = wrapped(", ".join(names), room / BOLD, _TEXT)
    for kept in range(len(names) - 1, 0, -1):
        if len(head) <= _MOST_LINES:
            break
        head = wrapped(f"{', '.join(names[:kept])} and {len(names) - kept} more", room / BOLD, _TEXT)
    return _Card(column, side, states, head, wrapped(under, room, _SMALL, 3), beside)


def _place(cards: Sequence[_Card]) -> float:
    """Put the boxes of each column under each other, near those they stand beside; return where the last one ends."""
    home: dict[str, int] = {}
    for at, card in enumerate(cards):
        card.callers = list(dict.fromkeys(home[ally] for ally in card.beside if ally in home))
        home |= {state: at for state in card.states if card.side != "due" and state not in home}
    for column in range(max((card.column for card in cards), default=0) + 1):
        members = [card for card in cards if card.column == column]
        if column:
            members.sort(key=lambda card: (card.side == "due", _wanted(card, cards)))
        y = 26.0
        for card in members:
            card.y = max(y, _wanted(card, cards) - card.height / 2) if len(members) == 1 else y
            y = card.y + card.height + GAP
    return max(card.y + card.height for card in cards)


def _wanted(card: _Card, cards: Sequence[_Card]) -> float:
    heights = [cards[at].middle for at in card.callers]
    return sum(heights) / len(heights) if heights else 0.0


def _boxes(cards: Sequence[_Card]) -> list[Picture]:
    return boxes(
        [
            Box(card.x, card.y, COLUMN, card.height, fill, stroke, 1.3, dash)
            for card in cards
            for fill, stroke, dash in (_LOOKS[card.side],)
        ]
    )


def _lines(cards: Sequence[_Card]) -> list[Line]:
    """Return the lines between boxes of neighbouring columns."""
    return [
        Line(curve((cards[at].x + COLUMN, cards[at].middle), (card.x, card.middle)), stroke, 1.4, dash, 0.75)
        for card in cards
        for stroke, dash in (_LOOKS[card.side][1:],)
        for at in card.callers
        if cards[at].column == card.column - 1
    ]


def _lanes(cards: Sequence[_Card], floor: float) -> list[Line]:
    """Return the lines that pass a column: down, along under all boxes in the lane of whom they come from, and up."""
    held: list[Line] = []
    lanes: dict[int, int] = {}
    for card in cards:
        near = any(cards[at].column == card.column - 1 for at in card.callers)
        far = [at for at in card.callers if cards[at].column < card.column - 1]
        for at in () if near else far:
            lane = lanes.setdefault(at, len(lanes))
            aside, y = 10 + 4 * lane % 28, floor + 10 + 8 * lane
            stroke, dash = _LOOKS[card.side][1:]
            start, end = (cards[at].x + COLUMN, cards[at].middle), (card.x, card.middle)
            out, into = start[0] + aside, end[0] - aside
            path = (start, (out, start[1]), (out, y), (into, y), (into, end[1]), end)
            held.append(Line(path, stroke, 1.4, dash, 0.75))
    return held


def _attacks(cards: Sequence[_Card]) -> list[Picture]:
    """Return the arrow from the attackers to those attacked."""
    first = [card for card in cards if card.column == 0]
    if len(first) < 2:
        return []
    x, top, bottom = COLUMN / 2, first[0].y + first[0].height, first[1].y
    stem = Line(((x, top), (x, bottom - 3)), INK, 2.2)
    return [*lines([stem]), *marks([Mark(x, bottom - 4, "triangle-down", INK, INK, 60)])]


def _texts(cards: Sequence[_Card], rounds: Sequence[int]) -> Iterator[Text]:
    for column, number in enumerate(rounds):
        head = f"Round {number}" if number else "The act"
        yield Text(column * (COLUMN + SPACE), 10, head, 12, INK, weight="bold")
    for card in cards:
        y = card.y + _PAD + _LEADING / 2
        for words in card.head:
            yield Text(card.x + _PAD, y, words, _TEXT, INK, weight="bold")
            y += _LEADING
        for words in card.foot:
            yield Text(card.x + _PAD, y, words, _SMALL, "#3c444d")
            y += _LEADING


def _key(cards: Sequence[_Card], height: float) -> list[Picture]:
    """Return what the edges of boxes mean, for the kinds that are there."""
    x, held, said = 0.0, [], []
    for side, (fill, stroke, dash) in _LOOKS.items():
        if any(card.side == side for card in cards):
            held.append(Box(x, height - 12, 16, 11, fill, stroke, 1.3, dash))
            said.append(Text(x + 22, height - 6, _SIDES[side], 10, QUIET))
            x += 40 + len(_SIDES[side]) * 5.2
    return [*boxes(held), *texts(said)]


def _told(finished: Round, name: Namer) -> str:
    moves = "; ".join(
        f"{', '.join(map(name, group.states))} beside {', '.join(map(name, group.beside))}"
        for group in grouped_moves(finished)
    )
    return f"Round {finished.number}: {moves}"


def _figures(branch: Branch, name: Namer) -> Figures:
    rows = tuple(
        (
            str(finished.number),
            ", ".join(map(name, group.states)),
            ", ".join(map(name, group.beside)),
            ", ".join(map(name, group.against)),
            ", ".join(group.under) or "no duty in the register",
        )
        for finished in branch.rounds
        for group in grouped_moves(finished)
    )
    return Figures(("round", "who comes in", "beside", "against", "under"), rows)
