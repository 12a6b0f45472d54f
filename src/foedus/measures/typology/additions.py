"""The typology as columns of alliance-years and member-years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from foedus._base.dates import Day, day_number
from foedus._base.errors import BadInput, Fault
from foedus.domain.treaty import Treaty
from foedus.measures.typology.kinds import Kinds, kinds
from foedus.measures.typology.on_day import as_on
from foedus.measures.typology.world import World
from foedus.panel.addition import Added, Addition, Options, fixed
from foedus.panel.workspace import Workspace
from foedus.panel.years_of_units import life_of
from foedus.register.arrangements import load_arrangements
from foedus.sources.extra import pl

_COLUMNS = (
    Added("typ_membership", "text", "unilateral, bilateral or multilateral, by the parties bound"),
    Added("typ_reach", "text", "regional, interregional or global, by members' capitals and stated places"),
    Added("typ_conditional", "flag", "whether a pledge depends on a condition"),
    Added("typ_asymmetric", "flag", "whether two parties differ in what they owe"),
    Added("typ_major_minor", "flag", "whether Great Powers and others are bound together"),
    Added("typ_secret", "text", "open, partly or secret when it was made"),
    Added("typ_milinst", "integer", "military institutions after Leeds and Anac", "0 to 2"),
    Added("typ_formal", "integer", "formality after Leeds and Anac", "0 to 2"),
    Added("typ_depth_low", "number", "share of eight costly provisions that is on record", "0 to 1"),
    Added("typ_depth_high", "number", "the same if all that is not known were given", "0 to 1"),
)
_TYPES = {"text": pl.String, "flag": pl.Int8, "integer": pl.Int64, "number": pl.Float64}


def _compute(work: Workspace, _: Options) -> Mapping[str, pl.Series]:
    """Describe each treaty on the last day of the year on which it may have been law."""
    if "treaty" not in work.layout.keys:
        what = f"typology cannot be added to {work.layout.universe}"
        raise BadInput(Fault(what, "--add typology", "alliance-years, member-years"))
    found = _described(work)
    return {
        column.name: pl.Series(
            column.name, [one[column.name.removeprefix("typ_")].value for one in found], dtype=_TYPES[column.type]
        )
        for column in _COLUMNS
    }


def _described(work: Workspace) -> Sequence[Kinds]:
    world = World(work.register, load_arrangements())
    rows = list(zip(work.layout.keys["treaty"].to_list(), work.layout.calendar_year.tolist(), strict=True))
    held: dict[object, Kinds] = {}
    of_row: dict[tuple[str, int], Kinds] = {}
    for name, year in dict.fromkeys(rows):
        treaty = work.register.treaties[name]
        day = _last_day(treaty, year)
        key = (name, _state(treaty, world, day))
        if key not in held:
            held[key] = kinds(treaty, world, day)
        of_row[name, year] = held[key]
    return [of_row[row] for row in rows]


def _last_day(treaty: Treaty, year: int) -> Day:
    """Return the last day of the year on which the treaty may have been law."""
    last = day_number(year, 12, 31)
    life = life_of(treaty)
    end = life.end.last if life and life.end else last
    return Day.from_number(min(last, end))


def _state(treaty: Treaty, world: World, day: Day) -> object:
    """Return all that the description of a treaty hangs on, so that years that are alike are described once."""
    held = as_on(treaty, day)
    great = world.register.classes["great_power"].members_on(day)
    provisions = treaty.provisions.items if treaty.provisions else ()
    standing = (*world.organs.get(treaty.id, ()), *world.structures.get(treaty.id, ()))
    abroad = world.presences.get(treaty.id, ())
    return (
        tuple((party.state, party.role) for party in held.parties),
        tuple(clause.id for clause in held.clauses),
        tuple((item.spell.surely(day), item.spell.possibly(day)) for item in provisions),
        tuple(one.spell.surely(day) for one in standing),
        tuple(one.spell.surely(day) and one.rests_on(treaty.id, day) for one in abroad),
        tuple((party.state in great, world.register.actors[party.state].capital_on(day)) for party in held.parties),
    )


TYPOLOGY = Addition(
    name="typology",
    summary="Types of alliances (the register's own), on the last day of the year on which each was law",
    columns=fixed(*_COLUMNS),
    compute=_compute,
    rows="any",
)
