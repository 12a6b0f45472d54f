"""Places for the nodes of a graph: by stress, then apart so that no box lies on another.

Stress majorisation: Gansner, Koren and North (2004), "Graph Drawing by Stress Majorization", Graph Drawing 2004, LNCS
3383: 239-250, equation 6, with weights of one over the squared distance. It starts from classical scaling, so that the
same graph is always drawn alike.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Edge = tuple[int, int, float]
"""Two nodes and how far apart they would like to be."""

_ROUNDS, _ENOUGH = 250, 1e-5


def laid_out(count: int, edges: Sequence[Edge], sizes: Floats, unit: float, gap: float) -> tuple[Floats, float, float]:
    """Return the centres of boxes, shape (count, 2), and the width and height they fill, all in pixels.

    Parameters
    ----------
    sizes : array, shape (count, 2)
        Width and height of each box.
    unit : float
        Pixels to a distance of 1.
    gap : float
        Pixels between boxes, at least.
    """
    parts = []
    for members in components(count, edges):
        at = {node: number for number, node in enumerate(members)}
        held = [(at[one], at[other], length) for one, other, length in edges if one in at]
        centres = _lying(stressed(distances(len(members), held))) * unit
        centres = apart(centres, sizes[members], gap)
        low = (centres - sizes[members] / 2).min(axis=0)
        high = (centres + sizes[members] / 2).max(axis=0)
        parts.append((members, centres - low, high - low))
    return _packed(count, parts, gap * 3)


def components(count: int, edges: Sequence[Edge]) -> list[list[int]]:
    """Return the connected parts of a graph, the largest first."""
    beside: list[list[int]] = [[] for _ in range(count)]
    for one, other, _ in edges:
        beside[one].append(other)
        beside[other].append(one)
    seen: set[int] = set()
    parts = []
    for start in range(count):
        if start not in seen:
            part, waiting = [], [start]
            seen.add(start)
            while waiting:
                part.append(waiting.pop())
                fresh = dict.fromkeys(node for node in beside[part[-1]] if node not in seen)
                seen.update(fresh)
                waiting.extend(fresh)
            parts.append(sorted(part))
    return sorted(parts, key=lambda part: (-len(part), part))


def distances(count: int, edges: Sequence[Edge]) -> Floats:
    """Return the lengths of shortest ways through a graph, shape (count, count) (Floyd and Warshall)."""
    found = np.full((count, count), np.inf)
    np.fill_diagonal(found, 0.0)
    for one, other, length in edges:
        found[one, other] = found[other, one] = min(found[one, other], length)
    for via in range(count):
        found = np.minimum(found, found[:, via, None] + found[None, via, :])
    return found


def stressed(wanted: Floats) -> Floats:
    """Return places in the plane whose distances come near those wanted, shape (count, 2)."""
    count = len(wanted)
    if count < 3:
        return np.array([[0.0, 0.0], [float(wanted[0, -1]), 0.0]])[:count]
    places = _scaled(wanted)
    weights = np.zeros_like(wanted)
    apart_from = wanted > 0
    weights[apart_from] = wanted[apart_from] ** -2.0
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.pinv(laplacian)
    before = np.inf
    for _ in range(_ROUNDS):
        far = _far(places)
        pull = np.divide(weights * wanted, far, out=np.zeros_like(far), where=far > 0)
        places = inverse @ ((np.diag(pull.sum(axis=1)) - pull) @ places)
        stress = float((weights * (_far(places) - wanted) ** 2).sum())
        if before - stress < _ENOUGH * stress:
            break
        before = stress
    return places


def _far(places: Floats) -> Floats:
    return np.asarray(np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1)))


def _scaled(wanted: Floats) -> Floats:
    """Return classical scaling to two dimensions; nodes that fall together are set apart a little."""
    squared = wanted**2
    centred = squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean()
    values, vectors = np.linalg.eigh(-centred / 2)
    places = vectors[:, -2:] * np.sqrt(np.maximum(values[-2:], 1e-9))
    turn = np.arange(len(wanted)) * 2.399963  # the golden angle spreads them evenly
    signs = np.sign(vectors[np.abs(vectors).argmax(axis=0), np.arange(len(vectors))])[-2:]
    return np.asarray(places * signs + 0.05 * np.stack([np.cos(turn), np.sin(turn)], axis=1))


def _lying(places: Floats) -> Floats:
    """Return places turned so that their longest spread lies level."""
    centred = places - places.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    if axes.shape[0] < 2:
        return np.asarray(centred)
    axes *= np.where(axes[np.arange(2), np.abs(axes).argmax(axis=1)] < 0, -1, 1)[:, None]
    return np.asarray(centred @ axes.T)


def apart(centres: Floats, sizes: Floats, gap: float, rounds: int = 400) -> Floats:
    """Return centres moved just so far that no two boxes come nearer than `gap` pixels."""
    moved = centres.astype(float).copy()
    half = (sizes[:, None] + sizes[None]) / 2 + gap
    for _ in range(rounds):
        between = moved[:, None] - moved[None]
        short = half - np.abs(between)
        meets = (short > 1e-6).all(axis=2)
        np.fill_diagonal(meets, val=False)
        if not meets.any():
            break
        level = short[..., 0] * _FLAT < short[..., 1]
        way = np.where(
            between != 0,
            np.sign(between),
            np.sign(np.subtract.outer(np.arange(len(moved)), np.arange(len(moved))))[..., None],
        )
        push = np.where(meets[..., None], short * way * 0.5, 0.0)
        push[..., 0] = np.where(level, push[..., 0], 0.0)
        push[..., 1] = np.where(level, 0.0, push[..., 1])
        count = np.maximum(meets.sum(axis=1), 1) ** 0.5
        moved += push.sum(axis=1) / count[:, None]
    return moved


_FLAT = 0.6
"""Boxes are wide: they are rather moved up and down than aside."""


def _packed(count: int, parts: Sequence[tuple[list[int], Floats, Floats]], gap: float) -> tuple[Floats, float, float]:
    """Return the parts of a graph in rows beside each other, the largest first."""
    area = sum(float(size[0] * size[1]) for _, _, size in parts)
    room = max([float(size[0]) for _, _, size in parts] + [1.35 * area**0.5])
    placed = np.zeros((count, 2))
    x = y = tall = wide = 0.0
    for members, centres, size in parts:
        if x and x + size[0] > room:
            x, y, tall = 0.0, y + tall + gap, 0.0
        placed[members] = centres + np.array([x, y])
        x, tall = x + float(size[0]) + gap, max(tall, float(size[1]))
        wide = max(wide, x - gap)
    return placed, wide, y + tall
