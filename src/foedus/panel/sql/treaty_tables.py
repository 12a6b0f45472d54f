"""Treaties as tables: texts, parties, ends, and what else is known of a treaty as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from foedus.domain.evidence import Evidence
from foedus.domain.treaty import Party, Treaty
from foedus.panel.sql.cells import Row, as_json, dated, first_day, last_day, spell_cells, spelled, text, words
from foedus.panel.sql.figures import shape_json
from foedus.panel.sql.register_table import register_table
from foedus.panel.sql.view import Column
from foedus.register.register import Register

TREATY = Column("treaty", "VARCHAR", "id of the treaty")
NOTE = Column("note", "VARCHAR", "what a reader should know besides")
EVIDENCE = (
    Column("verified", "VARCHAR", "how it is known: text (read in the provision), secondary (a work), knowledge"),
    Column("source", "VARCHAR", "id of the source, see sources"),
    Column("locator", "VARCHAR", "where in the source"),
    Column("readers", "INTEGER", "how many people compared it with the source"),
)
ACTOR = Column("actor", "VARCHAR", "id of the actor, see actors")
CODES = (
    Column("name", "VARCHAR", "its name at the time"),
    Column("ccode", "INTEGER", "Correlates of War number at the time, else the latest it had"),
    Column("gwcode", "INTEGER", "Gleditsch–Ward number at the time, else the latest it had"),
)


def evidence_cells(known: Evidence) -> Row:
    """Return the cells of how a statement is known."""
    return known.verified, text(known.source), text(known.locator), known.readers


def _treaties(register: Register) -> Iterator[Row]:
    for treaty in register.treaties.values():
        yield (
            treaty.id,
            treaty.name,
            words(treaty.aliases),
            treaty.character,
            treaty.binds,
            text(treaty.summary),
            *first_day(treaty.signed),
            *first_day(treaty.in_force),
            *last_day(treaty.ended),
            text(treaty.term),
            *evidence_cells(treaty.dates_evidence),
            text(treaty.note),
        )


def _instruments(register: Register) -> Iterator[Row]:
    for treaty in register.treaties.values():
        for instrument in treaty.instruments:
            secret = instrument.secret
            yield (
                treaty.id,
                instrument.id,
                text(instrument.title),
                instrument.character,
                instrument.in_force,
                *first_day(instrument.signed),
                *spell_cells(instrument.spell),
                secret is not None,
                words(secret.known_to) if secret else None,
                *first_day(secret.published if secret else None),
            )


def _articles(register: Register) -> Iterator[Row]:
    for treaty in register.treaties.values():
        for instrument in treaty.instruments:
            for article, summary in instrument.articles.items():
                yield treaty.id, instrument.id, article, text(summary)


def _parties(register: Register) -> Iterator[Row]:
    for treaty in register.treaties.values():
        for state, places in treaty.spells_of.items():
            for number, place in enumerate(places, 1):
                yield (
                    treaty.id,
                    state,
                    number,
                    *_codes(register, treaty, place),
                    place.role,
                    *first_day(place.signed),
                    place.bound is not None,
                    *spell_cells(place.bound),
                    text(place.how_ended),
                    text(place.succeeds),
                    text(place.note),
                )


def _codes(register: Register, treaty: Treaty, place: Party) -> Row:
    actor = register.actors[place.state]
    began = place.bound.start if place.bound else None
    day = began or place.signed or treaty.signed
    return actor.name_on(day), actor.number_on("cow", day), actor.number_on("gw", day)


def _endings(register: Register) -> Iterator[Row]:
    for treaty in register.treaties.values():
        for number, end in enumerate(treaty.ends, 1):
            yield treaty.id, number, *last_day(end.date), end.how, end.legal, words(end.by), text(end.note)


def _suspensions(register: Register) -> Iterator[Row]:
    for treaty in register.treaties.values():
        for number, gap in enumerate(treaty.suspensions, 1):
            yield treaty.id, number, words(gap.one), words(gap.other), *spell_cells(gap.spell), text(gap.note)


def _vitality(register: Register) -> Iterator[Row]:
    for treaty in register.treaties.values():
        for number, state in enumerate(treaty.vitality, 1):
            yield treaty.id, number, state.grade, *spell_cells(state.spell), text(state.note)


def _reservations(register: Register) -> Iterator[Row]:
    for treaty in register.treaties.values():
        for number, made in enumerate(treaty.reservations, 1):
            yield treaty.id, number, words(made.by), text(made.article), *first_day(made.date), text(made.summary)


def _replacements(register: Register) -> Iterator[Row]:
    pairs = {(treaty.id, older) for treaty in register.treaties.values() for older in treaty.replaces}
    pairs |= {(newer, treaty.id) for treaty in register.treaties.values() for newer in treaty.replaced_by}
    yield from sorted(pairs)


def _sources(register: Register) -> Iterator[Row]:
    for treaty in register.treaties.values():
        for one in treaty.sources:
            yield (
                treaty.id,
                one.id,
                text(one.title),
                text(one.kind),
                text(one.url),
                text(one.accessed),
                text(one.note),
            )


def _areas(register: Register) -> Iterator[Row]:
    for treaty in register.treaties.values():
        for area in treaty.areas:
            yield treaty.id, area.id, area.name, as_json(shape_json(area.shape))
    for area in register.areas.values():
        yield None, area.id, area.name, as_json(shape_json(area.shape))


NUMBER = Column("number", "INTEGER", "in the order of the register, from 1")

TREATY_TABLES = (
    register_table(
        "treaties",
        "Treaties of alliance, and other instruments that oblige or license their parties",
        ("treaty",),
        (
            TREATY,
            Column("name", "VARCHAR", "what it is called"),
            Column("aliases", "VARCHAR[]", "other ids by which commands find it"),
            Column("character", "VARCHAR", "what kind of instrument it is"),
            Column("binds", "BOOLEAN", "whether instruments of this character create legal duties"),
            Column("summary", "VARCHAR", "what it is about, in our words"),
            *dated("signed", "when it was signed"),
            *dated("in_force", "first day of its legal life; null if it never came into force"),
            *dated("ended", "last day of its legal life; null while it runs"),
            Column("term", "VARCHAR", "for how long it was concluded"),
            *EVIDENCE,
            NOTE,
        ),
        _treaties,
    ),
    register_table(
        "instruments",
        "The texts of a treaty: main text, protocols, secret annexes, conventions",
        ("treaty", "instrument"),
        (
            TREATY,
            Column("instrument", "VARCHAR", "id of the text within its treaty"),
            Column("title", "VARCHAR", "its title"),
            Column("character", "VARCHAR", "what kind of instrument it is"),
            Column("in_force", "BOOLEAN", "false for a text that never came into force"),
            *dated("signed", "when it was signed"),
            *spelled("first day of its own life, where narrower than the treaty's", "last day of it"),
            Column("is_secret", "BOOLEAN", "whether it was secret"),
            Column("known_to", "VARCHAR[]", "actors that knew of a secret one"),
            *dated("published", "when the world learned of a secret one"),
        ),
        _instruments,
    ),
    register_table(
        "articles",
        "The articles of the texts, each with a summary of our own",
        ("treaty", "instrument", "article"),
        (
            TREATY,
            Column("instrument", "VARCHAR", "id of the text within its treaty"),
            Column("article", "VARCHAR", "as it is numbered"),
            Column("summary", "VARCHAR", "what it says"),
        ),
        _articles,
    ),
    register_table(
        "parties",
        "Who was a party and when: a row for each spell, one for those that signed or were invited and never joined",
        ("treaty", "actor", "spell"),
        (
            TREATY,
            ACTOR,
            Column("spell", "INTEGER", "the actor's first, second, … time in the treaty"),
            *CODES,
            Column("role", "VARCHAR", "its role in the treaty, to which clauses refer"),
            *dated("signed", "when it signed or acceded"),
            Column("is_bound", "BOOLEAN", "false for one that never joined; it has no spell"),
            *spelled("first day on which it was bound", "last day on which it was bound"),
            Column("how_ended", "VARCHAR", "how its spell ended, where it did so before or apart from the treaty"),
            Column("succeeds", "VARCHAR", "id of the actor whose place it took"),
            NOTE,
        ),
        _parties,
    ),
    register_table(
        "endings",
        "Ends of treaties, claimed or real",
        ("treaty", "number"),
        (
            TREATY,
            NUMBER,
            *dated("date", "last day, or the day of the claim"),
            Column("how", "VARCHAR", "how: expired, denounced, replaced, dissolved, abrogated, lapsed, war, …"),
            Column("is_legal", "BOOLEAN", "whether it ended the treaty in law"),
            Column("by", "VARCHAR[]", "actors that ended it"),
            NOTE,
        ),
        _endings,
    ),
    register_table(
        "suspensions",
        "Times in which a treaty did not run between two groups of its parties",
        ("treaty", "number"),
        (
            TREATY,
            NUMBER,
            Column("one", "VARCHAR[]", "actors on the one side"),
            Column("other", "VARCHAR[]", "actors on the other"),
            *spelled("first day", "last day"),
            NOTE,
        ),
        _suspensions,
    ),
    register_table(
        "vitality",
        "How alive a treaty was in practice, apart from its legal force; where no row says otherwise it was live",
        ("treaty", "number"),
        (
            TREATY,
            NUMBER,
            Column("grade", "VARCHAR", "live, dormant or dead_letter"),
            *spelled("first day", "last day"),
            NOTE,
        ),
        _vitality,
    ),
    register_table(
        "reservations",
        "Statements made by parties; their legal effect is written into the clauses",
        ("treaty", "number"),
        (
            TREATY,
            NUMBER,
            Column("by", "VARCHAR[]", "actors that made it"),
            Column("article", "VARCHAR", "the article it concerns"),
            *dated("date", "when it was made"),
            Column("summary", "VARCHAR", "what it says, in our words"),
        ),
        _reservations,
    ),
    register_table(
        "replacements",
        "Which treaty took the place of which",
        ("treaty", "replaced"),
        (TREATY, Column("replaced", "VARCHAR", "id of the treaty whose place it took")),
        _replacements,
    ),
    register_table(
        "sources",
        "Where the statements on a treaty are known from",
        ("treaty", "source"),
        (
            TREATY,
            Column("source", "VARCHAR", "id of the source within its treaty"),
            Column("title", "VARCHAR", "of the work"),
            Column("kind", "VARCHAR", "what kind of work it is"),
            Column("url", "VARCHAR", "its address"),
            Column("accessed", "VARCHAR", "when it was last read there"),
            NOTE,
        ),
        _sources,
    ),
    register_table(
        "areas",
        "Areas that treaties draw, and those they share, as figures on the sphere",
        ("treaty", "area"),
        (
            Column("treaty", "VARCHAR", "id of the treaty; null for an area that all share, such as a region"),
            Column("area", "VARCHAR", "id of the area"),
            Column("name", "VARCHAR", "what it is called"),
            Column("shape", "JSON", "parallels, meridians, circles and polygons, degrees north and east"),
        ),
        _areas,
    ),
)
