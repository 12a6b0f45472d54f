"""The measures of the system, as the catalogue lists them."""

from __future__ import annotations

from foedus.measures.measure import Measure, Subject

PAGE = "measures-system.md"
_LONG = "foedus measures system --alliances atop --what {} --from 1816 --to {}"
_MODULE = "foedus.measures.system."


def _measure(
    name: str, title: str, unit: str, formula: str, source: str, where: tuple[str, str], *data: str
) -> Measure:
    function, command = where
    of: dict[str, Subject] = {"arms-race": "pair", "association": "system", "balance-of-power": "game"}
    return Measure(
        name=name,
        family="system",
        title=title,
        of=of.get(name, "system"),
        unit=unit,
        formula=formula,
        source=source,
        function=f"{_MODULE}{function}",
        command=command,
        page=PAGE,
        data=data,
    )


MEASURES: tuple[Measure, ...] = (
    _measure(
        "allies-per-state",
        "How many allies a state has, and how long ties last",
        "allies a state",
        "2 * ties / states; survival: of the ties of a year both of whose states exist 5 years later, the share there",
        "Jackson and Nei (2015), Networks of Military Alliances, Wars, and International Trade",
        ("ties:allies_per_state", _LONG.format("ties", 2018)),
        "atop",
    ),
    _measure(
        "polarity",
        "How capability is spread over the major powers: CON, MOVE, TRANS, poles",
        "0 to 1",
        "CON = sqrt((sum s^2 - 1/N) / (1 - 1/N)); MOVE = sum |change of s| / (2 (1 - least s before))",
        "Ray and Singer (1973); Singer, Bremer and Stuckey (1972)",
        ("polarity:concentration", "foedus measures system --what polarity --from 1816 --to 2016"),
        "nmc",
        "cow-majors",
    ),
    _measure(
        "polarisation",
        "Whether alliances part the states into blocs: modularity, blocs, ties across them, reach",
        "-1/2 to 1",
        "Q = 1/2m sum over pairs in one bloc of (tie - d_i d_j / 2m); blocs by greedy merging",
        "Newman and Girvan (2004); Clauset, Newman and Moore (2004); idea: Maoz (2006)",
        ("blocs:blocs", _LONG.format("polarisation", 2018)),
        "atop",
    ),
    _measure(
        "structural-balance",
        "Whether allies and opponents form balanced triads",
        "share of triads",
        "a triad is balanced if the product of its signs is +; ally +, dispute in the year -",
        "Heider (1946); Cartwright and Harary (1956)",
        ("balance:balance", _LONG.format("balance", 2010)),
        "atop",
        "gml-mid",
    ),
    _measure(
        "war-stability",
        "Which share of states could be beaten by a state and its allies, and which ties keep nobody safe",
        "share",
        "i can be beaten if M(C) > gamma M({i} + N_i - C) for some leader j and C within N_j + {j} without i",
        "Jackson and Nei (2015)",
        ("war_stability:war_stability", _LONG.format("stability", 2018)),
        "atop",
        "nmc",
    ),
    _measure(
        "guarantor-dependence",
        "How far a state's protection rests on one guarantor",
        "share of protected capability",
        "on one = largest M_j among guarantors / (M_i + sum of guarantors' M)",
        "a rule of this project; idea: Lake (1999), Entangling Relations",
        ("dependence:dependence", _LONG.format("dependence", 2018)),
        "atop",
        "nmc",
    ),
    _measure(
        "disputes-of-allies",
        "How often disputes begin among allies and among others, and wars among all",
        "per 1,000 pair-years",
        "1000 * pairs with a dispute begun / pairs; Yule's Q of allied by dispute",
        "rates: Jackson and Nei (2015); Q: Yule (1912)",
        ("security:dispute_table", "foedus measures system --alliances atop --what security --from 1946 --to 2010"),
        "atop",
        "gml-mid",
        "inter-state-war",
    ),
    _measure(
        "arms-race",
        "Richardson's arms race: equilibrium, stability and fit",
        "the unit of arms",
        "dx/dt = k y - a x + g, dy/dt = l x - b y + h; stable if a b > k l; x* = (k h + b g) / (a b - k l)",
        "Richardson (1960), Arms and Insecurity",
        ("arms_race:fit", "foedus measures arms-race"),
    ),
    _measure(
        "war-sizes",
        "How heavy the tail of the sizes of wars is",
        "exponent of a density",
        "alpha = 1 + n / sum ln(x / least), the least with the smallest Kolmogorov-Smirnov distance",
        "Clauset, Shalizi and Newman (2009); Clauset (2018); Richardson (1948)",
        ("war_sizes:power_law", "foedus measures war-sizes"),
        "inter-state-war",
    ),
    _measure(
        "association",
        "How strongly two facts go together: Yule's Q, phi, chi-squared",
        "-1 to 1",
        "Q = (ad - bc) / (ad + bc); phi = (ad - bc) / sqrt of the product of the margins",
        "Yule (1912); used by Wallace (1979), Arms Races and Escalation",
        (
            "association:Table",
            'foedus measures association 23 5 3 68 --first "an arms race" --second "escalation to war"',
        ),
    ),
    _measure(
        "balance-of-power",
        "Who is essential to some winning coalition, and so safe from elimination",
        "yes or no",
        "i is essential if some coalition with more than half of all resources has no more than half without i",
        "Niou, Ordeshook and Rose (1989), The Balance of Power",
        ("balance_of_power:balance_of_power", "foedus measures balance-of-power 50 30 20"),
    ),
)
