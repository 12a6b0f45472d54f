"""The index as columns of dyad-years: as on 31 December, with all that happened in the year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.measures.interoperability.data import kinds_of_states, years_of_pairs
from foedus.measures.interoperability.index import HALF_LIFE, HALVES, Part, Settings, decayed, index, saturated
from foedus.measures.interoperability.links import (
    Link,
    operation_links,
    presence_links,
    structure_links,
    treaty_links,
)
from foedus.measures.interoperability.pairs import DAYS_OF_YEAR, is_covered
from foedus.measures.typology.world import World
from foedus.panel.addition import Added, Addition, Option, Options, fixed
from foedus.panel.columns import masked
from foedus.panel.membership import Codes
from foedus.panel.workspace import Workspace
from foedus.register.arrangements import load_arrangements
from foedus.sources.extra import pl
from foedus.sources.raw import heading_key
from foedus.sources.sets.rdmc_kinds import KINDS

Floats = NDArray[np.float64]
_OF_REGISTER: tuple[Part, ...] = ("treaties", "structures", "stationed", "operations")
_COLUMNS = (
    Added("interop", "number", "index of what the two share to work together with", "0 to 1"),
    Added("interop_known", "number", "share of the weight of the parts that are known", "0 to 1"),
    Added("interop_treaties", "number", "part: common treaties", "0 to 1"),
    Added("interop_structures", "number", "part: common structures and bodies", "0 to 1"),
    Added("interop_stationed", "number", "part: forces of one with the other, by agreement", "0 to 1"),
    Added("interop_operations", "number", "part: operations with both, decayed by age", "0 to 1"),
    Added("interop_exercises", "number", "part: exercises with both, decayed by age", "0 to 1"),
    Added("interop_equipment", "number", "part: kinds of weapons in common", "0 to 1"),
)


def _compute(work: Workspace, options: Options) -> Mapping[str, pl.Series]:
    half_life = _half_life(options["half_life"])
    parts = _by_register(work, half_life)
    if options["exercises"] != "none":
        parts["exercises"] = _exercises(work, options["exercises"], half_life)
    if options["equipment"] != "none":
        parts["equipment"] = _equipment(work)
    value, known = index(parts)
    nothing = np.full(len(work.layout), np.nan)
    found = {"interop": value, "interop_known": known}
    found |= {
        column.name: parts.get(column.name.removeprefix("interop_"), nothing)  # type: ignore[call-overload]
        for column in _COLUMNS[2:]
    }
    return {name: masked(values, ~np.isnan(values), name) for name, values in found.items()}


def _half_life(text: str) -> float:
    try:
        return Settings(half_life=float(text)).half_life
    except ValueError as error:
        raise BadInput(Fault(f"{text[:20]!r} is no number of years", "half_life", "more than 0")) from error


# --- by the register --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class _Grid:
    """Sums over ordered pairs and years, on 31 December of each; filled in both orders."""

    work: Workspace
    cells: Floats

    @property
    def last_days(self) -> Codes:
        """The day number of each 31 December, shape (years,)."""
        return self.work.membership.new_years[1:] - 1

    def add(self, link: Link, years: slice, weights: Floats | float) -> None:
        """Add to the cells of a pair in some years."""
        states, count = self.work.membership.size
        places = [self.work.numbers.place.get(state) for state in link.pair]
        if places[0] is None or places[1] is None or years.stop <= years.start:
            return
        one, other = places[0][years], places[1][years]
        here = (one >= 0) & (other >= 0)
        when = np.arange(years.start, years.stop)
        held = np.broadcast_to(weights, when.shape)[here]
        for first, second in ((one, other), (other, one)):
            self.cells[((first * states + second) * count + when)[here]] += held

    def add_while(self, links: Iterable[Link]) -> None:
        """Add links in the years on whose last day they hold."""
        for link in links:
            start = np.searchsorted(self.last_days, link.first, side="left")
            stop = np.searchsorted(self.last_days, link.last, side="right")
            self.add(link, slice(int(start), int(stop)), link.weight)

    def add_ever_since(self, links: Iterable[Link], half_life: float) -> None:
        """Add links from the year in which they begin, decayed from when they end."""
        for link in links:
            start = int(np.searchsorted(self.last_days, link.first, side="left"))
            years = slice(start, len(self.last_days))
            age = (self.last_days[years] - link.last) / DAYS_OF_YEAR
            self.add(link, years, link.weight * decayed(age, half_life))


def _by_register(work: Workspace, half_life: float) -> dict[Part, Floats]:
    """Return the parts on the rows; NaN where nothing is on record, save for treaties where the register holds all."""
    world = World(work.register, load_arrangements())
    states, years = work.membership.size
    parts: dict[Part, Floats] = {}
    for name in _OF_REGISTER:
        grid = _Grid(work, np.zeros(states * states * years))
        _fill(name, grid, world, half_life)
        count = grid.cells[work.layout.pairs]
        unknown = (count == 0) & ~(_covered(work) if name == "treaties" else np.zeros(len(count), np.bool_))
        parts[name] = np.where(unknown, np.nan, saturated(count, HALVES[name]))
    return parts


def _fill(name: Part, grid: _Grid, world: World, half_life: float) -> None:
    register = world.register
    match name:
        case "treaties":
            grid.add_while(treaty_links(register.treaties.values(), world))
        case "structures":
            for last in grid.last_days.tolist():
                grid.add_while(structure_links(world, Day.from_number(last)))
        case "stationed":
            grid.add_while(presence_links(world.arrangements.presences if world.arrangements else ()))
        case _:
            grid.add_ever_since(operation_links(register.operations.values()), half_life)


def _covered(work: Workspace) -> NDArray[np.bool_]:
    edition = work.register.edition
    last_days = work.membership.new_years[1:] - 1
    of_year = np.array([is_covered(edition, Day.from_number(day)) for day in last_days.tolist()])
    covered: NDArray[np.bool_] = of_year[work.layout.year]
    return covered


# --- by data ----------------------------------------------------------------------------------------------------------


def _exercises(work: Workspace, name: str, half_life: float) -> Floats:
    """Return the part on the rows: 0 where the data look and find none, NaN outside their years."""
    pairs = years_of_pairs(work.table(name, "participants"))
    first, last = work.coverage(name)
    years = np.arange(first, last + 1)
    ages = years - years[:, np.newaxis]
    left = np.where(ages >= 0, decayed(ages, half_life), 0.0)
    held = np.zeros((len(pairs), len(years)))
    for row, when in zip(held, pairs.values(), strict=True):
        np.add.at(row, [year - first for year in when if first <= year <= last], 1.0)
    values = saturated(held @ left, HALVES["exercises"]).ravel()
    numbers = np.array(list(pairs), np.int64).reshape(-1, 2).repeat(len(years), axis=0)
    table = _table(numbers[:, 0], numbers[:, 1], np.tile(years, len(pairs)), values)
    return _on_rows(work, table, (first, last), zeros=("value",))


def _equipment(work: Workspace) -> Floats:
    kinds = [heading_key(kind) for kind in KINDS]
    held = kinds_of_states(work.table("rdmc", "state_years"), kinds)
    by_year: dict[int, dict[int, list[int]]] = defaultdict(dict)
    place = {name: at for at, name in enumerate(kinds)}
    for (state, year), names in held.items():
        by_year[year][state] = [place[name] for name in names]
    table = pl.concat([_alike(states, year, len(kinds)) for year, states in sorted(by_year.items())])
    return _on_rows(work, table, work.coverage("rdmc"))


def _alike(states: Mapping[int, list[int]], year: int, kinds: int) -> pl.DataFrame:
    """Return, for each pair of states of a year, the share of the kinds either has that both have."""
    numbers = np.array(sorted(states))
    has = np.zeros((len(numbers), kinds))
    for row, number in zip(has, numbers.tolist(), strict=True):
        row[states[number]] = 1
    both = has @ has.T
    either = has.sum(axis=1)[:, np.newaxis] + has.sum(axis=1) - both
    share = np.divide(both, either, out=np.full(both.shape, np.nan), where=either > 0)
    one, other = np.triu_indices(len(numbers), 1)
    return _table(numbers[one], numbers[other], np.full(len(one), year), share[one, other])


def _table(
    ones: NDArray[np.int64], others: NDArray[np.int64], years: NDArray[np.int64], values: Floats
) -> pl.DataFrame:
    """Return a table of ordered pairs and years, each pair in both orders."""
    return pl.DataFrame(
        {
            "ccode1": np.concatenate([ones, others]),
            "ccode2": np.concatenate([others, ones]),
            "year": np.concatenate([years, years]),
            "value": np.concatenate([values, values]),
        }
    )


def _on_rows(work: Workspace, table: pl.DataFrame, years: tuple[int, int], zeros: Sequence[str] = ()) -> Floats:
    column = work.of_pairs(table, ["value"], years, zeros)["value"]
    found: Floats = column.cast(pl.Float64).fill_null(float("nan")).to_numpy()
    return found


INTEROPERABILITY = Addition(
    name="interoperability",
    summary="What two states share to work together with, part by part (the register's own; exercises, equipment)",
    columns=fixed(*_COLUMNS),
    compute=_compute,
    rows="dyads",
    options=(
        Option("exercises", "none", "which list of exercises counts", ("none", "mme", "jme")),
        Option("equipment", "none", "whose kinds of weapons count", ("none", "rdmc")),
        Option("half_life", f"{HALF_LIFE:g}", "years after which an operation or exercise counts for half"),
    ),
)
