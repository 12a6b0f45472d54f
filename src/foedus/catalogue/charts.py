"""Every kind of chart, as lazy references: what draws it, and a command that shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from foedus._base.errors import Fault, UnknownName
from foedus.catalogue.commands import Command

if TYPE_CHECKING:
    from foedus.report.charts.chart import Chart


@dataclass(frozen=True, slots=True)
class ChartKind:
    """A kind of chart.

    Attributes
    ----------
    name : str
        As the gallery calls it and its picture.
    summary : str
        What it shows.
    home : str
        ``module:name`` of the function that makes it.
    command : str
        A command line that draws one, without the option that names the file.
    """

    name: str
    summary: str
    home: str
    command: str

    @property
    def option(self) -> str:
        """The option of the command that names a PNG file."""
        return "-o" if self.command.startswith("foedus chart ") else "--png"


_ROOM = "foedus.report.charts"
_CASES = "src/foedus/examples"


def _query(kind: str, select: str, more: str) -> str:
    return f'foedus chart query "{select}" --as {kind} {more}'


CHARTS: tuple[ChartKind, ...] = (
    ChartKind(
        "parties",
        "Who was bound by a treaty when: who joined, and who left and how.",
        f"{_ROOM}.histories:parties_over_time",
        "foedus chart timeline --treaty nato",
    ),
    ChartKind(
        "timeline",
        "Treaties over the years, of a state, a family or a search, by their strongest pledge.",
        f"{_ROOM}.histories:treaties_over_time",
        "foedus chart timeline --state France --from 1871 --to 1914",
    ),
    ChartKind(
        "map",
        "The pacts of a day, each state at its capital of that day, without borders.",
        f"{_ROOM}.pact_map:pact_map",
        "foedus chart map --on 1955-06-15",
    ),
    ChartKind(
        "area-map",
        "A treaty's parties and the areas its clauses draw.",
        f"{_ROOM}.pact_map:treaty_map",
        "foedus treaty show nato --on 1955-06-15",
    ),
    ChartKind(
        "network",
        "The pacts of a day as a network: pacts of three or more are hubs.",
        f"{_ROOM}.pact_network:pact_network",
        "foedus chart network --on 1955-06-15",
    ),
    ChartKind(
        "ego-network",
        "One state's pacts, its partners, and the ties among them.",
        f"{_ROOM}.pact_network:state_network",
        "foedus state show 'United Kingdom' --on 1955-06-15",
    ),
    ChartKind(
        "pledge-matrix",
        "Who owes what to whom on a day, ordered by bloc.",
        f"{_ROOM}.pledge_matrix:pledge_matrix",
        "foedus chart matrix --region europe --on 1914-07-28",
    ),
    ChartKind(
        "trace",
        "Why a duty is due or is not: every test, with its outcome.",
        f"{_ROOM}.trace:leading_trace",
        f"foedus obligations {_CASES}/falklands-1982.yaml --explain 'United States' tiar",
    ),
    ChartKind(
        "cascade",
        "A chain of alliances, round by round: a legal bound, not a forecast.",
        f"{_ROOM}.chain:chain",
        f"foedus cascade {_CASES}/july-1914.yaml --mode as-entered",
    ),
    ChartKind(
        "bars",
        "Values side by side, with intervals where there are any; what is missing says so.",
        f"{_ROOM}.bars:bars",
        _query(
            "bars",
            "SELECT replace(obligation, '_', ' ') AS label, count(*) AS value FROM clauses GROUP BY 1 ORDER BY 2 DESC",
            "--title 'Clauses of the register by kind of duty' --unit clauses",
        ),
    ),
    ChartKind(
        "series",
        "Values year by year; a gap stays a gap, a band shows an interval.",
        f"{_ROOM}.series:series",
        _query(
            "series",
            "SELECT year(signed) // 10 * 10 AS year, count(*) AS value FROM treaties "
            "WHERE signed >= DATE '1810-01-01' GROUP BY 1",
            "--title 'Treaties of the register signed in each decade' --unit treaties "
            "--note 'Before 1945 the register holds a choice of treaties'",
        ),
    ),
    ChartKind(
        "scatter",
        "Two values of each thing, named where there is room.",
        f"{_ROOM}.scatter:scatter",
        _query(
            "scatter",
            "SELECT treaty AS label, count(DISTINCT actor) AS x, any_value(c.n) AS y FROM parties JOIN "
            "(SELECT treaty, count(*) AS n FROM clauses GROUP BY 1) c USING (treaty) "
            "GROUP BY 1 HAVING x BETWEEN 8 AND 100",
            "--title 'Large pacts: parties and clauses' --unit clauses --across 'states that ever were parties'",
        ),
    ),
    ChartKind(
        "matrix",
        "A value for each pair of a row and a column; a missing one is crossed out.",
        f"{_ROOM}.matrix:matrix",
        _query(
            "matrix",
            "SELECT obligation AS row, replace(strength, '_', ' ') AS col, count(*) AS value "
            "FROM clauses GROUP BY 1, 2 ORDER BY 1, 2",
            "--title 'Clauses of the register by kind of duty and strength' --unit clauses",
        ),
    ),
    ChartKind(
        "histogram",
        "How values are spread, in steps of one width.",
        f"{_ROOM}.distribution:histogram",
        _query(
            "histogram",
            "SELECT date_diff('year', in_force, ended) AS value FROM treaties WHERE ended IS NOT NULL",
            "--title 'How long treaties lasted' --unit years",
        ),
    ),
    ChartKind(
        "ecdf",
        "The share of cases at or below each value, group by group.",
        f"{_ROOM}.distribution:ecdf",
        _query(
            "ecdf",
            "SELECT date_diff('year', in_force, ended) AS value, "
            "CASE WHEN signed < DATE '1919-01-01' THEN 'signed before 1919' ELSE 'signed since' END AS kind "
            "FROM treaties WHERE ended IS NOT NULL ORDER BY 2",
            "--title 'How long treaties lasted' --unit years",
        ),
    ),
)

CHART_COMMANDS: tuple[Command, ...] = (
    Command("timeline", "foedus.cli.charts.timeline:app", "Treaties over the years, or the parties of one."),
    Command("map", "foedus.cli.charts.pacts:map_app", "The pacts of a day on a map, or a treaty with its areas."),
    Command("network", "foedus.cli.charts.pacts:network_app", "The pacts of a day as a network, or those of a state."),
    Command("matrix", "foedus.cli.charts.pacts:matrix_app", "Who owes what to whom on a day, ordered by bloc."),
    Command("query", "foedus.cli.charts.query:app", "A chart of what a query in SQL selects."),
    Command("list", "foedus.cli.charts.listing:app", "List the kinds of charts; write the gallery and its pictures."),
)
"""The commands under ``foedus chart``."""


def chart_kind(name: str) -> ChartKind:
    """Return the kind of chart of that name.

    Raises
    ------
    UnknownName
        If there is none.
    """
    held = {one.name: one for one in CHARTS}
    if name not in held:
        raise UnknownName(Fault(f"no kind of chart is called {name[:60]!r}", "KIND", ", ".join(held)))
    return held[name]


def maker(name: str) -> Callable[..., Chart]:
    """Return the function that makes a kind of chart; only now is it imported."""
    module, _, attribute = chart_kind(name).home.partition(":")
    made: Callable[..., Chart] = getattr(import_module(module), attribute)
    return made
