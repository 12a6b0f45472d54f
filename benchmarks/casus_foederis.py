"""Was the war a case for the alliance? The engine beside the codings of Berkemeier and Fuhrmann (2018).

Their data code, for alliances and wars of 1816 to 2003, whether the casus foederis was not met (``cfna``), and where
it was, whether the commitment was kept. The engine is given what the Correlates of War data say of each war and
answers met, not met or undetermined: on ATOP's codes turned into clauses, and on the register's own clauses where a
treaty corresponds. Printed are the three-way tables, the accuracy of what is determined with intervals from resampling
wars, the accuracy as undetermined ones are guessed, and every miss by name.

The rules of `foedus.measures.casus_foederis` were written and mended in sight of the wars with an even number in the
Correlates of War list only; the others are held out.

    python benchmarks/casus_foederis.py --data FOLDER

FOLDER holds ``atop/atop5_1m.csv``, ``fulfilment/BerkemeierFuhrmannRAP2018_0303.dta`` and
``cow/Inter-StateWarData_v4.0.csv``, each from its publisher.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Literal

from foedus.domain.treaty import Treaty
from foedus.measures.casus_foederis.case import Answer, Case, Found, case, found_in
from foedus.measures.casus_foederis.coarse_register import coarse_register, treaty_id
from foedus.measures.casus_foederis.wars import questions, standing
from foedus.measures.concordance.alliances import Phase, phases
from foedus.measures.concordance.pairing import pair
from foedus.register.compiled import load_register
from foedus.register.register import Register
from foedus.sources.reading import load
from foedus.sources.registry import source

ATOP = "atop/atop5_1m.csv"
TESTS = "fulfilment/BerkemeierFuhrmannRAP2018_0303.dta"
WARS = "cow/Inter-StateWarData_v4.0.csv"
COUNTED = ("defense", "offense", "neutral")
ANSWERS: tuple[Answer, ...] = ("met", "not_met", "undetermined")
DRAWS = 2_000
NO_WAR = Case("undetermined", ("the war is not in the data",))

Scheme = Literal["LLM", "BF"]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Tested:
    """An alliance in a war: what the coders say, and what the engine says.

    Attributes
    ----------
    is_tried : bool
        Whether the coders say that it was kept or broken, or that its case was not met; else that it did not apply.
    """

    war: str
    number: int | None
    alliance: int
    met: bool
    is_tried: bool
    said: Case

    @property
    def is_right(self) -> bool:
        """Whether the answer is that of the coders; an undetermined one counts as not met."""
        return (self.said.answer == "met") is self.met

    @property
    def is_held_out(self) -> bool:
        """Whether no rule was written in sight of the war."""
        return self.number is None or self.number % 2 == 1


class Engine:
    """The engine on one register, with the findings of each war kept."""

    def __init__(self, register: Register, wars: Mapping[int, list[Row]]) -> None:
        self._register = register
        self._wars = wars
        self._of_war: Callable[[int], tuple[Found, ...]] = cache(self._find)
        self._standing = cache(self._find_standing)

    def case(self, war: int | None, treaties: list[Treaty]) -> Case:
        """Return whether a war was a case for an alliance."""
        if war is None or war not in self._wars:
            return NO_WAR
        begun = [treaty.in_force or treaty.signed for treaty in treaties]
        found = [*self._of_war(war), *(one for day in begun for one in self._standing(war, day))]
        return case(found, treaties)

    def _find(self, war: int) -> tuple[Found, ...]:
        return found_in(self._register, questions(self._register, self._wars[war]))

    def _find_standing(self, war: int, day: Any) -> tuple[Found, ...]:
        return found_in(self._register, standing(self._register, self._wars[war], day))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Put the wars of Berkemeier and Fuhrmann to the engine.")
    parser.add_argument("--data", type=Path, default=os.environ.get("FOEDUS_TEST_DATA"))
    arguments = parser.parse_args()
    if arguments.data is None:
        print("say where the data are: --data FOLDER", file=sys.stderr)
        return 3
    register = load_register()
    loaded = load(source("atop"), [arguments.data / ATOP])
    alliances = phases(loaded.tables["members"])
    rows = _rows(arguments.data)
    wars = _wars(arguments.data)
    coarse = coarse_register(register, alliances)
    treaties = _treaties(register, alliances, loaded.version.years)
    by_codes, by_register = Engine(coarse, wars), Engine(register, wars)
    said: dict[str, list[tuple[Row, Case]]] = {
        "ATOP's codes as clauses": [(row, by_codes.case(row["cowwarid"], _of(coarse, alliances, row))) for row in rows],
        "the register's clauses": [
            (row, by_register.case(row["cowwarid"], treaties[row["atopid"]]))
            for row in rows
            if row["atopid"] in treaties
        ],
    }
    for name, cases in said.items():
        print(f"\n=== {name} ===")
        for scheme in ("LLM", "BF"):
            _report([_tested(row, answer, scheme) for row, answer in cases], scheme)
        _print_misses([_tested(row, answer, "LLM") for row, answer in cases])
    return 0


# --- data -------------------------------------------------------------------------------------------------------------


def _rows(folder: Path) -> list[Row]:
    table = load(source("berkemeier-fuhrmann"), [folder / TESTS]).tables["tests"]
    return [row for row in table.iter_rows(named=True) if any(row[name] == 1 for name in COUNTED)]


def _wars(folder: Path) -> Mapping[int, list[Row]]:
    wars: dict[int, list[Row]] = defaultdict(list)
    table = load(source("inter-state-war"), [folder / WARS]).tables["participants"]
    for row in table.iter_rows(named=True):
        wars[row["warnum"]].append(row)
    return dict(wars)


def _treaties(
    register: Register, alliances: Mapping[int, tuple[Phase, ...]], years: tuple[int, int]
) -> Mapping[int, list[Treaty]]:
    held: dict[int, list[Treaty]] = defaultdict(list)
    for one in pair(register, register.treaties.values(), alliances, years).pairs:
        held[one.alliance].append(one.treaty)
    return dict(held)


def _of(coarse: Register, alliances: Mapping[int, tuple[Phase, ...]], row: Row) -> list[Treaty]:
    return [coarse.treaties[treaty_id(phase)] for phase in alliances[row["atopid"]]]


def _tested(row: Row, said: Case, scheme: Scheme) -> Tested:
    unmet = row[f"cfna{scheme}"] == 1
    judged = any(row[f"{what}{scheme}"] == 1 for what in ("honor", "violate"))
    return Tested(row["warname"], row["cowwarid"], row["atopid"], not unmet, unmet or judged, said)


# --- report -----------------------------------------------------------------------------------------------------------


def _report(tested: list[Tested], scheme: Scheme) -> None:
    label = {"LLM": "coding of Leeds, Long and Mitchell", "BF": "coding of Berkemeier and Fuhrmann"}[scheme]
    print(f"\nLabel: casus foederis met = cfna{scheme} is not 1 ({label})")
    _line("all", tested)
    _line("held out (odd wars)", [one for one in tested if one.is_held_out])
    _line("written in sight of (even wars)", [one for one in tested if not one.is_held_out])
    tried = [one for one in tested if one.is_tried]
    _line("kept, broken or not met", tried)
    _line("  of these held out", [one for one in tried if one.is_held_out])
    table = Counter((one.met, one.said.answer) for one in tested)
    print(f"{'':12}" + "".join(f"{answer:>14}" for answer in ANSWERS))
    for met in (True, False):
        print(f"{'met' if met else 'not met':12}" + "".join(f"{table[met, answer]:14}" for answer in ANSWERS))
    _curve(tested)


def _line(name: str, tested: list[Tested]) -> None:
    known = [one for one in tested if one.said.answer != "undetermined"]
    majority = max(sum(one.met for one in tested), sum(not one.met for one in tested)) / len(tested)
    low, high = _interval(known)
    print(
        f"{name:32} n {len(tested):3}  determined {len(known):3} ({len(known) / len(tested):5.1%})  "
        f"right {_share(known):5.1%} [{low:.1%}, {high:.1%}]  majority class {majority:.1%}"
    )


def _share(tested: Iterable[Tested]) -> float:
    held = list(tested)
    return sum(one.is_right for one in held) / len(held)


def _interval(tested: list[Tested]) -> tuple[float, float]:
    """Return the 95 % interval of the share that is right, wars drawn with replacement."""
    by_war: dict[str, list[Tested]] = defaultdict(list)
    for one in tested:
        by_war[one.war].append(one)
    wars, chance = sorted(by_war), Random(1)
    shares = sorted(
        _share(one for war in chance.choices(wars, k=len(wars)) for one in by_war[war]) for _ in range(DRAWS)
    )
    return shares[int(DRAWS * 0.025)], shares[int(DRAWS * 0.975)]


def _curve(tested: list[Tested]) -> None:
    """Print the accuracy as cases with more and more open questions are taken in, guessed to be not met."""
    print("open questions  coverage   right")
    most = max(len(one.said.open_questions) for one in tested)
    for limit in range(most + 1):
        taken = [one for one in tested if _open(one) <= limit]
        low, high = _interval(taken)
        coverage, right = len(taken) / len(tested), _share(taken)
        print(f"{'at most ' + str(limit):14}  {coverage:8.1%}  {right:6.1%} [{low:.1%}, {high:.1%}]")


def _open(one: Tested) -> int:
    return len(one.said.open_questions) if one.said.answer == "undetermined" else 0


def _print_misses(tested: list[Tested]) -> None:
    print("\nMisses (LLM): the engine's answer, war, alliance (ATOP number)")
    for one in _misses(tested):
        mark = "" if one.is_tried else "  (coded: did not apply)"
        print(f"  {one.said.answer.replace('_', ' '):8} {one.war:32} {one.alliance}{mark}")


def _misses(tested: Iterable[Tested]) -> Iterator[Tested]:
    wrong = (one for one in tested if one.said.answer != "undetermined" and not one.is_right)
    return iter(sorted(wrong, key=lambda one: (one.number or 0, one.alliance)))


if __name__ == "__main__":
    sys.exit(main())
