"""What is on an Xvfb screen, read from the file in which it keeps its pixels.

Nothing is asked of the X server, so looking does not disturb what is looked at. The file is an X
window dump (XWDFile.h): a header of big-endian 32-bit words, a colour map, then the rows.
"""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtGui import QImage

HEADER = struct.Struct(">25I")
COLOUR_MAP_ENTRY_BYTES = 12


def read_image(path: Path) -> QImage:
    """The whole screen as it is now. ValueError unless it has 32 bits a pixel."""
    dump = path.read_bytes()
    words = HEADER.unpack_from(dump)
    header_bytes, width, height = words[0], words[4], words[5]
    bits_per_pixel, bytes_per_line, colours = words[11], words[12], words[19]
    if bits_per_pixel != 32:
        raise ValueError(f"{path}: {bits_per_pixel} bits a pixel, only 32 can be read")
    start = header_bytes + colours * COLOUR_MAP_ENTRY_BYTES
    pixels = dump[start : start + height * bytes_per_line]
    # A copy, because QImage would otherwise go on pointing into `pixels`.
    return QImage(pixels, width, height, bytes_per_line, QImage.Format.Format_RGB32).copy()
