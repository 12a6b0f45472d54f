"""The columns of ATOP, each with its meaning in a few words; its codebook has the whole definitions."""

from __future__ import annotations

from foedus.sources.model import Column
from foedus.sources.sets.atop_terms import MEMBER_TERMS, TERMS

_PLEDGES = {
    "defense": "promises active military support if the partner is attacked",
    "offense": "promises active military support otherwise than in defence",
    "neutral": "promises not to help the partner's enemy",
    "nonagg": "promises not to use force against the partner",
    "consul": "promises to consult in crises that may become military",
}


def _pledges() -> tuple[Column, ...]:
    return tuple(Column(name, "flag", meaning) for name, meaning in _PLEDGES.items())


def _day(year: str, month: str, day: str, what: str, ending: str = "") -> tuple[Column, ...]:
    return (
        Column(year, "integer", f"year of {what}{ending}", least=0, most=2100),
        Column(month, "integer", f"month of {what}; 0 or null is unknown", least=0, most=12),
        Column(day, "integer", f"day of {what}; 0 or null is unknown", least=0, most=31),
    )


_ID = Column("atopid", "integer", "number of the alliance", least=1000, most=9999)

MEMBER: tuple[Column, ...] = (
    _ID,
    Column("member", "integer", "the member: COW state number, or one of ATOP's own", least=2, most=9999),
    Column("phase", "integer", "phase of the alliance, counted from 1; 0 if it has one", least=0, most=20),
    *_day("yrent", "moent", "dayent", "entry (signature, in Old Style for the Balkan treaties of 1912-13)"),
    *_day("yrexit", "moexit", "dayexit", "exit", "; 0 means still a member when the data were closed"),
    *_pledges(),
    *TERMS,
    *MEMBER_TERMS,
)

ALLIANCE: tuple[Column, ...] = (
    _ID,
    *_day("begyr", "begmo", "begday", "signature"),
    *_day("endyr", "endmo", "endday", "end", "; 0 means in force when the data were closed"),
    *_pledges(),
    *TERMS,
)

DYAD: tuple[Column, ...] = (
    Column("ccode1", "integer", "who owes (COW state number)"),
    Column("ccode2", "integer", "to whom (COW state number)"),
    Column("year", "integer", "year"),
    *(Column(f"atop_{name}", "flag", f"the first {meaning}") for name, meaning in _PLEDGES.items()),
)
