"""``foedus data``: what it prints, what it stores, and how it refuses."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.sources.publisher import Publisher, serving

from foedus.catalogue.schemas import json_schema
from foedus.cli import data
from foedus.sources.registry import NAMES, source

TABLE = "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\nUSA,2,1850,-9,1,1,1,1,1,.5,2011\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FOEDUS_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "NMC_5_0.csv"
    path.write_text(TABLE)
    return str(path)


def valid(said: Any, schema: str) -> Any:
    answer = json.loads(said.out)
    assert [error.message for error in Draft202012Validator(json_schema(schema)).iter_errors(answer)] == []
    return answer


def test_list_names_every_data_set(foedus: Any) -> None:
    said = foedus("data", "list")
    assert said.status == 0
    assert all(name in said.out for name in NAMES)


def test_a_file_is_added_shown_and_removed(foedus: Any, file: str) -> None:
    added = foedus("data", "add", "nmc", file, "--part")
    assert added.status == 0
    assert "added: nmc 5.0 state_years, 1 rows" in " ".join(added.out.split())
    assert "5.0" in foedus("data", "list").out
    shown = " ".join(foedus("data", "info", "nmc").out.split())
    assert "in the store: nmc 5.0 state_years" in shown
    assert "Correlates of War project forbids" in shown
    removed = foedus("data", "remove", "nmc@5.0")
    assert "removed: nmc 5.0" in " ".join(removed.out.split())
    assert foedus("data", "remove", "nmc").status == 3


def test_every_answer_in_json_fits_its_schema(foedus: Any, file: str) -> None:
    added = valid(foedus("data", "add", "nmc@5.0", file, "--part", "--json"), "data-changed-answer")
    assert added["tables"][0]["file"]["is_known_copy"] is False
    assert added["tables"][0]["is_part"] is True
    listed = valid(foedus("data", "list", "--json"), "data-sets-answer")
    assert [one["name"] for one in listed["sources"]] == list(NAMES)
    told = valid(foedus("data", "info", "nmc", "--json"), "data-set-answer")
    assert told["source"]["stored"][0]["rows"] == 1
    cited = valid(foedus("data", "cite", "nmc", "--json"), "citation-answer")
    assert cited["citation"]["bibtex"].startswith("@incollection{")
    assert valid(foedus("data", "remove", "nmc", "--json"), "data-changed-answer")["kind"] == "data_removed"


@pytest.mark.parametrize("name", NAMES)
def test_a_citation_is_printed_both_ways(name: str, foedus: Any) -> None:
    assert str(source(name).citation.year) in foedus("data", "cite", name).out
    assert foedus("data", "cite", name, "--bibtex").out.startswith("@")


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("info", "nmcc"), 2, "did you mean"),
        (("info", "nmc@1.0"), 2, "has no version '1.0'"),
        (("cite", "nmc@1.0"), 2, "has no version '1.0'"),
        (("add", "nmc", "nowhere.csv"), 2, "nowhere.csv: cannot be read"),
        (("add", "cow-alliances", "x.csv"), 2, "their maintainer asks software not to automate them"),
        (("pull", "cow-alliances"), 2, "their maintainer asks software not to automate them"),
        (("pull", "dcad"), 3, "foedus data add dcad FILE"),
        (("pull", "nmc@5.0"), 3, "no stable address"),
        (("pull", "nmc"), 2, "the terms were not accepted"),
        (("remove", "nmc"), 3, "is not in the store"),
    ],
)
def test_a_refusal_has_its_status_and_says_what_to_do(
    arguments: tuple[str, ...], status: int, said: str, foedus: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    answer = foedus("data", *arguments)
    assert answer.status == status
    assert said in answer.err
    assert "to do: " in answer.err


def test_a_pull_shows_the_terms_and_stores_what_it_brings(foedus: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(Publisher(TABLE.encode())) as publisher:
        nmc = source("nmc")
        version = replace(nmc.versions[-1], addresses=(publisher.address,), rows={})
        monkeypatch.setattr(data, "source", lambda _: replace(nmc, versions=(version,)))
        answer = foedus("data", "pull", "nmc", "--accept-terms", "--json")
    assert answer.status == 0, answer.err
    assert nmc.terms in answer.err
    assert publisher.address in answer.err
    assert valid(answer, "data-changed-answer")["tables"][0]["rows"] == 1


def test_the_dictionary_is_printed_and_written(foedus: Any, tmp_path: Path) -> None:
    printed = foedus("data", "dictionary").out
    assert printed.startswith("# Data sets")
    assert foedus("data", "dictionary", "--write", str(tmp_path / "data.md")).status == 0
    assert (tmp_path / "data.md").read_text(encoding="utf-8") == printed
    assert foedus("data", "dictionary", "--write", str(tmp_path)).status == 2


WITHOUT = (
    "import sys\n"
    "for name in ('polars', 'duckdb', 'httpx', 'numpy', 'pyreadstat', 'python_calamine'): sys.modules[name] = None\n"
    "from foedus.cli.app import run\n"
    "sys.exit(run(sys.argv[1:]))"
)


def without_the_extra(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", WITHOUT, *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize("arguments", [("list",), ("info", "atop"), ("cite", "sipri"), ("dictionary",)], ids=" ".join)
def test_what_only_tells_needs_no_extra(arguments: tuple[str, ...]) -> None:
    said = without_the_extra("data", *arguments)
    assert (said.returncode, said.stderr) == (0, "")


def test_without_the_extra_the_install_line_is_named(file: str) -> None:
    said = without_the_extra("data", "add", "nmc", file)
    assert said.returncode == 4
    assert "pip install 'foedus[data]'" in said.stderr
