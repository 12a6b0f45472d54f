"""The commands of the command line: where each lives, and what it does in a line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """A command, imported only when it is run.

    Attributes
    ----------
    home : str
        ``module:name`` of the Typer application that holds it.
    """

    name: str
    home: str
    summary: str


COMMANDS: tuple[Command, ...] = (
    Command("assess", "foedus.cli.assess:app", "Who must act, who may, and why not the others: the main job."),
    Command("compare", "foedus.cli.compare:app", "Two contingencies, or two set-ups of alliances, side by side."),
    Command("obligations", "foedus.cli.obligations:app", "The legal part alone; --explain and --json give every test."),
    Command("cascade", "foedus.cli.cascade:app", "Follow it through as allies come in: a legal bound, not a forecast."),
    Command("guarantees", "foedus.cli.guarantees:app", "Who would owe what if any state attacked any other on a day."),
    Command("sweep", "foedus.cli.sweep:app", "A row for every attack of a grid of days, attackers and targets."),
    Command("casebook", "foedus.cli.casebook:app", "Put worked cases to the engine and print what disagrees."),
    Command("clause", "foedus.cli.clause:app", "Test a treaty text on worked cases and a grid, beside another."),
    Command("treaty", "foedus.cli.treaty:app", "List and show treaties, clause by clause."),
    Command("alliance", "foedus.cli.alliance:app", "What alliances are made of beside clauses, on a day."),
    Command("operation", "foedus.cli.operation:app", "List and show coalitions and operations: who, by what mandate."),
    Command("state", "foedus.cli.state:app", "List and show states and other actors, on a date."),
    Command("register", "foedus.cli.register:app", "Check the register's files and count what is known."),
    Command("data", "foedus.cli.data:app", "Bring published data sets into the local store; list and cite them."),
    Command("panel", "foedus.cli.panel:app", "State-, dyad- and alliance-years with data beside them, as a file."),
    Command(
        "sql", "foedus.cli.sql:app", "Ask register, data and panels in SQL that only reads; hand all on as DuckDB."
    ),
    Command("measures", "foedus.cli.measures.group:app", "Capability, distance, influence, burdens, the system."),
    Command("decision", "foedus.cli.decision:app", "How long an alliance takes to decide, at paces you set."),
    Command("chart", "foedus.cli.charts.group:app", "Timelines, maps, networks, matrices: pictures of the register."),
    Command("models", "foedus.cli.models:app", "Fitted models: their cards, their scores, and fitting them again."),
    Command("serve", "foedus.web.command:app", "The workbench: a local site to see it, ask it and share it."),
    Command("schema", "foedus.cli.schema:app", "Print or write the JSON Schemas of the files and answers."),
    Command("demo", "foedus.cli.demo:app", "Assess a bundled contingency, with nothing to download."),
)
