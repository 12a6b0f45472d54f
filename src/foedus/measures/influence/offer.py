"""The measures of this family."""

from __future__ import annotations

from foedus.measures.measure import Measure

PAGE = "measures-influence.md"
_COMMAND = "foedus measures influence"
_ROOM = "foedus.measures.influence"
_DAY = "--on 2024-06-01"


def _power(name: str, title: str, formula: str, source: str, shown: tuple[str, str]) -> Measure:
    """Return a measure of voting bodies; `shown` is the index as the command calls it, and a body."""
    return Measure(
        name=name,
        family="influence",
        title=title,
        of="voting body",
        unit="share, 0 to 1",
        formula=formula,
        source=source,
        function=f"{_ROOM}.indices:power",
        command=f"{_COMMAND} power {shown[1]} --draw {shown[0]}",
        page=PAGE,
    )


def _place(name: str, title: str, unit: str, formula: str, source: str) -> Measure:
    return Measure(
        name=f"{name}-centrality",
        family="influence",
        title=title,
        of="state",
        unit=unit,
        formula=formula,
        source=source,
        function=f"{_ROOM}.centrality:{name}",
        command=f"{_COMMAND} centrality --by {name} {_DAY}",
        page=PAGE,
        additions=() if name == "strength" else ("alliance-network",),
    )


MEASURES: tuple[Measure, ...] = (
    _power(
        "shapley-shubik",
        "Power to decide: how often a vote is the pivot of an order",
        "sum over swings of s! (n - 1 - s)! / n!, s the others who agree already",
        "Shapley and Shubik (1954), American Political Science Review 48",
        ("shapley", "un-security-council"),
    ),
    _power(
        "banzhaf",
        "Power to decide: how often a vote turns a coalition",
        "swings / 2^(n - 1); normalised by the sum over all who vote",
        "Penrose (1946); Banzhaf (1965), Rutgers Law Review 19",
        ("banzhaf", "eu-27-nice"),
    ),
    _power(
        "coleman",
        "Power of a body to act, and of each who votes to prevent and to initiate",
        "act: winning coalitions / 2^n; prevent: swings / winning; initiate: swings / losing",
        "Coleman (1971), Control of Collectivities and the Power of a Collectivity to Act",
        ("coleman", "eu-28-2016"),
    ),
    _place(
        "degree",
        "How many states are tied to a state by a pledge",
        "states",
        "number of ties",
        "Freeman (1979), Social Networks 1",
    ),
    _place(
        "strength",
        "How heavy a state's ties are",
        "sum of weights; of capabilities with --weigh",
        "sum over ties of the square root of the product of the two capabilities",
        "a rule of this project",
    ),
    _place(
        "closeness",
        "How near a state is to the others",
        "0 to 1 where ties weigh 1",
        "r / (n - 1) times r / sum of distances, r the states within reach",
        "Wasserman and Faust (1994), Social Network Analysis, equation 5.22",
    ),
    _place(
        "betweenness",
        "How often a state is on the shortest way between two others",
        "share, 0 to 1",
        "sum over pairs of the share of their shortest paths, over (n - 1)(n - 2) / 2",
        "Freeman (1979); Brandes (2001), Journal of Mathematical Sociology 25",
    ),
    _place(
        "eigenvector",
        "How central those are to whom a state is tied",
        "0 to 1, of length 1",
        "the vector x with A x = the largest eigenvalue times x",
        "Bonacich (1972), Journal of Mathematical Sociology 2",
    ),
    Measure(
        name="brokerage",
        family="influence",
        title="Between how many pairs of others without a tie a state stands, by the groups they are in",
        of="state",
        unit="pairs of states",
        formula="count of pairs of partners not tied to each other: coordinator, consultant, gatekeeper, liaison",
        source="Gould and Fernandez (1989), Sociological Methodology 19",
        function=f"{_ROOM}.brokerage:brokerage",
        command=f"{_COMMAND} brokers {_DAY}",
        page=PAGE,
    ),
    Measure(
        name="constraint",
        family="influence",
        title="How far a state's partners are tied to each other",
        of="state",
        unit="none; the lower, the freer",
        formula="sum over partners j of (p_ij + sum over q of p_iq p_qj) squared",
        source="Burt (1992), Structural Holes, equation 2.4",
        function=f"{_ROOM}.brokerage:constraint",
        command=f"{_COMMAND} brokers --by constraint {_DAY}",
        page=PAGE,
        additions=("alliance-network",),
    ),
    Measure(
        name="key-players",
        family="influence",
        title="States ranked by partners, betweenness, vetoes, forces abroad and capability, with reasons",
        of="state",
        unit="mean part of the largest, 0 to 1",
        formula="mean over the criteria known of a state's value as a part of the largest",
        source="a rule of this project",
        function=f"{_ROOM}.players:key_players",
        command=f"{_COMMAND} players {_DAY}",
        page=PAGE,
    ),
)
