"""A small PNG shows the same picture."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from typing import Any

import numpy as np
import vl_convert

from foedus.report.charts.compact import compacted

PICTURE: dict[str, Any] = {
    "data": {"values": [{"a": name, "b": size} for size, name in enumerate(("one", "two", "three", "four"))]},
    "mark": "bar",
    "encoding": {
        "x": {"field": "b", "type": "quantitative"},
        "y": {"field": "a", "type": "nominal"},
        "color": {"field": "a", "type": "nominal"},
    },
    "background": "white",
}


def test_it_is_the_same_picture_and_much_smaller(pixels: Callable[[bytes], Any]) -> None:
    """The oracle is the renderer's own file; the rarest shades of edges may move by a few of 255 steps."""
    plain = vl_convert.vegalite_to_png(PICTURE, scale=2)
    small = compacted(plain)
    before, after = pixels(plain).astype(int), pixels(small).astype(int)
    assert len(small) < len(plain) / 2
    assert before.shape == after.shape
    assert np.abs(before - after).max() <= 24
    assert (before == after).all(axis=2).mean() > 0.99


def test_a_picture_that_is_not_opaque_is_left_alone() -> None:
    clear = vl_convert.vegalite_to_png(PICTURE | {"background": None})
    assert compacted(clear) == clear


def test_another_kind_of_file_is_left_alone() -> None:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    grey = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    grey += chunk(b"IDAT", zlib.compress(b"\0\x7f")) + chunk(b"IEND", b"")
    assert compacted(grey) == grey
