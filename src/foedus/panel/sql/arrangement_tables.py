"""What alliances are made of beside clauses, as tables: organs and their rules, structures, stationed forces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from foedus.domain.membership import Heading, Membership
from foedus.domain.organ import Majority
from foedus.panel.sql.cells import Row, as_json, spell_cells, spelled, text, words
from foedus.panel.sql.register_table import register_table
from foedus.panel.sql.treaty_tables import EVIDENCE, NOTE, NUMBER, evidence_cells
from foedus.panel.sql.view import Column
from foedus.register.arrangements import load_arrangements
from foedus.register.register import Register

FILE = Column("file", "VARCHAR", "the register's file, such as organs/nato; see arrangements")
BODY = Column("body", "VARCHAR", "id within its file")
NAME = Column("name", "VARCHAR", "what it is called")


def _all_headings() -> dict[str, Heading]:
    """Return what each file is about, by its name within the register."""
    held = load_arrangements()
    nuclear = held.nuclear
    headings = (
        *(one.heading for one in held.organs),
        *(one.heading for one in held.structures),
        *(one.heading for one in held.presences),
        *(one.heading for one in nuclear.statuses),
        *(one.heading for one in nuclear.sharing),
        *(one.heading for one in nuclear.umbrellas),
        *(one.heading for one in nuclear.zones),
    )
    return {heading.file: heading for heading in headings}


def _headings(_: Register) -> Iterator[Row]:
    for file, heading in _all_headings().items():
        yield file, heading.name, words(heading.treaties), text(heading.agreement), text(heading.note)


def _sources(_: Register) -> Iterator[Row]:
    for file, heading in _all_headings().items():
        for source in heading.sources:
            yield file, source.id, text(source.title), text(source.kind), text(source.url), text(source.note)


def _organs(_: Register) -> Iterator[Row]:
    for organ in load_arrangements().organs:
        yield (
            organ.heading.file,
            organ.id,
            organ.name,
            text(organ.treaty),
            text(organ.article),
            organ.is_roster_partial,
            *spell_cells(organ.spell),
            *evidence_cells(organ.evidence),
            text(organ.note),
        )


def _rules(_: Register) -> Iterator[Row]:
    for organ in load_arrangements().organs:
        for number, rule in enumerate(organ.rules, 1):
            yield (
                organ.heading.file,
                organ.id,
                number,
                rule.id,
                rule.subject,
                rule.rule,
                rule.failing,
                _majority(rule.majority),
                rule.silence is not None,
                rule.silence.hours if rule.silence else None,
                text(rule.summary),
                *spell_cells(rule.spell),
                words(rule.vetoes),
                rule.binds,
                words(rule.invoked_by),
                text(rule.quorum),
                words(f"{link.treaty}/{link.clause}" for link in rule.needed_for),
                text(rule.article),
                *evidence_cells(rule.evidence),
                text(rule.note),
            )


def _majority(wanted: Majority | None) -> str | None:
    if wanted is None:
        return None
    return as_json({name: value for name, value in asdict(wanted).items() if value is not None})


def _structures(_: Register) -> Iterator[Row]:
    for one in load_arrangements().structures:
        yield (
            one.heading.file,
            one.id,
            one.name,
            one.kind,
            text(one.seat),
            text(one.summary),
            *spell_cells(one.spell),
            *evidence_cells(one.evidence),
            text(one.note),
        )


def _memberships(_: Register) -> Iterator[Row]:
    held = load_arrangements()
    bodies: list[tuple[Heading, str, tuple[Membership, ...]]] = [
        *((one.heading, one.id, one.seats) for one in held.organs),
        *((one.heading, one.id, one.parts) for one in held.structures),
        *((one.heading, one.id, one.over) for one in held.nuclear.umbrellas),
        *((one.heading, one.id, one.parties) for one in held.nuclear.zones),
    ]
    for heading, body, memberships in bodies:
        for number, place in enumerate(memberships, 1):
            states: tuple[str | None, ...] = place.states or (None,)
            for state in states:
                yield heading.file, body, number, state, *_place(place)


def _place(place: Membership) -> Row:
    return (
        text(place.parties_of),
        words(place.excepted),
        place.part,
        *spell_cells(place.spell),
        *evidence_cells(place.evidence),
        text(place.note),
    )


def _presences(_: Register) -> Iterator[Row]:
    for one in load_arrangements().presences:
        yield (
            one.heading.file,
            one.id,
            one.sender,
            one.host,
            one.kind,
            one.consent,
            text(one.place),
            words(one.contributors),
            *spell_cells(one.spell),
            *evidence_cells(one.evidence),
            text(one.note),
        )


def _presence_bases(_: Register) -> Iterator[Row]:
    for one in load_arrangements().presences:
        for number, basis in enumerate(one.bases, 1):
            yield (
                one.heading.file,
                one.id,
                number,
                text(basis.treaty),
                text(basis.agreement),
                *spell_cells(basis.spell),
            )


def _presence_sizes(_: Register) -> Iterator[Row]:
    for one in load_arrangements().presences:
        for number, size in enumerate(one.sizes, 1):
            yield (
                one.heading.file,
                one.id,
                number,
                size.year,
                size.order,
                size.persons,
                *evidence_cells(size.evidence),
            )


ARRANGEMENT_TABLES = (
    register_table(
        "arrangements",
        "What the files on organs, structures, nuclear weapons and stationed forces are about",
        ("file",),
        (
            FILE,
            NAME,
            Column("treaties", "VARCHAR[]", "treaties of the register that it rests on"),
            Column("agreement", "VARCHAR", "the instrument by name, where the register holds no treaty for it"),
            NOTE,
        ),
        _headings,
    ),
    register_table(
        "arrangement_sources",
        "Where the statements of these files are known from",
        ("file", "source"),
        (
            FILE,
            Column("source", "VARCHAR", "id of the source within its file"),
            Column("title", "VARCHAR", "of the work"),
            Column("kind", "VARCHAR", "what kind of work it is"),
            Column("url", "VARCHAR", "its address"),
            NOTE,
        ),
        _sources,
    ),
    register_table(
        "organs",
        "Bodies that decide for an alliance",
        ("file", "body"),
        (
            FILE,
            BODY,
            NAME,
            Column("treaty", "VARCHAR", "id of the treaty that founds it"),
            Column("article", "VARCHAR", "its article"),
            Column("is_roster_partial", "BOOLEAN", "whether some who sat, such as elected members, are not held"),
            *spelled("first day", "last day"),
            *EVIDENCE,
            NOTE,
        ),
        _organs,
    ),
    register_table(
        "organ_rules",
        "By which rule a body decides what, and when",
        ("file", "body", "number"),
        (
            FILE,
            BODY,
            NUMBER,
            Column("rule_id", "VARCHAR", "id of the rule; two spells may share it"),
            Column("subject", "VARCHAR", "what is decided; all is everything without a rule of its own"),
            Column("rule", "VARCHAR", "consensus, unanimity, two_thirds, simple_majority, …"),
            Column("failing", "VARCHAR", "the rule that follows when it leads to nothing"),
            Column("majority", "JSON", "numbers of a qualified majority: votes, of, members, population"),
            Column("is_silent", "BOOLEAN", "whether a draft is adopted unless somebody objects in time"),
            Column("silence_hours", "INTEGER", "that time; null where none is fixed", "hours"),
            Column("summary", "VARCHAR", "what it says, in our words"),
            *spelled("first day", "last day"),
            Column("vetoes", "VARCHAR[]", "actors whose vote against suffices to stop it"),
            Column("binds", "VARCHAR", "whom a decision binds: all, concurring or none"),
            Column("invoked_by", "VARCHAR[]", "who may convene the body; null where not known"),
            Column("quorum", "VARCHAR", "who must be there"),
            Column("needed_for", "VARCHAR[]", "clauses (treaty/clause) that wait for its finding"),
            Column("article", "VARCHAR", "the article"),
            *EVIDENCE,
            NOTE,
        ),
        _rules,
    ),
    register_table(
        "structures",
        "Commands, forces and planning bodies that stand in peace",
        ("file", "body"),
        (
            FILE,
            BODY,
            NAME,
            Column("kind", "VARCHAR", "integrated_command, planning_body, response_force, …"),
            Column("seat", "VARCHAR", "where it sits"),
            Column("summary", "VARCHAR", "what it is, in our words"),
            *spelled("first day", "last day"),
            *EVIDENCE,
            NOTE,
        ),
        _structures,
    ),
    register_table(
        "memberships",
        "Who belongs to an organ, a structure, a nuclear umbrella (those it covers) or a nuclear-weapon-free zone",
        (),
        (
            FILE,
            BODY,
            NUMBER,
            Column("actor", "VARCHAR", "id of the actor; null where parties_of speaks"),
            Column("parties_of", "VARCHAR", "id of a treaty whose parties of the day are meant"),
            Column("excepted", "VARCHAR[]", "actors of those parties that are not"),
            Column("part", "VARCHAR", "full, lead, partial, …; outside and suspended are places kept empty"),
            *spelled("first day", "last day"),
            *EVIDENCE,
            NOTE,
        ),
        _memberships,
    ),
    register_table(
        "presences",
        "Forces of one state on the soil of another",
        ("file", "body"),
        (
            FILE,
            BODY,
            Column("sender", "VARCHAR", "id of the actor whose forces they are"),
            Column("host", "VARCHAR", "id of the actor on whose soil"),
            Column("kind", "VARCHAR", "base, garrison, battlegroup, rotational, facility, mission, expedition"),
            Column("consent", "VARCHAR", "agreed, contested or occupation"),
            Column("place", "VARCHAR", "where"),
            Column("contributors", "VARCHAR[]", "others who take part under the sender"),
            *spelled("first day", "last day"),
            *EVIDENCE,
            NOTE,
        ),
        _presences,
    ),
    register_table(
        "presence_bases",
        "What a presence rests on, and when",
        ("file", "body", "number"),
        (
            FILE,
            BODY,
            NUMBER,
            Column("treaty", "VARCHAR", "id of a treaty of the register"),
            Column("agreement", "VARCHAR", "another agreement by its name"),
            *spelled("first day", "last day"),
        ),
        _presence_bases,
    ),
    register_table(
        "presence_sizes",
        "Of what order of size a presence was, year by year where known",
        ("file", "body", "number"),
        (
            FILE,
            BODY,
            NUMBER,
            Column("year", "INTEGER", "the year"),
            Column("size_order", "VARCHAR", "tens, hundreds, thousands, tens_of_thousands, hundreds_of_thousands"),
            Column("persons", "INTEGER", "only where a source gives a figure", "persons"),
            *EVIDENCE,
        ),
        _presence_sizes,
    ),
)
