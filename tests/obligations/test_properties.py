"""What must hold of every contingency on the real register."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from random import Random
from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.obligations.builders import contingency, findings, treaty
from tests.obligations.strategies import contingencies

from foedus._base.dates import Day
from foedus._base.documents import Document, read_bytes
from foedus._base.validation import check
from foedus.domain.finding import Finding
from foedus.obligations.intake import read_contingency
from foedus.obligations.resolve import resolve
from foedus.register.compiled import COMPILED, contents_of, from_contents, load_register
from foedus.register.decode import decode_treaty
from foedus.register.register import Register
from foedus.register.schema import TreatyIn

REGISTER = load_register()
drawn = contingencies(REGISTER)

Key = tuple[str, str, str, str, str]


def statuses(found: tuple[Finding, ...]) -> dict[Key, str]:
    """Return the status of each finding by event, obligor, beneficiary, treaty and clause."""
    return {(f.event, f.obligor, f.beneficiary, f.treaty, f.clause): f.status for f in found}


def with_treaties(held: Register, treaties: dict[str, Any]) -> Register:
    return replace(held, treaties=treaties, known_aliases=None)


@given(drawn)
def test_the_same_question_has_the_same_answer(document: dict[str, Any]) -> None:
    """§1.5."""
    assert findings(REGISTER, document) == findings(REGISTER, document)


@given(drawn)
def test_a_treaty_among_others_changes_nothing(document: dict[str, Any]) -> None:
    """§1.5."""
    made = treaty("irrelevant", parties=[{"states": ["bhutan", "paraguay"]}], in_force="1900-02-01")
    irrelevant = decode_treaty(check(TreatyIn, Document("made up", made)))
    concerned = {*document["attackers"], *document["targets"]}
    larger = with_treaties(REGISTER, {**REGISTER.treaties, "irrelevant": irrelevant})
    if not concerned & {"bhutan", "paraguay"}:
        assert statuses(findings(larger, document)) == statuses(findings(REGISTER, document))


@given(drawn, st.integers(0, 2**32))
def test_the_order_of_treaties_parties_and_lists_changes_nothing(document: dict[str, Any], seed: int) -> None:
    """§1.5."""
    random = Random(seed)
    ids = list(REGISTER.treaties)
    random.shuffle(ids)
    shuffled = {}
    for treaty_id in ids:
        held = REGISTER.treaties[treaty_id]
        parties = list(held.parties)
        random.shuffle(parties)
        shuffled[treaty_id] = replace(held, parties=tuple(parties))
    turned = {**document, "attackers": document["attackers"][::-1], "targets": document["targets"][::-1]}
    other = findings(with_treaties(REGISTER, shuffled), turned)
    assert statuses(other) == statuses(findings(REGISTER, document))


BLANKABLE = ("place", "act")
BY_SILENCE = {"external_direction", "internationally_authorised"}


@given(drawn, st.data())
def test_blanking_a_fact_never_makes_a_duty_due(document: dict[str, Any], data: st.DataObject) -> None:
    """§3.6."""
    fields = [(part, key) for part in BLANKABLE for key in document[part] if key not in {"lat", "lon", "region"}]
    if not fields:
        return
    part, key = data.draw(st.sampled_from(fields))
    blank = {**document, part: {name: value for name, value in document[part].items() if name != key}}
    before, after = statuses(findings(REGISTER, document)), statuses(findings(REGISTER, blank))
    allowed = {"not_due", "undetermined"} | ({"conditional"} if key in BY_SILENCE else set())
    for pair, status in before.items():
        if status == "not_due":
            assert after[pair] in allowed, (pair, key, after[pair])


@given(drawn)
def test_renaming_states_renames_findings_and_changes_nothing_else(document: dict[str, Any]) -> None:
    """§1.5: every actor id, here and in the register, is written backwards."""
    renamed = _renamed()
    found = findings(renamed, _renamed_document(document))
    plain = findings(REGISTER, document)
    assert statuses(found) == {
        (event, _new(obligor), _new(beneficiary), treaty_id, clause): status
        for (event, obligor, beneficiary, treaty_id, clause), status in statuses(plain).items()
    }


def _new(actor_id: str) -> str:
    return "x-" + actor_id[::-1]


def _renamed_document(document: dict[str, Any]) -> dict[str, Any]:
    def walk(value: Any) -> Any:
        if isinstance(value, dict):
            return {(_new(k) if k in REGISTER.actors else k): walk(v) for k, v in value.items()}
        if isinstance(value, list):
            return [walk(part) for part in value]
        return _new(value) if isinstance(value, str) and value in REGISTER.actors else value

    return walk(document)  # type: ignore[no-any-return]


OWN_NAMES = {"id", "instrument", "source", "area", "term", "treaty"}
"""Keys whose words name a treaty, a clause or another part of the register, not an actor."""


@cache
def _renamed() -> Register:
    ids = {actor.id for actor in REGISTER.actors}

    def walk(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: part if key in OWN_NAMES else walk(part) for key, part in value.items()}
        if isinstance(value, list):
            return [walk(part) for part in value]
        return _new(value) if isinstance(value, str) and value in ids else value

    contents = contents_of(COMPILED.read_bytes())
    treaties = {key: walk(part) for key, part in contents["treaties"].items()}
    actors = [{**walk(actor), "id": _new(actor["id"])} for actor in contents["actors"]]
    changed = {
        **contents,
        "treaties": treaties,
        "actors": actors,
        "classes": walk(contents["classes"]),
    }
    return from_contents(changed)


@given(drawn)
def test_before_signature_and_after_exit_nothing_is_owed(document: dict[str, Any]) -> None:
    """§4.1: every finding that is not "not due" stands within the spells of both sides."""
    day = Day.parse(document["date"])
    for finding in findings(REGISTER, document):
        held = REGISTER.treaties[finding.treaty]
        spells = [place.bound for place in held.places_of(finding.obligor)]
        assert held.signed.first <= day.last
        assert any(spell is not None and spell.possibly(day) for spell in spells)


@given(drawn)
def test_yaml_and_json_read_to_the_same_contingency(document: dict[str, Any]) -> None:
    """§1.5: and what was accepted reads back to itself."""
    as_json = read_contingency(read_bytes(json.dumps(document).encode(), "x", "json"), REGISTER)
    as_yaml = read_contingency(read_bytes(yaml.safe_dump(json.loads(json.dumps(document))).encode(), "x"), REGISTER)
    again = read_contingency(read_bytes(json.dumps(dict(as_json.checked)).encode(), "x", "json"), REGISTER)
    assert as_json.contingency == as_yaml.contingency == again.contingency


@given(drawn)
def test_every_status_agrees_with_what_the_finding_tells(document: dict[str, Any]) -> None:
    """§3.1 to §3.5."""
    for finding in findings(REGISTER, document):
        assert (finding.status == "undetermined") <= bool(finding.needs)
        assert (finding.status == "conditional") <= bool(finding.conditional_on)
        assert (finding.status == "contested") <= (len({one.status for one in finding.by_reading}) > 1)
        assert finding.because
        assert finding.trace[0].step == "in force"


def test_public_knowledge_is_less_than_the_law() -> None:
    """§4.4: in July 1914 the Franco-Russian convention was law and not yet published."""
    asked = contingency(REGISTER, {"date": "1914-08-01", "attackers": ["germany"], "targets": ["russia"]})
    law = {f.treaty for f in resolve(REGISTER, asked)}
    public = {f.treaty for f in resolve(REGISTER, asked, public_only=True)}
    assert public < law
    assert "franco-russian-1892" in law - public
