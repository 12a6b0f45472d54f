"""Dispute outcome expectations: how a dispute of two states would end, as a model of their capabilities has it.

File names and columns are those of the authors' codebooks: README of github.com/brentonk/doe-h2o for version 2.0,
codebook.tex of github.com/brentonk/ppp-replication for version 1.0.
"""

from __future__ import annotations

from collections.abc import Mapping

from foedus._base.errors import BadInput, Fault
from foedus.sources.citation import Citation
from foedus.sources.extra import pl
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.sets.common import state, year

OUTCOMES = ("pr_win_a", "pr_stalemate", "pr_win_b")
_ROUNDING = 0.005
"""By so much three rounded probabilities may miss 1."""


def _summing_to_one(frame: pl.DataFrame, _: Mapping[str, pl.DataFrame]) -> tuple[pl.DataFrame, tuple[str, ...]]:
    """Refuse a table whose probabilities do not sum to 1."""
    off = frame.filter((pl.sum_horizontal(OUTCOMES) - 1).abs() > _ROUNDING)
    if off.height:
        first = off.row(0, named=True)
        where = f"{first['ccode_a']} against {first['ccode_b']} in {first['year']}"
        raise BadInput(
            Fault(
                f"the probabilities of the outcomes do not sum to 1, in {off.height:,} rows",
                where,
                f"1 within {_ROUNDING:g}",
                "take the authors' directed file unchanged",
            )
        )
    return frame, ()


def _chance(name: str, written: str, meaning: str) -> Column:
    return Column(name, "number", f"estimated probability of {meaning}", "0 to 1", (name, written), least=0, most=1)


SOURCE = Source(
    name="doe",
    title="Dispute outcome expectations (DOE)",
    page="https://dataverse.harvard.edu/dataverse/doe-scores",
    terms="On Harvard Dataverse; the authors ask for citation of the article. The code that made them is under MIT; "
    "see their page for the terms of the file.",
    citation=Citation(
        "carroll2019prediction",
        "article",
        ("Carroll, Robert J.", "Kenkel, Brenton"),
        2019,
        "Prediction, Proxies, and Power",
        "American Journal of Political Science",
        volume="63",
        number="3",
        pages="577-593",
        doi="10.1111/ajps.12442",
    ),
    versions=(
        Version(
            "2.0",
            (1816, 2012),
            (File("directed_dyad_years", ("doe-dir-dyad-2.0.csv", "doe-dir-dyad-2.0.tab")),),
            {"directed_dyad_years": 1_761_031},
        ),
        Version(
            "1.0",
            (1816, 2007),
            (
                File(
                    "directed_dyad_years",
                    ("results-predict-dir-dyad.csv", "predict-dir-dyad.csv", "doe-dir-dyad-1.0.csv"),
                ),
            ),
        ),
    ),
    tables=(
        Table(
            "directed_dyad_years",
            "one row a pair of states, the one that would begin the dispute first, and a year",
            (
                state("ccode_a", "the state that would begin"),
                state("ccode_b", "the state that would be the target"),
                year(1816),
                _chance("pr_win_a", "VictoryA", "victory of the first"),
                _chance("pr_stalemate", "Stalemate", "stalemate"),
                _chance("pr_win_b", "VictoryB", "victory of the second"),
            ),
            key=("ccode_a", "ccode_b", "year"),
            derive=_summing_to_one,
        ),
    ),
)
