"""How long a person waits: whole commands in fresh processes, beside a bare start of Python.

Every command is first run once and must succeed and print something: speed counts only after
correctness. The rounds are interleaved, so that a busy moment of the machine falls on all commands
alike; the first round warms the disk cache and is thrown away. Exit status 1 if a promise is
missed, 2 if a command does not work.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import foedus

EXAMPLE = Path(foedus.__file__).parent / "examples" / "falklands-1982.yaml"
FOEDUS = str(Path(sys.executable).with_name("foedus"))
TIMEOUT_S = 120


@dataclass(slots=True)
class Work:
    """A command, what is promised of it, and the seconds it took in each round."""

    label: str
    command: Sequence[str]
    promise: float | None = None
    seconds: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The middle of all rounds, which is what the promise is about."""
        return statistics.median(self.seconds)

    @property
    def met(self) -> bool:
        """Whether the promise is kept; without a promise there is nothing to miss."""
        return self.promise is None or self.median <= self.promise


def works() -> list[Work]:
    """Return what is measured, the bare start first."""
    case = str(EXAMPLE)
    return [
        Work("python -c pass", (sys.executable, "-c", "pass")),
        Work("foedus --version", (FOEDUS, "--version"), 0.2),
        Work("foedus treaty show nato", (FOEDUS, "treaty", "show", "nato"), 0.5),
        Work(f"foedus obligations {EXAMPLE.name}", (FOEDUS, "obligations", case), 0.7),
        Work(f"foedus assess {EXAMPLE.name}", (FOEDUS, "assess", case), 2.5),
    ]


def fault(work: Work) -> str | None:
    """Return what is wrong with a command's answer, or nothing."""
    try:
        done = subprocess.run(work.command, capture_output=True, text=True, timeout=TIMEOUT_S, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if done.returncode != 0:
        return f"exit status {done.returncode}: {(done.stderr or done.stdout).strip()[-400:]}"
    if work.promise is not None and not done.stdout.strip():
        return "it printed nothing"
    return None


def measure(todo: Sequence[Work], rounds: int) -> None:
    """Run all commands in turn, round by round; keep the seconds of every round but the first."""
    for number in range(rounds):
        for work in todo:
            began = time.perf_counter()
            subprocess.run(
                work.command,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=TIMEOUT_S,
                check=True,
            )
            if number > 0:
                work.seconds.append(time.perf_counter() - began)


def table(done: Sequence[Work]) -> str:
    """Return the results as text; the ratio is to the first row."""
    bare = done[0].median
    width = max(len(work.label) for work in done)
    lines = [f"{'cold process':<{width}}  median s   min s  promise s  x bare  verdict"]
    for work in done:
        promise = "-" if work.promise is None else f"{work.promise:.1f}"
        verdict = "baseline" if work.promise is None else ("met" if work.met else "NOT MET")
        lines.append(
            f"{work.label:<{width}}  {work.median:8.3f}  {min(work.seconds):6.3f}  {promise:>9}"
            f"  {work.median / bare:6.1f}  {verdict}"
        )
    return "\n".join(lines)


def machine(rounds: int) -> str:
    """Return one line on where and how this was measured."""
    return (
        f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}, "
        f"{platform.python_implementation()} {platform.python_version()}, "
        f"foedus {foedus.__version__}; {rounds - 1} interleaved rounds after one discarded"
    )


def main() -> int:
    """Measure and print; see the module docstring for the exit status."""
    parser = argparse.ArgumentParser(description="Measure whole commands in fresh processes.")
    parser.add_argument("--rounds", type=int, default=15, help="the first is discarded")
    rounds = parser.parse_args().rounds
    if rounds < 2:
        parser.error("--rounds: at least 2, since the first is discarded")
    todo = works()
    faults = [f"{work.label}: {what}" for work in todo if (what := fault(work)) is not None]
    if faults:
        print("not measured, since not everything works:", *faults, sep="\n  ", file=sys.stderr)
        return 2
    measure(todo, rounds)
    print(table(todo), machine(rounds), sep="\n")
    return 0 if all(work.met for work in todo) else 1


if __name__ == "__main__":
    sys.exit(main())
