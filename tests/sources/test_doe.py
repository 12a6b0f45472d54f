"""Dispute outcome expectations: both versions' headings, and probabilities that are none are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from foedus._base.errors import BadInput
from foedus.sources.reading import Loaded, load
from foedus.sources.registry import source

FIRST = "ccode_a,ccode_b,year,VictoryB,Stalemate,VictoryA"
SECOND = "year,ccode_a,ccode_b,pr_win_a,pr_stalemate,pr_win_b"


def read(folder: Path, name: str, *lines: str) -> Loaded:
    (folder / name).write_text("\n".join(lines) + "\n")
    return load(source("doe"), [folder / name], is_part=True)


def test_the_older_version_names_its_columns_otherwise_and_in_another_order(tmp_path: Path) -> None:
    loaded = read(tmp_path, "results-predict-dir-dyad.csv", FIRST, "2,365,1980,0.125,0.625,0.25")
    assert loaded.version.id == "1.0"
    assert loaded.tables["directed_dyad_years"].row(0) == (2, 365, 1980, 0.25, 0.625, 0.125)


def test_rounded_probabilities_may_miss_one_by_little(tmp_path: Path) -> None:
    """Version 2.0's codebook prints 0.0573, 0.899 and 0.0434 for the United States and the Soviet Union, 1980."""
    loaded = read(tmp_path, "doe-dir-dyad-2.0.csv", SECOND, "1980,2,365,0.0573,0.899,0.0434")
    assert loaded.tables["directed_dyad_years"].row(0)[3:] == (0.0573, 0.899, 0.0434)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("1980,2,365,0.5,0.5,0.5", "do not sum to 1"),
        ("1980,2,365,1.5,-0.25,-0.25", "is not what the column holds"),
        ("2013,2,365,0.5,0.25,0.25", "is no year of version 2.0"),
    ],
)
def test_what_are_no_probabilities_of_its_years_is_refused(line: str, told: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=told):
        read(tmp_path, "doe-dir-dyad-2.0.csv", SECOND, line)


def test_a_pair_stands_once_in_each_direction_and_year(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        read(tmp_path, "doe-dir-dyad-2.0.csv", SECOND, *["1980,2,365,0.5,0.25,0.25"] * 2)


def test_a_file_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    (tmp_path / "doe-dir-dyad-2.0.csv").write_text(f"{SECOND}\n1980,2,365,0.5,0.25,0.25\n")
    with pytest.raises(BadInput, match="1,761,031"):
        load(source("doe"), [tmp_path / "doe-dir-dyad-2.0.csv"])
