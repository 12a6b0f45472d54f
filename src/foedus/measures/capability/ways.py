"""How a quantity is read: a column of a data set, a share of the world, one of the project's own figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from foedus.measures.capability.cinc import COMPONENTS, cinc, shares_of_year
from foedus.measures.capability.figures import bundled
from foedus.measures.capability.reading import Numbers, Question, Reading, read_rows, years_of_values
from foedus.panel.membership import System
from foedus.sources.extra import pl

Way = Callable[[Question], Reading]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table of state-years in the store; `factor` brings it into `unit`."""

    source: str
    table: str
    column: str
    unit: str
    factor: float = 1.0
    system: System = "cow"
    indicator: str = ""

    def rows(self, question: Question) -> tuple[pl.DataFrame, str]:
        """Return ``code``, ``year`` and ``value``, and the version they are of.

        Raises
        ------
        DataMissing
            If the store does not hold the table.
        """
        table, version = question.tables.table(self.source, self.table)
        if self.indicator:
            table = table.filter(pl.col("indicator") == self.indicator)
        code = "ccode" if self.system == "cow" else "gwcode"
        rows = table.select(
            pl.col(code).alias("code"), "year", (pl.col(self.column).cast(pl.Float64) * self.factor).alias("value")
        )
        return rows.drop_nulls(), version

    def __call__(self, question: Question) -> Reading:
        """Read it."""
        rows, version = self.rows(question)
        values, year = read_rows(rows, question.numbers(self.system), question.year)
        return Reading(self.unit, f"{self.source} {version}", values, years_of_values(values, year))


def ours(name: str, unit: str) -> Way:
    """Return what reads a figure that comes with the project."""

    def way(question: Question) -> Reading:
        held = [_figure(state, name) for state in question.states]
        values = np.array([np.nan if figure is None else figure[0] for figure in held])
        years = tuple(None if figure is None else figure[1] for figure in held)
        return Reading(unit, _publisher(), values, years, "latest year of each state", is_bundled=True)

    return way


def _figure(state: str, name: str) -> tuple[float, int] | None:
    held = bundled().get(state)
    figure = held.figures.get(name) if held else None
    return (figure.value, figure.year) if figure else None


def _publisher() -> str:
    publishers = dict.fromkeys(state.publisher for state in bundled().values())
    return "; ".join(f"{one.publisher}, {one.title} (figures that come with Foedus)" for one in publishers)


def our_expenditure(question: Question) -> Reading:
    """Return expenditure as the publisher's share of GDP, rounded to a tenth, of its GDP."""
    share, gdp = ours("expenditure_share", "")(question), ours("gdp", "")(question)
    values = share.values / 100 * gdp.values
    note = "worked out: share of GDP, rounded to a tenth of a per cent, by GDP, each of its latest year"
    return Reading("million US$", share.source, values, share.years, note, is_bundled=True)


def share_of_world(column: str) -> Way:
    """Return what reads CINC, or a component's share of the world, worked out from the components of all states."""

    def way(question: Question) -> Reading:
        table, version = question.tables.table("nmc", "state_years")
        parts = table.select(pl.col(COMPONENTS).cast(pl.Float64).fill_null(float("nan"))).to_numpy()
        years = table["year"].to_numpy()
        of_world = cinc(parts, years) if column == "cinc" else shares_of_year(parts, years)[:, COMPONENTS.index(column)]
        rows = table.select(pl.col("ccode").alias("code"), "year", pl.Series("value", of_world)).drop_nans()
        values, year = read_rows(rows, question.numbers("cow"), question.year)
        return Reading("share of the world, 0 to 1", f"nmc {version}", values, years_of_values(values, year))

    return way


def economic(measure: Callable[[Numbers, Numbers], Numbers], gdp: Way, people: Way, unit: str) -> Way:
    """Return what works a measure out from output in US$ and persons, both of one source."""

    def way(question: Question) -> Reading:
        output, population = gdp(question), people(question)
        values = measure(output.values * 1e6, population.values)
        note = "; ".join(filter(None, (f"from GDP in {output.unit}", output.note)))
        return Reading(unit, output.source, values, output.years, note, output.is_bundled)

    return way
