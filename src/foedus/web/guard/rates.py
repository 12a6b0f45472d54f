"""How often a client may ask for what is not held ready: a bucket that fills as time goes by."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

MOST_CLIENTS = 10_000


@dataclass(slots=True)
class Rates:
    """A bucket for each client.

    Attributes
    ----------
    burst : float
        How many requests a full bucket holds.
    a_second : float
        How many it gains a second.
    clock : callable
        Seconds, from any start.
    """

    burst: float
    a_second: float
    clock: Callable[[], float] = time.monotonic
    _buckets: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)

    def allows(self, client: str) -> bool:
        """Whether a client may ask now; if so, one request is taken out of its bucket."""
        now = self.clock()
        held, since = self._buckets.pop(client, (self.burst, now))
        held = min(self.burst, held + (now - since) * self.a_second)
        allowed = held >= 1
        self._buckets[client] = (held - 1 if allowed else held, now)
        if len(self._buckets) > MOST_CLIENTS:
            self._buckets.popitem(last=False)
        return allowed
