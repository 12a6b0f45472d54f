"""How far a work has come, on standard error: a line that moves on a screen, silence where there is none."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from foedus.sources.download import Progress

EVERY = 0.2


def showing(address: str) -> Progress:
    """Return what is to be told of the bytes of an address."""
    name = address.rsplit("/", 1)[-1][:40]
    last = [0.0]

    def tell(done: int, total: int | None) -> None:
        now = time.monotonic()
        is_last = done == total
        if not sys.stderr.isatty() or (now - last[0] < EVERY and not is_last):
            return
        last[0] = now
        share = f" {done / total:4.0%}" if total else ""
        sys.stderr.write(f"\r{name} {done / 1e6:,.1f} MB{share}" + ("\n" if is_last else ""))
        sys.stderr.flush()

    return tell


def showing_parts() -> Callable[[int, int, int], None]:
    """Return what is to be told of the parts of a work: how many are done of how many, and the rows made by now."""
    began = time.monotonic()

    def tell(done: int, total: int, rows: int) -> None:
        if not sys.stderr.isatty():
            return
        pace = f", {rows / max(time.monotonic() - began, 1e-3):,.0f} rows/s" if rows else ""
        sys.stderr.write(f"\r{done:,} of {total:,} parts{pace}   " + ("\n" if done == total else ""))
        sys.stderr.flush()

    return tell
