"""A register of 1,000 treaties, copies of the real ones under other names: index ready, everything decoded.

The copies are compiled as the real register is, read back in a fresh state each round, and compared with the originals
first. Exit status 1 if a promise is not kept.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from typing import Any

from foedus.register.compiled import COMPILED, compiled, contents_of, from_compiled, load_register

TREATIES = 1000
PROMISES = {"index ready": 0.150, "everything decoded": 1.0}


def enlarged() -> bytes:
    """Return a compiled register of 1,000 treaties."""
    load_register()
    contents = contents_of(COMPILED.read_bytes())
    originals = islice(cycle(contents["treaties"].items()), TREATIES)
    copies: dict[str, Any] = {
        f"{treaty_id}-{number}": {**part, "id": f"{treaty_id}-{number}", "aliases": []}
        for number, (treaty_id, part) in enumerate(originals)
    }
    return compiled({**contents, "treaties": copies, "aliases": {}})


def main() -> int:
    """Measure and print; see the module docstring for the exit status."""
    parser = argparse.ArgumentParser(description="Measure a register of 1,000 treaties.")
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    text, real = enlarged(), load_register()
    original = next(iter(real.treaties.values()))
    copy = from_compiled(text).treaties[f"{original.id}-0"]
    if replace(copy, id=original.id, aliases=original.aliases) != original:
        print("a copy is not its original", file=sys.stderr)
        return 2
    seconds = {
        "json.loads of every line (floor)": _median(rounds, lambda: [json.loads(line) for line in text.split(b"\n")]),
        "index ready": _median(rounds, lambda: from_compiled(text)),
        "everything decoded": _median(rounds, lambda: list(from_compiled(text).treaties.values())),
    }
    print(f"a register of {TREATIES:,} treaties, {len(text) / 1e6:.1f} MB compiled; medians of {rounds}")
    for label, median in seconds.items():
        promise = PROMISES.get(label)
        verdict = "" if promise is None else f"promise {promise:.2f} s {'met' if median <= promise else 'NOT MET'}"
        print(f"{label:<34}{median:8.3f} s   {verdict}")
    return 0 if all(seconds[label] <= promise for label, promise in PROMISES.items()) else 1


def _median(rounds: int, work: Callable[[], object]) -> float:
    seconds = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds)


if __name__ == "__main__":
    sys.exit(main())
