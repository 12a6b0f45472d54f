"""What can be measured of states, and where each quantity is read: data sets of the store in turn, else our figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from foedus._base.errors import BadInput, DataMissing, Fault
from foedus.measures.capability.cinc import COMPONENTS
from foedus.measures.capability.output import output_by_output_per_head, surplus_domestic_product
from foedus.measures.capability.platforms import DOMAINS
from foedus.measures.capability.reading import Question, Reading, lacking, preferred
from foedus.measures.capability.ways import Column, Way, economic, our_expenditure, ours, share_of_world

BUNDLED = "bundled"
"""The name of the project's own figures among the sources."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something that can be measured of a state.

    Attributes
    ----------
    title : str
        In a few words.
    heading : str
        Over a column.
    ways : mapping of str to callable
        How it is read, by the name of the source, the preferred one first.
    """

    name: str
    title: str
    heading: str
    ways: Mapping[str, Way]

    def read(self, question: Question, source: str = "") -> Reading:
        """Return the quantity from the preferred source that gives nearly all the states that any gives, or from one.

        The project's own figures are of the latest year and no answer to a question about a year.

        Raises
        ------
        DataMissing
            If no source has it for any of the states; the message names the data sets that might.
        BadInput
            If it cannot be read from that source.
        """
        found = self.find(question, source)
        if found is None:
            raise self.missing(question.year, source)
        return found

    def find(self, question: Question, source: str = "") -> Reading | None:
        """Return what `read` does, or None where no source has it.

        Raises
        ------
        BadInput
            If it cannot be read from that source.
        """
        if source and source not in self.ways:
            raise BadInput(Fault(f"{self.name} is not read from {source[:40]!r}", "--from", ", ".join(self.ways)))
        return preferred(self._readings(question, source), lambda reading: reading.known)

    def _readings(self, question: Question, source: str) -> Iterator[Reading]:
        for name, way in self.ways.items():
            if source not in {"", name} or (name == BUNDLED and question.year is not None):
                continue
            try:
                reading = way(question)
            except DataMissing:
                continue
            if not reading.is_empty:
                yield reading

    def missing(self, year: int | None, source: str = "") -> DataMissing:
        """Return that nothing has it, with the data sets that might have it for the year."""
        wanted = [name for name in self.ways if name != BUNDLED]
        return lacking(self.title, [(name,) for name in wanted if source in {"", BUNDLED, name}], year)


_GDP = "gdp-population"
_WB_GDP = Column("world-bank", "indicators", "value", "million US$", 1e-6, indicator="NY.GDP.MKTP.CD")
_WB_PEOPLE = Column("world-bank", "indicators", "value", "persons", indicator="SP.POP.TOTL")
_LONG_GDP = Column(_GDP, "gw_state_years", "pwtrgdp", "million US$ of 2011 at purchasing power", system="gw")
_LONG_PEOPLE = Column(_GDP, "gw_state_years", "pwtpop", "persons", 1e6, "gw")
_OUR_GDP, _OUR_PEOPLE = ours("gdp", "million US$"), ours("population", "persons")


def _quantity(name: str, title: str, heading: str, ways: Mapping[str, Way]) -> Quantity:
    return Quantity(name, title, heading, MappingProxyType(dict(ways)))


_TITLES = {
    "milex": "military expenditure",
    "milper": "military personnel",
    "irst": "iron and steel production",
    "pec": "primary energy consumption",
    "tpop": "total population",
    "upop": "urban population",
}

_HELD = (
    _quantity("cinc", "Composite Index of National Capability", "CINC", {"nmc": share_of_world("cinc")}),
    *(
        _quantity(name, f"share of the world's {_TITLES[name]}", _TITLES[name], {"nmc": share_of_world(name)})
        for name in COMPONENTS
    ),
    _quantity(
        "expenditure",
        "military expenditure",
        "expenditure",
        {
            "sipri": Column("sipri", "state_years", "current_usd", "million US$"),
            "nato-expenditure": Column("nato-expenditure", "state_years", "current_usd", "million US$"),
            "nmc": Column("nmc", "state_years", "milex", "million US$ (£ to 1913)", 1e-3),
            BUNDLED: our_expenditure,
        },
    ),
    _quantity(
        "personnel",
        "military personnel",
        "personnel",
        {
            "world-bank": Column("world-bank", "indicators", "value", "persons", indicator="MS.MIL.TOTL.P1"),
            "nato-expenditure": Column("nato-expenditure", "state_years", "personnel", "persons", 1e3),
            "nmc": Column("nmc", "state_years", "milper", "persons", 1e3),
            BUNDLED: ours("personnel", "persons on active duty"),
        },
    ),
    _quantity(
        "population",
        "population",
        "population",
        {
            "world-bank": _WB_PEOPLE,
            BUNDLED: _OUR_PEOPLE,
            "nmc": Column("nmc", "state_years", "tpop", "persons", 1e3),
            _GDP: _LONG_PEOPLE,
        },
    ),
    _quantity("gdp", "gross domestic product", "GDP", {"world-bank": _WB_GDP, BUNDLED: _OUR_GDP, _GDP: _LONG_GDP}),
    _quantity(
        "gdp-by-gdp-per-head",
        "GDP by GDP a head",
        "GDP × GDP a head",
        {
            _GDP: economic(output_by_output_per_head, _LONG_GDP, _LONG_PEOPLE, "US$ squared a person"),
            "world-bank": economic(output_by_output_per_head, _WB_GDP, _WB_PEOPLE, "US$ squared a person"),
            BUNDLED: economic(output_by_output_per_head, _OUR_GDP, _OUR_PEOPLE, "US$ squared a person"),
        },
    ),
    _quantity(
        "surplus-product",
        "surplus domestic product",
        "surplus product",
        {_GDP: economic(surplus_domestic_product, _LONG_GDP, _LONG_PEOPLE, "US$ of 2011 at purchasing power")},
    ),
    *(_quantity(name, one.title, one.heading, {"rdmc": one}) for name, one in DOMAINS.items()),
)

QUANTITIES: Mapping[str, Quantity] = MappingProxyType({one.name: one for one in _HELD})
"""Every quantity by its name."""
OVERVIEW = ("cinc", "expenditure", "personnel", "population", "gdp")
"""What is shown of each state when nothing in particular is asked."""


def quantity(name: str) -> Quantity:
    """Return the quantity of that name.

    Raises
    ------
    BadInput
        If there is none.
    """
    if name not in QUANTITIES:
        raise BadInput(
            Fault(f"nothing that can be measured is called {name[:40]!r}", "--measure", ", ".join(QUANTITIES))
        )
    return QUANTITIES[name]


def overview(question: Question, source: str = "") -> dict[str, Reading]:
    """Return what can be read of the quantities of an overview, by name.

    Raises
    ------
    DataMissing
        If none can be read.
    BadInput
        If none is read from that source.
    """
    asked = [QUANTITIES[name] for name in OVERVIEW if not source or source in QUANTITIES[name].ways]
    if not asked:
        allowed = dict.fromkeys(way for name in OVERVIEW for way in QUANTITIES[name].ways)
        raise BadInput(Fault(f"nothing is read from {source[:40]!r}", "--from", ", ".join(allowed)))
    found: dict[str, Reading] = {}
    missing: list[Fault] = []
    for one in asked:
        try:
            found[one.name] = one.read(question, source)
        except DataMissing as error:
            missing.extend(error.faults)
    if not found:
        raise DataMissing(missing)
    return found
