"""Names and ids of the reference casebook, where it lies beside the reference data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from foedus import Register
from foedus._base.errors import UnknownName

pytestmark = pytest.mark.data

NO_ACTOR = {  # words for "some of them", which name nobody in particular
    "Members of the League Council",
    "Other League members except Italy",
    "Other UN members",
    "UN members cooperating with Kuwait",
}


@pytest.fixture(scope="module")
def states(shared_data: Path) -> dict[str, Any]:
    return read(shared_data.parent / "casebook" / "states.yaml") or {"state_codes": {}, "other_actors": []}


@pytest.fixture(scope="module")
def treaties(shared_data: Path, register: Register) -> list[dict[str, Any]]:
    """Return the casebook's treaties that the register holds."""
    listed = read(shared_data.parent / "casebook" / "treaties.yaml") or {"treaties": []}
    return [part for part in listed["treaties"] if part["id"] in {*register.treaties, *register.aliases}]


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else None


def test_every_state_resolves_to_its_numbers(register: Register, states: dict[str, Any]) -> None:
    wrong = {}
    for name, codes in states["state_codes"].items():
        wanted = set(codes.values()) if isinstance(codes, dict) else {codes}
        actors = [register.actors[actor] for actor in register.actors.ever_called(name)]
        if not wanted <= {actor.cow.number for actor in actors if actor.cow}:
            wrong[name] = codes
    assert set(wrong) <= DATED_OTHERWISE


def test_every_other_actor_resolves(register: Register, states: dict[str, Any]) -> None:
    unknown = set()
    for name in states["other_actors"]:
        try:
            register.actors.ever_called(name)
        except UnknownName:
            unknown.add(name)
    assert unknown <= NO_ACTOR


def test_every_treaty_that_is_held_resolves_by_its_id(register: Register, treaties: list[dict[str, Any]]) -> None:
    for listed in treaties:
        treaty = register.treaty(listed["id"])
        assert listed["id"] in {treaty.id, *treaty.aliases}


DATED_OTHERWISE = {"us-qatar-eo-2025"}
"""The order is dated 29 September 2025; the list gives the day of its publication."""


def test_every_treaty_that_is_held_has_a_text_signed_on_the_listed_day(
    register: Register, treaties: list[dict[str, Any]]
) -> None:
    wrong = {}
    for listed in treaties:
        treaty = register.treaty(listed["id"])
        signed = {treaty.signed, *(text.signed for text in treaty.instruments if text.signed)}
        written = {day.text.removeprefix("julian:").rstrip("?~") for day in signed} | {day.iso() for day in signed}
        if listed["signed"] not in written:
            wrong[listed["id"]] = (listed["signed"], sorted(written))
    assert set(wrong) <= DATED_OTHERWISE
