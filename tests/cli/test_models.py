"""The commands of fitted models: what the package holds, what the user's file gives, and what is missing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.conftest import Command

FILES = {
    "berkemeier-fuhrmann": "fulfilment/BerkemeierFuhrmannRAP2018_0303.dta",
    "atop": "atop/atop5_1m.csv",
    "inter-state-war": "cow/Inter-StateWarData_v4.0.csv",
    "cow-majors": "cow/majors2016.csv",
}
"""What the model of fulfilment is fitted on."""


def test_the_list_tells_how_many_cases_each_rests_on(foedus: Command) -> None:
    said = foedus("models", "list")
    assert said.status == 0
    assert "73 of 146 cases in 45 wars" in said.out


def test_each_data_set_stands_with_its_version(foedus: Command) -> None:
    out = " ".join(foedus("models", "list").out.split())
    assert "96 of 7,664 cases in 95 wars, inter-state-war 4.0, atop 5.1, contiguity 3.2, cow-majors 2016" in out


def test_a_card_tells_scores_classes_and_limits(foedus: Command) -> None:
    said = foedus("models", "show", "fulfilment")
    assert said.status == 0
    assert all(part in said.out for part in ("this model", "share of all", "defence, 1945-2003", "What it cannot say"))


def test_rare_outcomes_are_told_with_decimals_enough(foedus: Command) -> None:
    said = foedus("models", "show", "joining")
    neither = next(line for line in said.out.splitlines() if line.split()[:1] == ["neither"])
    low, high = (float(neither.split()[place]) for place in (-3, -1))
    happened, cases = (int(neither.split()[place]) for place in (1, 2))
    assert 0 < low < happened / cases < high


def test_without_the_file_a_refit_names_the_command_that_brings_it(
    foedus: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDUS_HOME", str(tmp_path / "empty"))
    said = foedus("models", "refit", "fulfilment")
    assert said.status == 3
    assert "foedus data add berkemeier-fuhrmann" in said.err


@pytest.mark.data
def test_a_refit_on_the_published_files_is_the_card(
    foedus: Command, shared_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDUS_HOME", str(tmp_path / "store"))
    for name, file in FILES.items():
        assert foedus("data", "add", name, str(shared_data / file)).status == 0
    again = foedus("models", "refit", "fulfilment", "-o", "card.json", "--json")
    shipped = json.loads(foedus("models", "show", "fulfilment", "--json").out)
    assert json.loads(again.out)["model"]["coefficients"] == pytest.approx(shipped["model"]["coefficients"], abs=1e-8)
    assert json.loads((tmp_path / "card.json").read_text())["wars"] == 45


def test_a_card_tells_the_candidates_and_which_the_rule_takes(foedus: Command) -> None:
    out = " ".join(foedus("models", "show", "fulfilment").out.split())
    assert "Candidates, one war left out 146 cases in 45 wars" in out
    assert "Taken: with major power, by the rule: the fewest terms" in out


def test_a_comparison_needs_the_data_of_every_candidate(
    foedus: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOEDUS_HOME", str(tmp_path / "empty"))
    said = foedus("models", "refit", "fulfilment", "--evaluate")
    assert said.status == 3


def test_a_model_without_candidates_says_so(foedus: Command) -> None:
    said = foedus("models", "refit", "joining", "--evaluate")
    assert said.status == 2
    assert "leave --evaluate out" in said.err


def test_an_unknown_model_is_told_what_there_is(foedus: Command) -> None:
    said = foedus("models", "show", "magic")
    assert said.status == 2
    assert "fulfilment" in said.err
