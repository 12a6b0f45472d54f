"""Where draws are made: in this process, in threads, or on an existing cluster; the answer is the same bits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar

from foedus._base.errors import BadInput, Fault
from foedus._base.extras import Lazy

if TYPE_CHECKING:
    import distributed
else:
    distributed = Lazy("distributed", "cluster")

T = TypeVar("T")
Part = tuple[int, int]
"""The first draw of a part, and the one after its last."""
WAIT = 10
"""Seconds to wait for a cluster to answer."""


class Runner(Protocol):
    """Makes the parts of a work and returns them in order."""

    def __call__(self, work: Callable[[Part], T], held: Sequence[Part], /) -> list[T]:
        """Return what each part gave."""
        ...


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


def serial(work: Callable[[Part], T], held: Sequence[Part]) -> list[T]:
    """Make the parts one after the other."""
    return [work(part) for part in held]


def threads(count: int) -> Runner:
    """Return what makes the parts in so many threads."""

    def run(work: Callable[[Part], T], held: Sequence[Part]) -> list[T]:
        with ThreadPoolExecutor(count) as pool:
            return list(pool.map(work, held))

    return run


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

    def run(work: Callable[[Part], T], held: Sequence[Part]) -> list[T]:
        futures = client.map(work, held, pure=False)
        gathered: list[T] = client.gather(futures)
        return gathered

    with client:
        yield run
