"""What treaties provide beside their pledges, and how long they run by their own text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from foedus.domain.provision import Provision, Provisions
from foedus.domain.vocabulary import ProvisionKind
from foedus.panel.sql.cells import Row, spell_cells, spelled, text
from foedus.panel.sql.group_columns import group_cells, group_columns
from foedus.panel.sql.register_table import register_table
from foedus.panel.sql.treaty_tables import EVIDENCE, NOTE, NUMBER, TREATY, evidence_cells
from foedus.panel.sql.view import Column
from foedus.register.register import Register

_KINDS: tuple[ProvisionKind, ...] = get_args(ProvisionKind)
_NO_SPELL = spell_cells(None)
_NO_GROUP = group_cells(None)


def _durations(register: Register) -> Iterator[Row]:
    for treaty in register.treaties.values():
        runs = treaty.duration
        if runs is not None:
            yield (
                treaty.id,
                runs.first_term,
                runs.years,
                text(runs.until),
                runs.renewal,
                runs.renewed_for if isinstance(runs.renewed_for, int | float) else None,
                None if runs.renewed_for is None else runs.renewed_for == "indefinite",
                runs.denunciation,
                runs.notice_months if isinstance(runs.notice_months, int | float) else None,
                None if runs.notice_months is None else runs.notice_months != "not_stated",
                text(runs.article),
                text(runs.instrument),
                *evidence_cells(runs.evidence),
                text(runs.note),
            )


def _provisions(register: Register) -> Iterator[Row]:
    for treaty in register.treaties.values():
        if treaty.provisions is not None:
            for kind in _KINDS:
                yield from _of_kind(treaty.id, kind, treaty.provisions)


def _of_kind(treaty: str, kind: ProvisionKind, known: Provisions) -> Iterator[Row]:
    """Yield what is known of a kind: each provision, or that there is none; nothing where it is not known."""
    if known.provides(kind) is False:
        yield (
            treaty,
            kind,
            1,
            False,
            None,
            None,
            None,
            *_NO_GROUP,
            *_NO_GROUP,
            *_NO_SPELL,
            *evidence_cells(known.evidence),
        )
    for number, item in enumerate(known.of_kind(kind), 1):
        yield treaty, kind, number, True, *_provision(item)


def _provision(item: Provision) -> Row:
    return (
        text(item.summary),
        text(item.article),
        text(item.instrument),
        *group_cells(item.of),
        *group_cells(item.to),
        *spell_cells(item.spell),
        *evidence_cells(item.evidence),
    )


PROVISION_TABLES = (
    register_table(
        "durations",
        "How long treaties run by their own text, where that was read; null is not known, not_stated a silent text",
        ("treaty",),
        (
            TREATY,
            Column(
                "first_term", "VARCHAR", "what sets the first term: years, until (an event), indefinite, not_stated"
            ),
            Column("years", "DOUBLE", "the first term", "years"),
            Column("until_event", "VARCHAR", "the event that ends the first term"),
            Column("renewal", "VARCHAR", "automatic, by_agreement, none or not_stated"),
            Column("renewed_for", "DOUBLE", "length of each renewal", "years"),
            Column("is_renewed_without_end", "BOOLEAN", "whether it then runs on until it is denounced"),
            Column("denunciation", "VARCHAR", "when a party may go by notice: any_time, end_of_term, excluded, …"),
            Column("notice_months", "DOUBLE", "from a denunciation to its effect", "months"),
            Column("is_notice_stated", "BOOLEAN", "false where the text is silent on it"),
            Column("article", "VARCHAR", "the article"),
            Column("instrument", "VARCHAR", "id of the text"),
            *EVIDENCE,
            NOTE,
        ),
        _durations,
    ),
    register_table(
        "provisions",
        "What treaties provide beside their pledges, or are known not to; what is not known has no row",
        ("treaty", "kind", "number"),
        (
            TREATY,
            Column("kind", "VARCHAR", "organ, military_contact, integrated_command, bases, …"),
            NUMBER,
            Column("is_provided", "BOOLEAN", "false where the text is known not to provide it"),
            Column("summary", "VARCHAR", "what it says, in our words"),
            Column("article", "VARCHAR", "the article"),
            Column("instrument", "VARCHAR", "id of the text"),
            *group_columns("given_by", "that give it"),
            *group_columns("given_to", "to whom it is given"),
            *spelled("first day of its own life, where narrower than the treaty's", "last day of it"),
            *EVIDENCE,
        ),
        _provisions,
    ),
)
