"""Panels as a chain: ``create`` says which rows, ``add`` what stands beside them; nothing is read before it is wanted.

Examples
--------
>>> from foedus.panel.panel import create
>>> panel = create("state-years", first=1950, last=1952)
>>> panel.frame().columns
['ccode', 'year']
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from foedus._base.dates import Day
from foedus._base.errors import BadInput, Fault
from foedus.panel.addition import Added, Addition, Chosen, Option, Shape
from foedus.panel.catalogue import HOMES, UNIVERSES, addition
from foedus.panel.export import as_arrow, as_pandas, check_names, write, writer_of
from foedus.panel.layout import Layout
from foedus.panel.made import Made
from foedus.panel.membership import Membership, System, membership
from foedus.panel.universes import dyad_years, kad_years, state_years
from foedus.panel.workspace import Workspace
from foedus.panel.years_of_units import alliance_years, dispute_years, member_years, state_days
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.sources.extra import pl
from foedus.sources.model import Source
from foedus.sources.registry import source
from foedus.sources.store import Store

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

FIRST_YEAR = 1816
"""The first year of both state systems."""

Tell = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Kads:
    """Which sets of states a panel of k-ads has.

    Attributes
    ----------
    k : int
        How many states a row has, 3 to 10.
    sample : int or None
        How many sets of each year to draw; all if None.
    seed : int
        Of the draw.
    """

    k: int = 3
    sample: int | None = None
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Universe:
    """Which rows a panel has.

    Attributes
    ----------
    name : str
        One of `foedus.panel.catalogue.UNIVERSES`.
    first, last : int
        The years, both included.
    """

    name: str
    first: int
    last: int
    system: System = "cow"
    is_directed: bool = False
    kads: Kads = Kads()

    @property
    def shape(self) -> Shape:
        """What its rows are like."""
        states = {"state-years": 1, "member-years": 1, "dyad-years": 2, "k-ads": self.kads.k}.get(self.name, 0)
        return Shape(states, self.is_directed, self.system)


@dataclass(frozen=True)
class Panel:
    """A plan of rows and of what stands beside them.

    Attributes
    ----------
    chosen : tuple of Chosen
        What is added, in order; the same twice counts once.
    wanted : mapping of str to str
        Versions of data sets that were asked for; otherwise the newest in the store is read.
    flags : tuple of str
        Columns that must be 1 for a row to stay.
    homes : mapping of str to str
        Where the additions that may be named live.
    """

    universe: Universe
    chosen: tuple[Chosen, ...] = ()
    wanted: Mapping[str, str] = field(default_factory=dict)
    flags: tuple[str, ...] = ()
    register: Register = field(default_factory=load_register, repr=False)
    store: Store = field(default_factory=Store.default, repr=False)
    homes: Mapping[str, str] = field(default_factory=lambda: HOMES, repr=False)

    def add(self, *names: str, **options: str | int) -> Panel:
        """Return the plan with more columns; which rows there are never changes by it.

        Parameters
        ----------
        *names : str
            Additions by name, with ``@VERSION`` of the data set where it matters: ``nmc@5.0``.
        **options : str or int
            Choices that the additions leave open: ``on="jan1"``, ``event="gmlmidonset"``; and ``keep="milex,cinc"`` for
            some columns of an addition only.

        Raises
        ------
        UnknownName
            If there is no addition of a name.
        BadInput
            If it makes no sense on these rows, needs a column that is not there, or has no such option.
        """
        panel = self
        for name in names:
            panel = panel._with(name, {key: str(value) for key, value in options.items()})
        return panel

    def lag(self, column: str, years: int = 1) -> Panel:
        """Return the plan with a column's value of the same unit so many calendar years before."""
        return self.add("lag", column=column, years=years)

    def lead(self, column: str, years: int = 1) -> Panel:
        """Return the plan with a column's value of the same unit so many calendar years after."""
        return self.add("lag", column=column, years=-years)

    def only(self, *flags: str) -> Panel:
        """Return the plan with only those rows for which flags are 1, once everything was worked out on all rows.

        Rows for which a flag is 0 or missing are left out; counts of years since an event have counted them.

        Raises
        ------
        BadInput
            If a column is not there or is no flag.
        """
        types = {column.name: column.type for column in self.columns}
        for flag in flags:
            if types.get(flag) != "flag":
                allowed = ", ".join(name for name, type_ in types.items() if type_ == "flag")
                remedy = "for prd, add contiguity, cow-majors and relevance" if flag == "prd" else "add what brings it"
                raise BadInput(Fault(f"{flag[:40]!r} is no flag of the panel", "only", allowed or "none yet", remedy))
        return replace(self, flags=tuple(dict.fromkeys((*self.flags, *flags))))

    def _with(self, name: str, options: Mapping[str, str]) -> Panel:
        base, _, version = name.partition("@")
        one = _fitting(addition(base, self.homes), self.universe)
        others = {key: value for key, value in options.items() if key != "keep"}
        chosen = _keeping(
            Chosen(one, _settled(one, others, self.column_names)), options.get("keep", ""), self.universe.shape
        )
        wanted = {**self.wanted, **_versioned(one, version, self.wanted)} if version else self.wanted
        if chosen in self.chosen:
            return replace(self, wanted=wanted)
        missing = [one for one in _needed(chosen) if one not in self.column_names]
        if missing:
            raise BadInput(_lacking(chosen.addition, missing))
        _check_new(chosen, self.columns, self.universe.shape)
        return replace(self, chosen=(*self.chosen, chosen), wanted=wanted)

    @property
    def columns(self) -> tuple[Added, ...]:
        """The columns besides the keys, as planned."""
        shape = self.universe.shape
        return tuple(column for chosen in self.chosen for column in chosen.brought(shape))

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, the year included."""
        return ("year", *(column.name for column in self.columns))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The published data sets that the plan reads."""
        names = dict.fromkeys(name for chosen in self.chosen for name in chosen.addition.sources)
        if self.universe.name == "dispute-years":
            names = dict.fromkeys(("gml-mid", *names))
        return tuple(source(name) for name in names)

    def collect(self, tell: Tell | None = None) -> Made:
        """Work the panel out.

        Parameters
        ----------
        tell : callable or None
            Told how far long work has come: what, how much of it, how much in all.

        Raises
        ------
        DataMissing
            If the store does not hold a data set; the message names the command that brings it.
        """
        if self.universe.name == "state-days":
            return Made(state_days(self.membership()), (), {}, self.register)
        layout, versions = self._layout()
        work = Workspace(layout, self.register, self.store, dict(self.wanted), tell or _silent, versions=versions)
        for chosen in self.chosen:
            found = chosen.addition.compute(work, chosen.options)
            work.columns.update((column.name, found[column.name]) for column in chosen.brought(self.universe.shape))
        frame = pl.DataFrame([*layout.keys.values(), *(layout.more or {}).values(), *work.columns.values()])
        kept = frame.filter(pl.col(flag) == 1 for flag in self.flags) if self.flags else frame
        return Made(kept, self.columns, dict(work.versions), self.register)

    def frame(self) -> pl.DataFrame:
        """Work the panel out as a Polars table."""
        return self.collect().frame

    def pandas(self) -> pd.DataFrame:
        """Work the panel out as a pandas table; needs the extra ``pandas``."""
        return as_pandas(self.collect())

    def arrow(self) -> pa.Table:
        """Work the panel out as an Arrow table; needs the extra ``pandas``."""
        return as_arrow(self.collect())

    def write(self, path: str | Path) -> Made:
        """Work the panel out and write it; the file's ending chooses the format (see `foedus.panel.export`)."""
        writer_of(Path(path))
        check_names(Path(path), self.column_names)
        made = self.collect()
        write(made, Path(path))
        return made

    def membership(self) -> Membership:
        """Return the states and years of its grid."""
        return membership(self.register, self.universe.system, self.universe.first, self.universe.last)

    def _layout(self) -> tuple[Layout, dict[str, str]]:
        """Return the rows, and the versions of the data sets that they are read from."""
        wanted, members = self.universe, self.membership()
        match wanted.name:
            case "state-years":
                return state_years(members), {}
            case "dyad-years":
                return dyad_years(members, directed=wanted.is_directed), {}
            case "alliance-years":
                return alliance_years(self.register, members), {}
            case "member-years":
                return member_years(self.register, members), {}
            case "dispute-years":
                version = self.wanted.get("gml-mid", "")
                disputes, entry = self.store.read_entry("gml-mid", "directed_dispute_years", version)
                return dispute_years(disputes, members), {"gml-mid": entry.version}
            case _:
                kads = wanted.kads
                return kad_years(members, kads.k, sample=kads.sample, seed=kads.seed), {}


def create(
    universe: str,
    *,
    first: int = FIRST_YEAR,
    last: int | None = None,
    system: System = "cow",
    directed: bool = False,
    kads: Kads = Kads(),
) -> Panel:
    """Return a panel of bare rows, to which columns may be added.

    Parameters
    ----------
    universe : str
        ``state-years``, ``dyad-years``, ``alliance-years``, ``member-years``, ``dispute-years``, ``state-days`` or
        ``k-ads``.
    first, last : int
        The years, both included; up to the register's cut-off if `last` is left out.
    system : {"cow", "gw"}
        The state system: Correlates of War, or Gleditsch and Ward.
    directed : bool
        For dyads: a row in each order.
    kads : Kads
        For k-ads: how many states, and which sets.

    Raises
    ------
    UnknownName
        If no universe has that name.
    BadInput
        If the years or the k-ads make no sense.
    """
    register = load_register()
    cutoff = Day.parse(register.edition.cutoff).year
    last = cutoff if last is None else last
    _check_universe(universe, first, last, cutoff)
    if system not in {"cow", "gw"}:
        raise BadInput(Fault(f"no state system is called {system!r}", "system", "cow, gw"))
    if directed and universe != "dyad-years":
        raise BadInput(Fault("only dyads can be directed", "directed", "dyad-years"))
    _check_kads(kads)
    return Panel(Universe(universe, first, last, system, directed, kads), register=register)


def _check_kads(kads: Kads) -> None:
    if not 3 <= kads.k <= 10:
        raise BadInput(Fault(f"{kads.k} states make no k-ad", "k", "3 to 10"))
    if kads.sample is not None and kads.sample < 1:
        raise BadInput(Fault(f"{kads.sample} is no size of a sample", "sample", "1 or more"))
    if kads.seed < 0:
        raise BadInput(Fault(f"{kads.seed} is no seed", "seed", "0 or more"))


def _check_universe(universe: str, first: int, last: int, cutoff: int) -> None:
    if universe not in UNIVERSES:
        raise BadInput(Fault(f"no universe is called {universe[:40]!r}", "UNIVERSE", ", ".join(UNIVERSES)))
    if not FIRST_YEAR <= first <= last <= cutoff:
        what = f"there are no years from {first} to {last}"
        raise BadInput(Fault(what, "--from, --to", f"{FIRST_YEAR} to {cutoff}, the earlier year first"))


def _silent(_what: str, _done: int, _all: int) -> None:
    """Tell nobody."""


def _fitting(one: Addition, universe: Universe) -> Addition:
    states = universe.shape.states
    fits = {"any": True, "states": states >= 1, "dyads": states == 2}[one.rows]
    if not fits or universe.name == "state-days":
        what = f"{one.name} cannot be added to {universe.name}"
        allowed = {"any": "every universe with years", "states": "rows with states", "dyads": "dyad-years"}[one.rows]
        raise BadInput(Fault(what, f"--add {one.name}", allowed))
    return one


def _settled(one: Addition, given: Mapping[str, str], there: Sequence[str]) -> dict[str, str]:
    """Return the options of an addition: those given, else as it has them."""
    known = {option.name: option for option in one.options}
    for name, value in given.items():
        if name not in known:
            allowed = ", ".join(known) or "none"
            raise BadInput(Fault(f"{one.name} has no option {name[:30]!r}", f"--add {one.name}", allowed))
        if known[name].allowed and value not in known[name].allowed:
            allowed = ", ".join(word or "nothing" for word in known[name].allowed)
            raise BadInput(Fault(f"{value[:40]!r} is no value of {name}", f"--add {one.name}", allowed))
    return {name: given[name] if name in given else _default(option, there) for name, option in known.items()}


def _default(option: Option, there: Sequence[str]) -> str:
    """Return what an option is if nobody says; one that names a column takes the first that is there."""
    return next((name for name in (option.default, *option.instead) if name in there), option.default)


def _keeping(chosen: Chosen, text: str, shape: Shape) -> Chosen:
    """Return an addition of which only the named columns are kept; all if none is named."""
    keep = tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
    unknown = [name for name in keep if not replace(chosen, keep=(name,)).brought(shape)]
    if unknown:
        allowed = ", ".join(column.name for column in chosen.brought(shape))
        raise BadInput(
            Fault(f"{chosen.addition.name} has no column {unknown[0][:40]!r}", "keep", allowed, "foedus panel --list")
        )
    return replace(chosen, keep=keep)


def _versioned(one: Addition, version: str, wanted: Mapping[str, str]) -> dict[str, str]:
    """Return the version of each data set that an addition reads; each may be asked for in one version only."""
    if not one.sources:
        raise BadInput(
            Fault(f"{one.name} reads no data set, so it has no versions", f"--add {one.name}@{version[:40]}")
        )
    for name in one.sources:
        held = wanted.get(name, version)
        if held != version:
            raise BadInput(Fault(f"{name} is asked for as {held} and as {version[:40]}", "--add", "one version"))
        if source(name).version(version) is None:
            allowed = ", ".join(held.id for held in source(name).versions)
            what = f"{name} has no version {version[:40]!r}"
            raise BadInput(Fault(what, f"--add {one.name}@{version[:40]}", allowed, f"foedus data info {name}"))
    return dict.fromkeys(one.sources, version)


def _needed(chosen: Chosen) -> tuple[str, ...]:
    return chosen.addition.needs(chosen.options) if chosen.addition.needs else ()


_BRINGERS: Mapping[str, str] = MappingProxyType(
    {
        "atop_": "atop",
        "conttype": "contiguity",
        "cowinter": "inter-state-war",
        "cowmaj": "cow-majors",
        "cowmid": "mid",
        "gmlmid": "gml-mid",
        "reg_": "alliances",
    }
)
"""Which addition brings the columns whose names begin so."""


def _lacking(one: Addition, missing: list[str]) -> Fault:
    columns = ", ".join(name for name in missing if name) or "(none named)"
    bringers = [
        f"{bringer} for {name}" for name in missing for start, bringer in _BRINGERS.items() if name.startswith(start)
    ]
    remedy = f"add what brings them first: {', '.join(bringers)}" if bringers else "foedus panel --list"
    what = f"{one.name} needs the column{'s' if len(missing) > 1 else ''} {columns}"
    return Fault(what, f"--add {one.name}", "columns that were added before", remedy)


def _check_new(chosen: Chosen, before: tuple[Added, ...], shape: Shape) -> None:
    held = {column.name for column in before}
    new = [column.name for column in chosen.brought(shape)]
    twice = [name for name in new if name in held]
    if twice:
        what = f"{chosen.addition.name} would bring {', '.join(twice[:5])} a second time, with other options"
        raise BadInput(Fault(what, f"--add {chosen.addition.name}", "each column once"))
