"""The columns of ATOP, each with its meaning in a few words; its codebook has the whole definitions."""

from __future__ import annotations

from collections.abc import Mapping

from foedus.sources.model import Column

_PLEDGES = {
    "defense": "promises active military support if the partner is attacked",
    "offense": "promises active military support otherwise than in defence",
    "neutral": "promises not to help the partner's enemy",
    "nonagg": "promises not to use force against the partner",
    "consul": "promises to consult in crises that may become military",
}

_TERMS: Mapping[str, str] = {
    "ineffect": "whether it was in force when the data were closed",
    "bilat": "1 if it has two members",
    "wartime": "1 if made in a war that the members fight, 2 if later too",
    "estmode": "how it came into effect",
    "pubsecr": "how public or secret it was",
    "secrart": "which parts were secret",
    "proadd": "whether others may join",
    "futmem": "whether future members are named",
    "speclgth": "how its length is fixed",
    "length": "its stated length in months",
    "renounce": "whether it may be renounced",
    "proren": "whether it provides for renewal",
    "term": "how it ended",
    "active": "1 if it promises active military support",
    "conditio": "whether pledges are bound to conditions",
    "defcon": "conditions of the defence pledge",
    "offcon": "conditions of the offence pledge",
    "neucon": "conditions of the neutrality pledge",
    "concon": "conditions of the consultation pledge",
    "asymm": "1 if the members' pledges differ",
    "notaiden": "promises not to help enemies in other ways",
    "dipaid": "promises diplomatic help",
    "terrres": "promises to settle questions of territory",
    "seppeace": "promises not to make a separate peace",
    "thirdcom": "settles relations with third parties",
    "noothall": "promises no alliance to the contrary",
    "specthrt": "1 if a threat is named",
    "statthr1": "first state named as a threat (COW number)",
    "statthr2": "second state named as a threat (COW number)",
    "conwtin": "provides for conflict among the members",
    "medarb": "provides for mediation or arbitration",
    "milcon": "provides for military contact in peace",
    "milaid": "provides for military aid",
    "intcom": "1 if it has an integrated command",
    "subord": "1 if forces come under another's command",
    "organ1": "kind of organisation set up",
    "base": "provides for bases",
    "contrib": "fixes contributions",
    "armred": "provides for arms reduction",
    "ecaid": "provides for economic aid",
    "interv": "provides for intervention in a member",
}


def _counts(names: Mapping[str, str]) -> tuple[Column, ...]:
    return tuple(Column(name, "integer", meaning, is_optional=True) for name, meaning in names.items())


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
    *_counts(_TERMS),
)

ALLIANCE: tuple[Column, ...] = (
    _ID,
    *_day("begyr", "begmo", "begday", "signature"),
    *_day("endyr", "endmo", "endday", "end", "; 0 means in force when the data were closed"),
    *_pledges(),
    *_counts(_TERMS),
)

DYAD: tuple[Column, ...] = (
    Column("ccode1", "integer", "who owes (COW state number)"),
    Column("ccode2", "integer", "to whom (COW state number)"),
    Column("year", "integer", "year"),
    *(Column(f"atop_{name}", "flag", f"the first {meaning}") for name, meaning in _PLEDGES.items()),
)
