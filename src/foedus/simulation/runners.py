"""Where parts of a work are made: here, in threads, or on an existing cluster; the answer is the same bits."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import as_completed as completed_in_threads
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from foedus._base.errors import BadInput, Fault
from foedus._base.extras import Lazy

if TYPE_CHECKING:
    import distributed
else:
    distributed = Lazy("distributed", "cluster")

T = TypeVar("T")
P = TypeVar("P")
Part = tuple[int, int]
"""The first draw of a part, and the one after its last."""
AHEAD = 4
"""So many parts for each thread of a cluster are with it at a time."""
WAIT = 10
"""Seconds to wait for a cluster to answer."""


class Runner(ABC):
    """Makes the parts of a work."""

    @abstractmethod
    def completed(self, work: Callable[[P], T], held: Sequence[P]) -> Iterator[tuple[int, T]]:
        """Yield what each part gave as soon as it is made, with the number of the part."""

    def __call__(self, work: Callable[[P], T], held: Sequence[P]) -> list[T]:
        """Return what each part gave, in order."""
        return [made for _, made in sorted(self.completed(work, held), key=lambda one: one[0])]


class Serial(Runner):
    """One part after the other, in this process."""

    def completed(self, work: Callable[[P], T], held: Sequence[P]) -> Iterator[tuple[int, T]]:
        """Yield what each part gave, in order."""
        for number, part in enumerate(held):
            yield number, work(part)


serial = Serial()
"""One part after the other, in this process."""


@dataclass(frozen=True, slots=True)
class Threads(Runner):
    """So many parts at a time, each in a thread of this process."""

    count: int

    def completed(self, work: Callable[[P], T], held: Sequence[P]) -> Iterator[tuple[int, T]]:
        """Yield what each part gave; when nobody listens any more, those not begun are left."""
        with ThreadPoolExecutor(self.count) as pool:
            futures = {pool.submit(work, part): number for number, part in enumerate(held)}
            try:
                for future in completed_in_threads(futures):
                    yield futures.pop(future), future.result()
            finally:
                pool.shutdown(wait=False, cancel_futures=True)


def threads(count: int) -> Runner:
    """Return what makes the parts in so many threads."""
    return Threads(count)


@dataclass(frozen=True, slots=True)
class Cluster(Runner):
    """Parts on the workers of a Dask cluster."""

    client: distributed.Client

    def completed(self, work: Callable[[P], T], held: Sequence[P]) -> Iterator[tuple[int, T]]:
        """Yield what each part gave; the cluster holds only a few parts ahead, and nothing of those that are done.

        Raises
        ------
        BadInput
            If the cluster is lost, or its workers die.
        """
        left = enumerate(held)
        running: dict[distributed.Future[T], int] = {}
        done = distributed.as_completed(with_results=True)

        def begin(count: int) -> None:
            for number, part in islice(left, count):
                future = self.client.submit(work, part, pure=False)
                running[future] = number
                done.add(future)

        begin(AHEAD * max(1, sum(self.client.nthreads().values())))
        try:
            for future, made in done:
                begin(1)
                yield running.pop(future), made
        except (
            distributed.comm.core.CommClosedError,
            distributed.KilledWorker,
            distributed.client.FutureCancelledError,
        ) as error:
            what, allowed = f"the cluster was lost ({str(error)[:200]})", "a cluster whose workers live"
            raise BadInput(Fault(what, "--cluster", allowed, "start the command again")) from error

    def __call__(self, work: Callable[[P], T], held: Sequence[P]) -> list[T]:
        """Return what each part gave, gathered at once."""
        gathered: list[T] = self.client.gather(self.client.map(work, held, pure=False))
        return gathered


def parts(draws: int, size: int) -> list[Part]:
    """Return the draws cut into parts.

    Raises
    ------
    BadInput
        If there are no draws, or parts without any.
    """
    if draws < 1 or size < 1:
        raise BadInput(Fault(f"{draws} draws in parts of {size}", "draws, size", "1 or more"))
    return [(first, min(first + size, draws)) for first in range(0, draws, size)]


def runner_at(address: str | None) -> AbstractContextManager[Runner]:
    """Give what makes the parts here, or on the cluster at an address; see `cluster`."""
    return nullcontext(serial) if address is None else cluster(address)


@contextmanager
def cluster(address: str) -> Iterator[Runner]:
    """Give what makes the parts on an existing Dask cluster.

    Parameters
    ----------
    address : str
        Of its scheduler, ``tcp://HOST:PORT``.

    Raises
    ------
    BadInput
        If nothing answers there.
    """
    try:
        client = distributed.Client(address, timeout=WAIT)
    except (OSError, ValueError) as error:
        what = f"no cluster answers at {address[:80]!r}"
        raise BadInput(Fault(what, "--cluster", "tcp://HOST:PORT of a scheduler", "dask scheduler")) from error
    with client:
        yield Cluster(client)
