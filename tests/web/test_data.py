"""Data on the site: SQL that only reads, tables, data sets, and panels laid out as jobs."""

from __future__ import annotations

import time

import polars as pl
import pytest
from fastapi.testclient import TestClient

from foedus.catalogue.data_answers import DataSetAnswer, DataSetsAnswer
from foedus.catalogue.sql_answers import SqlAnswer, SqlTableAnswer, SqlTablesAnswer
from foedus.web.pages.data.jobs import JobAnswer

COUNT = "SELECT count(*) AS n FROM treaties"


def test_a_query_is_answered_as_json_and_on_the_page(client: TestClient) -> None:
    answer = client.get("/data/sql.json", params={"sql": COUNT}).json()
    SqlAnswer.model_validate(answer)
    assert f">{answer['rows'][0]['n']}<" in client.get("/data", params={"sql": COUNT}).text


def test_a_query_is_answered_as_csv(client: TestClient) -> None:
    answer = client.get("/data/sql.csv", params={"sql": COUNT})
    assert answer.text.splitlines()[0] == "n"
    assert "attachment" in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    "text",
    [
        "DROP TABLE treaties",
        "COPY treaties TO '/tmp/x.csv'",
        "SELECT * FROM read_csv('/etc/passwd')",
        "ATTACH '/tmp/x.db'",
        "SELECT getenv('HOME')",
        "SELECT 1; DELETE FROM treaties",
        "SELEC",
    ],
)
def test_a_query_that_would_do_more_than_read_is_refused(client: TestClient, text: str) -> None:
    answer = client.get("/data/sql.json", params={"sql": text})
    assert answer.status_code == 400
    assert answer.json()["faults"]
    assert client.get("/data", params={"sql": text}).status_code == 400


@pytest.mark.slow
def test_a_query_that_never_ends_is_stopped(client: TestClient) -> None:
    endless = "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t"
    began = time.monotonic()
    answer = client.get("/data/sql.json", params={"sql": endless})
    assert answer.status_code in {400, 503}
    assert time.monotonic() - began < 40
    assert client.get("/data/sql.json", params={"sql": COUNT}).status_code == 200


def test_tables_and_their_columns(client: TestClient) -> None:
    SqlTablesAnswer.model_validate(client.get("/data/tables.json").json())
    SqlTableAnswer.model_validate(client.get("/data/tables/treaties.json").json())
    assert client.get("/data/tables/treaties").status_code == 200
    assert client.get("/data/tables/no_such_table.json").status_code == 404


def test_data_sets_and_how_to_cite_them(client: TestClient) -> None:
    DataSetsAnswer.model_validate(client.get("/data/sets.json").json())
    DataSetAnswer.model_validate(client.get("/data/sets/nmc.json").json())
    assert "Singer" in client.get("/data/sets/nmc").text


def _ended(client: TestClient, address: str) -> str:
    for _ in range(300):
        answer = client.get(f"{address}.json").json()
        JobAnswer.model_validate(answer)
        if answer["job"]["state"] in {"done", "failed", "cancelled"}:
            return str(answer["job"]["state"])
        time.sleep(0.2)
    pytest.fail("the job did not end")


def test_a_panel_is_laid_out_as_a_job_and_taken_away(client: TestClient) -> None:
    wanted = {"universe": "state-years", "first": "1990", "last": "1992", "kind": "csv", "add": "alliances"}
    started = client.post("/data/panels", data=wanted | {"universe": "dyad-years"}, follow_redirects=False)
    assert started.status_code == 303
    address = started.headers["location"]
    assert _ended(client, address) == "done"
    frame = pl.read_csv(client.get(f"{address}/file").content)
    assert {"ccode1", "ccode2", "year", "reg_defense"} <= set(frame.columns)


def test_a_job_can_be_cancelled(client: TestClient) -> None:
    wanted = {"universe": "dyad-years", "first": "1816", "last": "2024", "kind": "csv", "directed": "true"}
    address = client.post("/data/panels", data=wanted, follow_redirects=False).headers["location"]
    assert client.post(f"{address}/cancel", follow_redirects=False).status_code == 303
    assert _ended(client, address) == "cancelled"
    assert client.get(f"{address}/file").status_code == 404


def test_a_panel_that_cannot_be_made_is_refused_at_once(client: TestClient) -> None:
    wanted = {"universe": "no-such-rows", "first": "1990", "last": "1992"}
    answer = client.post("/data/panels", data=wanted, headers={"accept": "application/json"})
    assert answer.status_code in {400, 404}
    assert answer.json()["kind"] == "error"


def test_a_job_that_is_not_there_is_not_found(client: TestClient) -> None:
    assert client.get("/data/jobs/nothing.json").status_code == 404
