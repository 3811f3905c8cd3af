"""Writes several pictures as one that moves: an animated PNG (APNG), which browsers play.

Of each picture but the first only what differs from the one before is kept, so flat drawings that
move a little stay small. Whoever cannot play it sees the first one.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QImage

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGBA = 6
_KEEP, _OVER = 0, 1
"""What comes of a picture when its time is over, and how the next is laid on it."""


def write_animation(path: Path, pictures: Sequence[QImage], seconds_each: float) -> None:
    """All pictures have one size and no transparency; it begins anew after the last one."""
    first = pictures[0]
    size = (first.width(), first.height())
    chunks = [_chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, _RGBA, 0, 0, 0))]
    chunks.append(_chunk(b"acTL", struct.pack(">II", len(pictures), 0)))
    number = 0
    before = b""
    for picture in pictures:
        now = _pixels(picture)
        changed = _what_changed(before, now) if before else now
        delay = (round(seconds_each * 1000), 1000)
        control = struct.pack(">IIIIIHHBB", number, *size, 0, 0, *delay, _KEEP, _OVER)
        chunks.append(_chunk(b"fcTL", control))
        content = zlib.compress(_lines(changed, first.width()), 9)
        if before:
            chunks.append(_chunk(b"fdAT", struct.pack(">I", number + 1) + content))
            number += 1
        else:
            chunks.append(_chunk(b"IDAT", content))
        number += 1
        before = now
    chunks.append(_chunk(b"IEND", b""))
    path.write_bytes(SIGNATURE + b"".join(chunks))


def _pixels(picture: QImage) -> bytes:
    converted = picture.convertToFormat(QImage.Format.Format_RGBA8888)
    return bytes(converted.constBits())  # they live no longer than the picture does


def _what_changed(before: bytes, now: bytes) -> bytes:
    """The pixels of `now`, clear where they are what they were."""
    pairs = zip(memoryview(before).cast("I"), memoryview(now).cast("I"), strict=True)
    changed = bytearray(len(now))
    for place, (old, new) in enumerate(pairs):
        if old != new:
            changed[place * 4 : place * 4 + 4] = now[place * 4 : place * 4 + 4]
    return bytes(changed)


def _lines(pixels: bytes, width: int) -> bytes:
    """Each line as it is, after the byte that says so."""
    length = width * 4
    starts = range(0, len(pixels), length)
    return b"".join(b"\0" + pixels[start : start + length] for start in starts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
