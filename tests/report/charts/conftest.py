"""What the tests of pictures share: the pixels of a PNG file, and the words of an SVG file."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from html import unescape

import numpy as np
import pytest
from numpy.typing import NDArray

from foedus.report.charts.theme import Words

Pixels = NDArray[np.uint8]


def pixels_of(png: bytes) -> Pixels:
    """Return the colours of a PNG file, shape (height, width, 3): of a palette, or as the renderer writes it."""
    at, image, palette, head = 8, b"", b"", b""
    while at < len(png):
        size, name = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 8 : at + 8 + size]
        at += size + 12
        image += body if name == b"IDAT" else b""
        palette = body if name == b"PLTE" else palette
        head = body if name == b"IHDR" else head
    width, height, _, kind = struct.unpack(">IIBB", head[:10])
    deep = 1 if kind == 3 else 4
    rows = np.frombuffer(zlib.decompress(image), np.uint8).reshape(height, width * deep + 1)
    plain = np.empty((height, width, deep), np.uint8)
    for row in range(height):
        assert rows[row, 0] in {0, 1}
        cells = rows[row, 1:].reshape(width, deep)
        plain[row] = np.cumsum(cells, axis=0, dtype=np.uint8) if rows[row, 0] == 1 else cells
    if kind == 3:
        return np.frombuffer(palette, np.uint8).reshape(-1, 3)[plain[..., 0]]
    return plain[..., :3]


def words_of(svg: str) -> list[str]:
    """Return the texts of an SVG file, in the order in which they are drawn."""
    held = re.findall(r"<text[^>]*>(.*?)</text>", svg, re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]*>", " ", text)).split()) for text in held]


@pytest.fixture(scope="session")
def pixels() -> Callable[[bytes], Pixels]:
    return pixels_of


@pytest.fixture(scope="session")
def said() -> Callable[[str], list[str]]:
    return words_of


@pytest.fixture(scope="session")
def words() -> Words:
    return Words("A title", "units", "a source, version 1", "a note")
