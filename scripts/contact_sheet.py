"""Draw every stretch of the catalogue: all poses and phases, both sides, light and dark.

    python scripts/contact_sheet.py [DIR]

DIR is build/screenshots if nothing else is said. Needs no screen. The small sheet among them, one
picture for each stretch, is also written to docs/, where the README shows it.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPainter

from deskstretch.core.catalogue import read_catalogue
from deskstretch.core.exercise import Exercise, Setting, Sides
from deskstretch.core.figure.pose import whole_pose
from deskstretch.core.figure.skeleton import Skeleton, solve
from deskstretch.core.figure.spec import FigureSpec
from deskstretch.resources import resource_path
from deskstretch.ui.figure.appearance import FigureAppearance, figure_palette
from deskstretch.ui.figure.painter import paint_figure
from deskstretch.ui.theme import DARK, LIGHT, Theme

_PROJECT = Path(__file__).parents[1]
_SMALL_SHEET = "stretches.png"
_SMALL_WIDTH, _SMALL_COLUMNS = 1200, 6
_PICTURE = QSize(250, 196)
_NAMES_WIDTH = 210
_CAPTION = 22
_MARGIN = 24


class _Drawn(msgspec.Struct, frozen=True):
    """One picture: a pose of a stretch on one side."""

    figure: FigureSpec
    pose: str
    mirrored: bool
    caption: str


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else _PROJECT / "build" / "screenshots"
    for path in render(folder):
        print(path)
    shutil.copyfile(folder / _SMALL_SHEET, _PROJECT / "docs" / _SMALL_SHEET)


def render(folder: Path) -> list[Path]:
    """Draw all sheets into `folder`, as PNG files; the answer names them."""
    # Holds Qt up to the end of the drawing where nobody has started it yet.
    app = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    exercises = list(_shipped_exercises())
    sheets = {_SMALL_SHEET: _small_sheet(exercises, LIGHT)}
    for theme in (LIGHT, DARK):
        for setting in Setting:
            rows = [exercise for exercise in exercises if exercise.setting is setting]
            name = f"stretches-{setting.value}-{'dark' if theme.dark else 'light'}.png"
            sheets[name] = _full_sheet(rows, theme)
    for name, sheet in sheets.items():
        sheet.save(str(folder / name))
    del app
    return [folder / name for name in sheets]


def _shipped_exercises() -> Iterator[Exercise]:
    catalogue = read_catalogue(resource_path("exercises.json").read_bytes()).catalogue
    return (e for e in catalogue.exercises.values() if isinstance(e.figure, FigureSpec))


def _full_sheet(exercises: list[Exercise], theme: Theme) -> QImage:
    """A row for each stretch: its name, the poses of the right side, those of the left."""
    rows = [(exercise, list(_pictures(exercise))) for exercise in exercises]
    columns = max(len(pictures) for _, pictures in rows)
    row_height = _PICTURE.height() + _CAPTION
    sheet = _paper(
        2 * _MARGIN + _NAMES_WIDTH + columns * _PICTURE.width(),
        2 * _MARGIN + len(rows) * row_height,
        theme,
    )
    painter = QPainter(sheet)
    for number, (exercise, pictures) in enumerate(rows):
        top = _MARGIN + number * row_height
        name = QRectF(_MARGIN, top, _NAMES_WIDTH - 16, row_height)
        _write(painter, name, exercise.name, theme, bold=True, align=Qt.AlignmentFlag.AlignLeft)
        for column, drawn in enumerate(pictures):
            left = _MARGIN + _NAMES_WIDTH + column * _PICTURE.width()
            _draw(painter, QRectF(left, top, _PICTURE.width(), row_height), drawn, theme)
    painter.end()
    return sheet


def _small_sheet(exercises: list[Exercise], theme: Theme) -> QImage:
    """One picture for each stretch: the pose that shows best what it is."""
    width = _SMALL_WIDTH / _SMALL_COLUMNS
    height = width * 0.86
    sheet = _paper(_SMALL_WIDTH, round(-(-len(exercises) // _SMALL_COLUMNS) * height), theme)
    painter = QPainter(sheet)
    for number, exercise in enumerate(exercises):
        row, column = divmod(number, _SMALL_COLUMNS)
        _draw(painter, QRectF(column * width, row * height, width, height), _best(exercise), theme)
    painter.end()
    return sheet


def _pictures(exercise: Exercise) -> Iterator[_Drawn]:
    figure = _figure_of(exercise)
    phases = [phase.pose for phase in exercise.phases]
    poses = [*figure.sequence, *(pose for pose in phases if pose not in figure.sequence)]
    for mirrored in (False, True) if exercise.sides is Sides.EACH else (False,):
        for pose in poses:
            caption = pose.replace("-", " ")
            if exercise.sides is Sides.EACH:
                caption += ", left" if mirrored else ", right"
            yield _Drawn(figure, pose, mirrored, caption)


def _best(exercise: Exercise) -> _Drawn:
    figure = _figure_of(exercise)
    pose = exercise.phases[0].pose if exercise.phases else figure.sequence[-1]
    return _Drawn(figure, pose, False, exercise.name)


def _figure_of(exercise: Exercise) -> FigureSpec:
    assert isinstance(exercise.figure, FigureSpec)
    return exercise.figure


def _draw(painter: QPainter, cell: QRectF, drawn: _Drawn, theme: Theme) -> None:
    picture = cell.adjusted(10, 8, -10, -_CAPTION)
    palette = figure_palette(FigureAppearance(), theme.dark)
    paint_figure(painter, picture, drawn.figure, _skeleton(drawn), palette, drawn.mirrored)
    caption = QRectF(cell.left(), picture.bottom(), cell.width(), _CAPTION)
    _write(painter, caption, drawn.caption, theme)


def _skeleton(drawn: _Drawn) -> Skeleton:
    """The pose itself, with a full glow of what is felt in it."""
    figure = drawn.figure
    felt = tuple(float(drawn.pose in (glow.poses or figure.sequence[-1:])) for glow in figure.glow)
    skeleton = solve(whole_pose(figure, drawn.pose), drawn.mirrored)
    return msgspec.structs.replace(skeleton, felt=felt)


def _paper(width: int, height: int, theme: Theme) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(theme.paper)
    return image


def _write(
    painter: QPainter,
    rect: QRectF,
    text: str,
    theme: Theme,
    bold: bool = False,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
) -> None:
    font = QFont("Inter")
    font.setPixelSize(15 if bold else 13)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(theme.ink if bold else theme.muted)
    flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(rect, flags, text)


if __name__ == "__main__":
    main()
