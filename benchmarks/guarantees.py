"""Every attack on a capital, resolved over arrays, beside `resolve` attack by attack in the same process.

Before any time counts, the statuses of a sample of attacks are compared with those of `resolve`; exit status 2 if they
differ, 1 if the promise of 2 s is not kept.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from random import Random

from foedus._base.dates import Day
from foedus.obligations.guarantees import Guarantees, attack, guarantees
from foedus.obligations.resolve import resolve
from foedus.register.compiled import COMPILED, from_compiled, load_register
from foedus.register.register import Register

PROMISE, AIM = 2.0, 0.3
SAMPLE = 40


def main() -> int:
    """Measure and print; see the module docstring for the exit status."""
    parser = argparse.ArgumentParser(description="Measure guarantees against resolve.")
    parser.add_argument("--on", default="2026-01-01")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    day = Day.parse(arguments.on)
    load_register()
    began = time.perf_counter()
    register = from_compiled(COMPILED.read_bytes())
    treaties = list(register.treaties_on(day))
    loaded = time.perf_counter() - began
    held = guarantees(register, day)
    slow = _seconds_by_resolve(register, held)
    if slow is None:
        print("the arrays and resolve differ", file=sys.stderr)
        return 2
    seconds = [_timed(register, day) for _ in range(arguments.rounds)]
    median, attacks = statistics.median(seconds), len(held.attacker)
    print(f"guarantees on {day}: {len(treaties)} treaties, {attacks:,} attacks, {len(held):,} findings")
    print(f"load (index and the treaties of the day)   {loaded:8.3f} s")
    print(f"resolution, median of {arguments.rounds}                 {median:8.3f} s   min {min(seconds):.3f} s")
    print(f"promise {PROMISE} s {_kept(median, PROMISE)}; aim {AIM} s {_kept(median, AIM)}")
    print(f"resolve, attack by attack ({SAMPLE} drawn)      {slow * attacks:8.0f} s for all")
    print(f"ratio                                  {slow * attacks / median:13,.0f}")
    return 0 if median <= PROMISE else 1


def _kept(seconds: float, limit: float) -> str:
    return "met" if seconds <= limit else "NOT MET"


def _timed(register: Register, day: Day) -> float:
    began = time.perf_counter()
    guarantees(register, day)
    return time.perf_counter() - began


def _seconds_by_resolve(register: Register, held: Guarantees) -> float | None:
    """Return the seconds that one attack takes, or None if a finding differs."""
    listed: dict[int, set[tuple[str, ...]]] = {}
    for event, *rest in held.statuses.rows():
        listed.setdefault(event, set()).add(tuple(rest))
    drawn = Random(1).sample(range(len(held.attacker)), SAMPLE)
    seconds = 0.0
    for event in drawn:
        states = (held.actors[held.attacker[event]], held.actors[held.target[event]])
        asked = attack(register, *states, held.day)
        began = time.perf_counter()
        found = resolve(register, asked)
        seconds += time.perf_counter() - began
        plain = {(f.obligor, f.beneficiary, f.treaty, f.clause, f.status) for f in found if f.status != "not_due"}
        if plain != listed.get(event, set()):
            return None
    return seconds / SAMPLE


if __name__ == "__main__":
    sys.exit(main())
