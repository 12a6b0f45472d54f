"""Nuclear standing on a day: of a state, on its soil, over it, and around it."""

from __future__ import annotations

import pytest

from foedus._base.dates import Day, Spell
from foedus.domain.evidence import Evidence
from foedus.domain.membership import Heading, Membership
from foedus.domain.nuclear import Assurance, FreeZone, NuclearOrder, NuclearStatus, Sharing, Umbrella

KNOWN = Evidence("knowledge")
HEAD = Heading("x", "X")


def spell(start: str, end: str = "") -> Spell:
    return Spell(Day.parse(start), Day.parse(end) if end else None)


def parties(treaty: str, day: Day) -> list[str]:
    return ["usa", "italy"]


ORDER = NuclearOrder(
    statuses=(
        NuclearStatus(HEAD, "india", "undeclared", spell("1974-05-18", "1998-05-10"), KNOWN),
        NuclearStatus(HEAD, "india", "acknowledged", spell("1998-05-11"), KNOWN),
    ),
    sharing=(Sharing(HEAD, "italy", "usa", "italy", "dual_key", "reported", spell("1957"), KNOWN, "pact"),),
    umbrellas=(
        Umbrella(
            HEAD, "pact", "usa", (Membership(KNOWN, parties_of="pact"),), "treaty", "", KNOWN, spell("1949-08-24")
        ),
    ),
    zones=(
        FreeZone(
            HEAD,
            "zone",
            "Zone",
            "",
            KNOWN,
            (Membership(KNOWN, states=("fiji",)),),
            (
                Assurance("china", KNOWN, bound=spell("1988-10-21")),
                Assurance("usa", KNOWN, signed=Day.parse("1996-03-25")),
            ),
            spell=spell("1986-12-11"),
        ),
    ),
)


@pytest.mark.parametrize(
    ("day", "standing"),
    [("1974-05-17", None), ("1974-05-18", "undeclared"), ("1998-05-10", "undeclared"), ("1998-05-11", "acknowledged")],
)
def test_a_state_s_weapons_on_a_day(day: str, standing: str | None) -> None:
    status = ORDER.status_on("india", Day.parse(day))
    assert (status.standing if status else None) == standing
    assert set(ORDER.armed_on(Day.parse(day))) == ({"india"} if standing else set())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"owner": "usa"}, 1),
        ({"owner": "italy"}, 0),
        ({"host": "italy"}, 1),
        ({"treaty": "pact"}, 1),
        ({"treaty": "x"}, 0),
    ],
)
def test_sharing_by_owner_host_and_treaty(asked: dict[str, str], found: int) -> None:
    assert len(ORDER.shared_on(Day.parse("1960-01-01"), **asked)) == found
    assert ORDER.shared_on(Day.parse("1956-12-31"), **asked) == ()


def test_an_umbrella_covers_the_parties_of_the_day_but_not_the_one_who_holds_it() -> None:
    assert ORDER.umbrellas_over("italy", Day.parse("1960-01-01"), parties) == ORDER.umbrellas
    assert ORDER.umbrellas_over("usa", Day.parse("1960-01-01"), parties) == ()
    assert ORDER.umbrellas_over("italy", Day.parse("1949-01-01"), parties) == ()


def test_a_zone_has_parties_and_only_those_assurances_that_bind() -> None:
    (zone,) = ORDER.zones_of("fiji", Day.parse("2000-01-01"), parties)
    assert [one.state for one in zone.assured_on(Day.parse("2000-01-01"))] == ["china"]
    assert zone.assured_on(Day.parse("1987-01-01")) == ()
    assert ORDER.zones_of("fiji", Day.parse("1980-01-01"), parties) == ()
