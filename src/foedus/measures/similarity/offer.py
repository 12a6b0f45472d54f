"""The measures of similarity, as the catalogue lists them."""

from __future__ import annotations

from foedus.measures.measure import Measure

PAGE = "measures-similarity.md"
_HAEGE = "Häge (2011), Choice or Circumstance? Adjusting Measures of Foreign Policy Similarity for Chance Agreement"


def _measure(name: str, title: str, unit: str, formula: str, source: str, command: str, *data: str) -> Measure:
    return Measure(
        name=f"similarity-{name}",
        family="similarity",
        title=title,
        of="pair",
        unit=unit,
        formula=formula,
        source=source,
        function=f"foedus.measures.similarity.coefficients:{'weighted_s' if name == 's-weighted' else 'similarity'}",
        command=f"foedus measures similarity {command}",
        page=PAGE,
        additions=("similarity",),
        data=data,
    )


_ATOP = '"United States" "United Kingdom" --portfolio atop --from 1816 --to 2018'
_VOTES = '"United States" Turkey --portfolio un-votes --from 1946 --to 2020'

MEASURES: tuple[Measure, ...] = (
    _measure(
        "s",
        "S: one less twice the mean distance of two portfolios",
        "-1 to 1",
        "S = 1 - 2 * mean(|x - y|) / d, over all others; d = 3 for promises, 2 for votes",
        "Signorino and Ritter (1999), Tau-b or Not Tau-b",
        '"United States" "United Kingdom" --from 1945 --to 2025 --coefficient s',
    ),
    _measure(
        "s-squared",
        "S with squared distances",
        "-1 to 1",
        "S = 1 - 2 * mean((x - y)^2) / d^2",
        f"Signorino and Ritter (1999); {_HAEGE}",
        f"{_ATOP} --coefficient s --coefficient s_squared",
        "atop",
    ),
    _measure(
        "s-weighted",
        "S, each of the others weighing its capability",
        "-1 to 1",
        "S = 1 - 2 * sum_k w_k |x_k - y_k| / d, w_k = CINC_k / sum of CINC",
        "Signorino and Ritter (1999)",
        f"{_ATOP} --weights cinc --coefficient s --coefficient s_weighted",
        "atop",
        "nmc",
    ),
    _measure(
        "kappa",
        "Cohen's kappa: agreement beyond what each portfolio's own mix would give by chance",
        "up to 1; 0 is chance",
        "kappa = 1 - sum((x - y)^2) / (1/N sum_k sum_l (x_k - y_l)^2)",
        f"Cohen (1968); {_HAEGE}",
        f"{_ATOP} --coefficient s --coefficient kappa",
        "atop",
    ),
    _measure(
        "pi",
        "Scott's pi: agreement beyond what the mix of both together would give by chance",
        "up to 1; 0 is chance",
        "pi = 1 - sum((x - y)^2) / (1/(4N) sum_k sum_l (z_k - z_l)^2), z = x and y together",
        f"Scott (1955); {_HAEGE}",
        f"{_VOTES} --coefficient s --coefficient pi",
        "un-votes",
    ),
    _measure(
        "tau-b",
        "Kendall's tau-b: whether two portfolios rank the others alike",
        "-1 to 1",
        "tau-b = (concordant - discordant) / sqrt((pairs - ties in x)(pairs - ties in y))",
        "Bueno de Mesquita (1975), Measuring Systemic Polarity; Kendall (1945)",
        '"United States" Russia --portfolio atop --from 1816 --to 2018 --coefficient tau_b --coefficient kappa',
        "atop",
    ),
)
