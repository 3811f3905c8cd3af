"""The icon files are what the program paints itself, and panels can recolour the symbolic ones."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from make_icons import FOLDER, ICNS_TYPES, ICO_SIDES, PNG_SIDES, make, painted

THEME = FOLDER / "hicolor"
SYMBOLIC = sorted((THEME / "symbolic").glob("*/*.svg"))
STATES = {"counting", "due", "guided", "paused", "held-back"}
FORMAT = QImage.Format.Format_ARGB32_Premultiplied


def test_every_made_file_ships_and_holds_the_same_picture(tmp_path: Path) -> None:
    make(tmp_path)
    made = {file.relative_to(tmp_path) for file in tmp_path.rglob("*") if file.is_file()}
    shipped = {
        file.relative_to(FOLDER)
        for file in FOLDER.rglob("*")
        if file.is_file() and file.suffix != ".svg"
    }
    assert shipped == made
    for name in made:
        assert same(FOLDER / name, tmp_path / name), name


@pytest.mark.parametrize("side", PNG_SIDES)
def test_a_png_has_the_size_that_its_folder_names(side: int) -> None:
    image = QImage(str(THEME / f"{side}x{side}" / "apps" / "deskstretch.png"))
    assert image.size() == QSize(side, side)
    assert furthest(image, painted(side)) <= 2


def test_the_windows_icon_has_every_size() -> None:
    assert [image.width() for image in pictures_in(FOLDER / "deskstretch.ico")] == list(ICO_SIDES)


def test_the_mac_icon_has_every_picture_at_its_size() -> None:
    content = (FOLDER / "deskstretch.icns").read_bytes()
    assert content[:4] == b"icns"
    assert int.from_bytes(content[4:8], "big") == len(content)
    found, at = {}, 8
    while at < len(content):
        length = int.from_bytes(content[at + 4 : at + 8], "big")
        image = QImage.fromData(content[at + 8 : at + length])
        found[content[at : at + 4]] = image.width()
        assert furthest(image, painted(image.width())) <= 2
        at += length
    assert found == ICNS_TYPES


@pytest.mark.parametrize("side", [16, 48, 256])
def test_the_drawn_app_icon_is_the_painted_one(side: int) -> None:
    drawn = rendered(THEME / "scalable" / "apps" / "deskstretch.svg", side)
    assert furthest(drawn, painted(side)) <= 12


def test_each_state_of_the_tray_has_its_symbolic_icon() -> None:
    names = {file.name for file in (THEME / "symbolic" / "status").iterdir()}
    assert names == {f"deskstretch-{state}-symbolic.svg" for state in STATES}


def test_the_states_can_be_told_apart_at_16_pixels() -> None:
    status = sorted((THEME / "symbolic" / "status").iterdir())
    pictures = [rendered(file, 16) for file in status]
    for number, one in enumerate(pictures):
        for other in pictures[number + 1 :]:
            assert differing_pixels(one, other) > 40


@pytest.mark.parametrize("file", SYMBOLIC, ids=lambda file: file.stem)
def test_a_symbolic_icon_is_of_one_colour_and_of_filled_shapes(file: Path) -> None:
    # Panels recolour by the fill alone: a stroke would keep its colour, and be filled besides.
    elements = list(ElementTree.parse(file).iter())
    assert {e.get("fill") for e in elements} == {None, "#2e3436"}
    assert not any(e.get("stroke") or e.get("style") for e in elements)
    assert rendered(file, 16).size() == QSize(16, 16)


def rendered(file: Path, side: int) -> QImage:
    renderer = QSvgRenderer(QByteArray(file.read_bytes()))
    assert renderer.isValid(), file
    image = QImage(side, side, FORMAT)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def same(one: Path, other: Path) -> bool:
    """Whether two files hold the same pictures; their compression may differ."""
    ours, theirs = pictures_in(one), pictures_in(other)
    sizes = [image.size() for image in ours] == [image.size() for image in theirs]
    return sizes and all(furthest(a, b) <= 2 for a, b in zip(ours, theirs, strict=True))


def pictures_in(file: Path) -> list[QImage]:
    reader = QImageReader(str(file))
    pictures = [reader.read()]
    while reader.jumpToNextImage():
        pictures.append(reader.read())
    assert not any(picture.isNull() for picture in pictures), file
    return pictures


def furthest(one: QImage, other: QImage) -> int:
    """The largest difference of any channel of any pixel, premultiplied, 0 to 255."""
    assert one.size() == other.size()
    return max(abs(a - b) for a, b in zip(channels(one), channels(other), strict=True))


def differing_pixels(one: QImage, other: QImage) -> int:
    alphas = zip(channels(one)[3::4], channels(other)[3::4], strict=True)
    return sum(abs(a - b) > 96 for a, b in alphas)


def channels(image: QImage) -> bytes:
    converted = image.convertToFormat(FORMAT)  # owns the bits until they are copied
    return bytes(converted.constBits())
