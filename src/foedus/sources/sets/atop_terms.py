"""The provisions that ATOP codes besides the pledges, each in a few words; its codebook has the whole definitions.

Words after a colon say what the codes mean; elsewhere 0 is no, and higher codes are kinds that the codebook lists.
"""

from __future__ import annotations

from collections.abc import Mapping

from foedus.sources.model import Column

_TERMS: Mapping[str, str] = {
    "cowid": "number of the alliance (COW)",
    "cow4id": "number of the alliance in version 4 of the list of COW",
    "ineffect": "whether it was in force when the data were closed",
    "bilat": "1 if it has two members",
    "wartime": "1 if made in a war that the members fight",
    "estmode": "how it came into effect",
    "pubsecr": "how public it was: 0 public, 1 in part secret, 2 secret",
    "secrart": "which parts were secret: 0 none, 8 the whole",
    "proadd": "whether others may join",
    "futmem": "whether future members are named",
    "speclgth": "how its length is fixed: 0 not, 1 a time, 2 by an event such as a war, 3 without end",
    "length": "its stated length",
    "renounce": "whether it may be renounced: 0 not said, 1 allowed, 2 forbidden, 3 on conditions",
    "proren": "whether it provides for renewal: 0 no, 1 by a new agreement, 2 of itself",
    "renewlgt": "length of a renewal",
    "term": "how it ended: 0 it had not, 1 fulfilled or run out, 2 broken, 3 by agreement or another treaty",
    "active": "1 if it promises active military support",
    "conditio": "whether pledges are bound to conditions",
    "defcon": "whether the defence pledge is bound to conditions",
    "offcon": "whether the offence pledge is bound to conditions",
    "neucon": "whether the neutrality pledge is bound to conditions",
    "concon": "whether the consultation pledge is bound to conditions",
    "asymm": "1 if the members' pledges differ",
    "notaiden": "promises not to help enemies in other ways",
    "dipaid": "promises diplomatic help",
    "terrres": "promises to settle questions of territory",
    "seppeace": "promises not to make a separate peace",
    "thirdcom": "settles relations with third parties",
    "noothall": "promises no alliance to the contrary",
    "specthrt": "whether a threat is named",
    "statthr1": "first state named as a threat (COW number)",
    "statthr2": "second state named as a threat (COW number)",
    "conwtin": "provides for conflict among the members",
    "medarb": "provides for mediation or arbitration",
    "milcon": "military contact: 0 none, 1 in war, 2 in peace, 3 a common policy of defence",
    "milaid": "promises military aid",
    "intcom": "1 if it has an integrated command",
    "subord": "whether forces come under another's command",
    "organ1": "what it sets up: 0 nothing, 1 meetings of officials, 2 a committee, 3 an organisation with a staff",
    "orgpurp1": "purpose of what it sets up",
    "organ2": "what else it sets up, as organ1",
    "orgpurp2": "purpose of that",
    "base": "whether it provides for bases",
    "contrib": "1 if it fixes contributions",
    "armred": "provides for fewer arms",
    "acqterr": "speaks of gaining territory",
    "divgains": "1 if it divides gains",
    "demwith": "1 if it demands that forces leave a territory",
    "reflnun": "refers to the League of Nations (1) or the United Nations (2)",
    "refothio": "refers to another international organisation",
    "natrefal": "what its makers code as natrefal",
    "compag": "what its makers code as compag",
    "nomicoop": "1 if the members also promise to work together in other than military matters",
    "conres": "what its makers code as conres",
    "agprois": "what its makers code as agprois",
    "conmen": "what its makers code as conmen",
    "ecaid": "promises economic aid",
    "interv": "speaks of intervention in a member",
    "source": "what its makers code as source",
}

_MEMBER_ONLY: Mapping[str, str] = {
    "maxphase": "how many phases the alliance has; 0 if one",
    "cowwar": "war in which it was made (COW number), 0 if in none",
    "termmode": "how it ended for the member, in finer kinds",
    "termcaus": "why it ended for the member",
    "new5": "1 if new in version 5",
    "rev5": "1 if revised in version 5",
    "new4": "1 if new in version 4",
    "rev4": "1 if revised in version 4",
}

_CONDITIONS: Mapping[str, str] = {
    "adv": "names the adversaries it holds against, or excepts some",
    "loc": "holds for certain places only",
    "con": "holds in a certain conflict only",
    "num": "depends on the number of adversaries",
    "dem": "depends on an adversary's refusing a certain demand",
    "npr": "holds only where the attack was not provoked",
    "att": "holds only where the partner is attacked",
    "req": "holds only on request",
}
_CONDITIONS_OF: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "def": ("defence", ("adv", "loc", "con", "num", "dem", "npr")),
    "off": ("offence", ("adv", "loc", "con", "num", "dem")),
    "neu": ("neutrality", ("adv", "loc", "con", "num", "dem", "npr", "att")),
    "con": ("consultation", ("adv", "loc", "con", "req")),
}


def _integers(names: Mapping[str, str]) -> tuple[Column, ...]:
    units = {"length": "months", "renewlgt": "months"}
    return tuple(
        Column(name, "integer", meaning, units.get(name, ""), is_optional=True) for name, meaning in names.items()
    )


def _conditions() -> tuple[Column, ...]:
    return tuple(
        Column(f"{stem}co{ending}", "flag", f"1 if the {pledge} pledge {_CONDITIONS[ending]}", is_optional=True)
        for stem, (pledge, endings) in _CONDITIONS_OF.items()
        for ending in endings
    )


TERMS: tuple[Column, ...] = _integers(_TERMS)
"""What the files of members and of alliances both have."""

MEMBER_TERMS: tuple[Column, ...] = (
    Column("cowsys", "flag", "1 if the member belongs to the state system of the Correlates of War", is_optional=True),
    *_conditions(),
    Column("olimob", "flag", "1 if the pledges are limited in another way", is_optional=True),
    Column("obvary", "flag", "1 if what a member owes differs among its partners", is_optional=True),
    *_integers(_MEMBER_ONLY),
)
"""What only the file of members has."""
