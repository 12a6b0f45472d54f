"""A sweep over all ordered pairs of states of a day, in one process.

Promise: under 60 s of processor time for all pairs of 2025. Some rows are compared with the whole assessment of their
attack before any time counts.
"""

from __future__ import annotations

import sys
import time
from itertools import islice

from foedus import assess, load_register
from foedus._base.dates import Day
from foedus.assessment.assumptions import Assumptions
from foedus.assessment.deterrence import Deterrence
from foedus.assessment.outlook import outlooks
from foedus.assessment.sweep.grid import Grid
from foedus.assessment.sweep.row import COLUMNS, rows_of
from foedus.assessment.sweep.sweep import Sweep, part_of, sweep
from foedus.obligations.guarantees import attack
from foedus.register.register import Register

DAY = "2025-01-01"
PROMISE = 60
COMPARED = 10


def same(register: Register, held: Sweep) -> bool:
    """Say whether the first rows have the verdicts of whole assessments."""
    piece, figures = held.parts[-1]
    verdict = list(COLUMNS).index("verdict")
    rows = islice(rows_of(register, piece, figures, held.job.assumptions), COMPARED)
    for (attacker, target), row in zip(piece.pairs, rows, strict=False):
        (whole,) = outlooks(register, assess(register, attack(register, attacker, target, piece.day)))
        found = whole.deterrence.verdict if isinstance(whole.deterrence, Deterrence) else None
        if row[verdict] != found:
            return False
    return True


def main() -> int:
    """Print the time, and exit 1 if the promise is not met or rows differ."""
    register = load_register()
    held = sweep(register, Grid((Day.parse(DAY),)), Assumptions())
    equal = same(register, held)
    start = time.process_time()
    for part in held.parts:
        part_of(held.job, part)
    took = time.process_time() - start
    kept = equal and took < PROMISE
    print(f"{held.rows:,} attacks of {DAY}   {took:.1f} s   {held.rows / took:,.0f} rows/s   rows {equal}")
    print(f"promise < {PROMISE} s   {'met' if kept else 'NOT MET'}")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
