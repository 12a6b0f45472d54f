"""The JSON Schemas the project publishes: files a person writes, and answers a program reads."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from foedus.catalogue import (
    answers,
    arrangement_answers,
    assessment_answers,
    burden_answers,
    capability_answers,
    comparison_answers,
    concordance_answers,
    data_answers,
    decision_answers,
    influence_answers,
    laboratory_answers,
    measure_answers,
    model_answers,
    operation_answers,
    panel_answers,
    projection_answers,
    register_answers,
    similarity_answers,
    sql_answers,
    sweep_answers,
    system_answers,
    typology_answers,
)
from foedus.measures.capability.figures_file import FiguresFile
from foedus.measures.concordance.excuses import ExcusesIn
from foedus.measures.concordance.sheet import SheetIn
from foedus.measures.system.arms_series import ArmsIn
from foedus.obligations.casebook import CaseIn
from foedus.obligations.contingency_schema import ContingencyIn
from foedus.register.actor_schema import ActorsFile, ClassesFile
from foedus.register.nuclear_schema import NuclearFile
from foedus.register.operation_schema import OperationIn
from foedus.register.organ_schema import OrgansFile, StructuresFile
from foedus.register.place_schema import AreasFile, DisputedFile
from foedus.register.schema import TreatyIn
from foedus.register.stationing_schema import StationedFile
from foedus.register.suppose import SuppositionsIn

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS: dict[str, type[BaseModel]] = {
    "contingency": ContingencyIn,
    "case": CaseIn,
    "suppositions": SuppositionsIn,
    "treaty": TreatyIn,
    "operation": OperationIn,
    "actors": ActorsFile,
    "classes": ClassesFile,
    "areas": AreasFile,
    "disputed": DisputedFile,
    "organs": OrgansFile,
    "structures": StructuresFile,
    "nuclear": NuclearFile,
    "stationed": StationedFile,
    "obligations-answer": answers.ObligationsAnswer,
    "assessment-answer": assessment_answers.AssessmentAnswer,
    "comparison-answer": comparison_answers.ComparisonAnswer,
    "cascade-answer": answers.CascadeAnswer,
    "guarantees-answer": answers.GuaranteesAnswer,
    "guarantees-changes-answer": answers.GuaranteeChangesAnswer,
    "sweep-answer": sweep_answers.SweepAnswer,
    "casebook-answer": answers.CasebookAnswer,
    "clause-test-answer": laboratory_answers.ClauseTestAnswer,
    "treaties-answer": register_answers.TreatiesAnswer,
    "treaty-answer": register_answers.TreatyAnswer,
    "timeline-answer": register_answers.TimelineAnswer,
    "operations-answer": operation_answers.OperationsAnswer,
    "operation-answer": operation_answers.OperationAnswer,
    "alliance-answer": arrangement_answers.AllianceAnswer,
    "alliances-answer": arrangement_answers.AlliancesAnswer,
    "state-answer": arrangement_answers.StateAnswer,
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
    "measures-answer": measure_answers.MeasuresAnswer,
    "measure-answer": measure_answers.MeasureAnswer,
    "capability-answer": capability_answers.CapabilityAnswer,
    "capability-years-answer": capability_answers.CapabilityYearsAnswer,
    "figures": FiguresFile,
    "burden-answer": burden_answers.BurdenAnswer,
    "burden-years-answer": burden_answers.BurdenYearsAnswer,
    "decision-answer": decision_answers.DecisionAnswer,
    "distance-answer": projection_answers.DistanceAnswer,
    "boundary-answer": projection_answers.BoundaryAnswer,
    "distance-discount-answer": projection_answers.DiscountAnswer,
    "deliverable-answer": projection_answers.DeliverableAnswer,
    "reach-answer": projection_answers.ReachAnswer,
    "power-answer": influence_answers.PowerAnswer,
    "voting-bodies-answer": influence_answers.BodiesAnswer,
    "centrality-answer": influence_answers.CentralityAnswer,
    "brokers-answer": influence_answers.BrokersAnswer,
    "key-players-answer": influence_answers.PlayersAnswer,
    "arms": ArmsIn,
    "similarity-answer": similarity_answers.SimilarityAnswer,
    "system-answer": system_answers.SystemAnswer,
    "arms-race-answer": system_answers.ArmsRaceAnswer,
    "war-sizes-answer": system_answers.WarSizesAnswer,
    "association-answer": system_answers.AssociationAnswer,
    "balance-of-power-answer": system_answers.BalanceOfPowerAnswer,
    "interoperability-answer": typology_answers.InteroperabilityAnswer,
    "typology-answer": typology_answers.TypologyAnswer,
    "models-answer": model_answers.ModelsAnswer,
    "model-answer": model_answers.ModelAnswer,
    "sql-answer": sql_answers.SqlAnswer,
    "sql-tables-answer": sql_answers.SqlTablesAnswer,
    "sql-table-answer": sql_answers.SqlTableAnswer,
    "sql-export-answer": sql_answers.SqlExportAnswer,
}


def json_schema(name: str) -> dict[str, Any]:
    """Return a schema by its name."""
    schema = SCHEMAS[name].model_json_schema(by_alias=True)
    return {"$schema": DIALECT, **schema}
