"""Panels as views: a name, what a row is, and the plan that lays it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from foedus.panel.addition import Shape
from foedus.panel.additions.alliances import ALLIANCES
from foedus.panel.membership import System
from foedus.panel.panel import create
from foedus.panel.sql.view import Column, View
from foedus.panel.universes import number_name
from foedus.register.register import Register
from foedus.sources.extra import pl

_SYSTEMS: Mapping[System, str] = {"cow": "Correlates of War", "gw": "Gleditsch–Ward"}
_PREFIXES: Mapping[System, str] = {"cow": "", "gw": "gw_"}
_YEAR = Column("year", "BIGINT", "the year, from 1816 to that of the register's cut-off")


@dataclass(frozen=True, slots=True)
class PanelView:
    """A panel that a query may name.

    Attributes
    ----------
    with_pledges : bool
        The register's pledges stand beside the keys.
    """

    view: View
    universe: str
    system: System
    is_directed: bool = False
    with_pledges: bool = False

    def make(self, register: Register) -> pl.DataFrame:
        """Lay it out, as ``foedus panel`` does."""
        panel = replace(create(self.universe, system=self.system, directed=self.is_directed), register=register)
        return (panel.add(ALLIANCES.name) if self.with_pledges else panel).frame()


def _number(system: System, place: str = "", whose: str = "the state") -> Column:
    return Column(f"{number_name(system)}{place}", "BIGINT", f"{_SYSTEMS[system]} number of {whose}")


def _states(system: System, prefix: str) -> PanelView:
    keys = (_number(system), _YEAR)
    meaning = f"A state of the {_SYSTEMS[system]} system and a year of its membership"
    return PanelView(View(f"{prefix}state_years", "panel", meaning, keys, _names(keys)), "state-years", system)


def _dyads(system: System, prefix: str, *, is_directed: bool, with_pledges: bool) -> PanelView:
    keys = (_number(system, "1", "the first state"), _number(system, "2", "the second"), _YEAR)
    order = "in both orders" if is_directed else "the lower number first"
    meaning = f"Two states of the {_SYSTEMS[system]} system, {order}, and a year in which both were members on some day"
    if with_pledges:
        meaning += ", with the pledges of the register: 1 a treaty binds, 0 covered and none does, null not covered"
    columns = (*keys, *(_pledges(is_directed=is_directed) if with_pledges else ()))
    name = f"{prefix}{'directed_' if is_directed else ''}{'dyad_year_pledges' if with_pledges else 'dyad_years'}"
    view = View(name, "panel", meaning, columns, _names(keys))
    return PanelView(view, "dyad-years", system, is_directed, with_pledges)


def _pledges(*, is_directed: bool) -> Iterator[Column]:
    for one in ALLIANCES.columns({}, Shape(2, is_directed)):
        yield Column(one.name, "TINYINT", one.meaning, one.unit)


def _names(columns: tuple[Column, ...]) -> tuple[str, ...]:
    return tuple(column.name for column in columns)


def _of_treaties() -> Iterator[PanelView]:
    treaty = Column("treaty", "VARCHAR", "id of the treaty")
    alliance = (treaty, _YEAR)
    meaning = "A treaty of the register and a year in which it may have been in force"
    yield PanelView(View("alliance_years", "panel", meaning, alliance, _names(alliance)), "alliance-years", "cow")
    member = (treaty, _number("cow", whose="the party"), _YEAR)
    meaning = "A treaty of the register, a party and a year in which it may have been bound"
    yield PanelView(View("member_years", "panel", meaning, member, _names(member)), "member-years", "cow")


def _all() -> Iterator[PanelView]:
    for system, prefix in _PREFIXES.items():
        yield _states(system, prefix)
        for with_pledges in (False, True):
            for is_directed in (False, True):
                yield _dyads(system, prefix, is_directed=is_directed, with_pledges=with_pledges)
    yield from _of_treaties()


PANELS: Mapping[str, PanelView] = MappingProxyType({panel.view.name: panel for panel in _all()})
