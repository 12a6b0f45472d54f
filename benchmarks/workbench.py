"""Readers of the workbench: 50 at once for 60 s, each looking at one page after another with a pause to read.

The server is `foedus serve` in a process of its own, of which nothing was asked but the lists that the addresses are
taken from. A reader opens a page and takes its style with it, reads for the think time, and goes on; kinds are drawn by
the shares of `mixture`, contingencies are one in twenty. Exit status 1 if the slowest in twenty take longer than the
promise or anything failed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import socket
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

PROMISE = 0.100
"""Seconds within which 95 in 100 are answered."""
STARTS = 120.0
Mixture = tuple[tuple[str, float, tuple[str, ...]], ...]


@dataclass(slots=True)
class Seen:
    """What readers saw, by kind."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    failures: list[str] = field(default_factory=list)


def mixture(client: httpx.Client) -> Mixture:
    """Return kinds of requests with their shares and addresses, read off the site itself."""
    treaties = _links(client, "/treaties", r'href="(/treaties/[a-z0-9-]+)"') + _links(
        client, "/treaties?start=50", r'href="(/treaties/[a-z0-9-]+)"'
    )
    states = _links(client, "/states", r'href="(/states/[a-z0-9-]+)')
    years = range(1900, 2025, 5)
    cases = _links(client, "/casebook", r'href="(/casebook/[a-z0-9-]+)"')
    cases = [one for one in cases if not one.endswith("/all")]
    return (
        ("page: front, lists, gallery", 0.20, ("/", "/treaties", "/states", "/measures", "/nato", "/about", "/data")),
        ("page: treaty", 0.25, tuple(treaties)),
        ("page: state", 0.15, tuple(states[:60])),
        ("page: world", 0.10, tuple(f"/world?year={year}" for year in years)),
        ("json", 0.15, tuple(f"{one}.json" for one in treaties)),
        ("picture", 0.10, tuple(f"/charts/partners.svg?state={one.rsplit('/')[-1]}" for one in states[:20])),
        ("contingency", 0.05, tuple(f"{one}.json" for one in cases)),
    )


def _links(client: httpx.Client, path: str, pattern: str) -> list[str]:
    return sorted(set(re.findall(pattern, client.get(path).text)))


async def reader(client: httpx.AsyncClient, held: Mixture, until: float, think: float, seen: Seen, seed: int) -> None:
    """Read until the time is over."""
    chance = random.Random(seed)
    await asyncio.sleep(chance.uniform(0, think))
    while time.monotonic() < until:
        kind, _, addresses = chance.choices(held, [share for _, share, _ in held])[0]
        await asked(client, kind, chance.choice(addresses), seen)
        if kind.startswith("page"):
            await asked(client, "style", "/static/site.css", seen)
        await asyncio.sleep(chance.expovariate(1 / think) if think else 0)


async def asked(client: httpx.AsyncClient, kind: str, address: str, seen: Seen) -> None:
    """Ask once, and note how long it took and whether it failed."""
    began = time.perf_counter()
    try:
        answer = await client.get(address)
    except httpx.HTTPError as error:
        seen.failures.append(f"{address}: {error!r}")
        return
    seen.seconds[kind].append(time.perf_counter() - began)
    if answer.status_code != 200:
        seen.failures.append(f"{address}: {answer.status_code}")


async def readers(base: str, held: Mixture, count: int, seconds: float, think: float) -> Seen:
    """Return what a number of readers saw within a time."""
    seen = Seen()
    async with AsyncClients(base, count) as clients:
        until = time.monotonic() + seconds
        await asyncio.gather(*(reader(one, held, until, think, seen, number) for number, one in enumerate(clients)))
    return seen


@asynccontextmanager
async def AsyncClients(base: str, count: int) -> AsyncIterator[list[httpx.AsyncClient]]:  # noqa: N802
    """Hold a client for each reader, as browsers of their own."""
    held = [httpx.AsyncClient(base_url=base, timeout=30, trust_env=False) for _ in range(count)]
    try:
        yield held
    finally:
        for one in held:
            await one.aclose()


def started(port: int) -> subprocess.Popen[bytes]:
    """Start the server and wait until it listens."""
    code = "from foedus.cli.app import main; main()"
    server = subprocess.Popen([sys.executable, "-c", code, "serve", "--port", str(port)])
    deadline = time.monotonic() + STARTS
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server
        time.sleep(0.1)
    server.kill()
    message = "the server did not start"
    raise TimeoutError(message)


def told(seen: Seen, seconds: float) -> float:
    """Print what was seen by kind; return the 95th of 100 over all."""
    everything = [one for held in seen.seconds.values() for one in held]
    print(f"{'':30}{'requests':>9}{'median':>10}{'95 %':>10}{'99 %':>10}{'most':>10}")
    for kind, held in (*sorted(seen.seconds.items()), ("all", everything)):
        parts = statistics.quantiles(held, n=100, method="inclusive") if len(held) > 1 else held * 99
        numbers = (statistics.median(held), parts[94], parts[98], max(held))
        print(f"{kind:30}{len(held):9,}" + "".join(f"{1000 * one:7.1f} ms" for one in numbers))
    print(f"{len(everything) / seconds:,.0f} requests a second; failed: {len(seen.failures)}")
    for one in seen.failures[:5]:
        print(f"  {one}")
    return statistics.quantiles(everything, n=100, method="inclusive")[94]


def memory(pid: int) -> str:
    """Return what a process holds, where the system tells."""
    status = Path(f"/proc/{pid}/status")
    held = re.search(r"VmRSS:\s+(\d+) kB", status.read_text()) if status.exists() else None
    return f"{int(held[1]) / 1024:.0f} MB" if held else "not known"


def main() -> int:
    """Measure and print; see the module docstring for the exit status."""
    parser = argparse.ArgumentParser(description="Measure the workbench under readers.")
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--think", type=float, default=1.0, help="mean of the pause between two pages, exponential")
    given = parser.parse_args()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    server = started(port)
    try:
        with httpx.Client(base_url=base, timeout=60, trust_env=False) as client:
            held = mixture(client)
        print(f"load of the machine before: {os.getloadavg()[0]:.2f} on {os.cpu_count()} cores")
        print(f"{given.readers} readers, {given.seconds:g} s, think time {given.think:g} s on average")
        seen = asyncio.run(readers(base, held, given.readers, given.seconds, given.think))
        high = told(seen, given.seconds)
        print(f"promise 95 % under {1000 * PROMISE:.0f} ms: {'met' if high < PROMISE else 'NOT MET'}")
        print(f"load of the machine after: {os.getloadavg()[0]:.2f}; the server holds {memory(server.pid)}")
        pages = tuple(("page held ready", 1.0, one[2][:20]) for one in held if one[0] == "page: treaty")
        asyncio.run(readers(base, pages, 1, 2.0, 0.0))
        print("\nclosed loop, pages held ready, 10 clients without a pause, 5 s:")
        told(asyncio.run(readers(base, pages, 10, 5.0, 0.0)), 5.0)
    finally:
        server.terminate()
        server.wait(20)
    return 0 if high < PROMISE and not seen.failures else 1


if __name__ == "__main__":
    sys.exit(main())
