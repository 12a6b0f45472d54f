"""What the site allows: sizes, times, rates, and where it listens."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """What the site allows.

    Attributes
    ----------
    hosts : tuple of str
        Names by which it may be asked for; others are refused, so that no foreign page reaches it by a name of its own.
    body_bytes : int
        The largest body of a request.
    body_seconds : float
        How long a client may take to send one.
    answer_seconds : float
        How long an answer may take before the work is stopped.
    workers : int
        Processes that do what takes long.
    waiting : int
        Requests that may wait for a worker; more are told to come back.
    burst, a_second : float
        How many answers that are not held ready a client may ask for at once, and how many a second after that.
    held_bytes : int
        How much of its answers the site holds ready.
    """

    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]", "testserver")
    body_bytes: int = 1_000_000
    body_seconds: float = 10.0
    answer_seconds: float = 20.0
    workers: int = 2
    waiting: int = 100
    burst: float = 400.0
    a_second: float = 100.0
    held_bytes: int = 96_000_000
