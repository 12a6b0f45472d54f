"""Answers held ready: the register does not change while the site runs, so the same question has the same answer."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field

from foedus.web.ready import Ready

LARGEST_SHARE = 8
"""No answer takes more than this part of the room."""


@dataclass(slots=True)
class Held:
    """Answers by question, the ones not asked for longest dropped when the room is full.

    Attributes
    ----------
    room : int
        Bytes.
    """

    room: int
    _answers: OrderedDict[str, Ready] = field(default_factory=OrderedDict)
    _taken: int = 0

    def get(self, question: str) -> Ready | None:
        """Return the answer to a question if it is held."""
        found = self._answers.get(question)
        if found is not None:
            self._answers.move_to_end(question)
        return found

    def put(self, question: str, answer: Ready) -> None:
        """Hold an answer, if it is not too large."""
        size = answer.size + len(question)
        if size * LARGEST_SHARE > self.room or question in self._answers:
            return
        self._answers[question] = answer
        self._taken += size
        while self._taken > self.room:
            dropped, old = self._answers.popitem(last=False)
            self._taken -= old.size + len(dropped)
