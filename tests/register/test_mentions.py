"""Where a treaty file names actors, and on which day each name is meant."""

from __future__ import annotations

from typing import Any

import pytest

from foedus.register.mentions import Mention, mentions, replace_mentions

SIGNED = "1947-09-02"


def treaty(**parts: Any) -> dict[str, Any]:
    return {"id": "t", "signed": SIGNED, **parts}


@pytest.mark.parametrize(
    ("parts", "mention"),
    [
        # parties: on their own dates
        ({"parties": [{"states": ["A"]}]}, Mention(("parties", 0, "states", 0), "A", SIGNED)),
        (
            {"parties": [{"states": ["A"], "from": "1955-05-06"}]},
            Mention(("parties", 0, "states", 0), "A", "1955-05-06"),
        ),
        (
            {"parties": [{"states": ["A"], "from": "never", "signed": "1948-01-01"}]},
            Mention(("parties", 0, "states", 0), "A", "1948-01-01"),
        ),
        ({"parties": [{"states": ["A"], "from": "unknown"}]}, Mention(("parties", 0, "states", 0), "A", SIGNED)),
        # the one whose place is taken, on the day before
        (
            {"parties": [{"states": [], "from": "1990-10-03", "succeeds": "A"}]},
            Mention(("parties", 0, "succeeds"), "A", "1990-10-02"),
        ),
        # everything else on the day of signature
        (
            {"instruments": [{"secret": {"known_to": ["A"]}}]},
            Mention(("instruments", 0, "secret", "known_to", 0), "A", SIGNED),
        ),
        ({"ends": [{"by": ["A"]}]}, Mention(("ends", 0, "by", 0), "A", SIGNED)),
        ({"reservations": [{"by": ["A"]}]}, Mention(("reservations", 0, "by", 0), "A", SIGNED)),
        ({"clauses": [{"owes": {"states": ["A"]}}]}, Mention(("clauses", 0, "owes", "states", 0), "A", SIGNED)),
        ({"clauses": [{"to": {"except": ["A"]}}]}, Mention(("clauses", 0, "to", "except", 0), "A", SIGNED)),
        (
            {"clauses": [{"procedure": [{"bound": {"treaty": "x", "state": "A"}}]}]},
            Mention(("clauses", 0, "procedure", 0, "bound", "state"), "A", SIGNED),
        ),
        (
            {"clauses": [{"procedure": [{"finding": {"what": [], "by": {"actors": ["A"]}}}]}]},
            Mention(("clauses", 0, "procedure", 0, "finding", "by", "actors", 0), "A", SIGNED),
        ),
        (
            {"clauses": [{"act": [{"not": {"any": [{"territory_of": {"states": ["A"]}}]}}]}]},
            Mention(("clauses", 0, "act", 0, "not", "any", 0, "territory_of", "states", 0), "A", SIGNED),
        ),
        # a suspension on its own date
        (
            {"suspensions": [{"between": [["A"], []], "from": "1986-08-11"}]},
            Mention(("suspensions", 0, "between", 0, 0), "A", "1986-08-11"),
        ),
    ],
)
def test_a_name_is_found_with_the_day_it_is_meant(parts: dict[str, Any], mention: Mention) -> None:
    assert list(mentions(treaty(**parts))) == [mention]


@pytest.mark.parametrize(
    "parts",
    [
        {"name": "A", "summary": "A"},
        {"clauses": [{"procedure": [{"request": {"for": "assistance", "by": "beneficiary"}}]}]},
        {"clauses": [{"place": [{"territory_of": "beneficiary"}]}]},
        {"clauses": [{"adversary": [{"adversary": {"classes": ["great_power"]}}]}]},
        {"clauses": [{"readings": [{"holders": ["Great Britain (Gladstone 1870)"]}]}]},
    ],
)
def test_other_words_are_no_names(parts: dict[str, Any]) -> None:
    assert list(mentions(treaty(**parts))) == []


def test_every_name_is_replaced_in_the_document() -> None:
    document = treaty(parties=[{"states": ["A", "B"]}], suspensions=[{"between": [["A"], ["B"]]}])
    replace_mentions(document, lambda mention: mention.name.lower())
    assert document["parties"] == [{"states": ["a", "b"]}]
    assert document["suspensions"] == [{"between": [["a"], ["b"]]}]
