"""The JSON Schemas the project publishes: files a person writes, and answers a program reads."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from foedus.catalogue import (
    answers,
    concordance_answers,
    data_answers,
    laboratory_answers,
    panel_answers,
    register_answers,
)
from foedus.measures.excuses import ExcusesIn
from foedus.measures.sheet import SheetIn
from foedus.obligations.casebook import CaseIn
from foedus.obligations.contingency_schema import ContingencyIn
from foedus.register.actor_schema import ActorsFile, ClassesFile
from foedus.register.place_schema import AreasFile, DisputedFile
from foedus.register.schema import TreatyIn
from foedus.register.suppose import SuppositionsIn

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS: dict[str, type[BaseModel]] = {
    "contingency": ContingencyIn,
    "case": CaseIn,
    "suppositions": SuppositionsIn,
    "treaty": TreatyIn,
    "actors": ActorsFile,
    "classes": ClassesFile,
    "areas": AreasFile,
    "disputed": DisputedFile,
    "obligations-answer": answers.ObligationsAnswer,
    "assessment-answer": answers.AssessmentAnswer,
    "cascade-answer": answers.CascadeAnswer,
    "guarantees-answer": answers.GuaranteesAnswer,
    "guarantees-changes-answer": answers.GuaranteeChangesAnswer,
    "casebook-answer": answers.CasebookAnswer,
    "clause-test-answer": laboratory_answers.ClauseTestAnswer,
    "treaties-answer": register_answers.TreatiesAnswer,
    "treaty-answer": register_answers.TreatyAnswer,
    "timeline-answer": register_answers.TimelineAnswer,
    "state-answer": register_answers.StateAnswer,
    "states-answer": register_answers.StatesAnswer,
    "check-answer": register_answers.CheckAnswer,
    "register-diff-answer": register_answers.RegisterDiffAnswer,
    "concordance-answer": concordance_answers.ConcordanceAnswer,
    "reader-sheet": SheetIn,
    "excuses": ExcusesIn,
    "data-sets-answer": data_answers.DataSetsAnswer,
    "data-set-answer": data_answers.DataSetAnswer,
    "citation-answer": data_answers.CitationAnswer,
    "data-changed-answer": data_answers.DataChangedAnswer,
    "panel-answer": panel_answers.PanelAnswer,
    "panel-additions-answer": panel_answers.PanelAdditionsAnswer,
}


def json_schema(name: str) -> dict[str, Any]:
    """Return a schema by its name."""
    schema = SCHEMAS[name].model_json_schema(by_alias=True)
    return {"$schema": DIALECT, **schema}
