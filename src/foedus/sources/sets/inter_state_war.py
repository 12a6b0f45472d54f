"""Inter-state wars of the Correlates of War project."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.sets.common import COW_TERMS, NINES_AND_EIGHTS, state, year


def _day(number: int, end: str) -> tuple[Column, ...]:
    """Return year, month and day of the start or end of the first or second stretch of taking part."""
    bounds = {"Year": (1816, 2100), "Month": (1, 12), "Day": (1, 31)}
    stretch = "" if number == 1 else " of the second stretch"
    return tuple(
        Column(
            f"{end.lower()}_{part.lower()}{number}",
            "integer",
            f"{part.lower()} of the {end.lower()}{stretch}",
            written=(f"{end}{part}{number}",),
            missing=NINES_AND_EIGHTS if number == 2 or end == "End" or part == "Day" else (),
            least=least,
            most=most,
        )
        for part, (least, most) in bounds.items()
    )


def _side(name: str, meaning: str) -> tuple[Column, ...]:
    places = ((1, "first"), (2, "second"))
    return tuple(
        Column(f"{name}{at}", "integer", f"{meaning} ({word} state)", missing=NINES_AND_EIGHTS) for at, word in places
    )


SOURCE = Source(
    name="inter-state-war",
    title="Inter-state wars",
    page="https://correlatesofwar.org/data-sets/cow-war/",
    terms=COW_TERMS,
    citation=Citation(
        "sarkees2010resort",
        "book",
        ("Sarkees, Meredith Reid", "Wayman, Frank Whelon"),
        2010,
        "Resort to War: 1816-2007",
        place="CQ Press",
    ),
    versions=(
        Version(
            "4.0",
            (1816, 2007),
            (
                File(
                    "participants",
                    ("Inter-StateWarData_v4.0.csv",),
                    ("2535e30b145141c331a07d12d91e498ad8bdd3db32ba8d3bd88c4fda54817731",),
                    encoding="cp1252",
                ),
                File(
                    "directed_dyad_years",
                    ("cow_war_inter.rda",),
                    ("d727523be3ab6f35653adc62a9b893101c8342e152af084d96f1297bb9a56131",),
                    part="cow_war_inter",
                ),
            ),
            {"participants": 337, "directed_dyad_years": 1_932},
            ("https://correlatesofwar.org/wp-content/uploads/Inter-StateWarData_v4.0.csv",),
        ),
    ),
    tables=(
        Table(
            "participants",
            "one row a state in a war",
            (
                Column("warnum", "integer", "number of the war", least=1),
                Column("warname", "text", "name of the war"),
                state(),
                Column("state", "text", "name of the state", written=("StateName",)),
                Column("side", "integer", "side, 1 or 2", least=1, most=2),
                *_day(1, "Start"),
                *_day(1, "End"),
                *_day(2, "Start"),
                *_day(2, "End"),
                Column("wherefought", "integer", "region of the fighting", missing=NINES_AND_EIGHTS),
                Column("initiator", "integer", "1 if it began the war, else 2", least=1, most=2),
                Column(
                    "outcome", "integer", "1 won, 2 lost, 3 to 8 otherwise", missing=NINES_AND_EIGHTS, least=1, most=8
                ),
                Column("batdeath", "integer", "battle deaths", "persons", missing=NINES_AND_EIGHTS, least=0),
            ),
            key=("warnum", "ccode", "side", "start_year1", "start_month1", "start_day1"),
            version_column="version",
        ),
        Table(
            "directed_dyad_years",
            "one row an ordered pair of enemies, a year and a war",
            (
                Column("warnum", "integer", "number of the war", least=1),
                state("ccode1", "the first state"),
                state("ccode2", "the second state"),
                year(1816),
                Column("cowinterongoing", "flag", "whether the war went on in the year"),
                Column("cowinteronset", "flag", "whether the war between the two began in the year"),
                *_side("sidea", "side, 1 or 2"),
                *_side("initiator", "whether it began the war"),
                *_side("outcome", "1 won, 2 lost, 3 to 8 otherwise"),
                *_side("batdeath", "battle deaths"),
                Column("resume", "flag", "whether the war was taken up again"),
            ),
            key=("warnum", "ccode1", "ccode2", "year", "resume"),
        ),
    ),
)
