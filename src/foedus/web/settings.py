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
    head_seconds : float
        How long it may take to send the line and the headers of a request.
    taking_seconds : float
        How long it may take none of its answer.
    connections : int
        How many are held at once; more are told to come back.
    answer_seconds : float
        How long an answer may take before the work is stopped.
    workers : int
        Processes that do what takes long.
    waiting : int
        Requests that may wait for a worker, and as many again for a thread; more are told to come back.
    burst, a_second : float
        How many answers that are not held ready a client may ask for at once, and how many a second after that.
    held_bytes : int
        How much of its answers the site holds ready.
    file_bytes, files_bytes : int
        The largest file that a job may make, and how much the files of all jobs may take.
    free_bytes : int
        How much of the disk is left alone.
    """

    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "[::1]")
    body_bytes: int = 1_000_000
    body_seconds: float = 10.0
    head_seconds: float = 10.0
    taking_seconds: float = 60.0
    connections: int = 500
    answer_seconds: float = 20.0
    workers: int = 2
    waiting: int = 100
    burst: float = 400.0
    a_second: float = 100.0
    held_bytes: int = 96_000_000
    file_bytes: int = 1_000_000_000
    files_bytes: int = 4_000_000_000
    free_bytes: int = 500_000_000
