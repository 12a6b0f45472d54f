"""A small treaty of our own, whole and sound, for tests to break."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

PACT = """\
id: test-pact
name: Test Pact
aliases: [the-pact]
character: treaty
summary: Made up for tests.
signed: 1902-01-30
in_force: 1902-02-01
ended: 1912-02-01
sources:
  - {id: text, title: Made up, kind: text}
dates_known: {verified: text, source: text, locator: article 6}
instruments:
  - id: main
    title: The Pact
    character: treaty
    articles:
      "1":
      "2": peace and friendship
parties:
  - states: [Great Britain, Japan]
    signed: 1902-01-30
  - states: [Russia]
    role: guest
    from: 1905-01-01
    until: 1907-01-01
areas:
  strait: {name: the strait, shape: {polygon: [[0, 0], [0, 1], [1, 1]]}}
terms:
  in-strait: {called: in the strait, article: "2", when: [{area: strait}]}
clauses:
  - id: help
    article: "1(2)"
    instrument: main
    obligation: defend
    strength: all_means
    summary: help against attack
    place: [{term: in-strait}]
    known: {verified: text, source: text, locator: article 1}
"""


@pytest.fixture
def pact(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes the pact, with one piece of it replaced, and returns its path."""

    def write(old: str = "", new: str = "") -> Path:
        assert old in PACT, f"the pact has no {old!r}"
        path = tmp_path / "test-pact.yaml"
        path.write_text(PACT.replace(old, new, 1), encoding="utf-8")
        return path

    return write


OPERATION = """\
id: test-force
name: Test Force
aliases: [the-force]
kind: ad_hoc_coalition
purposes: [peacekeeping]
summary: Made up for tests.
began: 1956-11-07
ended: 1967-06
ending: {how: handed_over, to: [isaf]}
hosts: [Egypt]
theatre: Sinai
alliances: [nato]
leads:
  - {actor: Canada, until: 1957-12-31}
  - {treaty: nato, from: 1958-01-01}
participants:
  - {states: [Canada, Norway], throughout: true}
  - {states: [Brazil], from: 1957, until: 1958-03, size: {personnel: 600, on: 1957-06, source: book}}
  - {states: [India], caveats: no fighting}
opponents:
  - {name: raiders}
mandates:
  - {basis: general_assembly, resolution: 998 (ES-I), date: 1956-11-04}
commands:
  - {arrangement: un_chain, text: under the Secretary-General}
sources:
  - {id: book, title: Made up, kind: secondary}
known:
  dates: {verified: secondary, source: book, locator: page 1}
  participants: {verified: secondary, source: book, locator: page 2}
  mandates: {verified: knowledge}
  command: {verified: knowledge}
  opponents: {verified: knowledge}
"""


@pytest.fixture
def force(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes an operation, with one piece of it replaced, and returns its path."""

    def write(old: str = "", new: str = "") -> Path:
        assert old in OPERATION, f"the operation has no {old!r}"
        path = tmp_path / "test-force.yaml"
        path.write_text(OPERATION.replace(old, new, 1), encoding="utf-8")
        return path

    return write
