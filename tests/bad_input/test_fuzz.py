"""Whatever a document holds, the project raises its own errors only; a real contingency resolves and is answered."""

from __future__ import annotations

import copy
import json
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from foedus import FoedusError, assess, load_register, read_contingency, read_file
from foedus._base.dates import Day
from foedus._base.documents import Document, read_bytes
from foedus.assessment.answer import OutlookAnswers
from foedus.assessment.outlook import outlooks
from foedus.catalogue.schemas import json_schema
from foedus.domain import vocabulary as words
from foedus.measures.capability.reading import Tables
from foedus.obligations.answer import Answers, envelope
from foedus.obligations.contingency_schema import ContingencyIn
from foedus.register.check import check_treaty
from foedus.register.check_operations import check_operation
from foedus.register.files import read_treaty
from foedus.register.folder import operation_files
from foedus.register.operation_files import operation_of
from foedus.register.operation_schema import OperationIn
from foedus.register.schema import TreatyIn
from foedus.sources.store import Store

HERE = Path(__file__).parent
REGISTER = load_register()
TABLES = Tables(Store(HERE / "no store"))
EXAMPLES = Path(read_file.__code__.co_filename).parents[1] / "examples"
FULL = {
    "date": "1914-08-01",
    "attackers": ["Germany"],
    "targets": ["Russia"],
    "place": {"name": "Kalisz", "lat": 51.76, "lon": 18.09, "kind": "metropolitan", "sovereign": "Russia"},
    "act": {"kind": "armed_attack", "means": ["invasion"], "first_use_of_force": "Germany", "provoked": "disputed"},
    "belligerents": [{"side_a": ["Austria-Hungary"], "side_b": ["Serbia"], "since": "1914-07-28"}],
    "entries": [
        {
            "state": "France",
            "beside": "Russia",
            "against": ["Germany"],
            "date": "1914-08-03",
            "how": "assistance",
        }
    ],
    "mobilisations": [{"state": "Russia", "date": "1914-07-30"}],
    "requests": [{"by": "Russia", "to": "franco-russian-1892", "date": "1914-08-01", "for": "assistance"}],
    "findings": [{"by": "Italy", "treaty": "triple-alliance", "what": "casus_foederis", "date": "1914-08-02"}],
    "non_state": {"name": "Black Hand", "host": "Serbia", "supported_by": ["Serbia"]},
    "resists": {"Russia": True},
}
TREATIES = [HERE / "treaty.yaml", *sorted((EXAMPLES.parent / "register/data/treaties/c20").glob("*o.yaml"))]

slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def keys_of(model: Any) -> list[str]:
    """Return every key that a schema knows, so that random documents get past its gate."""
    schema = model.model_json_schema(by_alias=True)
    parts = [schema, *schema.get("$defs", {}).values()]
    return sorted({key for part in parts for key in part.get("properties", {})})


def vocabulary() -> list[str]:
    """Return the closed words, some names, dates and ids."""
    closed = [word for kind in vars(words).values() for word in get_args(kind) if isinstance(word, str)]
    names = ["France", "Germany", "nato", "germany", "disputed", "1914-08-01", "1914", "unknown", "never", "", "[/]"]
    return [*closed, *names]


def json_like(keys: list[str]) -> st.SearchStrategy[Any]:
    """Return documents of the right words in the wrong places."""
    scalars = st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20), st.sampled_from(vocabulary())
    )
    named = st.one_of(st.sampled_from(keys), st.text(max_size=8))
    return st.recursive(
        scalars,
        lambda part: st.one_of(st.lists(part, max_size=4), st.dictionaries(named, part, max_size=6)),
        max_leaves=25,
    )


CONTINGENCY_KEYS, TREATY_KEYS, OPERATION_KEYS = map(keys_of, (ContingencyIn, TreatyIn, OperationIn))
CONTINGENCY_LIKE, TREATY_LIKE, OPERATION_LIKE = map(json_like, (CONTINGENCY_KEYS, TREATY_KEYS, OPERATION_KEYS))


def paths(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of every part of a document."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [at, *(path for key, part in inside for path in paths(part, (*at, key)))]


def mutate(data: st.DataObject, document: Any, keys: list[str], junk: st.SearchStrategy[Any]) -> Any:
    """Drop, add, replace, move or double one to three parts of a document."""
    mutant = copy.deepcopy(document)
    for _ in range(data.draw(st.integers(1, 3), label="times")):
        everywhere = [path for path in paths(mutant) if path]
        if not everywhere:
            break
        *above, last = data.draw(st.sampled_from(everywhere), label="path")
        holder = part_of(mutant, tuple(above))
        match data.draw(st.sampled_from(["drop", "add", "replace", "empty", "word", "double", "move"]), label="how"):
            case "drop":
                del holder[last]
            case "add" if isinstance(holder, dict):
                holder[data.draw(st.sampled_from(keys))] = data.draw(st.sampled_from([None, [], {}]) | junk)
            case "empty":
                holder[last] = data.draw(st.sampled_from([None, [], {}, "", True, 0]))
            case "word":
                holder[last] = data.draw(st.sampled_from(vocabulary()))
            case "double" if isinstance(holder, list):
                holder.append(copy.deepcopy(holder[last]))
            case "move":
                holder[last] = copy.deepcopy(part_of(document, data.draw(st.sampled_from(paths(document)))))
            case _:
                holder[last] = data.draw(junk)
    return mutant


def part_of(document: Any, path: tuple[Any, ...]) -> Any:
    """Return the part that stands at a path."""
    for step in path:
        document = document[step]
    return document


def answer(document: Any) -> dict[str, Any]:
    """Return the whole assessment of a document, as JSON."""
    intake = read_contingency(Document("fuzz", document), REGISTER)
    assessment = assess(REGISTER, intake.contingency)
    answers = Answers(REGISTER, intake.contingency)
    return envelope(
        "assessment",
        REGISTER,
        contingency=intake.checked,
        law={"on": None, "public_only": False, "supposing": []},
        naming=answers.naming_notes(),
        findings=[answers.finding(finding) for finding in assessment.findings],
        permissions=[answers.permission(permission) for permission in assessment.permissions],
        outlook=[
            OutlookAnswers(REGISTER, answers).outlook(one) for one in outlooks(REGISTER, assessment, tables=TABLES)
        ],
    )


def check_file(document: Any) -> None:
    """Check a document as a treaty file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mutant.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        list(check_treaty(read_treaty(path, REGISTER.actors), REGISTER))


def check_operation_document(document: Any) -> None:
    """Check a document as an operation file."""
    list(check_operation(operation_of(Document("mutant", document), REGISTER.actors), REGISTER))


@given(data=st.binary(max_size=300), syntax=st.sampled_from(["yaml", "json"]))
def test_random_bytes_are_read_or_refused(data: bytes, syntax: str) -> None:
    with suppress(FoedusError):
        read_bytes(data, "fuzz", syntax)


@given(text=st.text(alphabet="ab:-[]{}&*!|>%@'\"#?, \n\t", max_size=200))
def test_random_punctuation_is_read_or_refused(text: str) -> None:
    with suppress(FoedusError):
        read_bytes(text.encode(), "fuzz")


@slow
@given(document=CONTINGENCY_LIKE)
def test_a_random_object_is_no_contingency_or_is_answered(document: Any) -> None:
    with suppress(FoedusError):
        answer(document)


@slow
@given(document=TREATY_LIKE)
def test_a_random_object_is_no_treaty(document: Any) -> None:
    with pytest.raises(FoedusError):
        check_file(document)


@slow
@given(data=st.data())
def test_a_changed_contingency_is_answered_or_refused(data: st.DataObject) -> None:
    with suppress(FoedusError):
        answer(mutate(data, FULL, CONTINGENCY_KEYS, CONTINGENCY_LIKE))


@slow
@given(data=st.data(), path=st.sampled_from(TREATIES))
def test_a_changed_treaty_is_checked_or_refused(data: st.DataObject, path: Path) -> None:
    with suppress(FoedusError):
        check_file(mutate(data, read_file(path).value, TREATY_KEYS, TREATY_LIKE))


@slow
@given(document=OPERATION_LIKE)
def test_a_random_object_is_no_operation(document: Any) -> None:
    with pytest.raises(FoedusError):
        check_operation_document(document)


@slow
@given(data=st.data(), path=st.sampled_from(operation_files()))
def test_a_changed_operation_is_checked_or_refused(data: st.DataObject, path: Path) -> None:
    with suppress(FoedusError):
        check_operation_document(mutate(data, read_file(path).value, OPERATION_KEYS, OPERATION_LIKE))


# --- contingencies of the real world ----------------------------------------------------------------------------------

VALIDATOR = Draft202012Validator(json_schema("assessment-answer"))
STATES = [actor for actor in REGISTER.actors if actor.kind == "state"]
maybe = st.none()


@st.composite
def real_contingencies(draw: st.DrawFn) -> dict[str, Any]:
    """Return states that existed on a day, with any of the facts the vocabularies can say."""
    day = Day.from_number(draw(st.integers(Day.parse("1816-01-01").first, Day.parse("2025-12-31").first)))
    alive = [actor.id for actor in STATES if actor.existed_on(day)]
    attackers, targets, others = (draw(st.lists(st.sampled_from(alive), min_size=1, max_size=3)) for _ in range(3))
    targets = [state for state in targets if state not in attackers] or draw(
        st.sampled_from([[state] for state in alive if state not in attackers])
    )
    date = day.iso()
    place: dict[str, Any] = {
        "lat": draw(st.floats(-90, 90)),
        "lon": draw(st.floats(-180, 180)),
        "kind": draw(maybe | st.sampled_from(get_args(words.PlaceKind))),
        "object": draw(maybe | st.sampled_from(get_args(words.PlaceObject))),
        "sovereign": draw(st.sampled_from([None, "disputed", *targets])),
        "administered_by": draw(st.sampled_from([None, *targets])),
        "claimants": draw(maybe | st.just([*targets, *attackers])),
        "within_recognised_borders": draw(maybe | st.booleans()),
    }
    act: dict[str, Any] = {
        "kind": draw(maybe | st.sampled_from(get_args(words.ActKind))),
        "gravity": draw(maybe | st.sampled_from(get_args(words.Gravity))),
        "means": draw(maybe | st.lists(st.sampled_from(get_args(words.Means)), max_size=3)),
        "first_use_of_force": draw(maybe | st.sampled_from([["disputed"], attackers, targets])),
        "provoked": draw(st.sampled_from([None, True, False, "disputed"])),
        "external_direction": draw(st.sampled_from([None, True, False, "disputed"])),
        "declared_war": draw(maybe | st.booleans()),
    }
    enemies = {"against": attackers, "date": date, "how": draw(st.sampled_from(get_args(words.EntryManner)))}
    beside = [{"state": state, "beside": targets[0], **enemies} for state in others if state not in attackers]
    treaty = draw(st.sampled_from(sorted(REGISTER.treaties)))
    request = {"by": targets[0], "to": draw(st.sampled_from([treaty, others])), "date": date}
    finding = {"by": others[0], "treaty": treaty, "what": draw(st.sampled_from(get_args(words.FindingMatter)))}
    return {
        "date": date,
        "attackers": attackers,
        "targets": targets,
        **draw(st.sampled_from([{}, {"place": place}, {"place": place, "act": act}])),
        "entries": draw(st.sampled_from([[], [entry for entry in beside if entry["state"] not in targets]])),
        "mobilisations": [{"state": state, "date": date} for state in draw(st.sampled_from([[], others]))],
        "requests": draw(st.sampled_from([[], [{**request, "for": "assistance"}, {**request, "for": "consultation"}]])),
        "findings": draw(st.sampled_from([[], [{**finding, "date": date}]])),
        "resists": dict.fromkeys(targets, draw(st.booleans())),
    }


@slow
@given(document=real_contingencies())
def test_a_real_contingency_is_answered_by_the_published_schema(document: dict[str, Any]) -> None:
    said = json.loads(json.dumps(answer(document)))
    VALIDATOR.validate(said)
    again = json.loads(json.dumps(answer(said["contingency"])))
    assert again["findings"] == said["findings"], "the normalised contingency says something else"
