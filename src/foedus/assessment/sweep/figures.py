"""The capabilities of every state of a day, read once; rows are reckoned from them wherever they are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from types import MappingProxyType

import numpy as np

from foedus._base.dates import Day
from foedus._base.errors import DataMissing, ExtraMissing, Fault
from foedus.assessment.lens import NAMES
from foedus.measures.capability.quantities import BUNDLED, QUANTITIES, Quantity
from foedus.measures.capability.reading import Question, Reading, Tables
from foedus.register.register import Register


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """What every source says of the states of a day.

    Attributes
    ----------
    states : tuple of str
        Actors that existed on the day.
    readings : mapping of str to mapping of str to Reading
        By quantity and source; each has a value for every state, in their order.
    """

    states: tuple[str, ...]
    readings: Mapping[str, Mapping[str, Reading]]

    @property
    def quantities(self) -> Mapping[str, Quantity]:
        """The quantities, each read from what is held."""
        at = {state: number for number, state in enumerate(self.states)}
        return MappingProxyType(
            {
                name: replace(QUANTITIES[name], ways={way: _Held(at, reading) for way, reading in ways.items()})
                for name, ways in self.readings.items()
            }
        )

    @property
    def mark(self) -> str:
        """A hash that is equal where the figures are."""
        told = sha256("\n".join(self.states).encode())
        for name, ways in self.readings.items():
            for way, reading in ways.items():
                told.update(f"{name}:{way}:{reading.unit}:{reading.source}:{reading.years}".encode())
                told.update(reading.values.tobytes())
        return told.hexdigest()


@dataclass(frozen=True, slots=True)
class _Held:
    """A way to read what is held."""

    at: Mapping[str, int]
    reading: Reading

    def __call__(self, question: Question) -> Reading:
        """Return the values of the states that are asked about.

        Raises
        ------
        DataMissing
            If one of them is not of the day.
        """
        try:
            places = [self.at[state] for state in question.states]
        except KeyError as error:
            raise DataMissing(Fault(f"no figures of {error.args[0]} are held")) from error
        years = tuple(self.reading.years[place] for place in places)
        return replace(self.reading, values=self.reading.values[np.array(places, np.int64)], years=years)


def figures(register: Register, day: Day, tables: Tables) -> Figures:
    """Return what every source says of the states of a day in its year."""
    states = tuple(actor.id for actor in register.actors if actor.existed_on(day))
    question = Question(states, day, day.year, register, tables)
    return Figures(states, {name: _readings(QUANTITIES[name], question) for name in NAMES})


def _readings(quantity: Quantity, question: Question) -> dict[str, Reading]:
    found = {}
    for name, way in quantity.ways.items():
        try:
            reading = way(question)
        except (DataMissing, ExtraMissing):
            continue
        if name == BUNDLED or not reading.is_empty:
            found[name] = reading
    return found
