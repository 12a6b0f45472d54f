"""Who can come only after another: prerequisites among allies, and sets of allies told apart."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]
Counts = NDArray[np.int64]
After = tuple[tuple[int, ...], ...]
"""For each ally those of whom one must come before it can; empty for one that needs nobody."""
BITS = 64


def are_earlier(after: After, allies: int) -> bool:
    """Whether every ally has its prerequisites, all of them before it: then nobody waits in a circle."""
    return len(after) == allies and all(0 <= one < ally for ally, needed in enumerate(after) for one in needed)


def called(willing: Flags, after: After, able: Flags | None = None) -> Flags:
    """Return who comes of those who would.

    Parameters
    ----------
    willing : array of bool, shape (draws, allies)
    able : array of bool, shape (allies,), or None
        Who may come at all; everybody if None.

    Returns
    -------
    array of bool, shape (draws, allies)
        An ally comes if it is willing and able and, where it needs others, one of those comes.
    """
    come: Flags = willing.copy() if able is None else willing & able
    for ally, needed in enumerate(after):
        if needed:
            come[:, ally] &= come[:, list(needed)].any(axis=1)
    return come


def asked(come: Flags, after: After, able: Flags) -> Flags:
    """Return who could have come: the able, and where they need others, only with one of those; as `come` in shape."""
    held: Flags = np.tile(able, (len(come), 1))
    for ally, needed in enumerate(after):
        if needed:
            held[:, ally] &= come[:, list(needed)].any(axis=1)
    return held


def distinct(sets: Flags, weights: Counts | None = None) -> tuple[Flags, Counts]:
    """Return each set once, in the order of its flags, and how often it is there.

    Parameters
    ----------
    sets : array of bool, shape (draws, allies)
    weights : array of int, shape (draws,), or None
        For how many each counts; one if None.
    """
    held, place = _told_apart(sets)
    counts: Counts = np.zeros(len(held), np.int64)
    np.add.at(counts, place, 1 if weights is None else weights)
    return held, counts


def _told_apart(sets: Flags) -> tuple[Flags, Counts]:
    """Return each set once, and which of those each was."""
    allies = sets.shape[1]
    if allies > BITS:
        held, place = np.unique(sets, axis=0, return_inverse=True)
        return held, place.reshape(-1)
    codes = np.zeros(len(sets), np.uint64)
    for ally in range(allies):
        codes = (codes << np.uint64(1)) | sets[:, ally].astype(np.uint64)
    found, place = np.unique(codes, return_inverse=True)
    places = np.arange(allies - 1, -1, -1, dtype=np.uint64)
    return (found[:, None] >> places & np.uint64(1)).astype(np.bool_), place
