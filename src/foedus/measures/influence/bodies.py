"""Voting bodies ready to be measured: published textbook cases, and the bodies of the register on a day.

What a body's rule says becomes a game only where it is one. Consensus and unanimity are the same game (one no stops
it); that silence or abstention lets a matter pass, that a lead nation decides, or that each state judges for itself,
is not in these numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import get_args

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault, UnknownName
from foedus.domain.membership import Parties
from foedus.domain.organ import DecisionRule, Majority, Organ, Subject
from foedus.measures.influence.game import VotingGame, double_majority, heads, unanimity, weighted
from foedus.register.arrangements import Arrangements


@dataclass(frozen=True, slots=True)
class Body:
    """A voting body with its game.

    Attributes
    ----------
    id : str
        As one types it.
    rule : str
        In words.
    source : str
        Where seats, votes and quota stand.
    note : str
        What the game leaves out.
    """

    id: str
    name: str
    rule: str
    source: str
    game: VotingGame
    note: str = ""


# ---------------------------------------------------------------------------------------------------- textbook cases

_EU15 = {
    "Germany": 10, "France": 10, "Italy": 10, "United Kingdom": 10, "Spain": 8, "Belgium": 5, "Greece": 5,
    "Netherlands": 5, "Portugal": 5, "Austria": 4, "Sweden": 4, "Denmark": 3, "Finland": 3, "Ireland": 3,
    "Luxembourg": 2,
}  # fmt: skip
_NICE = {
    "Germany": 29, "France": 29, "Italy": 29, "United Kingdom": 29, "Spain": 27, "Poland": 27, "Romania": 14,
    "Netherlands": 13, "Belgium": 12, "Czech Republic": 12, "Greece": 12, "Hungary": 12, "Portugal": 12, "Austria": 10,
    "Bulgaria": 10, "Sweden": 10, "Denmark": 7, "Finland": 7, "Ireland": 7, "Lithuania": 7, "Slovakia": 7, "Cyprus": 4,
    "Estonia": 4, "Latvia": 4, "Luxembourg": 4, "Slovenia": 4, "Malta": 3,
}  # fmt: skip
_SHARES_OF_2016 = {
    "Germany": 1593, "France": 1304, "United Kingdom": 1273, "Italy": 1207, "Spain": 912, "Poland": 747,
    "Romania": 390, "Netherlands": 337, "Belgium": 221, "Greece": 213, "Czech Republic": 205, "Portugal": 204,
    "Hungary": 194, "Sweden": 192, "Austria": 169, "Bulgaria": 142, "Denmark": 111, "Finland": 108, "Slovakia": 106,
    "Ireland": 91, "Croatia": 83, "Lithuania": 57, "Slovenia": 41, "Latvia": 39, "Estonia": 26, "Cyprus": 17,
    "Luxembourg": 11, "Malta": 8,
}  # fmt: skip
"""In hundredths of a per cent of the Union's population."""

MEMBERS_NEEDED, PEOPLE_NEEDED, BLOCKERS = Fraction(55, 100), Fraction(65, 100), 4
"""Article 16(4) of the Treaty on European Union."""


def _eec_1958() -> Body:
    votes = {"France": 4, "Germany": 4, "Italy": 4, "Belgium": 2, "Netherlands": 2, "Luxembourg": 1}
    game = weighted(tuple(votes), tuple(votes.values()), 12)
    return Body(
        "eec-1958",
        "Council of the European Economic Community, 1958 to 1972",
        "12 of 17 votes",
        "Treaty establishing the European Economic Community, article 148(2)",
        game,
        "On a proposal of the Commission; otherwise four members were needed as well.",
    )


def _security_council(elected: int, needed: int, identifier: str, years: str) -> Body:
    permanent = ("China", "France", "Soviet Union or Russia", "United Kingdom", "United States")
    players = (*permanent, *(f"elected member {seat}" for seat in range(1, elected + 1)))
    return Body(
        identifier,
        f"Security Council of the United Nations, {years}",
        f"{needed} of {len(players)}, the five permanent members among them",
        "Charter of the United Nations, articles 23 and 27(3)",
        heads(players, needed, permanent),
        "By practice an abstention of a permanent member is no veto; here whoever abstains counts with the no.",
    )


def _eu15() -> Body:
    return Body(
        "eu-15",
        "Council of the European Union, 1995 to 2004",
        "62 of 87 votes",
        "Treaty establishing the European Community, article 148(2) as amended by the accessions of 1995",
        weighted(tuple(_EU15), tuple(_EU15.values()), 62),
    )


def _eu27_nice() -> Body:
    return Body(
        "eu-27-nice",
        "Council of the European Union, 2007 to 2013",
        "255 of 345 votes",
        "Treaty of Nice as amended by the accession of Bulgaria and Romania",
        weighted(tuple(_NICE), tuple(_NICE.values()), 255),
        "Without the majority of members and, on request, 62 per cent of the population, that were needed as well.",
    )


def _eu28_lisbon() -> Body:
    return lisbon(
        _SHARES_OF_2016,
        "eu-28-2016",
        "Council of the European Union, 2016",
        "Council Decision (EU, Euratom) 2015/2393; shares as published by Agence Europe on 9 December 2015",
        "Populations are the published shares, rounded to a hundredth of a per cent.",
    )


def _eu27_lisbon() -> Body:
    remaining = {state: share for state, share in _SHARES_OF_2016.items() if state != "United Kingdom"}
    return lisbon(
        remaining,
        "eu-27-lisbon",
        "Council of the European Union, since 2020",
        "Council Decision (EU, Euratom) 2015/2393; shares as published by Agence Europe on 9 December 2015",
        "Populations are those of 2016 without the United Kingdom, rounded to a hundredth of a per cent.",
    )


def lisbon(populations: Mapping[str, int], identifier: str, name: str, source: str, note: str = "") -> Body:
    """Return the Council of the European Union by the double majority of the Treaty of Lisbon.

    Parameters
    ----------
    populations : mapping of str to int
        Of each member, in any common unit.
    source : str
        Of the populations.
    """
    players, people = tuple(populations), tuple(populations.values())
    game = double_majority(players, people, MEMBERS_NEEDED, PEOPLE_NEEDED, BLOCKERS)
    rule = "55 per cent of members with 65 per cent of the population; fewer than four cannot block"
    return Body(identifier, name, rule, f"Treaty on European Union, article 16(4); {source}", game, note)


BODIES: Mapping[str, Callable[[], Body]] = MappingProxyType(
    {
        "eec-1958": _eec_1958,
        "un-security-council-1946": lambda: _security_council(6, 7, "un-security-council-1946", "1946 to 1965"),
        "un-security-council": lambda: _security_council(10, 9, "un-security-council", "since 1965"),
        "eu-15": _eu15,
        "eu-27-nice": _eu27_nice,
        "eu-28-2016": _eu28_lisbon,
        "eu-27-lisbon": _eu27_lisbon,
    }
)
"""The textbook cases by id."""


# ------------------------------------------------------------------------------------------- bodies of the register

WITHOUT_VOTE = frozenset({"observer", "associate"})


@dataclass(frozen=True, slots=True)
class Occasion:
    """When a body of the register decides what.

    Attributes
    ----------
    parties : callable
        Whom a treaty binds on a day.
    name_of : callable
        The name of a state by its id.
    populations : mapping of str to int, or None
        By state id, where the rule counts them.
    concerned : tuple of str
        Ids of the states whose matter it is, which do not vote where the rule leaves them out.
    """

    day: Day
    subject: Subject
    parties: Parties
    name_of: Callable[[str], str]
    populations: Mapping[str, int] | None = None
    concerned: tuple[str, ...] = ()


def body_of_register(name: str, held: Arrangements, occasion: Occasion) -> Body:
    """Return a body of the register with the game of its rule on an occasion.

    Parameters
    ----------
    name : str
        ``alliance/body``, as in ``nato/council``; an alliance alone means its first body that has a rule.

    Raises
    ------
    UnknownName
        If the register holds no such body.
    BadInput
        If nobody sat in it, it had no rule for the subject, or its rule is no voting game.
    """
    organ = _organ(name, held)
    rule = organ.rule_on(occasion.subject, occasion.day)
    seats = voters(organ, occasion.day, occasion.parties)
    if rule is None or not seats:
        what = f"the register has no rule or no seats of {organ.name} on {occasion.day} for {occasion.subject}"
        raise BadInput(Fault(what, "--on, --subject", ", ".join(get_args(Subject)), f"foedus alliance show {name}"))
    game = _game(organ, rule, occasion, {seat: occasion.name_of(seat) for seat in seats})
    article = f", article {rule.article}" if rule.article else ""
    source = f"Foedus register, {organ.heading.name}: rule {rule.id}{article}"
    return Body(f"{organ.heading.id}/{organ.id}", organ.name, _said(rule), source, game, rule.summary)


def _organ(name: str, held: Arrangements) -> Organ:
    alliance, _, body = name.partition("/")
    organs = [organ for organ in held.organs_of(alliance) if organ.rules and body in {"", organ.id}]
    if not organs:
        known = [f"{organ.heading.id}/{organ.id}" for organ in held.organs if organ.rules]
        raise UnknownName(Fault(f"no body is called {name[:60]!r}", "BODY", ", ".join([*BODIES, *known])))
    return organs[0]


def _said(rule: DecisionRule) -> str:
    words = rule.rule.replace("_", " ")
    return f"{rule.failing.replace('_', ' ')}, where {words} fails" if rule.failing else words


def voters(organ: Organ, day: Day, parties: Parties) -> tuple[str, ...]:
    """Return the ids of those who vote in a body on a day, in order; observers and associates sit without a vote."""
    seats = organ.members_on(day, parties)
    return tuple(sorted(state for state, seat in seats.items() if seat.part not in WITHOUT_VOTE))


def _game(organ: Organ, rule: DecisionRule, occasion: Occasion, seats: Mapping[str, str]) -> VotingGame:
    """Return the game of a rule among those who sit, their names by id; the rule that decides in the end counts."""
    players = tuple(seats.values())
    match rule.failing or rule.rule:
        case "consensus" | "unanimity":
            return unanimity(players)
        case "unanimity_less_party_concerned":
            return _less_the_concerned(seats, occasion)
        case "two_thirds":
            return heads(players, -(-2 * len(players) // 3))
        case "simple_majority":
            return heads(players, len(players) // 2 + 1)
        case "qualified_majority" if rule.majority is not None:
            return _qualified(organ, rule, rule.majority, occasion, seats)
        case _:
            what = f"{organ.name} decides by {rule.rule.replace('_', ' ')}: that is no vote, and has no index of power"
            raise BadInput(Fault(what, "BODY", "a rule that counts votes", f"foedus alliance show {organ.heading.id}"))


def _less_the_concerned(seats: Mapping[str, str], occasion: Occasion) -> VotingGame:
    voting = tuple(name for state, name in seats.items() if state not in occasion.concerned)
    if not occasion.concerned or not voting:
        what = "the rule leaves out the party concerned, and it is not said who that is"
        raise BadInput(Fault(what, "--concerned", ", ".join(seats.values())))
    return unanimity(voting)


def _qualified(
    organ: Organ, rule: DecisionRule, majority: Majority, occasion: Occasion, seats: Mapping[str, str]
) -> VotingGame:
    if majority.members is not None and majority.population is not None:
        return _by_population(organ, majority, occasion, seats)
    if majority.votes is None or majority.of is None:
        raise BadInput(Fault(f"the numbers of {organ.name}'s majority are not held", "BODY", "votes of so many"))
    unheld = tuple(f"elected member {seat}" for seat in range(1, majority.of - len(seats) + 1))
    vetoes = [seats[state] for state in rule.vetoes if state in seats]
    return heads((*seats.values(), *unheld), majority.votes, vetoes)


def _by_population(organ: Organ, majority: Majority, occasion: Occasion, seats: Mapping[str, str]) -> VotingGame:
    known = occasion.populations or {}
    missing = [name for state, name in seats.items() if state not in known]
    if missing:
        what = f"{organ.name} counts populations, and those of {', '.join(missing[:6])} are not given"
        remedy = "--populations FILE, a document with a number for each state"
        raise BadInput(Fault(what, "--populations", "every member", remedy))
    people = tuple(known[state] for state in seats)
    shares = Fraction(str(majority.members)), Fraction(str(majority.population))
    return double_majority(tuple(seats.values()), people, *shares, blockers=BLOCKERS)
