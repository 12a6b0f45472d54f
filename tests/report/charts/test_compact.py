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


def test_the_colour_of_a_small_mark_is_kept_among_many_shades(pixels: Callable[[bytes], Any]) -> None:
    """A rare flat colour must not be taken for a frequent one: it means something else."""
    hues = [f"hsl({hue},{part}%,{light}%)" for hue in range(0, 360, 45) for part in (40, 90) for light in (30, 55, 80)]
    many = [{"x": at % 12, "y": at // 12, "colour": hue} for at, hue in enumerate(hues)]
    place = {"x": {"field": "x", "type": "quantitative"}, "y": {"field": "y", "type": "quantitative"}}
    crowd = {
        "data": {"values": many},
        "mark": {"type": "point", "filled": True, "size": 90, "opacity": 0.7},
        "encoding": place | {"color": {"field": "colour", "type": "nominal", "scale": None}},
    }
    rare = {
        "data": {"values": [{"x": 5.5, "y": 5.5}]},
        "mark": {"type": "square", "size": 30, "color": "#d55e00", "opacity": 1},
        "encoding": place,
    }
    plain = vl_convert.vegalite_to_png({"layer": [crowd, rare], "background": "white"}, scale=2)
    before, after = pixels(plain), pixels(compacted(plain))
    wanted = np.array([0xD5, 0x5E, 0x00])
    spot = (before == wanted).all(axis=2)
    assert 20 < spot.sum() < 200
    assert np.abs(after[spot].astype(int) - wanted).max() <= 12
    far = np.sqrt(((before.astype(int) - after.astype(int)) ** 2).sum(axis=2))
    assert far.max() <= 24


def test_a_picture_with_too_many_colours_is_left_alone() -> None:
    rows = [
        {"x": at % 40, "y": at // 40, "colour": f"hsl({at * 7 % 360},{30 + at % 60}%,{20 + at % 61}%)"}
        for at in range(1600)
    ]
    place = {name: {"field": name, "type": "ordinal", "axis": None} for name in ("x", "y")}
    colour = {"color": {"field": "colour", "type": "nominal", "scale": None}}
    spec = {"data": {"values": rows}, "mark": "rect", "encoding": place | colour, "background": "white"}
    plain = vl_convert.vegalite_to_png(spec)
    assert compacted(plain) == plain


def test_a_picture_that_is_not_opaque_is_left_alone() -> None:
    clear = vl_convert.vegalite_to_png(PICTURE | {"background": None})
    assert compacted(clear) == clear


def test_another_kind_of_file_is_left_alone() -> None:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    grey = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    grey += chunk(b"IDAT", zlib.compress(b"\0\x7f")) + chunk(b"IEND", b"")
    assert compacted(grey) == grey
