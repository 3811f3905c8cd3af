"""Makes the app icon's files in resources/icons: PNG in the usual sizes, ico and icns.

They are painted by the very code that paints the icon of the windows. The SVG files beside them are
drawn by hand; tests hold the app icon's to the same picture.
"""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter

from deskstretch.ui.tray.icon import paint_app_icon

FOLDER = Path(__file__).parents[1] / "resources" / "icons"
PNG_SIDES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Pixels: the sizes of the freedesktop icon theme "hicolor" that desktops ask for."""
ICO_SIDES = (16, 20, 24, 32, 40, 48, 64, 256)
"""Pixels: what Windows shows at 100 % to 200 %, and 256 for its large views."""
ICNS_TYPES = {
    b"icp4": 16, b"icp5": 32, b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic13": 256, b"ic08": 256,
    b"ic14": 512, b"ic09": 512,
}  # fmt: skip
"""The kinds of picture that macOS takes as PNG, and their sides in pixels; two are "@2x" of one."""


def make(folder: Path = FOLDER) -> None:
    """Write all files to `folder`."""
    for side in PNG_SIDES:
        place = folder / "hicolor" / f"{side}x{side}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        (place / "deskstretch.png").write_bytes(png(side))
    (folder / "deskstretch.ico").write_bytes(ico())
    (folder / "deskstretch.icns").write_bytes(icns())


def painted(side: int) -> QImage:
    """The app icon, `side` pixels wide."""
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_app_icon(painter, side)
    painter.end()
    return image


def png(side: int) -> bytes:
    """The app icon as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not painted(side).save(buffer, "PNG"):  # type: ignore[call-overload]
        raise RuntimeError("Qt could not write a PNG")
    return bytes(buffer.data().data())


def ico() -> bytes:
    """The app icon as a Windows icon: a directory, then a PNG for each size."""
    pictures = [png(side) for side in ICO_SIDES]
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(directory) + 16 * len(pictures)
    for side, picture in zip(ICO_SIDES, pictures, strict=True):
        byte = side % 256  # 0 stands for 256
        directory += struct.pack("<BBBBHHII", byte, byte, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return directory + b"".join(pictures)


def icns() -> bytes:
    """The app icon as a macOS icon: a head, then each picture behind its type and length."""
    chunks = b""
    for kind, side in ICNS_TYPES.items():
        picture = png(side)
        chunks += kind + struct.pack(">I", 8 + len(picture)) + picture
    return b"icns" + struct.pack(">I", 8 + len(chunks)) + chunks


if __name__ == "__main__":
    make()
