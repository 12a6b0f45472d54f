"""Small PNG files: the colours in a palette, packed well.

The renderer writes four bytes a pixel, packed for speed. Pictures of lines, letters and flat areas lose nothing that an
eye could see when the shades of their edges become the nearest of those that are kept, and shrink to about a fifth.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_MOST, _USUAL = 256, 160
_APART, _FARTHEST = 18, 24
"""How far apart shades are that surely stay, and how far one may be from the shade that stands for it (RGB)."""
_SUB = 1

Bytes = NDArray[np.uint8]


def compacted(png: bytes) -> bytes:
    """Return the same picture in a palette.

    One that is not opaque, has too many colours, or is not as the renderer writes them, is left alone.
    """
    parts = dict(_chunks(png))
    width, height, depth, kind, *_ = struct.unpack(">IIBBBBB", parts[b"IHDR"])
    rows = np.frombuffer(zlib.decompress(parts[b"IDAT"]), np.uint8)
    if (depth, kind) != (8, 6) or rows.size != height * (4 * width + 1):
        return png
    rows = rows.reshape(height, 4 * width + 1)
    if not bool(np.isin(rows[:, 0], (0, _SUB)).all()):
        return png
    pixels = rows[:, 1:].reshape(height, width, 4).copy()
    apart = rows[:, 0] == _SUB
    pixels[apart] = np.cumsum(pixels[apart], axis=1, dtype=np.uint8)
    if bool((pixels[..., 3] != 255).any()):
        return png
    indices, palette = _paletted(pixels[..., :3])
    if not len(palette):
        return png
    lines = np.hstack([np.zeros((height, 1), np.uint8), indices])
    held = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", palette.tobytes()),
        *((name, body) for name, body in parts.items() if name == b"pHYs"),
        (b"IDAT", zlib.compress(lines.tobytes(), 9)),
        (b"IEND", b""),
    ]
    return _SIGNATURE + b"".join(_chunk(name, body) for name, body in held)


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the chunks of a PNG file by name, the parts of the image as one."""
    at, image = len(_SIGNATURE), b""
    while at < len(png):
        size, name = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 8 : at + 8 + size]
        at += size + 12
        if name == b"IDAT":
            image += body
        else:
            yield name, body
    yield b"IDAT", image


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _paletted(pixels: Bytes) -> tuple[Bytes, Bytes]:
    """Return for each pixel the number of its colour, shape (height, width), and the colours, shape (n, 3)."""
    packed = pixels.astype(np.uint32) @ np.array([65536, 256, 1], np.uint32)
    shades, where, counts = np.unique(packed, return_inverse=True, return_counts=True)
    order = np.argsort(-counts, kind="stable")
    rgb = np.stack([shades >> 16, shades >> 8 & 255, shades & 255], axis=1).astype(np.int32)[order]
    kept = _kept(rgb)
    if not len(kept):
        return pixels[..., 0], np.empty((0, 3), np.uint8)
    nearest = np.empty(len(shades), np.uint8)
    for at in range(0, len(shades), 4096):
        far = ((rgb[at : at + 4096, None] - rgb[None, kept]) ** 2).sum(axis=2)
        nearest[order[at : at + 4096]] = far.argmin(axis=1)
    return nearest[where.reshape(packed.shape)], rgb[kept].astype(np.uint8)


def _kept(rgb: NDArray[np.int32]) -> NDArray[np.intp]:
    """Return which shades stay, of shades with the most frequent first.

    A shade stays if it is far from all that stay before it, so that the colour of a small mark is never taken for that
    of another; what room is left goes to the most frequent of the others. Where there are too many, none is kept.
    """
    far = np.full(len(rgb), np.iinfo(np.int64).max)
    kept: list[int] = []
    for apart, most in ((_APART, _MOST), (0, _USUAL)):
        while len(kept) < most and (far > apart**2).any():
            kept.append(int((far > apart**2).argmax()))
            far = np.minimum(far, ((rgb - rgb[kept[-1]]).astype(np.int64) ** 2).sum(axis=1))
    return np.array(kept if (far <= _FARTHEST**2).all() else [], dtype=np.intp)
